"""The text of a laid-out page with its main blocks told from the others, also where a script was to show it."""

from __future__ import annotations

from typing import Final, NamedTuple

from resiliparse.parse.lang import detect_fast

from sourcebook.model import Block, Problem
from sourcebook.read.layout import Layout
from sourcebook.read.main_text import Outline, asides

_LITTLE: Final = 200
_LEAST_TO_TELL, _MOST_TO_TELL = 80, 3_000


class Body(NamedTuple):
    """A page's text, its blocks, and what was odd about them."""

    text: str
    blocks: tuple[Block, ...]
    problems: tuple[Problem, ...] = ()


def body_of(layout: Layout, outline: Outline) -> Body:
    """Return the text and its blocks, with those that stand around the main text marked."""
    text = layout.text()
    around = asides(layout.blocks, layout.elements, layout.links, outline)
    marked = [
        Block(start=laid.start, end=laid.end, kind=laid.kind, level=laid.level, aside=aside)
        for laid, aside in zip(layout.blocks, around, strict=True)
    ]
    return Body(text, tuple(marked))


def with_own_text(body: Body, told: str) -> Body:
    """Put the text that a page's data tell behind its own, where little stands there since a script was to show it."""
    said = sum(block.end - block.start for block in body.blocks if not block.aside)
    if said >= _LITTLE or len(told) < 2 * _LITTLE:
        return body
    pieces, blocks, at = [body.text], [_aside(block) for block in body.blocks], len(body.text)
    for paragraph in filter(None, (" ".join(line.split()) for line in told.splitlines())):
        pieces.append(f"\n{paragraph}\n" if at else f"{paragraph}\n")
        at += len(pieces[-1])
        blocks.append(Block(start=at - len(paragraph) - 1, end=at - 1))
    problem = Problem(what="A script was to show this page's text; it was taken from the page's own data (JSON-LD).")
    return Body("".join(pieces), tuple(blocks), (problem,))


def language_of(body: Body) -> str:
    """Return the language in which the main text is written, empty where it is too short or too odd to tell."""
    pieces: list[str] = []
    length = 0
    for block in body.blocks:
        if not block.aside:
            pieces.append(body.text[block.start : block.end])
            length += block.end - block.start
            if length > _MOST_TO_TELL:
                break
    if length < _LEAST_TO_TELL:
        return ""
    found, _ = detect_fast("\n".join(pieces)[:_MOST_TO_TELL])
    return "" if found == "unknown" else str(found)


def _aside(block: Block) -> Block:
    return Block(start=block.start, end=block.end, kind=block.kind, level=block.level, aside=True)
