"""Ways of counting that take more than a noun after a number, each with what the fields of its figures say."""

from __future__ import annotations

import pytest

from sourcebook.extract import claims


def values(text, field, about="KE"):
    return [getattr(figure, field) for figure in claims(text, about=about).figures]


@pytest.mark.parametrize(
    ("field", "text", "expected"),
    [
        ("period", "In the two years to March 2015 it received 53 complaints.", ["2013-04/2015-03"]),
        ("period", "Since the law was passed in April 2008 it has freed 521 victims.", ["2008-04/.."]),
        ("period", "Police opened 52 cases in 2009 (2008: 50).", ["2009", "2008"]),
        (
            "counts",
            "It reported five investigations and 30 convictions; a year before there were 11 and two respectively.",
            ["investigations", "convictions", "investigations", "convictions"],
        ),
        ("counts", "There were 27 cases with 60 accused.", ["cases", "offenders"]),
        (
            "counts",
            "Bulgaria opened 149 investigations: 131 of sex trafficking and 18 of forced labour.",
            ["investigations"] * 3,
        ),
        (
            "exploitation",
            "It opened 149 cases, 131 of sex trafficking and 18 of forced labour.",
            [None, "sexual", "labour"],
        ),
        ("exploitation", "It freed 521 people, 51 percent from forced labour.", [None, "labour"]),
        ("status", "As many as 100 women a year are lured to China.", ["estimated"]),
        ("status", "Some 30,000 children are made to beg, a survey found.", ["estimated"]),
        ("status", "It put at about 20,000 the number of men in forced labour.", ["estimated"]),
        ("status", "The police sent home sixteen trafficked children.", ["assisted"]),
        ("status", "It sent 27 trafficked women on to shelters.", ["assisted"]),
        ("counts", "About 400 migrants were held in a detention centre.", ["people"]),
        ("age", "It freed 30 victims, 12 of them under age.", [None, "minor"]),
        ("age", "Twenty percent of the 71 victims found in 2006 were minors.", ["minor", None]),
        ("status", "They hold as many as a million bonded labourers, by the reckoning of the union.", ["estimated"]),
        (
            "exploitation",
            "It logged 324 offences: 184 for sex, 117 for labour and 23 for forced crime.",
            [None, "sexual", "labour", "crime"],
        ),
        ("sex", "It identified 12 Filipinas.", ["female"]),
        ("period", "Every year around 200 children are sold.", ["annual"]),
        (
            "period",
            "The courts, which had convicted eight traffickers in 2012, handed down no convictions.",
            ["2012", None],
        ),
        ("period", "In 2010, 19 victims were brought home through official channels in 2010.", ["2010"]),
        ("part_of", "There were 40 offenders awaiting trial, two convicted and five acquitted.", [None, None, None]),
        ("part_of", "It opened 20 cases of trafficking, 16 for sexual exploitation.", [None, "f1"]),
        ("counts", "A jury found one man guilty of trafficking.", ["offenders"]),
        (
            "counts",
            "Two shelters for trafficked girls took in 19 girls; three homes received 12 more.",
            ["places", "victims", "places", "victims"],
        ),
        ("counts", "The programme for victims took in 24 people.", ["victims"]),
        ("counts", "Police arrested eleven people, among them three police officers.", ["offenders", "offenders"]),
        ("counts", "In 2013 a judge gave one woman eight years for trafficking.", ["offenders"]),
        ("sex", "Seven men had to work, and four were sold for sex, all women from the north.", ["male", "female"]),
        ("sex", "The share of men rose from 37 percent in 2014 to 62 percent in 2015.", ["male", "male"]),
        ("period", "Six months after the earthquake of April 2015 police had freed 725 children.", [None]),
        ("place", "It freed 12 women; in Cambodia nineteen more were freed from brothels.", ["KE", "KH"]),
        ("part_of", "It tried 17 people, eleven of them foreigners, and acquitted eight of them.", [None, "f1", "f1"]),
        ("counts", "It employs 23 inspectors charged with investigating child labour.", ["people"]),
        ("counts", "Police took 32 people to court for trafficking.", ["offenders"]),
        ("counts", "Three citizens stood trial for trafficking.", ["offenders"]),
        ("counts", "They screened over 700 sex workers and found nine victims.", ["people", "victims"]),
        ("counts", "It freed eight victims and helped two others return home.", ["victims", "victims"]),
        ("counts", "Officials suspected that 43 of them were victims of forced labour.", ["victims"]),
        ("counts", "Since then 259 Yazidis have escaped from captivity.", ["victims"]),
        ("period", "Twelve investigations were launched in 2011.", ["2011"]),
        (
            "period",
            "In 2013 it opened seven cases with 68 victims (2012: eight and 25).",
            ["2013", "2013", "2012", "2012"],
        ),
        ("part_of", "It found 113 victims in 2019. Ivorians alone accounted for 78 percent.", [None, "f1"]),
        (
            "status",
            "Of the 175 presumed victims, 105 were men; confirmed victims came to nine.",
            ["presumed", "presumed", "identified"],
        ),
        ("exploitation", "Police freed twenty trafficked women in a mining town.", [None]),
    ],
)
def test_an_idiom_is_read_by_its_meaning(field, text, expected):
    assert values(text, field) == expected


def test_what_while_sets_apart_is_no_part():
    figures = claims(
        "Shelters housed 48 victims, 17 of them girls, while 23 received care in the north.", about="MX"
    ).figures
    assert [figure.part_of for figure in figures] == [None, figures[0].id, None]
    assert figures[2].age is None


def test_a_sum_of_a_few_over_two_sentences_is_chance():
    figures = claims("It convicted three traffickers. One agent and two drivers await trial.", about="ZM").figures
    assert [figure.part_of for figure in figures] == [None, None, None]


@pytest.mark.parametrize(
    "text",
    [
        "The ratio can exceed 100 percent, since some children start late.",
        "Child Help Line 1098 is run by the ministry.",
        "OF INTERNATIONAL LABOR AFFAIRS 24. Human Rights Watch. Reporting on trafficked children.",
        "Compulsory Education Age Yes 16",
    ],
)
def test_numbers_of_lists_lines_and_definitions_are_no_figures(text):
    assert claims(f"Police freed 12 trafficked children. {text}", about="BD").figures[1:] == ()


def test_the_day_a_page_was_looked_at_dates_nothing():
    assert values("[accessed 11 May 2014] Three women were trafficked to Jeddah.", "period") == [None]


def test_what_follows_an_aside_is_said_of_the_whole():
    text = "It reached 899 children, including 189 girls, who were victims of human trafficking."
    assert values(text, "counts") == ["victims", "victims"]


def test_rivers_and_core_areas_are_no_people_and_no_places():
    assert values("It works along four rivers in five core areas.", "counts") == ["other", "other"]
