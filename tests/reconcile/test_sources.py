"""Bounds say how many sources there can be, and the origin is the telling that can be first and speaks for itself."""

from datetime import date

from sourcebook.reconcile.families import families
from sourcebook.reconcile.likeness import Likeness
from sourcebook.reconcile.sources import bounds
from tests.reconcile.invented import mention

TODAY = date(2026, 11, 22)


def linked(**strengths):
    return {tuple(map(int, key[1:].split("_"))): Likeness(strength=s, because="") for key, s in strengths.items()}


def test_likely_repeats_are_one_source_at_most():
    assert bounds(3, linked(l0_1="likely", l0_2="likely", l1_2="likely")) == (1, 1)


def test_a_vague_telling_never_makes_one_of_two_sources_that_exclude_each_other():
    assert bounds(3, linked(l0_1="none", l0_2="possible", l1_2="possible")) == (2, 3)


def told(work, issued, text, **fields):
    return mention(text, "8,412", work=work, issued=issued, counts="people", age="minor", **fields)


def roles(*mentions):
    (family,) = families(mentions, TODAY)
    return {member.mention.work: member.role for member in family.mentions}, family


def test_a_report_dated_by_its_year_comes_before_the_news_of_that_year():
    found, family = roles(
        told("news", "2009-02-03", "Lake Watch counted 8,412 children in debt bondage.", publisher="Valley Courier", said_by="Lake Watch"),
        told("report", "2009", "We counted 8,412 children in debt bondage.", publisher="Lake Watch"),
    )  # fmt: skip
    assert found == {"report": "origin", "news": "repeat"}
    assert (family.at_least, family.at_most, family.drift) == (1, 1, ())


def test_a_report_of_a_later_year_is_no_origin():
    found, _ = roles(
        told("news", "2008-02-03", "Lake Watch counted 8,412 children in debt bondage.", publisher="Valley Courier", said_by="Lake Watch"),
        told("report", "2009", "We counted 8,412 children in debt bondage.", publisher="Lake Watch"),
    )  # fmt: skip
    assert found["news"] == "origin"


def test_two_named_counters_are_two_sources_whatever_words_they_share():
    found, family = roles(
        told("one", "2008", "Lake Watch estimates that 8,412 children live in debt bondage on the lake.", said_by="Lake Watch"),
        told("two", "2009", "UNICEF estimates that 8,412 children live in debt bondage on the lake.", said_by="UNICEF"),
    )  # fmt: skip
    assert found == {"one": "origin", "two": "independent"}
    assert (family.at_least, family.at_most, family.drift) == (2, 2, ())


def test_a_text_that_names_nobody_is_no_firm_repeat_whatever_words_it_shares():
    found, family = roles(
        told("one", "2008", "Lake Watch says 8,412 children live in debt bondage on the lake.", said_by="Lake Watch"),
        told("two", "2009", "Some 8,412 children live in debt bondage on the lake."),
    )
    assert found == {"one": "origin", "two": "unclear"}
    assert (family.at_least, family.at_most) == (1, 2)


def test_a_work_that_is_named_by_its_title_is_repeated_and_not_forgotten():
    found, family = roles(
        told("Boats of the lake", "2008", "We counted 8,412 children in debt bondage.", publisher="Lake Watch"),
        told("two", "2009", "“Boats of the lake” tells of 8,412 children in debt bondage."),
    )
    assert found == {"Boats of the lake": "origin", "two": "repeat"}
    assert family.drift == ()


def test_drift_is_told_from_the_telling_that_is_repeated():
    _, family = roles(
        told("first", "2008", "Some 8,412 children may be in debt bondage, said Ama Boateng of Lake Watch.", said_by="Ama Boateng of Lake Watch"),
        told("second", "2009", "Lake Watch says 8,412 children are in debt bondage.", said_by="Lake Watch"),
        told("third", "2010", "NGOs say 8,412 children are in debt bondage.", said_by="NGOs"),
    )  # fmt: skip
    ids = {member.mention.id: member.mention.work for member in family.mentions}
    assert {(ids[step.earlier], ids[step.later], step.kind) for step in family.drift} == {
        ("first", "second", "speaker"),
        ("first", "second", "hedge"),
        ("first", "third", "speaker"),
        ("first", "third", "hedge"),
    }
