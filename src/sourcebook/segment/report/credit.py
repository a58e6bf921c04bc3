"""Telling who wrote a reference, what it is called, and who published it, in what its address and dates leave."""

from __future__ import annotations

import re
from typing import NamedTuple
from urllib.parse import urlsplit

from sourcebook.segment.report.fields import BREAK
from sourcebook.segment.report.pieces import (
    is_place_piece,
    is_tail,
    may_be_town,
    pieces_of,
    placed_body,
    without_date,
    without_town,
)
from sourcebook.vocabulary.countries import find_country
from sourcebook.vocabulary.credit_names import has_body_word, has_given_name, is_body, is_person

_TOLD = re.compile(r"(?P<who>.{3,90}?\b[Oo]fficials?)\s+(?P<what>[^\W\d_a-z].+)$")
_DASHED = re.compile(r"\s*[\u2014\u2013_-]{1,6}\s*[.,]\s*")
_OPENING_QUOTE = ("\u201c", '"', "\u00ab", "\u201e")
_QUOTED = re.compile(
    r"[\u201c\"\u00ab\u201e](?P<inside>.+?)(?:[\u201d\u201c\"\u00bb]|[\u2019']{2}|$)(?P<rest>.*)$", re.DOTALL
)
_IN = re.compile(r"^[\s,.;]*in:?\s+(?=\S)", re.IGNORECASE)
_PARTICLE = (
    r"(?:[dDlLO]['\u2019]|[Dd]e\s+|[Vv]an\s+(?:[Dd]er\s+)?|[Aa]l-|[Ee]l-|[Dd]a\s+|[Dd]os\s+|[Vv]on\s+|[Bb]in\s+)"
)
_NAME = rf"{_PARTICLE}?[^\W\d_a-z][\w\u2019'-]*"
_INITIALS = r"(?:[^\W\d_a-z]\.?[\s-]?){1,4}"
_INVERTED = re.compile(
    rf"(?P<name>{_NAME}(?:[\s-]{_NAME}){{0,2}},\s+(?:{_INITIALS}(?=[.,;\s]|$)|{_NAME}(?:\s+(?:{_NAME}|{_INITIALS}))"
    rf"{{0,2}}))\.?(?P<ed>\s*[,(]?\s*(?:eds?|editors?|orgs?|coords?|dirs?)\.?\)?)?(?:[\s,]+et\s+al\.?)?$"
)
_SPLIT = re.compile(r"\s*(?:,?\s+(?:and|&|y|et)\s+|\s*[;&]\s*)\s*", re.IGNORECASE)
_INDEXED_HEAD = re.compile(
    rf"(?P<names>(?P<first>{_NAME}(?:[\s-]{_NAME}){{0,2}})\s[A-Z]{{1,3}}(?:,\s{_NAME}(?:[\s-]{_NAME}){{0,2}}\s[A-Z]{{1,3}})*)"
    rf"(?:,\s+et\s+al)?\.\s+(?=[^\W\d_a-z]|[\u201c\"\u2018])"
)
_VOLUME = re.compile(
    r"(?:,\s*[A-Z]\d{1,3}|[,\s]\s*(?:vol\.?\s*)?\d{1,4}\s*(?:\(\d{1,3}\))?(?:\s*[,:]\s*(?:pp?\.\s*)?\d[\d\u2013-]*)?)$",
    re.IGNORECASE,
)


