"""Claims of a passage: every kind of claim, read from the text alone and built as frozen values."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Final, NamedTuple

from sourcebook.extract.collector import Uncollected
from sourcebook.extract.drafts import Draft
from sourcebook.extract.figures import read_figures
from sourcebook.extract.passage import Passage
from sourcebook.extract.routes import read_routes
from sourcebook.extract.themes import ThemeDraft, read_denied, read_themes
from sourcebook.extract.tiers import read_tiers
from sourcebook.model.base import Value
from sourcebook.model.claim import Claim, Reason
from sourcebook.model.kinds import Figure, Risk, Route, Theme, Tier

EXTRACTOR: Final = "sourcebook.extract"
VERSION: Final = "3"


class Reading:
    """A passage on its way to claims; what several kinds need is read once."""

    __slots__ = ("_drafts", "_passage", "about", "text", "year")

    def __init__(self, text: str, about: str, year: int | None) -> None:
        self.text, self.about, self.year = text, about, year
        self._passage: Passage | None = None
        self._drafts: list[Draft] | None = None

    @property
    def passage(self) -> Passage:
        """The passage, prepared."""
        if self._passage is None:
            self._passage = Passage(self.text, self.about, self.year)
        return self._passage

    @property
    def drafts(self) -> list[Draft]:
        """The figures, on which routes build."""
        if self._drafts is None:
            self._drafts = read_figures(self.passage)
        return self._drafts

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return a span of the folded text as one of the text as given."""
        return self.passage.original_span(start, end) if start < end else (start, start)

    def reasons(self, why: Mapping[str, tuple[int, int]]) -> tuple[Reason, ...]:
        """Return the words that decided each field."""
        spans = [(name, span) for name, span in why.items() if span[0] < span[1]]
        if not self.passage.as_given:
            spans = [(name, self.passage.original_span(*span)) for name, span in spans]
        return tuple([Reason(field=name, start=start, end=end) for name, (start, end) in spans])


class Kind(NamedTuple):
    """A kind of claim: its struct, and the function that reads it."""

    struct: type[Claim]
    read: Callable[[Reading], tuple[Claim, ...]]


def _bound(value: float | None) -> float | None:
    return int(value) if value is not None and value == int(value) else value


def _figure(reading: Reading, draft: Draft, ids: Mapping[int, str]) -> Figure:
    start, end = reading.passage.original_span(draft.number.start, draft.number.end)
    text = reading.text
    said = reading.span(*draft.said_by) if draft.said_by else None
    return Figure(
        id=ids[id(draft)],
        start=start,
        end=end,
        number=text[start:end],
        low=_bound(draft.low),
        high=_bound(draft.high),
        qualifier=draft.qualifier,  # type: ignore[arg-type]
        counts=draft.counts,  # type: ignore[arg-type]
        status=draft.status if draft.counts == "victims" else None,  # type: ignore[arg-type]
        exploitation=draft.exploitation,  # type: ignore[arg-type]
        sex=draft.sex,  # type: ignore[arg-type]
        age=draft.age,  # type: ignore[arg-type]
        place=draft.place,
        origin=draft.origin,
        destination=draft.destination,
        period=draft.period,
        said_by=text[said[0] : said[1]] if said else None,
        action=draft.action if draft.counts in ("offenders", "cases") else None,  # type: ignore[arg-type]
        part_of=ids[id(draft.part_of)] if draft.part_of else None,
        same_as=ids[id(draft.same_as)] if draft.same_as else None,
        reasons=reading.reasons(draft.why),
        extractor=EXTRACTOR,
        version=VERSION,
    )


def figures(reading: Reading) -> tuple[Figure, ...]:
    """Return the figures of a passage, with ids in the order of the text."""
    ids = {id(draft): f"f{number}" for number, draft in enumerate(reading.drafts, start=1)}
    return tuple(_figure(reading, draft, ids) for draft in reading.drafts)


def routes(reading: Reading) -> tuple[Route, ...]:
    """Return the routes of a passage, each pair once."""
    made = []
    for route in read_routes(reading.passage, reading.drafts):
        start, end = reading.span(*route.why["route"])
        made.append(
            Route(
                start=start,
                end=end,
                origin=route.origin,
                destination=route.destination,
                transit=tuple(route.transit),
                internal=route.internal,
                exploitation=route.exploitation,  # type: ignore[arg-type]
                negated=route.negated,
                reasons=reading.reasons({k: v for k, v in route.why.items() if k != "route"}),
                extractor=EXTRACTOR,
                version=VERSION,
            )
        )
    return tuple(made)


def themes(reading: Reading) -> tuple[Theme, ...]:
    """Return the themes of a passage, each once."""
    return tuple(_theme(reading, draft, negated=False) for draft in read_themes(reading.passage))


def denials(reading: Reading) -> tuple[Theme, ...]:
    """Return the themes that a passage only denies, each once."""
    return tuple(_theme(reading, draft, negated=True) for draft in read_denied(reading.passage))


def _theme(reading: Reading, draft: ThemeDraft, *, negated: bool) -> Theme:
    spans = tuple(reading.span(*span) for span in draft.spans)
    return Theme(
        start=spans[0][0],
        end=spans[0][1],
        key=draft.entry.key,
        kind=draft.entry.kind,
        spans=spans,
        negated=negated,
        extractor=EXTRACTOR,
        version=VERSION,
    )


def tiers(reading: Reading) -> tuple[Tier, ...]:
    """Return the tiers that a passage gives countries."""
    made = []
    for tier in read_tiers(reading.passage):
        start, end = reading.span(tier.start, tier.end)
        made.append(
            Tier(
                start=start,
                end=end,
                tier=tier.tier,  # type: ignore[arg-type]
                country=tier.country,
                year=tier.year,
                change=tier.change,  # type: ignore[arg-type]
                former=tier.former,
                extractor=EXTRACTOR,
                version=VERSION,
            )
        )
    return tuple(made)


def risks(reading: Reading) -> tuple[Risk, ...]:
    """Return what in a passage may identify someone who was harmed."""
    from sourcebook.extract.risks import risks as risks_in

    return risks_in(reading.text)


KINDS: Final[Mapping[str, Kind]] = MappingProxyType(
    {
        "figures": Kind(Figure, figures),
        "routes": Kind(Route, routes),
        "themes": Kind(Theme, themes),
        "denials": Kind(Theme, denials),
        "tiers": Kind(Tier, tiers),
        "risks": Kind(Risk, risks),
    }
)


class Claims(Value, frozen=True):
    """What a passage claims, kind by kind, in the order of the text."""

    figures: tuple[Figure, ...] = ()
    routes: tuple[Route, ...] = ()
    themes: tuple[Theme, ...] = ()
    tiers: tuple[Tier, ...] = ()


def claims_by_kind(
    text: str, *, about: str, year: int | None = None, kinds: Mapping[str, Kind] = KINDS
) -> dict[str, tuple[Claim, ...]]:
    """Return the claims of a passage by the name of their kind; any table of kinds will do."""
    with Uncollected():
        reading = Reading(text, about, year)
        return {name: kind.read(reading) for name, kind in kinds.items()}


def claims(text: str, *, about: str, year: int | None = None) -> Claims:
    """Return what a passage claims.

    `about` is the ISO alpha-2 code of the country its document is about, `year` the document's year; offsets in the
    claims are code points of the text as given. Any text is taken; one that claims nothing gives empty claims.
    """
    with Uncollected():
        reading = Reading(text, about, year)
        return Claims(figures=figures(reading), routes=routes(reading), themes=themes(reading), tiers=tiers(reading))
