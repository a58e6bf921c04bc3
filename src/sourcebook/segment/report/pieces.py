"""Parting a reference into its pieces, and telling towns, dates and report numbers among them."""

from __future__ import annotations

import re

from sourcebook.segment.report.fields import BREAK
from sourcebook.vocabulary.countries import find_country
from sourcebook.vocabulary.credit_names import has_body_word, is_known_town
from sourcebook.vocabulary.credits import is_known_place
from sourcebook.vocabulary.dates import dates_in

_STOP = re.compile(r"(?P<mark>[.?!][\u201d\"\u2019')]*)\s+(?=\S)|;\s+|\s*\u00a6\s*")
_ABBREVIATED = re.compile(
    r"(?:^|[\s(,\u201c\"])(?:[^\W\d_]|[A-Z]\.[A-Z]|(?:[A-Z]\.)+[A-Z]|No|N[\u00ba\u00b0o]|Nos|Nr|n[u\u00fa]m|N[u\u00da\u00fa]M|Dr|Md|Mr|Mrs|Ms|Prof|St|Sta|Sto|vs?|al|Inc"
    r"|Ltd|Co|Corp|Jr|Sr|Art|art|arts|Vol|vol|pp?|ed|eds|cf|Gen|Gov|Rep|Sen|Cap|Ch|Sec|S\.I|LN|c|ca|Jan|Feb|Mar|Apr"
    r"|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|Univ|Dept|Min|Op|Doc|Res|approx|et|Diss|Vgl|Hrsg|Aufl|Bros|Ave|Mt|Ft|Fr|Rev|Hon)$"
)
_DOTTED = re.compile(r"(?:^|\s)(?:[A-Z]\.){2,}$")
_EDITION = re.compile(r"(?<!\d)\d{1,2}\.\s*ed")
_TOWN_DC = re.compile(
    r"^[^\W\d_a-z][\w.\u2019' -]{1,30}(?:,?\s(?:D\.?C)|,\s*(?:[A-Z]{2}|D\.?C|[^\W\d_a-z][\w.\u2019' -]{2,30}))?$"
)
_NUMBERED = re.compile(
    r"(?:report|doc(?:ument)?|ref(?:erence)?|isbn|issn|doi|pub(?:lication)?|working\s+paper|sales)\s*(?:no\.?|number|#|:)\s*\S+"
    r"|[A-Z]{1,6}(?:/[\w.()-]+){2,}",
    re.IGNORECASE,
)
_WITH_STATE = re.compile(r".*,?\s(?:D\.?C|[A-Z]{2})")
_PLACED = re.compile(
    r"(?P<town>[^\W\d_a-z][\w.\u2019' -]{1,30}?(?:,\s(?:D\.?C\.?|[A-Z]{2}))?)"
    r"(?:\s?:\s+(?!D\.?C\W*$)|,\s+(?!(?:D\.?C|[A-Z]{2})\W*$))(?P<body>[^\W\d_a-z].+)$"
)
_TOWN_PARTICLES = frozenset({"de", "del", "la", "las", "los", "el", "au", "da", "do", "dos"})
_DOCUMENT_WORDS = frozenset(
    {
        "total",
        "summary",
        "edition",
        "draft",
        "volume",
        "annex",
        "chapter",
        "part",
        "act",
        "law",
        "code",
        "final",
        "overview",
    }
)
_ORIGIN = re.compile(r"Original\s+data\b|Analysis\s+received\b", re.IGNORECASE)
_TAIL_WORD = re.compile(
    r"(?:working|discussion|policy)\s+paper\s+(?:no\.?\s*)?\d+|\d{1,4}\s+[fp]\.?|(?:pp?\.?|pages?|vol\.?|no\.?|n\.\s*d\.?)\s*\d*",
    re.IGNORECASE,
)
_EDGES = f" .,;:()[]{BREAK}"


def pieces_of(core: str) -> list[str]:
    """Return the pieces of a reference between its full stops, semicolons and flags; a flag stays as BREAK.

    A full stop behind an initial, "No." or another shortened word, or inside quotation marks, parts nothing.
    """
    pieces: list[str] = []
    start = 0
    for stop in _STOP.finditer(core):
        flag = BREAK in stop.group()
        if not flag and (
            _EDITION.search(core[: stop.end() + 3], stop.start() - 3)
            or _quoted(core, start, stop.start())
            or (stop["mark"] == "." and _short(core, start, stop.start()))
        ):
            continue
        keep = stop.end("mark") if stop["mark"] and stop["mark"] != "." else stop.start()
        _put(pieces, core[start:keep])
        if flag:
            pieces.append(BREAK)
        start = stop.end()
    _put(pieces, core[start:])
    while pieces and pieces[0] == BREAK:
        pieces.pop(0)
    return pieces


