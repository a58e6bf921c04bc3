"""Taking a reference's address, days and notes out of its text, so that its credit and title remain."""

from __future__ import annotations

import re
from typing import NamedTuple

from sourcebook.vocabulary.dates import DateMatch, dates_in
from sourcebook.vocabulary.foreign_months import months_in_english

BREAK = "\u00a6"
"""Stands where a bracketed flag such as "[online]" stood: what is before it ends there."""

_ADDRESS = re.compile(r"(?:https?://|ftp://|www\.)[^\s<>\"\u201c\u201d]+", re.IGNORECASE)
_LEADING = re.compile(
    r"(?:[\[(]?\b(?:available|retrieved|online|accessible|disponible|recuperado|dispon[\u00ed]vel|abrufbar|verf\u00fcgbar|url|doi|en)"
    r"(?:\s+(?:online|from|at|on|sur|en|de|em|unter|in|internet))*\s*:?|<)\s*$",
    re.IGNORECASE,
)
_BARE_ADDRESS = re.compile(r"(?<![\w@./])(?:[a-z0-9-]+\.)+[a-z]{2,10}/[^\s<>\"]*", re.IGNORECASE)
_SPACED_FILE = re.compile(r"(?:\s\S+){0,8}?\s?\S*\.(?:pdf|docx?|xlsx?|html?)\b(?=[.\s]*$)", re.IGNORECASE)
_LOOKED = re.compile(
    r"[\[(]?\s*\b(?:previously\s+|last\s+|date\s+)?(?:accessed|cited|retrieved|visited|viewed|consulted"
    r"|consult[\u00e9e]e?(?:\s+le)?|consultado(?:\s+el)?|acessado(?:\s+em)?|acesso(?:\s+em)?|abgerufen(?:\s+am)?"
    r"|zugriff(?:\s+am)?|geraadpleegd(?:\s+op)?"
    r"|\u0434\u0430\u0442\u0430 \u043e\u0431\u0440\u0430\u0449\u0435\u043d\u0438\u044f)\b"
    r"\s*(?:on\b|:|,)?\s*",
    re.IGNORECASE,
)
_NOTE = re.compile(
    r"(?:^|(?<=[.\]\u00a6/]\s)|(?<=\s\s))(?:For\s+(?:more|further)\s+information|Please\s+see|Data\s+provided\s+is"
    r"|Reliable\s+statistical|See\s+also|This\s+(?:measure|statistic|ratio)\s+is)\b",
)
_FLAG = re.compile(
    r"[\[(]\s*(?:previously\s+)?(?:on-?line|source\s+on\s+file|on\s+file[^\])]*|hard\s*copy[^\])]*|internet|website|web"
    r"|(?:doctoral\s+|master[\u2019']s\s+|ph\.?d\.?\s+)?(?:dissertation|thesis)|en\s+l[\u00edi]nea|en\s+ligne|pdf|electronic|accessed|cited|video|radio|n\.?d\.?)\s*[\])]"
    r"|\b(?:so?u?rce\s+on\s+file|previously\s+online)\b",
    re.IGNORECASE,
)
_CUE = re.compile(
    r"[,;(]?\s*\b(?P<word>enacted|enacte|published|adopted|promulgated|signed|issued|released|submitted|received"
    r"|passed|posted|updated|amended|effective|entered\s+into\s+force|approved|dated|analysis\s+received)"
    r"\s*(?:on\b|in\b|:|\.)?\s*[:]?\s*$",
    re.IGNORECASE,
)
_BEFORE = re.compile(r"(?:^|[.,;:\])\u00a6\u201d\"?!/\u2013\u2014]|\bDC|\b(?:c|ca|circa)\.)\s*$")
_AFTER = re.compile(r"\s*(?:[a-h]?\s*(?:$|[.,;:\[)\u00a6(\u2013\u2014])|https?:|Report\b|with\b|[a-h]\b|\d+\s*pp?\b)")
_FIRST_CUES = frozenset({"enacted", "published", "adopted", "promulgated", "signed", "issued", "released", "passed"})
_OPEN_WORDS = re.compile(r"\b(?:enacted|published|submitted|issued|accessed|cited)\s*:?\s*$", re.IGNORECASE)
_LETTERED = re.compile(r"\b((?:19|20)\d\d)[a-h](?=[.,;\s]|$)")
"""A year with the letter that tells two works of one year apart; the letter is none of the date."""
_TITLE_YEAR = re.compile(r"\b((?:19|20)\d\d)\b(?![\d/\u2013-])")


