"""The themes of a country: every passage of its pages that names one, theme by theme, denials at the end, in parts."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sourcebook.errors import NotFound
from sourcebook.model import Value
from sourcebook.publish.site import addresses
from sourcebook.publish.site.parts.link import Link
from sourcebook.publish.site.parts.parts import Parts, parts_of, wanted_part
from sourcebook.publish.site.parts.theme_layout import Stretch, layout
from sourcebook.publish.site.parts.theme_passages import Telling, telling
from sourcebook.publish.site.parts.theme_words import THEMES, span_words
from sourcebook.publish.site.places import place_name
from sourcebook.publish.site.site_page import Site, SitePage
from sourcebook.publish.site.words import Words
from sourcebook.query.theming import Reported, reported
from sourcebook.store.base import View
from sourcebook.vocabulary.themes import themes


class Listed(Value, frozen=True):
    """A theme in the list on the first part; its anchor stands here where its passages stand in a later part."""

    anchor: str
    label: str
    address: str
    is_here: bool
    passages: int
    works: int
    years: str


class Section(Value, frozen=True):
    """Passages of a theme in a part; `anchored` where they begin, `first` and `last` count among `total`."""

    anchor: str
    anchored: bool
    theme: Link
    negated: bool
    passages: tuple[Telling, ...]
    first: int
    last: int
    total: int


class ThemesOf(Value, frozen=True):
    """What the template shows; the list stands on the first part only."""

    place: str
    name: str
    country: str
    listed: tuple[tuple[str, tuple[Listed, ...]], ...]
    sections: tuple[Section, ...]
    parts: Parts


def themes_of(view: View, site: Site, place: str, part: int | str = 1) -> SitePage:
    """Return the themes of a country, or a part of them; NotFound without a page of it or such a part."""
    row = next((row for row in view.pages() if row.place == place), None)
    if row is None:
        raise NotFound("There is no page for this country.", where=addresses.themes_of(place))
    found = reported(view.evidence, (), place)
    laid = layout(found)
    number = wanted_part(addresses.themes_of(place), part, len(laid))
    name = place_name(place, site.words, row.heading)
    title = site.words.say("Themes: %(country)s", country=name)
    return SitePage(
        template="themes_of.html",
        address=addresses.part(addresses.themes_of(place), number),
        title=title,
        current="themes",
        part=number,
        parts=len(laid),
        content=ThemesOf(
            place=place,
            name=name,
            country=addresses.page(row.place, row.topic),
            listed=_listed(found, laid, place, site.words) if number == 1 else (),
            sections=tuple(_section(view, one, site.words) for one in laid[number - 1]),
            parts=parts_of(addresses.themes_of(place), number, len(laid)),
        ),
    )


def _anchor(key: str, negated: bool) -> str:
    return f"denied-{key}" if negated else key


def _listed(
    found: Sequence[Reported], laid: Sequence[Sequence[Stretch]], place: str, words: Words
) -> tuple[tuple[str, tuple[Listed, ...]], ...]:
    """Return the themes that a country's pages name by kind, and those that they deny."""
    begins = {
        _anchor(one.told.key, one.told.negated): number
        for number, stretches in reversed(list(enumerate(laid, start=1)))
        for one in stretches
        if one.offset == 0
    }

    def rows(reports: Iterable[Reported], negated: bool) -> tuple[Listed, ...]:
        made = []
        for one in reports:
            for count in one.denied if negated else one.affirmed:
                anchor = _anchor(one.theme.key, negated)
                address = addresses.part(addresses.themes_of(place), begins[anchor])
                years = (count.first_year, count.last_year)
                made.append(
                    Listed(
                        anchor=anchor,
                        label=words.say(one.theme.label),
                        address=addresses.anchored(address, anchor),
                        is_here=begins[anchor] == 1,
                        passages=count.passages,
                        works=count.works,
                        years=span_words((years[0], years[1]) if years[0] and years[1] else None, words),
                    )
                )
        return tuple(made)

    kinds = [
        (words.say(title), rows((one for one in found if one.theme.kind == kind), negated=False))
        for kind, title in THEMES.items()
    ]
    return tuple(pair for pair in (*kinds, (words.say("Only denied"), rows(found, negated=True))) if pair[1])


def _section(view: View, stretch: Stretch, words: Words) -> Section:
    told = stretch.told
    passages = view.evidence.themed(told, stretch.limit, stretch.offset)
    return Section(
        anchor=_anchor(told.key, told.negated),
        anchored=stretch.offset == 0,
        theme=Link(text=words.say(themes()[told.key].label), address=addresses.theme(told.key)),
        negated=told.negated,
        passages=tuple(telling(one, words) for one in passages),
        first=stretch.offset + 1,
        last=stretch.offset + len(passages),
        total=stretch.total,
    )
