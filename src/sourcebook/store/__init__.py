"""The archive on disk: a Store opens a Writer or a View."""

from sourcebook.store.base import Cited, PageRow, Placed, PlacedPassage, Store, View, Writer
from sourcebook.store.sqlite import SqliteStore
from sourcebook.store.writer import SqliteWriter

__all__ = ["Cited", "PageRow", "Placed", "PlacedPassage", "SqliteStore", "SqliteWriter", "Store", "View", "Writer"]
