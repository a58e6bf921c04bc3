"""Countries: what the vocabulary holds, and how a country is found from what people write."""

from __future__ import annotations

import csv
import json
import re
import time
import tomllib
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sourcebook.vocabulary.countries import (
    countries,
    countries_in,
    country,
    find_country,
    neighbours,
    region_members,
)

DATA = Path(__file__).parents[3] / "shared" / "data"
local = pytest.mark.skipif(not DATA.is_dir(), reason="the reference data is not on this machine")

NAMED = {
    "BY": ["Belarus", "Republic of Belarus", "The Republic of Belarus", "BELARUS", "Byelorussia", "Belarus."],
    "CD": ["DRC", "D.R.C.", "the Democratic Republic of Congo", "Congo, Democratic Republic of the", "Zaire"],
    "CG": ["Republic of the Congo", "Congo-Brazzaville", "Congo, Republic of the", "Congo (Brazzaville)"],
    "CI": [
        "Cote d'Ivoire",
        "Côte d\u2019Ivoire",
        "Co\u0302te d'Ivoire",
        "Ivory Coast",
        "COTE D'IVOIRE",
        "Cote D'Ivoire",
    ],
    "LA": ["Lao People's Democratic Republic  (Laos)", "Lao PDR", "Laos"],
    "KG": ["Kyrgyz Republic", "Kyrgyzstan"],
    "CV": ["Cabo Verde", "Cape Verde"],
    "TL": ["Timor-Leste", "East Timor", "Timor Leste"],
    "TR": ["Turkey", "Türkiye", "Turkiye", "Turkey (Türkiye)", "Republic of Turkey"],
    "MM": ["Burma", "Myanmar", "Burma (Myanmar)"],
    "SZ": ["Swaziland", "Eswatini"],
    "AE": ["UAE", "U.A.E.", "United Arab Emirates"],
    "GB": ["UK", "U.K.", "Great Britain", "the United Kingdom"],
    "US": ["US", "U.S.", "USA", "U.S.A.", "United States of America"],
    "KP": ["North Korea", "Korea, North", "DPRK", "Korea, Democratic People's Republic of"],
    "KR": ["South Korea", "Korea, South", "Korea, Republic of"],
    "NL": ["Holland", "The Netherlands"],
    "CZ": ["Czech Republic", "Czechia", "CzechRepublic"],
    "MK": ["Macedonia", "FYROM", "Macedonia, the former Yugoslav Republic of", "North Macedonia"],
    "PS": ["Palestine", "West Bank and Gaza", "West Bank", "Gaza Strip"],
    "VC": ["St Vincent & the Grenadines", "St. Vincent and the Grenadines"],
    "BA": ["Bosnia_and_Herzegovina", "Bosnia & Herzegovina", "Bosnia"],
    "ST": ["São Tomé and Príncipe", "Sao Tome and Principe"],
    "BS": ["Bahamas, The", "The Bahamas"],
    "RS": ["Yugoslavia", "Serbia and Montenegro", "Former Yugoslavia"],
    "RU": ["Russian Federation", "Soviet Union", "USSR"],
    "GE": ["Georgia", "Republic of Georgia"],
    "CO": ["Columbia", "Republic of Columbia"],
    "ER": ["Eritria"],
    "XK": ["Kosovo"],
    "AN": ["Netherlands Antilles"],
}
NAMELESS = ["", "the", "us", "uae", "car", "Thai", "Republic of", "Minsk, Belarus", "Georgia (USA)", "State of Georgia"]
NAMELESS += ["Atlantis", "World", "European Union", "Pacific Ocean", "Human Trafficking", "Commonwealth of Virginia"]

