"""Reading a credit line: who wrote it, who stands behind it, where, out of what, and when.

The old archive writes "Author, Publisher, Place, Date" with any part missing and in nearly any order; "Adapted from:
Author, Title, Publisher, Year"; "By X"; a date before the publisher; an empty "- Source:" behind it all.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache

from sourcebook.model.base import Value
from sourcebook.vocabulary.countries import countries, find_country
from sourcebook.vocabulary.credit_names import (
    JOINED,
    are_persons,
    has_given_name,
    is_body,
    is_known_town,
    is_town,
    part_spans,
)
from sourcebook.vocabulary.dates import dates_in
from sourcebook.vocabulary.folding import fold

_SOURCE_TAIL = re.compile(r"\s*[-\u2013\u2014]*\s*\bsources?\s*:\s*(?P<rest>.*)$", re.IGNORECASE | re.DOTALL)
_OPENING = re.compile(
    r"(?P<from>(?:adapted|excerpted?|extract(?:ed)?|taken|translated|quoted|condensed)\s+from\s*:?\s*)"
    r"|(?P<by>(?:written\s+|reported\s+|story\s+|compiled\s+|prepared\s+|edited\s+)?by\s*:?\s+|authors?\s*:\s*)"
    r"|(?P<source>(?:[-\u2013\u2014]+\s*)?sources?\s*:\s*)",
    re.IGNORECASE,
)
_DATE_WORDS = re.compile(
    r"(?:last\s+)?(?:updated|modified|revised|posted|published|issued|released|dated|copyright|\u00a9|retrieved|date)\s*(?:on|in|:)?\s*$",
    re.IGNORECASE,
)
_EDITION = re.compile(
    r"\s*(?:(?:annual|revised|country|print|online|web)\s+)?(?:edition|ed\.?|issue)\b\.?", re.IGNORECASE
)
_EDGES = " \t\n,;:-\u2013\u2014.|"
_LOCATOR = re.compile(
    r"(?:no|nr|vol|volume|issue|number|pp?|pages?|ch|chapter|para|paragraphs?|part|art|article|section|sec|edition)\.?\s*"
    r"[\dIVXLivxl]+(?:\s*(?:-|\u2013|,|&|\(|/)\s*[\dIVXLivxl]+\)?)*",
    re.IGNORECASE,
)
_ORDINAL_PART = re.compile(
    r"(?:\d+(?:st|nd|rd|th)|(?:[^\W\d_]+-)?(?:first|second|third|[^\W\d_]+th))\s+"
    r"(?:revised\s+)?(?:edition|session|meeting|series|printing|impression|sitting)",
    re.IGNORECASE,
)
_LETTER = re.compile(r"[^\W\d_]")
_QUOTED = re.compile(r"[\"\u201c].*[\"\u201d]|['\u2018].*['\u2019]")


class Credit(Value, frozen=True):
    """A credit line read: `author` as written and `authors` one by one, the body, its town, the work it is part of."""

    author: str | None = None
    authors: tuple[str, ...] = ()
    publisher: str | None = None
    place: str | None = None
    container: str | None = None
    issued: str | None = None
    source_empty: bool = False


class _Part(Value, frozen=True):
    start: int
    end: int
    text: str
    gap: bool = False


@lru_cache(maxsize=4096)
def read_credit(line: str, *, title: str = "") -> Credit:
    """Return what a credit line says. `title` is the work's own, which some lines repeat."""
    text, source_empty = _without_source(line)
    opening = _OPENING.match(text)
    start = opening.end() if opening else 0
    dates = [found for found in dates_in(text) if found.start >= start]
    issued, kept = _issued(text, dates)
    pieces = _without_title(_pieces(text, start, kept), title)
    adapted = bool(opening and opening["from"])
    authors, rest = _authors(pieces, by=bool(opening and opening["by"]), adapted=adapted)
    container, rest = _container(rest, adapted=adapted, authored=bool(authors))
    alone_in_town = bool(authors) and len(rest) == 1 and _is_known_town(rest[0].text)
    publisher, place = (None, rest[0].text) if alone_in_town else _publisher(rest)
    return Credit(
        author=_written(text, authors),
        authors=_single_authors(authors),
        publisher=publisher,
        place=place,
        container=container,
        issued=issued,
        source_empty=source_empty,
    )


