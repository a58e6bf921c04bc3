"""Findings as a page shows them: a sign, its word, the sentence, and where to read on."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sourcebook.model import Value
from sourcebook.model.finding import Finding
from sourcebook.publish.site import addresses
from sourcebook.publish.site.parts.link import Link
from sourcebook.publish.site.words import Words, translatable

# A list of like findings is cut here on a country page; the rest are counted.
MOST = 12


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
    findings: Iterable[Finding], entries: Sequence[tuple[str, int]], words: Words
) -> tuple[FindingShown, ...]:
    """Return findings for a page; `entries` are the works on it with their numbers, to which links lead in place."""
    numbers = dict(entries)
    return tuple(
        FindingShown(sign=SIGNS[finding.kind], text=finding.text, links=_links(finding, numbers, words))
        for finding in findings
    )


def _links(finding: Finding, numbers: dict[str, int], words: Words) -> tuple[Link, ...]:
    figure = finding.figures[:1] if finding.kind != "elsewhere" else ()
    traced = (
        Link(text=words.say("Trace %(number)s", number=finding.numbers[0]), address=addresses.figure(one))
        for one in figure
    )
    held = sorted((numbers[work], work) for work in finding.works if work in numbers)[:6]
    placed = (Link(text=words.say("entry %(number)s", number=number), address=f"#{work}") for number, work in held)
    return (*traced, *placed)
