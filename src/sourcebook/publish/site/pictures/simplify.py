"""Lines with fewer points: what lies nearer to a straight line than anyone would see is left out."""

from __future__ import annotations

from collections.abc import Sequence

Point = tuple[float, float]


def simplify(points: Sequence[Point], tolerance: float) -> list[Point]:
    """Return the points without those that lie within the tolerance of the line between others that stay.

    The ends stay (Douglas and Peucker 1973). A closed line is cut at the point farthest from its start.
    """
    if len(points) < 3:
        return list(points)
    if points[0] == points[-1]:
        x, y = points[0]
        far = max(range(len(points)), key=lambda at: (points[at][0] - x) ** 2 + (points[at][1] - y) ** 2)
        if far in (0, len(points) - 1):
            return [points[0], points[-1]]
        return [*simplify(points[: far + 1], tolerance)[:-1], *simplify(points[far:], tolerance)]
    kept, spans = {0, len(points) - 1}, [(0, len(points) - 1)]
    while spans:
        first, last = spans.pop()
        at, off = _farthest(points, first, last)
        if off > tolerance:
            kept.add(at)
            spans += [(first, at), (at, last)]
    return [points[at] for at in sorted(kept)]


def _farthest(points: Sequence[Point], first: int, last: int) -> tuple[int, float]:
    """Return the point between two others that lies farthest from the straight way between them, and how far."""
    (x1, y1), (x2, y2) = points[first], points[last]
    dx, dy = x2 - x1, y2 - y1
    square = dx * dx + dy * dy
    best, off = first, -1.0
    for at in range(first + 1, last):
        x, y = points[at][0] - x1, points[at][1] - y1
        share = min(1.0, max(0.0, (x * dx + y * dy) / square)) if square else 0.0
        away = (x - share * dx) ** 2 + (y - share * dy) ** 2
        if away > off:
            best, off = at, away
    return best, off**0.5 if off > 0 else off
