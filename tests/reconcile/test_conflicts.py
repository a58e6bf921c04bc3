"""Figures that exclude each other are a conflict only where they fill one cell; where unlike, the refusal says why."""

from datetime import date

import pytest

from sourcebook.reconcile.conflicts import comparisons
from tests.reconcile.invented import mention

TODAY = date(2026, 11, 25)


def compared(one, other):
    return [(found.kind, found.because) for found in comparisons([one, other], TODAY)]


def victims(number, work, **fields):
    return mention(
        f"Police identified {number} victims.", str(number), work=work, issued="2011", period="2010", **fields
    )


def test_two_counts_of_one_counter_for_one_year_are_a_conflict():
    one, other = (
        victims(number, work, status="identified", said_by="Police") for number, work in ((90, "a"), (97, "b"))
    )
    ((kind, because),) = compared(one, other)
    assert kind == "conflict"
    assert "a slip in one of the works" in because


@pytest.mark.parametrize(
    ("first", "second", "reason"),
    [
        ({"status": "identified"}, {"status": "estimated"}, "an estimate"),
        (
            {"status": "identified", "said_by": "NGOs"},
            {"status": "identified", "said_by": "the government"},
            "different counters",
        ),
        ({"status": "identified"}, {"status": "identified", "period": "2010-01/2010-09"}, "different periods"),
        ({"status": "identified"}, {"counts": "cases"}, "people, the other cases"),
        ({"status": "presumed"}, {"status": "identified"}, "presumed"),
    ],
)
def test_unlike_figures_are_not_compared_and_the_reason_is_given(first, second, reason):
    one = mention("They counted 90 then.", "90", work="a", issued="2011", **({"period": "2010"} | first))
    other = mention("They counted 97 then.", "97", work="b", issued="2011", **({"period": "2010"} | second))
    ((kind, because),) = compared(one, other)
    assert kind == "not_comparable"
    assert reason in because


@pytest.mark.parametrize(
    "other",
    [
        victims(97, "a", status="identified"),
        victims(97, "b", status="identified", sex="female"),
        victims(97, "b", status="identified", place="PL"),
        victims(97, "b", status="identified", qualifier="at_most", low=None),
        mention("Officials trained 97 people.", "97", work="b", issued="2011", period="2010", counts="people"),
    ],
)
def test_what_may_both_be_true_is_no_conflict(other):
    assert "conflict" not in {kind for kind, _ in compared(victims(90, "a", status="identified"), other)}


def test_people_of_whatever_kind_are_never_set_against_each_other():
    one = mention(
        "The war displaced 734,000 people.", "734,000", work="a", issued="2021", period="2020", counts="people"
    )
    other = mention("Officials trained 1,199 people.", "1,199", work="b", issued="2021", period="2020", counts="people")
    assert compared(one, other) == []


def test_acts_of_the_law_need_words_in_common():
    one = mention(
        "Courts opened 12 cases of forced begging.", "12", work="a", issued="2011", period="2010", counts="cases"
    )
    same = mention(
        "The courts opened 15 cases of forced begging.", "15", work="b", issued="2011", period="2010", counts="cases"
    )
    unlike = mention(
        "Labour offices fined 40 firms in cases of unpaid leave.",
        "40",
        work="b",
        issued="2011",
        period="2010",
        counts="cases",
    )
    assert [kind for kind, _ in compared(one, same)] == ["conflict"]
    assert compared(one, unlike) == []


def in_one_year(count):
    return [
        victims(
            100 + at,
            f"work {at}",
            status=("identified", "estimated")[at % 2],
            said_by=("Police", "UNICEF", "the IOM")[at % 3],
        )
        for at in range(count)
    ]


def test_comparisons_of_one_year_grow_with_its_figures_and_not_with_their_square():
    few, many = (len(comparisons(in_one_year(count), TODAY)) for count in (100, 400))
    assert few < many < 5 * few


def test_among_many_figures_of_a_year_those_of_one_cell_still_conflict():
    alone = victims(90, "a", status="presumed", said_by="Police"), victims(97, "b", status="presumed", said_by="Police")
    found = [one for one in comparisons([*in_one_year(60), *alone], TODAY) if one.kind == "conflict"]
    assert {90, 97} in [{one.one.low, one.other.low} for one in found]