def _put(pieces: list[str], text: str) -> None:
    piece = text.strip().strip(" ;,").removesuffix(".").strip()
    if piece.strip(_EDGES):
        pieces.append(piece)


def _quoted(core: str, start: int, at: int) -> bool:
    """Tell whether a place is inside quotation marks that close later on."""
    opened = core.count("\u201c", start, at) - core.count("\u201d", start, at)
    if opened > 0:
        return "\u201d" in core[at:] and not core[at : at + 3].rstrip(". ").endswith("\u201d")
    straight = core.count('"', start, at)
    return straight % 2 == 1 and '"' in core[at + 2 :] and core[at + 1 : at + 2] != '"'


def _short(core: str, start: int, at: int) -> bool:
    before = core[start:at]
    if not _ABBREVIATED.search(before):
        return False
    single = re.search(r"(?:^|\s)[^\W\d_a-z]$", before)
    if single and re.search(r",\s+(?:[^\W\d_a-z]\.?[\s-]?){1,3}$", before):
        return not re.match(r"\.\s*[^\W\d_a-z][^\W\d_A-Z]|\.\s*[\u201c\"(\d]", core[at:]) is not None
    if single and re.match(r"\.\s+[\u201c\"]", core[at:]):
        return False
    if before.endswith(" al") and re.match(r"\.\s+[^\W\d_a-z\u201c\"]", core[at:]):
        return False
    return not (_DOTTED.search(f"{before}.") and re.match(r"\.\s+[\u201c\"]", core[at:]))


def is_tail(piece: str) -> bool:
    """Tell whether a piece is none of a title: a town, a date, a report's number, pages."""
    bare = piece.strip(_EDGES)
    if (
        not bare
        or piece == BREAK
        or is_place_piece(piece)
        or placed_body(piece)
        or _NUMBERED.fullmatch(bare)
        or _TAIL_WORD.fullmatch(bare)
        or _ORIGIN.match(bare)
    ):
        return True
    return not without_date(bare)


def is_place_piece(piece: str) -> str | None:
    """Return the town or country that a piece names, alone or before a date; None where it names none."""
    bare = without_date(piece).strip(_EDGES)
    if bare and find_country(bare) is not None:
        return bare
    if not bare or not _TOWN_DC.fullmatch(bare):
        return None
    head = re.sub(r",?\s+D\.?C$", "", bare.split(",")[0]).strip()
    with_state = _WITH_STATE.fullmatch(bare) and (head != bare or not has_body_word(head))
    known = is_known_place(head) or find_country(head) is not None or with_state
    return bare if known else None


def may_be_town(piece: str) -> bool:
    """Tell whether a piece has a town's form: up to three words in capitals, none of a body's; it is no proof."""
    words = piece.strip(_EDGES).split()
    if not 1 <= len(words) <= 3 or has_body_word(piece):
        return False
    return all(word[0].isupper() or word in _TOWN_PARTICLES for word in words) and not (
        {word.casefold() for word in words} & _DOCUMENT_WORDS
    )


def placed_body(piece: str) -> tuple[str, str] | None:
    """Part "Geneva: Committee on Labour", or with a comma, into town and body; None where a piece is not so made."""
    found = _PLACED.match(piece)
    if found is None:
        return None
    colon = piece[len(found["town"]) :].lstrip().startswith(":")
    if not is_place_piece(found["town"]) and not (colon and may_be_town(found["town"])):
        return None
    return found["town"], without_date(found["body"])


def without_town(title: str) -> str:
    """Return a title without the known town that stands behind its last word, where no word leads to it."""
    head, _, last = title.rpartition(" ")
    led = re.search(r"(?:\b(?:in|of|to|from|for|and|the|at|near|de|en|\u00e0|du|against)|[,:-])$", head, re.IGNORECASE)
    return head if head and not led and last[:1].isupper() and is_known_town(last) else title


def without_date(piece: str) -> str:
    """Return a piece without the date at its end, nor the commas, brackets and EDTF that stood around it."""
    text = piece.rstrip(_EDGES) if piece.endswith(BREAK) else piece
    text = re.sub(rf"{BREAK}\S*", "", text).rstrip(" ,;")
    for date in reversed(dates_in(text)):
        tail = text[date.end :].strip(_EDGES)
        before = text[: date.start]
        if (
            tail
            or before.count("(") > before.count(")")
            or (date.kind == "year" and not before.rstrip().endswith((",", "(", ";", ":", ".")))
            or _needed(before)
        ):
            break
        if before.strip(_EDGES) == "" or before.rstrip().endswith((",", "(", ";", ".", ":")):
            text = before.rstrip(" ,;(:")
    return text


def _needed(before: str) -> bool:
    """Tell whether a date belongs to the words before it, as in "Act of" or "from"."""
    return bool(re.search(r"\b(?:of|from|since|until|du|del?|on|in|to|and)\s*$", before, re.IGNORECASE))
