"""Pairs of citations, judged by hand: of one work, of two, or for an editor to say."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sourcebook.model.citing import Cited, Sameness
from sourcebook.model.decision import Ties
from sourcebook.reconcile.matching_works import matches, one_works
from sourcebook.reconcile.same_work import SAME, same_work
from tests.reconcile.pairs import pairs


def work(title, publisher=None, issued=None, url=None, *, name="a", authors=()):
    return Cited(id=name, title=title, publisher=publisher, issued=issued, url=url, authors=authors)


def sure(one, other):
    same = same_work(work(*one), work(*other, name="b"))
    return same.confidence if same else 0.0


ONE = [
    (("Children of the quarries", "Harbour Institute", "2014-03-03"), ("Children of the quaries", "Harbour Institute", "2014-03-03")),
    (("Hired on Sunday: recruiters in three towns", "Migrant Watch", "2011"), ("Hired on Sunday", "Migrant Watch", "2011")),
    (("The price of a passport", "ILO", "2013"), ("The price of a passport", "International Labour Organization", "2013")),
    (("Who buys the bricks of the kilns", None, "2018-11", "http://a.example/b"), ("Who buys the bricks of the kilns", None, "2018", "https://www.a.example/b/")),
    (("World survey of child labor", "Bureau of Tides", "2010"), ("World Survey of Child Labour", "Bureau of Tides", "2010-06")),
    (("Maids in the capital", "Quarterly", "2015", "http://old.example/maids"), ("Maids in the Capital", "Quarterly", "2015", "http://new.example/7")),
    (("Reporting", "Embassy of Ruritania- Strelsau", "2015-02-12"), ("reporting", "Embassy of Ruritania- Strelsau", "2015-02-12")),
    (("Penal Code", "Government of Ruritania", "2010"), ("Penal Code", "Government of Ruritania", "2010")),
    (("Étude sur le travail des enfants", "Ministère", "2012"), ("Etude sur le travail des enfants", "Ministère", "2012")),
]  # fmt: skip
TWO = [
    (("Annual report on trafficking 2013", "Ministry of Tides", "2014"), ("Annual report on trafficking 2014", "Ministry of Tides", "2014")),
    (("Country reports: Albania", "Department", "2014-02-27"), ("Country reports: Belarus", "Department", "2014-02-27")),
    (("Country reports", "Department", "2014-02-27"), ("Country reports: Belarus", "Department", "2014-02-27")),
    (("Reporting", "Embassy of Ruritania- Strelsau", "2015-02-12"), ("Reporting", "Embassy of Ruritania- Zenda", "2015-02-12")),
    (("Reporting", "Embassy of Ruritania- Strelsau", "2015-02-12"), ("Reporting", "Embassy of Ruritania- Strelsau", "2015-02-13")),
    (("Project to end child labour. Progress report", "Office", "2015-10"), ("Project to end child labour. Progress report", "Office", "2015-04")),
    (("Children of the quarries", "Harbour Institute", "2014"), ("Children of the docks", "Harbour Institute", "2014")),
    (("Labour Code, Law No. 12", "Government", "2003"), ("Labour Code, Law No. 21", "Government", "2003")),
    (("A field of strawberries", "Courier", "2004-07-09"), ("A field of strawberries", "Courier", "2014-07-09")),
    (("Penal Code", "Government of Ruritania", "2010"), ("Penal Code", "Government of Moldova", "2010")),
]  # fmt: skip


@pytest.mark.parametrize(("one", "other"), ONE)
def test_these_are_one_work(one, other):
    assert sure(one, other) >= SAME
    assert sure(other, one) == sure(one, other)


@pytest.mark.parametrize(("one", "other"), TWO)
def test_these_are_not_taken_for_one(one, other):
    assert sure(one, other) < SAME


LEAST_PRECISION, LEAST_RECALL = 0.99, 0.96


@pytest.mark.parametrize(("table", "number"), [("pairs.txt", 200), ("later_pairs.txt", 60)])
def test_pairs_judged_by_hand_are_told_as_they_were_judged(table, number):
    judged = list(pairs(table))
    found = [(same_work(pair.one, pair.other), pair) for pair in judged]
    joined = [pair for same, pair in found if same is not None and same.confidence >= SAME]
    right = sum(pair.one_work for pair in joined)
    assert len(judged) == number
    assert right / len(joined) >= LEAST_PRECISION, [pair for pair in joined if not pair.one_work]
    assert right / sum(pair.one_work for pair in judged) >= LEAST_RECALL


@pytest.mark.parametrize("table", ["pairs.txt", "later_pairs.txt"])
def test_a_pair_is_told_the_same_whichever_stands_first(table):
    for pair in pairs(table):
        one, other = same_work(pair.one, pair.other), same_work(pair.other, pair.one)
        assert (one and one.confidence) == (other and other.confidence)


def test_the_reason_is_said():
    same = same_work(
        work("The price of a passport", "Hall", "2013-05-01"), work("The price of a passport", "Hall", "2013-05-01")
    )
    assert same.because == "the same title; the same date; the same publisher"


def test_a_reference_is_matched_with_the_work_that_it_is_of():
    works = [
        work(f"Boats number {name} that leave at night", "Hall", "2012", name=name) for name in ("one", "two", "three")
    ]
    (found,) = matches([work("Boats number two that leave at nihgt", "Hall", "2012", name="r")], works)
    assert [same.other for same in found] == ["two"]


def alike(one, other, confidence=0.9):
    return Sameness(one=one, other=other, confidence=confidence, because="")


def test_groups_are_made_from_the_surest_on_and_never_hold_two_that_an_editor_parted():
    pairs = [alike("a", "b", 0.95), alike("b", "c", 0.85)]
    assert one_works("abc", pairs) == dict.fromkeys("abc", "a")
    parted = Ties(split=frozenset({frozenset("ac")}))
    assert one_works("abc", pairs, parted) == {"a": "a", "b": "a", "c": "c"}


def test_two_held_works_are_one_only_where_an_editor_says_so():
    pairs = [alike("a", "c"), alike("b", "c")]
    assert one_works("abc", pairs, held="ab") == {"a": "a", "b": "b", "c": "a"}
    assert set(one_works("abc", pairs, Ties(joined=frozenset({frozenset("ab")})), "ab").values()) == {"a"}


@given(st.lists(st.tuples(st.sampled_from("abcdef"), st.sampled_from("abcdef"), st.floats(0.8, 1)), max_size=12))
def test_the_order_in_which_pairs_come_changes_nothing(pairs):
    told = [alike(one, other, sure) for one, other, sure in pairs if one != other]
    assert one_works("abcdef", told) == one_works("abcdef", told[::-1])
