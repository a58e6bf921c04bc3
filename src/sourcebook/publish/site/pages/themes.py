"""The index of themes: every theme of the vocabulary by its kind, with where it is reported, and the grids."""

from __future__ import annotations

from collections.abc import Iterable

from sourcebook.model import Value
from sourcebook.publish.site import addresses
from sourcebook.publish.site.parts.theme_words import THEMES, left_in_english, span_words
from sourcebook.publish.site.site_page import Site, SitePage
from sourcebook.publish.site.words import Words, sentence_case
from sourcebook.query.theming import Reported, reported
from sourcebook.store.base import View
from sourcebook.vocabulary.theme_notes import theme_notes


class ThemeRow(Value, frozen=True):
    """A theme in the list; `is_setting` marks the name of a kind of work, which alone is no theme of a passage."""

    key: str
    label: str
    means: str
    means_in_english: bool
    address: str
    countries: int
    works: int
    years: str
    denied: int
    is_setting: bool


class KindOfTheme(Value, frozen=True):
    """A kind of theme with its themes, and the address of its grid."""

    key: str
    title: str
    grid: str
    themes: tuple[ThemeRow, ...]


class ThemeIndex(Value, frozen=True):
    """What the template of the index shows."""

    condition: str
    kinds: tuple[KindOfTheme, ...]


def theme_index(view: View, site: Site) -> SitePage:
    """Return the index of themes."""
    found = reported(view.evidence)
    return SitePage(
        template="themes.html",
        address=addresses.THEMES,
        title=site.words.say("Themes"),
        current="themes",
        content=ThemeIndex(
            condition=_condition(found, site.words),
            kinds=tuple(
                KindOfTheme(
                    key=kind,
                    title=site.words.say(title),
                    grid=addresses.grid(kind),
                    themes=tuple(_row(one, site.words) for one in found if one.theme.kind == kind),
                )
                for kind, title in THEMES.items()
            ),
        ),
    )


def _row(one: Reported, words: Words) -> ThemeRow:
    theme = one.theme
    return ThemeRow(
        key=theme.key,
        label=words.say(theme.label),
        means=words.say(theme_notes()[theme.key].means),
        means_in_english=left_in_english(theme_notes()[theme.key].means, words),
        address=addresses.theme(theme.key),
        countries=len(one.affirmed),
        works=one.works,
        years=span_words(one.years, words) if one.affirmed else "",
        denied=sum(count.passages for count in one.denied),
        is_setting=theme.weak,
    )


def _condition(found: Iterable[Reported], words: Words) -> str:
    """Return how many themes there are, and how many of them any page names."""
    able = [one for one in found if not one.theme.weak]
    named = sum(bool(one.affirmed) for one in able)
    countries = len({count.place for one in able for count in one.affirmed})
    return sentence_case(
        words.say(
            "%(named)s of %(themes)s are named on the pages of %(countries)s.",
            named=words.number(named),
            themes=words.plural("%(n)s theme", "%(n)s themes", len(able)),
            countries=words.plural("%(n)s country", "%(n)s countries", countries),
        )
    )
