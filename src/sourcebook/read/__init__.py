"""Reading: bytes in any charset become a Document, by asking each reader of one table whether it declines them."""

from sourcebook.read.reader import Reader
from sourcebook.read.table import READERS, document

__all__ = ["READERS", "Reader", "document"]
