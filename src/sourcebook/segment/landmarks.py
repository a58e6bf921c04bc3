"""Knowing the parts of a page's head by their words: what covers what, cautions, guidance, help, sources."""

from __future__ import annotations

import re
from collections.abc import Callable
from enum import StrEnum
from functools import lru_cache

from sourcebook.segment.token import Sign, Token


class Role(StrEnum):
    """The part that a run of a page's text plays, as its spans name it."""

    MENU = "menu"
    COLLECTION = "collection"
    TAGLINE = "tagline"
    COVERS = "covers"
    ADDRESS = "address"
    HEADING = "heading"
    BACKGROUND = "background"
    SUMMARY = "summary"
    IMAGE = "image"
    CAUTION = "caution"
    STUDY = "study"
    TEACHERS = "teachers"
    HELP = "help"
    MARKER = "marker"
    TITLE = "title"
    CREDIT = "credit"
    SOURCE = "source"
    ACCESSED = "accessed"
    ARCHIVED_NOTE = "archived_note"
    URL = "url"
    EXCERPT = "excerpt"
    SUBHEAD = "subhead"
    NOTE_MARK = "note_mark"
    RIGHTS = "rights"
    CITE_AS = "cite_as"
    RULE = "rule"
    BLANK = "blank"
    UNPLACED = "unplaced"


_YEAR = r"(?:19|20)\d\d"
_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*"
COVERS = re.compile(
    rf"(?:from|years?\s+of|between|century|reports?|articles?|covering|since)\b.{{0,60}}?\b(?P<first>{_YEAR})\s*(?:to|-|\u2013|\u2014|and|through|until|till)\s*(?P<last>{_YEAR})\b",
    re.IGNORECASE,
)
YEARS_ALONE = re.compile(rf"(?P<first>{_YEAR})\s*(?:to|-|\u2013|\u2014|through)\s*(?P<last>{_YEAR})")
DECADE = re.compile(
    r"\b(?P<which>first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|last)\s+(?P<count>two|three|four|five)?\s*(?P<unit>decades?|half|quarter)\s+of\s+the\s+"
    r"(?P<century>\d\d)(?:st|nd|rd|th)?\s+century\b",
    re.IGNORECASE,
)
SOURCE_BRACKET = re.compile(
    rf"\[\s*(?P<source>[^\[\]]{{3,120}}?)[\s,]+(?P<date>(?:{_MONTH}\.?,?\s+)?{_YEAR}(?:\s*(?:edition|ed\.?))?)\s*\]\.?",
    re.IGNORECASE,
)
_SOURCE_WORDS = re.compile(
    r"factbook|fact\s?book|encyclop|wikipedia|background note|profile|c\.?i\.?a\b"
    r"|almanac|yearbook|atlas|britannica|world bank",
    re.IGNORECASE,
)
SUMMARY_SOURCE = re.compile(
    rf"\s*[-\u2013\u2014]+\s*(?P<source>[^\[\]\n]{{8,140}}?)[\s,]+(?P<date>(?:\d{{1,2}}\s+)?(?:{_MONTH}\.?,?\s+)?"
    rf"(?:\d{{1,2}},\s+)?{_YEAR})\b(?P<tail>[.\s]*(?:(?:check\s+out|see|read|click|\[|full|later|view|for).{{0,300}})?)$",
    re.IGNORECASE | re.DOTALL,
)
SUMMARY_WORDS = re.compile(
    r"trafficking\s+in\s+persons\s+report|\btip\s+report\b|country\s+report\s+here|\[\s*full\s+(?:country\s+)?report\s*\]|worst\s+forms\s+of\s+child\s+labou?r,?\s+(?:19|20)\d\d",
    re.IGNORECASE,
)
_CAUTION = re.compile(
    r"(?:caution|warning|disclaimer|caveat|please\s+note|beware|n\.?b\.?)\s*[:\-\u2013\u2014!]", re.IGNORECASE
)
_CAUTION_WORDS = re.compile(
    r"(?:links|text|articles)\b.{0,60}\bculled\s+from|no\s+attempt\s+has\s+been\s+made\s+to\s+(?:verify|validate)|allegations\s+that\s+are\s+unsubstantiated",
    re.IGNORECASE,
)
_HOW_TO = re.compile(r"how\s+to\s+use\s+(?:this|these)\b.{0,40}", re.IGNORECASE)
_STUDENTS = re.compile(r"(?:for\s+)?students?\s*:?", re.IGNORECASE)
_STUDY = re.compile(
    r"\bterm[\s-]?papers?\b|\b(?:writing|write|preparing|prepare)\s+(?:a|an|your|about)\b|\bpostings?\b|\bhomework\b|\bassignment\b|\bessay\b|\bresearch\s+paper\b",
    re.IGNORECASE,
)
_SECOND_PERSON = re.compile(
    r"\byou(?:r|rs)?\b|\b(?:choose|skim|scan|draw\s+comparisons|read\s+down|pick|check\s+out)\b", re.IGNORECASE
)
_TEACHERS = re.compile(r"(?:for\s+)?(?:teachers?|educators?|instructors?)\s*:?", re.IGNORECASE)
_TEACHER_WORDS = re.compile(
    r"\bresources?\s+for\s+(?:teachers|educators)\b|\bteachers?['\u2019]?\s+(?:resources?|guide|corner|page)\b",
    re.IGNORECASE,
)
_HELP = re.compile(
    r"(?:[*\s]*)(?:help|hot\s?lines?|help\s?lines?|where\s+to\s+(?:get|find)\s+help|get\s+help)\b(?:\s+(?:for|to|line|lines|numbers)\b.{0,50})?\s*[:*]*\s*",
    re.IGNORECASE,
)
COUNTRY_CODE = re.compile(
    r"(?:international\s+)?country\s+(?:dialling\s+|dialing\s+|calling\s+)?code\s*[:\-\u2013]?\s*\+?\s*(?P<code>\d[\d-]*)\s*[-\u2013]?",
    re.IGNORECASE,
)
MENU_LINE = re.compile(
    r"(?:back\s+to\s+)?main\s+menu\b|\[\s*other\s+countries\s*\]|(?:.{2,60}\s+in\s+)?\[[^\[\]]{2,40}\]\s*\[[^\[\]]{2,40}\]$",
    re.IGNORECASE,
)
_PROSE_END = re.compile(r"[.!?\u2026][\"'\u201d\u2019)\]]*$")


