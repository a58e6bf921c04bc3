"""Passages and pages made up for measuring: words by Zipf's law, among them those that every page of the field has."""

from __future__ import annotations

import itertools
import random
from collections.abc import Iterator

from sourcebook.model import Document, Entry, Page, Passage, Work
from sourcebook.model.identity import passage_id

VOCABULARY = 80_000
STOP_LIKE = tuple(
    "the of and to in a that for was were by with on as is from are their this have not or be which".split()  # noqa: SIM905
)
COMMON = tuple(
    "trafficking victims government women children labour forced police report country countries persons human "  # noqa: SIM905
    "work ministry law exploitation sexual girls boys convicted workers border prosecution shelter assistance".split()
)
STARTS = ("b", "br", "c", "d", "f", "g", "k", "l", "m", "n", "p", "pr", "r", "s", "st", "t", "tr", "v", "z")
SYLLABLES = [start + vowel + end for start in STARTS for vowel in "aeiou" for end in ("", "n", "r", "s")]
PLACES = [a + b for a in "ABCDEFGHIJ" for b in "ABCDEFGHIJKLMNOPQRST"]
PUBLISHERS = [f"Publisher {number}" for number in range(400)]


def vocabulary(chance: random.Random) -> list[str]:
    """Return the words, the most frequent first."""
    made = {"".join(chance.choices(SYLLABLES, k=chance.randint(2, 4))): None for _ in range(VOCABULARY)}
    return [*STOP_LIKE, *COMMON, *made]


def texts(count: int, seed: int = 1) -> Iterator[str]:
    """Yield as many texts of 10 to 120 words, always the same."""
    chance = random.Random(seed)
    words = vocabulary(random.Random(0))
    weights = list(itertools.accumulate(1 / (rank + 2.7) for rank in range(len(words))))
    for _ in range(count):
        length = min(120, max(10, int(chance.lognormvariate(3.6, 0.5))))
        yield " ".join(chance.choices(words, cum_weights=weights, k=length)).capitalize() + "."


def pages(passages: int, seed: int = 1) -> Iterator[tuple[Page, Document]]:
    """Yield pages of 80 passages in 20 entries, as many as it takes, each with a place and topic of its own."""
    chance = random.Random(seed)
    source = texts(passages + passages // 4 + 100, seed)
    for number in range(passages // 80):
        topic, place = divmod(number, len(PLACES))
        entries = tuple(entry(chance, source, number * 100 + n) for n in range(20))
        page = Page(place=PLACES[place], topic=f"topic{topic}" if topic else None, heading="Generated", entries=entries)
        yield page, Document(text="", media_type="text/plain", digest=f"generated:{number}")


def entry(chance: random.Random, source: Iterator[str], number: int) -> Entry:
    """Return an entry with four passages."""
    issued = f"{chance.randint(1995, 2024)}-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}"
    publisher = chance.choice(PUBLISHERS)
    title = " ".join(next(source).split()[: chance.randint(4, 10)])
    work = Work(title=title, credit=f"{publisher}, {issued}, no. {number}", publisher=publisher, issued=issued)
    return Entry(
        work=work,
        start=0,
        end=0,
        section=chance.choices(["featured", "archives"], [1, 19])[0],
        title_passage=passage(work, title, 1, "title"),
        passages=tuple(passage(work, next(source), n, "excerpt") for n in range(1, 5)),
    )


def passage(work: Work, text: str, ordinal: int, role: str) -> Passage:
    """Return a passage of a work."""
    return Passage(id=passage_id(work.id, text, ordinal), text=text, start=0, end=len(text), ordinal=ordinal, role=role)
