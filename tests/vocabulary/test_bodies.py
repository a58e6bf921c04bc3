"""Names of one body are known as such, and names of different bodies are kept apart."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sourcebook.vocabulary.bodies import body, relation


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("the Ministry of Interior", "Ministry of Internal Affairs of Albania", "same"),
        ("the Ministry of Labour", "Labour Ministry", "same"),
        ("the police", "Ruritanian National Police", "same"),
        ("the Commission", "National Commission for Lost Children", "same"),
        ("UNICEF Bolivia", "the United Nations Children's Fund", "same"),
        ("LWF", "Lake Watch Foundation", "same"),
        ("Lake Watch", "the Lake Watch foundation", "same"),
        ("the Ministry of Labour", "the Ministry of Justice", "different"),
        ("the Institute for Migration Policy", "the Migration Service", "different"),
        ("Nigerian police", "the police of Benin", "different"),
        ("the government", "the Ministry of Justice", "maybe"),
        ("the government", "Lake Watch", "different"),
        ("UNICEF", "UNHCR", "different"),
    ],
)
def test_two_names_are_compared(one, other, expected):
    assert relation(body(one), body(other)) == expected


NAMES = st.sampled_from(
    ["the police", "Lake Watch", "UNICEF", "the Ministry of Labour", "Kenyan police", "the unit", "LW"]
)


@given(NAMES, NAMES)
def test_it_does_not_matter_which_name_comes_first(one, other):
    assert relation(body(one), body(other)) == relation(body(other), body(one))


@given(NAMES)
def test_a_name_is_of_its_own_body(name):
    assert relation(body(name), body(name)) == "same"
