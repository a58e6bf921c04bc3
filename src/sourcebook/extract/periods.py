"""When a figure was counted: its own date, its sentence's, or the one that a sentence before it carries over."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import Final

from msgspec.structs import replace

from sourcebook.extract.cues import Cue
from sourcebook.extract.dates import Date
from sourcebook.extract.drafts import Draft
from sourcebook.extract.passage import Passage
from sourcebook.extract.sentence import Sentence

_PUBLISHED: Final = re.compile(
    r"\b(?:published|released|compiled by|adopted|ratified|signed|enacted|established|expired|issued|passed"
    r"|entered into force|amended|launched|approved|presented|introduced|created|founded|updated"
    r"|drafted|opened|inaugurated|expires|due|planned for"
    r"|scheduled for)\b(?:\s[a-z]+){0,5}\s(?:in|on|of|for)\s(?:early |late |mid-)?$"
)
_CASE_OPENED: Final = re.compile(
    r"\b(?:investigations?|inquir(?:y|ies)|prosecutions?|proceedings|cases?|files?|probes?)\b(?:\s[a-z]+){0,5}"
    r"\s(?:was|were|been) (?:opened|launched|presented|approved) (?:in|during) $"
)
_SOURCE_NOUN: Final = re.compile(
    r"^\s(?:\w+\s){0,4}?(?:surveys?|study|studies|census|assessments?|estimates?|data|figures"
    r"|statistics|reports?|report)\b"
)
_LAW_NOUN: Final = re.compile(
    r"^\s(?!(?:the|a|an|its|their|his|her)\s)(?:[\w-]+\s){0,5}?(?:law|act|plan|convention|protocol|code|decree|constitution|agreement"
    r"|strategy|statute|bill|legislation|amendments?|election|elections|coup|earthquake|war|genocide"
    r"|crisis|treaty|directive|policy|resolution|programme|program|project)\b"
)
_SPOKEN: Final = Cue(
    r"\b(?:said|told|stated|warned|announced|wrote)(?:\s\w+){0,2}\s(?:in|on)\s(?:early |late |mid-)?$",
    "said told stated warned announced wrote",
)
_AGAINST: Final = Cue(
    r"\b(?:per ?cent on|% on|as in|than in|than|number in|number for|figure for|figure in|level in|level of|total in"
    r"|as (?:many|much) as in|than in the whole of|than in all of|compared (?:with|to)|over|rise on"
    r"|increase on|increase over|drop on"
    r"|up on|down on)\s(?:the\s)?$",
    "=in =for =of =with =to =over =on =than =as",
)
_ACCESSED: Final = Cue(
    r"\b(?:acc?essed|retrieved|viewed|downloaded|updated|cited|access date|last checked)(?: on)?[\s:]+$",
    "cessed retrieved viewed downloaded updated cited access checked",
)
_OF_LAW: Final = Cue(
    r"\b(?:law|act|code|decree|constitution|convention|protocol|resolution|plan|statute|earthquake|war|election|elections"
    r"|coup|tsunami|floods?|typhoon|cyclone|hurricane|famine|drought|revolution|massacre) (?:of|from|in) $",
    "law act code decree constitution convention protocol resolution plan statute earthquake war election coup tsunami "
    "flood typhoon cyclone hurricane famine drought revolution massacre",
)
SAME: Final = re.compile(r"\b(?:same|this|that|these|it|they)\b")
_DATED: Final = re.compile(r"\b(?:1[89]|20)\d\d\b|\b(?:period|year|month)s?\b")
FAR: Final = 200
_FIRST: Final = re.compile(r"\b(?:first|only|last|highest|lowest|most|fewest)(?: \w+){0,3} since $")
_RECORD: Final = re.compile(
    r"\b(?:most|highest|lowest|fewest|largest) (?:\w+ )?since (?:\w+ ){0,4}(?:began|started|opened) in $"
)
PERIODS: Final = frozenset({"when", "since", "annual"})


def _usable(sentence: Sentence, date: Date) -> bool:
    """Tell whether a date may be when something was counted, and not when a law was passed or a book came out."""
    if date.kind not in PERIODS:
        return date.kind != "until"
    low, start = sentence.low, sentence.start
    first = date.kind == "since" and _FIRST.search(low, max(start, date.start - 40), date.start)
    if first or _RECORD.search(low, max(start, date.start - 70), date.start):
        return False
    before = ((_OF_LAW, 30), (_SPOKEN, 24), (_ACCESSED, 24))
    if any(pattern.near(sentence, max(start, date.start - reach), date.start) for pattern, reach in before):
        return False
    after = low[date.end : min(sentence.end, date.end + 60)]
    if _CASE_OPENED.search(low, max(start, date.start - 70), date.start):
        return True
    if _SOURCE_NOUN.match(after):
        return True
    published = _PUBLISHED.search(low, max(start, date.start - 70), date.start)
    counted = published is not None and "#" in sentence.tags[sentence.at(published.start()) : sentence.at(date.start)]
    return not _LAW_NOUN.match(after) and (published is None or counted)


def _since_then(sentence: Sentence, date: Date) -> Date:
    """Read "Since the law was passed in April 2008": from then on, and not when something was counted."""
    before = sentence.low[max(sentence.start, date.start - 70) : date.start]
    if date.kind != "when" or not date.edtf or "/" in date.edtf or not _SINCE_CLAUSE.search(before):
        return date
    return replace(date, edtf=f"{date.edtf}/..", kind="since")


_SINCE_CLAUSE: Final = re.compile(
    r"\bsince (?:the|its|their|this|that|a|it|they) [^,;.]{0,50}\b(?:in|on) (?:early |late |mid-)?$"
)


def _only_compared(sentence: Sentence, date: Date) -> bool:
    """Read "Three times as many as in 2014": a date that only serves comparison."""
    return _AGAINST.near(sentence, max(sentence.start, date.start - 30), date.start) is not None


def _in_brackets(sentence: Sentence, at: int) -> bool:
    return sentence.depth(at) > 0


def _year(period: str | None) -> int | None:
    return int(period[:4]) if period and period[:4].isdigit() else None


def _shifted(period: str | None, by: int) -> str | None:
    year = _year(period)
    return None if year is None else f"{year + by:04}"


class PeriodReader:
    """Reads the periods of a passage's figures sentence by sentence, carrying the last date over."""

    def __init__(self) -> None:
        self.carried: str | None = None
        self.speaker = ""
        self.shifted: str | None = None
        self.low = ""

    def skip(self, passage: Passage, start: int, end: int) -> None:
        """Take notice of the dates of a sentence without figures: they end what was carried."""
        low = passage.low
        if self.carried is None or not _DATED.search(low, start, end):
            return
        for date in passage.dates(start, end):
            published = _PUBLISHED.search(low, max(start, date.start - 70), date.start)
            if date.kind in ("when", "since", "unnamed", "month") and not published:
                self.carried = None

    def read(self, sentence: Sentence, drafts: list[Draft]) -> None:
        """Set the periods of the figures of one sentence."""
        self.low, self.shifted = sentence.low, None
        if not sentence.dates:
            for at, draft in enumerate(drafts):
                self._one(draft, drafts, at, {}, {})
            return
        named = {k: self._in_year(sentence, k, date) for k, date in sorted(sentence.dates.items())}
        found = {k: _since_then(sentence, date) for k, date in named.items()}
        dates = {k: date for k, date in found.items() if date.kind == "since" or _usable(sentence, date)}
        dates = {k: date for k, date in dates.items() if _usable(sentence, date) or date != named[k]}
        compared = {k for d in drafts if d.compared for k in range(d.index, d.scope[1])}
        main = {k: d for k, d in dates.items() if k not in compared and not _only_compared(sentence, d)}
        deep = {k for k in main if _in_brackets(sentence, k)}
        if len(deep) < len(main):
            main = {k: d for k, d in main.items() if k not in deep}
        for at, draft in enumerate(drafts):
            self._one(draft, drafts, at, dates, main)
        _respectively(sentence, drafts, dates)
        carried = [
            date for k, date in sorted(main.items()) if date.kind in ("when", "since") and not _aside(sentence, k)
        ]
        if any(date.kind == "unnamed" for date in main.values()):
            self.carried = None
        if carried and len(carried) < sum(date.kind in ("when", "since") for date in main.values()):
            self.carried = None
        elif carried:
            self.carried = carried[-1].edtf
            self.speaker = _speaker(drafts[-1])

    def _one(self, draft: Draft, drafts: list[Draft], at: int, dates: dict[int, Date], main: dict[int, Date]) -> None:
        own = _own(draft, drafts, at, dates)
        if own is not None:
            self._take(draft, own, main)
        elif _standing(draft):
            draft.period_set = True
        elif draft.compared and not draft.peer:
            self._compared(draft, drafts, at, dates)
        else:
            date = _sentence_date(draft, main)
            if date is not None:
                self._take(draft, date, main)
            elif not any(d.kind in ("when", "since", "unnamed", "previous") for d in main.values()) and self._goes_on(
                draft
            ):
                draft.period = self.carried

    def _in_year(self, sentence: Sentence, at: int, date: Date) -> Date:
        """Give a month or a day the year that its sentence names before it, or the one that is carried over."""
        if date.kind != "month":
            return date
        before = [d.edtf for k, d in sorted(sentence.dates.items()) if k < at and d.kind == "when"]
        known = before[-1] if before else self.carried
        years = set(_YEARS.findall(known or ""))
        if len(years) != 1:
            return replace(date, edtf=None, kind="unnamed")
        return replace(date, edtf=f"{years.pop()}{date.edtf}", kind="when")

    def _goes_on(self, draft: Draft) -> bool:
        """Tell whether a sentence goes on from the one that named the date: months carry only to an unnamed subject."""
        speaker = _speaker(draft)
        if speaker and speaker != self.speaker and not SAME.search(speaker):
            return False
        if self.carried is None or len(self.carried) < 8 or "/" not in self.carried:
            return True
        sentence = draft.sentence
        named = sentence.text[sentence.starts[0] : sentence.starts[0] + 2].isupper()
        return not named and "P" not in sentence.tags[: draft.first]

    def _compared(self, draft: Draft, drafts: list[Draft], at: int, dates: dict[int, Date]) -> None:
        """Date a number of comparison that has no date of its own: the one date after its row, or none."""
        draft.period_set = True
        before = drafts[at - 1] if at else None
        if before is not None and before.compared and _in_brackets(draft.sentence, draft.index) and before.period:
            draft.period = before.period
            return
        for other in drafts[at + 1 :]:
            if not other.compared or other.series is draft.series:
                break
            date = _own(other, drafts, drafts.index(other), dates)
            if date is not None:
                self._take(draft, date, dates)
                return

    def _take(self, draft: Draft, date: Date, main: dict[int, Date]) -> None:
        draft.period_set = True
        draft.why["period"] = (date.start, date.end)
        if date.kind in ("when", "since"):
            draft.period = date.edtf
            if date.kind == "since" and draft.counts == "share":
                draft.period = _until_named(date, main)
        elif date.kind == "annual":
            draft.period = "annual"
        elif draft.counts == "share" and date.kind == "previous":
            named = [d.edtf for _, d in sorted(main.items()) if d.kind == "when"]
            draft.period = named[-1] if named else self.carried
        elif date.kind in ("previous", "next", "same"):
            named = [d.edtf for _, d in sorted(main.items()) if d.kind == "when" and d.start < date.start]
            base = named[-1] if named else self.carried
            if date.kind == "previous" and self.low.startswith(" that", date.end):
                base = self.shifted or base
            draft.period = (
                _in_year_after(self.low, date, base)
                if date.kind == "same"
                else _shifted(base, 1 if date.kind == "next" else -1)
            )
            self.shifted = draft.period