_WORK = re.compile(r"\b(?:Law|Act|Code|Decree|Report|Decision|Constitution)\b")
_EDITION = re.compile(r"^(?:\d+(?:st|nd|rd|th|\.)|rev\.?)\s*ed(?:n|ition)?\.?\s*")
_EDITED = re.compile(r"(?:\beditors?|\([Ee]ds?\.?\)|\((?:dir|coord|org)s?\.\))(?=[\s,]|$)")
_PAGED = re.compile(r"\(?pp?\.\s*[\d\u2013-]+\)?")
_CAPITALS = (
    r"[^\W\d_a-z]{2,}(?:[\s-][^\W\d_a-z]{2,})*,"
    r"\s+[^\W\d_a-z][^\W\d_]*\.?(?:\s+(?:[^\W\d_a-z]\.|[^\W\d_a-z][^\W\d_A-Z]+))*?"
)
_JOINED_HEAD = re.compile(rf"(?P<names>{_CAPITALS}(?:;\s+{_CAPITALS})+)\.?\s+(?=[^\W\d_a-z][^\W\d_A-Z]+\s|[\u201c\"])")
_SEMICOLON = re.compile(r";\s+")
_THESIS = re.compile(
    r"^(?:\d+\s+[fp]\.\s+)?(?:Tese|Disserta[\u00e7]ão|Tesis|Th[\u00e8e]se|Trabajo\s+de\s+(?:fin|grado))\b[^\u2013-]*[\u2013-]\s*"
)
RELEASE = re.compile(r"(?<=\w)\s+(?:news|press)\s+release$", re.IGNORECASE)
_SERIAL = re.compile(r",\s*(?:v|vol|n)\.\s*\d.*$")
_LEAST_TITLE = 12
_LONGEST_BODY = 8


class Credit(NamedTuple):
    """Who and what: personal names, title, publisher, the town, and the work that this one is part of."""

    authors: tuple[str, ...] = ()
    title: str | None = None
    publisher: str | None = None
    place: str | None = None
    container: str | None = None


def read_core(core: str, url: str | None, before: Credit | None) -> Credit:
    """Return what the rest of a reference says; a dash in the credit's place stands for the one `before`."""
    if (headed := _of_listed_names(core)) is not None:
        return headed
    repeated = _DASHED.match(core)
    if repeated and before is not None:
        rest = pieces_of(core[repeated.end() :])
        return of_persons(before.authors, rest) if before.authors else of_body(before.publisher, rest)
    pieces = pieces_of(core)
    if not pieces:
        return Credit()
    if told := _TOLD.match(pieces[0]):
        pieces[:1] = [told["who"], told["what"]]
    elif pieces[0].isupper() and find_country(pieces[0]) and len(pieces) > 1 and is_body(pieces[1]):
        pieces[:2] = [f"{pieces[0]}. {pieces[1]}"]
    return _of_pieces(pieces, url)


def _of_listed_names(core: str) -> Credit | None:
    """Read a reference at whose head persons stand as in an index: "Vale J, Bell RT.", "VALE, Jonas; BELL, Ann."."""
    if (indexed := _INDEXED_HEAD.match(core)) and not is_body(indexed["first"]):
        return of_persons(tuple(name.strip() for name in indexed["names"].split(",")), pieces_of(core[indexed.end() :]))
    if (joined := _JOINED_HEAD.match(core)) is not None:
        return of_persons(tuple(_SEMICOLON.split(joined["names"])), pieces_of(core[joined.end() :]))
    return None


def _of_pieces(pieces: list[str], url: str | None) -> Credit:
    if pieces[0].startswith(_OPENING_QUOTE):
        return of_persons((), pieces)
    first, rest = pieces[0], pieces[1:]
    if not any(piece != BREAK for piece in rest) or (rest[0] == BREAK and not is_body(first)):
        return _alone(first)
    authors = persons_in(first, url, followed=followed_by_publisher(rest))
    return of_persons(authors, rest) if authors else of_body(first, rest)


def _alone(piece: str) -> Credit:
    """Read a reference of one piece: "Credit, title" in a note, or a title alone."""
    head, comma, tail = piece.partition(", ")
    told = tail[:1].isupper() or (is_body(head) and len(head.split()) <= _LONGEST_BODY and not _WORK.search(head))
    if comma and (is_body(head) or is_person(head)) and told and len(tail) > _LEAST_TITLE:
        persons = (head,) if is_person(head) and not is_body(head) else ()
        title, _, town = tail.strip(f" .,{BREAK}").rpartition(", ")
        title = title if title and is_place_piece(town) and not has_body_word(town) else tail
        return Credit(authors=persons, title=without_date(title), publisher=None if persons else head)
    quoted = _QUOTED.search(piece)
    if quoted and piece[: quoted.start()].strip(" ,"):
        return of_body(piece[: quoted.start()].strip(" ,"), [piece[quoted.start() :]])
    return Credit(title=without_date(piece))


