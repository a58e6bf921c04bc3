"""The world as an archive covers it: each country with the year of its newest figure, or with none."""

from __future__ import annotations

from collections.abc import Sequence

from sourcebook.publish.site import addresses
from sourcebook.publish.site.pictures.coverage import Coverage, coverage_map
from sourcebook.publish.site.pictures.drawing import Picture
from sourcebook.publish.site.places import place_name
from sourcebook.publish.site.words import Words, translatable
from sourcebook.store.base import PageRow, View
from sourcebook.vocabulary.countries import country

CONTINENTS = {
    "Africa": translatable("Africa"),
    "Americas": translatable("Americas"),
    "Antarctica": translatable("Antarctica"),
    "Asia": translatable("Asia"),
    "Europe": translatable("Europe"),
    "Oceania": translatable("Oceania"),
    "": translatable("Elsewhere"),
}
"""The broadest regions of UN M49, under which the list of the map stands."""


def coverage_of(view: View, rows: Sequence[PageRow], as_of: str, words: Words) -> Picture | None:
    """Return the map of what an archive covers as of a day, with its list; None where it holds no page at all."""
    if not rows or not as_of:
        return None
    this_year = int(as_of[:4])
    newest = view.evidence.newest_figures(this_year)
    homes = {row.place: row for row in reversed(rows)}
    covered = [_covered(place, newest.get(place), homes.get(place), words) for place in sorted({*newest, *homes})]
    return coverage_map("coverage", covered, this_year, words)


def _covered(place: str, newest: int | None, home: PageRow | None, words: Words) -> Coverage:
    known = country(place)
    region = known.regions[0] if known and known.regions else ""
    return Coverage(
        code=place,
        name=place_name(place, words, home.heading if home else None),
        region=words.say(CONTINENTS.get(region, region)),
        newest_year=newest,
        href=addresses.page(home.place, home.topic) if home else None,
    )
