"""Time grows with the length of a passage and with nothing else, whatever its shape."""

from __future__ import annotations

import time

import pytest

from sourcebook.extract import claims

SHAPES = ["1 ", "(", ",", "Kenya ", "14 girls, ", "5 - ", "of whom 5 were girls ", "Tier 2 ", "in 2014 5 men, "]
SHORT, TIMES, GENEROUS = 4_000, 8, 3


@pytest.mark.parametrize("piece", SHAPES)
def test_a_passage_eight_times_as_long_takes_about_eight_times_as_long(piece):
    def seconds(length):
        text = (piece * (length // len(piece) + 1))[:length]
        start = time.process_time()
        claims(text, about="KE")
        return time.process_time() - start

    seconds(SHORT)
    short = min(seconds(SHORT) for _ in range(3))
    assert seconds(SHORT * TIMES) < TIMES * GENEROUS * max(short, 0.005)


@pytest.mark.slow
@pytest.mark.parametrize("piece", ["1 ", "(", ",", "Kenya "])
def test_a_megabyte_of_one_thing_in_one_passage_is_read(piece):
    text = (piece * 1_000_000)[:1_000_000]
    assert all(text[figure.start : figure.end] == figure.number for figure in claims(text, about="KE").figures)