def persons_in(text: str, url: str | None, *, followed: bool) -> tuple[str, ...]:
    """Return the persons that a credit names, as written; none where it names a body.

    A name of two plain words may be either: it is a person's where it begins with a given name, or where a publisher
    follows and the address does not bear the name.
    """
    text = text.strip(" .,")
    names = _names(text)
    if not names:
        return ()
    certain = any(_INVERTED.fullmatch(name) or has_given_name(name) for name in names)
    if certain or (followed and not _bears(url, text)):
        return tuple(map(_whole_name, names))
    return ()


def _whole_name(name: str) -> str:
    """Return a name without "ed." and "et al.", and with the full stop of the initial that closes it."""
    bare = re.sub(r"[\s,]*(?:\(?\b(?:eds?|orgs?|coords?|dirs?)\.?\)?|et\s+al\.?)$", "", name)
    return f"{bare}." if re.search(r"[\s.-][^\W\d_a-z]$", bare) else bare


def _names(text: str) -> list[str]:
    """Part names joined by "and", semicolons and commas; an inverted one keeps its own comma."""
    text = re.sub(r"[\s,]+et\s+al\.?$", "", text)
    names: list[str] = []
    for joined in _SPLIT.split(text):
        if _INVERTED.fullmatch(joined) and not is_body(joined.replace(",", "")):
            names.append(joined)
            continue
        parts = [part.strip() for part in joined.split(",") if part.strip()]
        while parts:
            pair = ", ".join(parts[:2])
            if len(parts) > 1 and _INVERTED.fullmatch(pair) and not is_person(parts[0]):
                names.append(pair)
                parts = parts[2:]
            elif is_person(parts[0]):
                names.append(parts.pop(0))
            else:
                return []
    bodies = [name for name in names if not _INVERTED.fullmatch(name) and is_body(re.sub(r"[,/-]", " ", name))]
    return [] if bodies else names


def _bears(url: str | None, name: str) -> bool:
    host = (urlsplit(url if "//" in (url or "") else f"//{url}").hostname or "") if url else ""
    words = list(re.findall(r"[^\W\d_]{3,}", name.casefold()))
    initials = "".join(word[0] for word in name.split() if word[:1].isupper()).casefold()
    plain = host.replace(".", "").replace("-", "")
    return any(word in plain for word in words) or (len(initials) > 2 and initials in plain)


def followed_by_publisher(rest: list[str]) -> bool:
    """Tell whether more than a title follows a credit: a quoted title, or a piece that is no date or town."""
    if rest[0].startswith(_OPENING_QUOTE):
        return True
    return any(not is_tail(piece) for piece in rest[1:])


def of_body(publisher: str | None, rest: list[str]) -> Credit:
    """Read what follows the name of a body: its title up to where town and date begin."""
    titles: list[str] = []
    place: str | None = None
    container: str | None = None
    for at, piece in enumerate(rest):
        town = piece if titles and may_be_town(piece) and rest[at + 1 : at + 2] == [BREAK] else None
        if town is not None:
            place = town
            break
        if titles and (is_tail(piece) or piece == BREAK):
            place = next((other for other in map(_town, rest[at:]) if other), None)
            break
        titles.append(piece)
    title = _whole_title(titles, publisher, flagged=rest[len(titles) : len(titles) + 1] == [BREAK])
    quoted = _QUOTED.match(title)
    if quoted and not _IN.match(quoted["rest"]):
        rest_of_it = quoted["rest"].strip(" .,;")
        subtitle = re.match(r"[:\u2013\u2014-]\s*\w", rest_of_it)
        container = None if subtitle else without_date(rest_of_it) or None
        title = f"{quoted['inside']}{rest_of_it}" if subtitle else quoted["inside"]
    return Credit(
        title=_title(title, publisher), publisher=publisher and publisher.strip(" ,;"), place=place, container=container
    )


