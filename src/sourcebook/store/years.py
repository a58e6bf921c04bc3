"""The years that an EDTF date may stand for."""

from __future__ import annotations

import re

_YEAR = re.compile(r"(?:^|(?<=[\[{,/.]))(\d{4}|\d{3}X|\d{2}XX)(?=$|[-~?%,/\]}.])")


def years(edtf: str | None) -> tuple[int, int] | None:
    """Return the first and the last year that a date in EDTF may mean, or None where it names none.

    `[2004-02-03,2004-03-02]` gives 2004 and 2004, `199X` gives 1990 and 1999 (EDTF, Library of Congress 2019).
    """
    found = _YEAR.findall(edtf or "")
    if not found:
        return None
    return int(min(year.replace("X", "0") for year in found)), int(max(year.replace("X", "9") for year in found))
