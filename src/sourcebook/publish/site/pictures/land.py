"""Land as paths of a drawing: clipped to it, with no more points than can be seen."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache
from itertools import pairwise

from sourcebook.model import Value
from sourcebook.publish.site.pictures.outlines import Outlines, outlines
from sourcebook.publish.site.pictures.projection import (
    EARTH_KM,
    WORLD_MIDDLE,
    Around,
    Point,
    Window,
    distance_km,
    equal_earth,
    window_around,
)
from sourcebook.publish.site.pictures.simplify import simplify

SEEN = 1.8
OUTSIDE = 4.0
WORLD_WIDE, WORLD_TALL = 860.0, 400.0
DOT = 2.6
# How far a line may stray when it is thinned, in earth radii; the world's is half a pixel of its map.
LEVELS = (0.0, 0.0008, 0.0016, 0.0035, 0.006)
WORLD_LEVEL = 0.0035
# An island smaller than this many square pixels is left out of a map of the country's part of the world.
SPECK = 9.0


class Land(Value, frozen=True):
    """The land of a map: all of it, the borders in it, and the country that the map is of."""

    land: str
    borders: str
    here: str


def land_around(place: str, around: Around, window: Window) -> Land:
    """Return the land that a window around a place shows."""
    held = _thin(max((level for level in LEVELS if level * window.scale <= SEEN), default=LEVELS[0]))
    reach = (window.width**2 + window.height**2) ** 0.5 / window.scale * EARTH_KM
    middle = (around.longitude, around.latitude)
    near = [code for code, (at, radius) in _circles().items() if distance_km(middle, at) - radius <= reach]
    drawn: dict[int, list[Point]] = {}

    def line(number: int) -> list[Point]:
        """Return a line in the drawing, simplified by itself so that neighbours still meet."""
        if number not in drawn:
            drawn[number] = simplify([window.at(around.flat(*point)) for point in held.lines[number]], SEEN)
        return drawn[number]

    def ring(numbers: Sequence[int]) -> list[Point]:
        parts = (line(number) if number >= 0 else line(~number)[::-1] for number in numbers)
        return clip_ring([point for part in parts for point in part], window)

    here = held.rings([place]) if place in held.places else []
    seen = (one for one in held.rings(near) if len(one) > 1 or _island(one[0]) * window.scale**2 >= SPECK)
    return Land(
        land="".join(map(closed, filter(_large, map(ring, seen)))),
        borders="".join(map(opened, chained(_pieces(map(line, held.borders(near)), window)))),
        here="".join(map(closed, map(ring, here))),
    )


def _pieces(lines: Iterable[Sequence[Point]], window: Window) -> Iterable[list[Point]]:
    for line in lines:
        for piece in clip_line(line, window):
            yield [(round(x), round(y)) for x, y in piece]


def chained(pieces: Iterable[Sequence[Point]]) -> list[list[Point]]:
    """Return lines joined where one ends and another begins, so that fewer have to be written; each is used once."""
    left = [list(piece) for piece in pieces]
    chains: list[list[Point]] = []
    while left:
        chain = left.pop(0)
        while (at := next((at for at, one in enumerate(left) if chain[-1] in (one[0], one[-1])), None)) is not None:
            found = left.pop(at)
            chain += (found if found[0] == chain[-1] else found[::-1])[1:]
        chains.append(chain)
    return chains


def _large(ring: Sequence[Point]) -> bool:
    return _area(ring) >= SPECK


def _area(ring: Sequence[Point]) -> float:
    return abs(sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in pairwise([*ring, *ring[:1]]))) / 2


@cache
def _island(number: int) -> float:
    """Return the area of an island whose ring is one line, in square earth radii; both maps keep areas true."""
    return _area([equal_earth(*point) for point in outlines().lines[max(number, ~number)]])


@cache
def _circles() -> dict[str, tuple[Point, float]]:
    """Return a circle around each country: its middle and how far in km its farthest point is."""
    held, found = outlines(), {}
    for code, place in held.places.items():
        points = [point for ring in place.rings for number in ring for point in held.lines[max(number, ~number)]]
        if points:
            found[code] = (place.at, max(distance_km(place.at, point) for point in points))
    return found


def clip_ring(ring: Sequence[Point], window: Window) -> list[Point]:
    """Return the part of a ring that lies within the window and a little around it (Sutherland and Hodgman 1974)."""
    found = list(ring)
    for axis, bound, inward in _edges(window):
        kept: list[Point] = []
        for one, other in pairwise([*found[-1:], *found]):
            inside = (one[axis] - bound) * inward >= 0, (other[axis] - bound) * inward >= 0
            if inside[0] != inside[1]:
                kept.append(_crossing(one, other, axis, bound))
            if inside[1]:
                kept.append(other)
        found = kept
    return found


def clip_line(line: Sequence[Point], window: Window) -> list[list[Point]]:
    """Return the pieces of a line whose points lie within the window, each with one point beyond its ends."""
    held = [window.holds(point, -OUTSIDE) for point in line]
    pieces: list[list[Point]] = []
    for at, point in enumerate(line):
        near = held[at] or any(held[max(0, at - 1) : at + 2])
        if near and at and (held[at] or held[at - 1]) and pieces:
            pieces[-1].append(point)
        elif near:
            pieces.append([point])
    return [piece for piece in pieces if len(piece) > 1]


def _edges(window: Window) -> Iterable[tuple[int, float, int]]:
    return (
        (0, -OUTSIDE, 1),
        (0, window.width + OUTSIDE, -1),
        (1, -OUTSIDE, 1),
        (1, window.height + OUTSIDE, -1),
    )


def _crossing(one: Point, other: Point, axis: int, bound: float) -> Point:
    share = (bound - one[axis]) / (other[axis] - one[axis])
    return one[0] + share * (other[0] - one[0]), one[1] + share * (other[1] - one[1])


def opened(points: Sequence[Point]) -> str:
    """Return a line as a path in whole pixels, each point as a step from the one before it."""
    whole = [(round(x), round(y)) for x, y in points]
    whole = [whole[0], *(other for one, other in pairwise(whole) if one != other)] if whole else []
    if len(whole) < 2:
        return ""
    steps = ((x2 - x1, y2 - y1) for (x1, y1), (x2, y2) in pairwise(whole))
    joined = "".join(f"{'' if x < 0 or not at else ' '}{x}{'' if y < 0 else ' '}{y}" for at, (x, y) in enumerate(steps))
    return f"M{whole[0][0]} {whole[0][1]}l{joined}"


def closed(points: Sequence[Point]) -> str:
    """Return a ring as a path in whole pixels; empty where it is too small to have an area."""
    path = opened([*points, *points[:1]])
    return f"{path}z" if path.count(" ") + path.count("-") > 4 else ""


@cache
def world() -> dict[str, str]:
    """Return every country of the world as a path in a drawing of 860 by 400; the smallest are dots."""
    held = _thin(WORLD_LEVEL)
    corners = [equal_earth(-180, 0), equal_earth(180, 0), equal_earth(0, 83.7), equal_earth(0, -56)]
    window = window_around(corners, WORLD_WIDE, WORLD_TALL, 4)

    def flat(points: Sequence[Point]) -> list[Point]:
        return [window.at(equal_earth(*point)) for point in points]

    found = {}
    for code, place in held.places.items():
        rings = [flat(_turned(held.points(ring))) for ring in place.rings]
        drawn = "".join(closed(ring) for ring in rings if _large(ring))
        found[code] = drawn or _dot(flat(_turned([place.at]))[0])
    return found


@cache
def _thin(stray: float) -> Outlines:
    """Return the outlines with fewer points, borders still shared, so that a map of much of the world is made fast."""
    held = outlines()
    return Outlines(lines=tuple(_thin_line(line, stray) for line in held.lines), places=held.places) if stray else held


def _thin_line(line: Sequence[Point], stray: float) -> tuple[Point, ...]:
    flat = {equal_earth(*point): point for point in line}
    return tuple(flat[point] for point in simplify([equal_earth(*point) for point in line], stray))


def _turned(points: Sequence[Point]) -> list[Point]:
    """Return points with their longitudes from the middle of the map, all on one side of its cut."""
    middle = sum(x for x, _ in points) / len(points)
    shift = WORLD_MIDDLE + 360 * round((middle - WORLD_MIDDLE) / 360)
    return [(x - shift, y) for x, y in points]


def _dot(at: Point) -> str:
    return f"M{at[0] - DOT:.0f} {at[1]:.0f}a{DOT} {DOT} 0 1 1 {2 * DOT} 0a{DOT} {DOT} 0 1 1-{2 * DOT} 0z"
