"""What stands in the kept files against what the chain notes: every difference, each with its place and once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby

from sourcebook.model import Value
from sourcebook.preserve.chain import Link
from sourcebook.preserve.inspect import Seen

Links = Mapping[int, Link]


class Fault(Value, frozen=True):
    """Something that is not as it was noted, or not as it says itself.

    `kind` is damaged (no whole record can be read there), wrong (a record contradicts itself), altered (a sound record,
    but not the one that was noted), missing, moved, foreign (nobody noted it), torn (an end that a writer left in the
    middle), unnoted (a whole record that a killed writer left, to be read in by the next), index (the database says
    otherwise), or chain. `harmless` marks what the next writer mends by itself and what is only odd. `links` are the
    noted records that are hurt.
    """

    kind: str
    file: str
    what: str
    offset: int | None = None
    length: int | None = None
    harmless: bool = False
    links: tuple[Link, ...] = ()


class Leftover(Value, frozen=True):
    """What a file's comparison leaves open, until all files are read: a link without a record, or the reverse."""

    file: str
    link: Link | None = None
    seen: tuple[Seen, ...] = ()


def compared(file: str, seen: Iterable[Seen], links: Links, *, last: bool) -> Iterator[Fault | Leftover]:
    """Yield the faults of one file, and as leftovers what may have come from or gone to another place.

    `last` says that this is the file that writers write to, whose end may be torn or unnoted.
    """
    noted_end = max((link.offset + link.length for link in links.values()), default=0)
    unmet = dict(links)
    strange: list[Seen] = []
    for run in seen:
        link = links.get(run.start)
        if link is not None and run.kind == "member" and link.digest == run.digest:
            del unmet[run.start]
            yield from own_faults(file, run, (link,))
        else:
            strange.append(run)
            yield from own_faults(file, run, ())
    if last:
        yield from _tail(file, [run for run in strange if run.start >= noted_end])
        strange = [run for run in strange if run.start < noted_end]
    over = {link.offset: _over(strange, link) for link in unmet.values()}
    yield from (Leftover(file=file, link=link, seen=over[link.offset]) for link in unmet.values())
    touched = {run.start for runs in over.values() for run in runs}
    yield from (Leftover(file=file, seen=(run,)) for run in strange if run.start not in touched)


def own_faults(file: str, run: Seen, links: tuple[Link, ...]) -> Iterator[Fault]:
    """Yield where a record is not as it says itself, and what is odd about it."""
    name = run.record or "record"
    for problem in run.problems:
        yield _fault("wrong", file, run, f"This {name} is not as it says: {problem}.", links=links)
    for remark in run.remarks:
        yield _fault("odd", file, run, f"This {name} is whole, but {remark}.", harmless=True, links=links)


def _tail(file: str, runs: list[Seen]) -> Iterator[Fault]:
    whole = [run for run in runs if run.kind == "member"]
    if whole:
        yield Fault(
            kind="unnoted",
            file=file,
            what=f"{_records(len(whole))} at the end {'is' if len(whole) == 1 else 'are'} not noted yet; the next"
            " command that writes takes them in.",
            offset=whole[0].start,
            length=whole[-1].end - whole[0].start,
            harmless=True,
        )
    for run in runs:
        if run.kind == "torn":
            what = "The file ends within a record that was never noted; the next command that writes cuts it off."
            yield _fault("torn", file, run, what, harmless=True)
        elif run.kind == "damaged":
            yield _fault("damaged", file, run, "These bytes after the last noted record are no record.")


def settled(leftovers: Iterable[Leftover]) -> Iterator[Fault]:
    """Yield what the leftovers of all files mean together."""
    kept = list(leftovers)
    places = {run.digest: (left.file, run) for left in kept for run in left.seen if run.kind == "member"}
    moved: list[tuple[Link, str, int]] = []
    explained: set[tuple[str, int]] = set()
    lost: list[tuple[Link, Leftover]] = []
    for left in kept:
        if left.link is None:
            continue
        if (found := places.get(left.link.digest)) is None:
            lost.append((left.link, left))
            continue
        moved.append((left.link, found[0], found[1].start))
        explained.add((found[0], found[1].start))
    yield from _moved(moved)
    over = {(left.file, run.start) for _, left in lost for run in left.seen}
    yield from _joined(
        _lost(link, [run for run in left.seen if (left.file, run.start) not in explained]) for link, left in lost
    )
    for left in kept:
        if left.link is None and (left.file, left.seen[0].start) not in explained | over:
            yield _foreign(left.file, left.seen[0])


def _joined(faults: Iterable[Fault]) -> Iterator[Fault]:
    """Yield the faults, those for missing records that lay side by side as one."""
    pending: Fault | None = None
    for fault in faults:
        if pending is not None and _goes_on(pending, fault):
            links = pending.links + fault.links
            pending = Fault(
                kind="missing",
                file=fault.file,
                what=f"{_records(len(links))} that were noted are not there.",
                offset=links[0].offset,
                length=links[-1].offset + links[-1].length - links[0].offset,
                links=links,
            )
            continue
        if pending is not None:
            yield pending
        pending = fault
    if pending is not None:
        yield pending


def _goes_on(before: Fault, after: Fault) -> bool:
    if not before.kind == after.kind == "missing" or before.file != after.file:
        return False
    return before.links[-1].offset + before.links[-1].length == after.offset


def _moved(moved: list[tuple[Link, str, int]]) -> Iterator[Fault]:
    def shift(item: tuple[Link, str, int]) -> tuple[str, str, int]:
        link, file, offset = item
        return link.file, file, offset - link.offset

    for (file, where, by), group in groupby(moved, key=shift):
        links = tuple(item[0] for item in group)
        place = f"{abs(by):,} bytes {'earlier' if by < 0 else 'later'}" if where == file else f"in {where}"
        many = f"{_records(len(links))} {'stands' if len(links) == 1 else 'stand'}"
        yield Fault(
            kind="moved",
            file=file,
            what=f"{many} {place} than noted." if where == file else f"{many} {place}.",
            offset=links[0].offset,
            length=links[-1].offset + links[-1].length - links[0].offset,
            links=links,
        )


def _lost(link: Link, there: list[Seen]) -> Fault:
    if not there:
        kind, what = "missing", "A noted record is not there."
    elif any(run.kind == "member" for run in there):
        kind, what = "altered", "The record here is not the one that was noted."
    else:
        kind, what = "damaged", "The record that was noted here cannot be read whole."
    return Fault(kind=kind, file=link.file, what=what, offset=link.offset, length=link.length, links=(link,))


def _foreign(file: str, run: Seen) -> Fault:
    if run.kind == "member":
        return _fault("foreign", file, run, "Nobody noted this record.")
    return _fault("damaged", file, run, "These bytes are no record.")


def _fault(
    kind: str, file: str, run: Seen, what: str, *, harmless: bool = False, links: tuple[Link, ...] = ()
) -> Fault:
    return Fault(
        kind=kind,
        file=file,
        what=what,
        offset=run.start,
        length=run.end - run.start,
        harmless=harmless,
        links=links,
    )


def _over(strange: list[Seen], link: Link) -> tuple[Seen, ...]:
    return tuple(run for run in strange if run.start < link.offset + link.length and run.end > link.offset)


def _records(count: int) -> str:
    return f"{count:,} record{'' if count == 1 else 's'}"