def _in_year_after(low: str, date: Date, base: str | None) -> str | None:
    """Read "the same period of 2008": the months of the period before, in the year that follows."""
    named = _OF_YEAR.match(low, date.end)
    years = set(_YEARS.findall(base or ""))
    return _YEARS.sub(named[1], base) if named and base and len(years) == 1 else base


_OF_YEAR: Final = re.compile(r"\s(?:of|in)\s((?:19|20)\d\d)\b")
_YEARS: Final = re.compile(r"\b\d{4}\b")


def _respectively(sentence: Sentence, drafts: list[Draft], dates: dict[int, Date]) -> None:
    """Read "482 and 425 victims in 2012 and 2013, respectively": as many dates as numbers, in their order."""
    if "respectively" not in sentence.words:
        return
    at = sentence.words.index("respectively")
    listed = [dates[k] for k in sorted(dates) if at - 12 < k < at and dates[k].kind == "when"]
    row = [draft for draft in drafts if draft.index < at and (not listed or draft.number.end < listed[0].start)]
    if len(listed) > 1 and len(row) >= len(listed):
        for draft, date in zip(row[-len(listed) :], listed, strict=True):
            draft.period, draft.period_set = date.edtf, True


def _standing(draft: Draft) -> bool:
    """Read "Each of the country's 13 districts": places that a text takes as known stand at all times."""
    sentence = draft.sentence
    before = sentence.words[max(0, draft.first - 1) : draft.index]
    if AT_A_TIME.match(sentence.phrase(draft.stop, min(len(sentence.tags), draft.stop + 5))):
        return True
    if draft.counts in ("places", "other") and draft.first and sentence.tags[draft.first - 1] == "s":
        return True
    return (
        draft.counts == "places"
        and bool({"the", "its", "'s", "their"} & set(before))
        and not {"in", "to"} >= set(before)
    )


