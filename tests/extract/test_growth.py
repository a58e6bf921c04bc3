"""Time grows with the length of a passage and with nothing else, whatever its shape."""

from __future__ import annotations

import sys
import time

import pytest

from sourcebook.extract import claims

ASKED = {
    "digits": "1 ",
    "one number": "1",
    "brackets": "(",
    "bracketed": "(1) ",
    "commas": ",",
    "country names": "Kenya ",
    "quotation marks": '"',
    "number words": "one hundred and ",
}
SHAPES = {
    **ASKED,
    "figures": "14 girls, ",
    "dashes": "5 - ",
    "parts": "of whom 5 were girls ",
    "tiers": "Tier 2 ",
    "dated figures": "in 2014 5 men, ",
    "ratios": "one in five ",
    "denials": "no ",
    "shares": "5% ",
    "peoples": "Kenyan ",
    "regions": "Europe ",
    "letters": "a",
    "hyphens": "a-",
    "possessives": "'s",
    "accents": "\u0301",
    "blank lines": "\n",
    "speakers": ", said ",
    "sources": "according to ",
    "themes": "forced labour ",
    "routes": "Girls are trafficked from Kenya to Italy. ",
    "one long route": "trafficked from Kenya to Italy and ",
}
SHORT, LONG = 1_500, 500_000


def text_of(piece: str, length: int) -> str:
    return (piece * (length // len(piece) + 1))[:length]


def calls(text: str) -> int:
    """Return how many functions are called to read a text."""
    count = 0

    def called(_frame: object, event: str, _given: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    sys.setprofile(called)
    try:
        claims(text, about="KE")
    finally:
        sys.setprofile(None)
    return count


@pytest.mark.parametrize("piece", SHAPES.values(), ids=SHAPES)
def test_twice_the_text_takes_at_most_twice_the_steps(piece):
    once, twice = text_of(piece, SHORT), text_of(piece, 2 * SHORT)
    claims(twice, about="KE")
    assert calls(twice) < 2.1 * calls(once) + 50


@pytest.mark.slow
@pytest.mark.parametrize("piece", ASKED.values(), ids=ASKED)
def test_a_megabyte_takes_about_twice_as_long_as_half_of_it(piece):
    def seconds(text):
        start = time.process_time()
        claims(text, about="KE")
        return time.process_time() - start

    half, whole = text_of(piece, LONG), text_of(piece, 2 * LONG)
    turns = [(seconds(half), seconds(whole)) for _ in range(3)]
    assert min(turn[1] for turn in turns) < 3 * max(min(turn[0] for turn in turns), 0.005)


@pytest.mark.slow
@pytest.mark.parametrize("piece", ["1 ", "(", ",", "Kenya "])
def test_a_megabyte_of_one_thing_in_one_passage_is_read(piece):
    text = (piece * 1_000_000)[:1_000_000]
    assert all(text[figure.start : figure.end] == figure.number for figure in claims(text, about="KE").figures)


@pytest.mark.slow
def test_ten_megabytes_in_one_passage_are_read_to_the_end():
    sentence = "Police in the capital spoke of it again and said that nobody had been found so far this week. "
    last = "Courts convicted 14 traffickers in 2014."
    text = text_of(sentence, 10_000_000) + ". " + last
    (figure,) = claims(text, about="KE").figures
    assert (figure.number, figure.counts) == ("14", "offenders")
    assert text[figure.start : figure.end] == "14"
