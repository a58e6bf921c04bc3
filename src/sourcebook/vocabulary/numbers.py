"""Numbers in English prose: where they stand and what they are worth, from "no" to "1.2 million".

`find_numbers` returns the number expressions of a lower-case text. A range, a fraction, a ratio and a percentage are
one expression each. What a number counts, and whether it counts at all, is not decided here.
"""

from __future__ import annotations

import re
import tomllib
from importlib.resources import files
from typing import Final

from ahocorasick_rs import AhoCorasick, MatchKind
from msgspec import Struct

_WORDS: Final = tomllib.loads(files("sourcebook.vocabulary").joinpath("words/numbers.toml").read_text("utf-8"))
UNITS: Final[dict[str, int]] = _WORDS["units"]
TENS: Final[dict[str, int]] = _WORDS["tens"]
SCALES: Final[dict[str, int]] = _WORDS["scales"]
PARTS: Final[dict[str, int]] = _WORDS["parts"]
DOZENS: Final = {"a dozen": 12, "half a dozen": 6, "half dozen": 6}
LONGEST: Final = 16
MOST_DIGITS: Final = 300
CURRENCY: Final = "$€£¥₹₦฿₱₫₩₺₽₴₪"


class Number(Struct, frozen=True, gc=False):
    """A number expression: its span, its bounds, and its kind.

    `kind` is `zero`, `both`, `digits`, `words`, `fraction` (also of a ratio) or `range`; `share` tells that the
    bounds are in percent.
    """

    start: int
    end: int
    low: float
    high: float
    kind: str
    share: bool


def _branches(words: list[str]) -> str:
    """Write words as an alternation that shares first letters, longest first, so that a scan fails fast."""
    by_letter: dict[str, list[str]] = {}
    for word in words:
        by_letter.setdefault(word[0], []).append(word[1:])
    branches = []
    for letter, rest in sorted(by_letter.items()):
        tails = "|".join(sorted(rest, key=lambda tail: (-len(tail), tail)))
        branches.append(f"{letter}(?:{tails})")
    return "(?:" + "|".join(branches) + ")"


