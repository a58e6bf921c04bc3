"""The chain read for `verify`: what it notes, where it is broken, and which findings are its own fault."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby

import msgspec

from sourcebook.preserve.chain import Chain, ChainFault, Link
from sourcebook.preserve.comparing import Fault
from sourcebook.settings import CHAIN_NAME

Place = tuple[str, int]
_OF_LINKS = frozenset({"altered", "missing", "moved"})
_OF_NO_LINK = frozenset({"foreign", "unnoted", "unchained"})


class Noted(msgspec.Struct, frozen=True):
    """What the chain notes by place, where it is broken, and by place the manifest of each link not to be trusted."""

    links: Mapping[Place, Link]
    doubtful: Mapping[Place, str]
    faults: tuple[Fault, ...]

    @property
    def broken(self) -> bool:
        """Whether manifests are missing or altered."""
        return any(not fault.harmless for fault in self.faults)

    def by_file(self) -> dict[str, dict[int, Link]]:
        """Return the links by their files."""
        return _by_file(self.links.values())

    def vouching(self) -> dict[str, dict[int, Link]]:
        """Return the links by their files, without those that cannot be trusted."""
        return _by_file(link for place, link in self.links.items() if place not in self.doubtful)


def read_chain(chain: Chain, expected_head: str | None) -> Noted:
    """Read the chain to its end; the last word about a place holds."""
    links: dict[Place, Link] = {}
    days: dict[Place, str] = {}
    altered: set[str] = set()
    faults: list[Fault] = []
    for item in chain.read():
        if isinstance(item, ChainFault):
            faults.append(_fault(item.file, item.what, harmless=item.torn))
            altered |= {item.file} if item.altered else set()
            continue
        day, link = item
        place = (link.file, link.offset)
        if link.was is not None and (place not in links or links[place].digest != link.was):
            what = f"A record was rewritten on purpose ({link.why}), and it was not the one that was noted before."
            faults.append(_fault(day, what))
        links[place], days[place] = link, day
    if expected_head is not None and not chain.has_had_head(expected_head):
        what = f"No manifest has the digest {expected_head}: days that were kept then are gone or altered."
        faults.append(_fault(CHAIN_NAME, what))
    doubtful = {place: day for place, day in days.items() if day in altered}
    return Noted(links=links, doubtful=doubtful, faults=tuple(faults))


def attributed(faults: Iterable[Fault], noted: Noted) -> Iterator[Fault]:
    """Yield the faults, those that a broken chain explains as one for each manifest or file."""
    lines: list[tuple[str, Fault]] = []
    unchained: list[Fault] = []
    for fault in faults:
        days = {noted.doubtful.get((link.file, link.offset)) for link in fault.links}
        if fault.kind in _OF_LINKS and days and None not in days:
            lines += [(day, fault) for day in sorted(filter(None, days))]
        elif noted.broken and fault.kind in _OF_NO_LINK and fault.offset is not None:
            unchained.append(fault)
        else:
            yield msgspec.structs.replace(fault, kind="chain") if fault.kind == "unchained" else fault
    for day, group in groupby(sorted(lines, key=lambda item: item[0]), key=lambda item: item[0]):
        links = tuple(dict.fromkeys(link for _, fault in group for link in fault.links))
        what = (
            f"{_count(len(links), 'line')} of this altered manifest {_verb(len(links))} otherwise than the kept files."
        )
        yield msgspec.structs.replace(_fault(day, what), links=links)
    for file, alike in groupby(sorted(unchained, key=lambda fault: fault.file), key=lambda fault: fault.file):
        places = {fault.offset: fault for fault in alike}
        links = tuple(link for fault in places.values() for link in fault.links)
        what = f"{_count(len(places), 'run')} of records here {_stand(len(places))} in no manifest that is left."
        yield msgspec.structs.replace(_fault(file, what), links=links)


def _by_file(links: Iterable[Link]) -> dict[str, dict[int, Link]]:
    grouped: dict[str, dict[int, Link]] = {}
    for link in links:
        grouped.setdefault(link.file, {})[link.offset] = link
    return grouped


def _fault(file: str, what: str, *, harmless: bool = False) -> Fault:
    return Fault(kind="chain", file=file, what=what, harmless=harmless)


def _count(count: int, word: str) -> str:
    return f"{count:,} {word}{'' if count == 1 else 's'}"


def _verb(count: int) -> str:
    return "says" if count == 1 else "say"


def _stand(count: int) -> str:
    return "stands" if count == 1 else "stand"
