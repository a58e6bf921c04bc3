"""A pack with its words changed for a format: without signs that it does not know, ours in the place of some."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

import msgspec

from sourcebook.publish.cite import Run, Text
from sourcebook.publish.packs.pack import Block, Listing, Pack, Para, Section, Table

_CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
UNSET = "[words that no font here can set: read them at the address]"


def without(pack: Pack, signs: Iterable[str]) -> Pack:
    """Return a pack in which every run of these characters is replaced by our words."""
    taken = "".join(re.escape(sign) for sign in sorted(signs))
    # Spaces, marks and numerals between such characters go with them, so that a sentence is replaced once.
    between = r"[\s\u3000-\u303f\uff00-\uff65\u2010-\u201f.,;:!?()\d-]*"
    run = re.compile(rf"[{taken}](?:{between}[{taken}])*")
    return reworded(pack, lambda text: run.sub(UNSET, text))


def without_controls(pack: Pack) -> Pack:
    """Return a pack without control characters, which no format shows."""
    return reworded(pack, lambda text: _CONTROLS.sub("", text))


def reworded(pack: Pack, words: Callable[[str], str]) -> Pack:
    """Return a pack whose texts were each changed by a function; links lead where they led."""

    def told(text: Text) -> Text:
        return tuple(Run(text=words(one.text), italic=one.italic, link=one.link) for one in text)

    def block(one: Block) -> Block:
        if isinstance(one, Para):
            return Para(text=told(one.text))
        if isinstance(one, Listing):
            return Listing(items=tuple(told(item) for item in one.items), numbered=one.numbered)
        if isinstance(one, Table):
            rows = tuple(tuple(told(cell) for cell in row) for row in one.rows)
            return msgspec.structs.replace(one, caption=words(one.caption), head=tuple(map(words, one.head)), rows=rows)
        facts = tuple((name, told(fact)) for name, fact in one.facts)
        return msgspec.structs.replace(one, text=words(one.text), facts=facts)

    def section(one: Section) -> Section:
        blocks = tuple(block(each) for each in one.blocks)
        return msgspec.structs.replace(one, heading=words(one.heading), blocks=blocks)

    return msgspec.structs.replace(
        pack,
        title=words(pack.title),
        site=words(pack.site),
        lead=tuple(words(line) for line in pack.lead),
        sections=tuple(section(one) for one in pack.sections),
    )
