"""Who published a work and where, in what follows its title in a note: a bracket, a journal, a book that holds it."""

from __future__ import annotations

import re

from sourcebook.segment.report.credit import RELEASE
from sourcebook.segment.report.fields import BREAK
from sourcebook.segment.report.pieces import is_place_piece, is_tail, may_be_town, placed_body, without_date
from sourcebook.vocabulary.credit_names import has_body_word

PAGES = re.compile(r"(?:(?:pp?|para|paras|S|art|\u00a7)\.?\s*)?\d{1,4}(?:\s*[\u2013-]\s*\d{1,4})?", re.IGNORECASE)
QUOTED = re.compile(
    r"^[\u201c\"\u2018'\u00ab\u201e\u00bb]\s*(?P<title>.+?)[,.]?\s*[\u201d\"\u2019'\u00bb\u201c\u00ab](?=[,.\s(]|$)(?P<rest>.*)$",
    re.DOTALL,
)
EDGES = f" .,;{BREAK}"
_NO_MAKER = re.compile(
    r"(?:unpublished\s+)?(?:doctoral\s+|ph\.?\s?d\.?\s+|master[\u2019's]*\s+)?(?:thesis|diss(?:ertation)?)\.?"
    r"|\d+(?:st|nd|rd|th)\s+ed(?:n|ition)?\.?|Cmn?d?\s*\d+|United\s+Nations\s+publication|Sales\s+No\..*"
    r"|spring|summer|autumn|winter|(?:vol|no|n\u00b0)\.?\s*\S*|last\s+modified|\d{1,4}|[ivxlc]+",
    re.IGNORECASE,
)
_THESIS = re.compile(r"^(?:phil\.\s+)?Diss(?:ertation)?\.?,?\s+", re.IGNORECASE)
_VOLUME_BEFORE = re.compile(r"^[\s,)]*\d{1,4}(?:\(\d{1,3}\))?\s+(?=[^\W\d_a-z])")
_VOLUME_BEHIND = re.compile(r"[\s,]+\d{1,4}(?:\s*[\u2013-]\s*\d{1,4})?$")
_IN = re.compile(r"^[\s,.;]*(?:in|dans|en)\b:?\s+", re.IGNORECASE)
_EDITED = re.compile(r"^[^(]{3,80}\((?:eds?|dir|coord|ed\. by)\.?\),?\s+[^,]+,\s+(?=[^,]+,)", re.IGNORECASE)
_TOWN_AND_BODY = re.compile(rf"(?P<town>[^,.{BREAK}]{{3,30}}),\s+(?P<body>[^,{BREAK}]{{2,80}}?)\s*(?:,|{BREAK}|$)")
_HOUSE = re.compile(rf"[.)]\s+([^\W\d_a-z][^.:,()]{{2,30}}:\s[^,.:{BREAK}]{{2,80}})\s*(?:[,.{BREAK}]|$)")
_TOWN_AND_MAKER = 2
DATED_BRACKET = re.compile(rf"\(([^()]*{BREAK}[^()]*)\)")


def made_by(tail: str) -> tuple[str | None, str | None]:
    """Return who published a work and where, in what follows its title.

    Of a part in a greater work that is the publisher of the whole, where a bracket tells it; the town in the bracket
    behind a newspaper's name is where that appears.
    """
    tail = re.sub(r"\bavailable\s+(?:at|from|on)\s*$", "", tail)
    bracket = DATED_BRACKET.search(tail)
    if bracket is None:
        return _first(tail)
    place, publisher = in_bracket(bracket[1])
    named, town = _first(tail[: bracket.start()])
    if _IN.match(tail) or not named:
        if publisher or place:
            return publisher or (place if town is None and not is_place_piece(place or "") else None), place
        return named or _first(tail[bracket.end() :])[0], town
    return named, place or town


def _first(tail: str) -> tuple[str | None, str | None]:
    place: str | None = None
    if _IN.match(tail) and (house := _HOUSE.search(tail)) is not None and (placed := placed_body(house[1])):
        return placed[1].strip(EDGES), placed[0]
    told = _EDITED.sub("", tail) if _IN.match(tail) else tail
    if told != tail and (of_book := _TOWN_AND_BODY.match(told)) is not None:
        return of_book["body"], of_book["town"]
    for piece in re.split(rf",\s|{BREAK}|\.\s|[()]", told):
        bare = _VOLUME_BEHIND.sub("", _VOLUME_BEFORE.sub("", _THESIS.sub("", piece.strip(EDGES))))
        if not bare or PAGES.fullmatch(bare) or _NO_MAKER.fullmatch(bare):
            continue
        if placed := placed_body(bare):
            return placed[1], placed[0]
        if is_place_piece(bare) and not has_body_word(bare):
            place = place or bare
            continue
        if not is_tail(bare):
            return RELEASE.sub("", _IN.sub("", bare)), place
    return None, place


def in_bracket(inside: str) -> tuple[str | None, str | None]:
    """Return the town and the publisher in the bracket behind a title: "(Leeds: Quarry Press, 2012)"."""
    bare = without_date(inside.replace(BREAK, " ")).strip(EDGES)
    place, colon, publisher = bare.partition(": ")
    if colon:
        return place, publisher.strip(EDGES) or None
    told = [piece.strip(EDGES) for piece in bare.split(", ")]
    told = [piece for piece in told if piece and not _NO_MAKER.fullmatch(piece)]
    if not told:
        return None, None
    towns = [piece for piece in told if is_place_piece(piece) and not has_body_word(piece)]
    others = [piece for piece in told if piece not in towns]
    if not towns and len(others) == _TOWN_AND_MAKER and may_be_town(others[0]):
        return others[0], others[1]
    if not towns and len(others) == 1 and not has_body_word(others[0]):
        return others[0], None
    return next(iter(towns), None), next(iter(others), None)
