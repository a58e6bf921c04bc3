"""Reported and official side by side on a country's page: tiers, and figures with why some are not compared."""

from __future__ import annotations

import re
from collections.abc import Iterable

import msgspec

from sourcebook.model import Value
from sourcebook.publish.site import addresses
from sourcebook.publish.site.parts.compared import Cell, Line, lines_of
from sourcebook.publish.site.parts.link import Link
from sourcebook.publish.site.pictures.tiers import TIERS
from sourcebook.publish.site.words import Words, sentence_case
from sourcebook.query.official import Official, TierBeside, official
from sourcebook.store.base import View

MOST_FIGURES, MOST_TIERS = 6, 6
_YEAR = re.compile(r"\b(?:19|20)\d{2}\b")
# What the year leaves behind: empty brackets, a mark before another one, and marks at the end.
_LOOSE = re.compile(r" ?\(\s*\)| (?=[:;,.)])|[\s,;:–-]+$")


class OfficialShown(Value, frozen=True):
    """What the template shows: the tables, the names of the two sides, a line a row, and sentences on what is left."""

    tables: tuple[str, ...]
    names: tuple[str, str]
    lines: tuple[Line, ...]
    closing: tuple[str, ...]


def official_of(view: View, place: str, words: Words) -> OfficialShown | None:
    """Return what is reported of a country beside what public tables give; None where no table tells of it."""
    held = official(view.evidence, place)
    if held is None:
        return None
    names = (words.say("Reported here"), words.say("Public tables"))
    figures = [
        line if not line.refused else msgspec.structs.replace(line, why=words.say("As each side puts it"))
        for row in held.rows[:MOST_FIGURES]
        for line in lines_of(row, names, words)
        if not any(cell.spark for cell in line.cells)
    ]
    differing = [one for one in held.tiers if not one.agrees]
    told = (differing or list(held.tiers))[:MOST_TIERS]
    return OfficialShown(
        tables=grouped(held.tables, words),
        names=names,
        lines=(*figures, *(_tier(one, words) for one in told)),
        closing=tuple(_closing(held, len(differing), words)),
    )


def grouped(titles: Iterable[str], words: Words) -> tuple[str, ...]:
    """Return titles of tables, the editions of one told together: its title without the year, and the years."""
    editions: dict[str, dict[str, str]] = {}
    for title in titles:
        years = _YEAR.findall(title)
        bare = _LOOSE.sub("", " ".join(_YEAR.sub("", title).split())) if len(years) == 1 else title
        editions.setdefault(bare, {})[title] = years[0] if len(years) == 1 else ""
    return tuple(
        f"{bare} ({_span(sorted(held.values()), words)})" if len(held) > 1 else next(iter(held))
        for bare, held in editions.items()
    )


def _span(years: list[str], words: Words) -> str:
    """Return years as a text has them: a run of three or more by its ends."""
    if len(years) > 2 and int(years[-1]) - int(years[0]) == len(years) - 1:
        return words.say("%(first)s to %(last)s", first=years[0], last=years[-1])
    return words.join(tuple(years))


def _tier(one: TierBeside, words: Words) -> Line:
    verdict = words.say("both sides agree") if one.agrees else words.say("≠ the two sides differ")
    return Line(
        label=words.say("Tier, %(year)s", year=one.year),
        why=sentence_case(verdict),
        cells=(_tier_cell(one.reported, words), _tier_cell(one.official, words)),
    )


def _tier_cell(given: Iterable[tuple[str, str]], words: Words) -> Cell:
    return Cell(
        links=tuple(Link(text=words.say(TIERS[tier]), address=addresses.passage(passage)) for tier, passage in given)
    )


def _closing(held: Official, differing: int, words: Words) -> Iterable[str]:
    if held.tiers:
        agreeing = len(held.tiers) - differing
        yield sentence_case(
            words.say(
                "Works and tables give the same tier for %(same)s and another one for %(other)s.",
                same=words.plural("%(n)s year", "%(n)s years", agreeing),
                other=words.plural("%(n)s year", "%(n)s years", differing),
            )
        )
    else:
        yield words.say("No year has a tier from works and from a table, so that none can be set beside the other.")
    if not held.rows:
        yield words.say("No figure of the tables answers what a reported figure does.")
    elif len(held.rows) > MOST_FIGURES:
        yield words.plural(
            "One more kind of figure stands in both and is not listed.",
            "%(n)s more kinds of figure stand in both and are not listed.",
            len(held.rows) - MOST_FIGURES,
        )
