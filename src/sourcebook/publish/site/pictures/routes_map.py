"""The map of routes: the country and its part of the world, a curve to each place that is near enough to show."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

from sourcebook.model import Value
from sourcebook.publish.site.pictures.drawing import Drawing, Path, Text, number, text
from sourcebook.publish.site.pictures.land import land_around
from sourcebook.publish.site.pictures.lettering import LARGE, SIZE, Box, Label, around, place, shorten, width
from sourcebook.publish.site.pictures.outlines import outlines
from sourcebook.publish.site.pictures.projection import Around, Point, Window, distance_km, window_around
from sourcebook.publish.site.words import Words

WIDTH, HEIGHT, MARGIN = 400.0, 330.0, 30.0
# The map reaches to the nearest of these distances, in km, within which most works name their places.
REACHES = (800, 1600, 3000, 5000, 8000)
MOST = 0.7
# At least so much of the world is shown around the country, in earth radii.
LEAST = 0.1
NAMED = 2


class Spot(Value, frozen=True):
    """A country at the other end of routes, and how many works name it; `into` tells that the routes lead in."""

    code: str
    name: str
    works: int
    into: bool = False


def routes_map(home: tuple[str, str], spots: Sequence[Spot], words: Words, *, says: str) -> Drawing | None:
    """Return the map of a country, given as code and name, and its spots; None where nothing places them."""
    held = outlines().places
    if home[0] not in held:
        return None
    known = [spot for spot in spots if spot.code in held]
    at = held[home[0]].at
    near, far = _parted(at, known)
    flat = Around(longitude=at[0], latitude=at[1])
    window = _window(flat, home[0], near)
    land = land_around(home[0], flat, window)
    start = window.at((0.0, 0.0))
    ends = {spot: window.at(flat.flat(*held[spot.code].at)) for spot in near}
    unseen = [*far, *(spot for spot in near if not window.holds(ends[spot], 3))]
    seen = {spot: end for spot, end in ends.items() if window.holds(end, 3)}
    texts, large = (_words(home[1], start, seen, _edge(unseen, words, size), size) for size in (SIZE, LARGE))
    return Drawing(
        width=number(WIDTH),
        height=number(HEIGHT),
        size="map",
        says=says,
        lines=(
            Path(d=land.land, css="land"),
            Path(d=land.borders, css="border"),
            Path(d=land.here, css="here"),
            *_ways(start, seen),
            Path(d=_disc(start, 4), css="dot1"),
        ),
        texts=texts,
        large_texts=large,
    )


def _parted(at: Point, spots: Sequence[Spot]) -> tuple[list[Spot], list[Spot]]:
    """Part the spots into those within the reach of the map and those beyond it."""
    held = outlines().places
    away = {spot: distance_km(at, held[spot.code].at) for spot in spots}
    works = sum(spot.works for spot in spots)
    reach = next(
        (km for km in REACHES if sum(spot.works for spot in spots if away[spot] <= km) >= MOST * works), REACHES[-1]
    )
    near = [spot for spot in spots if away[spot] <= reach]
    return near, [spot for spot in spots if away[spot] > reach]


def _window(flat: Around, home: str, near: Sequence[Spot]) -> Window:
    """Return the window that shows the country and the ends of its routes."""
    held = outlines()
    rings = held.places[home].rings[:1]
    own = [flat.flat(*point) for ring in rings for point in held.points(ring)]
    corners = [(-LEAST, 0.0), (LEAST, 0.0), (0.0, -LEAST), (0.0, LEAST)]
    ends = [flat.flat(*held.places[spot.code].at) for spot in near]
    return window_around([*own, *corners, *ends], WIDTH, HEIGHT, MARGIN)


def _ways(start: Point, ends: Mapping[Spot, Point]) -> tuple[Path, ...]:
    """Return the curves of all routes and the dots at their ends, those that look alike as one path."""
    alike: dict[str, list[str]] = {}
    for spot, end in sorted(ends.items(), key=lambda one: one[0].works):
        for path in _way(start, end, spot):
            alike.setdefault(path.css, []).append(path.d)
    return tuple(Path(d="".join(alike[css]), css=css) for css in sorted(alike, key=lambda css: css.startswith("tip")))


def _way(start: Point, end: Point, spot: Spot) -> tuple[Path, ...]:
    """Return the curve of a route, bent to its right, and the dot at its other end."""
    (x1, y1), (x2, y2) = start, end
    bend = 0.12 if not spot.into else -0.12
    x, y = (x1 + x2) / 2 + (y2 - y1) * bend, (y1 + y2) / 2 - (x2 - x1) * bend
    css = "way5" if spot.works >= 5 else "way2" if spot.works >= 2 else "way1"
    curve = f"M{x1:.0f} {y1:.0f}Q{x:.0f} {y:.0f} {x2:.0f} {y2:.0f}"
    radius = {"way5": 5, "way2": 3, "way1": 2}[css]
    return (
        Path(d=curve, css=f"{css} into" if spot.into else css),
        Path(d=_disc(end, radius), css="tip0" if spot.into else "tip"),
    )


def _disc(at: Point, radius: float) -> str:
    return f"M{at[0] - radius:.0f} {at[1]:.0f}a{radius} {radius} 0 1 1 0 .1z"


def _words(home: str, start: Point, ends: dict[Spot, Point], edge: Text | None, size: float) -> tuple[Text, ...]:
    """Return the country's name, those of the places that two works or more name, and what stands at the edge."""
    taken = [around(*start, 5), *(around(*end, 4) for end in ends.values())]
    room = Box(left=2, top=2, right=WIDTH - 2, bottom=HEIGHT - (size * 1.5 if edge else 2))
    labels = [Label(x=start[0], y=start[1], words=shorten(home, 150, size), css="b halo", away=9, sides="bdfarlce")]
    named = sorted(ends.items(), key=lambda one: (-one[0].works, one[0].name))
    once = {spot.code: (spot, end) for spot, end in reversed(named) if spot.works >= NAMED or len(ends) <= 5}
    chosen = sorted(once.values(), key=lambda one: (-one[0].works, one[0].name))
    labels += [
        Label(x=x, y=y, words=shorten(spot.name, 150, size), css="halo", away=8, sides=_sides(start, (x, y)))
        for spot, (x, y) in chosen
    ]
    placed = place(labels, taken, room, size)
    return (*placed, edge) if edge else placed


