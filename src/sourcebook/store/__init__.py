"""The archive on disk: a Store opens a Writer or a View."""

from sourcebook.store.base import PageRow, Placed, PlacedPassage, Store, View, Writer
from sourcebook.store.sqlite import SqliteStore

__all__ = ["PageRow", "Placed", "PlacedPassage", "SqliteStore", "Store", "View", "Writer"]
