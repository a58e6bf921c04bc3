"""Numbers are tried only where one may begin, and nothing that the scan of a whole text would find is passed over."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from sourcebook.vocabulary import numbers
from sourcebook.vocabulary.numbers import find_numbers

WORDS = [
    "a",
    "an",
    "no",
    "not",
    "one",
    "single",
    "half",
    "third",
    "dozen",
    "two",
    "twenty",
    "hundred",
    "and",
    "between",
    "to",
    "in",
    "thousand",
    "million",
    "quarter",
    "nil",
    "both",
    "5",
    "10",
    "1,000",
    "%",
    "per",
    "cent",
    "st",
    "$",
    "°",
    "'",
    "_",
    "x",
    "٣",
    "é",
    "us$",
    "(",
    ")",
    ".",
    ",",
    "-",
    "–",
    "2.5",
    "m",
    "none",
    "zero",
    "no.",
    "fifth",
    "every",
    "of",
]
PIECES = st.tuples(st.sampled_from(WORDS), st.sampled_from(["", " ", " ", "-", "\x1e", "\u3000"])).map("".join)
TEXTS = st.lists(PIECES, max_size=12).map("".join)


@given(TEXTS)
def test_a_scan_of_the_whole_text_finds_no_number_elsewhere(text):
    reached, spans = 0, []
    for start in numbers._starts(text, numbers.digit_starts(text)):
        match = numbers._SCAN.match(text, start) if start >= reached else None
        if match:
            spans.append(match.span())
            reached = match.end()
    assert spans == [match.span() for match in numbers._SCAN.finditer(text)]


@given(TEXTS)
def test_numbers_stand_in_order_and_none_in_another(text):
    found = find_numbers(text)
    assert all(one.end <= other.start for one, other in pairwise(found))


def test_half_a_dozen_is_six_whatever_blanks_stand_between():
    assert [number.low for text in ("half a dozen", "half\x1edozen") for number in find_numbers(text)] == [6, 6]
