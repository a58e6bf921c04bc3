"""The file of numbers to call: what it holds on a day, and which of its entries are refused, and why."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import msgspec

from sourcebook.errors import InputRefused
from sourcebook.model import Value
from sourcebook.model.helpline import USABLE_DAYS, Helpline
from sourcebook.query.dialling import fault_abroad, fault_at_home, same_number
from sourcebook.settings import HELP_NAME
from sourcebook.vocabulary.countries import countries
from sourcebook.vocabulary.languages import own_name

_MOST_BYTES = 4 * 1024 * 1024
# Long enough to be dialled, and no clock time or range of them.
_NUMBER_WITHIN = re.compile(r"(?<![\d:.])\+?\d(?:[ ()./-]{0,2}\d){3,}(?![\d:.])(?<!\d:\d\d)")
_CLOCKS = re.compile(r"\d{1,2}[:.]\d\d")
_MUST_AGREE = ("kind", "phone", "abroad", "languages", "hours", "cost")
_SAME_SERVICE = ("hours", "cost")


class Refused(Value, frozen=True):
    """An entry whose number is not shown: where it stands in the file, whose it is, and what is wrong."""

    number: int
    country: str
    name: str
    why: str

    def __str__(self) -> str:
        return (
            f"{HELP_NAME}: entry {self.number} ({self.name or 'no name'}, {self.country or 'no country'}): {self.why}"
        )


class Helplines(Value, frozen=True):
    """The entries that hold, in the order of the file, and those that were refused."""

    entries: tuple[Helpline, ...] = ()
    refused: tuple[Refused, ...] = ()

    def usable(self, country: str, day: date) -> tuple[Helpline, ...]:
        """Return the entries of a country whose number may be shown on a day."""
        return tuple(one for one in self.entries if one.country == country and one.may_be_used(day))

    def lapsed(self, country: str, day: date) -> tuple[Helpline, ...]:
        """Return the entries of a country whose last day of use has passed."""
        return tuple(one for one in self.entries if one.country == country and not one.may_be_used(day))

    def countries(self) -> tuple[str, ...]:
        """Return every country that the file speaks of, by code."""
        named = {one.country for one in self.entries} | {one.country for one in self.refused}
        return tuple(sorted(named & countries().keys()))


def read_helplines(folder: Path, day: date) -> Helplines:
    """Return what the file of a sourcebook holds on a day; nothing where there is no file.

    A wrong entry is refused by itself and the others hold. Raises InputRefused where the whole file cannot be read.
    """
    path = folder / HELP_NAME
    try:
        if not path.exists():
            return Helplines()
        if path.stat().st_size > _MOST_BYTES:
            raise InputRefused("The file of numbers is too large.", where=str(path), next_step="Keep it under 4 MB.")
        table = tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise InputRefused(
            f"The numbers to call cannot be read: {error}.", where=str(path), next_step="Correct that line."
        ) from error
    rows = table.pop("entry", [])
    if table or not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        raise InputRefused(
            "The file of numbers holds something else than entries.",
            where=str(path),
            next_step="Begin each entry with a line [[entry]].",
        )
    return checked(rows, day)


def checked(rows: Iterable[Mapping[str, Any]], day: date) -> Helplines:
    """Return the rows that hold as entries, and the others with what is wrong about each."""
    read: list[tuple[int, Helpline]] = []
    refused: list[Refused] = []
    for number, row in enumerate(rows, start=1):
        try:
            entry = msgspec.convert(row, Helpline)
            why = fault(entry, day)
        except msgspec.ValidationError as error:
            entry, why = None, f"{error}."
        if entry is None or why:
            refused.append(_refusal(number, row, why))
        else:
            read.append((number, entry))
    against = _contradicted(read)
    refused += [Refused(number=n, country=e.country, name=e.name, why=against[n]) for n, e in read if n in against]
    unlike = dict.fromkeys(entry for number, entry in read if number not in against)
    return Helplines(entries=tuple(unlike), refused=tuple(sorted(refused, key=lambda one: one.number)))


def _refusal(number: int, row: Mapping[str, Any], why: str) -> Refused:
    country, name = row.get("country", ""), row.get("name", "")
    return Refused(number=number, country=str(country), name=str(name), why=why)


def fault(entry: Helpline, day: date) -> str:
    """Return what is wrong about an entry by itself, in a sentence that says what to do; empty where nothing is."""
    if entry.country not in countries():
        return f"{entry.country!r} is no code of a country; write it as ISO 3166-1 has it, such as BY."
    for name in ("name", "source", "verified_by"):
        if not getattr(entry, name).strip():
            return f"{name} is empty; a number is shown only where it is said who verified it, and from what source."
    for name in ("name", "note", "hours"):
        if _NUMBER_WITHIN.search(_CLOCKS.sub("", getattr(entry, name))):
            return f"{name} holds a number to dial, which would outlive its last day of use; put it into phone."
    if any(own_name(tag) is None for tag in entry.languages):
        unknown = next(tag for tag in entry.languages if own_name(tag) is None)
        return f"{unknown!r} is no language that is known here; write its BCP 47 tag, such as be."
    return _fault_of_dates(entry, day) or fault_at_home(entry) or fault_abroad(entry)


def _fault_of_dates(entry: Helpline, day: date) -> str:
    if entry.verified > day:
        return f"it was verified on {entry.verified}, which is after {day}; write the day on which somebody called."
    if entry.until is None:
        return ""
    if entry.until < entry.verified:
        return f"its last day of use, {entry.until}, is before the day on which it was verified."
    if entry.until > entry.verified + timedelta(days=USABLE_DAYS):
        return f"its last day of use, {entry.until}, is more than a year after it was verified; verify it again."
    return ""


def _contradicted(read: list[tuple[int, Helpline]]) -> dict[int, str]:
    """Return the numbers of the entries that speak against another one, with what they differ in."""
    found: dict[int, str] = {}
    for at, (number, one) in enumerate(read):
        for other_number, other in read[at + 1 :]:
            apart = _difference(one, other)
            if apart:
                found.setdefault(number, _against(other_number, apart))
                found.setdefault(other_number, _against(number, apart))
    return found


def _difference(one: Helpline, other: Helpline) -> str:
    if one.country != other.country:
        return ""
    fields: tuple[str, ...]
    if _folded(one.name) == _folded(other.name):
        fields = _MUST_AGREE
    elif same_number(one, other) and "emergency" not in (one.kind, other.kind):
        fields = _SAME_SERVICE
    else:
        return ""
    return ", ".join(name for name in fields if getattr(one, name) != getattr(other, name))


def _folded(name: str) -> str:
    return " ".join(name.casefold().split())


def _against(number: int, apart: str) -> str:
    return f"it contradicts entry {number} in {apart}; neither is shown until one of them is taken out."
