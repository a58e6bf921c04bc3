"""Telling headings by their form, and the one over a list of references by its words."""

from __future__ import annotations

import re

_LIST = re.compile(
    r"\W*(?:\d{1,2}[.)]?\s+|[ivxl]+[.)]\s+|annex\s+\w+[.:]?\s+)?(?:list\s+of\s+)?"
    r"(?:references?|references\s+cited|(?:end|foot)?notes|bibliograph(?:y|ie)|works\s+cited|literature(?:\s+cited)?"
    r"|sources(?:\s+cited)?|citations|r[\u00e9e]f[\u00e9e]rences(?:\s+bibliographiques)?|referencias(?:\s+bibliogr[\u00e1a]ficas)?"
    r"|bibliograf[\u00eda\u00eda]a|notas|refer[\u00eae]ncias|quellen|literatur(?:verzeichnis)?|\u53c2\u8003\u6587\u732e|\u6ce8\u91ca|\u0627\u0644\u0645\u0631\u0627\u062c\u0639"
    r"|\u0441\u043f\u0438\u0441\u043e\u043a\s+\u043b\u0438\u0442\u0435\u0440\u0430\u0442\u0443\u0440\u044b|\u043f\u0440\u0438\u043c\u0435\u0447\u0430\u043d\u0438\u044f)\W*",
    re.IGNORECASE,
)
_NUMBERED = re.compile(r"\s*(?:[IVXL]{1,6}\.|\d{1,2}(?:\.\d{1,2})*\.?|[A-Z]\.)\s+[^\W\d_a-z]")


def is_list_heading(text: str) -> bool:
    """Tell whether a line is the heading of a list of references or notes, in one of several languages."""
    return len(text) < 60 and bool(_LIST.fullmatch(text))


def heading_level(text: str) -> int:
    """Return 1 for a line that is a numbered heading in capitals, 2 for another short one in capitals, else 0."""
    bare = text.strip()
    letters = [letter for letter in bare if letter.isalpha()]
    if len(letters) < 4 or len(bare) > 120 or bare.endswith((".", ";", ",")):
        return 0
    capitals = sum(letter.isupper() for letter in letters) > 0.9 * len(letters)
    if not capitals or re.search(r"\d{3}|[(\[]\d", bare):
        return 0
    return 1 if _NUMBERED.match(bare) else 2 if len(letters) > 8 and " " in bare else 0
