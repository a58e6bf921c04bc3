"""Routes in and out: a plain map whose curves count works, and the ranked lists that say the same."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from sourcebook.model import Value
from sourcebook.publish.site.pictures.drawing import Drawing, Picture, Rank, Ranking
from sourcebook.publish.site.pictures.routes_map import Spot, routes_map
from sourcebook.publish.site.words import Words, sentence_case

OUT, INTO = "out", "in"
# So many rows of a ranked list are shown as rows; the countries that fewer works name follow in a sentence.
ROWS = 12


class Place(Value, frozen=True):
    """An end of a route: a country by its code, or a region by its name alone (`code` is None)."""

    name: str
    code: str | None = None
    href: str | None = None


class RouteCount(Value, frozen=True):
    """How many works say that people are moved from one place to the other for exploitation."""

    origin: Place
    destination: Place
    works: int


def routes(name: str, home: Place, counts: Iterable[RouteCount], words: Words) -> Picture | None:
    """Return the picture of the routes from, to and within a country; None where no work names any.

    Routes that do not touch the country are left out, and so are those that no work says.
    """
    held = [route for route in counts if route.works > 0]
    out = _sum((route.destination, route.works) for route in held if _is(route.origin, home))
    into = _sum((route.origin, route.works) for route in held if _is(route.destination, home))
    within = sum(works for place, works in out if _is(place, home))
    out, into = _without(out, home), _without(into, home)
    if not out and not into and not within:
        return None
    drawing = _drawing(home, out, into, words)
    return Picture(
        name=name,
        title=_title(home, out, into, words),
        notes=(
            words.say("A route counts works that say so, not people."),
            words.say("A line shows where from and where to, not the way taken."),
            *((words.say("Dashed lines lead into the country."),) if into else ()),
        ),
        drawings=(drawing,) if drawing else (),
        rankings=tuple(
            filter(
                None,
                (
                    _ranking(words.say("Out of %(country)s, by works", country=home.name), out, words),
                    _ranking(words.say("Into %(country)s, by works", country=home.name), into, words),
                    _within(home, within, words),
                ),
            )
        ),
        spans=True,
    )


def _is(place: Place, home: Place) -> bool:
    return place.code is not None and place.code == home.code


Counted = list[tuple[Place, int]]


def _sum(ends: Iterable[tuple[Place, int]]) -> Counted:
    """Return the places with their works, those that most works name first."""
    works: dict[str, int] = defaultdict(int)
    places: dict[str, Place] = {}
    for place, count in ends:
        key = place.code or f"region:{place.name}"
        works[key] += count
        places.setdefault(key, place)
    return sorted(((places[key], count) for key, count in works.items()), key=lambda one: (-one[1], one[0].name))


def _without(counted: Counted, home: Place) -> Counted:
    return [(place, works) for place, works in counted if not _is(place, home)]


def _drawing(home: Place, out: Counted, into: Counted, words: Words) -> Drawing | None:
    spots = [
        Spot(code=place.code, name=place.name, works=works, into=way == INTO)
        for way, counted in ((OUT, out), (INTO, into))
        for place, works in counted
        if place.code
    ]
    return routes_map((home.code or "", home.name), spots, words, says=_says(home, out, into, words))


def _title(home: Place, out: Counted, into: Counted, words: Words) -> str:
    """Return what the picture shows: the place that most works name, and how far it stands out."""
    counted = [one for one in (out or into) if one[0].code]
    if not counted:
        return words.say("Routes of %(country)s, named by region only", country=home.name)
    most = counted[0][1]
    top = [place.name for place, works in counted if works == most]
    if len(top) > 1:
        each = words.plural("%(n)s work", "%(n)s works", most)
        return sentence_case(words.say("No place is named by more than %(works)s", works=each))
    sentence = (
        words.plural(
            "%(n)s work names %(place)s as a destination",
            "%(n)s works name %(place)s as a destination",
            most,
            place=top[0],
        )
        if out
        else words.plural(
            "%(n)s work names %(place)s as an origin", "%(n)s works name %(place)s as an origin", most, place=top[0]
        )
    )
    if len(counted) == 1:
        return sentence_case(sentence)
    return sentence_case(
        words.say(
            "%(first)s; no other is named by more than %(second)s", first=sentence, second=words.number(counted[1][1])
        )
    )


def _says(home: Place, out: Counted, into: Counted, words: Words) -> str:
    said = [
        words.say("out to %(places)s", places=_listed(out)) if out else "",
        words.say("in from %(places)s", places=_listed(into)) if into else "",
    ]
    return words.say(
        "Map of routes of %(country)s, thicker where more works say so: %(routes)s.",
        country=home.name,
        routes="; ".join(filter(None, said)),
    )


def _listed(counted: Counted) -> str:
    return ", ".join(f"{place.name} {works}" for place, works in counted[:ROWS])


def _ranking(title: str, counted: Counted, words: Words) -> Ranking | None:
    if not counted:
        return None
    countries = [(place, works) for place, works in counted if place.code]
    rows = [one for one in countries if one[1] > 1][:ROWS] or countries[:3]
    shown = {place.code for place, _ in rows}
    most = max((works for _, works in countries), default=1)
    return Ranking(
        title=title,
        rows=tuple(
            Rank(text=place.name, count=str(works), share=str(max(1, round(100 * works / most))), href=place.href)
            for place, works in rows
        ),
        sentences=tuple(_rest([one for one in countries if one[0].code not in shown], words))
        + tuple(_regions([one for one in counted if not one[0].code], words)),
    )


def _rest(counted: Sequence[tuple[Place, int]], words: Words) -> Iterable[str]:
    """Return a sentence for each number of works below those of the rows, with the places that so many name."""
    by_works: dict[int, list[str]] = defaultdict(list)
    for place, works in counted:
        by_works[works].append(place.name)
    for works, names in sorted(by_works.items(), reverse=True):
        listed = words.join(tuple(names))
        yield (
            words.say("Named once: %(places)s.", places=listed)
            if works == 1
            else words.say("Named by %(n)s works: %(places)s.", n=words.number(works), places=listed)
        )


def _regions(counted: Sequence[tuple[Place, int]], words: Words) -> Iterable[str]:
    for place, works in counted:
        yield words.plural(
            "“%(region)s”, no country named, by %(n)s work.",
            "“%(region)s”, no country named, by %(n)s works.",
            works,
            region=place.name,
        )


def _within(home: Place, works: int, words: Words) -> Ranking | None:
    if not works:
        return None
    said = words.plural("%(n)s work tells of it.", "%(n)s works tell of it.", works)
    return Ranking(title=words.say("Within %(country)s", country=home.name), sentences=(sentence_case(said),))
