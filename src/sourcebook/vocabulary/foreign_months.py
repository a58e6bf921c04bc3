"""Dates with the months of other languages than English, put into English for the one grammar of dates."""

from __future__ import annotations

import re
from typing import Final

_ENGLISH: Final = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
_LANGUAGES: Final = (
    "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
    "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
    "Januar Februar März April Mai Juni Juli August September Oktober November Dezember",
    "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
    "januari februari maart april mei juni juli augustus september oktober november december",
    "января февраля марта апреля мая июня июля августа сентября октября ноября декабря",
    "ianuarie februarie martie aprilie mai iunie iulie august septembrie octombrie noiembrie decembrie",
)
_MONTHS: Final = {
    name.casefold(): english
    for names in _LANGUAGES
    for name, english in zip(names.split(), _ENGLISH, strict=True)
    if name.casefold() != english.casefold()
}
_DATE: Final = re.compile(
    rf"(?:\b(?P<day>\d{{1,2}})(?:er|\.|º|ª)?\s+(?:de\s+)?)?"
    rf"\b(?P<month>{'|'.join(sorted(_MONTHS, key=len, reverse=True))})\.?"
    r"\s+(?:de\s+|del\s+)?(?P<year>(?:1[89]|20)\d\d)(?!\d)",
    re.IGNORECASE,
)


def months_in_english(text: str) -> tuple[str, tuple[tuple[str, str], ...]]:
    """Return a text with its dates of other languages in English, and each of these with the words that stood there."""
    told: list[tuple[str, str]] = []

    def english(found: re.Match[str]) -> str:
        parts = (found["day"], _MONTHS[found["month"].casefold()], found["year"])
        written = " ".join(part for part in parts if part)
        told.append((written, found[0]))
        return written

    return _DATE.sub(english, text), tuple(told)
