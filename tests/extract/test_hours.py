"""Numbers that tell when, where or how to reach someone, beside numbers that look like them and count."""

from __future__ import annotations

import pytest

from sourcebook.extract import claims


@pytest.mark.parametrize(
    "text",
    [
        "The shelter is staffed from nine in the morning until midnight.",
        "The office is open from 8 to 4 on weekdays and closes at 6.30 in summer.",
        "Doors open at seven and close at half past nine.",
        "Survivors can write to 22 Rua da Prata or P.O. Box 14, or visit 7 Market Street.",
        "The registry sits at 31 Calle Mayor.",
        "Anyone who needs help can ring 156, call 1362 or dial 116 006.",
        "The average age of the girls was 15, and the youngest of them 11.",
        "The median age was 17.",
    ],
)
def test_times_addresses_and_mean_ages_are_no_figures(text):
    assert claims(text, about="KE").figures == ()


@pytest.mark.parametrize(
    ("text", "low"),
    [
        ("The hotline is answered by four counsellors.", 4),
        ("NGOs put the number of trafficked girls at 150.", 150),
        ("Police raided 14 Market Street brothels.", 14),
        ("Shelters opened by 2015 housed 31 women.", 31),
        ("The youngest group had nine girls.", 9),
    ],
)
def test_counts_that_stand_near_such_words_stay_figures(text, low):
    assert [figure.low for figure in claims(text, about="KE").figures] == [low]


@pytest.mark.parametrize(
    "text",
    [
        "Fourteen victims were brought to a shelter.",
        "During 2013, 112 trafficked persons went through the shelter.",
        "The centre took in 31 trafficked women.",
        "Nine victims were admitted to a safehouse.",
    ],
)
def test_people_whom_a_shelter_takes_in_are_assisted(text):
    assert [figure.status for figure in claims(text, about="LT").figures] == ["assisted"]


@pytest.mark.parametrize(
    "text",
    [
        "Thirteen children were found locked in a workshop.",
        "Eleven men were kept without pay on a farm.",
        "Six maids were locked in the house of their employer.",
    ],
)
def test_people_who_are_locked_in_or_kept_without_pay_are_victims(text):
    assert [figure.counts for figure in claims(text, about="PE").figures] == ["victims"]