def is_prose(text: str) -> bool:
    """Tell whether a text reads as a paragraph: long, or a sentence with its stop."""
    return len(text) > 140 or (len(text) > 30 and bool(_PROSE_END.search(text)))


def covers_of(text: str) -> bool:
    """Tell whether a line says which years the collection covers."""
    if len(text) > 200:
        return False
    return bool(
        COVERS.search(text)
        or DECADE.search(text)
        or YEARS_ALONE.fullmatch(text)
        or (re.search(r"\bcentury\b", text, re.IGNORECASE) and not is_prose(text))
    )


def background_source(text: str) -> re.Match[str] | None:
    """Return the bracket with source and year that ends a background, or stands alone or mid-way in it."""
    best = None
    for found in SOURCE_BRACKET.finditer(text):
        whole = not text[: found.start()].strip() and not text[found.end() :].strip()
        after_stop = text[: found.start()].rstrip()[-1:] in set('.!?"\u201d)')
        if _SOURCE_WORDS.search(found["source"]) or (
            not whole and after_stop and len(text) > 120 and "," in found["source"]
        ):
            best = found
    return best


def background_credit(text: str) -> re.Match[str] | None:
    """Return the source that closes a background behind a dash, instead of in a bracket."""
    start = max(text.rfind(" - "), text.rfind(" \u2013 "), text.rfind(" -- "), text.rfind(" \u2014 "))
    found = SUMMARY_SOURCE.match(text, start) if start > 0 else None
    if found is None or SUMMARY_WORDS.search(found["source"]) or len(found["source"]) > 80:
        return None
    return found if _SOURCE_WORDS.search(found["source"]) else None


def is_summary_end(text: str) -> bool:
    """Tell whether a paragraph closes with its source, as the Trafficking in Persons Report's summaries do."""
    tail = text[-420:]
    return bool(SUMMARY_WORDS.search(tail)) or (
        len(text) > 120 and bool(SUMMARY_SOURCE.search(tail)) and "eport" in tail
    )


def landmark(token: Token) -> Role | None:
    """Return the part of a page's head that a token opens or closes by its words alone, else None."""
    if token.sign is Sign.IMAGE:
        return Role.IMAGE
    if token.sign is not Sign.TEXT:
        return None
    return _landmark_of(token.text)


@lru_cache(maxsize=128)
def _landmark_of(text: str) -> Role | None:
    """Return what the words say; kept for a while, since a page's head is gone over several times."""
    return next((role for role, holds in _LANDMARKS if holds(text)), None)


def _is_caution(text: str) -> bool:
    return bool(_CAUTION.match(text) or _CAUTION_WORDS.search(text))


def _is_guidance_head(text: str) -> bool:
    return bool(_HOW_TO.fullmatch(text) or _STUDENTS.fullmatch(text))


def _is_for_teachers(text: str) -> bool:
    return bool(_TEACHERS.fullmatch(text) or (len(text) < 200 and _TEACHER_WORDS.search(text)))


def _is_help(text: str) -> bool:
    return bool((len(text) <= 70 and _HELP.fullmatch(text)) or COUNTRY_CODE.match(text))


def _is_guidance(text: str) -> bool:
    return is_prose(text) and bool(_STUDY.search(text) and _SECOND_PERSON.search(text))


_LANDMARKS: tuple[tuple[Role, Callable[[str], object]], ...] = (
    (Role.CAUTION, _is_caution),
    (Role.STUDY, _is_guidance_head),
    (Role.TEACHERS, _is_for_teachers),
    (Role.HELP, _is_help),
    (Role.MENU, MENU_LINE.match),
    (Role.BACKGROUND, background_source),
    (Role.SUMMARY, is_summary_end),
    (Role.BACKGROUND, background_credit),
    (Role.STUDY, _is_guidance),
    (Role.COVERS, lambda text: covers_of(text) and not is_prose(text)),
)
