"""The chain: for each day a manifest of the records that were kept, which holds the digest of the manifest before it.

A manifest is `chain/DAY.jsonl`. Its first line names the manifest before it with that file's SHA-256; every other line
is a `Link`: one record of the kept files by place, length and SHA-256 of its bytes as they lie in the file, or the note
that a record was rewritten on purpose. So a record that was altered, removed, moved or slipped in shows, and a manifest
that was altered to hide it shows in the one after it. Only the last has none after it: its digest, the chain's head,
can be written down elsewhere.
"""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Annotated

import msgspec
from msgspec import Meta

from sourcebook.model import Value
from sourcebook.settings import CHAIN_NAME

DAY_FILE = re.compile(r"\d{4}-\d{2}-\d{2}\.jsonl")


class Link(Value, frozen=True):
    """A record of the kept files.

    `found` says that it was not noted when it was written but found by a later writer, after a process was killed.
    `was` and `why` stand where the record was rewritten on purpose: the digest it had, and the reason that was given.
    """

    file: Annotated[str, Meta(pattern=r"^sourcebook-\d{5,}\.warc\.gz$")]
    offset: Annotated[int, Meta(ge=0)]
    length: Annotated[int, Meta(ge=0)]
    digest: Annotated[str, Meta(pattern=r"^(sha256:[0-9a-f]{64})?$")]
    found: bool = False
    was: str | None = None
    why: str | None = None


class Opening(Value, frozen=True):
    """The first line of a manifest: its day, and the manifest before it."""

    day: str
    previous: str | None = None
    previous_digest: str | None = None


class ChainFault(Value, frozen=True):
    """What is wrong with a manifest, in a sentence.

    `torn` where its last line was only begun, `altered` where its lines cannot be trusted.
    """

    file: str
    what: str
    torn: bool = False
    altered: bool = False


class Chain:
    """The manifests of one sourcebook folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder / CHAIN_NAME

    def days(self) -> list[Path]:
        """Return the manifests in the order of their days."""
        return sorted(path for path in self.folder.glob("*.jsonl") if DAY_FILE.fullmatch(path.name))

    def head(self) -> str | None:
        """Return the digest of the last manifest, which stands for all of them; None where there is none."""
        last = self._last()
        return None if last is None else digest_of_file(last)

    def has_had_head(self, head: str) -> bool:
        """Tell whether this is the digest of a manifest, or of one as it stood after one of its lines."""
        days = self.days()
        return any(digest_of_file(path) == head for path in days) or any(head in _growing(path) for path in days)

    def note(self, links: Iterable[Link], day: str) -> None:
        """Add links to the manifest of this day, or to the last one where the clock has gone back, on the disk."""
        self.folder.mkdir(exist_ok=True)
        last = self._last()
        if last is not None and f"{day}.jsonl" <= last.name:
            path, head = last, b""
        else:
            path, head = self.folder / f"{day}.jsonl", _line(_opening(day, last))
        with path.open("ab") as file:
            before = file.tell()
            try:
                file.write(head + b"".join(_line(link) for link in links))
                file.flush()
                os.fsync(file.fileno())
            except BaseException:
                os.truncate(path, before)
                raise

    def take_back(self, file: str, offset: int) -> None:
        """Take away the last links, down to that of the record at this place; a manifest left with none goes too."""
        last = self._last()
        if last is None:
            return
        lines = last.read_bytes().splitlines(keepends=True)
        kept = len(lines)
        while kept > 1 and isinstance(link := _decoded(lines[kept - 1], Link), Link) and link.was is None:
            if (link.file, link.offset) < (file, offset):
                break
            kept -= 1
        if kept == 1 < len(lines):
            last.unlink()
        elif kept < len(lines):
            os.truncate(last, sum(map(len, lines[:kept])))

    def mend(self) -> None:
        """Cut off a last line that was only begun, and a manifest of which nothing was written."""
        last = self._last()
        if last is None or _ends_well(last):
            return
        whole = last.read_bytes().rfind(b"\n") + 1
        if whole == 0:
            last.unlink()
        else:
            os.truncate(last, whole)

    def end(self) -> tuple[str, int]:
        """Return where the records that are noted end: a file and an offset; `("", 0)` where none is."""
        for path in reversed(self.days()):
            links = [item for item in self._items(path) if isinstance(item, Link) and item.was is None]
            if links:
                return max((link.file, link.offset + link.length) for link in links)
        return "", 0

    def read(self) -> Iterator[tuple[str, Link] | ChainFault]:
        """Yield every link in the order in which it was noted, with the name of its manifest, and every fault."""
        previous: Path | None = None
        for path in self.days():
            items = self._items(path)
            first = next(items, None)
            if isinstance(first, Opening):
                yield from _compared(first, path, previous)
            else:
                yield ChainFault(file=path.name, what="This manifest does not begin with its day.", altered=True)
            for item in items:
                if isinstance(item, Link):
                    yield path.name, item
                elif isinstance(item, ChainFault):
                    yield item
            previous = path

    def _last(self) -> Path | None:
        days = self.days()
        return days[-1] if days else None

    def _items(self, path: Path) -> Iterator[Opening | Link | ChainFault]:
        with path.open("rb") as file:
            for number, line in enumerate(file, start=1):
                if not line.endswith(b"\n"):
                    yield ChainFault(file=path.name, what=f"Line {number} was only begun.", torn=True)
                    return
                item = _decoded(line, Opening if number == 1 else Link)
                yield item or ChainFault(file=path.name, what=f"Line {number} cannot be read.", altered=True)


def digest_of_file(path: Path) -> str:
    """Return `sha256:` and the digest of a whole file."""
    with path.open("rb") as file:
        return f"sha256:{hashlib.file_digest(file, 'sha256').hexdigest()}"


def _decoded(line: bytes, kind: type[Opening | Link]) -> Opening | Link | None:
    try:
        return msgspec.json.decode(line, type=kind)
    except (msgspec.DecodeError, UnicodeDecodeError):
        return None


def _opening(day: str, last: Path | None) -> Opening:
    if last is None:
        return Opening(day=day)
    return Opening(day=day, previous=last.stem, previous_digest=digest_of_file(last))


def _growing(path: Path) -> Iterator[str]:
    digest = hashlib.sha256()
    with path.open("rb") as file:
        for line in file:
            digest.update(line)
            yield f"sha256:{digest.hexdigest()}"


def _ends_well(path: Path) -> bool:
    with path.open("rb") as file:
        size = file.seek(0, os.SEEK_END)
        file.seek(max(size - 1, 0))
        return file.read() == b"\n"


def _line(item: Opening | Link) -> bytes:
    return msgspec.json.encode(item) + b"\n"


def _compared(opening: Opening, path: Path, previous: Path | None) -> Iterator[ChainFault]:
    if opening.day != path.stem:
        yield ChainFault(file=path.name, what=f"This manifest says that it is of {opening.day}.")
    if opening.previous != (previous.stem if previous else None):
        named = f"that of {opening.previous}" if opening.previous else "none"
        found = f"that of {previous.stem}" if previous else "none"
        yield ChainFault(file=path.name, what=f"The manifest before this one was {named}, and {found} is there.")
    elif previous is not None and opening.previous_digest != digest_of_file(previous):
        yield ChainFault(
            file=previous.name, what="This manifest was altered after the next one had noted its digest.", altered=True
        )
