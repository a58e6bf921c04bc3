"""How well a speaker is named: by a person's name, by a body, by a kind of source, or not at all."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sourcebook.vocabulary.speakers import RANK, is_medium, same_person, voice, voices_agree


@pytest.mark.parametrize(
    ("said_by", "speaker", "person"),
    [
        ("Anna Petrova of the International Organization for Migration (IOM)", "official", "Anna Petrova"),
        ("Mr Petrov", "official", "Petrov"),
        ("Sergeant Anna Petrova", "official", "Anna Petrova"),
        ("Lake Watch researcher Anna Petrova", "official", "Anna Petrova"),
        ("Anna Petrova, who runs a shelter for Lake Watch", "official", "Anna Petrova"),
        ("Anna Petrova", "official", "Anna Petrova"),
        ("a representative of the IOM", "body", None),
        ("Casa Alegre", "body", None),
        ("Human Dignity Kenya", "body", None),
        ("Terre d'Avenir, a Swiss charity", "body", None),
        ("the Lantern", "body", None),
        ("Europol's analysts", "body", None),
        ("a vice-minister of labour", "body", None),
        ("police", "body", None),
        ("NGO sources", "kind", None),
        ("people", "kind", None),
        ("Civil society groups", "kind", None),
        ("a recent survey", "kind", None),
        (None, "none", None),
        ("  ", "none", None),
    ],
)
def test_a_speaker_is_classed(said_by, speaker, person):
    found = voice(said_by)
    assert (found.speaker, found.person) == (speaker, person)


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("Anna Petrova of Lake Watch", "Lake Watch", "same"),
        ("Anna Petrova of Lake Watch", "the Forest Institute", "different"),
        ("Anna Petrova", "Lake Watch", "maybe"),
    ],
)
def test_voices_share_a_body_or_not(one, other, expected):
    assert voices_agree(voice(one), voice(other)) == expected


def test_a_person_is_known_by_the_last_name():
    assert same_person("Anna Petrova", "Petrova") == "Anna Petrova"
    assert same_person("Anna Petrova", "Ivan Sidorov") is None


@pytest.mark.parametrize(("name", "expected"), [("Valley Courier", True), ("Lake Watch", False), ("BBC News", True)])
def test_newspapers_and_broadcasters_tell_the_news_of_others(name, expected):
    assert is_medium(name) == expected


@given(st.text(alphabet="ABab é'’.,()-/1 of the", max_size=60))
def test_any_words_are_classed(text):
    assert voice(text).speaker in RANK