_YEAR_FIRST = re.compile(
    r"(?:(?<=[.;:,)\]]\s)|(?<=[.;:,(\[]))(?P<year>(?:19|20)\d\d)\s+(?P<month>Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)\b\.?(?:\s+(?P<day>\d{1,2})\b(?!\s*:))?"
    r"(?=\s*[;.,\]\[)]|\s*$)"
)
_DOI = re.compile(r"\bdoi:\s*(10\.\d{4,}/[^\s<>\"]+)", re.IGNORECASE)
_PINPOINT = re.compile(
    r"\s*[,.;]?\s*(?<!\w)(?:\(?(?:pp?\.?|S\.|cols?\.|sections?|paras?\.?|\u00a7\u00a7?|ss?\.?|c\.|arts?\.)\s*\d[\w.]*(?:\(\d+\))?"
    r"(?:\s*[,\u2013-]\s*\d[\w.]*)*(?:\s*ff?\b\.?)?\)?"
    r"|\d{1,4}\s*pp?|\((?:United\s+Nations\s+publication|Sales\s+No)[^()]*\))\.?(?P<flags>(?:\s*\u00a6\s*)*)$"
)
_BOXED = re.compile(r"(?:https?://|www\.)\S+\s+(?P<box>\[(?P<day>\d{1,2}\s[^\W\d_]{3,9}\.?\s\d{4})\])")
"""A day in square brackets behind an address, on which it was looked at."""
_LEADS_TO_DATE = re.compile(r"\s+(?:of|du|de|del|vom)$")
_MONTH = re.compile(r"\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?,?\s*$")
_IN_BRACKET = re.compile(
    r"\([^()]*[^\s\d()\u2013-]?[\s,](?P<year>(?:19|20)\d\d)\)|\((?P<first>(?:19|20)\d\d)(?=,\s*(?:[Vv]ol|[Nn]o)\b)|\[(?P<alone>(?:19|20)\d\d)\]|(?<=:)(?P<filed>(?:19|20)\d\d)(?=:\d)"
)


class Found(NamedTuple):
    """A value taken out of a text and its span there."""

    value: str
    start: int
    end: int


class Fields(NamedTuple):
    """What was taken out of a reference, and what was before and among it: credit, title and what follows them."""

    core: str
    url: str | None
    issued: str | None
    accessed: str | None


def read_fields(text: str) -> Fields:
    """Return a reference's address, dates and the rest of it."""
    text, told = months_in_english(text)
    text = _YEAR_FIRST.sub(_day_first, text)
    address = _address(text)
    text = _LETTERED.sub(r"\1 ", text)
    accessed = _accessed(text)
    hidden = _hide(text, [span for span in (address, accessed) if span is not None])
    hidden = _OPEN_WORDS.sub("", _FLAG.sub(f" {BREAK} ", hidden).rstrip(" .;,")).rstrip()
    note = _NOTE.search(hidden)
    core = without_pinpoint(hidden[: note.start()] if note else hidden)
    issued = _issued(core, address) or _bracketed(core)
    if issued is not None:
        before = _LEADS_TO_DATE.sub("", core[: issued.start].rstrip())
        core = without_pinpoint(f"{before} {BREAK} {core[issued.end :]}")
    for english, written in told:
        core = core.replace(english, written)
    return Fields(
        core=core,
        url=address.value if address else None,
        issued=issued.value if issued else _year_of_title(core),
        accessed=accessed.value if accessed else None,
    )


def _day_first(found: re.Match[str]) -> str:
    return " ".join(part for part in (found["day"], found["month"], found["year"]) if part)


def without_pinpoint(core: str) -> str:
    """Return a reference without the place in the work that it points to at its end: ", p. 45", "paras 3-5"."""
    while (found := _PINPOINT.search(core)) is not None and found.start() > 0:
        core = core[: found.start()] + found["flags"]
    return core


