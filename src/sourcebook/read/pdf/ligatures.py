"""Arabic letters drawn as one, lam and alef, which pdfium tells in the order of the page and not of reading."""

from __future__ import annotations

import re

from sourcebook.read.pdf.lines import Letters

_LAM = "\u0644"
_ALEF_LAM = re.compile("[\u0622\u0623\u0625\u0627]\u0644")


def in_reading_order(plain: str, letters: Letters) -> str:
    """Return a page's text with lam before alef where both are one drawn letter, which stands in one place.

    An alef and a lam of their own, as in the article, stand in two places and are left as they are.
    """
    if _LAM not in plain or not (found := _ALEF_LAM.search(plain)):
        return plain
    swapped = list(plain)
    for at in [one.start() for one in _ALEF_LAM.finditer(plain, found.start())]:
        if letters.left(at) == letters.left(at + 1) and letters.right(at) == letters.right(at + 1):
            swapped[at], swapped[at + 1] = swapped[at + 1], swapped[at]
    return "".join(swapped)
