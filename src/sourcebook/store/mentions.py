"""Claims to rows and back: figures with their work and place as mentions, routes, themes and tiers likewise."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from operator import attrgetter
from typing import Any, Generic, TypeVar

import msgspec

from sourcebook.model import Value
from sourcebook.model.citing import Source
from sourcebook.model.claim import Claim
from sourcebook.model.finding import Mention
from sourcebook.model.identity import figure_id, identifier
from sourcebook.model.kinds import Fact, Figure, Route, Theme, Tier
from sourcebook.reconcile.tiers import Placing
from sourcebook.reconcile.years import spanned
from sourcebook.store.citing import sources_behind

C = TypeVar("C", bound=Claim)
KINDS: dict[str, type[Claim]] = {"figure": Figure, "route": Route, "theme": Theme, "tier": Tier, "fact": Fact}
_PLACED = (
    " FROM claims JOIN passages ON passages.id = claims.passage JOIN entries ON entries.id = passages.entry"
    " JOIN works ON works.id = entries.work JOIN pages ON pages.state = entries.state"
)
_AROUND = (
    "passages.passage, works.id, works.title, pages.place, pages.topic, passages.text, entries.publisher,"
    " entries.issued, passages.kind, passages.role, passages.ordinal, entries.role, entries.number,"
    " (SELECT min(looked) FROM visits WHERE visits.entry = entries.id), entries.id"
)


class PlacedClaim(Value, Generic[C], frozen=True, kw_only=True):
    """A route, theme or tier with the passage, work and page where it is said."""

    claim: C
    passage: str
    work: str
    title: str
    page: str
    topic: str | None
    text: str
    issued: str | None
    locator: str
    kind: str


def rows_of(key: int, passage: str, claims: Sequence[Claim], issued: str | None) -> list[tuple[Any, ...]]:
    """Return the rows of a passage's claims; `key` is the passage's row and `passage` its identifier."""
    ids = _figure_ids(passage, claims)
    rows = []
    for claim in claims:
        if isinstance(claim, Figure):
            years = spanned(claim.period, issued)
            claim = msgspec.structs.replace(  # noqa: PLW2901 - local ids become permanent ones
                claim,
                id=ids[claim.id],
                part_of=ids.get(claim.part_of or ""),
                same_as=ids.get(claim.same_as or ""),
            )
            row = (claim.id, claim.place, None, claim.low, claim.high, claim.counts, *(years or (None, None)))
        elif isinstance(claim, Route):
            row = (claim_id(passage, claim), claim.origin, claim.destination, None, None, None, None, None)
        elif isinstance(claim, Tier):
            row = (claim_id(passage, claim), claim.country, claim.tier, None, None, None, claim.year, claim.year)
        elif isinstance(claim, Fact):
            row = (claim_id(passage, claim), claim.country, claim.key, None, None, None, claim.year, claim.year)
        else:
            other = claim.key if isinstance(claim, Theme) else None
            row = (claim_id(passage, claim), None, other, None, None, None, None, None)
        rows.append((key, type(claim).__name__.lower(), *row, msgspec.json.encode(claim).decode()))
    return rows


def _figure_ids(passage: str, claims: Iterable[Claim]) -> dict[str, str]:
    """Return the permanent id of each figure of a passage by its id within the passage."""
    ids: dict[str, str] = {}
    seen: dict[str, int] = {}
    figures = sorted((claim for claim in claims if isinstance(claim, Figure)), key=lambda figure: figure.start)
    for figure in figures:
        ids[figure.id] = figure_id(passage, figure.number, seen.get(figure.number, 0))
        seen[figure.number] = seen.get(figure.number, 0) + 1
    return ids


def claim_id(passage: str, claim: Claim) -> str:
    """Return the identifier of a route, theme or tier: its passage and what it says, whoever read it."""
    said = msgspec.json.encode(msgspec.structs.replace(claim, reasons=(), extractor="", version="")).decode()
    return identifier(type(claim).__name__.lower(), passage, said)


def mentions(connection: sqlite3.Connection, where: str, *parameters: object) -> tuple[Mention, ...]:
    """Return the figures of the shown pages that match, as mentions, in the order of their rows."""
    found = connection.execute(
        f"SELECT claims.value, {_AROUND}{_PLACED} WHERE claims.kind = 'figure' AND {where}", parameters
    )
    read = [(msgspec.json.decode(value, type=Figure), around) for value, *around in found]
    wanted: dict[int, set[int]] = {}
    for figure, around in read:
        if figure.cites:
            wanted.setdefault(around[-1], set()).update(figure.cites)
    sources = sources_behind(connection, wanted)
    return tuple(_mention(figure, sources.get(around[-1], {}), *around) for figure, around in read)


def _mention(figure: Figure, sources: Mapping[int, Source], *around: Any) -> Mention:
    passage, work, title, page, _, text, publisher, issued, kind, role, ordinal, placed, number, known_by, _ = around
    return Mention(
        **dict(zip(_SHARED, _SHARED_OF(figure), strict=True)),
        passage=passage,
        work=work,
        title=title,
        page=page,
        text=text,
        publisher=publisher,
        issued=issued,
        known_by=known_by,
        kind=kind,
        role=role,
        locator=locator(placed, number, role, ordinal),
        cites=tuple(sources[place] for place in figure.cites if place in sources),
    )


_SHARED = tuple(
    name
    for name in Figure.__struct_fields__
    if name in Mention.__struct_fields__ and name not in ("kind", "role", "cites")
)

_SHARED_OF = attrgetter(*_SHARED)


def locator(placed: str, number: int | None, role: str, ordinal: int) -> str:
    """Return where a passage stands on its page, as in "entry 13, ¶1"."""
    if placed != "entry":
        return f"{placed}, ¶{ordinal}"
    return f"entry {number}, title" if role == "title" else f"entry {number}, ¶{ordinal}"


def placed_claims(
    connection: sqlite3.Connection, struct: type[C], where: str, *parameters: object
) -> tuple[PlacedClaim[C], ...]:
    """Return the claims of one kind on the shown pages that match, with where they stand."""
    found = connection.execute(
        f"SELECT claims.value, {_AROUND}{_PLACED} WHERE claims.kind = ? AND {where} ORDER BY claims.id",
        (struct.__name__.lower(), *parameters),
    )
    return tuple(_placed(struct, *row) for row in found)


def _placed(struct: type[C], value: str, *around: Any) -> PlacedClaim[C]:
    passage, work, title, page, topic, text, _, issued, kind, role, ordinal, placed, number, *_ = around
    return PlacedClaim(
        claim=msgspec.json.decode(value, type=struct),
        passage=passage,
        work=work,
        title=title,
        page=page,
        topic=topic or None,
        text=text,
        issued=issued,
        locator=locator(placed, number, role, ordinal),
        kind=kind,
    )


def placings(connection: sqlite3.Connection, country: str) -> tuple[Placing, ...]:
    """Return the tiers of a country on the shown pages that have a year and are not ones that it left."""
    found = connection.execute(
        f"SELECT claims.value, works.id, works.title, passages.passage, passages.text, entries.issued, entries.kind,"
        f" passages.kind{_PLACED} WHERE claims.kind = 'tier' AND claims.place = ? ORDER BY claims.id",
        (country,),
    )
    made = []
    for value, work, title, passage, text, issued, kind, words in found:
        tier = msgspec.json.decode(value, type=Tier)
        if tier.year is not None and not tier.former:
            made.append(
                Placing(
                    country=country,
                    tier=tier.tier,
                    year=tier.year,
                    work=work,
                    title=title,
                    passage=passage,
                    text=text,
                    issued=issued,
                    official=kind == "dataset",
                    dated=any(reason.field == "year" for reason in tier.reasons),
                    quoted=words == "quoted",
                )
            )
    return tuple(made)
