"""Public tables are known by their content and give rows with their place in the file."""

import json

import pytest

from sourcebook.errors import InputRefused
from sourcebook.model.kinds import Fact, Tier
from sourcebook.read import document
from sourcebook.segment.tables import table_pages

TIERS = (
    '"countryname","iso","year","ccode","tier"\n'
    '"Ghana","GHA",2009,452,"Tier 2    "\n'
    '"Ghana","GHA",2010,452,"Watchlist    "\n'
    '"Ghana","GHA",2011,452,NA\n'
    '"Côte d\'Ivoire","",2010,437,"Tier 2 Watch List"\n'
    '"Nowhereland","QQQ",2010,1,"Tier 1"\n'
    '"Somalia","SOM",2010,520,"Special Case"\n'
)


def field(edition, text, **more):
    return {
        "edition_year": edition,
        "iso2": "GH",
        "country": "Ghana",
        "field": "Trafficking in persons",
        "text": text,
    } | more


def lines(*fields):
    return "\n".join(json.dumps(one, ensure_ascii=False) for one in fields) + "\n"


def pages(text):
    return {one.page.place: one for one in table_pages(document(text.encode())) or ()}


def claims(text, place="GH", kind=Tier):
    made = pages(text)[place]
    return [claim for passage in _passages(made.page) for claim in made.claims[passage.id] if isinstance(claim, kind)]


def _passages(page):
    return [passage for entry in page.entries for passage in entry.passages]


def test_a_tier_table_gives_a_tier_for_each_cell_that_has_one():
    made = pages(TIERS)
    assert sorted(made) == ["CI", "GH", "SO"]
    assert [(claim.year, claim.tier) for claim in claims(TIERS)] == [(2009, "2"), (2010, "2 Watch List")]
    assert [claim.tier for claim in claims(TIERS, "SO")] == ["Special Case"]


def test_a_row_knows_its_place_in_the_file():
    first, second = _passages(pages(TIERS)["GH"].page)
    assert (first.heading, second.heading) == ("row 2, column tier", "row 3, column tier")
    assert TIERS[second.start : second.end] == '"Ghana","GHA",2010,452,"Watchlist    "'


def test_the_words_of_a_claim_stand_where_it_says():
    made = pages(TIERS)["GH"]
    for passage in _passages(made.page):
        (claim,) = made.claims[passage.id]
        assert passage.text[claim.start : claim.end] == f"Tier {claim.tier}"
        (reason,) = claim.reasons
        assert passage.text[reason.start : reason.end] == str(claim.year)


@pytest.mark.parametrize("delimiter", [";", "\t"])
def test_columns_are_found_under_words_and_between_other_signs(delimiter):
    text = (
        "A table of tiers\n\n"
        + delimiter.join(("country", "year", "tier"))
        + "\n"
        + delimiter.join(("Ghana", "2010", "2WL"))
    )
    assert [(claim.year, claim.tier) for claim in claims(text)] == [(2010, "2 Watch List")]


def test_a_field_of_the_factbook_is_its_situation_and_its_rating_with_the_report_it_names():
    text = "current situation: children are moved within Ghana tier rating: Tier 2 Watch List - Ghana made efforts in 2007 (2008)"
    made = pages(lines(field(2009, text)))["GH"]
    situation, rating = _passages(made.page)
    assert situation.text == "current situation: children are moved within Ghana"
    assert rating.text.startswith("tier rating: Tier 2 Watch List")
    assert [(claim.tier, claim.year) for claim in made.claims[rating.id]] == [("2 Watch List", 2008)]
    assert situation.kind == rating.kind == "quoted"
    assert made.page.entries[0].work.issued == "2009"
    assert made.page.topic == "factbook-trafficking"
    assert "public domain" in made.page.rights_text


@pytest.mark.parametrize(
    ("rating", "tier", "year"),
    [
        ("tier rating: Tier 3 - it does not comply", "3", 2011),
        ("tier rating: Tier 2 Watch list Ghana stayed", "2 Watch List", 2011),
        ("tier rating: Tier 2 (Watch List) (2010)", "2 Watch List", 2010),
        (
            "tier rating: Tier 1; for more go to: https://www.state.gov/reports/2024-trafficking-in-persons-report/ghana/",
            "1",
            2024,
        ),
    ],
)
def test_the_year_of_a_tier_is_that_of_the_report_where_it_is_told_else_the_edition(rating, tier, year):
    (claim,) = claims(lines(field(2011, rating)))
    assert (claim.tier, claim.year) == (tier, year)
    assert bool(claim.reasons) is (year != 2011)


def test_a_text_without_a_year_that_is_printed_again_is_of_its_first_edition():
    again = [field(year, "tier rating: Tier 3 - it does not comply") for year in (2007, 2006)]
    assert [claim.year for claim in claims(lines(*again))] == [2006, 2006]


def test_empty_fields_say_nothing_and_a_list_is_read_like_lines():
    empty = field(2018, "current situation: | tier rating:")
    full = field(2016, "tier rating: Tier 3 (2015)")
    assert len(_passages(pages(lines(empty, full))["GH"].page)) == 1
    listed = json.dumps([empty, full])
    (passage,) = _passages(pages(listed)["GH"].page)
    assert json.loads(listed[passage.start : passage.end]) == full


def test_borders_are_facts_with_their_lengths():
    text = "total: 2,094 km border countries: Burkina Faso 549 km, Cote d'Ivoire 668 km, Togo 877 km"
    found = claims(lines({"edition_year": 2009, "iso2": "GH", "country": "Ghana", "text": text}), kind=Fact)
    assert [(fact.key, fact.value) for fact in found] == [
        ("borders", "2,094 km"),
        ("border:BF", "549 km"),
        ("border:CI", "668 km"),
        ("border:TG", "877 km"),
    ]


def test_what_is_no_table_is_none():
    for text in ("Ghana\n\nA page in words, 2010, tier 2.", '{"a": 1}', "year,tier\n2010,2\n", "[]", "{"):
        assert table_pages(document(text.encode())) is None


def test_a_table_that_names_no_country_is_refused():
    with pytest.raises(InputRefused, match="No row of this table"):
        table_pages(document(b"country,year,tier\nNowhereland,2010,Tier 1\n"))


def test_a_line_that_breaks_the_form_is_refused_with_its_number():
    with pytest.raises(InputRefused, match="Line 2"):
        table_pages(document((lines(field(2011, "tier rating: Tier 3")) + '{"edition_year": "x"}\n').encode()))
