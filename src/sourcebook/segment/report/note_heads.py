"""Who wrote a work, at the head of a note, and whether a reference is set as a note at all."""

from __future__ import annotations

import re

from sourcebook.segment.report.credit import persons_in
from sourcebook.segment.report.fields import BREAK
from sourcebook.segment.report.pieces import pieces_of
from sourcebook.vocabulary.countries import find_country
from sourcebook.vocabulary.credit_names import is_body

LEAD = re.compile(
    r"^(?:(?:see|compare|cf\.?|quoted in|cited in|for example|e\.g\.,?|ver|v\u00e9ase|voir|vgl\.?|siehe)\s+"
    r"(?:also\s+|for\s+example,?\s+)?)+",
    re.IGNORECASE,
)
_QUOTES = '\u201c"\u2018\u00ab\u201e\u00bb'
_PLAIN = re.compile(
    rf"(?P<head>[^{_QUOTES}{BREAK}]{{3,160}}?),\s+[{_QUOTES}]\s?[^\W_].{{5,}}"
    rf"|(?P<named>[^{_QUOTES}{BREAK}(]{{3,160}}?),\s+[^{BREAK}(]{{4,200}}\([^()]*{BREAK}[^()]*\)",
    re.DOTALL,
)
_STOPPED = re.compile(r"[^\W\d_]{2,}\.\s|:\s")
_SENTENCED = re.compile(r"[^\W\d_]{3,}(?<!trans)\.\s|\bet\s+al\.")
_ROLE = re.compile(r"[\s,]*[(,]\s*(?:eds?|editors?|trans|dir|coord|comp|orgs?|hrsg)\.?\s*\)?(?=[\s,]*$)", re.IGNORECASE)
_CAPITAL = re.compile(
    r"[^\W\d_a-z]{3,}(?:[\s-][^\W\d_a-z]{2,})*\s+"
    r"\(?(?:(?P<given>[^\W\d_a-z][^\W\d_A-Z]+)(?:-[^\W\d_]+)?|(?:[^\W\d_a-z]\.?[\s-]?){1,3})\)?"
)
_INVERTED = re.compile(
    r"[^\W\d_a-z][\w\u2019'-]*(?:\s[^\W\d_a-z][\w\u2019'-]*)?,\s+(?:(?:[^\W\d_a-z]\.[\s-]?)+|[^\W\d_a-z][^\W\d_A-Z]+\.)(?=\s|$)"
)
_LEAST_WORDS = 3
_TURNED = re.compile(r"[^\W\d_][\w\u2019'-]*,\s+(?:[^\W\d_a-z]\.|[^\W\d_a-z][^\W\d_]+(?:,|\s(?:and|&|y|et)\s))")
_JOINED = re.compile(r"\s*(?:,|;|&|/(?=[^\W\d_a-z])|\bet\b|\by\b|\band\b)\s*")


def is_plain_note(core: str) -> bool:
    """Tell whether a reference is set as a note whatever its list: a credit, a comma, a title in quotes or bracketed.

    Its credit has no full stop but behind initials; the bracket holds the date.
    """
    found = _PLAIN.match(LEAD.sub("", core))
    if found is None:
        return False
    head = without_role(found["head"] or found["named"])
    if _STOPPED.search(head) or (found["named"] and _SENTENCED.search(found[0])):
        return False
    return bool(note_persons(head, None)) or is_body(head.partition(", ")[0])


def is_parted_by_comma(core: str) -> bool:
    """Tell whether a comma, and no full stop, stands between what a reference begins with and four words or more."""
    pieces = pieces_of(LEAD.sub("", core))
    head, comma, rest = (pieces[0] if pieces else "").partition(", ")
    return bool(comma) and len(rest.split()) >= _LEAST_WORDS and not _TURNED.match(f"{head}, {rest}")


def is_inverted(core: str) -> bool:
    """Tell whether a reference begins with a surname, given name or initials and a full stop, as no note does."""
    return _INVERTED.match(core) is not None


def without_role(head: str) -> str:
    """Return a credit without "ed." or "(dir.)" at its end."""
    return _ROLE.sub("", head)


def note_persons(head: str, url: str | None, *, followed: bool = True) -> tuple[str, ...]:
    """Return the persons at the head of a note, those included whose surname stands first in capitals."""
    head = without_role(head).strip(" ,")
    names = [name for name in _JOINED.split(head) if name]
    if names and all((found := _CAPITAL.fullmatch(name)) and not find_country(found["given"] or "") for name in names):
        return tuple(names)
    if "/" in head:
        head = " and ".join(part.strip() for part in head.split("/"))
    return persons_in(head, url, followed=followed)
