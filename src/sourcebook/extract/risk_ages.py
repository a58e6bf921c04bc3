"""An age, or initials, with a small place, which together may tell who a person is, in many languages."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Final, NamedTuple

from sourcebook.extract.risk_names import CAPITAL, LETTER, UP
from sourcebook.extract.risk_offenders import ends_as_offender, speaks_of_offender
from sourcebook.extract.risk_words import one_of, risk_words
from sourcebook.vocabulary.countries import countries_in
from sourcebook.vocabulary.credit_names import is_known_town
from sourcebook.vocabulary.name_words import is_city

_NUMBER_WORD: Final = (
    r"(?:eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen|(?:twen|thir|for|fif|six|seven|eigh"
    r"|nine)ty(?:[- ]\w+)?"
    r"|ten|nine|eight|seven|six|five|four)"
)
_TEEN_WORD: Final = r"(?:eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen|1[0-9])"
_ORDINAL: Final = r"(?:tenth|eleventh|twelfth|(?:thir|four|fif|six|seven|eigh|nine)teenth|twentieth|1\dth|9th|20th)"
_ONE_AGE: Final = re.compile(
    rf"\b(?:(?:[1-9]\d?|{_NUMBER_WORD})[\s-]years?[\s-](?:old|of[\s-]age)\b(?!s)(?!\s+(?:girls|boys|women|men"
    rf"|children"
    r"|teenagers|victims|youths|industry|law|practice|civil|war|conflict|problem|programme|program|ban\b|shelter"
    r"|organi[sz]ation))"
    rf"|\b[1-9]\d?[\s-]?(?:y/o|yo|yrs?(?:\s+old)?)\b"
    rf"|\b(?:aged|age)\s+(?:of\s+|only\s+|just\s+|about\s+|around\s+)?(?:[1-9]\d?|{_NUMBER_WORD})\b(?!\s*(?:to"
    rf"|and|or|-"
    r"|\u2013|years?\s+(?:and|or)\s+(?:over|under|older|younger|above))\s*\d?)"
    rf"|\b(?:girl|boy|child|woman|man|daughter|son|student|youth|pupil|cousin|sister|brother)\s+of\s+(?:only\s+"
    rf"|just\s+"
    rf"|barely\s+|about\s+)?(?:[1-9]\d?|{_NUMBER_WORD})\b"
    rf"|\b(?:an?|the)\s+(?!group|total|team|gang|ring|party|crew|list|average|majority|convoy|maximum|minimum"
    rf"|sentence"
    rf"|period|class|batch|number|line|quarter|jury)[\w-]+\s+of\s+(?:only\s+|just\s+"
    rf"|barely\s+)?{_TEEN_WORD}\b(?!\s+(?:girls|boys|women|men|children|people|workers|victims|countries|states"
    rf"|migrants)\b)"
    r"|\b(?:who\s+(?:is|was)|she\s+(?:is|was|would\s+be)|he\s+(?:is|was)|turned|turning|I\s+was"
    r"|was)\s+(?:only\s+|just\s+"
    rf"|barely\s+|not\s+(?:yet|quite)\s+|nearly\s+|almost\s+|about\s+|still\s+|then\s+|hardly\s+)*(?:[1-9]\d?"
    rf"|{_NUMBER_WORD})\b"
    r"(?=\s*[,.;:\u2013\u2014]|\s+(?:when|and|the|that|in\s+(?:19|20)\d\d|at\s+the\s+time|years))"
    rf"|\bat\s+(?:only\s+|just\s+|barely\s+)?{_TEEN_WORD}(?=,|\s+(?:she|he)\b)"
    r"|\b(?:approx\.?|approximately|about|around|circa|ca?\.)\s+[1-9]\d(?=,)"
    rf"|\bturned\s+{_TEEN_WORD}\b"
    rf"|\b(?:elder|younger|eldest|youngest|other|girl|boy|child|victim|daughter|son)\s+(?:is|was)\s+(?:only\s+"
    rf"|just\s+)?(?:[1-9]\d?|{_NUMBER_WORD})\b"
    rf"|\b(?:and|still|was)\s+only\s+(?:[1-9]\d?|{_NUMBER_WORD})(?=,)"
    rf"|\baged\s+[1-9]\d(?=\s+and\s+from)"
    rf"|(?:^|(?<=\.\s)){_TEEN_WORD}(?:,|\s+and\b)"
    r"|\baged\s+between\s+\d\d?\s+and\s+\d\d?(?=,?\s+(?:the\s+)?(?:\w+\s+)?(?:brothers|sisters|siblings|twins"
    r"|cousins|friends))"
    rf"|(?<=[a-z],\s)(?:then|now|only|just|barely)\s+(?:[1-9]\d?|{_NUMBER_WORD})(?=[,.;])"
    rf"|\b(?:brothers|sisters|siblings|twins|cousins|friends),?\s+(?:aged\s+)?\d{{1,2}}\s+and\s+\d{{1,2}}\b"
    rf"|\b(?:her|his)\s+age,?\s+(?:is\s+|was\s+)?(?:[1-9]\d?|{_NUMBER_WORD})\b"
    rf"|\b(?:her|his)\s+{_ORDINAL}\s+birthday\b"
    rf"|(?:^|(?<=\.\s))(?:now|then|only|just|barely|nearly|not\s+(?:yet|quite)|hardly|still|at)\s+(?:[1-9]\d"
    rf"|{_TEEN_WORD}),"
    rf"|(?<=[a-z],\s)(?:[1-9]\d?|{_NUMBER_WORD})\s+(?:at\s+the\s+time|years?\s+old|then|now)\b"
    r"|\bin\s+(?:her|his)\s+(?:early\s+|mid-?\s?|late\s+)?(?:teens|twenties|thirties|forties|fifties|sixties)\b"
    r"|(?<=[a-z.\"\u201d\u2019],\s)[1-9]\d(?=[,.;]|\s+and\b)"
    rf"|(?<=[a-z.\"\u201d\u2019],\s){_TEEN_WORD}(?=[,.;]|\s+and\b)"
    r"|\b(?:girl|boy|child|woman|victim|man|daughter|son|sister|brother|survivor|party|applicant|complainant"
    r"|plaintiff|worker|migrant"
    r"|mother|student|witness)\s\([1-9]\d(?=[,)]))",
    re.IGNORECASE,
)
_SEVERAL: Final = re.compile(
    r"\b(?:girls|boys|women|children|men|them|they|their|victims|minors|those)\b", re.IGNORECASE
)
_ONE_PERSON: Final = re.compile(
    r"\b(?:one|her|his|she|he|another|youngest|oldest|eldest|younger|elder|older)\b|\b(?:girl|boy|woman|child"
    r"|victim|survivor|daughter"
    r"|son|teenager|student|mother)\b",
    re.IGNORECASE,
)
_SMALL_PLACE: Final = re.compile(
    rf"(?:{one_of('small_places')}|\b(?:small\s+)?town)\s+(?:of|called|named)\s+(?P<of>{CAPITAL})"
    r"|\b(?:Barangay|Sitio|Kampung|Kampong|Desa|Aldea|Colonia|Vereda|Caser\u00edo|Kebele|Woreda|Hamlet|Purok"
    rf"|Mahalla|hamlet)\s+(?P<by>{CAPITAL}|\d+)|\bChak\s+(?P<chak>(?:No\.?\s*)?\d+)"
    rf"|\b(?:her|his)\s+(?:home\s+|native\s+)?(?:{one_of('small_places')}),\s+(?P<her>{CAPITAL})"
    rf"|(?P<told>{CAPITAL}),\s+(?:an?|her|his)\s+(?:[\w-]+\s+){{0,3}}?(?:{one_of('small_places')})"
    rf"|(?P<own>{CAPITAL})\s+(?:[Vv]illage|[Hh]amlet|settlement|township|parish|slum|barangay|kebele|camp|commune"
    rf"|homestead|estate|plantation|ranch|farm|quarry|shehia"
    r"|kampong|kampung|sitio|woreda)\b"
)
_FROM_PLACE: Final = re.compile(
    rf"\b(?:[Ff]rom|[Ii]n|of|[Nn]ear|[Oo]utside|[Aa]t|on|with|for)\s+(?:the\s+)?(?P<place>{CAPITAL})"
    r"(?=,\s+(?:an?\s+)?(?:[\w-]+\s+){0,2}(?:village|hamlet|settlement|small\s+town|farming\s+town|mining\s+town)"
    r"|\s*,|\s*[.;]|\s)"
)
_OTHER_NUMBER: Final = rf"(?:[1-9]\d?|{one_of('numbers_abroad')})"
_AGE_ABROAD: Final = re.compile(
    rf"(?<!\w){_OTHER_NUMBER}\s+(?:de\s+)?{one_of('years_abroad')}(?!\s+(?:de\s+)?{one_of('terms_abroad')})"
    r"|\b[1-9]\d?[\s-]?(?:\u043b\u0435\u0442\u043d\w+|\u0440\u0456\u0447\w+|j\u00e4hrig\w*|enne|jarige"
    r"|\u00e5ring\w*)\b"
    r"|\u0641\u064a (?:\u0627\u0644\w+ \u0639\u0634\u0631\u0629?|\u0633\u0646 \w+)"
    r"|\u062a?\u0628\u0644\u063a \u0645\u0646 \u0627\u0644\u0639\u0645\u0631"
    r"|\b[1-9]\d?\s*(?:\u5c81|\u6b72|\u6b73|\uc0b4|\u0633\u0646\u0629|\u0639\u0627\u0645)",
    re.IGNORECASE,
)
_PLACE_ABROAD: Final = re.compile(
    rf"{one_of('small_places_abroad')}\s+(?:(?:de|del|di|da|do|d'|din|des|la|nativa|ind\u00edgena|rurale?|von|na"
    rf"|w|van)\s+){{0,3}}"
    rf"[\u00ab\"\u201c]?(?P<of>{CAPITAL})"
    rf"|(?P<own>{CAPITAL})\s+(?:k\u00f6y\u00fc|mahallesi|falu|k\u00fcla|kyl\u00e4)\w*"
    r"|(?:\u0642\u0631\u064a\u0629|\u0628\u0644\u062f\u0629|\u0645\u062e\u064a\u0645)\s+(?P<by>[\u0621-\u06ff]{3,})",
    re.IGNORECASE,
)
_INITIALS: Final = re.compile(
    rf"(?<![\w.])(?!S\.A\.|U\.S\.|U\.N\.|U\.K\."
    rf"|D\.C\.)(?:{UP}\.[ ]?){{2,4}}(?=[,\s(\u2019'])(?![ ]?{UP}{LETTER}{{2,}})"
)


class Found(NamedTuple):
    """Where the words stand that together may tell who a person is."""

    start: int
    end: int


def ages_with_places(text: str, around: tuple[int, int], start: int, end: int) -> Iterator[Found]:
    """Yield an age in a sentence of one person who was harmed, with a small place in it or beside it; at most one.

    `around` is where the sentences before and after it begin and end.
    """
    ages = [*_ONE_AGE.finditer(text, start, end), *_AGE_ABROAD.finditer(text, start, end)]
    if not ages or speaks_of_offender(text[start:end]):
        return
    named: list[tuple[int, int] | None] = []
    for age in ages:
        near = text[max(start, age.start() - 60) : min(end, age.end() + 40)]
        if ends_as_offender(text[start : age.start()]) or not _of_one_person(near):
            continue
        named = named or [_named_place(text, *around)]
        place = named[0] or _place_near(text, start, around[1], age.end())
        if place is not None:
            yield Found(min(age.start(), place[0]), max(age.end(), place[1]))
            return


def initials_with_places(text: str, start: int, end: int) -> Iterator[Found]:
    """Yield the initials of one who was harmed where the sentence gives a small place as well."""
    for found in _INITIALS.finditer(text, start, end):
        if speaks_of_offender(text[start:end]):
            return
        if _named_place(text, start, end) or _place_near(text, start, end, found.end()):
            yield Found(*found.span())


def _of_one_person(around: str) -> bool:
    return _ONE_PERSON.search(around) is not None or _SEVERAL.search(around) is None


def _named_place(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Return where a village or the like is named that is no known town."""
    for pattern in (_SMALL_PLACE, _PLACE_ABROAD):
        for found in pattern.finditer(text, start, end):
            name = next(filter(None, found.groups()))
            if not _is_town(name):
                return found.span()
    return None


def _place_near(text: str, start: int, end: int, near: int) -> tuple[int, int] | None:
    """Return where beside an age one is said to be from, or in, a place that is no known town."""
    for found in _FROM_PLACE.finditer(text, max(start, near - 120), min(end, near + 120)):
        if not _known(found["place"]) and found["place"].lower() not in risk_words("common"):
            return found.span("place")
    return None


@cache
def _no_places() -> frozenset[str]:
    return risk_words("bodies") | risk_words("common")


@cache
def _no_parts_of_places() -> frozenset[str]:
    return _no_places() - {"el", "los", "las", "la", "le"}


def _is_town(name: str) -> bool:
    """Tell whether a name is a country's or a known town's, or made of words that name no place."""
    if is_known_town(name) or is_city(name):
        return True
    whole = any(found.end - found.start == len(name) for found in countries_in(name))
    return whole or all(word in _no_places() for word in name.lower().split())


def _known(name: str) -> bool:
    """Tell whether a name is a country's, a known town's, a body's or a time's, which tell of no one."""
    words = [word.lower() for word in name.split()]
    if _is_town(name) or any(is_known_town(word) for word in words):
        return True
    return any(word in _no_parts_of_places() for word in words)
