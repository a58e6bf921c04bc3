"""A further part of a long country page: entries that its first part has no room for."""

from __future__ import annotations

from sourcebook.model import Value
from sourcebook.publish.site import addresses
from sourcebook.publish.site.parts.entries import Entries, entries_in, in_order
from sourcebook.publish.site.parts.evidence import Marks
from sourcebook.publish.site.parts.layout import Layout
from sourcebook.publish.site.parts.link import Link
from sourcebook.publish.site.parts.parts import Parts, parts_of
from sourcebook.publish.site.site_page import Site, SitePage
from sourcebook.query.looks import placed_with_own_looks
from sourcebook.store.base import View


class CountryPart(Value, frozen=True):
    """What the template of a further part shows; `first` and `last` are the numbers of its entries."""

    country: Link
    shapes: tuple[str, ...]
    entries: Entries
    first: int
    last: int
    total: int
    parts: Parts


def country_part(view: View, site: Site, where: tuple[str, str | None, str], layout: Layout, number: int) -> SitePage:
    """Return a part of the page of a country, given as place, topic and title, that is not its first."""
    place, topic, title = where
    address = addresses.page(place, topic)
    ordered = in_order(placed_with_own_looks(view, view.entries(place, topic)))
    slices = layout.parts[number - 1]
    marks = Marks(view, site.words, place, topic)
    numbers = [ordered[one.entry].number for one in slices]
    entries = entries_in(view, ordered, slices, site.words, (set(), marks))
    return SitePage(
        template="country_part.html",
        address=addresses.part(address, number),
        title=site.words.say("%(country)s, part %(n)s", country=title, n=number),
        current="countries",
        part=number,
        parts=len(layout.parts),
        content=CountryPart(
            country=Link(text=title, address=address),
            shapes=marks.shapes,
            entries=entries,
            first=min(numbers),
            last=max(numbers),
            total=len(ordered),
            parts=parts_of(address, number, len(layout.parts)),
        ),
    )
