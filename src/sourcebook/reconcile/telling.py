"""How a number is told: the sentence it stands in, whether it is hedged, and by what method it was reached."""

from __future__ import annotations

import re
from functools import lru_cache

from sourcebook.model.finding import Mention

_SENTENCE_END = re.compile(
    r"(?<![A-Z]\.)(?<!\b(?:Mr|Ms|Dr|No|St))(?<!\b(?:Mrs|Rep|etc|Gen|Sen|Gov|Col))[.!?][\"”’')\]]*\s+(?=[\"“‘(\[]?[A-Z0-9])"
)
_HEDGE = re.compile(
    r"\b(?:may|might|could|possibly|perhaps|probably|reportedly|allegedly|apparently|"
    r"(?:is|are|was|were)\s+(?:believed|thought|said|feared|suspected)|as many as|up to|some say|"
    r"it is (?:said|believed))\b",
    re.IGNORECASE,
)
_YEARLY = re.compile(
    r"(?i)\b(?:annually|yearly|per annum|(?:each|every|per|a) year\b(?!\s(?:ago|earlier|later|before|after)))"
)
_CITED = re.compile(
    r"(?i)\b(?:sp(?:eak|oke)s?\s+of|talk(?:s|ed)?\s+(?:of|about)|point(?:s|ed)?\s+to|cit(?:es?|ed|ing)|mention(?:s|ed)?|"
    r"refer(?:s|red)?\s+to|quot(?:es?|ed))\s+(?:\w+\s+){0,2}$"
)
_METHODS = (
    ("census", r"census"),
    ("survey", r"survey|questionnaire|interviews?\s+with|polled|household stud"),
    ("register", r"regist(?:er|ered|ry)|case\s?files?|criminal cases|court records|records? of|recorded|database"),
    ("count", r"counted|identified|head count|tall(?:y|ied)"),
    ("estimate", r"estimat\w+|guess\w*|believed|extrapolat\w+|calculat\w+"),
)
_ENQUIRY = re.compile(r"(?i)\b(?:surveys?|census(?:es)?|stud(?:y|ies)|enquir(?:y|ies)|questionnaires?|interviews)\b")
_ONE_BY_ONE = re.compile(r"(?i)\b(?:identif|regist|record|document|rescu|traced)")
_METHOD_WORDS = tuple((name, re.compile(rf"\b(?:{words})", re.IGNORECASE)) for name, words in _METHODS)
_CLAUSE = re.compile(r"[;:]|,\s+(?:and|but|while|whereas|although)\b|\b(?:while|whereas|although)\b")


def sentence_of(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the offsets of the sentence in which a span stands, without white space around it."""
    begin, stop = 0, len(text)
    for match in _SENTENCE_END.finditer(text):
        if match.end() <= start:
            begin = match.end()
        elif match.start() >= end:
            stop = match.start() + len(match[0].rstrip())
            break
    sentence = text[begin:stop]
    return begin + len(sentence) - len(sentence.lstrip()), stop - len(sentence) + len(sentence.rstrip())


def quote_of(mention: Mention) -> str:
    """Return the sentence in which a mention's number stands, as written."""
    return _sentence(mention.text, mention.start, mention.end)


@lru_cache(maxsize=4096)
def _sentence(text: str, start: int, end: int) -> str:
    begin, stop = sentence_of(text, start, end)
    return text[begin:stop]


def hedged(mention: Mention) -> bool:
    """Tell whether the clause of the number says that it may be so, and not that it is."""
    begin, stop = sentence_of(mention.text, mention.start, mention.end)
    for match in _CLAUSE.finditer(mention.text, begin, stop):
        if match.end() <= mention.start:
            begin = match.end()
        elif match.start() >= mention.end:
            stop = match.start()
            break
    return bool(_HEDGE.search(mention.text, begin, stop))


def asserted(mention: Mention) -> bool:
    """Tell whether a mention says that it is so: unhedged, and no bare number that is cited or spoken of."""
    lead = mention.text[max(mention.start - 60, 0) : mention.start]
    return not hedged(mention) and not _CITED.search(lead)


def yearly(mention: Mention) -> bool:
    """Tell whether a mention gives a rate and no total, by its period or by the words of its sentence."""
    return mention.period == "annual" or bool(_YEARLY.search(quote_of(mention)))


def method(mention: Mention) -> str | None:
    """Return how the number was reached as far as its sentence says: census, survey, register, count or estimate."""
    quote = quote_of(mention)
    for name, words in _METHOD_WORDS:
        if words.search(quote):
            return name
    return None


def status_told(mention: Mention) -> str | None:
    """Return the status that is said, else `estimated` where victims are given as a rough number of all there are."""
    if mention.status or mention.counts != "victims":
        return mention.status
    return "estimated" if mention.qualifier in ("about", "at_most", "between") or mention.period == "annual" else None


def standing(mention: Mention) -> str | None:
    """Return how a number was reached, as far as it can drift: what a survey found is an estimate.

    A yearly rate by itself tells nothing of it.
    """
    quote = quote_of(mention)
    if mention.status in ("identified", None) and _ENQUIRY.search(quote) and not _ONE_BY_ONE.search(quote):
        return "estimated"
    if mention.status or mention.period == "annual":
        return mention.status
    return status_told(mention)
