"""The page of a work: where it stands, every look at it, the passages taken from it, and how to cite it."""

from __future__ import annotations

from sourcebook.errors import NotFound
from sourcebook.model import Value, Visit, Work
from sourcebook.publish.cite import find_cited
from sourcebook.publish.site import addresses
from sourcebook.publish.site.head import Head
from sourcebook.publish.site.linked.document import linker
from sourcebook.publish.site.linked.work import work_node
from sourcebook.publish.site.pages.withdrawn import withdrawn
from sourcebook.publish.site.parts.citations import StyleShown, downloads, in_every_style
from sourcebook.publish.site.parts.credit import Credit, credit_of
from sourcebook.publish.site.parts.evidence import Marks, Note, noted_runs
from sourcebook.publish.site.parts.kept import KeptCopy, kept_copies
from sourcebook.publish.site.parts.layout import Homes
from sourcebook.publish.site.parts.link import Link
from sourcebook.publish.site.parts.looks import Day, day, found_by
from sourcebook.publish.site.parts.passage import Run
from sourcebook.publish.site.parts.quoted import QuotedShown, quoted_shown
from sourcebook.publish.site.parts.references import (
    Citing,
    ReferenceShown,
    citing_reports,
    looks_told,
    references_shown,
)
from sourcebook.publish.site.parts.timeline import Timeline, timeline
from sourcebook.publish.site.places import place_name
from sourcebook.publish.site.site_page import Site, SitePage
from sourcebook.publish.site.words import Words, sentence_case
from sourcebook.store.base import Placed, View

CITATION_FILE = "cite"


class Standing(Value, frozen=True):
    """A place where a work stands: its entry on a page, and the passages that this page takes from it."""

    page: Link
    number: int
    featured: bool
    archived_noted: bool
    runs: tuple[Run, ...]
    notes: tuple[Note, ...]
    shapes: tuple[str, ...]


class PassageThen(Value, frozen=True):
    """What a look found of a cited passage, in words, with how many of its figures are no longer there."""

    link: Link
    state: str
    lost: int


class LookRow(Value, frozen=True):
    """One look at a work, as a row; `because` and `passages` are those of a check of ours.

    `told_by` is the reference of another work by which its authors say that they looked at this one.
    """

    day: Day
    found: str
    address: str | None
    as_written: str | None
    because: str | None
    passages: tuple[PassageThen, ...]
    told_by: Link | None = None


class WorkShown(Value, frozen=True):
    """What the template of a work's page shows."""

    id: str
    title: str
    language: str | None
    credit: Credit
    credit_as_written: str
    url: str | None
    standings: tuple[Standing, ...]
    looks: tuple[LookRow, ...]
    timeline: Timeline | None
    kept: tuple[KeptCopy, ...]
    quoted: QuotedShown | None
    styles: tuple[StyleShown, ...]
    downloads: tuple[Link, ...]
    references: tuple[ReferenceShown, ...]
    cited_by: Citing | None


def entry(view: View, site: Site, work_id: str) -> SitePage:
    """Return the page of a work, or its tombstone; NotFound where no page ever held it as an entry."""
    placed = view.work(work_id)
    if not placed:
        if (tombstone := withdrawn(view, site, work_id, addresses.entry(work_id))) is not None:
            return tombstone
        raise NotFound("There is no such entry.", where=addresses.entry(work_id))
    work, content = placed[0].entry.work, _content(placed, view.visits(work_id), view, site)
    return SitePage(
        template="entry.html",
        address=addresses.entry(work_id),
        title=work.title,
        content=content,
        head=_head(work, content, site, placed[0].place),
    )


def _head(work: Work, content: WorkShown, site: Site, place: str) -> Head:
    credit = ", ".join(filter(None, (content.credit.who, content.credit.when)))
    passages = sum(len(run.passages) for standing in content.standings for run in standing.runs)
    told = site.words.plural("%(n)s passage is kept of it.", "%(n)s passages are kept of it.", passages)
    return Head(
        about=f"{credit}. {sentence_case(told)}",
        trail=(content.standings[0].page,),
        card=addresses.card(place),
        nodes=(work_node(work, linker(site, addresses.entry(work.id))),),
    )


def _content(placed: tuple[Placed, ...], visits: tuple[Visit, ...], view: View, site: Site) -> WorkShown:
    work, words = placed[0].entry.work, site.words
    told: list[tuple[Visit, Link | None]] = [(visit, None) for visit in visits]
    told = sorted([*told, *looks_told(view, work.id, words)], key=lambda look: _moment(look[0]))
    return WorkShown(
        id=work.id,
        title=work.title,
        language=work.language,
        credit=credit_of(work, words),
        credit_as_written=work.credit,
        url=work.url,
        standings=_standings(placed, view, words),
        looks=tuple(_look(visit, placed, words, told_by) for visit, told_by in told),
        timeline=timeline(work.issued, [visit for visit, _ in told]),
        kept=kept_copies(view, work.url, words),
        quoted=quoted_shown(view, work.id, site.settings.excerpts, words),
        styles=in_every_style(find_cited(view, work.id)),
        downloads=downloads(addresses.entry(work.id), CITATION_FILE),
        references=references_shown(view, placed[0].entry, words),
        cited_by=citing_reports(view, work.id, words),
    )


def _standings(placed: tuple[Placed, ...], view: View, words: Words) -> tuple[Standing, ...]:
    seen: set[str] = set()
    made: list[Standing] = []
    for one in placed:
        marks = Marks(view, words, one.place, one.topic, one.entry.passages)
        marks.before = sum(len(standing.notes) for standing in made)
        made.append(_standing(one, view, seen, (marks, words)))
    return tuple(made)


def _standing(placed: Placed, view: View, seen: set[str], told: tuple[Marks, Words]) -> Standing:
    marks, words = told
    row = next((row for row in view.pages() if (row.place, row.topic) == (placed.place, placed.topic)), None)
    name = place_name(placed.place, words, row.heading if row else None)
    topic = (row.collection or placed.topic) if row and placed.topic else None
    runs, notes = noted_runs(placed.entry.passages, seen, marks)
    address = Homes(view).of_work((placed.place, placed.topic), placed.entry.work.id)
    return Standing(
        page=Link(text=f"{name}: {topic}" if topic else name, address=address),
        number=placed.number,
        featured=placed.entry.section == "featured",
        archived_noted=placed.entry.archived_copy_noted,
        runs=runs,
        notes=notes,
        shapes=marks.shapes,
    )


def _moment(visit: Visit) -> tuple[bool, str]:
    return visit.when is None, (visit.when or "").lstrip("[")


def _look(visit: Visit, placed: tuple[Placed, ...], words: Words, told_by: Link | None) -> LookRow:
    ordinals = {passage.id: passage.ordinal for one in placed for passage in one.entry.passages}
    states = {
        "unchanged": words.say("unchanged"),
        "moved": words.say("in another place"),
        "reworded": words.say("reworded"),
        "gone": words.say("no longer there"),
    }
    return LookRow(
        day=day(visit.when, words),
        found=found_by(visit, words),
        address=visit.address,
        as_written=visit.as_written,
        because=visit.because,
        told_by=told_by,
        passages=tuple(
            PassageThen(
                link=Link(text=f"¶{ordinals[one.passage]}", address=addresses.passage(one.passage)),
                state=states[one.state],
                lost=len(one.lost),
            )
            for one in visit.passages
            if one.passage in ordinals
        ),
    )