AT_A_TIME: Final = re.compile(r"(?:[a-z]+ )?at (?:a|any one|any given|one) time\b")


def _speaker(draft: Draft) -> str:
    return draft.sentence.low[slice(*draft.said_by)] if draft.said_by else ""


def _until_named(date: Date, main: dict[int, Date]) -> str | None:
    """Read "A rise of 6 percent since 2014" in a sentence on 2015 runs from the one to the other."""
    named = [d.edtf for d in main.values() if d.kind == "when" and d.edtf and date.edtf and d.edtf > date.edtf]
    return f"{(date.edtf or '')[:-3]}/{named[0]}" if named else date.edtf


def _own(draft: Draft, drafts: list[Draft], at: int, dates: dict[int, Date]) -> Date | None:
    """Return the date inside a figure's scope, or right after it."""
    if not dates:
        return None
    if draft.sentence.tags[max(0, draft.first - 3) : draft.first] == "(Y:":
        return dates.get(draft.first - 2)
    if (k := _just_before(draft)) in dates:
        return dates[k]
    last = draft.scope[1]
    following = drafts[at + 1] if at + 1 < len(drafts) else None
    ceiling = following.first if following is not None and following.first >= last else last + 2
    aside = draft.sentence.tags.find(",r", draft.stop, last)
    last = min(last, aside) if aside >= 0 else last
    reach = range(draft.stop, max(last, min(draft.stop + 2, ceiling)))
    tags = draft.sentence.tags
    inside = [dates[k] for k in reach if k in dates and not _of_aside(draft, k) and tags[k - 1 : k + 2] != "(Y:"]
    if not draft.compared:
        inside = [date for date in inside if not _only_compared(draft.sentence, date)]
    named = [date for date in inside if date.kind != "unnamed"]
    found = named or inside
    return found[0] if found else None


