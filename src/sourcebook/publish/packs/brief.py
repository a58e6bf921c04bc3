"""The brief on a country for researchers and lawyers: dated passages as numbered exhibits, pinned to kept copies."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator

from sourcebook.model import Capture
from sourcebook.publish.cite import Text
from sourcebook.publish.packs import closing
from sourcebook.publish.packs.asked import Asked
from sourcebook.publish.packs.chosen import Chosen
from sourcebook.publish.packs.citing import Citing
from sourcebook.publish.packs.pack import Pack, Section, Table, para, text
from sourcebook.publish.packs.passages import Fact, quoted
from sourcebook.publish.packs.term_paper import figures_of
from sourcebook.publish.packs.worth import worths
from sourcebook.publish.site.parts.looks import found_by
from sourcebook.publish.site.when import in_words
from sourcebook.store.base import PlacedPassage
from sourcebook.vocabulary.dates import edtf_bounds, is_edtf

_UNDATED = "~"


def brief(asked: Asked) -> Pack:
    """Return the brief: exhibits in the order of their works' dates, those without a date last."""
    chosen = Chosen(asked)
    citing = Citing(asked, chosen.works, chosen.passages)
    worth = worths(asked, figures_of(chosen), chosen.waiting)
    pins = _Pins(chosen)
    exhibits = sorted(chosen.passages, key=_date)
    about = f": {asked.theme.label}" if asked.theme else ""
    blocks = tuple(
        quoted(f"Exhibit {number}", one, citing, worth, tuple(pins.of(one)))
        for number, one in enumerate(exhibits, start=1)
    )
    return Pack(
        kind="brief",
        title=f"{', '.join(chosen.names.values())}{about}",
        lead=("A brief of dated passages.", *closing.lead(chosen)),
        site=asked.site.title,
        as_of=asked.site.as_of,
        sections=(
            Section(heading="Condition of the evidence", blocks=(para(closing.condition(chosen)), para(_PINNED))),
            _listed(exhibits, citing),
            Section(heading="Exhibits", blocks=blocks or (para("None."),)),
            closing.not_found(chosen),
            closing.reading_list(citing),
            closing.how_to_cite(chosen),
            closing.how_to_check(chosen),
        ),
    )


_PINNED = (
    "Each exhibit names the copy from which its words were read, by SHA-256 digest, time and place in the archive's "
)
_PINNED += "files, and the digest of its own words. Whoever holds the archive can have every copy verified."


def _date(placed: PlacedPassage) -> str:
    issued = placed.work.issued
    return edtf_bounds(issued)[0].isoformat() if issued and is_edtf(issued) else _UNDATED


def _listed(exhibits: list[PlacedPassage], citing: Citing) -> Section:
    if not exhibits:
        return Section(heading="List of exhibits", blocks=(para("There is no exhibit."),))
    rows = tuple(
        (text(str(number)), text(one.work.issued or "no date"), text(one.work.title), citing.in_text(one))
        for number, one in enumerate(exhibits, start=1)
    )
    head = ("Exhibit", "Date (EDTF)", "Work", "Cite")
    return Section(
        heading="List of exhibits",
        blocks=(Table(caption="By the date of the work", head=head, rows=rows, widths=(10, 17, 39, 34)),),
    )


class _Pins:
    """The copies on which passages rest; each page and work is looked up once."""

    def __init__(self, chosen: Chosen) -> None:
        self._chosen = chosen
        self._words = chosen.asked.site.words
        places = {page.place for page in chosen.pages}
        rows = [row for row in chosen.view.pages() if row.place in places]
        self._pages = {(row.place, row.topic): chosen.view.captures(row.digest) for row in rows}
        self._digests = {(row.place, row.topic): row.digest for row in rows}
        self._works: dict[str, tuple[Capture, ...]] = {}

    def of(self, placed: PlacedPassage) -> Iterator[Fact]:
        """Yield what pins a passage: where it stands, when its work was looked at, the copies, and its own digest."""
        where = (placed.place, placed.topic)
        passage, work = placed.passage, placed.work
        page = f" on page {passage.page_number}" if passage.page_number is not None else ""
        yield "Dated", text(in_words(work.issued, self._words) if work.issued else "no date")
        yield (
            "Stands",
            text(f"¶ {passage.ordinal}{page}; characters {passage.start} to {passage.end} of the page as read"),
        )
        yield "Looked at", text(self._looked_at(work.id))
        yield "Read from", _copies(self._pages[where]) or text(f"{self._digests[where]}; the bytes were not kept")
        if work.url:
            yield "Kept copy of the work", _copies(self._captures(work.url)) or text("none")
        words = hashlib.sha256(passage.text.encode("utf-8", "surrogatepass")).hexdigest()
        yield "Words", text(f"sha256:{words}")

    def _looked_at(self, work: str) -> str:
        seen = [
            f"{in_words(visit.when, self._words)} ({found_by(visit, self._words)})"
            for visit in self._chosen.view.visits(work)
            if visit.when
        ]
        return "; ".join(seen) or "no date is known"

    def _captures(self, url: str) -> tuple[Capture, ...]:
        if url not in self._works:
            self._works[url] = self._chosen.view.captures_of(url)
        return self._works[url]


def _copies(captures: tuple[Capture, ...]) -> Text:
    return text("; ".join(f"{one.digest}, {one.time}, {one.warc} at {one.offset}" for one in captures))
