"""Rows as CSV (RFC 4180) that no spreadsheet takes for formulas, and from which every text can be had back."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable

# What a spreadsheet runs when a cell begins with it; wide forms are taken for plain ones. The mark itself counts too,
# so that a text that begins with it has one more, and taking one away gives every text back.
LIKE_A_FORMULA = r"'*[=+\-@\t\r\n＝＋－＠]"
MARK = "'"
_LIKE_A_FORMULA = re.compile(LIKE_A_FORMULA)


def csv_text(head: Iterable[str], rows: Iterable[Iterable[object]]) -> str:
    """Return a head and rows as CSV; lists are joined with spaces, what is not known is empty."""
    return csv_rows([head]) + csv_rows(rows)


def csv_rows(rows: Iterable[Iterable[object]]) -> str:
    """Return rows as CSV without a head, so that those of several parts can be put one after another."""
    out = io.StringIO()
    csv.writer(out, lineterminator="\r\n").writerows([_cell(value) for value in row] for row in rows)
    return out.getvalue()


def guarded(text: str) -> str:
    """Return a text as a cell bears it: one that a spreadsheet would take for a formula has a mark before it."""
    return f"{MARK}{text}" if _LIKE_A_FORMULA.match(text) else text


def unguarded(text: str) -> str:
    """Return the text of a cell: its mark is taken away where there is one."""
    return text[1:] if text.startswith(MARK) and _LIKE_A_FORMULA.match(text) else text


def _cell(value: object) -> object:
    if isinstance(value, tuple | list):
        value = " ".join(map(str, value))
    if isinstance(value, str):
        return guarded(value)
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        return number_text(value)
    return "" if value is None else value


def number_text(value: float) -> str:
    """Return a number so that it reads back as the same, a whole one without a point."""
    return str(int(value)) if value.is_integer() and abs(value) < 2**53 else repr(value)
