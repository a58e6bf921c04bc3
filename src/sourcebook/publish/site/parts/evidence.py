"""Figures and routes marked in the passages of a page, each with its note in the margin."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from string import ascii_lowercase
from typing import TypeVar

import msgspec

from sourcebook.model import Passage, Value
from sourcebook.model.finding import Finding, Mention
from sourcebook.model.kinds import Route
from sourcebook.publish.site import addresses
from sourcebook.publish.site.parts.figures import described, known_of, mark_of
from sourcebook.publish.site.parts.findings import SIGNS, Sign
from sourcebook.publish.site.parts.passage import Mark, Run, Segment, runs_of, segments_of
from sourcebook.publish.site.words import Words, sentence_case
from sourcebook.store.base import View
from sourcebook.store.mentions import PlacedClaim
from sourcebook.vocabulary.countries import countries_in

T = TypeVar("T", Mention, PlacedClaim[Route])
SUMS = ("parts_over", "parts_short", "parts_hold")
CHECKED = ("conflict", "parts_over", "parts_short", "parts_hold", "repeat", "drift", "elsewhere")


class Note(Value, frozen=True):
    """A note in the margin: its letter, how the figure is known and what for, what it counts, who says so, signs."""

    id: str
    letter: str
    mark: str
    text: str
    said: str
    said_by: str | None
    address: str
    signs: tuple[Sign, ...] = ()


class Marked(Value, frozen=True):
    """What a passage shows: its segments in order and the notes that belong to them."""

    segments: tuple[Segment, ...]
    notes: tuple[Note, ...] = ()


class Marks:
    """The claims of a page, or of some passages of it, for its templates; letters run on through those of an entry."""

    def __init__(
        self,
        view: View,
        words: Words,
        place: str,
        topic: str | None = None,
        passages: Sequence[Passage] | None = None,
    ) -> None:
        evidence = view.evidence
        self.place, self._words = place, words
        figures = evidence.figures_on(place, topic) if passages is None else _each(evidence.figures_in, passages)
        routes = evidence.routes_on(place, topic) if passages is None else _each(evidence.routes_in, passages)
        self.figures: Mapping[str, list[Mention]] = _by_passage(figures)
        self._routes: Mapping[str, list[PlacedClaim[Route]]] = _by_passage(routes)
        ids = {mention.id for mentions in self.figures.values() for mention in mentions}
        self._findings: Mapping[str, list[Finding]] = _by_figure(evidence.findings_of(ids) if ids else (), ids)
        self._noted: dict[str, str] = {}
        self.before = 0
        """How many notes stand on the page before these; theirs are counted on."""

    def marked(self, passage: Passage, letters: Iterator[str]) -> Marked:
        """Return a passage's segments and notes; each figure takes the next of the letters, once on a page."""
        spans: list[tuple[int, int, Segment]] = []
        notes: list[Note] = []
        for mention in self.figures.get(passage.id, ()):
            fresh = mention.id not in self._noted
            letter = next(letters) if fresh else ""
            note = self._noted.setdefault(mention.id, f"n{self.before + len(self._noted) + 1}")
            said_above = bool(notes) and notes[-1].said_by == mention.said_by
            notes += [self._note(mention, note, letter, said=not said_above)] if fresh else []
            spans.append((mention.start, mention.end, _segment(mention, note, letter)))
        for route in self._routes.get(passage.id, ()):
            spans += self._route_spans(passage.text, route.claim)
        return Marked(segments=_laid(passage, spans), notes=tuple(notes))

    @property
    def shapes(self) -> tuple[str, ...]:
        """The shapes of the marks that the page's figures bear."""
        marks = {mark_of(mention) for mentions in self.figures.values() for mention in mentions}
        return tuple(sorted({mark.partition("-")[0] for mark in marks if mark}))

    def _note(self, mention: Mention, note: str, letter: str, *, said: bool) -> Note:
        about = [finding for finding in self._findings.get(mention.id, ()) if _tells_of(finding, mention)]
        kinds = sorted({finding.kind for finding in about}, key=CHECKED.index)
        return Note(
            id=note,
            letter=letter,
            mark=mark_of(mention),
            text=described(mention, self._words, self.place),
            said=_said(mention, self._words) if said else "",
            said_by=mention.said_by,
            address=addresses.figure(mention.id),
            signs=tuple(SIGNS[kind] for kind in kinds),
        )

    def _route_spans(self, text: str, route: Route) -> list[tuple[int, int, Segment]]:
        """Return the words of a route's far end, marked out of this place or into it; none where it leads elsewhere."""
        reasons = {reason.field: reason for reason in route.reasons}
        outward = route.origin == self.place
        end = "destination" if outward else "origin"
        mark: Mark = "denied" if route.negated else "out" if outward else "in"
        if self.place not in (route.origin, route.destination) or route.internal or end not in reasons:
            return []
        where, far = reasons[end], route.destination if outward else route.origin
        named = (one for one in countries_in(text[where.start : where.end]) if one.code == far)
        return [(where.start + one.start, where.start + one.end, Segment(text="", mark=mark)) for one in named][:1]


