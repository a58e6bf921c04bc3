"""Citations as pages show them: each style by its name, and the files that reference managers read."""

from __future__ import annotations

from collections.abc import Sequence

from sourcebook.model import Entry, Page, Value, Visit, Work
from sourcebook.publish.cite import Cited, Locator, Run, cite
from sourcebook.publish.site import addresses
from sourcebook.publish.site.parts.link import Link
from sourcebook.publish.site.site_page import Site
from sourcebook.store.base import Placed, PlacedPassage

DEFAULT_STYLE = "chicago"
STYLE_NAMES = {
    "apa": "APA 7",
    "mla": "MLA 9",
    "chicago": "Chicago author-date",
    "harvard": "Harvard",
    "ieee": "IEEE",
}
FORMATS = {"bib": "BibTeX", "ris": "RIS", "json": "CSL-JSON"}


class StyleShown(Value, frozen=True):
    """A list of citations in one style; each citation is a row of runs."""

    key: str
    name: str
    entries: tuple[tuple[Run, ...], ...]


def in_every_style(works: Sequence[Cited]) -> tuple[StyleShown, ...]:
    """Return works cited in each of the styles, in the order that the style demands."""
    return tuple(
        StyleShown(key=key, name=name, entries=tuple(citation.entry for citation in cite(works, key)))
        for key, name in STYLE_NAMES.items()
    )


def downloads(address: str, name: str) -> tuple[Link, ...]:
    """Return the links to the files of a citation or a list that stand under a page's address."""
    return tuple(Link(text=text, address=f"{address}{name}.{ending}") for ending, text in FORMATS.items())


def cited_entry(placed: Placed, visits: tuple[Visit, ...] | None = None) -> Cited:
    """Return an entry as the citation writer takes it."""
    entry: Entry = placed.entry
    return Cited(
        work=entry.work,
        visits=entry.visits if visits is None else visits,
        place=placed.place,
        topic=placed.topic,
        number=placed.number,
        archived_copy_noted=entry.archived_copy_noted,
    )


def cited_passage(found: PlacedPassage, visits: tuple[Visit, ...]) -> Cited:
    """Return a passage's work with the passage's own place in it, where its print bears one."""
    passage = found.passage
    locator = None
    if passage.page_number is not None:
        locator = Locator(label="page", value=str(passage.page_number))
    elif passage.paragraph_number:
        locator = Locator(label="paragraph", value=passage.paragraph_number.strip("[]. "))
    return Cited(
        work=found.work, visits=visits, place=found.place, topic=found.topic, number=found.number, locator=locator
    )


def cited_page(page: Page, name: str, site: Site) -> Cited:
    """Return a country page as a work of its own, named as the page asks to be, looked at on the day of the site."""
    asked = page.cite_as
    title = asked.title if asked and asked.title else ": ".join(filter(None, (page.collection, name)))
    work = Work(
        title=title,
        authors=(asked.author,) if asked and asked.author else (),
        publisher=site.title,
        url=site.absolute(addresses.page(page.place or "", page.topic)),
        kind="webpage",
    )
    return Cited(work=work, visits=(Visit(when=site.as_of or None, outcome="read"),))
