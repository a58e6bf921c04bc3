"""What identifies without a name: an age with a small place, an address, the number of a case or a document."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from sourcebook.extract.risk_addresses import addresses_in
from sourcebook.extract.risk_ages import ages_with_places, initials_with_places
from sourcebook.extract.risk_names import CAPITAL
from sourcebook.extract.risk_numbers import numbers_in
from sourcebook.extract.risk_offenders import speaks_of_offender
from sourcebook.extract.risk_words import one_of
from sourcebook.model.kinds.risk import RiskKind


class Trace(NamedTuple):
    """Words that may lead to a person, and how."""

    kind: RiskKind
    start: int
    end: int


_SCHOOL: Final = re.compile(
    rf"(?:\b(?:{CAPITAL})\s+(?:Primary|Secondary|High|Middle|Boarding|Girls'|Boys')?\s*(?:School|Orphanage"
    rf"|Kindergarten|Lyceum|Gymnasium|Internat|High(?!\s+(?:Court|Commission|Representative|School)))\b"
    r"|\b(?:School|Orphanage|Internat|Boarding School|Gymnasium|Lyceum|Kindergarten)\s+(?:No\.?|Number|\u2116"
    r"|#)\s*\d+)"
)
_PHONE: Final = re.compile(r"(?<![\d.,/-])\+?\(?\d{1,4}\)?(?:[\s./-]?\(?\d{2,4}\)?){2,5}(?![\d/-])")
_YEARS: Final = re.compile(r"\(?(?:19|20)\d\d\)?(?:[\s./-]+\(?(?:19|20)\d\d\)?)+")
_ISO_DAY: Final = re.compile(r"(?:19|20)\d\d-\d\d(?:-\d\d)?$")
_EMAIL: Final = re.compile(
    r"\b[\w.+-]+@[\w-]+\.[\w.]+\b|(?<=\s)@[A-Za-z]\w{3,}\b|\b(?:facebook|instagram|vk|t)\.(?:com|me)/[\w.]+"
)
_HANDLE: Final = re.compile(
    r"\b(?:facebook|instagram|tiktok|telegram|whatsapp|viber|vk|snapchat|wechat|imo|odnoklassniki|profile|account"
    r"|user\s?name|handle|user|nickname"
    r"|page)\b\W{0,3}(?:(?:name|id|profile|account|page|as|is|was|under|called|of)\W{1,3}){0,4}[\"\u201c]?"
    r"(?P<handle>@?[a-z0-9]+(?:[._-][a-z0-9]+)+(?!\.(?:com|org|net))|@\w{3,}|[a-z]+_?\d{2,}\w*)(?![\w/])",
    re.IGNORECASE,
)
_REACHED: Final = re.compile(
    r"\b(?:her|his|victim'?s?|survivor'?s?|mother'?s?|father'?s?|family'?s?|girl'?s?|daughter'?s?|sister'?s?"
    r"|parents'?|uncle'?s?|husband'?s?|brother'?s?|relatives'?)\b"
    r"[^.!?]{0,60}$",
    re.IGNORECASE,
)
_REACHING: Final = re.compile(
    r"\b(?:reach|call|phone|mobile|telephone|contact|whatsapp|viber|e-?mail|address|write\s+to|t[e\u00e9]l"
    r"|tel[e\u00e9]fono|telefon"
    r"|llam|appel|ligue|suna|\u043f\u043e\u0437\u0432\u043e\u043d|\u0442\u0435\u043b|g\u1ecdi)\w*",
    re.IGNORECASE,
)
_REACHED_NEAR: Final = re.compile(
    r"\b(?:her|she|his|he|victim|survivor|girl|boy|daughter|son|mother|father|family)\b", re.IGNORECASE
)
_PUBLIC: Final = re.compile(
    r"\b(?:hotline|helpline|toll[- ]free|call\s+us|embassy|office|website|press|contact\s+the|IOM|NGO|police\s+on"
    r"|fax|report\s+it|dial|for\s+(?:help|information))\b",
    re.IGNORECASE,
)
_BIRTH: Final = re.compile(
    r"\b(?:born\s+(?:on\s+|in\s+\w+\s+on\s+|(?=\d{1,2}[\s./-]))|date\s+of\s+birth[:,]?\s*|d\.?o\.?b\.?[:\s]+"
    r"|\bb\.\s+)(?=[^.]{0,20}\d)(?:the\s+)?[\w/.,\s-]{0,12}?\d{1,4}(?:st|nd|rd"
    r"|th)?[\s/.,-]+(?:of\s+)?[\w]+[\s/.,-]*\d{0,4}",
    re.IGNORECASE,
)
_PERSON_HARMED: Final = re.compile(
    rf"{one_of('victims')}|\b(?:she|her|hers|\u0435\u0451|\u0435\u0439)\b", re.IGNORECASE
)
_RELATION: Final = re.compile(
    rf"\b(?:daughter|son|wife|widow|niece|nephew|sister|brother|child|fianc[e\u00e9]e?)\s+of\s+(?:the|a"
    rf"|an)\s+(?:[\w-]+\s+){{0,3}}?"
    r"(?:mayor|headman|headmaster|headmistress|priest|imam|pastor|chief|teacher|doctor|baker|butcher|shopkeeper"
    r"|blacksmith|postmaster|judge|governor|policeman|librarian|miller|nurse|sexton|caretaker|beekeeper"
    r"|bus\s+driver|station\s?master|village\s+\w+)\b"
    rf"(?=[^.]{{0,60}}\b(?:of|in|at|from)\s+(?:the\s+)?(?:[\w-]+\s+){{0,3}}?{CAPITAL})"
    rf"|\b(?:daughter|son|wife|widow|niece|nephew|granddaughter|grandson)\s+of\s+the\s+(?:\w+\s+){{1,3}}?(?:of|in|at"
    rf"|from)\s+(?!the\b){CAPITAL}"
    r"|\b(?:the\s+)?only\s+(?:[\w-]+\s+){1,4}?(?:in|of|from)\s+(?:the\s+|her\s+|his\s+)?(?:village|hamlet|town"
    r"|parish|settlement|class|year|school)\b"
    rf"|\b(?:girl|boy|woman|man|victim|survivor|child|she|he)\s+(?:who\s+)?(?:is|was|had\s+been|has\s+been"
    rf"|became)\s+(?:[\w\u2019'-]+\s+){{0,4}}?(?:champion|medallist|medalist"
    rf"|beauty\s+queen|valedictorian|record\s+holder|Miss\s+[A-Z]\w+|captain\s+of|goalkeeper\s+of|winner\s+of)\b",
)
_DIGIT: Final = re.compile(r"\d")
_LINKED: Final = re.compile(
    r"@|\.(?:com|me)/|(?i:facebook|instagram|tiktok|telegram|profile|account|user|handle|viber)",
)


def traces_in(text: str, sentences: list[tuple[int, int]]) -> Iterator[Trace]:
    """Yield what in a passage may lead to a person who was harmed, sentence by sentence."""
    for at, (start, end) in enumerate(sentences):
        since = sentences[at - 1][0] if at else start
        until = sentences[at + 1][1] if at + 1 < len(sentences) else end
        # Each search is dear: none is begun in a sentence without what all that it finds must hold.
        digit = _DIGIT.search(text, start, end) is not None
        yield from (Trace("age_and_place", *found) for found in ages_with_places(text, (since, until), start, end))
        yield from (Trace("age_and_place", *found) for found in initials_with_places(text, start, end))
        if digit:
            yield from (Trace("address", *found) for found in addresses_in(text, start, end))
            yield from (Trace(*found) for found in numbers_in(text, start, until))
            yield from _births(text, start, until)
        if digit or _LINKED.search(text, start, end):
            yield from _contacts(text, start, end)
        yield from _kin_and_school(text, start, end)


def _births(text: str, start: int, end: int) -> Iterator[Trace]:
    for found in _BIRTH.finditer(text, start, end):
        if _PERSON_HARMED.search(text, start, end) and not speaks_of_offender(text[start:end]):
            yield Trace("birth", *found.span())


def _contacts(text: str, start: int, end: int) -> Iterator[Trace]:
    for found in _HANDLE.finditer(text, start, end):
        if _REACHED_NEAR.search(text, start, end) and not _PUBLIC.search(text, start, end):
            yield Trace("contact", *found.span())
    for pattern in (_EMAIL, _PHONE):
        for found in pattern.finditer(text, start, end):
            digits = sum(letter.isdigit() for letter in found[0])
            if pattern is _PHONE and (not 7 <= digits <= 15 or _YEARS.fullmatch(found[0]) or _ISO_DAY.search(found[0])):
                continue
            if _is_reached(text[start : found.start()]) and not _PUBLIC.search(text, start, end):
                yield Trace("contact", *found.span())


def _is_reached(before: str) -> bool:
    """Tell whether words before a number or an address are of one who was harmed, or of how that one is reached."""
    return _REACHED.search(before) is not None or bool(_REACHING.search(before) and _PERSON_HARMED.search(before))


def _kin_and_school(text: str, start: int, end: int) -> Iterator[Trace]:
    for found in _RELATION.finditer(text, start, end):
        yield Trace("relation", *found.span())
    for found in _SCHOOL.finditer(text, start, end):
        if re.search(
            r"\b(?:pupil|student|sophomore|junior|senior|victims|survivors|freshman|grader|minor|victim|survivor"
            r"|daughter|son|attend(?:s|ed)?"
            r"|graduate|schoolgirl|schoolboy|girl|boy|orphan|ward|raised|she|he)\b",
            text[start:end],
            re.IGNORECASE,
        ) and not speaks_of_offender(text[start:end]):
            yield Trace("school", *found.span())
