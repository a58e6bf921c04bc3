"""Dates are tried only where one may begin, and nothing that a search of a whole sentence would find is passed over."""

from __future__ import annotations

import json
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from sourcebook.extract import dates
from sourcebook.extract.dates import DateStarts
from sourcebook.vocabulary.numbers import digit_starts

WORDS = [
    "a",
    "an",
    "in",
    "on",
    "of",
    "the",
    "this",
    "that",
    "last",
    "past",
    "current",
    "previous",
    "prior",
    "next",
    "following",
    "same",
    "its",
    "our",
    "during",
    "over",
    "within",
    "at",
    "close",
    "year",
    "years",
    "yearly",
    "annual",
    "annually",
    "period",
    "reporting",
    "review",
    "rating",
    "fiscal",
    "calendar",
    "each",
    "every",
    "per",
    "given",
    "average",
    "to",
    "date",
    "so",
    "far",
    "recent",
    "months",
    "month",
    "week",
    "one",
    "later",
    "earlier",
    "2014",
    "14",
    "3",
    "may",
    "march",
    "sept.",
    "1.2.2014",
    "2010-11",
    "-",
    ",",
    ".",
    "winter",
    "twice",
    "annum",
    "x",
    "x-",
]
TEXTS = st.lists(st.sampled_from(WORDS), max_size=12).map(" ".join)
EVIDENCE = Path(__file__).parents[2] / "bench" / "evidence" / "passages.jsonl"


def found_and_searched(low):
    starts = DateStarts(low, digit_starts(low))
    vague = [match.span() for match in dates._vague(low, 0, len(low), starts.vague)]
    points = [(point.start, point.end) for point in dates._points(low, len(low), starts.points)]
    searched = [point for match in dates._POINT.finditer(low) if (point := dates._point(match)) is not None]
    return (vague, points), (
        [match.span() for match in dates._VAGUE.finditer(low)],
        [(point.start, point.end) for point in searched],
    )


@given(TEXTS)
def test_a_search_of_the_whole_text_finds_no_date_elsewhere(text):
    found, searched = found_and_searched(text)
    assert found == searched


def test_nor_in_our_labelled_passages():
    for line in EVIDENCE.read_text(encoding="utf-8").splitlines():
        found, searched = found_and_searched(json.loads(line)["text"].lower())
        assert found == searched
