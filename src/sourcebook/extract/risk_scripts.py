"""Names of those harmed in scripts that have no capitals, by the words that languages put beside a person's name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

_WITHOUT_CAPITALS: Final = re.compile(
    r"[\u0590-\u0e7f\u1000-\u109f\u1200-\u137f\u1780-\u17ff\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7af]{2}",
)
# Arabic, Persian and Urdu: a victim, a girl, "called", and one to three words that are none of grammar's.
_ARABIC: Final = re.compile(
    r"(?:الضحية|الفتاة|الطفلة|الطفل|الشابة|تدعى|يدعى|اسمها|اسمه|المجني عليها|بنام|نامی)\s+"
    r"(?P<name>(?!التي|الذي|من\b|في\b|على|إلى|كان|قال|البالغ"
    r"|العمر)[\u0621-\u06ff]{3,}(?:\s+ا?ل?[\u0621-\u06ff]{3,})?)"
)
# Arabic: what was done to someone or what someone did, perhaps a people, and two or three words before a preposition.
_ARABIC_TOLD: Final = re.compile(
    r"(?:رجعت?|هربت?|كانت?|بيعت?|ا?خ?تطفت|خُ?طفت|أُ?جبرت|تعرضت|روت|عادت|نجت|احتجزت|وصلت|سافرت|عملت|توفيت|ماتت"
    r"|أُ?نقذت|حررت)\s+"
    r"(?:ال[\u0621-\u064a]+ي[ةه]?\s+)?(?P<name>(?!ال)[\u0621-\u064a]{3,}(?:\s+(?:بنت\s+|بن\s+"
    r"|ابن\s+)?[\u0621-\u064a]{3,}){1,3}?)"
    r"\s+(?=(?:في|من|عن|على|إلى|عندما|بعد|قبل|مع|لرجل|أن|بين)\s)"
)
_ARABIC_NOBODY: Final = re.compile(
    r"(?:^|\s)(?:هناك|هذه|هذا|تلك|ذلك|كل|بعض|معظم|حكومة|وزارة|منظمة|محكمة|شرطة|نساء|فتيات|أطفال|ضحايا|عصابة|شبكة"
    r"|قوات|دولة|مدينة"
    r"|قرية|أكثر|حوالي|نحو|عدة|قضية|حالة|عملية|ظاهرة|مشكلة|جريمة)(?:\s|$)"
)
# Hindi and Nepali: of a place, two words, and the ending of who does or of whom something is done to.
_HINDI: Final = re.compile(
    r"(?:\u0915\u0940|\u0915\u0947|\u0915\u093e|\u092a\u0940\u0921\u093c\u093f\u0924\u093e"
    r"|\u0928\u093e\u092c\u093e\u0932\u093f\u0917|\u0932\u0921\u093c\u0915\u0940)\s+"
    r"(?P<name>[\u0900-\u097f]{3,}\s+[\u0900-\u097f]{3,})\s+(?:\u0915\u094b|\u0928\u0947)(?=\s)"
    r"(?=.*(?:\u092c\u0947\u091a|\u0924\u0938\u094d\u0915\u0930|\u092c\u0902\u0927\u0915|\u0932\u094c\u091f"
    r"|\u092d\u093e\u0917|\u091b\u0941\u0921\u093c\u093e))"
)
# Thai: the titles of girls, boys, women and men before a name; those of officers are other ones.
_THAI: Final = re.compile(
    r"(?:เด็กหญิง|เด็กชาย|ด\.ญ\.|ด\.ช\.|น\.ส\.|นางสาว)\s?(?P<name>[\u0e00-\u0e7f]{2,}(?:\s[\u0e00-\u0e7f]{2,})?)"
)
# Korean and Japanese: a name before the words for Miss, Mr and a child's.
_EASTERN: Final = re.compile(
    r"(?P<name>[\uac00-\ud7af]{2,4}|[\u30a0-\u30ff\u4e00-\u9fff]{2,8})(?:\s?(?:\uc591|\uad70"
    r"|\uc528)(?![\uac00-\ud7af]{2})|(?:\u3061\u3083\u3093|\u3055\u3093|\u304f\u3093))"
)
# Chinese: a victim, a girl, "called", and two or three characters before a mark.
_CHINESE: Final = re.compile(
    r"(?:受害人|受害者|被害人|女孩|男孩|少女|名叫|叫做|姓名[::]?)(?P<name>[\u4e00-\u9fff]{2,3})(?=[\uff0c,\u3001\u3002(\uff08\uff1b;])"
)
_FEIGNED: Final = re.compile(r"化名|假名|仮名|가명|مستعار|काल्पनिक|बदला हुआ नाम|นามสมมติ")
# A few words of such a script in a passage of another: the name of a person of whom the passage tells.
_BESIDE: Final = re.compile(
    r"\b(?:girl|boy|woman|man|victim|survivor|child|daughter|son|named|called|mother|father"
    r"|name\s+is),?\s+\(?(?P<name>"
    r"[\u0590-\u0e7f\u1000-\u109f\u1200-\u137f\u1780-\u17ff\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7af]{2,}"
    r"(?:\s[\u0590-\u0e7f\u1000-\u109f\u1200-\u137f\u1780-\u17ff\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7af]+){0,3})"
)


def names_without_capitals(text: str) -> Iterator[tuple[int, int]]:
    """Yield where those harmed are named in scripts without capitals; none where a name is said to be feigned."""
    if not _WITHOUT_CAPITALS.search(text) or _FEIGNED.search(text):
        return
    for pattern in (_ARABIC, _ARABIC_TOLD, _HINDI, _THAI, _EASTERN, _CHINESE, _BESIDE):
        for found in pattern.finditer(text):
            if pattern is not _ARABIC_TOLD or not _ARABIC_NOBODY.search(found["name"]):
                yield found.span("name")