def _town(piece: str) -> str | None:
    placed = placed_body(piece)
    return placed[0] if placed else is_place_piece(piece)


def _whole_title(titles: list[str], publisher: str | None, *, flagged: bool) -> str:
    """Join the pieces of a title, without the town and the publisher's name that stand behind its last words."""
    title = ". ".join(titles)
    head, comma, town = title.partition(", ") if title.count(", ") == 1 else title.rpartition(", ")
    if flagged and title.endswith((", DC", ", D.C")):
        head, comma, town = title.rpartition(", ")[0].rpartition(", ")
    if flagged and comma and is_place_piece(town) and not has_body_word(town):
        return head
    if flagged and publisher and (again := re.search(rf",?\s(?:The\s)?{re.escape(publisher)}$", title)):
        return title[: again.start()]
    return without_town(title) if flagged else title


def _title(title: str, publisher: str | None) -> str | None:
    """Return a title without its publisher's name said again."""
    title = title.strip(f" {BREAK}")
    if publisher and title.casefold().endswith(f", {publisher.casefold()}"):
        title = title[: -len(publisher) - 2]
    return title.strip(" ,;:").removesuffix(".") or None


def of_persons(authors: tuple[str, ...], rest: list[str]) -> Credit:
    """Read what follows persons: a title, in quotation marks or not, then who published it and where."""
    if not rest:
        return Credit(authors=authors)
    title, others = rest[0], rest[1:]
    quoted = _QUOTED.match(title)
    if not quoted and title.endswith(("?", "!")) and _is_subtitle(others):
        title, others = f"{title} {others[0]}", others[1:]
    if quoted:
        title = quoted["inside"].rstrip(",")
        if tail := _IN.sub("", quoted["rest"]).strip(" .,;"):
            others = [tail, *others]
    publisher, place = _publisher(others)
    if publisher is None and not quoted and ", " in title and BREAK in others:
        head, _, last = title.rpartition(", ")
        if is_body(last) or last[:1].isupper():
            title, publisher = head, last
    return Credit(authors=authors, title=_title(title, None), publisher=publisher, place=place)


def _is_subtitle(others: list[str]) -> bool:
    """Tell whether what follows a question is more of the title: no body, and something else follows it."""
    told = [piece for piece in others if piece != BREAK]
    return bool(told) and others[0] != BREAK and (len(told) > 1 or not is_body(told[0])) and not is_tail(told[0])


def _publisher(others: list[str]) -> tuple[str | None, str | None]:
    publisher: str | None = None
    place: str | None = None
    for piece in _of_the_whole(others):
        if piece == BREAK:
            continue
        if (placed := placed_body(piece)) and publisher is None:
            place, publisher = placed
        elif town := is_place_piece(piece):
            place = place or town
        elif not is_tail(piece) and publisher is None:
            publisher, place = _with_town(_VOLUME.sub("", _IN.sub("", without_date(piece))), place)
    return (RELEASE.sub("", publisher) if publisher else None) or None, place


def _of_the_whole(others: list[str]) -> list[str]:
    """Return what follows a title without its edition, and without the book and its editors that it is a part of."""
    told = [bare for piece in others if (bare := _THESIS.sub("", _SERIAL.sub("", _EDITION.sub("", piece))))]
    told = [piece for piece in told if not piece.isdigit()]
    at = next((at for at, piece in enumerate(told) if _EDITED.search(piece)), None)
    if at is None:
        return told
    behind = [piece for piece in told[at + 1 :] if piece != BREAK and not _PAGED.fullmatch(piece)]
    named = [piece for piece in behind if not is_tail(piece) or placed_body(piece)]
    return named[-1:] or told


def _with_town(piece: str, place: str | None) -> tuple[str, str | None]:
    head, comma, town = piece.partition(", ")
    if comma and (is_place_piece(town) or may_be_town(town)):
        return head, town
    return piece, place
