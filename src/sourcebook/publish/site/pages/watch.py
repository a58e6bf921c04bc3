"""Everything to watch on a country's page: where that has no room for all, it stands on a page of its own, in parts."""

from __future__ import annotations

from collections.abc import Sequence

from sourcebook.errors import NotFound
from sourcebook.model import Value
from sourcebook.model.finding import Finding
from sourcebook.publish.site import addresses
from sourcebook.publish.site.parts.findings import FindingShown, shown_findings
from sourcebook.publish.site.parts.layout import MOST_FINDINGS, Homes, Layout, layout_of
from sourcebook.publish.site.parts.link import Link
from sourcebook.publish.site.parts.parts import Parts, parts_of, wanted_part
from sourcebook.publish.site.places import place_name
from sourcebook.publish.site.site_page import Site, SitePage
from sourcebook.publish.site.when import day
from sourcebook.query.findings import on_page
from sourcebook.store.base import View

ON_PAGE = MOST_FINDINGS + 4
IN_A_PART = 40
MOST_TOLD = 400


class Watch(Value, frozen=True):
    """What the template shows: one part of the findings; those past the most that are told stand with their figures."""

    country: Link
    findings: tuple[FindingShown, ...]
    first: int
    last: int
    told: int
    total: int
    parts: Parts


def watch(view: View, site: Site, place: str, part: int | str = 1) -> SitePage:
    """Return all findings of a country, or a part of them; NotFound where its page itself tells them all."""
    row = next((row for row in view.pages() if (row.place, row.topic) == (place, None)), None)
    found = on_page(view.evidence, place, day(site.as_of)) if row else ()
    every = _every(view, site, (place, layout_of(view, place, None)), found) if found else ()
    if row is None or len(every) <= ON_PAGE:
        raise NotFound("The country page tells all there is to watch.", where=addresses.watch(place))
    told = every[:MOST_TOLD]
    parts = -(-len(told) // IN_A_PART)
    number = wanted_part(addresses.watch(place), part, parts)
    name = place_name(place, site.words, row.heading)
    shown = told[(number - 1) * IN_A_PART : number * IN_A_PART]
    first = (number - 1) * IN_A_PART + 1
    return SitePage(
        template="watch.html",
        address=addresses.part(addresses.watch(place), number),
        title=site.words.say("What to watch: %(country)s", country=name),
        current="countries",
        part=number,
        parts=parts,
        content=Watch(
            country=Link(text=name, address=addresses.page(place)),
            findings=shown,
            first=first,
            last=first + len(shown) - 1,
            told=len(told),
            total=len(every),
            parts=parts_of(addresses.watch(place), number, parts),
        ),
    )


def watched(
    view: View, site: Site, page: tuple[str, str | None, Layout], found: Sequence[Finding]
) -> tuple[tuple[FindingShown, ...], Link | None]:
    """Return what to watch on a country's page, and the way to all of it where that is more than it has room for."""
    place, topic, layout = page
    if topic is not None:
        return (), None
    every = _every(view, site, (place, layout), found, here=True)
    if len(every) <= ON_PAGE:
        return every, None
    text = site.words.say("All %(n)s things to watch", n=f"{len(every):,}")
    return every[:ON_PAGE], Link(text=text, address=addresses.watch(place))


def _every(
    view: View, site: Site, page: tuple[str, Layout], found: Sequence[Finding], *, here: bool = False
) -> tuple[FindingShown, ...]:
    """Return every finding; `here` tells that they stand on the first part of the page, whose entries are near."""
    place, layout = page
    homes = Homes(view)

    def address(work: str) -> str:
        return f"#{work}" if here and layout.part_of(work) == 1 else homes.of_work((place, None), work)

    numbers = [(one.entry.work.id, one.number) for one in view.entries(place)]
    return shown_findings(found, numbers, site.words, address)
