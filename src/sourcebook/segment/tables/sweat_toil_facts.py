"""What the fields of Sweat & Toil give: goods, treaties, law, statistics and enforcement, each as words with claims."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from sourcebook.model.claim import Claim
from sourcebook.model.kinds import Fact, Figure
from sourcebook.model.kinds.figure import Counts
from sourcebook.segment.tables.elements import Element
from sourcebook.segment.tables.treaties import treaties_said

READER: Final = ("Sweat & Toil", "1")
_LABOUR: Final = {
    "Child_Labor": "child labour",
    "Forced_Labor": "forced labour",
    "Forced_Child_Labor": "forced child labour",
}
_SILENT: Final = frozenset(["", "unknown", "unavailable", "n/a", "none"])
_COUNTED: Final[dict[str, Counts]] = {
    "Criminal_Investigations": "investigations",
    "Criminal_Prosecutions": "prosecutions",
    "Criminal_Convictions": "convictions",
}
Said = tuple[str, str, tuple[Claim, ...]]


def good_fact(element: Element, good: str, place: str, year: int | None = None) -> tuple[str, Fact] | None:
    """Return a sentence and a fact of how a good is made; None where no kind of labour is said."""
    kinds = [words for name, words in _LABOUR.items() if element.said(name).casefold() == "yes"]
    if not kinds or not good:
        return None
    value = ", ".join(kinds)
    text = f"{good}: {value}."
    start = len(good) + 2
    return text, Fact(
        start=start,
        end=start + len(value),
        key=f"good:{good}",
        value=value,
        country=place,
        year=year,
        extractor=READER[0],
        version=READER[1],
    )


def sections(country: Element, place: str, year: int | None) -> Iterator[Said]:
    """Yield the treaties, the law, the statistics and the enforcement of a country, each as one passage."""
    treaties = country.first("Conventions")
    if treaties:
        cells = {child.name.casefold(): child.text.strip() for child in treaties.children}
        text, facts = treaties_said(cells, place, year)
        if facts:
            yield "Conventions", text, facts
    for name, key in (("Legal_Standards", "law"), ("Country_Statistics", "statistic"), ("Enforcements", "enforcement")):
        section = country.first(name)
        said = _Sentence(place, year, key)
        for path, value in _values(section) if section else ():
            said.add(path, value)
        if said.claims:
            yield name, f"{said.text}.", tuple(said.claims)


def _values(element: Element, path: str = "") -> Iterator[tuple[str, str]]:
    """Yield each innermost value with the names that lead to it."""
    for child in element.children:
        at = f"{path} {child.name}".strip()
        if child.children:
            yield from _values(child, at)
        elif child.text.strip().casefold() not in _SILENT:
            yield at, " ".join(child.text.split())


class _Sentence:
    """Words that grow by one value at a time, with a claim at each."""

    def __init__(self, place: str, year: int | None, key: str) -> None:
        self._place, self._year, self._key = place, year, key
        self.text = ""
        self.claims: list[Claim] = []

    def add(self, path: str, value: str) -> None:
        """Say one more value; an act of the law that is a number is a figure, everything else a fact."""
        words = path.replace("_", " ")
        self.text += f"{'; ' * bool(self.text)}{words}: "
        start = len(self.text)
        self.text += value
        digits = value.replace(",", "")
        if path in _COUNTED and digits.isdecimal():
            self.claims.append(self._figure(start, value, float(digits), _COUNTED[path]))
            return
        self.claims.append(
            Fact(
                start=start,
                end=len(self.text),
                key=f"{self._key}:{words}",
                value=value,
                country=self._place,
                year=self._year,
                extractor=READER[0],
                version=READER[1],
            )
        )

    def _figure(self, start: int, written: str, value: float, counts: Counts) -> Figure:
        return Figure(
            id=f"f{start}",
            start=start,
            end=start + len(written),
            number=written,
            low=value,
            high=value,
            qualifier="exact",
            counts=counts,
            place=self._place,
            period=str(self._year) if self._year else None,
            extractor=READER[0],
            version=READER[1],
        )
