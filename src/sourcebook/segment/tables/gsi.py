"""The Global Slavery Index of 2018 as lines: rank, country, number in a thousand, estimated number, population."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from sourcebook.model import Document, Work
from sourcebook.model.kinds import Fact, Figure
from sourcebook.segment.tables.table import Dataset, Row
from sourcebook.vocabulary.countries import country, find_country

READER: Final = ("Global Slavery Index", "1")
TITLE: Final = "Global Slavery Index 2018"
PUBLISHER: Final = "Walk Free Foundation"
# The index of 2018 gives estimates for any day of 2016 (its Appendix 2).
PERIOD: Final = "2016"
LICENCE: Final = "The file states no licence: use it for comparison."
_LINE = re.compile(
    r"^[ \t]*(?P<rank>\d{1,3})[ \t]+(?P<name>[^\d\n<]+?)[ \t]*(?P<rate>\d{1,3}\.\d)[ \t]+(?P<number><?[\d,]+)[ \t]+"
    r"(?P<people>\d{1,3}(?:,\d{3})+)[ \t]*$",
    re.MULTILINE,
)
_LEAST = 3


class SlaveryIndex:
    """Reads the index: an estimate of people in modern slavery for each country."""

    name = "Global Slavery Index 2018"

    def accepts(self, document: Document) -> bool:
        """Take lines of which nearly all have the five columns, the ranks rising."""
        head = [line for line in document.text[:20_000].splitlines() if line.strip()][:40]
        found = [match for line in head if (match := _LINE.match(line))]
        ranks = [int(match["rank"]) for match in found]
        return len(found) >= max(_LEAST, 0.8 * len(head)) and ranks == sorted(ranks)

    def read(self, document: Document) -> tuple[Dataset, Iterator[Row]]:
        """Return the index and a row for each country that the vocabulary knows and can tell apart."""
        work = Work(title=TITLE, credit=f"{PUBLISHER}, 2018", publisher=PUBLISHER, issued="2018", kind="dataset")
        return Dataset(key="slavery-index", title=f"{TITLE}, estimates by country", licence=LICENCE), _rows(
            document, work
        )


def _rows(document: Document, work: Work) -> Iterator[Row]:
    lines = list(_LINE.finditer(document.text))
    places = [find_country(line["name"].replace("_", " ").strip()) for line in lines]
    for line, place in zip(lines, places, strict=True):
        # Two countries under one name ("Congo") cannot be told apart.
        if place is None or places.count(place) > 1:
            continue
        number = line["number"]
        known = country(place)
        text = (
            f"{known.name if known else place}: {number} people in modern slavery by estimate,"
            f" {line['rate']} in a thousand, rank {line['rank']}."
        )
        row = document.text.count("\n", 0, line.start()) + 1
        yield Row(
            place=place,
            work=work,
            text=text,
            where=f"row {row}",
            start=line.start("rank"),
            end=line.end("people"),
            claims=(_estimate(text, number, place), _rate(text, line["rate"], place)),
        )


def _estimate(text: str, number: str, place: str) -> Figure:
    value = float(number.lstrip("<").replace(",", ""))
    bounded = number.startswith("<")
    start = text.index(number)
    return Figure(
        id="f1",
        start=start,
        end=start + len(number),
        number=number,
        low=None if bounded else value,
        high=value,
        qualifier="at_most" if bounded else "about",
        counts="victims",
        status="estimated",
        place=place,
        period=PERIOD,
        said_by=PUBLISHER,
        extractor=READER[0],
        version=READER[1],
    )


def _rate(text: str, rate: str, place: str) -> Fact:
    start = text.index(f"{rate} in a thousand")
    return Fact(
        start=start,
        end=start + len(rate),
        key="slavery in a thousand",
        value=rate,
        country=place,
        year=int(PERIOD),
        extractor=READER[0],
        version=READER[1],
    )
