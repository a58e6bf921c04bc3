"""How a number is said: exactly, about, at least, at most, between; and the words before it that belong to it."""

from __future__ import annotations

import re
from typing import Final

from sourcebook.extract.cues import Cue
from sourcebook.extract.drafts import Draft
from sourcebook.vocabulary.lexicon import grammar, word_set

_LISTS: Final[dict[str, list[str]]] = grammar()["qualifiers"]


def _alternatives(*names: str) -> str:
    phrases = sorted((p for name in names for p in _LISTS[name]), key=len, reverse=True)
    return "|".join(re.escape(phrase) for phrase in phrases)


def _cues(*names: str) -> str:
    """Return the longest word of each phrase: none is said without it."""
    return " ".join({"=" + max(re.findall("[a-z]+", phrase), key=len) for name in names for phrase in _LISTS[name]})


_BEFORE: Final = Cue(
    rf"(?<![\w])(?<!twice )(?<!times )(?<!half )(?<!double )"
    rf"(?:(?P<at_least>{_alternatives('at_least')})|(?P<at_most>{_alternatives('at_most')})"
    rf"|(?P<about>{_alternatives('about')})|(?P<estimate>estimat(?:es?|ed|ing)(?:\sthat)?(?:\sthere\s(?:are|were))?))"
    r"\s(?:a\stotal\sof\s|an?\s(?:additional\s|estimated\s)?|the\s|another\s|estimated\s"
    r"|as\smany\sas\s)?(?:us|a|c|hk|nz)?[$€£¥₹]?\s?$",
    _cues("at_least", "at_most", "about") + " estimat",
)
_AFTER: Final = Cue(
    rf"\s?,?\s?(?:(?P<at_least>{_alternatives('at_least_after')})|(?P<at_most>{_alternatives('at_most_after')})"
    rf"|(?P<about>{_alternatives('about_after')}))\b(?!\s(?:one|two|\d))",
    _cues("at_least_after", "at_most_after", "about_after"),
)
_SPREAD: Final = re.compile(
    r"\b(?:spread|hand(?:ed|ing)?|turn(?:ed|ing)?|take|took|taken|scattered|distributed"
    r"|stretch\w*|took place|spanning|carried out|held) $"
)
_LEAD: Final = re.compile(
    r"(?:\b(?:a|the)\s(?:(?:grand\s|combined\s|overall\s)?total|number|maximum"
    r"|minimum)\s(?:number\s)?of|\b(?:the|these|those|an|another|a|its|their|his|her|all|only|just"
    r"|additional|further|first|last|other|estimated|remaining|some of the|all of the|or))\s$"
)
_LEAD_WORDS: Final = word_set("lead_words")


# "Fewer than the 104 convicted before" compares with a number that is exact.
_THAN_THE: Final = re.compile(r"\bthan the\s?$")


def _reach(low: str, floor: int, start: int) -> int:
    """Return where the articles and fillers before an offset begin ("a total of", "another")."""
    for _ in range(4):
        lead = _LEAD.search(low, max(floor, start - 28), start)
        if lead is None:
            break
        start = lead.start()
    return start


def _led(draft: Draft) -> bool:
    """Tell whether the word before a number may be an article or a filler."""
    return draft.index > 0 and draft.sentence.words[draft.index - 1].rpartition(" ")[2] in _LEAD_WORDS


def qualify(draft: Draft) -> None:
    """Set the qualifier and bounds of a figure, and extend its phrase to the left over the words that qualify it."""
    sentence, number = draft.sentence, draft.number
    low = sentence.low
    start = number.start
    kind = ""
    before = _BEFORE.near(sentence, max(sentence.start, start - 48), start)
    if before is not None:
        kind = before.lastgroup or ""
        if before[0].startswith("over ") and _SPREAD.search(
            low, max(sentence.start, before.start() - 20), before.start()
        ):
            kind = ""
        if kind in ("at_least", "at_most") and _THAN_THE.search(before[0]):
            kind = ""
        start = before.start() if kind != "estimate" else start
        if kind:
            draft.why["qualifier"] = before.span(kind)
    else:
        after = _AFTER.at(sentence, number.end, min(sentence.end, number.end + 20))
        if after is None and 0 <= draft.head == draft.stop - 1:
            end = sentence.ends[draft.head]
            after = _AFTER.at(sentence, end, min(sentence.end, end + 20))
        if after is not None:
            kind = after.lastgroup or ""
            draft.why["qualifier"] = after.span(kind)
    if before is not None or _led(draft):
        start = _reach(low, sentence.start, start)
    draft.first = min(draft.index, sentence.at(start))
    if draft.head < 0 and sentence.words[draft.first] in ("these", "those") and draft.index > draft.first > 0:
        draft.first += sentence.words[draft.first - 1] in ("of", "among")
    if draft.first and sentence.tags[draft.first - 1] == "$":
        draft.first -= 1
    _bound(draft, "about" if kind == "estimate" else kind)


def _bound(draft: Draft, kind: str) -> None:
    number = draft.number
    if number.kind == "range":
        draft.qualifier = "between"
    elif kind:
        draft.qualifier = kind
        if kind == "at_least":
            draft.high = None
        elif kind == "at_most":
            draft.low = None
