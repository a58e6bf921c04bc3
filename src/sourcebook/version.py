"""The version of Sourcebook."""

__version__ = "0.1.0"
