"""Tiers of one report that differ are a conflict with what could explain it; old tiers that are still told are gaps."""

import pytest

from sourcebook.reconcile.tiers import Placing, of_tiers


def table(year, tier):
    return Placing(
        country="GH",
        tier=tier,
        year=year,
        work="table",
        title="A table",
        passage=f"t{year}",
        official=True,
        dated=True,
        quoted=False,
    )


def edition(issued, year, tier, *, dated=True):
    return Placing(
        country="GH",
        tier=tier,
        year=year,
        work=f"edition {issued}",
        title=f"Edition {issued}",
        passage=f"e{issued}",
        issued=str(issued),
        official=True,
        dated=dated,
    )


def prose(text, year, tier):
    return Placing(country="GH", tier=tier, year=year, work="article", title="An article", passage="p", text=text)


def kinds(*placings):
    return [finding.kind for finding in of_tiers(placings)]


def test_two_tiers_for_one_report_are_a_conflict_with_both_sides():
    (finding,) = of_tiers([table(2009, "3"), edition(2010, 2009, "2 Watch List")])
    assert finding.kind == "conflict"
    assert finding.numbers == ("Tier 3", "Tier 2 Watch List")
    assert finding.works == ("table", "edition 2010")
    assert "a change between the report of 2009 and the edition of 2010" in finding.because


def test_a_tier_that_stands_under_the_year_beside_it_explains():
    (finding,) = of_tiers([table(2008, "2 Watch List"), table(2009, "3"), edition(2010, 2009, "2 Watch List")])
    assert "the tier of the report of 2008, told under the year beside it" in finding.because


@pytest.mark.parametrize(
    "placings",
    [
        (table(2009, "3"), edition(2010, 2009, "3")),
        (table(2008, "3"), edition(2010, 2009, "2")),
        (table(2009, "3"), edition(2010, 2009, "2", dated=False)),
        (table(2009, "3"), prose("In 2009 they spoke of Tier 2.", 2009, "2")),
        (prose("The 2009 report has Tier 2.", 2009, "2"),),
    ],
)
def test_what_agrees_or_does_not_name_its_report_is_no_conflict(placings):
    assert "conflict" not in kinds(*placings)


def test_prose_that_names_the_report_can_be_in_conflict_with_a_table():
    assert kinds(table(2009, "3"), prose("Tier 2 in the 2009 report.", 2009, "2")) == ["conflict"]


def test_one_conflict_is_told_for_all_editions_of_one_text():
    assert kinds(table(2009, "3"), edition(2010, 2009, "2"), edition(2011, 2009, "2")).count("conflict") == 1


def test_an_edition_that_tells_an_old_report_is_a_gap_with_what_came_after():
    *_, finding = of_tiers([table(2009, "2"), table(2011, "3"), edition(2011, 2009, "2"), edition(2012, 2009, "2")])
    assert finding.kind == "gap"
    assert finding.text == (
        "What was issued in 2011 to 2012 still tells Ghana on Tier 2 in the report of 2009;"
        " by the report of 2011 it stood on Tier 3."
    )
    assert kinds(table(2009, "2"), edition(2010, 2009, "2")) == []


def test_the_order_makes_no_difference():
    held = [table(2009, "3"), edition(2010, 2009, "2"), edition(2012, 2009, "2"), table(2012, "1")]
    assert of_tiers(held) == of_tiers(reversed(held))
