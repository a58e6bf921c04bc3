"""What can be cited: a country page itself, its reading list, an entry, a work, a passage."""

from __future__ import annotations

from collections.abc import Iterator

from sourcebook.errors import NotFound
from sourcebook.model import Page, Visit, Work
from sourcebook.model.cited import Cited, Locator
from sourcebook.model.identity import is_identifier
from sourcebook.settings import Settings
from sourcebook.store.base import PageRow, Placed, PlacedPassage, View
from sourcebook.vocabulary.author_names import is_body
from sourcebook.vocabulary.countries import country, find_country

NAMED = 5


def cite_entry(placed: Placed) -> Cited:
    """Return an entry for citing, with every look at it and where it stands."""
    return Cited(
        work=placed.entry.work,
        visits=placed.entry.visits,
        place=placed.place,
        topic=placed.topic,
        number=placed.number,
        archived_copy_noted=placed.entry.archived_copy_noted,
    )


def cite_passage(placed: PlacedPassage, visits: tuple[Visit, ...] = ()) -> Cited:
    """Return a passage for citing.

    It is found by the page it is printed on, else by its printed paragraph number, else by its ¶ number.
    """
    passage = placed.passage
    if passage.page_number is not None:
        locator = Locator(label="page", value=str(passage.page_number))
    else:
        locator = Locator(label="paragraph", value=passage.paragraph_number or str(passage.ordinal))
    return Cited(
        work=placed.work,
        visits=visits,
        place=placed.place,
        topic=placed.topic,
        number=placed.number,
        locator=locator if passage.role != "title" else None,
    )


def cite_page(page: Page, settings: Settings, *, address: str | None = None, as_of: str | None = None) -> Cited:
    """Return a country page of this archive for citing as it stood on a day.

    Its author is the archive's owner: a person where it is written `Family, Given`, else a body. Where the archive
    names no owner, it is the author that the page's own "cite as" line names. Its site is the archive.
    """
    person = settings.owner if "," in settings.owner and not is_body(settings.owner) else ""
    if not settings.owner and page.cite_as and page.cite_as.author:
        person = page.cite_as.author
    work = Work(
        title=_page_title(page),
        authors=(person,) if person else (),
        publisher=settings.owner if settings.owner and not person else None,
        container=settings.title,
        issued=as_of,
        url=address,
        language=settings.language,
    )
    visits = (Visit(when=as_of, outcome="read", address=address),) if as_of else ()
    return Cited(work=work, visits=visits, place=page.place, topic=page.topic)


def _page_title(page: Page) -> str:
    if page.cite_as and page.cite_as.title:
        return page.cite_as.title
    known = country(page.place) if page.place else None
    name = known.name if known else page.heading or page.place or ""
    return f"{page.collection} - {name}" if page.collection else name


def reading_list(view: View, place: str, topic: str | None = None) -> tuple[Cited, ...]:
    """Return every entry of a country page for citing, in the order of the page."""
    return tuple(cite_entry(placed) for placed in view.entries(place, topic))


def archive_works(view: View, place: str | None = None) -> tuple[Cited, ...]:
    """Return every entry of the archive for citing, or of one country's pages, by place and in the order of the pages.

    A work that stands in several places comes each time; `formats` write it once.
    """
    rows = (row for row in view.pages() if place in (None, row.place))
    return tuple(cited for row in rows for cited in reading_list(view, row.place, row.topic))


def _work(placed: tuple[Placed, ...], view: View) -> Cited:
    first = cite_entry(placed[0])
    return Cited(
        work=first.work,
        visits=view.visits(first.work.id) or first.visits,
        place=first.place,
        topic=first.topic,
        number=first.number,
        archived_copy_noted=any(one.entry.archived_copy_noted for one in placed),
    )


def find_page(view: View, asked: str) -> PageRow | None:
    """Return the page that a country's code or name means, a sister topic's after a slash: `Ghana/street`."""
    place, _, topic = asked.partition("/")
    return next((row for row in _rows_of(view, place) if (row.topic or "") == topic.strip().lower()), None)


def _rows_of(view: View, place: str) -> Iterator[PageRow]:
    code = place.strip().upper()
    known = country(code)
    meant = {code, known.code if known else None, find_country(place)}
    return (row for row in view.pages() if row.place in meant)


def _not_found(view: View, asked: str) -> NotFound:
    """Return the error for what is not held, which names the other pages of a country that has some."""
    place = asked.partition("/")[0]
    others = [f"{place}/{row.topic}" for row in _rows_of(view, place) if row.topic]
    if not others:
        what, next_step = f"entry, passage or country {asked!r}", "Look for it with: sourcebook search WORDS."
    else:
        what, next_step = f"page {asked!r}", f"Cite another of this country: {', '.join(others[:NAMED])}."
    return NotFound(f"The archive holds no {what}.", next_step=next_step)


def find_cited(view: View, asked: str) -> tuple[Cited, ...]:
    """Return the works that an identifier or a country means: one for a work or passage, a list for a page.

    Raises NotFound where the archive holds nothing under it.
    """
    name = asked.strip()
    if is_identifier(name.lower()):
        if works := view.work(name.lower()):
            return (_work(works, view),)
        if (passage := view.passage(name.lower())) is not None:
            return (cite_passage(passage, view.visits(passage.work.id)),)
    row = find_page(view, name)
    if row is None:
        raise _not_found(view, name)
    return reading_list(view, row.place, row.topic)
