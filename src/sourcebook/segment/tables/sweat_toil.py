"""Sweat & Toil: the US Department of Labor's XML of countries, and of goods made by child or forced labour."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import Final

import msgspec

from sourcebook.model import Document, Work
from sourcebook.model.claim import Claim
from sourcebook.model.kinds import Fact
from sourcebook.segment.tables.elements import Element, elements, root_name
from sourcebook.segment.tables.sweat_toil_facts import good_fact, sections
from sourcebook.segment.tables.table import Dataset, Row
from sourcebook.vocabulary.countries import country, find_country

PUBLISHER: Final = "US Department of Labor"
LICENCE: Final = "A work of the United States Government, in the public domain."
GOODS_TITLE: Final = "List of Goods Produced by Child Labor or Forced Labor"
FINDINGS_TITLE: Final = "Findings on the Worst Forms of Child Labor"
_YEAR = re.compile(r"\bIn (20\d\d)\b")


class SweatAndToil:
    """Reads a file of countries or one of goods: words as passages, and what the fields give as facts and figures."""

    name = "Sweat & Toil"

    def accepts(self, document: Document) -> bool:
        """Take XML of `Countries` or `Goods` whose names stand where these files have them."""
        head = document.text[:6000]
        root = root_name(document.text)
        return (root == "Countries" and "<Name>" in head) or (root == "Goods" and "<Good_Name>" in head)

    def read(self, document: Document) -> tuple[Dataset, Iterator[Row]]:
        """Return the file and its rows; the year of the findings is the one that the descriptions tell most."""
        root = elements(document.text)
        if root.name == "Goods":
            work = Work(title=GOODS_TITLE, credit=PUBLISHER, publisher=PUBLISHER, kind="dataset")
            return Dataset(key="goods", title=GOODS_TITLE, licence=LICENCE), _goods(root, work, document.text)
        year = _year(root)
        title = f"{FINDINGS_TITLE}, {year}" if year else FINDINGS_TITLE
        rows = _countries(root, (title, year), document.text)
        key = f"child-labour-findings-{year}" if year else "child-labour-findings"
        return Dataset(key=key, title=title, licence=LICENCE), rows


def _year(root: Element) -> int | None:
    told = Counter(
        found[1] for child in root.all("Country") if (found := _YEAR.search(child.said("Description")[:200]))
    )
    return int(told.most_common(1)[0][0]) if told else None


def _goods(root: Element, work: Work, text: str) -> Iterator[Row]:
    places = _Places(text)
    for good in root.all("Good"):
        name, sector = good.said("Good_Name"), good.said("Good_Sector")
        countries = good.first("Countries")
        for listed in countries.all("Country") if countries else ():
            place = find_country(listed.said("Country_Name"))
            if place is None:
                continue
            said = good_fact(listed, f"{name} ({sector})" if sector else name, place)
            if said:
                start, end = places.span(listed)
                yield Row(
                    place=place, work=work, text=said[0], where=f"good {name}", start=start, end=end, claims=(said[1],)
                )


def _countries(root: Element, about: tuple[str, int | None], text: str) -> Iterator[Row]:
    title, year = about
    places = _Places(text)
    for listed in root.all("Country"):
        place = find_country(listed.said("Name"))
        if place is None:
            continue
        known = country(place)
        work = Work(
            title=f"{title}: {known.name if known else listed.said('Name')}",
            credit=PUBLISHER,
            publisher=PUBLISHER,
            issued=str(year) if year else None,
            url=listed.said("Webpage") or None,
            kind="dataset",
        )
        start, end = places.span(listed)
        row = Row(place=place, work=work, text="", where="Description", start=start, end=end, quoted=True)
        if description := listed.said("Description"):
            yield msgspec.structs.replace(row, text=description)
        for where, said, claims in _said(listed, place, year):
            yield msgspec.structs.replace(row, text=said, where=where, claims=claims, quoted=False)


def _said(listed: Element, place: str, year: int | None) -> Iterator[tuple[str, str, tuple[Claim, ...]]]:
    level = listed.said("Advancement_Level")
    if level:
        text = f"Advancement: {level}."
        start = text.index(level)
        fact = Fact(start=start, end=start + len(level), key="advancement", value=level, country=place, year=year)
        yield "Advancement_Level", text, (fact,)
    goods = listed.first("Goods")
    for good in goods.all("Good") if goods else ():
        if made := good_fact(good, good.said("Good_Name"), place, year):
            yield f"good {good.said('Good_Name')}", made[0], (made[1],)
    yield from sections(listed, place, year)


class _Places:
    """Where elements stand in the text, counted in characters, each after the one before it."""

    def __init__(self, text: str) -> None:
        self._mark = len(text) - len(text.lstrip("\ufeff"))
        self._data = text.lstrip("\ufeff").encode("utf-8", "replace")
        self._byte, self._character = 0, self._mark

    def span(self, element: Element) -> tuple[int, int]:
        """Return the first and the last character of an element."""
        return self._at(element.start), self._at(element.end)

    def _at(self, byte: int) -> int:
        if byte < self._byte:
            self._byte, self._character = 0, self._mark
        self._character += len(self._data[self._byte : byte].decode("utf-8", "replace"))
        self._byte = byte
        return self._character
