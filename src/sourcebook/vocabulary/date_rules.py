"""The shapes in which English writes dates, each a pattern of bounded length and the EDTF it stands for."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

from sourcebook.vocabulary.edtf import is_edtf
from sourcebook.vocabulary.months import month_number, slipped_month

IMPOSSIBLE = ""  # has the shape of a date, but no such day was: its parts must not be read as another date
PIVOT = 50  # two digits: 00-49 are 2000-2049, 50-99 are 1950-1999

_LISTING = frozenset(("or", "and", "&"))

Groups = dict[str, str | None]
Reading = Callable[[Groups], str | None]

_SEASONS = {"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24}
_ORDINALS = {"first": 1, "1st": 1, "second": 2, "2nd": 2, "third": 3, "3rd": 3, "fourth": 4, "4th": 4, "last": 4}


class Rule(NamedTuple):
    """A shape of a date and the function that reads its groups: EDTF, IMPOSSIBLE, or None when it is no date."""

    pattern: re.Pattern[str]
    read: Reading


def _years(digits: str) -> int:
    number = int(digits.lstrip("'"))
    return number if number >= 100 else number + (2000 if number < PIVOT else 1900)


def _checked(edtf: str) -> str:
    return edtf if is_edtf(edtf) else IMPOSSIBLE


def _written(year: int, month: int = 0, day: int = 0) -> str:
    return f"{year:04}" + (f"-{month:02}" if month else "") + (f"-{day:02}" if day else "")


def _day(year: int, month: int, day: int) -> str:
    return _checked(f"{year:04}-{month:02}-{day:02}")


def _put_together(joint: str, first: str, last: str) -> str:
    """Join two dates as the word between them says; an interval that ends before it begins is impossible."""
    if not (is_edtf(first) and is_edtf(last)):
        return IMPOSSIBLE
    if joint == "or":
        return _checked(f"[{first},{last}]")
    if joint in _LISTING:
        return _checked(f"{{{first},{last}}}")
    return _checked(f"{first}/{last}") if first != last else first


def joined(joint: str, first: str, last: str) -> str:
    """Return one date of two and of the word or sign between them: "or", "to", "-" and the like."""
    return _put_together(joint.strip().casefold(), first, last)


def _month(word: str, *, beside_day: bool) -> int | None:
    return month_number(word) or slipped_month(word, 4 if beside_day else 7)


def _single(groups: Groups) -> str | None:
    """Read a date of one month, with or without its day."""
    day = groups.get("d")
    month = _month(groups["m"] or "", beside_day=bool(day))
    year = _years(groups["y"] or "")
    if not month or year < 1500:
        return None
    return _written(year, month) if day is None else _day(year, month, int(day))


def _span(groups: Groups) -> str | None:
    """Read two dates that share what only one of them says: "10-12 February 2003", "March-April 2010"."""
    names = [groups.get("m") or groups["n"] or "", groups.get("n") or groups["m"] or ""]
    first, last = (_month(name, beside_day="d" in groups) for name in names)
    year = int(groups["y"] or 0)
    if not (first and last) or year < 1500:
        return None
    joint = "to" if groups.get("between") else (groups["joint"] or "").strip().casefold()
    began = year - 1 if first > last and joint not in _LISTING else year
    if "e" not in groups:
        return _put_together(joint, _written(began, first), _written(year, last))
    return _put_together(joint, _day(began, first, int(groups["d"] or 0)), _day(year, last, int(groups["e"] or 0)))


def _numeric(groups: Groups) -> str | None:
    """Read day, month and year in figures; where both orders are possible days, both are kept."""
    first, second = int(groups["a"] or 0), int(groups["b"] or 0)
    year = _years(groups["y"] or "")
    if year < 1500:
        return None
    real = sorted({_day(year, second, first), _day(year, first, second)} - {IMPOSSIBLE})
    return f"[{','.join(real)}]" if len(real) == 2 else real[0] if real else IMPOSSIBLE


def _iso(groups: Groups) -> str | None:
    year = int(groups["y"] or 0)
    return _day(year, int(groups["m"] or 0), int(groups["d"] or 0)) if year >= 1500 else None


def _month_in_figures(groups: Groups) -> str | None:
    year, month = int(groups["y"] or 0), int(groups["a"] or 0)
    return _written(year, month) if 1500 <= year < 2100 and 1 <= month <= 12 else None


def _year_and_two_digits(groups: Groups) -> str | None:
    """Read "2003-04": two years where the second is the next one or can be no month, else a month as in ISO 8601.

    "2010-11" may mean November 2010 or the years 2010 and 2011; the interval of the two years holds both. "2005-11"
    would be six years, which writers put in full.
    """
    year, two = int(groups["y"] or 0), int(groups["b"] or 0)
    if not 1500 <= year < 2100:
        return None
    if (year + 1) % 100 == two or (two > year % 100 and two > 12):
        return f"{year}/{year - year % 100 + two + (100 if two == 0 else 0)}"
    return _written(year, two) if 1 <= two <= 12 else None


def _two_years(groups: Groups) -> str | None:
    """Read "2006-2009"; "in 2006 and 2009" are two dates."""
    first, last = int(groups["y"] or 0), int(groups["z"] or 0)
    joint = "to" if groups["between"] else (groups["joint"] or "").strip().casefold()
    if joint in ("and", "&") or not (1500 <= first < 2100 and 1500 <= last < 2100):
        return None
    return _put_together(joint, str(first), str(last))


def _season(groups: Groups) -> str | None:
    year = int(groups["y"] or 0)
    first, last = (f"{year}-{_SEASONS[(groups[key] or groups['n'] or '').casefold()]}" for key in ("m", "n"))
    if not groups["m"]:
        return last
    return _put_together((groups["joint"] or "").strip().casefold(), first, last)


def _part_of_year(groups: Groups) -> str | None:
    rank = groups.get("q") or str(_ORDINALS[(groups["rank"] or "").casefold()])
    if (groups.get("part") or "").casefold() == "half":
        return f"{groups['y']}-{39 + min(int(rank), 2)}" if rank in "124" else None
    return f"{groups['y']}-{32 + int(rank)}"


def _decade(groups: Groups) -> str | None:
    return f"{groups['y']}X"


def _year(groups: Groups) -> str | None:
    return groups["y"]


_NOT_IN_A_NUMBER = r"(?<!(?u:[^\W_]))(?<!\d[-.,/:])"
_ALONE = r"(?<!(?u:\w))(?<![/.:$€£#+=@-])(?<!\d,)(?<![$€£] )"
_ALONE_OR_MID = rf"(?:{_ALONE}|(?<=\bmid-))"
_NOT_A_WORD = r"(?<!(?u:[^\W_]))"
_ENDS = r"(?!(?u:[^\W_])|,\d{3}(?!\d))"
_ENDS_FIGURES = r"(?!(?u:\w)|[/%]|,\d{3}(?!\d)|[.:-]\d)"
_DAY = r"(?P<d>\d{1,2})(?: ?(?:st|nd|rd|th)\b)?"
_DAY2 = _DAY.replace("<d>", "<e>")
_NAME = r"(?P<m>[a-z]{3,10})\.?"
_NAMED = r"(?P<m>[adfjmnos][a-z]{2,9})\.?"  # where nothing before it says that a month must follow
_NAME2 = _NAME.replace("<m>", "<n>")
_TO = r"(?P<joint> ?[-/] ?| (?:to|until|till|through|thru|and|or|&) )"
_OF = r"(?:[-/.,]? ?(?:of )?)"
_COMMA = r"[-/., ]{0,3}(?:of )?"
_BETWEEN = r"(?P<between>between )?"
_SEASON = r"(?P<n>spring|summer|autumn|fall|winter)"
_Y = r"(?P<y>\d{4})"
_Y_OR_SHORT = r"(?P<y>\d{4}|'\d{2})"
_TIME = r"(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:?\d{2})?)?"
_NUMBERED = r"(?<!\bno )(?<!\bno\. )(?<!\bnr )(?<!\blaw )(?<!\bact )(?<!\bdecree )(?<!\bdirective )(?<!\bresolution )"


def _rule(read: Reading, *parts: str) -> Rule:
    return Rule(re.compile("".join(parts), re.IGNORECASE | re.ASCII), read)


RULES = (
    _rule(_span, _NOT_IN_A_NUMBER, _BETWEEN, _DAY, _OF, _NAME, _TO, _DAY2, _OF, _NAME2, _COMMA, _Y, _ENDS),
    _rule(_span, _NOT_A_WORD, _BETWEEN, _NAMED, " ?", _DAY, _TO, _NAME2, " ?", _DAY2, "[., ]{1,3}", _Y, _ENDS),
    _rule(_span, _NOT_IN_A_NUMBER, _BETWEEN, _DAY, _TO, _DAY2, _OF, _NAME2, _COMMA, _Y, _ENDS),
    _rule(_span, _NOT_A_WORD, _NAMED, " ?", _DAY, _TO, _DAY2, "[., ]{1,3}", _Y, _ENDS),
    _rule(_span, _NOT_A_WORD, _BETWEEN, _NAMED, _TO, _NAME2, _COMMA, _Y, _ENDS),
    _rule(_single, _NOT_IN_A_NUMBER, _DAY, _OF, _NAME, _COMMA, _Y_OR_SHORT, _ENDS),
    _rule(_single, _NOT_IN_A_NUMBER, _DAY, "-", _NAME, r"-(?P<y>\d{2})", _ENDS_FIGURES),
    _rule(_single, _NOT_A_WORD, _NAMED, " ?(?:the )?", _DAY, "[., ]{1,3}(?:of )?", _Y_OR_SHORT, _ENDS),
    _rule(_single, _NOT_A_WORD, _NAMED, _COMMA, _Y_OR_SHORT, _ENDS),
    _rule(_iso, _ALONE, _Y, r"(?P<s>[-/.])(?P<m>\d{1,2})(?P=s)(?P<d>\d{1,2})", _TIME, _ENDS_FIGURES),
    _rule(_numeric, _ALONE, r"(?P<a>\d{1,2}) ?(?P<s>[-/.]) ?(?P<b>\d{1,2}) ?(?P=s) ?(?P<y>\d{4})", _ENDS_FIGURES),
    _rule(_numeric, _ALONE, r"(?P<a>\d{1,2})(?P<s>[-/])(?P<b>\d{1,2})(?P=s)(?P<y>\d{2})", _ENDS_FIGURES),
    _rule(_two_years, _ALONE, _BETWEEN, _Y, _TO, r"(?P<z>\d{4})", _ENDS_FIGURES),
    _rule(_year_and_two_digits, _ALONE, _Y, r"[-/](?P<b>\d{2})", _ENDS_FIGURES),
    _rule(_month_in_figures, _ALONE, _NUMBERED, r"(?P<a>\d{1,2})[-/]", _Y, _ENDS_FIGURES),
    _rule(
        _season,
        _NOT_A_WORD,
        "(?:",
        _SEASON.replace("<n>", "<m>"),
        _TO,
        ")?",
        _SEASON,
        _COMMA,
        _Y,
        r"(?:[-/](?:\d{4}|\d{2}))?",
        _ENDS,
    ),
    _rule(_part_of_year, _NOT_A_WORD, r"Q(?P<q>[1-4])", _COMMA, _Y, _ENDS),
    _rule(_part_of_year, _ALONE, _Y, r"[- ]?Q(?P<q>[1-4])", _ENDS),
    _rule(
        _part_of_year,
        _NOT_A_WORD,
        r"(?P<rank>first|second|third|fourth|last|1st|2nd|3rd|4th) (?P<part>quarter|half),? (?:of )?",
        _Y,
        _ENDS,
    ),
    _rule(_decade, _ALONE_OR_MID, r"(?:the )?(?P<y>1[5-9]\d|20\d)0'?s(?!(?u:[^\W_]))"),
    _rule(_year, _ALONE_OR_MID, r"(?P<y>1[5-9]\d\d|20\d\d)(?: edition\b)?", _ENDS_FIGURES),
)
