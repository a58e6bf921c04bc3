"""Passages of a theme as a list has them: shortened around the words that name it, with their work and place."""

from __future__ import annotations

from collections.abc import Sequence

from sourcebook.model import Value
from sourcebook.model.kinds import Theme
from sourcebook.publish.site import addresses
from sourcebook.publish.site.parts.link import Link
from sourcebook.publish.site.parts.passage import Segment
from sourcebook.publish.site.places import place_name
from sourcebook.publish.site.when import in_words
from sourcebook.publish.site.words import Words
from sourcebook.store.mentions import PlacedClaim

BEFORE, AFTER, SLACK = 160, 280, 24
CUT = "[…]"


class Telling(Value, frozen=True):
    """A passage that names a theme; the work's link is None where it is a page's own background or summary.

    `number` is that of its paragraph mark, empty for a title.
    """

    segments: tuple[Segment, ...]
    address: str
    title: str
    work: str | None
    when: str
    country: Link
    number: str
    note: bool


def telling(one: PlacedClaim[Theme], words: Words) -> Telling:
    """Return a passage for a template; its own text is kept, but for what is cut off and marked so."""
    page = addresses.page(one.page, one.topic)
    return Telling(
        segments=shortened(one.text, one.claim.spans),
        address=addresses.passage(one.passage),
        title=one.title,
        work=addresses.entry(one.work) if one.locator.startswith("entry") else None,
        when=in_words(one.issued, words) if one.issued else words.say("no date"),
        country=Link(text=place_name(one.page, words), address=page),
        number=one.locator.rpartition("¶")[2] if "¶" in one.locator else "",
        note=one.kind == "note",
    )


def shortened(text: str, spans: Sequence[tuple[int, int]]) -> tuple[Segment, ...]:
    """Return the part of a text around its first marked words, all of them marked, and each cut end shown as one."""
    first, last = spans[0]
    start = _word_start(text, max(first - BEFORE, 0))
    end = _word_end(text, min(max(last, first + AFTER), len(text)))
    made = [Segment(text=f"{CUT} ")] if start else []
    at = start
    for begin, stop in sorted(spans):
        if begin >= at and stop <= end:
            made += [Segment(text=text[at:begin]), Segment(text=text[begin:stop], mark="hit")]
            at = stop
    made.append(Segment(text=text[at:end]))
    made += [Segment(text=f" {CUT}")] if end < len(text) else []
    return tuple(one for one in made if one.text)


def _word_start(text: str, start: int) -> int:
    """Return the beginning of the next word where there is one near, so that no word is cut."""
    if start == 0 or text[start - 1].isspace():
        return start
    found = text.find(" ", start, start + SLACK)
    return found + 1 if found >= 0 else start


def _word_end(text: str, end: int) -> int:
    if end == len(text) or text[end].isspace():
        return end
    found = text.rfind(" ", end - SLACK, end)
    return found if found >= 0 else end
