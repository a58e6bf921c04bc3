"""The front of a page: menu, collection, years, address, heading, background and summary with their sources."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from sourcebook.model import Extract, Work
from sourcebook.segment.excerpts import read_excerpt
from sourcebook.segment.landmarks import (
    COVERS,
    DECADE,
    SUMMARY_SOURCE,
    SUMMARY_WORDS,
    YEARS_ALONE,
    Role,
    background_credit,
    background_source,
)
from sourcebook.segment.runs import Run, cut_runs
from sourcebook.segment.signs import ADDRESS
from sourcebook.segment.token import Token
from sourcebook.vocabulary.dates import parse_date

_YEAR = re.compile(r"(?:19|20)\d\d")
_IN_MENU = re.compile(r"(?P<name>.{2,60}?)\s+(?:in|for|of)\s+\[.*")
_MENU_PARTS = re.compile(r"\s+(?:/|\||\u00bb|>|::|\u2022)\s+|\s*\|\s*|\s{3,}")
_TAIL = re.compile(r"\s*(?:check\s+out|click|see\s+(?:also|the)|read\s+the|\[)", re.IGNORECASE)
_ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth")
_COUNTS = {"two": 2, "three": 3, "four": 4, "five": 5}


class Front(NamedTuple):
    """What stands above the caution, with the runs of text it was read from."""

    menu: tuple[str, ...]
    menu_lines: tuple[str, ...]
    collection: str | None
    tagline: str | None
    covers: tuple[str, str] | None
    address: str | None
    heading: str | None
    background: Extract | None
    summary: Extract | None
    runs: tuple[Run, ...]


def read_front(head: Sequence[tuple[Token, Role]]) -> Front:
    """Return the front of a page's head."""
    runs: list[Run] = []
    background, background_runs = _background([token for token, role in head if role is Role.BACKGROUND])
    summary, summary_runs = _summary([token for token, role in head if role is Role.SUMMARY])
    lines = [token.text for token, role in head if role is Role.MENU]
    address = next((token.text for token, role in head if role is Role.ADDRESS), None)
    for token, role in head:
        if role is Role.COVERS:
            cut = _address_in(token)
            address = address or (token.text[cut[0] : cut[1]] if cut else None)
            runs += cut_runs(token, [(*cut, Role.ADDRESS)] if cut else [], role)
        elif role in {Role.MENU, Role.COLLECTION, Role.TAGLINE, Role.ADDRESS, Role.HEADING, Role.IMAGE, Role.UNPLACED}:
            runs.append((token.start, token.end, role))
    return Front(
        menu=_menu(lines),
        menu_lines=tuple(lines),
        collection=_collection([token.text for token, role in head if role is Role.COLLECTION]),
        tagline=_first(head, Role.TAGLINE),
        covers=next((years for token, role in head if role is Role.COVERS and (years := covers(token.text))), None),
        address=address,
        heading=_first(head, Role.HEADING),
        background=background,
        summary=summary,
        runs=(*runs, *background_runs, *summary_runs),
    )


def _first(head: Sequence[tuple[Token, Role]], wanted: Role) -> str | None:
    return " ".join(token.text for token, role in head if role is wanted) or None


def _collection(lines: Sequence[str]) -> str | None:
    """Return the collection's name; the same in spaced capitals below it is left out."""
    kept = [line for line in lines if not re.fullmatch(r"(?:[A-Z]\s){2,}[A-Z]|\(?[A-Z&]{2,8}\)?", line)] or list(lines)
    return " ".join(kept) or None


def _menu(lines: Sequence[str]) -> tuple[str, ...]:
    items: list[str] = []
    for line in lines:
        if found := _IN_MENU.fullmatch(line):
            items.append(found["name"].strip())
        else:
            items += [part.strip(" []") for part in _MENU_PARTS.split(line) if part.strip(" []")]
    return tuple(item for item in items if item.lower() != "other countries")


