"""The file of numbers to call: what holds, what is refused and why, and from which day on a number is withheld."""

from __future__ import annotations

import re
import tomllib
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sourcebook.errors import InputRefused
from sourcebook.query.helplines import Helplines, checked, read_helplines

TODAY = date(2026, 11, 25)
GOOD = {
    "country": "GB",
    "name": "Invented line for safe work",
    "kind": "hotline",
    "phone": "0808 157 0123",
    "abroad": "+44 20 7946 0123",
    "languages": ["en", "cy", "ro"],
    "hours": "08:00 to 20:00, every day",
    "cost": "free within the country",
    "source": "https://line.example/contact",
    "verified": date(2026, 11, 3),
    "verified_by": "A. Keeper",
}


def read(*changes, day=TODAY):
    return checked([GOOD | change for change in changes], day)


def test_a_whole_entry_holds_and_may_be_used_for_a_year_from_the_day_it_was_verified():
    (entry,) = read({}).entries
    assert entry.last_day == date(2027, 11, 3)
    assert entry.may_be_used(date(2027, 11, 3))
    assert not entry.may_be_used(date(2027, 11, 4))
    assert not entry.may_be_used(date(2026, 11, 2))


def test_an_earlier_last_day_of_use_is_kept():
    (entry,) = read({"until": date(2026, 12, 31)}).entries
    assert entry.last_day == date(2026, 12, 31)


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"phone": "0808 157 01"}, "no number of United Kingdom"),
        ({"phone": "0808 157 0123 4567 89"}, "no number of United Kingdom"),
        ({"phone": "0808 157 0123 4567 89", "not_in_tables": True}, "no number of United Kingdom"),
        ({"phone": "call us"}, "no number to dial"),
        ({"phone": "javascript:alert(1)"}, "no number to dial"),
        ({"phone": ""}, "no number to dial"),
        ({"abroad": "44 20 7946 0123"}, "open it with +"),
        ({"abroad": "+380 44 000 0000"}, "code of United Kingdom"),
        ({"abroad": "+44 20 79"}, "no number"),
        ({"verified": date(2026, 11, 26)}, "after 2026-11-25"),
        ({"until": date(2026, 11, 1)}, "before the day"),
        ({"until": date(2028, 1, 1)}, "more than a year"),
        ({"verified_by": " "}, "verified_by is empty"),
        ({"source": ""}, "source is empty"),
        ({"country": "XX"}, "no code of a country"),
        ({"languages": ["zz"]}, "no language"),
        ({"kind": "friend"}, "kind"),
        ({"colour": "red"}, "colour"),
        ({"verified": "yesterday"}, "verified"),
        ({"name": "Line 0808 157 0124"}, "outlive"),
        ({"note": "or +375171234567"}, "outlive"),
    ],
)
def test_a_wrong_entry_is_refused_with_what_is_wrong(change, words):
    lines = read(change)
    assert lines.entries == ()
    assert words in lines.refused[0].why
    assert str(lines.refused[0]).startswith("help.toml: entry 1 (")


def test_an_entry_that_nobody_verified_is_refused():
    row = {name: value for name, value in GOOD.items() if name != "verified_by"}
    assert "verified_by" in checked([row], TODAY).refused[0].why


@pytest.mark.parametrize(
    "change",
    [
        {"phone": "0808 157 0124"},
        {"hours": "day and night"},
        {"name": "invented  LINE for safe work", "cost": "as a call to the city"},
        {"name": "Another name of that line", "hours": "day and night"},
    ],
)
def test_two_entries_that_contradict_each_other_are_both_refused(change):
    lines = read({}, change)
    assert lines.entries == ()
    assert [one.number for one in lines.refused] == [1, 2]
    assert "contradicts entry 2" in lines.refused[0].why


def test_the_same_entry_twice_and_a_shared_emergency_number_are_no_contradiction():
    police = {"name": "Police", "kind": "emergency", "phone": "999", "abroad": ""}
    ambulance = police | {"name": "Ambulance", "hours": "day and night"}
    lines = read({}, {}, police, ambulance)
    assert [one.name for one in lines.entries] == ["Invented line for safe work", "Police", "Ambulance"]
    assert lines.refused == ()


def test_a_wrong_entry_leaves_the_others_standing():
    lines = read({"phone": "0"}, {})
    assert len(lines.entries) == 1
    assert [one.number for one in lines.refused] == [1]


@pytest.mark.parametrize("phone", ["999", "116 006", "0808 157 0123", "+44 20 7946 0123"])
def test_short_codes_and_whole_numbers_can_be_dialled(phone):
    assert read({"phone": phone, "abroad": ""}).refused == ()


def test_a_number_that_the_tables_do_not_know_holds_where_the_entry_says_that_it_is_right():
    assert read({"phone": "0808 157 01"}).entries == ()
    assert len(read({"phone": "0808 157 01", "not_in_tables": True}).entries) == 1


def written(folder, text):
    (folder / "help.toml").write_text(text, encoding="utf-8")
    return folder


def test_a_folder_without_the_file_has_no_number(tmp_path):
    assert read_helplines(tmp_path, TODAY) == Helplines()


@pytest.mark.parametrize("text", ["[[entry]\n", "entry = 3\n", 'title = "x"\n', "[entry]\nname = 'x'\n"])
def test_a_file_that_is_no_list_of_entries_is_refused_whole(tmp_path, text):
    with pytest.raises(InputRefused, match=re.escape(str(tmp_path / "help.toml"))):
        read_helplines(written(tmp_path, text), TODAY)


@given(days=st.integers(min_value=0, max_value=800))
def test_no_number_is_usable_longer_than_a_year_after_somebody_verified_it(days):
    day = GOOD["verified"] + timedelta(days=days)
    lines = checked([GOOD], day)
    assert bool(lines.usable("GB", day)) is (days <= 365)
    assert bool(lines.lapsed("GB", day)) is (days > 365)


@given(
    st.dictionaries(
        st.sampled_from(sorted(GOOD)), st.one_of(st.text("a+0 ", max_size=20), st.integers(), st.none()), max_size=3
    )
)
def test_whatever_is_written_an_entry_holds_or_is_refused(change):
    lines = checked([GOOD | change], TODAY)
    assert len(lines.entries) + len(lines.refused) == 1


def test_the_example_of_the_documentation_holds():
    text = (Path(__file__).parents[2] / "docs/how-to/help.md").read_text(encoding="utf-8")
    example = text.split("```toml\n")[1].split("```")[0]
    rows = tomllib.loads(example)["entry"]
    lines = checked(rows, TODAY)
    assert len(lines.entries) == len(rows) > 0
