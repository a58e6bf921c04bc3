"""What one kind of figure is, and in what two kinds differ."""

import pytest

from sourcebook.reconcile.alike import Kind, differences, kind_of, length_of, question_of, year_of
from tests.reconcile import invented


def mention(**fields):
    return invented.mention("They counted 128 victims.", "128", **fields)


@pytest.mark.parametrize(
    ("period", "length"),
    [
        (None, "unsaid"),
        ("", "unsaid"),
        ("annual", "rate"),
        ("2019", "year"),
        ("2019-04/2020-03", "year"),
        ("2019-01/2019-06", "months"),
        ("2019-05", "months"),
        ("2012/2018", "years"),
        ("nonsense", "unsaid"),
    ],
)
def test_a_period_spans_a_year_a_part_of_one_or_several(period, length):
    assert length_of(period) == length


@pytest.mark.parametrize(
    ("fields", "year"),
    [
        ({"period": "2019", "issued": "2020"}, 2019),
        ({"period": "2019-04/2020-03", "issued": "2021"}, 2020),
        ({"period": "annual", "issued": "2004"}, 2004),
        ({"period": None, "issued": "2004-05-06"}, 2004),
        ({"period": None, "issued": None}, None),
    ],
)
def test_a_figure_stands_under_the_last_year_of_its_period_or_that_of_its_work(fields, year):
    assert year_of(mention(**fields)) == year


@pytest.mark.parametrize(
    "fields",
    [
        {"counts": "people"},
        {"counts": "share"},
        {"counts": "money"},
        {"part_of": "x"},
        {"same_as": "x"},
        {"place": None},
        {"origin": ("UA",)},
        {"destination": ("RU",)},
    ],
)
def test_parts_and_what_counts_anything_or_people_of_elsewhere_answer_no_question(fields):
    assert question_of(mention(**({"place": "BY"} | fields))) is None


def test_victims_and_cases_answer_one_question_and_are_of_two_kinds():
    people, cases = mention(counts="victims", place="BY"), mention(counts="cases", place="BY")
    assert question_of(people) == question_of(cases)
    assert "counts" in {one.field for one in differences((kind_of(people), kind_of(cases)))}


@pytest.mark.parametrize(
    ("one", "other", "field"),
    [
        ({"status": "estimated"}, {"status": "identified"}, "status"),
        ({"period": "2019"}, {"period": "2019-01/2019-06"}, "length"),
        ({"period": "2019-01/2019-06"}, {"period": "2019-07/2019-12"}, "period"),
        ({"period": "annual"}, {"period": "2019"}, "length"),
        ({"said_by": "the IOM"}, {"said_by": "the Ministry of Interior"}, "counter"),
        ({"said_by": "NGOs"}, {"said_by": "the police"}, "counter"),
        ({"said_by": None, "publisher": "A"}, {"said_by": None, "publisher": "B"}, "counter"),
    ],
)
def test_what_differs_is_named(one, other, field):
    both = {"counts": "victims", "status": "identified", "period": "2019", "said_by": "the government"}
    kinds = (kind_of(mention(**(both | one))), kind_of(mention(**(both | other))))
    assert field in {difference.field for difference in differences(kinds)}


@pytest.mark.parametrize(
    "said_by", ["the government", "police", "the Ministry of Interior", "Prosecutor General’s Office"]
)
def test_a_states_own_bodies_are_one_counter_each_at_home(said_by):
    assert kind_of(mention(said_by=said_by)).counter == "state"


@pytest.mark.parametrize("said_by", ["U.S. Department of State", "the IOM", "NGO sources"])
def test_others_are_not_the_state(said_by):
    assert kind_of(mention(said_by=said_by)).counter != "state"


def test_convictions_are_the_states_whoever_tells_of_them():
    assert kind_of(mention(counts="convictions", said_by="NGOs")).counter == "state"


def test_each_value_is_told_with_who_has_it():
    kinds = tuple(
        Kind(counts="victims", status=status, length="year", counter="state")
        for status in ("identified", "estimated", "identified")
    )
    (told,) = differences(kinds)
    assert told.values == (("identified", (0, 2)), ("estimated", (1,)))
