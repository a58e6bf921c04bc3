"""A view that remembers: the pages of one country are made from the same few reads of the archive."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from functools import lru_cache
from typing import Any, NamedTuple

from sourcebook.model import Page, Visit
from sourcebook.model.finding import Family, Finding, Mention
from sourcebook.store.base import PageRow, Placed, PlacedPassage, View
from sourcebook.store.evidence import Evidence

KEPT_PAGES = 2
KEPT_WORKS = 256
KEPT_FIGURES = 2000
KEPT_PASSAGES = 2000
"""Rather more than a country has; when there are so many, all are forgotten."""
OF_A_COUNTRY = (
    "room",
    "drawn",
    "figures",
    "figures_on",
    "routes",
    "routes_on",
    "themes",
    "tiers",
    "looked",
    "findings",
)
"""What the pages, tables and packs of a country ask of the evidence over and over."""


class Beside(NamedTuple):
    """What is known of the figures of one entry: where each stands, their families, findings and readers."""

    figures: dict[str, tuple[Mention, ...]]
    families: dict[str, Family]
    findings: tuple[Finding, ...]
    readers: dict[str, str]


class RememberingEvidence:
    """The evidence of a view that reads what is known of a figure together with its entry's others, and remembers it.

    It also remembers what is known of the last countries that were asked for.
    """

    def __init__(self, evidence: Evidence) -> None:
        self._evidence = evidence
        for name in OF_A_COUNTRY:
            setattr(self, name, lru_cache(KEPT_PAGES)(getattr(evidence, name)))
        self.routes_in = lru_cache(KEPT_PASSAGES)(evidence.routes_in)
        self.held = lru_cache(1)(evidence.held)
        self._beside: dict[str, Beside] = {}
        self._in: dict[str, tuple[Mention, ...]] = {}

    def figure(self, figure: str) -> tuple[Mention, ...]:
        """Return every place where a figure stands."""
        return self._of(figure).figures.get(figure, ())

    def figures_in(self, passage: str) -> tuple[Mention, ...]:
        """Return the figures of a passage."""
        return self._in[passage] if passage in self._in else self._evidence.figures_in(passage)

    def family_of(self, figure: str) -> Family | None:
        """Return the family to which a figure belongs, or None."""
        return self._of(figure).families.get(figure)

    def read_by(self, figure: str) -> str:
        """Return the name and version of what read a figure."""
        return self._of(figure).readers.get(figure, "")

    def findings_of(self, figures: Iterable[str]) -> tuple[Finding, ...]:
        """Return the findings in which any of these figures stands."""
        wanted = set(figures)
        known = self._of(next(iter(wanted))) if wanted else None
        if known is None or not wanted <= known.figures.keys():
            return self._evidence.findings_of(wanted)
        return tuple(one for one in known.findings if not wanted.isdisjoint(one.figures))

    def _of(self, figure: str) -> Beside:
        if figure not in self._beside:
            self._remember(figure)
        return self._beside[figure]

    def _remember(self, figure: str) -> None:
        if len(self._beside) > KEPT_FIGURES:
            self._beside.clear()
            self._in.clear()
        mentions = self._evidence.figures_beside(figure)
        by_figure = _grouped((one.id, one) for one in mentions)
        found = Beside(
            figures=by_figure,
            families=self._evidence.families_of((figure, *by_figure)),
            findings=self._evidence.findings_of(by_figure),
            readers=self._evidence.readers_of((figure, *by_figure)),
        )
        self._in |= _grouped((one.passage, one) for one in mentions)
        self._beside |= dict.fromkeys((figure, *by_figure), found)

    def __getattr__(self, name: str) -> Any:
        """Return whatever else the evidence offers."""
        return getattr(self._evidence, name)


def _grouped(pairs: Iterable[tuple[str, Mention]]) -> dict[str, tuple[Mention, ...]]:
    held: dict[str, list[Mention]] = defaultdict(list)
    for key, mention in pairs:
        held[key].append(mention)
    return {key: tuple(mentions) for key, mentions in held.items()}


class RememberingView:
    """A view of one state of the archive, which never changes while it is open, so that answers can be kept."""

    def __init__(self, view: View) -> None:
        self._view = view
        self._pages: tuple[PageRow, ...] | None = None
        self._page = lru_cache(KEPT_PAGES)(view.page)
        self._entries = lru_cache(KEPT_PAGES)(view.entries)
        self._work = lru_cache(KEPT_WORKS)(view.work)
        self._visits = lru_cache(KEPT_WORKS)(view.visits)
        self._passages: dict[str, PlacedPassage] = {}
        self.evidence = RememberingEvidence(view.evidence)

    def pages(self) -> tuple[PageRow, ...]:
        """Return every page, read once."""
        if self._pages is None:
            self._pages = self._view.pages()
        return self._pages

    def page(self, place: str, topic: str | None = None) -> Page | None:
        """Return one page whole, or None."""
        return self._page(place, topic)

    def entries(self, place: str, topic: str | None = None) -> tuple[Placed, ...]:
        """Return a page's entries in their order."""
        return self._entries(place, topic)

    def work(self, work_id: str) -> tuple[Placed, ...]:
        """Return every place where a work stands as an entry."""
        return self._work(work_id)

    def visits(self, work_id: str) -> tuple[Visit, ...]:
        """Return every look at a work."""
        return self._visits(work_id)

    def passage(self, passage_id: str) -> PlacedPassage | None:
        """Return a passage and where it stands, or None; those of its entry are read with it."""
        if passage_id not in self._passages:
            if len(self._passages) > KEPT_PASSAGES:
                self._passages.clear()
            self._passages |= self._view.passages_beside(passage_id)
        return self._passages.get(passage_id)

    def __getattr__(self, name: str) -> Any:
        """Return whatever else the view offers."""
        return getattr(self._view, name)
