"""Match references against works: time for so many works and for twice as many, and whether the right ones are found.

    python bench/references.py [--works 200000] [--references 10000]

Titles are made from a seed by Zipf's law over invented words. Every reference is of one of the works, changed as reports
change them: a letter wrong, the subtitle dropped, another address, a body by its initials; one in ten is of none.
"""

from __future__ import annotations

import argparse
import random
import statistics
import time
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import accumulate

from sourcebook.model.citing import Cited
from sourcebook.reconcile.matching_works import matches
from sourcebook.reconcile.same_work import SAME
from sourcebook.reconcile.work_words import words_of

SYLLABLES = tuple(
    f"{first}{rest}" for first in "bdfgjklmnprstvwz" for rest in ("a", "e", "i", "o", "u", "el", "or", "is")
)
WORDS = 20_000
ROUNDS = 3


@cache
def vocabulary() -> tuple[list[str], list[float]]:
    """Return invented words and how often each is used."""
    chance = random.Random(7)
    words = list({"".join(chance.choices(SYLLABLES, k=chance.randint(2, 4))) for _ in range(WORDS)})
    return sorted(words), list(accumulate(1 / (at + 10) for at in range(len(words))))


def made(number: int, chance: random.Random) -> Iterator[Cited]:
    """Yield so many works."""
    words, often = vocabulary()
    bodies = [" ".join(word.title() for word in random.Random(at).choices(words, k=4)) for at in range(2000)]
    for at in range(number):
        main = " ".join(chance.choices(words, cum_weights=often, k=chance.randint(4, 7))).capitalize()
        sub = f": {' '.join(chance.choices(words, cum_weights=often, k=4))}" if chance.random() < 0.4 else ""
        day = f"{chance.randint(1995, 2024)}-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}"
        yield Cited(
            id=f"w{at}",
            title=main + sub,
            publisher=chance.choice(bodies),
            issued=day,
            url=f"http://www.{chance.choice(words)}.example/{at}",
        )


def cited(works: Sequence[Cited], number: int, chance: random.Random) -> Iterator[tuple[Cited, str | None]]:
    """Yield references with the work that each is of, None for one in ten."""
    others = made(number, random.Random(13))
    for at, work in enumerate(chance.choices(works, k=number)):
        if at % 10 == 9:
            other = next(others)
            yield Cited(id=f"r{at}", title=other.title, publisher=other.publisher, issued=other.issued), None
            continue
        title = work.title.partition(":")[0] if at % 3 == 0 else work.title
        if at % 4 == 0:
            cut = chance.randrange(2, len(title) - 2)
            title = title[:cut] + title[cut + 1 :]
        url = f"https://moved.example/{at}" if at % 2 else work.url
        maker = work.publisher or ""
        maker = "".join(word[0] for word in maker.split()) if at % 5 == 0 else maker
        yield Cited(id=f"r{at}", title=title, publisher=maker, issued=work.issued, url=url), work.id


def run(works: Sequence[Cited], references: Sequence[tuple[Cited, str | None]]) -> tuple[float, float, float]:
    """Return the median of the seconds of some rounds, precision and recall."""
    seconds = []
    found: list[str | None] = []
    for _ in range(ROUNDS):
        words_of.cache_clear()
        began = time.process_time()
        told = matches([reference for reference, _ in references], works)
        found = [next((same.other for same in one if same.confidence >= SAME), None) for one in told]
        seconds.append(time.process_time() - began)
    right = sum(one is not None and one == work for one, (_, work) in zip(found, references, strict=True))
    named = sum(one is not None for one in found)
    wanted = sum(work is not None for _, work in references)
    return statistics.median(seconds), right / max(named, 1), right / max(wanted, 1)


def main() -> None:
    """Print the times for so many works and for twice as many."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--works", type=int, default=200_000)
    parser.add_argument("--references", type=int, default=10_000)
    asked = parser.parse_args()
    chance = random.Random(11)
    every = list(made(2 * asked.works, chance))
    references = list(cited(every[: asked.works], asked.references, chance))
    for number in (asked.works, 2 * asked.works):
        seconds, precision, recall = run(every[:number], references)
        print(
            f"{asked.references:,} references, {number:,} works: {seconds:.1f} s,"
            f" precision {precision:.3f}, recall {recall:.3f}"
        )


if __name__ == "__main__":
    main()
