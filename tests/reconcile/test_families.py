"""Mentions of one number about one thing form a family, with an origin, reasons and honest bounds."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sourcebook.reconcile.families import families
from tests.reconcile.invented import mention

TODAY = date(2026, 11, 22)
FIRST = "Some 8,000 Ruritanians are trafficked annually, according to Anna Petrova of the International Organization for Migration (IOM)."
SECOND = "According to a representative of the IOM, some 8,000 Ruritanians are trafficked annually."
THIRD = "NGO sources estimated that 8,000 citizens became victims of trafficking annually."


def fading():
    yearly = {"period": "annual", "qualifier": "about"}
    return [
        mention(FIRST, "8,000", work="first", issued="[2004-02-03,2004-03-02]", said_by="Anna Petrova of the International Organization for Migration (IOM)", **yearly),
        mention(SECOND, "8,000", work="second", known_by="2009", said_by="a representative of the IOM", **yearly),
        mention(THIRD, "8,000", work="third", issued="2006-03-08", said_by="NGO sources", status="estimated", period="annual"),
    ]  # fmt: skip


def test_three_works_of_one_number_rest_on_one_or_two_sources():
    (family,) = families(fading(), TODAY)
    assert (len(family.works), family.at_least, family.at_most) == (3, 1, 2)
    assert {member.mention.work: member.role for member in family.mentions} == {
        "first": "origin",
        "third": "unclear",
        "second": "repeat",
    }


def test_the_speaker_fades_from_a_named_official_to_a_kind_of_source():
    (family,) = families(fading(), TODAY)
    assert {member.mention.work: member.speaker for member in family.mentions} == {
        "first": "official",
        "second": "body",
        "third": "kind",
    }
    assert "speaker" in {drift.kind for drift in family.drift}


def test_equal_numbers_about_different_things_are_never_one_family():
    one = mention(
        "In April 2004 police freed 150 women taken to Luxembourg.", "150",
        work="a", sex="female", period="2004-04", destination=("LU",), place="LU", issued="2005",
    )  # fmt: skip
    other = mention(
        "In May 2004 the gendarmerie of Upper Austria reported 150 women.", "150",
        work="b", sex="female", period="2004-05", destination=("AT",), place="AT", issued="2005",
    )  # fmt: skip
    assert [len(family.works) for family in families([one, other], TODAY)] == [1, 1]


def test_a_title_and_the_sentence_below_it_are_one_mention():
    title = mention(
        "Some 8,000 victims annually", "8,000", work="w", role="title", qualifier="about", period="annual", id="t"
    )
    body = mention(
        FIRST, "8,000", work="w", said_by="Anna Petrova", qualifier="about", period="annual", id="b", issued="2004"
    )
    (family,) = families([title, body], TODAY)
    (member,) = family.mentions
    assert (member.mention.id, member.also) == ("b", ("t",))


def test_small_numbers_meet_by_chance_and_are_no_family():
    met = [mention(f"Police found 3 victims in the {at}th raid.", "3", work=str(at), issued="2010") for at in range(4)]
    assert {len(family.works) for family in families(met, TODAY)} == {1}


def test_undated_works_give_no_origin():
    silent = [mention(f"They counted 8,412 of them, part {at}.", "8,412", work=str(at)) for at in range(2)]
    (family,) = families(silent, TODAY)
    assert {member.role for member in family.mentions} == {"unclear"}


def test_a_work_dated_in_the_future_is_no_origin():
    late = mention("There were 8,412 of them.", "8,412", work="late", issued="2031")
    (family,) = families([late], TODAY)
    assert family.mentions[0].role == "unclear"
    assert "after the day" in family.mentions[0].because


def test_two_named_bodies_are_independent():
    one = mention(
        "UNICEF said 8,412 children were trafficked in 2010.",
        "8,412",
        work="a",
        said_by="UNICEF",
        period="2010",
        issued="2011",
    )
    other = mention(
        "The police registered 8,412 of them during 2010, their log shows.", "8,412",
        work="b", said_by="The police", period="2010", issued="2012",
    )  # fmt: skip
    (family,) = families([one, other], TODAY)
    assert [member.role for member in family.mentions] == ["origin", "independent"]
    assert (family.at_least, family.at_most) == (2, 2)


@pytest.mark.slow
def test_a_family_of_a_hundred_thousand_mentions_has_one_origin():
    many = [
        mention(FIRST, "8,000", work=f"w{at}", said_by="the IOM", issued=str(1900 + at % 120), period="annual")
        for at in range(100_000)
    ]
    (family,) = families(many, TODAY)
    assert [member.role for member in family.mentions].count("origin") == 1
    assert family.at_most == 1


@settings(deadline=None, max_examples=60)
@given(st.permutations(fading() * 1 + [
    mention("Some 8,000 women were trafficked.", "8,000", work="fourth", sex="female", issued="2007"),
    mention("UNICEF said 8,000 people a year.", "8,000", work="fifth", said_by="UNICEF", issued="2003", counts="people"),
    mention("It was 8,000.", "8,000", work="sixth"),
]))  # fmt: skip
def test_the_order_of_adding_makes_no_difference(shuffled):
    assert families(shuffled, TODAY) == families(sorted(shuffled, key=lambda one: one.id), TODAY)
