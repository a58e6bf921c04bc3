"""The page of a passage: its words, its place, and the text to copy with its citation."""

from __future__ import annotations

from functools import lru_cache

from sourcebook.errors import NotFound
from sourcebook.model import Page, Value
from sourcebook.publish.cite import Citation, cite, cite_passage, find_style
from sourcebook.publish.site import addresses
from sourcebook.publish.site.head import Head
from sourcebook.publish.site.linked.document import linker
from sourcebook.publish.site.linked.work import passage_node
from sourcebook.publish.site.pages.withdrawn import withdrawn
from sourcebook.publish.site.parts.citations import DEFAULT_STYLE, StyleShown, in_every_style
from sourcebook.publish.site.parts.credit import Credit, credit_of
from sourcebook.publish.site.parts.evidence import Marks, Note, letters
from sourcebook.publish.site.parts.layout import Homes
from sourcebook.publish.site.parts.link import Link
from sourcebook.publish.site.parts.passage import Segment
from sourcebook.publish.site.places import place_name
from sourcebook.publish.site.site_page import Site, SitePage
from sourcebook.publish.site.words import Words
from sourcebook.store.base import PlacedPassage, View

SHOWN_WHERE_LINKED = 300
"""So many letters of a passage are shown where somebody links to it."""


class PassagePage(Value, frozen=True):
    """What the template of a passage's page shows. `copy` is the text to take along, citation and address below it."""

    id: str
    what: str
    note: bool
    segments: tuple[Segment, ...]
    notes: tuple[Note, ...]
    shapes: tuple[str, ...]
    heading: str | None
    language: str | None
    title: str
    work_address: str | None
    credit: Credit
    page: Link
    in_place: str
    copy: str
    copy_style: str
    styles: tuple[StyleShown, ...]


def passage(view: View, site: Site, passage_id: str) -> SitePage:
    """Return the page of a passage, or its tombstone; NotFound where the archive never held it."""
    found = view.passage(passage_id)
    if found is None:
        if (tombstone := withdrawn(view, site, passage_id, addresses.passage(passage_id))) is not None:
            return tombstone
        raise NotFound("There is no such passage.", where=addresses.passage(passage_id))
    row = view.page(found.place, found.topic)
    name = place_name(found.place, site.words, row.heading if row else None)
    what = what_it_is(found, site.words)
    return SitePage(
        template="passage.html",
        address=addresses.passage(passage_id),
        title=f"{name}: {what}",
        content=_content(found, what, name, (view, site)),
        head=_head(found, name, site),
    )


def _head(found: PlacedPassage, name: str, site: Site) -> Head:
    page = Link(text=name, address=addresses.page(found.place, found.topic))
    return Head(
        about=" ".join(found.passage.text.split())[:SHOWN_WHERE_LINKED],
        trail=(page,),
        card=addresses.card(found.place),
        nodes=(passage_node(found.work, found.passage, linker(site, addresses.passage(found.passage.id))),),
    )


def what_it_is(found: PlacedPassage, words: Words) -> str:
    """Return what a passage is on its page, in a few words."""
    number, ordinal = found.number, found.passage.ordinal
    named = {
        "title": words.say("title of entry %(number)s", number=number),
        "background": words.say("background, passage %(ordinal)s", ordinal=ordinal),
        "summary": words.say("summary, passage %(ordinal)s", ordinal=ordinal),
    }
    passage = words.say("entry %(number)s, passage %(ordinal)s", number=number, ordinal=ordinal)
    return named.get(found.passage.role, passage)


def _content(found: PlacedPassage, what: str, name: str, asked: tuple[View, Site]) -> PassagePage:
    view, site = asked
    shown, address = found.passage, addresses.page(found.place, found.topic)
    page = view.page(found.place, found.topic)
    marks = Marks(view, site.words, found.place, found.topic, (shown,))
    marked = marks.marked(shown, letters())
    cited = cite_passage(found, view.visits(found.work.id))
    anchor = found.work.id if shown.role == "title" else shown.id
    return PassagePage(
        id=shown.id,
        what=what,
        note=shown.kind == "note",
        segments=marked.segments,
        notes=marked.notes,
        shapes=marks.shapes,
        heading=shown.heading if not shown.text.startswith(shown.heading or "\0") else None,
        language=found.work.language,
        title=found.work.title,
        work_address=addresses.entry(found.work.id) if found.number and view.work(found.work.id) else None,
        credit=credit_of(found.work, site.words),
        page=Link(text=name, address=address),
        in_place=Homes(view).of_passage(found) if page and _bears(page, anchor) else address,
        copy=copy_text(found, cite([cited], DEFAULT_STYLE)[0], site),
        copy_style=find_style(DEFAULT_STYLE).title,
        styles=in_every_style([cited]),
    )


def _bears(page: Page, anchor: str) -> bool:
    """Tell whether a page still bears the anchor of a passage or of an entry; an earlier state of it may have."""
    return anchor in _anchors(page)


@lru_cache(maxsize=2)
def _anchors(page: Page) -> frozenset[str]:
    parts = [part for part in (page.background, page.summary, *page.entries) if part]
    works = {entry.work.id for entry in page.entries}
    return frozenset(works.union(passage.id for part in parts for passage in part.passages))


def copy_text(found: PlacedPassage, citation: Citation, site: Site) -> str:
    """Return a passage with its citation and permanent address; our own note is named as such, not quoted."""
    text, words = found.passage.text, site.words
    if found.passage.kind == "note":
        said = words.say("Note of %(site)s: %(text)s", site=site.title, text=text)
    else:
        said = words.say("“%(text)s” %(citation)s", text=text, citation=citation.in_text_plain)
    return f"{said}\n\n{citation.plain}\n{site.absolute(addresses.passage(found.passage.id))}"
