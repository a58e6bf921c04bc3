"""Knowing a line by its form: markers, access dates, archived-copy notes, source lines, addresses, images."""

from __future__ import annotations

import re
from difflib import SequenceMatcher

from sourcebook.segment.token import Sign

_MARKER = re.compile(
    r"(?P<stars>[*=~\s]*)(?P<name>featured\s+(?:article|report|posting|story|stories|item|link)s?|archived?s?(?:\s+articles?)?)"
    r"\s*:?(?P<more>[*=~\s]*)",
    re.IGNORECASE,
)
_BRACKET = re.compile(r"[\[({]\s*([^\[\](){}]{1,120}?)\s*[\])}]?")
_BARE = re.compile(r"(?:last\s+)?acc?ess?ed\s*(?:on\s*)?:?\s*[^\[\]]{0,40}\d{4}\s*\]?", re.IGNORECASE)
_OPENER = re.compile(r"(?:last\s+|date\s+)?([^\W\d_]+)[\s:.]*(?=[\d\W]|on\b|[^\W\d_])", re.IGNORECASE)
_UNAVAILABLE = re.compile(
    r"access\w*\s+date\s+(?:is\s+)?(?:un\w+|not\s+\w+|missing)|date\s+(?:of\s+access|accessed)\s+(?:is\s+)?(?:un\w+|not\s+\w+)"
    r"|access\w*\s*:?\s*(?:date\s+)?un(?:known|ava\w+)",
    re.IGNORECASE,
)
_ARCHIVED = re.compile(
    r"\barchived?\b[^\[\]]{0,120}\b(?:accessible|available|found|viewed)\b|\barchived\b.{0,120}\[\s*here\s*\]"
    r"|^at\s+one\s+time\b.{0,60}\barchived\b",
    re.IGNORECASE,
)
_SOURCE = re.compile(r"(?:[-\u2013\u2014\u2212]+\s*)?sources?\s*:\s*(?P<rest>.*)", re.IGNORECASE | re.DOTALL)
_IMAGE = re.compile(
    r"(?:description:\s*)+\S?|\[\s*(?:image|inline|usemap|img|picture|photo|map|flag)\b[^\]]*\]\s*$", re.IGNORECASE
)

_HOST = r"(?:[^\W_](?:[\w-]*[^\W_])?\.)+[^\W\d_]{2,}|\d{1,3}(?:\.\d{1,3}){3}|localhost"
_SCHEMED = r"(?:https?|ftp)://[^\s<>\"]+"
ADDRESS = re.compile(rf"(?:{_SCHEMED}|(?:{_HOST})(?::\d+)?(?:[/?#][^\s<>\"]*)?)", re.IGNORECASE)
_ADDRESS_LABELS = frozenset({"url:", "link:", "website:", "web:", "address:", "see:", "at:"})

_ACCESS_WORDS = ("accessed", "access", "retrieved", "viewed", "visited", "downloaded")
_YEAR = re.compile(r"(?:19|20)\d\d|'\d\d\b|\b\d{1,2}[/.-]\d{1,2}[/.-]\d{2}\b")


def marker_section(text: str) -> str | None:
    """Return "featured" or "archives" where the line is that marker, stars or not, else None."""
    found = _MARKER.fullmatch(text)
    if not found:
        return None
    name = found["name"]
    starred = "*" in found["stars"] or "*" in found["more"]
    if not starred and name != name.upper():
        return None
    return "featured" if name[:1] in "fF" else "archives"


def is_access_note(text: str) -> bool:
    """Tell whether the text is "[accessed DATE]", however its word is spelled and whichever bracket is lost."""
    if text[0] in "[({" and (found := _BRACKET.fullmatch(text)):
        inside = found.group(1)
        opener = _OPENER.match(inside)
        return bool(opener and _YEAR.search(inside) and _like_accessed(opener.group(1)))
    return len(text) < 60 and bool(_BARE.fullmatch(text))


def _like_accessed(word: str) -> bool:
    lowered = word.lower()
    if any(lowered.startswith(known) for known in _ACCESS_WORDS):
        return True
    return lowered[:1] in "axscq" and SequenceMatcher(None, lowered[:9], "accessed").ratio() >= 0.72


def is_unavailable_note(text: str) -> bool:
    """Tell whether the text says in brackets that the access date is not known."""
    return text[:1] in "[({" and len(text) < 80 and bool(_UNAVAILABLE.search(text))


def is_archived_note(text: str) -> bool:
    """Tell whether the text says that a copy had been archived and may still be found."""
    return len(text) < 260 and bool(_ARCHIVED.search(text))


def source_rest(text: str) -> str | None:
    """Return what stands behind "Source:" on a line that opens so; None where it does not."""
    found = _SOURCE.fullmatch(text)
    return found["rest"].strip() if found else None


def addresses(text: str) -> tuple[str, ...]:
    """Return the addresses of a line that holds nothing else; empty where it holds other words.

    A bare host with a capital, like "Example.org", is the name of a body and no address.
    """
    if "." not in text and "localhost" not in text:
        return ()
    words = text.split(None, 12)
    if len(words) > 12:
        return ()
    if words[0].lower() in _ADDRESS_LABELS:
        del words[0]
    stripped = [word.strip("<>[]();,") for word in _without_remark(words)]
    stripped = [word for word in stripped if word and word.lower() not in {"and", "&", "or"}]
    if not stripped or not all(len(word) < 4000 and ADDRESS.fullmatch(word) for word in stripped):
        return ()
    bare = len(stripped) == 1 and not re.search(r"[/:?\d]|^www\.", stripped[0]) and stripped[0] != stripped[0].lower()
    return () if bare else tuple(stripped)


def _without_remark(words: list[str]) -> list[str]:
    """Drop a short remark in brackets behind an address, as in "www.example.org/a.pdf [PDF]"."""
    if len(words) > 1 and words[-1][-1] in "])":
        for count in (1, 2, 3):
            if len(words) > count and words[-count][0] in "[(":
                return words[:-count]
    return words


def sign_of(text: str) -> Sign:
    """Return what the form of a line, or of lines joined, says it is."""
    if text[0] in "[({aAlL" and (note := _bracket_sign(text)) is not None:
        return note
    if text[0] in "dD[" and _IMAGE.match(text):
        return Sign.IMAGE
    if len(text) < 60 and marker_section(text):
        return Sign.MARKER
    if ("rchive" in text or "RCHIVE" in text) and is_archived_note(text):
        return Sign.ARCHIVED
    if _is_source_line(text):
        return Sign.SOURCE
    return Sign.URL if addresses(text) else Sign.TEXT


def _bracket_sign(text: str) -> Sign | None:
    if is_unavailable_note(text):
        return Sign.UNAVAILABLE
    return Sign.ACCESSED if is_access_note(text) else None


def _is_source_line(text: str) -> bool:
    """Tell whether a line is "Source:" with an address or nothing behind it; with words it is text."""
    if text[0] not in "-\u2013\u2014\u2212sS":
        return False
    rest = source_rest(text)
    return rest is not None and (not rest or bool(addresses(rest)))