_SCALE = _branches(list(SCALES))
_CARDINAL = _branches([*UNITS, *TENS, *SCALES])
_UNIT = _branches(list(UNITS)[1:])
_PART = _branches(list(PARTS))
_DIGITS = (
    r"(?>\d{1,3}(?:[,\u00a0\u202f]\d{3})+\d*(?:\.\d+)?|\d{1,3}(?:\.\d{3}){2,}(?!\d)"
    r"|\d{1,3}(?: \d{3})+(?!\d|[,.]\d)|\d++(?:\.\d+)?)"
)
_SPELLED = (
    rf"(?>{_CARDINAL}\b(?:(?:-|\s){_CARDINAL}\b|(?:(?<=hundred)|(?<=thousand)|(?<=million))\sand\s{_CARDINAL}\b)*+)"
)
_PERCENT = r"\s?%|[\s-]?per\s?cent(?:age points?)?\b|[\s-]?pct\b|\spercentage points?\b"
_SCAN = re.compile(
    r"\b(?=[\dnobtfseahmlzc])(?<!\.)(?:"
    r"(?P<zero>not\sa\ssingle\b|not\sone\b|no\b(?!\.|\s?[°º])|none\b|nil\b|zero\b)|(?P<both>both\b)"
    rf"|(?P<fraction>(?:an?\s|(?:{_UNIT}|\d)[\s-]){_PART}\b(?!-)|half\sa\sdozen\b|half\sdozen\b"
    rf"|a\sdozen\b|half\b(?!-))"
    rf"|(?P<digits>(?<!\d[,.]){_DIGITS}(?:[\s-]?{_SCALE}\b)?)(?P<dp>{_PERCENT})?(?![\w°º]|-?(?:st|nd|rd|th)\b)"
    rf"|(?P<words>an?\s(?:single|hundred|thousand|million|billion)\b(?:\s{_SCALE}\b)*|{_SPELLED})(?P<wp>{_PERCENT})?)"
)
# Where a number may begin: at a digit, or at one of these words; "a hundred" and "a third" before the word itself.
_FIRST = ("no", "none", "nil", "not", "both", "half", *UNITS, *TENS, *SCALES)
_AFTER_ARTICLE = frozenset(("single", "hundred", "thousand", "million", "billion", "dozen", *PARTS))
_STARTS = AhoCorasick(tuple(dict.fromkeys((*_FIRST, *_AFTER_ARTICLE))), matchkind=MatchKind.LeftmostLongest)
_DIGIT = re.compile(r"\d(?<![\w.]\d)")
_ASCII_DIGIT = re.compile(r"[0-9](?<![\w.][0-9])")
_ARTICLE = re.compile(r"(?<![\w.])an?\s\Z")
_PLAIN = re.compile(rf"({_DIGITS})(?:[\s-]?({_SCALE}))?")
_RANGE_GAP = re.compile(rf"(?:\s?[-–—‑]\s?|\sto\s|\sor\s)[{CURRENCY}]?")
_RATIO_GAP = re.compile(r"\s(?:in|out of|in every|out of every|of every|in each) ")
_CHANGE = re.compile(
    r"(?:increas|r(?:ose|ise|ising)\b|fell|fall|drop|decreas|declin|gr[eo]w|up\b|down\b|per\s?cent|%"
    r"|doubl|tripl|reduc|climb"
    r"|expan|jump|went|rais|lower|cut\b|surg|swell|plummet|soar|shr[aiu]nk|chang|a fifth|a third"
    r"|a quarter|half)[^.;]{0,80}\bfrom $"
)
_AND_GAP = re.compile(rf"\sand\s[{CURRENCY}]?(?:us\$)?")
RATIO_WHOLES: Final = frozenset({2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 20, 25, 50, 100, 200, 500, 1000, 10000, 100000})


def spelled_value(words: str) -> float:
    """Return the value of number words, as in "two hundred and fifty"; hyphens and "and" are passed over."""
    total = current = 0.0
    for word in words.replace("-", " ").split(maxsplit=LONGEST)[:LONGEST]:
        if word in SCALES:
            current = max(current, 1.0) * SCALES[word]
            if SCALES[word] >= 1000:
                total, current = total + current, 0.0
        else:
            current += UNITS.get(word, TENS.get(word, word == "single"))
    return total + current


def digits_value(digits: str) -> float:
    """Return the value of digits with separators; a fourth digit in a group of three is taken for a slip."""
    digits = digits.replace(" ", ",").replace("\u00a0", ",").replace("\u202f", ",")
    if digits.count(".") > 1:
        digits = digits.replace(".", "")
    first, *groups = digits.split(",")
    return float((first + "".join(group if "." in group else group[:3] for group in groups))[:MOST_DIGITS])


def _digits(words: str) -> float:
    plain = _PLAIN.match(words)
    return digits_value(plain[1]) * SCALES.get(plain[2] or "", 1) if plain else 0.0


def _fraction(match: re.Match[str]) -> Number:
    words = " ".join(match[0].split())
    if words in DOZENS:
        return Number(match.start(), match.end(), DOZENS[words], DOZENS[words], "words", share=False)
    *count, part = words.replace("-", " ").split()
    upper = UNITS.get(count[0], int(count[0]) if count[0].isdigit() else 1) if count else 1
    share = round(100 * upper / PARTS[part], 2)
    return Number(match.start(), match.end(), share, share, "fraction", share=True)


def _single(match: re.Match[str]) -> Number:
    """Return what one match of the scan is worth."""
    (start, end), kind = match.span(), match.lastgroup
    if kind in ("digits", "dp"):
        digits = match["digits"]
        value = float(digits[:MOST_DIGITS]) if digits.isdecimal() else _digits(digits)
        return Number(start, end, value, value, "digits", kind == "dp")
    if kind == "zero":
        return Number(start, end, 0, 0, "zero", False)
    if kind == "both":
        return Number(start, end, 2, 2, "both", False)
    if kind == "fraction":
        return _fraction(match)
    value = spelled_value(match["words"])
    return Number(start, end, value, value, "words", kind == "wp")


