"""The bookmarks of a PDF, by page: its own account of which lines are headings."""

from __future__ import annotations

import pypdfium2 as pdfium

_MOST = 5000
_DEEPEST = 6


def headings(document: pdfium.PdfDocument) -> dict[int, tuple[tuple[str, int], ...]]:
    """Return the titles of the bookmarks that lead to each page, with their level from 1; a loop among them ends."""
    found: dict[int, list[tuple[str, int]]] = {}
    try:
        for count, mark in enumerate(document.get_toc(max_depth=_DEEPEST)):
            if count >= _MOST:
                break
            target = mark.get_dest()
            index = target.get_index() if target is not None else None
            title = " ".join(mark.get_title().split())
            if index is not None and len(title) > 2:
                found.setdefault(index + 1, []).append((title, mark.level + 1))
    except pdfium.PdfiumError:
        return {}
    return {page: tuple(titles) for page, titles in found.items()}
