"""From checked totals to the tables that show them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence

from sourcebook.model.finding import Mention
from sourcebook.publish.site.pictures.shapes import purpose_words, status_words
from sourcebook.publish.site.pictures.sums import SumPart, SumTable
from sourcebook.publish.site.places import place_name
from sourcebook.publish.site.words import Words, translatable
from sourcebook.reconcile.parts import Implied, Way

BY = {
    "exploitation": translatable("by purpose"),
    "sex": translatable("by sex"),
    "age": translatable("by age"),
    "status": translatable("by how known"),
    "action": translatable("by what the law did"),
    "destination": translatable("by destination"),
    "origin": translatable("by origin"),
    "place": translatable("by place"),
    "period": translatable("by period"),
    "class": translatable("by class"),
}
KINDS = {
    "female": translatable("women and girls"),
    "male": translatable("men and boys"),
    "minor": translatable("minors"),
    "adult": translatable("adults"),
    "investigated": translatable("investigated"),
    "arrested": translatable("arrested"),
    "prosecuted": translatable("prosecuted"),
    "convicted": translatable("convicted"),
    "acquitted": translatable("acquitted"),
}
# What follows a number up to the end of its phrase, as "trafficking victims".
COUNTS = {
    "victims": translatable("victims"),
    "people": translatable("people"),
    "offenders": translatable("offenders"),
    "cases": translatable("cases"),
    "investigations": translatable("investigations"),
    "prosecutions": translatable("prosecutions"),
    "convictions": translatable("convictions"),
    "other": translatable("counted"),
}
# Words that point back at the total and say nothing of the part.
POINTING = re.compile(
    r"^(?:in|of|from|among)\b(?:\s+(?:the|these|them|those|which|whom)\b)?|\b(?:were|was|in|of)$", re.IGNORECASE
)
PHRASE = re.compile(r"\s*([^.,;:()\d]{2,60}?)(?=\s*(?:[.,;:()\d]|\b(?:and|of whom|including|in|for|were|was)\b|$))")


def sum_tables(
    ways: Iterable[Way], implied: Sequence[Implied], words: Words, address: Callable[[str], str]
) -> tuple[SumTable, ...]:
    """Return a table for each way of dividing a total; parts that follow from others stand below what they divide.

    A total of which one part alone is named divides nothing and has no table, unless that part is larger than it.
    """
    told = (way for way in ways if len(way.parts) > 1 or way.verdict != "cannot_say")
    return tuple(_table(way, implied, words, address) for way in told)


def _table(way: Way, implied: Sequence[Implied], words: Words, address: Callable[[str], str]) -> SumTable:
    parts: list[SumPart] = []
    for part in way.parts:
        parts.append(_part(part, way.by, words, address))
        parts += [_implied(one, words) for one in implied if one.within is not None and one.within.id == part.id]
    parts += [_implied(one, words) for one in implied if one.within is None and one.total.id == way.total.id]
    return SumTable(
        by=words.say(BY.get(way.by, BY["class"])),
        total=_part(way.total, "", words, address),
        parts=tuple(parts),
        verdict=way.verdict,
        difference=way.difference,
    )


def _implied(one: Implied, words: Words) -> SumPart:
    label = words.say("of these, %(kind)s", kind=_kind(one.label, words))
    return SumPart(label=label, written=f"{one.number:,.12g}", implied=True, within=True)


def _part(mention: Mention, by: str, words: Words, address: Callable[[str], str]) -> SumPart:
    return SumPart(label=_label(mention, by, words), written=mention.number, href=address(mention.id))


def _label(mention: Mention, by: str, words: Words) -> str:
    """Return what a part counts: its value along the way of dividing, else the words that follow its number."""
    value = getattr(mention, by, None) if by != "class" and by else None
    if isinstance(value, tuple):
        return words.join(tuple(place_name(code, words) for code in value))
    if value and by == "place":
        return place_name(value, words)
    if value and by == "exploitation":
        return purpose_words(value, words)
    if value and by == "status":
        return status_words(value, words)
    if value:
        return _kind(str(value), words)
    found = PHRASE.match(mention.text, mention.end)
    phrase = POINTING.sub("", found[1]).strip() if found else ""
    return phrase or words.say(COUNTS.get(mention.counts, COUNTS["other"]))


def _kind(value: str, words: Words) -> str:
    if value in KINDS:
        return words.say(KINDS[value])
    purpose = purpose_words(value, words)
    return purpose if purpose != purpose_words(None, words) else value
