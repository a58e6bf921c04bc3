"""References whose year stands behind the names: "Vale, J. (2010). Title. Publisher", "Names. 2010. Title"."""

from __future__ import annotations

import re
from typing import NamedTuple

from sourcebook.segment.report.credit import Credit, followed_by_publisher, of_body, of_persons
from sourcebook.segment.report.note_heads import note_persons, without_role
from sourcebook.segment.report.note_tails import QUOTED, made_by
from sourcebook.segment.report.pieces import is_place_piece, pieces_of
from sourcebook.vocabulary.credit_names import has_body_word, is_body

_BRACKETED = re.compile(
    r"^(?P<names>.{2,200}?)\s*\((?P<year>[12]\d{3}[a-z]?(?:,\s[^()]{2,20})?|n\.?d\.?|no\s+date|s\.\s?[df]\.)\)(?P<stop>[.,:]?)\s+(?P<rest>.+)$"
)
_PLAIN = re.compile(
    r"^(?P<names>[^\W\d_][^\d\u201c\"]{2,200}?)\.\s+(?P<year>(?:1[89]|20)\d\d[a-z]?|n\.d)\.\s+(?P<rest>\S.{4,})$"
)
_QUOTE = re.compile(r"[\u201c\"\u2018\u00ab\u201e\u00bb]")
_LONGEST_CREDIT = 12
_LEFT_OUT = re.compile(r",?\s*(?:\.\s?\.\s?\.|\u2026)\s*(?=[^\W_])")
_SHORT = re.compile(r"\s*\[[A-Z][\w-]{1,12}\]\.?$")
_TITLE_TAIL = re.compile(
    r"\s*(?:\((?:Report|Working\s+Paper|Publication|Doc(?:ument)?|Informe)\s+[Nn][o\u00ba\u00b0]?\.?[^()]*\)"
    r"|\((?:\d+(?:st|nd|rd|th)|[Rr]ev\.?)\s+ed\.\)|\((?:[Vv]ol\.|pp?\.)\s[^()]*\))$"
)
_THESIS = re.compile(
    r"\s*[\[(](?:(?:un)?published\s+)?(?:doctoral|master[\u2019']s|ph\.?d\.?|tesis|th[\u00e8e]se)\b[^,\])]*(?:,\s*(?P<school>[^\])]+))?[\])]$",
    re.IGNORECASE,
)


class AuthorDate(NamedTuple):
    """A reference in its parts; `commas` says that commas and not stops part what follows the year."""

    names: str
    year: str
    rest: str
    commas: bool = False


def read_author_date(text: str) -> AuthorDate | None:
    """Part "Names (2010). Title. Publisher"; None where it is no such reference."""
    found = _BRACKETED.match(text)
    if found is None:
        return None
    return AuthorDate(found["names"], found["year"], found["rest"], commas=found["stop"] == ",")


def stands_first(names: str) -> bool:
    """Tell whether what is before a year in brackets is no more than a credit, as it need not be in a list of notes."""
    bare = without_role(names).strip(" .,")
    plain = len(bare.split()) <= _LONGEST_CREDIT and not _QUOTE.search(bare)
    return plain and (bool(note_persons(bare, None)) or ("," not in bare and is_body(bare)))


def read_year_second(text: str) -> AuthorDate | None:
    """Part "Names. 2010. Title" likewise: to be asked where most of a list are set so."""
    found = _PLAIN.match(text)
    return AuthorDate(found["names"], found["year"], found["rest"]) if found else None


def read_dated(dated: AuthorDate, core: str, url: str | None) -> Credit:
    """Return what a reference says whose names stand before its year, and its title, in `core`, after it."""
    names = _SHORT.sub("", without_role(_LEFT_OUT.sub(", ", dated.names).strip(" .,")))
    pieces = pieces_of(core)
    if not pieces:
        return Credit(publisher=names)
    authors = note_persons(names, url, followed=followed_by_publisher(pieces))
    if dated.commas:
        return _of_commas(authors, names, core)
    if (quoted := QUOTED.match(core)) is not None:
        publisher, place = made_by(quoted["rest"])
        return Credit(authors, quoted["title"], publisher or (None if authors else names), place)
    bare, school = _bare(pieces[0])
    pieces = [bare, *pieces[1:]]
    said = of_persons(authors, pieces) if authors else of_body(names, pieces)
    return said._replace(publisher=school) if school else said


def _bare(title: str) -> tuple[str, str | None]:
    """Return a title without what brackets behind it say of its form, and the school of a thesis."""
    if (thesis := _THESIS.search(title)) is not None:
        return title[: thesis.start()], thesis["school"]
    return _TITLE_TAIL.sub("", title) or title, None


def _of_commas(authors: tuple[str, ...], names: str, core: str) -> Credit:
    """Read "Title, Town, Publisher": the title ends before the first town, else before the last comma."""
    told = core.split(", ")
    town = next((at for at, piece in enumerate(told) if at and _is_town(piece)), len(told) - 1 or 1)
    publisher, place = made_by(", ".join(told[town:]))
    title = ", ".join(told[:town]).strip(" .,\u00a6")
    quoted = title.strip('\u201c\u201d"\u2018\u2019\u00ab\u00bb ')
    return Credit(authors, quoted or None, publisher or (None if authors else names), place)


def _is_town(piece: str) -> bool:
    return is_place_piece(piece) is not None and not has_body_word(piece)
