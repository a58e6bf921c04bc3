"""Findings as a page shows them: a sign, its word, the sentence, and where to read on."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from sourcebook.model import Value
from sourcebook.model.finding import Finding
from sourcebook.publish.site import addresses
from sourcebook.publish.site.parts.link import Link
from sourcebook.publish.site.words import Words, translatable

# Findings of one of these kinds make one row, their sentences one after the other; of others each has its own.
TOGETHER = frozenset({"parts_hold", "implied", "gap", "elsewhere", "not_comparable", "drift", "carried_over"})
# A row tells so many sentences; the rest are counted, and stand on the pages of their figures.
MOST_TOLD = 3


class Sign(Value, frozen=True):
    """A finding's sign with its word; `tone` is the colour that repeats it: ok, plain, or watch."""

    sign: str
    word: str
    tone: str


SIGNS: dict[str, Sign] = {
    "conflict": Sign(sign="≠", word=translatable("Conflict"), tone="watch"),
    "parts_over": Sign(sign=">", word=translatable("Parts over"), tone="watch"),
    "parts_short": Sign(sign="<", word=translatable("Parts short"), tone="watch"),
    "repeat": Sign(sign="≡", word=translatable("One number, repeated"), tone="plain"),
    "drift": Sign(sign="~", word=translatable("The telling drifts"), tone="watch"),
    "parts_hold": Sign(sign="=", word=translatable("Parts hold"), tone="ok"),
    "implied": Sign(sign="‹ ›", word=translatable("Implied, written nowhere"), tone="plain"),
    "elsewhere": Sign(sign="»", word=translatable("About elsewhere"), tone="watch"),
    "carried_over": Sign(sign="≈", word=translatable("Carried-over text"), tone="plain"),
    "not_comparable": Sign(sign="¦", word=translatable("Not compared"), tone="plain"),
    "gap": Sign(sign="[ ]", word=translatable("Gap"), tone="watch"),
}


class FindingShown(Value, frozen=True):
    """A finding for a template: its sign, its sentence, and links to the figures and entries it rests on."""

    sign: Sign
    text: str
    links: tuple[Link, ...]


def shown_findings(
    findings: Iterable[Finding],
    entries: Sequence[tuple[str, int]],
    words: Words,
    address: Callable[[str], str] = addresses.entry,
) -> tuple[FindingShown, ...]:
    """Return findings for a page, like ones in one row.

    `entries` are the works on it with their numbers; `address` tells where a work stands.
    """
    numbers = dict(entries)
    rows: dict[str, list[Finding]] = {}
    for finding in findings:
        key = finding.kind if finding.kind in TOGETHER else finding.id
        rows.setdefault(key, []).append(finding)
    return tuple(_row(row, numbers, words, address) for row in rows.values())


def _row(row: Sequence[Finding], numbers: dict[str, int], words: Words, address: Callable[[str], str]) -> FindingShown:
    told = [finding.text for finding in row[:MOST_TOLD]]
    more = len(row) - len(told)
    told += [words.plural("And one more.", "And %(n)s more.", more)] if more else []
    return FindingShown(
        sign=SIGNS[row[0].kind], text=" ".join(told), links=_links(row[:MOST_TOLD], numbers, words, address)
    )


def _links(
    row: Sequence[Finding], numbers: dict[str, int], words: Words, address: Callable[[str], str]
) -> tuple[Link, ...]:
    """Return links to the first figure of each finding, each number once, and to the entries on the page."""
    figures = {
        finding.numbers[0]: finding.figures[0]
        for finding in reversed(row)
        if finding.figures and finding.kind != "elsewhere"
    }
    traced = [
        Link(text=words.say("Trace %(number)s", number=number), address=addresses.figure(figure))
        for number, figure in reversed(figures.items())
    ]
    held = sorted({(numbers[work], work) for finding in row for work in finding.works if work in numbers})
    shown = held if row[0].kind != "gap" else []
    placed = [
        Link(text=words.say("entry %(number)s", number=number), address=address(work)) for number, work in shown[:6]
    ]
    return (*traced[:3], *placed)
