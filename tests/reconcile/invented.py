"""Mentions for tests, made from a sentence and the fields that matter."""

from __future__ import annotations

import re

from sourcebook.model.finding import Mention
from sourcebook.model.identity import identifier


def mention(text, number, *, at=0, work="A work", **fields):
    """Return a mention of the number words in a text; `at` is which occurrence, the value is read from the digits."""
    starts = [match.start() for match in re.finditer(rf"(?<![\w,]){re.escape(number)}(?!\w)", text)]
    digits = re.sub(r"\D", "", number)
    value = float(digits) if digits else None
    given = {"low": value, "high": value, "page": "BY", "place": "BY"} | fields
    given.setdefault("title", work)
    given.setdefault("id", identifier("figure", work, text, number, str(at)))
    return Mention(
        passage=identifier("passage", work, text),
        work=work,
        number=number,
        text=text,
        start=starts[at],
        end=starts[at] + len(number),
        **given,
    )