def _said(mention: Mention, words: Words) -> str:
    """Return who says a figure, as a sentence of its own; empty where nobody is named."""
    return sentence_case(words.say("said by %(who)s", who=mention.said_by)) if mention.said_by else ""


def _tells_of(finding: Finding, mention: Mention) -> bool:
    """Tell whether a finding belongs in a figure's note: a sum is told at its total, not at each part."""
    return finding.kind in CHECKED and (finding.kind not in SUMS or finding.figures[0] == mention.id)


def noted_runs(passages: Sequence[Passage], seen: set[str], marks: Marks) -> tuple[tuple[Run, ...], tuple[Note, ...]]:
    """Return passages with their claims marked, and the notes to them; letters begin anew with each call."""
    known, notes = letters(), list[Note]()

    def segmented(passage: Passage) -> tuple[Segment, ...]:
        marked = marks.marked(passage, known)
        notes.extend(marked.notes)
        return marked.segments

    return runs_of(passages, seen, segmented), tuple(notes)


def letters() -> Iterator[str]:
    """Yield a, b, ... z, aa, ab and so on."""
    number = 0
    while True:
        number, at, name = number + 1, number, ""
        while at >= 0:
            at, rest = divmod(at, len(ascii_lowercase))
            name = ascii_lowercase[rest] + name
            at -= 1
        yield name


def _segment(mention: Mention, note: str, letter: str) -> Segment:
    return Segment(
        text="",
        mark="figure",
        known=known_of(mention),
        href=addresses.figure(mention.id),
        letter=letter,
        note=note if letter else None,
    )


def _laid(passage: Passage, spans: Sequence[tuple[int, int, Segment]]) -> tuple[Segment, ...]:
    """Return the passage's text whole and in order, with marked spans in their places; of two that meet, the first."""
    made: list[Segment] = []
    at = 0
    heading = segments_of(passage)[0]
    if heading.mark == "cap":
        made.append(heading)
        at = len(heading.text)
    for start, end, segment in sorted(spans, key=lambda span: (span[0], -span[1])):
        if start < at or end > len(passage.text):
            continue
        made += [Segment(text=passage.text[at:start])] if start > at else []
        made.append(_with_text(segment, passage.text[start:end]))
        at = end
    made += [Segment(text=passage.text[at:])] if at < len(passage.text) or not made else []
    return tuple(made)


def _with_text(segment: Segment, text: str) -> Segment:
    return msgspec.structs.replace(segment, text=text)


def _each(held: Callable[[str], tuple[T, ...]], passages: Iterable[Passage]) -> tuple[T, ...]:
    return tuple(claim for passage in passages for claim in held(passage.id))


def _by_passage(claims: Iterable[T]) -> dict[str, list[T]]:
    found: dict[str, list[T]] = defaultdict(list)
    for claim in claims:
        found[claim.passage].append(claim)
    return found


def _by_figure(findings: Iterable[Finding], wanted: set[str]) -> dict[str, list[Finding]]:
    found: dict[str, list[Finding]] = defaultdict(list)
    for finding in findings:
        for figure in finding.figures:
            if figure in wanted:
                found[figure].append(finding)
    return found
