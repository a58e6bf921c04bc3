"""What "of them", "among them" and "of these" take up from the people of the words before."""

from __future__ import annotations

import pytest

from sourcebook.extract import claims

HORSES = "Boys were forced to ride horses. "
HOMES = "Girls are kept in servitude in homes along the coast. "


def values(text, field, about="KE"):
    return [getattr(figure, field) for figure in claims(text, about=about).figures]


@pytest.mark.parametrize(
    ("field", "text", "expected"),
    [
        ("exploitation", HORSES + "By 2014 about 310 of them had been brought home.", ["labour"]),
        ("counts", HORSES + "By 2014 about 310 of them had been brought home.", ["victims"]),
        ("exploitation", "Men were made to sweep roads; 46 of them were registered as victims.", ["labour"]),
        ("exploitation", HOMES + "The consulate counted 27 of its own women among them.", ["domestic"]),
        ("counts", HOMES + "The consulate counted 27 of its own women among them.", ["victims"]),
        ("exploitation", HOMES + "A charity counted 27 of these.", ["domestic"]),
        ("exploitation", HOMES + "The agency found 27 victims, among them four boys.", [None, None]),
        ("sex", HOMES + "The agency found 27 victims, among them four boys.", [None, "male"]),
        ("exploitation", "Courts closed 12 clubs in 2009. " + HORSES + "Since then 50 of them have been sent home.",
         [None, "labour"]),
        ("exploitation", "Boys were made to carry shells for an armed group. The army freed 30 of them.",
         ["armed_conflict"]),
        ("counts", "Refugees live in camps. Doctors helped 30 of them.", ["people"]),
    ],
)  # fmt: skip
def test_a_number_of_them_takes_up_what_the_people_before_suffer(field, text, expected):
    assert values(text, field) == expected


def test_more_of_them_than_the_places_before_are_people():
    text = "Porters sleep beside three stations. A survey found 2,900 of them around six stations."
    assert values(text, "counts") == ["places", "people", "places"]
    assert values("Police searched 30 bars. They shut eleven of them.", "counts") == ["places", "places"]


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("Girls as young as 15 may declare a union with the consent of one guardian.", []),
        ("A girl may leave school with the approval of both parents.", []),
        ("They dig at a site called Kilometre Twelve.", []),
        ("Police met one parent and freed Twelve girls.", ["one", "Twelve"]),
    ],
)
def test_a_law_asking_for_consent_and_a_name_count_nobody(text, numbers):
    assert values(text, "number") == numbers


def test_as_young_as_names_no_speaker():
    assert values("Children as young as nine conclude contracts that bind 30 families.", "said_by") == [None]