def _address_in(token: Token) -> tuple[int, int] | None:
    """Return where an address stands behind the years, parted from them by white space."""
    for word in re.finditer(r"\S+", token.text):
        if "." in word.group() and len(word.group()) > 6 and ADDRESS.fullmatch(word.group()):
            return word.start(), word.end()
    return None


def covers(text: str) -> tuple[str, str] | None:
    """Return the first and last year that a line says the collection covers.

    "The first decade of the 21st Century" is 2000 to 2010: the years that its pages give in figures elsewhere.
    """
    for pattern in (COVERS, YEARS_ALONE):
        if found := pattern.search(text):
            return found["first"], found["last"]
    if not (decade := DECADE.search(text)):
        return None
    start = 100 * (int(decade["century"]) - 1)
    unit = decade["unit"].lower()
    size = 50 if unit == "half" else 25 if unit == "quarter" else 10
    count = _COUNTS.get((decade["count"] or "").lower(), 1)
    which = decade["which"].lower()
    first = start + 100 - size * count if which == "last" else start + size * _ORDINALS.index(which)
    return str(first), str(first + size * count)


def _background(tokens: Sequence[Token]) -> tuple[Extract | None, list[Run]]:
    """Return the background: its source is the bracket with a year, at a paragraph's end, mid-way or on its own."""
    if not tokens:
        return None, []
    work, paragraphs, runs = Work(title=""), [], []
    for token in tokens:
        source = background_source(token.text) or background_credit(token.text)
        if source is not None:
            work = Work(title=source["source"].strip(" ,"), issued=_issued(source["date"]))
        if source is None or token.text[: source.start()].strip() or token.text[source.end() :].strip(" ."):
            paragraphs.append(_without(token, source))
        runs.append((token.start, token.end, Role.BACKGROUND))
    excerpt = read_excerpt(paragraphs, work.id, "background")
    return Extract(work=work, passages=excerpt.passages), runs


def _without(token: Token, source: re.Match[str] | None) -> Token:
    """Cut the source off a paragraph's end; mid-way it stays, so that nothing of the wording is lost."""
    if source is None or token.text[source.end() :].strip(" ."):
        return token
    text = token.text[: source.start()].rstrip()
    return token._replace(text=text, end=token.offset(len(text) - 1) + 1)


def _issued(text: str) -> str | None:
    found = _YEAR.search(text)
    return parse_date(text) or (found.group() if found else None)


def _summary(tokens: Sequence[Token]) -> tuple[Extract | None, list[Run]]:
    """Return the summary: its source and date stand behind a dash at its end, before "Check out a later ..."."""
    if not tokens:
        return None, []
    work, paragraphs, runs = Work(title=""), [], []
    for token in tokens:
        source = _summary_source(token.text)
        if source is not None:
            title, issued, at = source
            work = Work(title=title, issued=issued)
            if token.text[:at].strip():
                text = token.text[:at].rstrip()
                paragraphs.append(token._replace(text=text, end=token.offset(len(text) - 1) + 1))
        elif not (SUMMARY_WORDS.search(token.text) and _TAIL.match(token.text)):
            paragraphs.append(token)
        runs.append((token.start, token.end, Role.SUMMARY))
    excerpt = read_excerpt(paragraphs, work.id, "summary")
    return Extract(work=work, passages=excerpt.passages), runs


def _summary_source(text: str) -> tuple[str, str | None, int] | None:
    start = max(0, len(text) - 600)
    found = None
    for dash in re.finditer(r"\s*[-\u2013\u2014]+\s*(?=[A-Z])", text[start:]):
        match = SUMMARY_SOURCE.match(text, start + dash.start())
        if match and (SUMMARY_WORDS.search(match["source"]) or "eport" in match["source"] or found is None):
            found = match
    if found is None:
        return None
    return found["source"].strip(" ,"), _issued(found["date"]), found.start()