def _without_source(line: str) -> tuple[str, bool]:
    """Cut "- Source:" off the end of a line; at its start it is an opening and stays."""
    found = _SOURCE_TAIL.search(line)
    if not found or not line[: found.start()].strip(_EDGES):
        return line, bool(found and not found["rest"].strip())
    return line[: found.start()], not found["rest"].strip()


def _issued(text: str, dates: Sequence) -> tuple[str | None, list[tuple[int, int]]]:  # type: ignore[type-arg]
    """Return the date of issue and the spans to cut out: dates that make up a whole part, the last of them counting."""
    found: str | None = None
    spans: list[tuple[int, int]] = []
    for date in dates:
        start, end = date.start, date.end
        if worded := _DATE_WORDS.search(text, max(0, start - 24), start):
            start = worded.start()
        if edition := _EDITION.match(text, end):
            end = edition.end()
        before, after = text[:start].rstrip(" (["), text[end:].lstrip(" )].")
        opens = not before or before[-1] in ",;-\u2013\u2014:|" or bool(worded)
        closes = not after or after[0] in ",;-\u2013\u2014|"
        if closes and (opens or not after.strip(_EDGES)):
            if not opens and date.kind == "year":
                continue
            found = date.edtf
            spans.append((start, end))
    return found, spans


def _pieces(text: str, start: int, dates: list[tuple[int, int]]) -> list[_Part]:
    hidden = text
    for left, right in dates:
        hidden = hidden[:left] + "," * (right - left) + hidden[right:]
    pieces = []
    reached = start
    for left, right in part_spans(hidden[start:]):
        piece = hidden[start + left : start + right]
        lead = len(piece) - len(piece.lstrip(_EDGES))
        stripped = piece.strip(" \t\n,;:-\u2013\u2014|")
        if stripped.strip(_EDGES + "()[]"):
            at = hidden.index(stripped, start + left)
            cut = bool(dates) and any(reached <= day[0] < at for day in dates) and reached > start
            pieces.append(_Part(start=at, end=at + len(stripped), text=stripped, gap=cut))
        reached = start + right + lead * 0
    return pieces


def _without_title(pieces: list[_Part], title: str) -> list[_Part]:
    """Leave out what only repeats the title or its last part, so long as a body's name stays."""
    folded = fold(title).text.casefold()
    ends = {folded, re.split(r"\s[-\u2013\u2014]+\s|:\s", folded)[-1].strip()}
    kept = [piece for piece in pieces if fold(piece.text).text.casefold() not in ends]
    kept = [piece for piece in kept if not _LOCATOR.fullmatch(piece.text)]
    if not any(not _is_place(piece.text) for piece in kept):
        kept = pieces
    return [piece for piece in kept if _LETTER.search(piece.text) and not _ORDINAL_PART.fullmatch(piece.text)]


def _authors(pieces: list[_Part], *, by: bool, adapted: bool) -> tuple[list[_Part], list[_Part]]:
    """Part the persons from the rest: those who open the line, or stand before a date behind the publisher."""
    leading = 0
    placed = _town_before_country(pieces)
    if placed is not None:
        authors, rest = _authors(pieces[:placed], by=by, adapted=adapted)
        return authors, rest + pieces[placed:]
    while leading < len(pieces) and _are_persons(pieces[leading].text):
        leading += 1
    if by or adapted:
        leading = max(leading, 1 if by else 0)
    elif leading == len(pieces) > 1 and has_given_name(pieces[-1].text) and not has_given_name(pieces[0].text):
        return pieces[1:], pieces[:1]
    elif leading == len(pieces):
        leading = _leave_a_publisher(pieces, leading)
    elif leading > 1 and len(pieces) - leading == 1 and _is_known_town(pieces[-1].text):
        leading -= 0 if JOINED.search(pieces[leading - 1].text) else 1
    if leading:
        return pieces[:leading], pieces[leading:]
    trailing = [at for at in range(1, len(pieces)) if _are_persons(pieces[at].text) and not _is_place(pieces[at].text)]
    if trailing and is_body_or_single(pieces[0].text):
        first = trailing[0]
        stop = first
        while stop < len(pieces) and stop in trailing:
            stop += 1
        return pieces[first:stop], pieces[:first] + pieces[stop:]
    return [], pieces


