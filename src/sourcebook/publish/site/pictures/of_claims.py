"""From the claims of passages to what the pictures need: ratings by year, and routes by works."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable

from sourcebook.model.kinds import Route, Tier
from sourcebook.publish.site.pictures.routes import Place, RouteCount
from sourcebook.publish.site.pictures.tiers import STEPS, TIERS, Rating, TierMark
from sourcebook.publish.site.places import place_name
from sourcebook.publish.site.words import Words

REGION = "region:"


def route_counts(
    routes: Iterable[tuple[str, Route]], words: Words, address: Callable[[str], str | None]
) -> tuple[RouteCount, ...]:
    """Return each route with the number of works that say it, from pairs of a work's identifier and a route.

    A work counts once however often it says a route; what a text denies is no route. `address` gives a country's page,
    None where there is none.
    """
    works: dict[tuple[str, str], set[str]] = defaultdict(set)
    for work, route in routes:
        if not route.negated:
            works[route.origin, route.destination].add(work)
    return tuple(
        RouteCount(
            origin=place_of(origin, words, address), destination=place_of(destination, words, address), works=len(held)
        )
        for (origin, destination), held in sorted(works.items())
    )


def place_of(code: str, words: Words, address: Callable[[str], str | None]) -> Place:
    """Return the end of a route by its code, or by the name of its region."""
    if code.startswith(REGION):
        return Place(name=code.removeprefix(REGION))
    return Place(name=place_name(code, words), code=code, href=address(code))


def tier_marks(tiers: Iterable[tuple[str | None, Tier]], country: str, words: Words) -> tuple[TierMark, ...]:
    """Return a country's ratings by year, from pairs of an address and a claim; claims without a year are left out.

    Where works differ on a year the rating that most of them give is drawn, the higher of two that are even. A move
    from a year without a rating implies where that year stood: "downgraded" that it stood higher.
    """
    given: dict[int, Counter[Rating]] = defaultdict(Counter)
    links: dict[tuple[int, Rating], str | None] = {}
    moves: dict[int, str] = {}
    for href, claim in tiers:
        if claim.country != country or claim.year is None or claim.former:
            continue
        given[claim.year][claim.tier] += 1
        links.setdefault((claim.year, claim.tier), href)
        if claim.change:
            moves.setdefault(claim.year, claim.change)
    order = list(TIERS)
    rated = {year: min(held, key=lambda tier: (-held[tier], order.index(tier))) for year, held in given.items()}
    marks = [TierMark(year=year, tier=tier, href=links[year, tier]) for year, tier in rated.items()]
    marks += [
        mark
        for year, change in moves.items()
        if year - 1 not in rated and (mark := _before(year, rated[year], change, words))
    ]
    return tuple(sorted(marks, key=lambda mark: mark.year))


def _before(year: int, tier: Rating, change: str, words: Words) -> TierMark | None:
    """Return what a move tells of the year before it; None where it tells nothing that can stand on a step."""
    if tier not in STEPS:
        return None
    at, name = STEPS.index(tier), words.say(TIERS[tier])
    if change == "remained":
        return TierMark(year=year - 1, tier=tier, implied=True, says=name)
    if change == "downgraded" and at > 0:
        return TierMark(year=year - 1, tier=STEPS[at - 1], implied=True, says=words.say("above %(tier)s", tier=name))
    if change == "upgraded" and at + 1 < len(STEPS):
        return TierMark(year=year - 1, tier=STEPS[at + 1], implied=True, says=words.say("below %(tier)s", tier=name))
    return None
