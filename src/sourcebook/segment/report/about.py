"""What a report is about and when it is from, told from its own words: its country, its year, its page's key."""

from __future__ import annotations

import re
from collections import Counter

from sourcebook.model.report import Report
from sourcebook.vocabulary.countries import countries_in, find_country
from sourcebook.vocabulary.folding import fold

_WORD = re.compile(r"[a-z0-9]+")
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_FIRST = 3
_LEAST_NAMED, _LEAST_SHARE = 3, 0.5
_LONGEST_KEY = 60
KEY: str = "report"


def cites(report: Report) -> bool:
    """Tell whether a document has references of its own, to which its text points."""
    return bool(report.references) and any(block.marks for block in report.blocks)


def report_place(report: Report) -> str | None:
    """Return the code of the country that a report is about: its title or first heading alone, else the one named most.

    Where none is named as often as all others together, a title that names one country tells it; else None.
    """
    title = report.title or ""
    for text in (title, *(block.text for block in report.blocks[:_FIRST])):
        if code := find_country(text):
            return code
    told = Counter(match.code for block in report.blocks for match in countries_in(block.text))
    if told:
        code, often = told.most_common(1)[0]
        if often >= _LEAST_NAMED and often >= _LEAST_SHARE * told.total():
            return code
    named = {match.code for match in countries_in(title)}
    return named.pop() if len(named) == 1 else None


def report_key(report: Report) -> str:
    """Return the key under which a report's page stands beside its country's others: its title and its year.

    Two states of one report have one key, and two years' reports of one title have two.
    """
    words = _WORD.findall(fold(report.title or "").text.lower())
    year = _year(report)
    told = [KEY, *([year] if year and year not in words else []), *words]
    kept: list[str] = []
    for word in told:
        if len("-".join([*kept, word])) > _LONGEST_KEY:
            break
        kept.append(word)
    return "-".join(kept)


def _year(report: Report) -> str | None:
    told = (report.title, report.series, report.issued)
    return next((found[0] for text in told if text and (found := _YEAR.search(text))), None)
