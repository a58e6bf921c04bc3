"""Risks: what may identify someone who was harmed is found, and who may be named passes."""

from __future__ import annotations

import time

import pytest
from bench.gate import judged
from hypothesis import given
from hypothesis import strategies as st

from sourcebook.extract.risks import risks


def found(text):
    return [(risk.kind, text[risk.start : risk.end]) for risk in risks(text)]


@pytest.mark.parametrize(
    ("text", "kind", "words"),
    [
        ("Amina Yusuf, 17, was sold to a brothel.", "name", "Amina Yusuf"),
        ("The survivor Mali Srisuk spoke to no one.", "name", "Mali Srisuk"),
        ("“I was sold,” said Léa, who ran away.", "name", "Léa"),
        ("The mother of Dana Petrescu waited.", "name", "Dana Petrescu"),
        ("The victim lives at 27 Mabini Street in Angeles.", "address", "27 Mabini Street"),
        ("The statements are in case no. 1147/2012 of the girls.", "case_number", "case no. 1147/2012"),
        ("The girl was born on 4 March 1998.", "birth", "born on 4 March 1998"),
        ("Her sister can be reached on 0722 914 335.", "contact", "0722 914 335"),
        ("The woman's passport, No. 45 09 123456, was kept.", "document", "passport, No. 45 09 123456"),
    ],
)
def test_words_that_may_identify_someone_are_found_where_they_stand(text, kind, words):
    assert (kind, words) in found(text)


def test_an_age_with_a_village_is_found():
    ((kind, words),) = found("A 16-year-old girl from the village of Kpanduso was rescued.")
    assert kind == "age_and_place"
    assert "16-year-old" in words
    assert "Kpanduso" in words


@pytest.mark.parametrize(
    "text",
    [
        "Minister Ann Okoro said that 34 victims had been found.",
        "Ana Revenco, director of the centre, has helped 240 victims.",
        "Ivan Petrov, 45, was convicted of trafficking.",
        "“Kofi” (not his real name) was sold at the age of six.",
        "Names have been changed: Elena was sold in Turin, Doina was held in Madrid.",
        "In Victoria and in Jordan 31 women were found.",
        "A study by Robson (2010) found that 12 children had been sold.",
        "Article 119 of the Penal Code punishes the sale of women; case law is scarce.",
        "The Ministry has its office at 4 Gorodskoy Val Street in Minsk.",
        "The hotline 116 006 answers calls from victims.",
        "Girls aged 14 to 17 from villages in the north are at risk.",
        "A 23-year-old Indonesian woman was hurt by her employer, the embassy said.",
        "",
    ],
)
def test_who_may_be_named_and_what_only_looks_like_a_name_pass(text):
    assert found(text) == []


def test_a_name_that_is_also_a_place_is_a_name_where_a_person_bears_it():
    assert found("Georgia was named by 58 of the women.") == []
    assert ("name", "Jordan Akua") in found("The girl Jordan Akua, 12, was sold.")


@given(st.text(max_size=300))
def test_any_text_is_read_and_spans_lie_within_it(text):
    for risk in risks(text):
        assert 0 <= risk.start < risk.end <= len(text)
    assert risks(text) == risks(text)


@pytest.mark.parametrize("unit", ["Amina ", "a 16-year-old from ", "12 ", "(", "Case No. ", "Ab Cd, "])
def test_no_shape_takes_more_than_its_length(unit):
    assert isinstance(risks(unit * (20_000 // len(unit))), tuple)


def test_the_gate_misses_no_more_of_our_passages_than_it_did():
    missed, alarms, count = judged()
    assert count == 2160
    assert len(missed) <= 19
    assert len(alarms) <= 34


SHAPES = ("Amina, ", "not her real name Amina ", "12 King Street, ", "Amina and ", "victim Amina, 14, of Benin City. ")


@pytest.mark.slow
@pytest.mark.parametrize("unit", SHAPES)
def test_a_text_of_a_megabyte_takes_ten_times_as_long_as_a_tenth_of_it(unit):
    took = []
    for size in (100_000, 1_000_000):
        text = unit * (size // len(unit))
        began = time.process_time()
        risks(text)
        took.append(time.process_time() - began)
    assert took[1] < 20 * took[0] + 1
