"""A file that is written to, which knows the place, length and digest of every record that went into it."""

from __future__ import annotations

import hashlib
from typing import BinaryIO

from sourcebook.preserve.chain import Link


class NotedFile:
    """Takes records one after another at the end of a file; `links` are those of the records that have ended."""

    def __init__(self, file: BinaryIO, name: str) -> None:
        self._file = file
        self._name = name
        self._start = file.tell()
        self._hash = hashlib.sha256()
        self.links: list[Link] = []

    def write(self, data: bytes) -> int:
        """Write a piece of the record that is open."""
        self._hash.update(data)
        return self._file.write(data)

    def tell(self) -> int:
        """Return where the next byte goes."""
        return self._file.tell()

    def end_record(self) -> None:
        """End the record that is open."""
        end = self.tell()
        if end > self._start:
            digest = f"sha256:{self._hash.hexdigest()}"
            self.links.append(Link(file=self._name, offset=self._start, length=end - self._start, digest=digest))
        self._start, self._hash = end, hashlib.sha256()
