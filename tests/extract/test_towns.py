"""Towns give places and routes, and numbers in brackets count the name before them."""

from __future__ import annotations

import pytest

from sourcebook.extract import claims


def pairs(text, about):
    return {(route.origin, route.destination) for route in claims(text, about=about).routes}


@pytest.mark.parametrize(
    ("about", "text", "routes"),
    [
        ("IN", "Girls are trafficked from Jharkhand to Delhi for domestic servitude.", {("IN", "IN")}),
        ("IN", "Nepali girls are trafficked to Mumbai and Delhi.", {("NP", "IN")}),
        ("PH", "Police in Bangkok freed 12 Filipino women from a brothel.", {("PH", "TH")}),
        (
            "GB",
            "It found 163 victims, from Albania (91), Vietnam (60) and China (12).",
            {("AL", "GB"), ("VN", "GB"), ("CN", "GB")},
        ),
        (
            "MD",
            "Turkey is the place to which most Moldovan women are trafficked, followed by Russia and Cyprus.",
            {("MD", "TR"), ("MD", "RU"), ("MD", "CY")},
        ),
    ],
)
def test_towns_and_ranked_countries_are_ends_of_routes(about, text, routes):
    assert pairs(text, about) == routes


def test_a_number_alone_in_brackets_counts_the_name_before_it_and_a_reference_does_not():
    figures = claims(
        "Most were taken to China (689), then to Thailand (143) and Malaysia (42). (16)", about="MM"
    ).figures
    assert [figure.low for figure in figures] == []
    figures = claims(
        "Of 900 victims, most went to China (689), then to Thailand (143) and Malaysia (42). (16)", about="MM"
    ).figures
    assert [figure.low for figure in figures] == [900, 689, 143, 42]
    assert [figure.destination for figure in figures[1:]] == [("CN",), ("TH",), ("MY",)]


@pytest.mark.parametrize(
    ("text", "period"),
    [
        (
            "Between January and September 2009 courts heard 119 cases (107 in the same period of 2008).",
            ["2009-01/2009-09", "2008-01/2008-09"],
        ),
        ("In 2010, 32 people were convicted (24 in 2009).", ["2010", "2009"]),
    ],
)
def test_the_date_of_a_number_in_brackets_is_its_own(text, period):
    assert [figure.period for figure in claims(text, about="UA").figures] == period


@pytest.mark.parametrize(
    ("about", "text", "routes"),
    [
        (
            "SK",
            "Slovak women were exploited in Austria, but no longer in Japan.",
            {("SK", "AT", False), ("SK", "JP", True)},
        ),
        ("OM", "Oman tried 17 people for sex trafficking: eleven Bangladeshis and six Indians.", set()),
        (
            "KG",
            "It helped 225 trafficked people; Turkey and Russia were the chief destinations.",
            {("KG", "TR", False), ("KG", "RU", False)},
        ),
        ("PH", "It helped 36 trafficked women home from Syria.", {("PH", "SY", False)}),
    ],
)
def test_denials_reach_what_follows_and_offenders_travel_no_route(about, text, routes):
    found = claims(text, about=about).routes
    assert {(route.origin, route.destination, route.negated) for route in found} == routes
