"""The main text of a cluttered page: which of its blocks are the article, and which stand around it.

A block counts by its length, the more the longer it is, and nothing where links make up most of it. From the top of
the page the way goes down to the element that holds most of what counts, and stops where several alike share it, as
the posts of a thread do. Within, what the page's makers named as something else is left out, and so are lists of
links, teasers and short lines that are no sentence. The numbers were set on the pages of bench/main_text.py; run it
after a change.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from sourcebook.model import Link
from sourcebook.read.layout import Laid
from sourcebook.read.surroundings import PLAIN, STRONG, WEAK, around

_LEAST_LENGTH: Final = 40
_FULL: Final = 360
_MOST_LINKED: Final = 0.35
_HELD: Final = 0.7
_ALIKE: Final = 0.12
_FRAME: Final = 0.5
_LEAST_TEXT: Final = 250
_FAR_MORE: Final = 3
_TEASER: Final = 600
_ASKING: Final = 300
_LEAD: Final = 80
_LOOKED_ABOVE: Final = 12
_HEADINGS: Final = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_NO_FRAME_NAMES: Final = "p li ul ol dl dt dd pre blockquote figure data h1 h2 h3 h4 h5 h6"
_NO_FRAMES: Final = frozenset(_NO_FRAME_NAMES.split())


class Outline:
    """The elements of a page as they open: for each its parent, its looks, and how surely it stands around the text."""

    def __init__(self) -> None:
        self.parents = [0]
        self.looks: list[tuple[str, str]] = [("", "")]
        self.around = [PLAIN]
        self.fields: list[int] = []

    def open(self, tag: str, attributes: dict[str, str | None], parent: int) -> int:
        """Note an element and return its number."""
        self.parents.append(parent)
        if tag == "button" and self.looks[parent][0] in _HEADINGS:
            self.looks.append((tag, ""))
            self.around.append(PLAIN)
        elif attributes:
            get = attributes.get
            look = get("class") or ""
            hidden = "hidden" in attributes or get("aria-hidden") == "true"
            self.looks.append((tag, look))
            self.around.append(STRONG if hidden else around(tag, get("role") or "", f"{get('id') or ''} {look}"))
        else:
            self.looks.append((tag, ""))
            self.around.append(around(tag, "", ""))
        return len(self.parents) - 1

    def holds_field(self, parent: int) -> None:
        """Note that an element holds a field to write in, as what asks readers for their address does."""
        self.fields.append(parent)

    def holds_data(self) -> None:
        """Note that the table that opened last holds data, and frames nothing."""
        self.looks[-1] = ("data", "")


def asides(blocks: Sequence[Laid], elements: Sequence[int], links: Sequence[Link], outline: Outline) -> list[bool]:
    """Return for each block whether it stands around the main text; `elements` are those in which the blocks began."""
    linked = _linked(blocks, links)
    weights = [_weight(block, share) for block, share in zip(blocks, linked, strict=True)]
    page = _Page(outline, elements, weights, WEAK)
    kept, main, held = page.text(blocks, linked)
    for least in (STRONG, STRONG + 1):
        if held >= _LEAST_TEXT:
            break
        other = _Page(outline, elements, weights, least)
        found = other.text(blocks, linked)
        if found[2] > _FAR_MORE * held:
            page, (kept, main, held) = other, found
    chosen = set(_with_their_text(main, blocks)) - page.teasers(kept, blocks, linked)
    return [at not in chosen for at in range(len(blocks))]


def _linked(blocks: Sequence[Laid], links: Sequence[Link]) -> list[float]:
    """Return which share of each block is links."""
    covered = [0] * len(blocks)
    spans = [(block.start, block.end) for block in blocks]
    at, last = 0, len(blocks)
    for link in links:
        reached, link_end = link.start, link.end
        while at < last and spans[at][1] <= reached:
            at += 1
        look = at
        while reached < link_end and look < last and spans[look][0] < link_end:
            start, end = spans[look]
            covered[look] += min(end, link_end) - max(start, reached)
            reached = end
            look += 1
    return [share / (end - start or 1) if share else 0.0 for share, (start, end) in zip(covered, spans, strict=True)]


def _weight(block: Laid, linked: float) -> float:
    length = block.end - block.start
    if length < _LEAST_LENGTH or linked > _MOST_LINKED or block.kind == "heading":
        return 0.0
    return length * (3.0 if length > _FULL else length / 120) * (1 - linked)


class _Page:
    """The elements of a page with what counts in each, and those that stand around the text from a sureness on."""

    def __init__(self, outline: Outline, elements: Sequence[int], weights: Sequence[float], least: int) -> None:
        self.outline, self.elements = outline, elements
        everything = self._totals(weights, [False] * len(outline.parents))
        self.around = self._around(everything, least)
        self.totals = self._totals(weights, self.around)

    def _totals(self, weights: Sequence[float], left_out: Sequence[bool]) -> list[float]:
        parents = self.outline.parents
        totals = [0.0] * len(parents)
        for element, weight in zip(self.elements, weights, strict=True):
            if weight and not left_out[element]:
                totals[element] += weight
        for element in range(len(totals) - 1, 0, -1):
            if totals[element]:
                totals[parents[element]] += totals[element]
        return totals

    def _around(self, totals: Sequence[float], least: int) -> list[bool]:
        most = _FRAME * totals[0]
        around = [False] * len(totals)
        asking = self._asking(totals)
        for element, parent in enumerate(self.outline.parents):
            sure = self.outline.around[element]
            told = sure >= least and (sure == STRONG or totals[element] <= most)
            around[element] = told or element in asking or (element > 0 and around[parent])
        return around

    def _asking(self, totals: Sequence[float]) -> set[int]:
        """Return the elements that hold a field to write in and little text, as widely as that is so."""
        found: set[int] = set()
        for field in self.outline.fields:
            at = field
            while at and totals[at] < _ASKING:
                found.add(at)
                at = self.outline.parents[at]
        return found

    def _end(self, element: int) -> int:
        """Return the number behind those of an element and all under it, which follow one another."""
        parents = self.outline.parents
        end = element + 1
        while end < len(parents) and parents[end] >= element:
            end += 1
        return end

    def center(self) -> int:
        """Return the element that holds most of what counts, or the parent of several alike that share it."""
        children: dict[int, list[int]] = {}
        for element, parent in enumerate(self.outline.parents[1:], start=1):
            if self.totals[element] > 0 and self.outline.looks[element][0] not in _NO_FRAMES:
                children.setdefault(parent, []).append(element)
        at = 0
        while at in children:
            best = max(children[at], key=self.totals.__getitem__)
            look, least = self.outline.looks[best], _ALIKE * self.totals[best]
            alike = any(
                one != best and self.outline.looks[one] == look and self.totals[one] >= least for one in children[at]
            )
            if self.totals[best] < _HELD * self.totals[at] or alike:
                break
            at = best
        return at

    def within(self, element: int) -> list[int]:
        """Return the blocks that began in an element or under it and stand around nothing."""
        end = self._end(element)
        return [at for at, one in enumerate(self.elements) if element <= one < end and not self.around[one]]

    def text(self, blocks: Sequence[Laid], linked: Sequence[float]) -> tuple[list[int], list[int], int]:
        """Return the blocks at the center, those of them that are text, and how long that is."""
        kept = self.within(self.center())
        kept = self.lead(kept[0], blocks, linked) + kept if kept else kept
        main = [at for at in kept if _is_text(blocks[at], linked[at])]
        return kept, main, sum(blocks[at].end - blocks[at].start for at in main if blocks[at].kind != "heading")

    def lead(self, first: int, blocks: Sequence[Laid], linked: Sequence[float]) -> list[int]:
        """Return the sentences between the page's headline and the first block of its text, which lead into it."""
        above = range(max(0, first - _LOOKED_ABOVE), first)
        headline = max((at for at in above if blocks[at].kind == "heading" and blocks[at].level == 1), default=first)
        return [
            at
            for at in range(headline + 1, first)
            if not self.around[self.elements[at]]
            and blocks[at].kind == "paragraph"
            and blocks[at].end - blocks[at].start >= _LEAD
            and linked[at] < _MOST_LINKED
        ]

    def teasers(self, kept: Sequence[int], blocks: Sequence[Laid], linked: Sequence[float]) -> set[int]:
        """Return the blocks of small parts whose heading is a link, which tell of other articles."""
        found: set[int] = set()
        for at in kept:
            if blocks[at].kind == "heading" and linked[at] > 0.8:
                part = self.outline.parents[self.elements[at]]
                held = self.within(part) if part else []
                if sum(blocks[one].end - blocks[one].start for one in held) < _TEASER:
                    found.update(held)
        return found


def _is_text(block: Laid, linked: float) -> bool:
    """Tell whether a block within the text is of it: no list of links, no short line that is no sentence."""
    if linked > 0.5:
        return False
    return block.kind != "paragraph" or block.end - block.start >= _LEAST_LENGTH


def _with_their_text(main: Sequence[int], blocks: Sequence[Laid]) -> list[int]:
    """Leave out headings under which no text stands before a heading of their own level or a higher one."""
    kept: list[int] = []
    for at in reversed(main):
        under = blocks[kept[-1]] if kept else None
        if blocks[at].kind != "heading" or (under and (under.kind != "heading" or under.level > blocks[at].level)):
            kept.append(at)
    return kept[::-1]
