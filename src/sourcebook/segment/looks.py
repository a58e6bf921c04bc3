"""Access notes: the date they hold, whatever the typing, and whether they are plainly written."""

from __future__ import annotations

import re
from functools import lru_cache

from sourcebook.segment.token import Token
from sourcebook.vocabulary.dates import parse_date

_MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)"
)
_PLAIN = re.compile(
    rf"\[accessed (?:\d{{1,2}} {_MONTH} \d{{4}}|{_MONTH} \d{{1,2}}, \d{{4}}|{_MONTH} \d{{4}}|\d{{4}}"
    r"|\d{4}-\d\d(?:-\d\d)?|\d{1,2}/\d{1,2}/\d{2,4})\]"
)
_OPENER = re.compile(r"^[\s\[({]*(?:last\s+|date\s+)?(?P<word>[^\W\d_]+)(?:\s+on\b)?[\s:.,]*", re.IGNORECASE)


@lru_cache(maxsize=4096)
def access_date(text: str) -> str | None:
    """Return the EDTF date of an access note, or None where none can be made out."""
    opener = _OPENER.match(text)
    inside = text[opener.end() if opener else 0 :].strip(" []{}()\t\n.,")
    return parse_date(inside) or parse_date(" ".join(inside.split()))


def is_plainly_written(token: Token) -> bool:
    """Tell whether a note has the usual form on one line, so that its date says all."""
    return len(token.pieces) == 1 and bool(_PLAIN.fullmatch(token.text)) and access_date(token.text) is not None
