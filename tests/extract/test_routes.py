"""Routes read from prose: each row is a passage and the pairs that it supports."""

from __future__ import annotations

import pytest

from sourcebook.extract import claims


def routes(text, about):
    return {(r.origin, r.destination, r.negated) for r in claims(text, about=about).routes}


@pytest.mark.parametrize(
    ("about", "text", "pairs"),
    [
        ("SK", "Slovak women are lured to Austria and forced into prostitution.", {("SK", "AT")}),
        (
            "MD",
            "Women from Moldova and Ukraine are sold into prostitution in Turkey, Cyprus and Israel.",
            {(a, b) for a in ("MD", "UA") for b in ("TR", "CY", "IL")},
        ),
        (
            "TJ",
            "Tajikistan is a source country for women trafficked through Kyrgyzstan to the UAE and Turkey.",
            {("TJ", "AE"), ("TJ", "TR")},
        ),
        ("TG", "Children are trafficked within the country for domestic servitude.", {("TG", "TG")}),
        (
            "OM",
            "Oman is a destination country for men and women from India and Nepal in forced labor.",
            {("IN", "OM"), ("NP", "OM")},
        ),
        ("GB", "Vietnamese boys are brought to Leeds and made to tend cannabis.", {("VN", "GB")}),
        ("ID", "The ministry repatriated 40 Indonesian maids exploited in Saudi Arabia.", {("ID", "SA")}),
        ("US", "Agents in Atlanta, Georgia, freed five Honduran women from a brothel.", {("HN", "US")}),
        ("CA", "Jordan Wexley, who runs a centre in Winnipeg, met three trafficked women.", set()),
        ("ZM", "The US Embassy in Lusaka and ECPAT Netherlands paid for training on trafficking.", set()),
        ("RS", "Serbia and Hungary signed a protocol against trafficking in human beings.", set()),
        (
            "LB",
            "Women from eastern Europe and from Syria are trafficked into Lebanon.",
            {("region:eastern Europe", "LB"), ("SY", "LB")},
        ),
        ("LV", "Latvian women are lured to Ireland and forced to marry Pakistanis there.", {("LV", "IE")}),
        ("ER", "Eritreans are kidnapped in Sudan and sold to gangs in the Egyptian Sinai.", {("ER", "EG")}),
        ("CZ", "Vietnamese labourers planted trees in Czech forests for months without wages.", {("VN", "CZ")}),
        (
            "LY",
            "Many Nigerians said they had been sold from one militia to the next for forced labour.",
            {("NG", "LY")},
        ),
        (
            "MN",
            "In Erenhot, a Chinese town, NGOs found about 30 Mongolian women in prostitution.",
            {("MN", "CN")},
        ),
        ("MZ", "Girls from Gaza are taken to Johannesburg and kept as sex slaves.", {("MZ", "ZA")}),
    ],
)
def test_a_passage_gives_the_pairs_that_it_supports(about, text, pairs):
    assert routes(text, about) == {(origin, destination, False) for origin, destination in pairs}


def test_a_route_that_the_text_denies_is_marked():
    text = "Portugal is no longer a destination for Brazilian women trafficked for prostitution."
    assert routes(text, "PT") == {("BR", "PT", True)}


def test_transit_is_kept_with_the_route():
    (route,) = claims(
        "A gang brought Brazilian women through Ireland to Spain and kept them in brothels.", about="IE"
    ).routes
    assert (route.origin, route.destination, route.transit, route.exploitation) == ("BR", "ES", ("IE",), "sexual")
