"""References as notes set them: "Credit, Title (Place: Publisher, date), page", "Credit, “Title,” Container, date"."""

from __future__ import annotations

import re

from sourcebook.segment.report.credit import Credit, persons_in
from sourcebook.segment.report.fields import BREAK
from sourcebook.segment.report.note_heads import LEAD, note_persons, without_role
from sourcebook.segment.report.note_tails import EDGES, PAGES, QUOTED, in_bracket, made_by
from sourcebook.segment.report.pieces import is_place_piece, may_be_town, pieces_of, placed_body
from sourcebook.vocabulary.credit_names import has_body_word, is_body

_BRACKET = re.compile(rf"\s*\((?P<inside>[^()]*(?:{BREAK}|\d{{4}})[^()]*)\)")
_INVERTED = re.compile(
    r"[^\W\d_][\w\u2019'-]*,\s+(?:[^\W\d_]\.|[^\W\d_a-z][\w\u2019'-]+(?:\s[^\W\d_a-z][\w.]*)?(?:[.,]|\s(?:and|&|y|et)\s))"
)
_BESIDE = re.compile(
    r",\s+(?:trans\.|translated\s+by|ed\.\s+by|edited\s+by)\s+[^(,]+|,\s+\d+\s+vols?\.?|,\s+[A-Z]{2,4}\(\d{4}\)\s*\d+(?:\s+final)?"
    r"|,\s+(?:\d+(?:st|nd|rd|th)|rev\.?)\s+ed(?:n|ition)?\.?"
)
_ROLE_BEFORE = re.compile(r"^(?:eds?|trans|dir)\.?,\s+")
_DOCUMENT = re.compile(
    r"(?:(?:Report|Statement|Judgment|Decision)\s+of|Letter\s+(?:from|of)|Submission\s+(?:by|of)|Convention\s+on|Protocol\b"
    r"|Gesetz|Verordnung|Loi\s|Ley\s|Lei\s|Decreto|(?:\w+\s){1,4}(?:Act|Code)\b)"
)
_REPORT_NUMBER = re.compile(
    r"(?:[A-Z]{2,6}-\d[\w-]*|[A-Z]{2,4}\(\d{4}\)\s*\d+\s*final|(?:Research|Policy)\s+(?:Report|Paper|Brief)\s+(?:No\.\s*)?\d+)"
)
_YEAR_BEHIND = re.compile(r"\s+(?:19|20)\d\d$")
_BEHIND = re.compile(r",\s+(?:[A-Z]{2,6}-\d[\w-]*|(?:Research|Policy)\s+(?:Report|Paper)\s+\d+)\s*$")
_RELEASE = re.compile(r"^(?:Press|News)\s+[Rr]elease\s*[\w/.-]*:\s+(?=[\u201c\"\u2018])")
_LEAST_TITLE = 8


def is_note(core: str) -> bool:
    """Tell whether a reference parts its credit from its title by a comma and not by a full stop."""
    core = LEAD.sub("", core)
    pieces = pieces_of(core)
    head, comma, rest = (pieces[0] if pieces else "").partition(", ")
    if not comma or _INVERTED.match(core) or len(rest) < _LEAST_TITLE:
        return False
    return bool(persons_in(head, None, followed=True)) or (is_body(head) and not is_body(rest.partition(", ")[0]))


def read_note(core: str, url: str | None) -> Credit:
    """Return what a note says: persons or a body before the first comma that can end them, then the title."""
    core = LEAD.sub("", core.strip())
    authors, body, rest = _credit(core, url)
    body = without_role(body) if body else body
    rest = _RELEASE.sub("", _BESIDE.sub("", rest))
    if quoted := QUOTED.match(rest):
        publisher, place = made_by(quoted["rest"])
        return _credited(authors, body, quoted["title"], publisher, place)
    if bracket := _BRACKET.search(rest):
        place, publisher = in_bracket(bracket["inside"])
        return _credited(authors, body, _BEHIND.sub("", rest[: bracket.start()]), publisher, place)
    pieces = [piece for piece in pieces_of(rest) if piece != BREAK]
    if len(pieces) > 1 and not PAGES.fullmatch(pieces[1]):
        title, others = _with_subtitle(pieces)
        publisher, place = made_by(", ".join(others))
        return _credited(authors, body, title, publisher, place)
    return _of_commas(authors, body, rest)