def _sides(start: Point, end: Point) -> str:
    """Return the sides of a place's name in the order that keeps it off the curve that comes from the country."""
    turn = math.atan2(end[1] - start[1], end[0] - start[0])
    if abs(turn) < math.pi / 4:
        return "rcdabef"
    if abs(turn) > 3 * math.pi / 4:
        return "lefabcd"
    return "bdfrlaec" if turn > 0 else "acerlbdf"


def _edge(far: Sequence[Spot], words: Words, size: float) -> Text | None:
    """Return the line at the edge of the map that names the places beyond it, as many as there is room for."""
    ranked = sorted({spot.name: spot.works for spot in far}.items(), key=lambda one: (-one[1], one[0]))
    names = [name for name, _ in ranked]
    for shown in range(len(names), 0, -1):
        listed = ", ".join(names[:shown])
        left = len(names) - shown
        said = (
            words.say("beyond this map: %(places)s", places=listed)
            if not left
            else words.say("beyond this map: %(places)s and %(n)s more", places=listed, n=left)
        )
        if width(said, size) <= WIDTH - 16:
            return text(WIDTH - 8, HEIGHT - 8, said, "t2 end halo")
    said = words.say("%(n)s places lie beyond this map", n=len(names))
    return text(WIDTH - 8, HEIGHT - 8, said, "t2 end halo") if names else None
