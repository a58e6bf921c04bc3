"""The help block of a page: names, phones as printed, the country's code. Nothing in it is verified."""

from __future__ import annotations

import re
from collections.abc import Sequence

from sourcebook.model import Help
from sourcebook.segment.landmarks import COUNTRY_CODE, Role, landmark
from sourcebook.segment.token import Sign, Token
from sourcebook.vocabulary.credit_names import has_body_word
from sourcebook.vocabulary.credits import is_known_place

_PHONE = re.compile(
    r"(?:\+\s?|\b00)?(?:\(\s?\+?\d+\s?\)[\s.-]*)?\(?\d(?:(?:[\s.\-\u2013]{0,2}|[()/]|\)\s|\s\()\d)+(?:\s*(?:ext|x)\.?\s*\d{1,5})?"
)
_CLOCK = re.compile(
    r"\b24\s*/\s*7\b(?:\s*/\s*365)?|\b24[\s-]*(?:hours?|hrs?|h)\b|\bopen\s+\d[\d:.]*\s*(?:to|-|\u2013)\s*\d[\d:.]*|\b\d{1,2}[:.]\d\d\s*(?:-|\u2013|to)\s*\d{1,2}[:.]\d\d\b"
    r"|\b\d{1,2}\s*(?:am|pm)\b|\bp\.?\s?o\.?\s*box\s+\d+|\b(?:19|20)\d\d\b(?=\s*$)",
    re.IGNORECASE,
)
_LABEL = re.compile(
    r"(?:with)?in(?:side)?\b|from\b|outside\b|out\s+of\b|tel\b|telephone|phones?\b|fax\b|mobile|cell|toll|free\b|hot\s?line|help\s?line|24|day|night|office|emergency|call\b|dial\b|abroad|local|national|international|e-?mail|sms|text\b|whatsapp|or\b|also\b|and\b|weekdays|weekends?\b|evenings?\b|mornings?\b|day\s?time|after\s+(?:dark|hours)\b|out\s+of\s+hours|holidays?\b|round\s+the\s+clock",
    re.IGNORECASE,
)
_WHERE = re.compile(
    r"^\d|\bp\.?\s?o\.?\s*box\b|\b(?:street|avenue|road|lane|rue|calle|avenida|boulevard|blvd|floor|building|room)\b"
    r"|^(?:open|hours|address|located)\b",
    re.IGNORECASE,
)
_FAX = re.compile(r"fax\b", re.IGNORECASE)
_EDGE = " \t\n:;,.-\u2013\u2014()"


def help_entries(tokens: Sequence[Token]) -> tuple[Help, ...]:
    """Return the help entries of a block's tokens; the country's code goes to every entry of the block."""
    found: list[dict[str, list[str]]] = []
    codes: list[str] = []
    for token in tokens:
        text = token.text
        if dialled := COUNTRY_CODE.match(text):
            codes.append(dialled["code"].strip("-"))
            continue
        if landmark(token) is Role.HELP or token.sign in {Sign.RULE, Sign.IMAGE}:
            continue
        _take(found, text, token)
    code = codes[0] if codes else None
    return tuple(
        Help(
            name=" ".join(entry["name"]), phones=tuple(entry["phones"]), country_code=code, lines=tuple(entry["lines"])
        )
        for entry in found
    )


def _take(found: list[dict[str, list[str]]], text: str, token: Token) -> None:
    phones, label = phones_in(text)
    if token.sign is Sign.URL or "@" in text or (_FAX.match(text) and found):
        phones, label = (), ""
        if found:
            found[-1]["lines"].append(text)
            return
    current = found[-1] if found else None
    if not phones:
        if current is not None and _is_whereabouts(text):
            current["lines"].append(text)
        elif current is not None and not current["phones"] and token.forced:
            current["name"].append(text)
        else:
            found.append({"name": [text], "phones": [], "lines": []})
        return
    if current is None or (current["phones"] and _is_name(label)):
        found.append({"name": [label] if label else [], "phones": [], "lines": []})
    found[-1]["phones"].extend(phones)
    found[-1]["lines"].append(text)


def phones_in(text: str) -> tuple[tuple[str, ...], str]:
    """Return the phones of a line as printed, and the words before the first."""
    hidden = _CLOCK.sub(lambda found: "_" * len(found.group()), text)
    phones = []
    first = len(text)
    for found in _PHONE.finditer(hidden):
        for piece in re.split(r"\s+/\s+", found.group()):
            if sum(character.isdigit() for character in piece) >= 3:
                phones.append(piece.strip(" .-\u2013/"))
                first = min(first, found.start())
    return tuple(phones), text[:first].strip(_EDGE)


def _is_whereabouts(text: str) -> bool:
    """Tell whether a line without a phone says where somebody is or when, rather than who."""
    return is_known_place(text) or bool(_WHERE.search(text) or _LABEL.match(text))


def _is_name(label: str) -> bool:
    """Tell whether the words before a phone name somebody, rather than a place, a line or an hour."""
    if not label or _LABEL.match(label) or is_known_place(label):
        return False
    words = label.split()
    return len(words) >= 3 or (len(words) == 2 and has_body_word(label))
