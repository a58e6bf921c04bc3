"""Keep bytes: WARC files, digests, and where in them each capture lies."""

from sourcebook.preserve.deposit import Deposit, digest
from sourcebook.preserve.keep import KeptFiles, capture_of

__all__ = ["Deposit", "KeptFiles", "capture_of", "digest"]