def _credit(core: str, url: str | None) -> tuple[tuple[str, ...], str | None, str]:
    """Return the persons or the body at a note's beginning, and the rest of it."""
    commas = [found.start() for found in re.finditer(r",\s", core)][:6]
    if core[:1] in '\u201c"\u2018\u00ab\u00bb':
        return (), None, core
    for at in reversed(commas):
        head, rest = core[:at], core[at + 1 :].lstrip()
        if len(head) < 120 and (authors := note_persons(head, url, followed=_followed(rest))):
            return authors, None, _ROLE_BEFORE.sub("", rest)
    if not commas or _DOCUMENT.match(core):
        return (), None, core
    end = 0
    while end + 1 < len(commas) and _goes_on(core[commas[end] + 1 : commas[end + 1]]):
        end += 1
    return (), core[: commas[end]], core[commas[end] + 1 :].lstrip()


def _followed(rest: str) -> bool:
    """Tell whether a title and its publisher follow: two pieces before the date, or a quoted title."""
    before = rest.split(BREAK, maxsplit=1)[0]
    return (
        rest[:1] in '\u201c"\u2018\u00ab\u00bb'
        or before.rstrip(EDGES).count(",") > 0
        or ". " in before.rstrip(EDGES)
        or "(" in before
    )


def _goes_on(piece: str) -> bool:
    """Tell whether a piece between commas is a body's part: "Ministry of Labour" behind "Government of Moldova"."""
    return len(piece.split()) <= 8 and bool(
        re.match(r"\s*(?:Ministry|Department|Office|Bureau|Directorate|Institute|Division)\b", piece)
    )


def _with_subtitle(pieces: list[str]) -> tuple[str, list[str]]:
    """Return a title with the piece behind its question mark, where another piece follows, and the pieces left."""
    if pieces[0].endswith(("?", "!")) and len(pieces) > 1 and (len(pieces) > 2 or ", " in pieces[1]):
        head, comma, tail = pieces[1].partition(", ")
        return f"{pieces[0]} {head}", [*([tail] if comma else []), *pieces[2:]]
    return pieces[0], pieces[1:]


def _of_commas(authors: tuple[str, ...], body: str | None, rest: str) -> Credit:
    told = [piece.strip(" .") for piece in rest.split(BREAK, maxsplit=1)[0].split(", ")]
    told = [piece.strip(EDGES) for piece in told if piece.strip(EDGES) and not PAGES.fullmatch(piece.strip(EDGES))]
    told = [piece for at, piece in enumerate(told) if not at or not _REPORT_NUMBER.fullmatch(piece)]
    if len(told) > 1 and (last := _made_in_year(told[-1])) is not None:
        return _credited(authors, body, ", ".join(told[:-1]), *last)
    place = publisher = None
    if len(told) > 1 and is_place_piece(told[-1]) and not has_body_word(told[-1]):
        place = told.pop()
    if authors and len(told) > 1:
        publisher = told.pop()
    return _credited(authors, body, ", ".join(told), publisher, place)


def _made_in_year(piece: str) -> tuple[str | None, str | None] | None:
    """Read a piece that ends with its year: "Leipzig: Hafenverlag 2015", "Wiesbaden 2018", "Diss. Balti 2007"."""
    found = _YEAR_BEHIND.search(piece)
    if found is None:
        return None
    bare = piece[: found.start()]
    if may_be_town(bare):
        return None, bare
    return made_by(bare) if placed_body(bare) or is_place_piece(bare) or has_body_word(bare) else None


def _credited(
    authors: tuple[str, ...], body: str | None, title: str, publisher: str | None, place: str | None
) -> Credit:
    title = title.strip(EDGES).strip('\u201c\u201d"\u2018\u2019')
    body = body.strip(EDGES) if body else body
    if body is not None and publisher is not None:
        return Credit(authors, title or None, body, place, container=publisher)
    return Credit(authors, title or None, body or publisher, place)
