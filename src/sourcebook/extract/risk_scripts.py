"""Names of those harmed in scripts that have no capitals, by the word for a victim or "named" before them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

_WITHOUT_CAPITALS: Final = re.compile(
    r"[\u0590-\u0e7f\u1000-\u109f\u1200-\u137f\u1780-\u17ff\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7af]{2}",
)
# Arabic, Persian and Urdu: a victim, a girl, "called", and one to three words that are none of grammar's.
_ARABIC: Final = re.compile(
    r"(?:\u0627\u0644\u0636\u062d\u064a\u0629|\u0627\u0644\u0641\u062a\u0627\u0629"
    r"|\u0627\u0644\u0637\u0641\u0644\u0629|\u0627\u0644\u0637\u0641\u0644"
    r"|\u0627\u0644\u0634\u0627\u0628\u0629|\u062a\u062f\u0639\u0649|\u064a\u062f\u0639\u0649"
    r"|\u0627\u0633\u0645\u0647\u0627|\u0627\u0633\u0645\u0647"
    r"|\u0627\u0644\u0645\u062c\u0646\u064a \u0639\u0644\u064a\u0647\u0627|\u0628\u0646\u0627\u0645"
    r"|\u0646\u0627\u0645\u06cc)\s+"
    r"(?P<name>(?!\u0627\u0644\u062a\u064a|\u0627\u0644\u0630\u064a|\u0645\u0646\b|\u0641\u064a\b|\u0639\u0644\u0649"
    r"|\u0625\u0644\u0649|\u0643\u0627\u0646|\u0642\u0627\u0644"
    r"|\u0627\u0644\u0628\u0627\u0644\u063a"
    r"|\u0627\u0644\u0639\u0645\u0631)[\u0621-\u06ff]{3,}(?:\s+\u0627\u0644?[\u0621-\u06ff]{3,})?)"
)
# Chinese: a victim, a girl, "called", and two or three characters before a mark.
_CHINESE: Final = re.compile(
    r"(?:\u53d7\u5bb3\u4eba|\u53d7\u5bb3\u8005|\u88ab\u5bb3\u4eba|\u5973\u5b69|\u7537\u5b69|\u5c11\u5973"
    r"|\u540d\u53eb|\u53eb\u505a|\u59d3\u540d[::]?)"
    r"(?P<name>[\u4e00-\u9fff]{2,3})(?=[\uff0c,\u3001\u3002(\uff08\uff1b;])"
)
_FEIGNED: Final = re.compile(r"\u5316\u540d|\u5047\u540d|\u0645\u0633\u062a\u0639\u0627\u0631")
# A few words of such a script in a passage of another: the name of a person of whom the passage tells.
_BESIDE: Final = re.compile(
    r"\b(?:girl|boy|woman|man|victim|survivor|child|daughter|son|named|called|mother|father|name\s+is),?\s+\(?(?P<name>"
    r"[\u0590-\u0e7f\u1000-\u109f\u1200-\u137f\u1780-\u17ff\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7af]{2,}"
    r"(?:\s[\u0590-\u0e7f\u1000-\u109f\u1200-\u137f\u1780-\u17ff\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7af]+){0,3})"
)


def names_without_capitals(text: str) -> Iterator[tuple[int, int]]:
    """Yield where those harmed are named in scripts without capitals; none where a name is said to be feigned."""
    if not _WITHOUT_CAPITALS.search(text) or _FEIGNED.search(text):
        return
    for pattern in (_ARABIC, _CHINESE, _BESIDE):
        for found in pattern.finditer(text):
            yield found.span("name")