def _range(low: str, first: Number, second: Number) -> Number | None:
    """Join two numbers into a range, or return None where the words between do not make one."""
    gap = low[first.end : second.start]
    if _RANGE_GAP.fullmatch(gap):
        joined = first.kind == "digits" or gap in (" to ", " or ")
        if gap == " to " and _CHANGE.search(low, max(0, first.start - 100), first.start):
            return None
    else:
        joined = _AND_GAP.fullmatch(gap) is not None and low[: first.start].rstrip(CURRENCY).endswith("between ")
    if not joined or first.kind not in ("digits", "words") or second.kind not in ("digits", "words"):
        return None
    bottom = first.low
    if second.low >= 1000 and bottom < 1000:
        scale = re.search(rf"[\s-]({_SCALE})\b", low[second.start : second.end])
        bottom *= SCALES[scale[1]] if scale and bottom * SCALES[scale[1]] < second.low else 1
    if bottom >= second.high or (first.share and not second.share):
        return None
    return Number(first.start, second.end, bottom, second.high, "range", share=second.share)


def _ratio(low: str, first: Number, second: Number) -> Number | None:
    """Join "one" and "five" of "one in five" into a share, or return None."""
    if first.share or second.share or first.kind == "zero" or not 0 < first.low < second.low:
        return None
    if second.low not in RATIO_WHOLES or not _RATIO_GAP.fullmatch(low[first.end : second.start]):
        return None
    share = round(100 * first.low / second.low, 2)
    return Number(first.start, second.end, share, share, "fraction", share=True)


def _spelled_range(low: str, number: Number) -> Number | None:
    """Read "between six thousand and ten thousand", whose "and" joins two numbers and not the words of one."""
    first, joiner, second = low[number.start : number.end].rpartition(" and ")
    if not joiner or not low[: number.start].endswith("between "):
        return None
    bottom, top = spelled_value(first), spelled_value(second)
    return Number(number.start, number.end, bottom, top, "range", number.share) if bottom < top else None


def digit_starts(low: str) -> list[int]:
    """Return where in a text digits begin, after neither a letter nor a point."""
    return [match.start() for match in (_ASCII_DIGIT if low.isascii() else _DIGIT).finditer(low)]


def _starts(low: str, digits: list[int]) -> list[int]:
    """Return where in a text a number may begin, in order."""
    found = digits.copy()
    size = len(low)
    for _, start, end in _STARTS.find_matches_as_indexes(low):
        if (start and _goes_on(low[start - 1])) or (end < size and _goes_on(low[end])):
            continue
        if low[start:end] in _AFTER_ARTICLE and (article := _ARTICLE.search(low, max(0, start - 4), start)):
            found.append(article.start())
        found.append(start)
    found.sort()
    return found


def _goes_on(sign: str) -> bool:
    return sign.isalnum() or sign == "_"


def find_numbers(low: str, digits: list[int] | None = None) -> list[Number]:
    """Return the number expressions of a lower-case text, in order; `digits` are its `digit_starts` where known."""
    found: list[Number] = []
    held: Number | None = None
    reached = 0
    for start in _starts(low, digit_starts(low) if digits is None else digits):
        match = _SCAN.match(low, start) if start >= reached else None
        if match is None:
            continue
        number = _single(match)
        reached = number.end
        if number.kind == "words" and (spelled := _spelled_range(low, number)):
            number = spelled
        if held is not None:
            joined = None
            if number.start - held.end < CLOSE:
                joined = _range(low, held, number) or _ratio(low, held, number)
            if joined is None:
                found.append(held)
            else:
                number = joined
        held = number
    if held is not None:
        found.append(held)
    return found


CLOSE: Final = 18
