import pytest

from sourcebook.publish.site.parts.strip import strip
from sourcebook.publish.site.words import words_in

WORDS = words_in("en")


def test_every_work_has_a_square_and_the_undated_stand_apart():
    drawn = strip(["2004", "2004-03-24", "[2004-02-03,2004-03-02]", "2019", None], WORDS)
    assert drawn.dated.count("M") == 4
    assert drawn.undated.count("M") == 1
    assert drawn.says == "Entries by year of publication. 2004: 3; 2019: 1; no date: 1."


def test_no_work_has_no_strip():
    assert strip([], WORDS) is None


def test_works_without_any_date_are_drawn_without_an_axis():
    drawn = strip([None, None], WORDS)
    assert (drawn.dated, drawn.ticks, drawn.undated.count("M")) == ("", (), 2)


@pytest.mark.parametrize("many", [1, 6, 40, 400])
def test_a_pile_of_any_height_stays_within_the_drawing(many):
    drawn = strip(["2004"] * many, WORDS)
    tops = [float(start.split("h")[0].split()[1]) for start in drawn.dated.split("M")[1:]]
    assert min(tops) >= 0
    assert max(tops) < 56
