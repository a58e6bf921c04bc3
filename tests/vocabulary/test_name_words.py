"""Words of English, cities and known names are told apart."""

from __future__ import annotations

import pytest

from sourcebook.vocabulary.name_words import is_city, is_english, is_personal, is_word_as_name


@pytest.mark.parametrize(
    "word",
    [
        "trafficker",
        "unannounced",
        "labour",
        "organised",
        "brickmaking",
        "agencies",
        "minister",
        "website",
        "smartphone",
        "busier",
        "policewomen",
        "held",
    ],
)
def test_english_words_and_their_forms_are_known(word):
    assert is_english(word)


@pytest.mark.parametrize(
    "word", ["sreymom", "bekele", "xiengphone", "kuensel", "tamang", "amina", "paolo", "maria", "sita", "tala"]
)
def test_words_of_no_english_are_told(word):
    assert not is_english(word)


def test_a_name_that_is_also_a_word_is_a_name_only_beside_others():
    assert is_word_as_name("Blessing")
    assert not is_personal("Bill")
    assert is_personal("Ngozi")
    assert is_personal("Maria")
    assert not is_word_as_name("Passport")


def test_cities_are_known_in_any_letters():
    assert is_city("Dhaka")
    assert is_city("HO CHI MINH CITY")
    assert is_city("Ouagadougou")
    assert not is_city("Kpanduso")
