"""Figures read from prose, phenomenon by phenomenon: each row is a passage and what its numbers say."""

from __future__ import annotations

import pytest

from sourcebook.extract import claims

NAMES = ("counts", "status", "exploitation", "sex", "age", "place", "period", "qualifier")


def read(text, about="KE"):
    return claims(text, about=about).figures


def said(figure, fields):
    return {name: getattr(figure, name) for name in fields}


def row(text, *figures):
    return pytest.param(text, figures, id=text[:60])


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        row("Police freed 14 girls.", {"low": 14, "high": 14, "qualifier": "exact"}),
        row("Police freed some 14 girls.", {"low": 14, "high": 14, "qualifier": "about"}),
        row("Police freed more than 1,400 girls.", {"low": 1400, "high": None, "qualifier": "at_least"}),
        row("Up to 40 girls were freed.", {"low": None, "high": 40, "qualifier": "at_most"}),
        row("Between 50 and 70 girls were freed.", {"low": 50, "high": 70, "qualifier": "between"}),
        row("They freed 50-70 girls.", {"low": 50, "high": 70, "qualifier": "between"}),
        row("They freed a dozen girls.", {"low": 12, "number": "a dozen"}),
        row("They freed two hundred and six girls.", {"low": 206, "number": "two hundred and six"}),
        row("About 1.2 million children are in forced labour.", {"low": 1_200_000, "number": "1.2 million"}),
        row("They freed 10 thousand children.", {"low": 10_000}),
        row("Two thirds of the girls had been sold.", {"low": 66.67, "counts": "share"}),
        row("One in five girls had been sold.", {"low": 20, "counts": "share", "number": "One in five"}),
        row("Some 30 per cent of them were boys.", {"low": 30, "counts": "share", "qualifier": "about"}),
        row("There were no convictions.", {"low": 0, "counts": "convictions", "number": "no"}),
        row("Both traffickers were convicted.", {"low": 2, "number": "Both"}),
        row("A single trafficker was convicted.", {"low": 1, "number": "A single"}),
    ],
)
def test_a_number_is_read_with_its_bounds_and_how_it_is_said(text, figures):
    found = read(text)
    assert [said(figure, expected) for figure, expected in zip(found, figures, strict=True)] == list(figures)


@pytest.mark.parametrize(
    "text",
    [
        "The law of 14 March 2009 took effect in 2010.",
        "Girls between the ages of 12 and 17 are most at risk.",
        "Children under 15 may not work.",
        "A 34-year-old man worked 14 hours a day for nine months.",
        "Article 359 and section 12 of Law No. 105 forbid it. (3; 17) [51]",
        "The country remained on Tier 2 for the third year.",
        "He was sentenced to 20 years.",
        "The village lies 40 kilometres from the border.",
        "The district has 310,000 inhabitants.",
        "Thousands of women, several men and dozens of children left.",
        "The government did not report any convictions.",
        "There was no information on the number of victims.",
        "Traffickers no longer use the road.",
        "Call 113, or +375 17 2001122.",
        "Both men and women are trafficked.",
        "It is one of the main causes.",
        "They worked under COVID-19 rules.",
    ],
)
def test_what_counts_nothing_is_no_figure(text):
    assert read(text) == ()


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        row(
            "In 2019 the unit identified 45 victims, up from 32 in 2018.",
            {"counts": "victims", "status": "identified", "period": "2019"},
            {"counts": "victims", "status": "identified", "period": "2018"},
        ),
        row(
            "Judges convicted nine people; prosecutors dropped 14 cases and opened six investigations.",
            {"counts": "offenders"},
            {"counts": "cases"},
            {"counts": "investigations"},
        ),
        row(
            "The shelter housed 30 women and four girls who had been forced into prostitution.",
            {"counts": "victims", "status": "assisted", "exploitation": "sexual", "sex": "female", "age": None},
            {"counts": "victims", "status": "assisted", "exploitation": "sexual", "sex": "female", "age": "minor"},
        ),
        row("Police found nine possible victims.", {"status": "presumed"}),
        row("An estimated 40,000 people live in slavery.", {"counts": "victims", "status": "estimated"}),
        row("Inspectors removed 52 children from hazardous work.", {"counts": "people", "age": "minor"}),
        row("The ministry trained 620 officers on identifying victims.", {"counts": "people", "status": None}),
        row("Officers raided 34 brothels and seven farms.", {"counts": "places"}, {"counts": "places"}),
        row("They were paid 6,000 shillings.", {"counts": "money"}),
        row("People are taken to 30 countries.", {"counts": "countries"}),
        row("Police broke up three rings.", {"counts": "other"}),
        row(
            "In the first nine months of 2004 police freed 63 boys made to beg.",
            {"period": "2004-01/2004-09", "exploitation": "begging", "sex": "male", "age": "minor"},
        ),
        row("Since 2013 courts have convicted 12 traffickers.", {"period": "2013/.."}),
        row("NGOs believe that 250 girls are sold each year.", {"period": "annual"}),
        row("Police in Luxembourg freed 12 women from a brothel.", {"place": "LU"}),
        row("During the reporting period, 12 traffickers were convicted.", {"period": None}),
        row(
            "Courts held 12 trials in 2013 and nine in 2012, against 14 and 10 respectively the previous year.",
            {"counts": "prosecutions", "period": "2013"},
            {"counts": "prosecutions", "period": "2012"},
            {"counts": "prosecutions"},
            {"counts": "prosecutions"},
        ),
    ],
)
def test_a_figure_takes_its_fields_from_the_words_around_it(text, figures):
    found = read(text)
    assert [said(figure, expected) for figure, expected in zip(found, figures, strict=True)] == list(figures)


def parts(text):
    found = read(text)
    return {figure.number: next((f.number for f in found if f.id == figure.part_of), None) for figure in found}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Of the 91 victims, 52 were men.", {"91": None, "52": "91"}),
        ("They freed 60 people, of whom 24 were girls.", {"60": None, "24": "60"}),
        ("They freed 60 people, including 24 girls and 11 boys.", {"60": None, "24": "60", "11": "60"}),
        (
            "They freed 64 people (31 women and 33 men (nine of them boys)).",
            {"64": None, "31": "64", "33": "64", "nine": "33"},
        ),
        ("They freed 76 children: 41 from Mali and 35 from Ghana.", {"76": None, "41": "76", "35": "76"}),
        ("They took in 58 men and 33 women, 91 victims in all.", {"58": "91", "33": "91", "91": None}),
        ("Two of the seven suspects were charged.", {"Two": "seven", "seven": None}),
        ("Police freed 18 girls. Of these, seven were Thai.", {"18": None, "seven": "18"}),
        ("In 2015 they freed 60 men, compared with 41 women in 2014.", {"60": None, "41": None}),
    ],
)
def test_parts_point_to_their_whole(text, expected):
    assert parts(text) == expected


def test_the_same_number_said_again_points_to_the_first():
    first, again = read("They broke up 33 rings. The 33 rings had sold girls.")
    assert again.same_as == first.id
    assert first.same_as is None


def test_a_claim_names_its_reader_and_the_words_that_decided_it():
    (figure,) = read("In 2019 police rescued 14 girls from a brothel.")
    assert (figure.extractor, figure.version) == ("sourcebook.extract", "3")
    text = "In 2019 police rescued 14 girls from a brothel."
    words = {reason.field: text[reason.start : reason.end] for reason in figure.reasons}
    assert words["period"] == "2019"
    assert words["status"] == "rescued"
    assert words["exploitation"] == "brothel"