def _town_before_country(pieces: list[_Part]) -> int | None:
    """Return where a town and its country end the line, behind something else that is no person alone."""
    if len(pieces) < 3 or find_country(pieces[-1].text) is None:
        return None
    town = pieces[-2].text
    shaped = len(town.split()) <= 3 and town[:1].isupper() and not is_body(town) and not has_given_name(town)
    return len(pieces) - 2 if shaped else None


def is_body_or_single(text: str) -> bool:
    """Tell whether a part can be a publisher before its author: a body's name, or a single word."""
    return is_body(text) or " " not in text


def _leave_a_publisher(pieces: list[_Part], leading: int) -> int:
    """Where every part has a person's form, the last is the publisher; a lone one is, unless it begins as a person."""
    if len(pieces) > 1:
        return leading - 1
    alone = pieces[0].text if pieces else ""
    return 1 if JOINED.search(alone) or has_given_name(alone) else 0


def _are_persons(text: str) -> bool:
    return are_persons(text) and not find_country(text)


@lru_cache(maxsize=4096)
def _is_place(text: str) -> bool:
    return is_town(text) or find_country(text) is not None or fold(text).text.casefold() in _capitals()


@lru_cache(maxsize=4096)
def is_known_place(text: str) -> bool:
    """Tell whether a text is a country's name or a town's that is known as such."""
    return _is_known_town(text) or find_country(text) is not None


def _is_known_town(text: str) -> bool:
    return is_known_town(text) or fold(text).text.casefold() in _capitals()


@cache
def _capitals() -> frozenset[str]:
    return frozenset(
        fold(entry.capital).text.casefold() for entry in countries().values() if getattr(entry, "capital", None)
    )


def _container(rest: list[_Part], *, adapted: bool, authored: bool) -> tuple[str | None, list[_Part]]:
    """Take out the work that this one is part of: a part in quotation marks, or what stands before the publisher."""
    for at, piece in enumerate(rest):
        if _QUOTED.fullmatch(piece.text):
            return piece.text.strip("\"\u201c\u201d'\u2018\u2019"), rest[:at] + rest[at + 1 :]
    if adapted and authored and len([piece for piece in rest if not _is_place(piece.text)]) >= 2:
        return rest[0].text, rest[1:]
    return None, rest


def _publisher(rest: list[_Part]) -> tuple[str | None, str | None]:
    if not rest:
        return None, None
    cut = _place_start(rest)
    body, place = rest[:cut], rest[cut:]
    return _joined(body), _joined(place)


def _place_start(rest: list[_Part]) -> int:
    """Return where the place begins at the end of the parts; a lone country belongs to the body before it."""
    if len(rest) < 2:
        return 1
    last, before = rest[-1].text, rest[-2].text
    if find_country(last) and not is_town(last) and fold(last).text.casefold() not in _capitals():
        if len(rest) >= 3 and (_may_be_town(before) or not is_body(before)):
            return len(rest) - 2
        return len(rest)
    if re.fullmatch(r"[A-Z]{2}|[A-Z]\.[A-Z]\.?", last) and len(rest) >= 3 and _may_be_town(before):
        return len(rest) - 2
    return len(rest) - 1 if _may_be_town(last) else len(rest)


def _may_be_town(text: str) -> bool:
    if fold(text).text.casefold() in _capitals() or is_town(text):
        return True
    single = re.fullmatch(r"[^\W\d_a-z][^\W\d_]*(?:['\u2019-][^\W\d_]+)*", text)
    return bool(single) and not is_body(text) and not text.isupper()


def _joined(pieces: list[_Part]) -> str | None:
    return ", ".join(piece.text.strip(" ,") for piece in pieces) or None


def _written(text: str, authors: list[_Part]) -> str | None:
    return text[authors[0].start : authors[-1].end] if authors else None


def _single_authors(authors: list[_Part]) -> tuple[str, ...]:
    return tuple(name.strip() for piece in authors for name in JOINED.split(piece.text) if name.strip())