def _just_before(draft: Draft) -> int:
    """Return the token of a date tied to a figure: "2007, when 11 were tried", "2016's 40"."""
    tags, k = draft.sentence.tags, draft.first - 1
    if tags[max(0, k - 1) : k + 1] == "Ys":
        return k - 1
    if draft.sentence.words[k - 1 : k + 1] in (["there", "were"], ["there", "was"]):
        k -= 2
    if k > 1 and draft.sentence.words[k] == "when" and tags[k - 2 : k] == "Y,":
        return k - 2
    return -1


def _aside(sentence: Sentence, at: int) -> bool:
    """Read "..., all of which were pending in March 2016": a date of what became of them later ends what is carried."""
    comma = sentence.tags.rfind(",", max(0, at - ASIDE), at)
    if comma <= 0 or "Y" not in sentence.tags[:comma] or "#" in sentence.tags[comma:at]:
        return False
    return LATER.match(sentence.phrase(comma + 1, at)) is not None


ASIDE: Final = 24
LATER: Final = re.compile(r"(?:(?:all|some|most|both|many|few|none) of )?(?:which|whom|who)\b")


def _in_closed_clause(draft: Draft, at: int) -> bool:
    """Read "the courts, which had convicted eight in 2012, reported none": the date belongs to the clause alone."""
    tags = draft.sentence.tags
    opening = tags.rfind(",r", max(0, at - FAR), at)
    closing = tags.find(",", at, at + 3)
    return (
        0 <= opening < closing < draft.index
        and "#" in tags[opening:at]
        and tags[closing + 1 : closing + 2] in tuple("EVbhm")
    )


def _of_aside(draft: Draft, at: int) -> bool:
    """Know the date of a number in brackets: "32 were convicted (24 in 2009)" tells nothing of the 32."""
    sentence = draft.sentence
    if sentence.depth(at) <= sentence.depth(draft.index):
        return False
    return "#" in sentence.tags[sentence.tags.rfind("(", max(0, at - FAR), at) : at]


def _owned(draft: Draft, at: int) -> bool:
    """Read "a fall on the previous year's 356, and 427 victims": a date with a possessive is of its number alone."""
    return draft.sentence.tags[at + 1 : at + 3] == "s#"


def _leads(draft: Draft, at: int, date: Date) -> bool:
    """Read "Each year 5,000 men", "put the number trafficked each year at 4,500": a rate ahead of its number."""
    sentence = draft.sentence
    between = set(sentence.tags[at + 1 : draft.index])
    each = sentence.low[date.start : date.end].startswith(("each", "every"))
    return each and not between & set("#;.:z") and (at == 0 or "," not in between)


def _sentence_date(draft: Draft, main: dict[int, Date]) -> Date | None:
    """Return the nearest date before a figure in its sentence, else the next one after it in its clause."""
    tokens = list(main)
    at = bisect_left(tokens, draft.index)
    for k in reversed(tokens[max(0, at - 9) : at]):
        if _owned(draft, k) and "#" in draft.sentence.tags[k + 1 : draft.index]:
            continue
        if (main[k].kind != "annual" or k <= 1 or _leads(draft, k, main[k])) and not _in_closed_clause(draft, k):
            return main[k]
    tags = draft.sentence.tags
    for k in tokens[at : at + 1]:
        if not set(tags[draft.stop : min(k, draft.stop + FAR)]) & set(";.:z"):
            return main[k]
    return None
