"""How much a line looks like a title, a credit or a paragraph: costs, lower is likelier, from its form alone.

The weights were set by hand on the seven pages of the development set and on composed pages (`tests/laws`); change one
and run those again.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from sourcebook.segment.signs import source_rest
from sourcebook.vocabulary.credit_names import are_persons, is_body, is_person, parts

BULLET = re.compile(
    r"[\u2022\u00b7\u25aa\u25cf\u25e6\u2043\u2023\u2219\uf0b7*]\s+|[-\u2013]\s+(?!source)|o\s+(?=[a-z])", re.IGNORECASE
)
NUMBERED = re.compile(
    r"\[(\d{1,4}[a-z]?)\]\s*|\((\d{1,4}[a-z]?)\)\s*|(?:\u00b6|\u00a7|para\.?)\s*(\d{1,4})[.:]?\s+|(\d{1,3})[.)]\s+(?=\S)"
)
SUBHEAD = re.compile(
    r"(?P<name>[^\W\d_a-z\u00df-\u00f6\u00f8-\u00ff][^a-z\u00df-\u00f6\u00f8-\u00ff\n]{2,90}?)\s*(?:--+|[-\u2013\u2014](?=\s)|:(?=\s))\s*(?P<rest>.*)",
    re.DOTALL,
)
OUR_NOTE = re.compile(r"\[our note\]\s*", re.IGNORECASE)
FORMAT = re.compile(
    r"[\[(]\s*(pdf|docx?|html?|rtf|xlsx?|pptx?|txt|video|audio|mp3|ps|zip)(?:\s*(?:format|file|document)|[,;\s]+[^\])]{1,20})?\s*[\])]",
    re.IGNORECASE,
)
EDITION = re.compile(r"\b(?:19|20)\d\d\s+(?:edition|ed\.|issue|report)\W*$|\bedition\W*$", re.IGNORECASE)

_LONGEST_HEAD = 420
_TERMINAL = re.compile(r"[.!?\u2026\u3002][\"'\u201d\u2019)\]\u00bb*]*$|[\"\u201d\u00bb]$|\[\W*(?:\.\.\.|\u2026)\W*\]$")
_FULL_STOP = re.compile(r"\.[\"'\u201d\u2019)\]\u00bb*]*$")
_ABBREVIATED = re.compile(
    r"(?:\b[A-Za-z]\.|\b(?:inc|ltd|co|corp|dept|no|st|jr|sr|etc|ed|vol|al|govt|intl|assn)\.|\.\.\.)$", re.IGNORECASE
)
_SENTENCES = re.compile(
    r"[a-z\u00e0-\u00ff)\"\u201d\d][.!?][\"'\u201d\u2019)]*\s+[\"'\u201c\u2018(\[]*[A-Z\u00c0-\u00de\d]"
)
_LAST_DATE = re.compile(
    r"(?:\b(?:19|20)\d\d|\b\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|\b(?:19|20)\d\d[./-]\d{1,2}[./-]\d{1,2})[\s)\].,]*(?:[-\u2013\u2014]*\s*source\s*:.*)?$",
    re.IGNORECASE,
)
_FIRST_DATE = re.compile(
    r"(?:\d{1,2}\s+)?[A-Z][a-z]{2,8}\.?\s+(?:\d{1,2},\s*)?(?:19|20)\d\d,|\d{1,2}/\d{1,2}/\d{2,4},|(?:19|20)\d\d-\d\d-\d\d,"
    r"|(?:updated\s+)?(?:19|20)\d\d(?:\s+edition)?,|[A-Z][a-z]+ (?:19|20)\d\d,"
)
_OPENING = re.compile(
    r"(?:by|written by|reported by|adapted from|excerpted? from|extract(?:ed)? from|taken from|from|authors?|edited by"
    r"|source|in)\s*:?\s+(?=[\"\u201cA-Z\u00c0-\u00de])",
    re.IGNORECASE,
)
_STRONG_OPENING = re.compile(
    r"(?:by|adapted from|excerpted from|extracted from|taken from|authors?|source|updated)\b\s*:?\s", re.IGNORECASE
)
_SOURCE_END = re.compile(r"\bsource\s*:$", re.IGNORECASE)
_YEAR_ALONE = re.compile(r",\s*(?:19|20)\d\d$")
_YEAR_BRACKET = re.compile(r"\[[^\]]*(?:19|20)\d\d[^\]]*\]$")
_WORD = re.compile(r"[^\W\d_][\w'\u2019-]*")
_LITTLE_WORDS = """
a an and as at but by de des du for from in into la le nor of on or over per the to up upon via vs with without
"""
_LITTLE = frozenset(_LITTLE_WORDS.split())


class Shape(NamedTuple):
    """The costs of a text as each part of an entry, and what else its neighbours ask."""

    title: float
    credit: float
    excerpt: float
    terminal: bool
    dated: bool
    subhead: bool
    lower_start: bool
    fresh_start: bool


def shape_of(text: str) -> Shape:
    """Return the costs of one text; past the length of any title or credit only its opening counts."""
    return _long_shape(text) if len(text) > _LONGEST_HEAD else _short_shape(text)


def _long_shape(text: str) -> Shape:
    terminal = bool(_TERMINAL.search(text[-12:]))
    fresh = bool(BULLET.match(text) or NUMBERED.match(text) or OUR_NOTE.match(text) or SUBHEAD.match(text[:140]))
    cost = -2.0 - 2.0 * terminal - 2.0 * fresh - 3.0 * text[0].islower()
    beyond = (len(text) - 140) / 30 + 4.0 * terminal
    return Shape(
        beyond, beyond, cost, terminal, dated=False, subhead=False, lower_start=text[0].islower(), fresh_start=fresh
    )


@lru_cache(maxsize=2048)
def _short_shape(text: str) -> Shape:
    head, tail = text[:400], text[-160:]
    terminal = bool(_TERMINAL.search(tail)) and not (_FULL_STOP.search(tail) and _ABBREVIATED.search(tail))
    form = bool(FORMAT.search(tail))
    bullet = bool(BULLET.match(head) or (NUMBERED.match(head) and not re.match(r"\d", head)))
    subhead = own_line_subhead(text)
    lower = head[0].islower()
    dated = len(text) < 320 and bool(_LAST_DATE.search(tail) or EDITION.search(tail)) and not terminal
    caps = _capital_share(head)
    sentences = len(text) > 40 and bool(_SENTENCES.search(text[:1200]))
    note = bool(OUR_NOTE.match(head))
    fresh = bullet or note or subhead or bool(SUBHEAD.match(head)) or bool(NUMBERED.match(head))
    return Shape(
        title=_title(text, caps, terminal=terminal, lower=lower, bullet=bullet or note, dated=dated)
        + (2.5 if sentences else 0.0)
        - 4.0 * (form or bool(_YEAR_BRACKET.search(tail))),
        credit=_credit(text, caps, terminal=terminal, bullet=bullet or note or form, dated=dated, sentences=sentences),
        excerpt=_excerpt(text, caps, terminal=terminal, fresh=fresh, lower=lower, sentences=sentences)
        + (4.0 if form else 0.0),
        terminal=terminal,
        dated=dated,
        subhead=subhead,
        lower_start=lower,
        fresh_start=fresh,
    )


def own_line_subhead(text: str) -> bool:
    """Tell whether a line is a sub-heading and nothing else: short, in capitals, or a capital phrase and a dash."""
    if len(text) > 100:
        return False
    found = SUBHEAD.fullmatch(text)
    if found and not found["rest"]:
        return True
    letters = [c for c in text if c.isalpha()]
    return len(letters) >= 3 and not any(c.islower() for c in letters) and text[-1] not in ".,;"


def _capital_share(text: str) -> float:
    """Return the share of the longer words that begin with a capital, the first word left out."""
    words = [word for word in _WORD.findall(text)[1:] if word.lower() not in _LITTLE]
    if not words:
        return 0.6
    capitals = sum(1 for word in words if word[0].isupper())
    return capitals / len(words)


def _title(text: str, caps: float, *, terminal: bool, lower: bool, bullet: bool, dated: bool) -> float:
    size = len(text)
    cost = 0.0 if size <= 140 else (size - 140) / 30
    cost += -1.5 if caps >= 0.7 else -0.5 if caps >= 0.4 else 0.5
    if terminal:
        cost += 5.0 if _FULL_STOP.search(text[-6:]) else 0.0
    if text[-1] in ",;:":
        cost += 4.0
    cost += 5.0 * lower + 8.0 * bullet + 1.5 * dated
    if _STRONG_OPENING.match(text):
        cost += 5.0
    if source_rest(text) is not None:
        cost += 6.0
    if size <= 200:
        names = parts(text)
        if _FIRST_DATE.match(text) or (
            len(names) > 1 and (are_persons(names[0]) or (is_body(names[0]) and are_persons(names[-1])))
        ):
            cost += 2.0
        elif len(names) == 1 and size <= 60 and (is_person(text) or is_body(text)):
            cost += 1.0
    return cost


def _credit(text: str, caps: float, *, terminal: bool, bullet: bool, dated: bool, sentences: bool) -> float:
    size = len(text)
    cost = 1.0 if size <= 200 else 1.0 + (size - 200) / 30
    if _FIRST_DATE.match(text):
        cost -= 4.0
    if re.search(r"[-\u2013\u2014]\s*source\s*:", text[-120:], re.IGNORECASE):
        cost -= 5.0
    if _STRONG_OPENING.match(text):
        cost -= 4.0
    elif _OPENING.match(text):
        cost -= 0.5
    if size <= 320:
        names = parts(text)
        body = any(is_body(name) for name in names)
        persons = are_persons(names[0])
        cost -= 1.5 * body + (1.5 if len(names) > 1 else 1.0) * persons
        if dated:
            cost -= 2.0 if _YEAR_ALONE.search(text[-8:]) and not (body or persons) else 4.0
        if len(names) > 1 and all(name[:1].isupper() or name[:1].isdigit() for name in names):
            cost -= 1.0
    cost += 0.0 if caps >= 0.75 else 1.0 if caps >= 0.55 else 3.0
    if terminal:
        cost += 4.0
    if text[-1] in ";:" and not dated and not re.search(r"source\s*:$", text, re.IGNORECASE):
        cost += 4.0
    return cost + 8.0 * bullet + (4.0 if sentences and not dated else 0.0)


def _excerpt(text: str, caps: float, *, terminal: bool, fresh: bool, lower: bool, sentences: bool) -> float:
    size = len(text)
    cost = 0.0
    if terminal and size < 110 and not sentences and not _FULL_STOP.search(text[-6:]) and text[0].isupper():
        cost += 2.0
    if not (terminal or text[-1] in ":;,\u2014\u2013"):
        cost += 4.0 if size < 120 else 3.0 if size < 180 else 1.0
    if _SOURCE_END.search(text[-20:]):
        cost += 5.0
    if fresh:
        cost = 0.5 if own_line_subhead(text) else -2.0
    if lower:
        cost -= 3.0
    if sentences:
        cost -= 2.0
    if size > 240:
        cost -= 2.0
    if caps >= 0.7 and size < 160 and len(text.split()) >= 5 and not terminal and not fresh:
        cost += 2.0
    return cost
