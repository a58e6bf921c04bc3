"""What is said of a text with marks whose list of references is not printed: "References on file"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from sourcebook.model import Problem
from sourcebook.segment.report.lines import Line

_ON_FILE = re.compile(
    r"\W*(?:(?:the\s+)?(?:list\s+of\s+)?(?:references?|sources?|(?:end|foot)?notes|citations))\s+(?:are\s+|is\s+)?(?:kept\s+|held\s+)?"
    r"(?:on\s+file|available\s+(?:up)?on\s+request)\b.{0,40}",
    re.IGNORECASE,
)
_MARK = re.compile(r"[.!?\u201d)\w]\s?[(\[](\d{1,3}(?:\s*[,;\u2013-]\s*\d{1,3})*)[)\]](?=\s|$)")
_LEAST = 5


def unlisted(lines: Sequence[Line]) -> list[Problem]:
    """Return what is to be said of a text in which no list of references was found: nothing where it has no marks."""
    on_file = next((line for line in lines if _ON_FILE.fullmatch(line.text.strip())), None)
    if on_file is not None:
        what = f"It says “{on_file.text.strip()}” and prints no list, so that nothing stands behind its marks."
        return [Problem(what=what, offset=on_file.start)]
    marked = {mark for line in lines for mark in _MARK.findall(line.text)}
    numbers = {int(number) for mark in marked for number in re.findall(r"\d+", mark)}
    if len(marked) < _LEAST or not set(range(1, _LEAST + 1)) <= numbers:
        return []
    return [Problem(what="Its text has marks such as (1) and (2), but no list of references was found.")]
