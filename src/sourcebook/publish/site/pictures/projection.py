"""From longitude and latitude to a flat map that keeps areas true: one for the world, one around a place."""

from __future__ import annotations

import math

from sourcebook.model import Value

Point = tuple[float, float]
# Equal Earth (Šavrič, Patterson and Jenny 2018), its published constants.
A1, A2, A3, A4 = 1.340264, -0.081106, 0.000893, 0.003796
ROOT3 = math.sqrt(3.0)
# The world is cut where the 169th western meridian runs, through water but for one small island.
WORLD_MIDDLE = 11.0
EARTH_KM = 6371.0
# Farther away than this a point stands at this distance: far outside any map, and never at the antipode.
FARTHEST = math.radians(115)


def equal_earth(longitude: float, latitude: float) -> Point:
    """Return a point of the world, x and y in earth radii, y upwards."""
    angle = math.asin(ROOT3 / 2 * math.sin(math.radians(latitude)))
    square = angle * angle
    sixth = square * square * square
    x = (
        2
        * ROOT3
        * math.radians(longitude)
        * math.cos(angle)
        / (3 * (9 * A4 * sixth * square + 7 * A3 * sixth + 3 * A2 * square + A1))
    )
    return x, angle * (A4 * sixth * square + A3 * sixth + A2 * square + A1)


class Around(Value, frozen=True):
    """Lambert's azimuthal equal-area projection around a place; the 180th meridian is a line like any other."""

    longitude: float
    latitude: float

    def flat(self, longitude: float, latitude: float) -> Point:
        """Return a point, x and y in earth radii from the middle, y upwards."""
        turned, up = math.radians(longitude - self.longitude), math.radians(latitude)
        middle = math.radians(self.latitude)
        east = math.cos(up) * math.sin(turned)
        north = math.cos(middle) * math.sin(up) - math.sin(middle) * math.cos(up) * math.cos(turned)
        toward = math.sin(middle) * math.sin(up) + math.cos(middle) * math.cos(up) * math.cos(turned)
        away = min(math.acos(max(-1.0, min(1.0, toward))), FARTHEST)
        flat = math.hypot(east, north)
        if not flat:
            return 0.0, 0.0
        reach = 2 * math.sin(away / 2) / flat
        return east * reach, north * reach


def distance_km(one: Point, other: Point) -> float:
    """Return how far two places are from each other, along the earth."""
    (x1, y1), (x2, y2) = ((math.radians(x), math.radians(y)) for x, y in (one, other))
    half = math.sin((y2 - y1) / 2) ** 2 + math.cos(y1) * math.cos(y2) * math.sin((x2 - x1) / 2) ** 2
    return 2 * EARTH_KM * math.asin(math.sqrt(min(1.0, half)))


class Window(Value, frozen=True):
    """A rectangle of a flat map as a drawing shows it: `scale` pixels to the earth's radius, y downwards."""

    left: float
    top: float
    scale: float
    width: float
    height: float

    def at(self, point: Point) -> Point:
        """Return where a flat point stands in the drawing."""
        return (point[0] - self.left) * self.scale, (self.top - point[1]) * self.scale

    def holds(self, point: Point, margin: float = 0.0) -> bool:
        """Tell whether a point of the drawing is within it, and so far from its edges."""
        x, y = point
        return margin <= x <= self.width - margin and margin <= y <= self.height - margin


def window_around(points: list[Point], width: float, height: float, margin: float) -> Window:
    """Return the window that shows all these flat points, so far from its edges, as large as that allows."""
    xs, ys = zip(*points, strict=True)
    wide, tall = max(max(xs) - min(xs), 1e-6), max(max(ys) - min(ys), 1e-6)
    scale = min((width - 2 * margin) / wide, (height - 2 * margin) / tall)
    return Window(
        left=(max(xs) + min(xs)) / 2 - width / scale / 2,
        top=(max(ys) + min(ys)) / 2 + height / scale / 2,
        scale=scale,
        width=width,
        height=height,
    )
