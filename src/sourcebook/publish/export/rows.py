"""Rows as CSV (RFC 4180) that no spreadsheet takes for formulas."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable

FORMULA = ("=", "+", "-", "@", "\t", "\r")


def csv_text(head: Iterable[str], rows: Iterable[Iterable[object]]) -> str:
    """Return a head and rows as CSV; lists are joined with spaces, what is not known is empty."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(head)
    writer.writerows([_cell(value) for value in row] for row in rows)
    return out.getvalue()


def _cell(value: object) -> object:
    if isinstance(value, tuple | list):
        value = " ".join(map(str, value))
    if value is None:
        return ""
    # A text that begins like a formula is one to a spreadsheet; the mark before it says that it is a text.
    return f"'{value}" if isinstance(value, str) and value.startswith(FORMULA) else value