MENTIONS = [
    ("Belarusians went to Turkey.", [("Belarusians", "BY", "demonym"), ("Turkey", "TR", "alias")]),
    ("Byelorussians and Belarussian girls", [("Byelorussians", "BY", "demonym"), ("Belarussian", "BY", "demonym")]),
    ("a turkey, a chad and us", []),
    (
        "the US, the U.S. and the UAE",
        [("US", "US", "abbreviation"), ("U.S.", "US", "abbreviation"), ("UAE", "AE", "abbreviation")],
    ),
    ("from the Republic\n   of Togo", [("Togo", "TG", "name")]),
    ("the United\n  Arab Emirates (UAE)", [("United\n  Arab Emirates", "AE", "name"), ("UAE", "AE", "abbreviation")]),
    ("Nigeriens, Nigerians", [("Nigeriens", "NE", "demonym"), ("Nigerians", "NG", "demonym")]),
    ("Filipinas in Côte d\u2019Ivoire", [("Filipinas", "PH", "demonym"), ("Côte d\u2019Ivoire", "CI", "name")]),
    ("Papua New Guinea, Guinea-Bissau", [("Papua New Guinea", "PG", "name"), ("Guinea-Bissau", "GW", "name")]),
    ("Latin America and the Indian Ocean", []),
    ("the Belarus-Ukraine border", [("Belarus", "BY", "name"), ("Ukraine", "UA", "name")]),
    ("Yugoslavs", [("Yugoslavs", "RS", "demonym")]),
    ("BELARUS AND UKRAINE", [("BELARUS", "BY", "name"), ("UKRAINE", "UA", "name")]),
    ("Bosnia And Herzegovina's", [("Bosnia And Herzegovina", "BA", "name")]),
    (
        "Romanians, Omanis, Somalis",
        [("Romanians", "RO", "demonym"), ("Omanis", "OM", "demonym"), ("Somalis", "SO", "demonym")],
    ),
    ("New Guinea, the Turks and Caicos", [("New Guinea", "PG", "alias"), ("Turks and Caicos", "TC", "alias")]),
    ("Kyiv\n\nRepublic\n\nof Congo", [("Congo", "CG", "alias")]),
    ("St. Lucia & St Kitts and Nevis", [("St. Lucia", "LC", "name"), ("St Kitts and Nevis", "KN", "name")]),
]


@pytest.mark.parametrize(("code", "phrase"), [(code, phrase) for code, named in NAMED.items() for phrase in named])
def test_a_country_is_found_from_every_form_that_pages_use(code, phrase):
    assert find_country(phrase) == code


@pytest.mark.parametrize("phrase", NAMELESS)
def test_a_phrase_that_names_no_country_finds_none(phrase):
    assert find_country(phrase) is None


@pytest.mark.parametrize(("text", "expected"), MENTIONS)
def test_mentions_are_found_where_they_stand(text, expected):
    assert [(text[m.start : m.end], m.code, m.form) for m in countries_in(text)] == expected


def test_a_form_of_two_countries_says_so():
    (congolese,) = countries_in("Congolese boys")
    assert (congolese.code, congolese.also) == ("CD", ("CG",))
    (dominican,) = countries_in("Dominican women")
    assert (dominican.code, dominican.also) == ("DO", ("DM",))
    (yugoslavia,) = countries_in("in Yugoslavia")
    assert yugoslavia.until == 2003
    assert set(yugoslavia.also) == {"BA", "HR", "ME", "MK", "SI", "XK"}


def test_every_code_leads_to_its_country():
    assert len(countries()) == 251
    for code, entry in countries().items():
        assert country(code) == country(entry.alpha3.lower()) == entry
        assert find_country(entry.name) == find_country(entry.official) == code
    assert country("112").code == "BY"
    assert country("ZZ") is None


def test_borders_are_mutual_and_name_countries():
    for code, entry in countries().items():
        assert all(code in neighbours(other) for other in entry.borders)
    assert neighbours("BY") == ("LT", "LV", "PL", "RU", "UA")
    assert neighbours("ZZ") == ()


def test_regions_hold_their_members():
    assert "BY" in region_members("Eastern Europe")
    assert (
        set(region_members("eastern africa"))
        < set(region_members("Sub-Saharan Africa"))
        < set(region_members("Africa"))
    )
    assert (
        sum(len(region_members(region)) for region in ("Africa", "Americas", "Antarctica", "Asia", "Europe", "Oceania"))
        == 251
    )


@given(st.text())
def test_no_text_makes_the_search_fail_and_spans_lie_inside_in_order(text):
    find_country(text)
    spans = [(match.start, match.end) for match in countries_in(text)]
    assert spans == sorted(spans)
    assert all(0 <= start < end <= len(text) for start, end in spans)
    assert all(end <= start for (_, end), (start, _) in pairwise(spans))


