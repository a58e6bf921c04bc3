"""Thirty invented pages in ten layouts, cluttered as real ones are, with the main text of each."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass

from bench.cluttered.layouts import LAYOUTS, Made

SEEDS = (3, 17, 29)


@dataclass(frozen=True)
class Cluttered:
    """A page, its main text, and what may or may not count as such: headline, byline, date, captions."""

    layout: str
    markup: str
    main: str
    either: str


def pages(layouts: dict[str, Callable[[random.Random], Made]] = LAYOUTS) -> list[Cluttered]:
    """Return three pages in each layout, always the same."""
    made = []
    for name, layout in layouts.items():
        for seed in SEEDS:
            markup, main, either = layout(random.Random(f"{name}{seed}"))
            made.append(Cluttered(name, markup, main, either))
    return made
