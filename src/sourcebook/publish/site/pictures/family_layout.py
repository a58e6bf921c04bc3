"""Where the works of a family stand: a row for each way of naming the speaker, as high as its labels need."""

from __future__ import annotations

from collections.abc import Sequence

from sourcebook.model import Value
from sourcebook.publish.site.pictures.axes import Years
from sourcebook.publish.site.pictures.family_nodes import Shown

ORDER = ("official", "body", "kind", "none")
NEAR = 16.0


class Stand(Value, frozen=True):
    """Where a node stands; `from_x` is the start of its bar where it has one."""

    shown: Shown
    x: float
    y: float
    from_x: float
    bar: bool


class Layout(Value, frozen=True):
    """Every node, the height of each row's line, the bottom, and how far a source that is not seen lies below."""

    stands: tuple[Stand, ...]
    rows: dict[str, float]
    bottom: float
    below: float


def laid_out(shown: Sequence[Shown], years: Years, *, narrow: bool) -> Layout:
    """Return the layout of these nodes; nodes of a row that would touch stand below each other."""
    lane, head, below = (44.0, 62.0, 38.0) if narrow else (46.0, 44.0, 44.0)
    stands: list[Stand] = []
    rows: dict[str, float] = {}
    top = 0.0
    for speaker in ORDER:
        held = [one for one in shown if one.node.speaker == speaker]
        if not held:
            continue
        rows[speaker] = top + head
        lanes = _lanes([years.at(one.node.at) for one in held], narrow=narrow)
        for one, at in zip(held, lanes, strict=True):
            stands.append(_stand(one, years, rows[speaker] + at * lane))
        unclear = any(one.node.role == "unclear" for one in held)
        top = rows[speaker] + max(lanes) * lane + (below + 12 if unclear else 24)
    return Layout(stands=tuple(stands), rows=rows, bottom=top + 14, below=below)


def _stand(shown: Shown, years: Years, y: float) -> Stand:
    node = shown.node
    x = years.at(node.at)
    start = years.at(node.earliest) if node.earliest is not None else years.left
    return Stand(shown=shown, x=x, y=y, from_x=start, bar=x - start >= NEAR and node.span > 1)


def _lanes(xs: Sequence[float], *, narrow: bool) -> list[int]:
    """Return a lane for each node of a row, so that the names of two in one lane have room."""
    room = 190.0 if narrow else 310.0
    ends: list[float] = []
    lanes = []
    for x in xs:
        free = next((lane for lane, end in enumerate(ends) if x - end >= room), len(ends))
        ends[free:] = [x, *ends[free + 1 :]]
        lanes.append(free)
    return lanes
