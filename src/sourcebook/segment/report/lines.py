"""A document's lines with their pages, the heads and feet that run over its pages set apart."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from sourcebook.model import Document
from sourcebook.segment.report.headings import heading_level, is_list_heading

_TOP, _BOTTOM = 6, 4
_BREAKS = frozenset(("\n", "\r", "\r\n"))
_DIGITS = re.compile(r"\d+")
_SPACE = re.compile(r"\s+")
_NUMBER = re.compile(r"\W{0,3}(?:page\s+)?(\d{1,4})(?:\s*(?:/|of)\s*\d+)?\W{0,3}", re.IGNORECASE)
_CONTINUED = re.compile(r"\s*\(\s*cont(?:inued|\.|\u2019d|'d)?\s*\)\s*", re.IGNORECASE)


class Line(NamedTuple):
    """A line: its text without its line break, where it starts, its page from 1, whether a blank line is before it."""

    text: str
    start: int
    page: int | None
    after_blank: bool = False

    @property
    def end(self) -> int:
        """Where its text ends in the document."""
        return self.start + len(self.text)

    @property
    def spaced(self) -> bool:
        """Tell whether white space stands at its end, as where a line was broken between two words."""
        return self.text[-1:].isspace()


class Lines(NamedTuple):
    """The lines of the running text, and those that run over the pages."""

    body: tuple[Line, ...]
    running: tuple[Line, ...]


def lines_of(document: Document) -> Lines:
    """Return a document's lines that hold anything; a form feed begins a page, or its blocks tell the pages."""
    lines = tuple(_lines(document))
    pages = _by_page(lines)
    heads = _running(pages) if len(pages) > 1 else frozenset()
    body = tuple(line for line in lines if line not in heads and not _CONTINUED.fullmatch(line.text))
    return Lines(body, tuple(line for line in lines if line in heads))


def _lines(document: Document) -> Iterator[Line]:
    paged = "\f" in document.text or any(block.page for block in document.blocks)
    page, at, breaks = 1, 0, 0
    for part in re.split(r"(\n|\f|\r\n?)", document.text):
        if part == "\f":
            page += 1
        elif part.strip():
            yield Line(part, at, page if paged else None, breaks > 1)
            breaks = 0
        breaks += part in _BREAKS
        at += len(part)


def _by_page(lines: Sequence[Line]) -> list[list[Line]]:
    pages: dict[int | None, list[Line]] = {}
    for line in lines:
        pages.setdefault(line.page, []).append(line)
    return list(pages.values())


def _running(pages: list[list[Line]]) -> frozenset[Line]:
    """Return the lines at the edges of pages that come back on others with nothing but their numbers changed."""
    tops = [page[:_TOP] for page in pages]
    bottoms = [page[_TOP:][-_BOTTOM:][::-1] for page in pages]
    found: set[Line] = set()
    for edges in (tops, bottoms):
        counts = Counter(key for edge in edges for key in {_key(line.text) for line in edge})
        often = {key for key, count in counts.items() if count >= max(2, 0.3 * len(pages))}
        numbers = _page_numbers(edges)
        for at, edge in enumerate(edges):
            found.update(_outermost(edge, often, numbers.get(at)))
    return frozenset(found)


def _key(text: str) -> str:
    return _DIGITS.sub("#", _SPACE.sub("", text)).casefold()


def _page_numbers(edges: list[list[Line]]) -> dict[int, Line]:
    """Return the line on each page that holds its number: those whose distance to the count of pages is most common."""
    offsets: dict[int, dict[int, Line]] = {}
    for at, edge in enumerate(edges):
        for line in edge:
            if found := _NUMBER.fullmatch(line.text.strip()):
                offsets.setdefault(int(found[1]) - at, {}).setdefault(at, line)
    best = max(offsets.values(), key=len, default={})
    return best if len(best) >= max(2, 0.5 * len(edges)) else {}


def _outermost(edge: list[Line], often: set[str], number: Line | None) -> Iterator[Line]:
    """Yield the running lines from the outside in; a line in capitals beside the page's number is one of them."""
    for at, line in enumerate(edge):
        beside = number is not None and line is not number and _beside(edge, at, number) and _is_head(line.text)
        if line is not number and not beside and (_key(line.text) not in often or _NUMBER.fullmatch(line.text.strip())):
            if line.text.strip().isdigit() and number is not None and number in edge[at + 1 :]:
                continue
            return
        yield line


def _beside(edge: list[Line], at: int, number: Line) -> bool:
    return any(edge[near] is number for near in (at - 1, at + 1) if 0 <= near < len(edge))


def _is_head(text: str) -> bool:
    """Tell whether a line is in capitals as running heads are, and neither numbered nor over a list."""
    if is_list_heading(text) or heading_level(text) == 1:
        return False
    letters = [letter for letter in text if letter.isalpha()]
    return len(letters) > 8 and sum(letter.isupper() for letter in letters) > 0.9 * len(letters)
