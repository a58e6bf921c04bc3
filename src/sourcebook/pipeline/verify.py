"""Verify: every kept file read to its end, against the chain, and the chain against itself and the database."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from sourcebook.model import Capture, Value
from sourcebook.pipeline.chain_check import attributed, read_chain
from sourcebook.pipeline.index_check import index_faults
from sourcebook.preserve.chain import Chain, Link
from sourcebook.preserve.comparing import Fault, Leftover, compared, settled
from sourcebook.preserve.inspect import NO_LINKS, Seen, inspect
from sourcebook.settings import CAPTURES_NAME, CHAIN_NAME, load
from sourcebook.store import SqliteStore, View
from sourcebook.store.connection import translated
from sourcebook.store.keeping import Standing

KEPT_FILE = re.compile(r"sourcebook-\d{5,}\.warc\.gz")
STEP = 500
"""So many records are read between two words about the progress."""

Progress = Callable[[int, int], None]


class Finding(Value, frozen=True):
    """A fault as it is reported: where, what, which captures it hurts, and what stands on them."""

    kind: str
    file: str
    what: str
    offset: int | None = None
    length: int | None = None
    harmless: bool = False
    captures: tuple[Capture, ...] = ()
    stands: tuple[Standing, ...] = ()


class Verification(Value, frozen=True):
    """What `verify` found. `head` is the digest that stands for the whole chain, to be noted elsewhere."""

    files: int
    records: int
    bytes: int
    days: int
    head: str | None
    findings: tuple[Finding, ...] = ()

    @property
    def faults(self) -> tuple[Finding, ...]:
        """The findings that are faults."""
        return tuple(finding for finding in self.findings if not finding.harmless)

    @property
    def sound(self) -> bool:
        """Whether nothing is wrong."""
        return not self.faults


def verify(
    folder: Path,
    *,
    expected_head: str | None = None,
    progress: Progress = lambda _done, _all: None,
) -> Verification:
    """Read every kept file of a sourcebook and say what is not as it was noted; nothing is changed.

    `expected_head` is a head that was noted before: it must be that of one of the manifests. Others may add meanwhile.
    """
    load(folder)
    with SqliteStore(folder).view() as view, translated(folder):
        noted = read_chain(Chain(folder), expected_head)
        paths = _kept_paths(folder)
        by_file = noted.by_file()
        read = _Reading(view, by_file, noted.doubtful)
        faults = [_foreign_file(path) for path in _foreign_paths(folder)]
        for file, seen in _seen(paths, noted.vouching(), progress):
            faults += read.faults_of(file, seen)
        missing = sorted((set(by_file) | set(view.capture_files())) - {path.name for path in paths})
        faults += [_missing_file(file, by_file.get(file, {}), view) for file in missing]
        faults += settled(read.leftovers)
        faults = [*noted.faults, *attributed(faults, noted)]
        return Verification(
            files=len(paths),
            records=read.records,
            bytes=sum(path.stat().st_size for path in paths),
            days=len(Chain(folder).days()),
            head=Chain(folder).head(),
            findings=tuple(_finding(fault, view) for fault in faults),
        )


class _Reading:
    """What has been read so far: how much, and what only the other files can explain."""

    def __init__(
        self, view: View, links: Mapping[str, Mapping[int, Link]], doubtful: Mapping[tuple[str, int], str]
    ) -> None:
        self._view = view
        self._doubtful = doubtful
        self._links = links
        self._noted_last = max(links, default="")
        self.records = 0
        self.leftovers: list[Leftover] = []

    def faults_of(self, file: str, seen: Iterable[Seen]) -> Iterator[Fault]:
        """Yield the faults of one file."""
        links = self._links.get(file, {})
        runs = list(seen)
        self.records += sum(run.kind == "member" for run in runs)
        for found in compared(file, runs, links, last=self._is_written_to(file)):
            if isinstance(found, Leftover):
                self.leftovers.append(found)
            else:
                yield found
        yield from index_faults(file, runs, self._trusted(file), self._view)

    def _trusted(self, file: str) -> dict[int, Link | None]:
        """Return the links of a file; None for those in a manifest that was altered."""
        links = self._links.get(file, {})
        return {at: None if (file, at) in self._doubtful else link for at, link in links.items()}

    def _is_written_to(self, file: str) -> bool:
        """Tell whether a writer may have been at this file last: the last that is noted, or the one that follows."""
        if file == self._noted_last or not self._noted_last:
            return True
        return _number(file) == _number(self._noted_last) + 1


def _kept_paths(folder: Path) -> list[Path]:
    found = (folder / CAPTURES_NAME).glob("*")
    return sorted(path for path in found if KEPT_FILE.fullmatch(path.name) and path.is_file())


def _foreign_paths(folder: Path) -> list[Path]:
    kept = set(_kept_paths(folder)) | set(Chain(folder).days())
    return sorted(
        path for name in (CAPTURES_NAME, CHAIN_NAME) for path in (folder / name).glob("*") if path not in kept
    )


def _seen(
    paths: Sequence[Path], links: Mapping[str, Mapping[int, Link]], progress: Progress
) -> Iterator[tuple[str, list[Seen]]]:
    """Yield what every file holds."""
    total = sum(path.stat().st_size for path in paths)
    done = 0
    for path in paths:
        seen = []
        for number, run in enumerate(inspect(path, links=links.get(path.name, NO_LINKS)), start=1):
            seen.append(run)
            if number % STEP == 0:
                progress(done + run.end, total)
        done += path.stat().st_size
        progress(done, total)
        yield path.name, seen


def _missing_file(file: str, links: Mapping[int, Link], view: View) -> Fault:
    noted = tuple(links.values())
    count = len(noted) or len(view.captures_in(file))
    return Fault(
        kind="missing",
        file=file,
        what=f"This file is not there; {count:,} record{'' if count == 1 else 's'} were noted in it.",
        links=noted or tuple(_link_of(capture) for capture in view.captures_in(file)),
    )


def _foreign_file(path: Path) -> Fault:
    return Fault(kind="foreign", file=path.name, what="This is none of the sourcebook's files; nobody noted it.")


def _link_of(capture: Capture) -> Link:
    return Link(file=capture.warc, offset=capture.offset, length=capture.length, digest="")


def _number(file: str) -> int:
    found = re.search(r"\d+", file)
    return int(found[0]) if found else -1


def _finding(fault: Fault, view: View) -> Finding:
    hurt = {(link.file, link.offset) for link in fault.links}
    files = sorted({file for file, _ in hurt})
    captures = tuple(capture for file in files for capture in view.captures_in(file) if (file, capture.offset) in hurt)
    stands = tuple(dict.fromkeys(stand for capture in captures for stand in view.standing_on(capture)))
    return Finding(
        kind=fault.kind,
        file=fault.file,
        what=fault.what,
        offset=fault.offset,
        length=fault.length,
        harmless=fault.harmless,
        captures=captures,
        stands=stands,
    )
