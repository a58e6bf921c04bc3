"""Sets of countries to set side by side, and what of each is compared beside its figures."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, MutableMapping, Sequence
from functools import lru_cache
from weakref import WeakKeyDictionary

from sourcebook.model import Value
from sourcebook.query.compare import Point, points_of
from sourcebook.reconcile.alike import Question
from sourcebook.reconcile.years import years_of
from sourcebook.store.base import PageRow, View
from sourcebook.vocabulary.countries import countries, neighbours, region_members

MOST_IN_REGION = 30
"""A region of more countries is no comparison that anybody reads; its parts are."""


class Beside(Value, frozen=True):
    """A country as it is set beside others; routes, themes and tiers go by how many works say so.

    `tiers` has a year's tier, and the passage where it is said; `figured` the years that any figure is about.
    """

    place: str
    points: dict[Question, tuple[Point, ...]]
    routes: dict[str, int]
    themes: dict[str, int]
    tiers: dict[int, tuple[str, str]]
    figured: tuple[int, ...]
    entries: int
    newest: int | None


class Group(Value, frozen=True):
    """A ready-made set: a country with its neighbours, or a region, by its name in addresses."""

    key: str
    region: str
    places: tuple[str, ...]


_MADE: MutableMapping[View, dict[str, Beside]] = WeakKeyDictionary()
"""What was made of each country through a view, as long as there is the view: a country stands in several sets."""


def beside(view: View, place: str) -> Beside:
    """Return what the archive holds of one country for a comparison; all empty where it holds nothing."""
    made = _MADE.setdefault(view, {})
    if place not in made:
        made[place] = _beside(view, place)
    return made[place]


def _beside(view: View, place: str) -> Beside:
    evidence = view.evidence
    mentions = evidence.figures(place)
    routes, themes = defaultdict[str, set[str]](set), defaultdict[str, set[str]](set)
    for route in evidence.routes(place):
        if route.claim.origin == place and not route.claim.negated and not route.claim.internal:
            routes[route.claim.destination].add(route.work)
    for theme in evidence.themes(place):
        if theme.topic is None:
            themes[theme.claim.key].add(theme.work)
    rows = [row for row in view.pages() if row.place == place and row.topic is None]
    return Beside(
        place=place,
        points=points_of(mentions),
        routes=_counted(routes),
        themes=_counted(themes),
        tiers=_tiers(view, place),
        figured=tuple(sorted({year for mention in mentions for year in years_of(mention)})),
        entries=sum(row.entries for row in rows),
        newest=max((row.last_year for row in rows if row.last_year), default=None),
    )


def _counted(held: Mapping[str, set[str]]) -> dict[str, int]:
    return {key: len(held[key]) for key in sorted(held)}


def _tiers(view: View, place: str) -> dict[int, tuple[str, str]]:
    """Return the tier of each year that most works give, the first of those that are even, with a passage."""
    given: dict[int, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for one in view.evidence.tiers(place):
        if one.claim.year is not None and not one.claim.former:
            given[one.claim.year][one.claim.tier].append(one.passage)
    most = {year: max(sorted(held), key=lambda tier: len(held[tier])) for year, held in given.items()}
    return {year: (most[year], given[year][most[year]][0]) for year in sorted(most)}


def groups(rows: Iterable[PageRow]) -> tuple[Group, ...]:
    """Return the ready-made sets of an archive: of each country with a page, and of each region with two of them."""
    return _groups(tuple(sorted({row.place for row in rows})))


@lru_cache(maxsize=4)
def _groups(held: tuple[str, ...]) -> tuple[Group, ...]:
    return (*(neighbourhood(place, held) for place in held), *regions(held))


def neighbourhood(place: str, held: Sequence[str]) -> Group:
    """Return a country with those of its neighbours that have a page."""
    return Group(key=place, region="", places=(place, *(code for code in neighbours(place) if code in held)))


def regions(held: Sequence[str]) -> tuple[Group, ...]:
    """Return the regions of UN M49 of at most 30 countries in which two or more have a page."""
    names = dict.fromkeys(region for code in held if code in countries() for region in countries()[code].regions)
    made = []
    for name in sorted(names):
        members = region_members(name)
        within = tuple(code for code in members if code in held)
        if len(within) > 1 and len(members) <= MOST_IN_REGION:
            made.append(Group(key=name.casefold().replace(" ", "-"), region=name, places=within))
    return tuple(made)


def find_group(rows: Iterable[PageRow], key: str) -> Group | None:
    """Return the ready-made set with this key; None where there is none."""
    return next((group for group in groups(rows) if group.key == key), None)
