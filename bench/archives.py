"""Invented archives written by hand: families of numbers labelled before they were read, as lines of a text file.

    = PLACE VALUE LEAST MOST                              a family, with the bounds of its independent sources
    ROLE[DRIFTS] | publisher | date | title | sentence    a telling; roles and drifts are explained in the files

A date may be `- @DATE`: the work bears none, and was looked at on that day.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from sourcebook.vocabulary.countries import country

ARCHIVES = Path(__file__).parent / "archives"
DRIFTS = {"S": "speaker", "H": "hedge", "R": "rate", "T": "status"}
ROLES = {"o": "origin", "r": "repeat", "v": "unclear", "i": "independent"}
Step = tuple[str, str, str]


@dataclass
class Told:
    """A telling: its role and the letters of its drifts, and the work that it stands in."""

    role: str
    letters: str
    publisher: str
    issued: str
    title: str
    sentence: str


@dataclass
class Labelled:
    """One family as it was labelled; distractors give the same number of something else."""

    place: str
    number: str
    least: int
    most: int
    tellings: list[Told] = field(default_factory=list)
    distractors: list[Told] = field(default_factory=list)

    @property
    def origin(self) -> str:
        """The title of the work that said it first."""
        return next(told.title for told in self.tellings if told.role == "o")

    def steps(self, *, counted: bool) -> set[Step]:
        """Return the drifts from the origin that count, or those that are counted neither way."""
        return {
            (self.origin, told.title, DRIFTS[letter.upper()])
            for told in self.tellings
            for letter in told.letters
            if letter.isupper() == counted
        }


def read(name: str) -> list[Labelled]:
    """Return the families of an archive."""
    families: list[Labelled] = []
    for line in (ARCHIVES / f"{name}.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("= "):
            _, place, number, least, most = line.split()
            families.append(Labelled(place, number, int(least), int(most)))
        elif line and not line.startswith("#"):
            role, publisher, issued, title, sentence = line.split(" | ")
            told = Told(role[0], role[1:], publisher, issued, title, sentence)
            (families[-1].distractors if told.role == "d" else families[-1].tellings).append(told)
    return families


def pages(families: list[Labelled]) -> Iterator[tuple[str, str]]:
    """Yield a page for each country in the archive's grammar, its works in a shuffled order, with the file's name."""
    rng = random.Random(7)
    by_place: dict[str, list[Told]] = {}
    for family in families:
        by_place.setdefault(family.place, []).extend([*family.tellings, *family.distractors])
    for place, works in by_place.items():
        rng.shuffle(works)
        known = country(place)
        lines = ["Human Trafficking & Modern-day Slavery", known.official if known else place, "*** ARCHIVES ***"]
        for work in works:
            undated = work.issued.startswith("-")
            looked = work.issued.partition("@")[2] if undated else "3 March 2021"
            credit = work.publisher if undated else f"{work.publisher}, {work.issued}"
            lines += [f"{work.title}\n{credit}\n[accessed {looked}]", work.sentence]
        yield f"{place}.txt", "\n\n".join(lines) + "\n"
