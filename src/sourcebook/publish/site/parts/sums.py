"""Checked sums as small tables: a total with its parts, one table for each way of dividing it that can be judged."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from sourcebook.model import Value
from sourcebook.model.finding import Mention
from sourcebook.publish.site import addresses
from sourcebook.publish.site.parts.figures import COUNTED, PEOPLE, PURPOSES, mark_of
from sourcebook.publish.site.places import place_name
from sourcebook.publish.site.words import Words, sentence_case, translatable
from sourcebook.reconcile.parts import Implied, Way, implied, ways
from sourcebook.reconcile.sentences import plain

BY = {
    "exploitation": translatable("By exploitation"),
    "sex": translatable("By sex"),
    "age": translatable("By age"),
    "class": translatable("Class by class"),
}
VERDICTS = {"holds": "=", "short": "<", "over": ">"}


class Cell(Value, frozen=True):
    """A number in a sum: as written with its figure's address, or implied, in ‹ ›."""

    text: str
    address: str | None = None
    implied: bool = False


class Row(Value, frozen=True):
    """One part: its name and mark, how many of it are minors where anything says so, and its number."""

    name: str
    mark: str
    minors: Cell | None
    number: Cell


class Sum(Value, frozen=True):
    """One way of dividing a total; `sign` is =, < or > and `difference` by how much."""

    by: str
    rows: tuple[Row, ...]
    total: Row
    sign: str
    difference: str
    minors: bool


@lru_cache(maxsize=64)
def sums_of(mentions: tuple[Mention, ...], words: Words) -> tuple[Sum, ...]:
    """Return the checked sums among the figures of one passage, those that nothing can be said of left out."""
    checked = [way for way in ways(mentions) if way.verdict in VERDICTS]
    derived = implied(mentions)
    return tuple(_sum(way, mentions, derived, words) for way in checked)


def _sum(way: Way, mentions: Sequence[Mention], derived: Sequence[Implied], words: Words) -> Sum:
    rows = tuple(_row(part, mentions, derived, words) for part in way.parts)
    overall = next((one.number for one in derived if one.within is None and one.total.id == way.total.id), None)
    together = Cell(text=plain(overall), implied=True) if overall is not None else None
    total = Row(name=words.say("Together"), mark="", minors=together, number=_cell(way.total))
    return Sum(
        by=words.say(BY.get(way.by, "Class by class")),
        rows=rows,
        total=total,
        sign=VERDICTS[way.verdict],
        difference=plain(abs(way.difference)) if way.difference else "",
        minors=any(row.minors for row in rows),
    )


def _row(part: Mention, mentions: Sequence[Mention], derived: Sequence[Implied], words: Words) -> Row:
    written = next((one for one in mentions if one.part_of == part.id and one.age == "minor"), None)
    follows = next((one for one in derived if one.within is not None and one.within.id == part.id), None)
    minors = _cell(written) if written else Cell(text=plain(follows.number), implied=True) if follows else None
    return Row(name=_name(part, words), mark=mark_of(part), minors=minors, number=_cell(part))


def _cell(mention: Mention) -> Cell:
    return Cell(text=mention.number, address=addresses.figure(mention.id))


def _name(part: Mention, words: Words) -> str:
    """Return what tells a part from its siblings; the words after its number where no field does."""
    people = PEOPLE.get((part.sex, part.age))
    if part.exploitation and not part.sex:
        return sentence_case(words.say(PURPOSES[part.exploitation]))
    if people:
        return sentence_case(words.say(people))
    if part.destination:
        return ", ".join(place_name(code, words) for code in part.destination)
    following = part.text[part.end : part.end + 40].split(",")[0].split(";")[0].strip(" –—-()")
    return sentence_case(following or words.say(COUNTED[part.counts]))
