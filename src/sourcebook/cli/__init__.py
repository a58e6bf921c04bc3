"""The command line: parse, call, print."""

from sourcebook.cli.app import main

__all__ = ["main"]
