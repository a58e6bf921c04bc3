"""Run the command line in this process and return what it left."""

import contextlib
import io
import sys
from dataclasses import dataclass
from unittest import mock

from sourcebook.cli import main


@dataclass(frozen=True)
class Ran:
    code: int
    out: str
    err: str


def run(*arguments, stdin=b""):
    """Run `sourcebook` with these arguments."""
    out, err, code = io.StringIO(), io.StringIO(), 0
    source = io.TextIOWrapper(io.BytesIO(stdin))
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err), mock.patch.object(sys, "stdin", source):
        try:
            main([str(argument) for argument in arguments])
        except SystemExit as end:
            code = end.code or 0
    return Ran(code, out.getvalue(), err.getvalue())
