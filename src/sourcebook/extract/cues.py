"""A pattern that is only tried where one of a few letters-in-a-row stands: the cheap question before the dear one."""

from __future__ import annotations

import re
from collections.abc import Iterator


class Cue:
    """A pattern with the stems of which at least one stands in every match of it."""

    __slots__ = ("pattern", "stems")

    def __init__(self, pattern: str, stems: str) -> None:
        self.pattern = re.compile(pattern)
        self.stems = tuple(stems.split())

    def search(self, text: str, start: int = 0, end: int | None = None) -> re.Match[str] | None:
        """Return the first match in a span of a text, or None."""
        stop = len(text) if end is None else end
        for stem in self.stems:
            if text.find(stem, start, stop) >= 0:
                return self.pattern.search(text, start, stop)
        return None

    def finditer(self, text: str, start: int = 0, end: int | None = None) -> Iterator[re.Match[str]]:
        """Return the matches in a span of a text, in order."""
        stop = len(text) if end is None else end
        for stem in self.stems:
            if text.find(stem, start, stop) >= 0:
                return self.pattern.finditer(text, start, stop)
        return iter(())