NAMES = st.sampled_from([(code, entry.name) for code, entry in countries().items()])
GAP = st.text(st.sampled_from(' \n\t,;()"\u2019\u2013'), max_size=5).map("{} ".format)


@given(st.lists(st.tuples(GAP, NAMES)), GAP)
def test_a_name_is_found_at_its_place_whatever_stands_between(parts, last):
    text, expected = "", []
    for gap, (code, name) in parts:
        text += gap + name
        expected.append((len(text) - len(name), len(text), code))
    assert [(match.start, match.end, match.code) for match in countries_in(text + last)] == expected


def test_the_data_file_holds_every_fact_that_was_corrected_by_hand():
    facts = {}
    for path in (Path(__file__).parents[2] / "scripts" / "country_facts").glob("*.toml"):
        facts |= tomllib.loads(path.read_text(encoding="utf-8"))
    held = {form.text for entry in countries().values() for form in entry.forms}
    for kind in ("alias", "abbreviation", "part", "misspelling", "demonym"):
        assert {text.rstrip("+") for texts in facts[kind].values() for text in texts} <= held, (
            "run scripts/make_countries"
        )
    assert {name for name, state in facts["former"].items()} <= held
    for field in ("name", "official", "capital", "dissolved"):
        assert {code: getattr(countries()[code], field) for code in facts[field]} == facts[field], field


def test_every_form_says_a_kind_that_is_known():
    kinds = {form.kind for entry in countries().values() for form in entry.forms}
    assert kinds == {"name", "official", "alias", "abbreviation", "part", "misspelling", "former", "demonym"}
    ended = [form for entry in countries().values() for form in entry.forms if form.kind == "former"]
    assert all(form.since < form.until for form in ended)


@local
def test_the_land_borders_agree_with_the_reference():
    path = DATA / "factbook" / "land_boundaries_2001_2025.jsonl"
    newest = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        newest[row["country"]] = row
    apart = {"AQ", "CU", "DK", "CA", "FR", "SX", "EH", "MA", "MR", "DZ", "CN", "PS"} | {""}
    for row in newest.values():
        listed = re.search(r"(?:border countr(?:y|ies)|regional borders)[^:]*:(.*?)(?:note|$)", row["text"])
        if listed and row["edition_year"] >= 2021 and row["iso2"] not in apart:
            found = {match.code for match in countries_in(listed[1])} - {row["iso2"]}
            assert found == set(neighbours(row["iso2"])), row["country"]


@local
def test_the_reference_tables_agree():
    for path in sorted((DATA / "factbook").glob("*.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            own = {"Guernsey": "GG", "Isle of Man": "IM", "Jersey": "JE"}.get(row["country"], row["iso2"])
            assert not own or find_country(row["country"]) == own, row["country"]
    for path in (DATA / "dol_findings").glob("*/*.txt"):
        assert find_country(path.stem), path.stem
    with (DATA / "tables" / "country-codes.csv").open(encoding="utf-8") as rows:
        for row in csv.DictReader(rows):
            entry = country(row["ISO3166-1-Alpha-2"])
            assert (entry.alpha3, int(entry.numeric)) == (row["ISO3166-1-Alpha-3"], int(row["ISO3166-1-numeric"]))
            assert not row["Sub-region Name"] or row["Sub-region Name"] in entry.regions
            for column in ("CLDR display name", "UNTERM English Short", "UNTERM English Formal", "official_name_en"):
                name = row[column].replace("*", "").strip()
                assert not name or find_country(name) == entry.code, name
    with (DATA / "tables" / "tip_tiers_1999_2015.csv").open(encoding="utf-8") as rows:
        for row in csv.DictReader(rows):
            assert find_country(row["countryname"]) == country(row["iso"]).code


@pytest.mark.slow
@pytest.mark.parametrize("piece", ["US ", "United Arab ", "Republic of ", "\n \n", "\r", " \u0301", "Guinea-"])
def test_a_megabyte_of_what_looks_like_countries_takes_seconds_at_most(piece):
    text = piece * (1_000_000 // len(piece))
    began = time.perf_counter()
    countries_in(text)
    assert time.perf_counter() - began < 20