def _bracketed(core: str) -> Found | None:
    """Return the year that closes a bracket, or stands alone in a square one, as notes on law set it."""
    found = [one for one in _IN_BRACKET.finditer(core) if not _MONTH.search(core[: one.start(one.lastgroup or 0)])]
    if not found:
        return None
    year = found[-1]
    return Found(year[year.lastgroup or 0], *year.span(year.lastgroup or 0))


def _address(text: str) -> Found | None:
    found = _ADDRESS.search(text) or _BARE_ADDRESS.search(text)
    if found is None:
        doi = _DOI.search(text)
        if doi is None:
            return None
        name = _trimmed(doi[1])
        return Found(f"https://doi.org/{name}", doi.start(), doi.start(1) + len(name))
    end = found.end()
    if more := _SPACED_FILE.match(text, end):
        end = more.end()
    value = _trimmed(text[found.start() : end])
    begins = _LEADING.search(text[: found.start()])
    return Found(value.replace(" ", "%20"), begins.start() if begins else found.start(), found.start() + len(value))


def _trimmed(address: str) -> str:
    """Cut off what closes the sentence around an address, and a bracket that opens outside it."""
    while address and address[-1] in ".,;'\u2019\u201d>])":
        last = address[-1]
        pair = {")": "(", "]": "["}.get(last)
        if pair and address.count(pair) >= address.count(last):
            break
        address = address[:-1]
    return address


def _accessed(text: str) -> Found | None:
    """Return the day on which a reference says that it was looked at."""
    for words in _LOOKED.finditer(text):
        for date in dates_in(text[words.end() : words.end() + 40]):
            if date.start > 4:
                break
            end = words.end() + date.end
            closing = re.match(r"\s*[\])]", text[end:])
            return Found(date.edtf, words.start(), end + (closing.end() if closing else 0))
    if (boxed := _BOXED.search(text)) is not None and (dates := dates_in(boxed["day"])):
        return Found(dates[0].edtf, *boxed.span("box"))
    return None


def _hide(text: str, spans: list[Found]) -> str:
    for span in sorted(spans, key=lambda span: span.start, reverse=True):
        text = f"{text[: span.start]} {BREAK} {text[span.end :]}"
    return text


def _issued(core: str, address: Found | None) -> Found | None:
    """Return the date of issue: one behind a word that says so, else the last that stands by itself."""
    limit = address.start if address else len(core)
    cued: list[tuple[int, Found]] = []
    alone: list[Found] = []
    for date in dates_in(core):
        before = core[max(0, date.start - 40) : date.start]
        if cue := _CUE.search(before):
            start = date.start - len(before) + cue.start()
            first = cue["word"].lower() in _FIRST_CUES
            cued.append((0 if first else 1, Found(date.edtf, start, date.end)))
        elif _stands_alone(core, date):
            alone.append(Found(date.edtf, date.start, date.end))
    firsts = [found for rank, found in cued if rank == 0]
    seconds = [found for rank, found in cued if rank == 1]
    if firsts:
        return firsts[0]
    if seconds or not alone:
        return seconds[0] if seconds else None
    return ([found for found in alone if found.start <= limit] or alone)[-1]


def _stands_alone(core: str, date: DateMatch) -> bool:
    if _in_brackets(core, date.start):
        return bool(_OPENED.search(core[: date.start])) and core[date.end : date.end + 1].startswith(")")
    placed = bool(_BEFORE.search(core[: date.start])) or (
        date.kind in {"day", "month"} and bool(re.search(r"[\w)]\s*$", core[: date.start]))
    )
    return placed and bool(_AFTER.match(core, date.end))


_OPENED = re.compile(r"\($|\(\s*[^()]{2,60}:[^()]{2,80},\s*$|\(\s*[^\W\d_a-z][^()\d]{2,60},\s*$")


def _in_brackets(core: str, at: int) -> bool:
    return core.count("(", 0, at) > core.count(")", 0, at)


def _year_of_title(core: str) -> str | None:
    """Return the year at the end of a title that no other date follows, as in "Annual Report 2012"."""
    years = _TITLE_YEAR.findall(core.rstrip(f" .;,{BREAK}"))
    tail = core.rstrip(f" .;,){BREAK}")
    return years[-1] if years and tail.endswith(years[-1]) else None
