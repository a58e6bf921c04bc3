"""Keep bytes: WARC files, digests, and where in them each capture lies."""

from sourcebook.preserve.deposit import Deposit, digest
from sourcebook.preserve.exchange_records import Answer, Use
from sourcebook.preserve.keep import KeptFiles, Position, capture_of
from sourcebook.preserve.kept_records import Kept, KeptAnswer

__all__ = ["Answer", "Deposit", "Kept", "KeptAnswer", "KeptFiles", "Position", "Use", "capture_of", "digest"]
