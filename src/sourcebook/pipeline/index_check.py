"""The database's list of captures against the records that lie in a kept file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from sourcebook.model import Capture
from sourcebook.preserve.chain import Link
from sourcebook.preserve.comparing import Fault
from sourcebook.preserve.inspect import Seen
from sourcebook.store import View

CAPTURED = frozenset({"resource", "response", "revisit"})
_REBUILD = "Make the database again: sourcebook rebuild."


def index_faults(file: str, runs: Iterable[Seen], links: Mapping[int, Link | None], view: View) -> Iterator[Fault]:
    """Yield where the database says otherwise than the records that are as the chain noted them.

    A link of None is one that cannot be trusted: there the record is held to the database alone.
    """
    sound = {run.start: run for run in runs if run.kind == "member" and _as_noted(run, links)}
    noted = {capture.offset: capture for capture in view.captures_in(file)}
    for offset, capture in noted.items():
        run = sound.get(offset)
        if offset not in links:
            yield _fault(capture, "The database notes a capture here, and the chain none.", kind="unchained")
        elif run is not None and not _same(capture, run):
            yield _fault(capture, f"The database says otherwise than the record here. {_REBUILD}")
    known = view.known_end() or ("", 0)
    for run in sound.values():
        if run.record in CAPTURED and run.start not in noted:
            later = (file, run.end) > known
            what = "The next command that writes reads it in." if later else _REBUILD
            yield Fault(
                kind="index",
                file=file,
                what=f"The database does not know this {run.record}. {what}",
                offset=run.start,
                length=run.end - run.start,
                harmless=later,
            )


def _as_noted(run: Seen, links: Mapping[int, Link | None]) -> bool:
    if run.start not in links:
        return False
    link = links[run.start]
    return link is None or link.digest == run.digest


def _same(capture: Capture, run: Seen) -> bool:
    return (capture.digest, capture.url, capture.length) == (run.payload, run.url, run.end - run.start)


def _fault(capture: Capture, what: str, *, kind: str = "index") -> Fault:
    link = Link(file=capture.warc, offset=capture.offset, length=capture.length, digest="")
    return Fault(kind=kind, file=capture.warc, what=what, offset=capture.offset, length=capture.length, links=(link,))
