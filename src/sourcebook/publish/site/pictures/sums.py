"""Parts as a checked sum: a small table for each way of dividing a total, with what adding it up shows."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from sourcebook.model import Value
from sourcebook.publish.site.words import Words, sentence_case

Verdict = Literal["holds", "short", "over", "cannot_say"]
SIGNS: dict[str, str] = {"holds": "=", "short": "<", "over": ">", "cannot_say": ""}


class SumPart(Value, frozen=True):
    """A part or a total: what it counts, its number as written, and where it stands.

    An implied part follows from others and stands nowhere; `within` lists a part of a part, which is not added.
    """

    label: str
    written: str
    href: str | None = None
    implied: bool = False
    within: bool = False


class SumTable(Value, frozen=True):
    """One way of dividing a total: `by` says along what, `difference` is parts minus total."""

    by: str
    total: SumPart
    parts: tuple[SumPart, ...]
    verdict: Verdict
    difference: float = 0


class SumShown(Value, frozen=True):
    """A table ready for its template: the sign and the sentence that stand beside its total."""

    table: SumTable
    sign: str
    css: str
    says: str


class Sums(Value, frozen=True):
    """Every way of dividing one total or several, under a sentence that says how many hold."""

    name: str
    title: str
    shown: tuple[SumShown, ...]
    has_implied: bool


def checked_sums(name: str, tables: Iterable[SumTable], words: Words) -> Sums | None:
    """Return the tables with their verdicts; None where nothing is divided."""
    held = tuple(tables)
    if not held:
        return None
    return Sums(
        name=name,
        title=_title(held, words),
        shown=tuple(_shown(table, words) for table in held),
        has_implied=any(part.implied for table in held for part in table.parts),
    )


def _title(tables: tuple[SumTable, ...], words: Words) -> str:
    hold = sum(table.verdict == "holds" for table in tables)
    if hold == len(tables):
        return sentence_case(words.plural("The parts of %(n)s sum hold", "The parts of %(n)s sums hold", hold))
    return sentence_case(
        words.say("The parts of %(hold)s of %(all)s sums hold", hold=words.number(hold), all=words.number(len(tables)))
    )


def _shown(table: SumTable, words: Words) -> SumShown:
    by = f"{abs(table.difference):,.12g}"
    says = {
        "holds": words.say("the parts hold"),
        "short": words.say("the parts are short by %(number)s", number=by),
        "over": words.say("the parts are over by %(number)s", number=by),
        "cannot_say": words.say("some of the parts, so nothing is checked"),
    }[table.verdict]
    css = {"holds": "holds", "cannot_say": ""}.get(table.verdict, "watch")
    return SumShown(table=table, sign=SIGNS[table.verdict], css=css, says=says)
