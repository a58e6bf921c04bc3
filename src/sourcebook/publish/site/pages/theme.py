"""The page of a theme: its meaning and source, where it is reported and denied, passages, what it stands beside."""

from __future__ import annotations

from sourcebook.errors import NotFound
from sourcebook.model import Value
from sourcebook.publish.site import addresses
from sourcebook.publish.site.head import Head
from sourcebook.publish.site.linked.document import linker
from sourcebook.publish.site.linked.term import term_node
from sourcebook.publish.site.parts.link import Link
from sourcebook.publish.site.parts.theme_passages import Telling, telling
from sourcebook.publish.site.parts.theme_words import THEMES, Code, codes_of, left_in_english, span_words
from sourcebook.publish.site.places import place_name
from sourcebook.publish.site.site_page import Site, SitePage
from sourcebook.publish.site.words import Words, sentence_case
from sourcebook.query.theming import Reported, Tie, company, reported
from sourcebook.store.base import View
from sourcebook.store.theming import ThemeCount, Told
from sourcebook.vocabulary.theme_notes import theme_notes
from sourcebook.vocabulary.themes import ThemeEntry, themes

SHOWN = 12
DENIALS = 6


class CountryCount(Value, frozen=True):
    """How often a country's pages name a theme, with the address of those passages."""

    name: str
    address: str
    passages: int
    works: int
    years: str


class TieShown(Value, frozen=True):
    """A theme that stands beside this one, and how many works name both in one passage."""

    label: str
    address: str
    works: int


class Ties(Value, frozen=True):
    """Themes that stand beside this one in one way, under a heading that says how."""

    title: str
    themes: tuple[TieShown, ...]


class ThemeShown(Value, frozen=True):
    """What the template of a theme's page shows; `more` counts the passages that are not shown."""

    key: str
    label: str
    kind: Link
    means: str
    means_in_english: bool
    source: str
    codes: tuple[Code, ...]
    condition: tuple[str, ...]
    countries: tuple[CountryCount, ...]
    passages: tuple[Telling, ...]
    more: int
    ties: tuple[Ties, ...]
    denied: tuple[Telling, ...]
    denied_more: int
    denied_in: tuple[CountryCount, ...]
    terms: tuple[str, ...]
    is_setting: bool


def theme(view: View, site: Site, key: str) -> SitePage:
    """Return the page of a theme; NotFound where the vocabulary has none of this key."""
    entry = themes().get(key)
    if entry is None:
        raise NotFound("There is no such theme.", where=addresses.theme(key))
    (found,) = reported(view.evidence, [key])
    return SitePage(
        template="theme.html",
        address=addresses.theme(key),
        title=site.words.say(entry.label),
        current="themes",
        content=_content(view, site.words, entry, found),
        head=_head(site, entry),
    )


def _head(site: Site, entry: ThemeEntry) -> Head:
    label, means = site.words.say(entry.label), site.words.say(theme_notes()[entry.key].means)
    return Head(
        about=means,
        trail=(Link(text=site.words.say("Themes"), address=addresses.THEMES),),
        nodes=(term_node(label, means, entry.key, linker(site, addresses.theme(entry.key))),),
        feeds=(Link(text=f"{site.title}: {label}", address=addresses.feed_of_theme(entry.key)),),
    )


def _content(view: View, words: Words, entry: ThemeEntry, found: Reported) -> ThemeShown:
    key, note = entry.key, theme_notes()[entry.key]
    passages = view.evidence.themed(Told(key=key), SHOWN)
    denied = view.evidence.themed(Told(key=key, negated=True), DENIALS)
    return ThemeShown(
        key=key,
        label=words.say(entry.label),
        kind=Link(text=words.say(THEMES[entry.kind]), address=addresses.anchored(addresses.THEMES, entry.kind)),
        means=words.say(note.means),
        means_in_english=left_in_english(note.means, words),
        source=words.say(note.source),
        codes=codes_of(entry, words),
        condition=condition(found, words),
        countries=tuple(_country(count, words, key) for count in found.affirmed),
        passages=tuple(telling(one, words) for one in passages),
        more=max(0, found.passages - len(passages)),
        ties=_ties(view, words, entry),
        denied=tuple(telling(one, words) for one in denied),
        denied_more=max(0, sum(one.passages for one in found.denied) - len(denied)),
        denied_in=tuple(_country(count, words, f"denied-{key}") for count in found.denied),
        terms=tuple(term.replace("(u)", "u").rstrip("*") + ("…" if term.endswith("*") else "") for term in entry.terms),
        is_setting=entry.weak,
    )


def condition(found: Reported, words: Words) -> tuple[str, ...]:
    """Return how far a theme is reported and denied, in sentences made from counts."""
    said = []
    if found.affirmed:
        held = words.say(
            "%(passages)s of %(works)s name it, on the pages of %(countries)s.",
            passages=words.plural("%(n)s passage", "%(n)s passages", found.passages),
            works=words.plural("%(n)s work", "%(n)s works", found.works),
            countries=words.plural("%(n)s country", "%(n)s countries", len(found.affirmed)),
        )
        said.append(sentence_case(held))
        if found.years:
            said.append(words.say("Published: %(years)s.", years=span_words(found.years, words)))
    elif not found.theme.weak:
        said.append(words.say("No page of this archive names it. That says nothing of what happens."))
    if found.denied:
        many = sum(one.passages for one in found.denied)
        said.append(sentence_case(words.plural("%(n)s passage only denies it.", "%(n)s passages only deny it.", many)))
    return tuple(said)


def _country(count: ThemeCount, words: Words, anchor: str) -> CountryCount:
    years = (count.first_year, count.last_year)
    return CountryCount(
        name=place_name(count.place, words),
        address=addresses.anchored(addresses.themes_of(count.place), anchor),
        passages=count.passages,
        works=count.works,
        years=span_words((years[0], years[1]) if years[0] and years[1] else None, words),
    )


def _ties(view: View, words: Words, entry: ThemeEntry) -> tuple[Ties, ...]:
    held = company(view.evidence, entry.key)
    headed = (
        (words.say("What can come before it"), held.before),
        (words.say("What it can come before"), held.after),
        (words.say("Kindred themes"), held.kindred),
        (words.say("Often named with it"), held.often),
    )
    return tuple(Ties(title=title, themes=tuple(_tie(one, words) for one in ties)) for title, ties in headed if ties)


def _tie(one: Tie, words: Words) -> TieShown:
    return TieShown(label=words.say(one.theme.label), address=addresses.theme(one.theme.key), works=one.works)
