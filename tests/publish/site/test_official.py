"""What is reported of a country stands beside what public tables give, with the reason where the two do not compare."""

from __future__ import annotations

import pytest
from tests.world.archive import entry
from tests.world.stored import stored_pages

from sourcebook.model import Page, Work
from sourcebook.publish.site.pages.country import country
from sourcebook.publish.site.pages.front import front
from sourcebook.publish.site.parts.official import grouped
from sourcebook.publish.site.render import render
from sourcebook.publish.site.site_page import Site
from sourcebook.publish.site.words import Words
from sourcebook.query.official import official

SITE = Site(as_of="2026-11-25")
REPORT = Work(title="2020 Invented Report", publisher="Example Office", issued="2020-06-20")
TABLE = Work(title="Invented index of 2018", publisher="Invented Institute", issued="2018", kind="dataset")
TIERS = Work(title="Invented table of tiers", publisher="Invented Institute", issued="2015", kind="dataset")
TABLE_PAGE = Page(
    place="AD",
    topic="slavery-index",
    entries=(entry(TABLE, "In 2018 an estimated 400 people were victims of trafficking in Andorra."),),
)
TIERS_PAGE = Page(
    place="AD",
    topic="tip-tiers",
    entries=(
        entry(
            TIERS,
            "Andorra was placed on Tier 2 in the 2010 Trafficking in Persons Report.",
            "Andorra was placed on Tier 2 in the 2012 Trafficking in Persons Report.",
        ),
    ),
)


@pytest.fixture(scope="module")
def view(tmp_path_factory):
    main = Page(
        place="AD",
        heading="Principality of Andorra",
        entries=(
            entry(
                REPORT,
                "In 2019, the government identified 128 victims of trafficking.",
                "Andorra was placed on Tier 2 in the 2010 Trafficking in Persons Report.",
                "Andorra was placed on Tier 3 in the 2012 Trafficking in Persons Report.",
            ),
        ),
    )
    store = stored_pages(
        tmp_path_factory.mktemp("official"), (main, TABLE_PAGE, TIERS_PAGE, Page(place="FJ", heading="Fiji"))
    )
    with store.view() as opened:
        yield opened


def test_a_reported_count_and_an_official_estimate_stand_side_by_side_and_are_not_compared(view):
    (row,) = official(view.evidence, "AD").rows
    assert row.refused
    assert [cell[0].number for cell in row.cells] == ["128", "400"]
    shown = country(view, SITE, "AD").content.official
    (line,) = [one for one in shown.lines if one.refused]
    assert any("An estimate" in reason for reason in line.reasons)
    html = render(country(view, SITE, "AD"), SITE)
    assert "Beside public tables" in html
    assert "Not compared." in html


def test_tiers_stand_beside_those_of_the_table_and_the_years_that_differ_are_shown(view):
    tiers = official(view.evidence, "AD").tiers
    assert [(one.year, one.agrees) for one in tiers] == [(2012, False), (2010, True)]
    shown = country(view, SITE, "AD").content.official
    (line,) = [one for one in shown.lines if one.label == "Tier, 2012"]
    assert [cell.plain for cell in line.cells] == ["Tier 3", "Tier 2"]
    assert "one year and another one for one year" in shown.closing[0]


def test_a_country_that_no_table_tells_of_has_no_such_part(view):
    assert official(view.evidence, "FJ") is None
    assert "Beside public tables" not in render(country(view, SITE, "FJ"), SITE)


def test_the_front_page_maps_the_newest_figures_and_links_countries_also_where_there_is_none(view):
    page = front(view, SITE)
    html = render(page, SITE)
    cells = {cell.text: cell.href for group in page.content.coverage.groups for cell in group.cells}
    assert cells == {"Andorra, 2019": "/AD/", "Fiji, none": "/FJ/"}
    assert page.content.coverage.title == "One country has figures here"
    assert 'id="coverage"' in html


def test_a_figure_of_a_year_to_come_does_not_make_a_country_look_new(view):
    assert view.evidence.newest_figures(2018) == {"AD": 2018}


def test_an_empty_archive_has_no_map(tmp_path):
    store = stored_pages(tmp_path, ())
    with store.view() as empty:
        assert front(empty, SITE).content.coverage is None


def test_the_editions_of_a_table_are_named_once_with_their_years():
    titles = ("Index of Wool, 2016", "Index of Wool, 2018", "Table of Glass (2003)", "Index of Wool, 2023")
    titles = (*titles, "Ratings", *(f"Report {year}: tiers" for year in range(2001, 2005)))
    assert grouped(titles, Words()) == (
        "Index of Wool (2016, 2018 and 2023)",
        "Table of Glass (2003)",
        "Ratings",
        "Report: tiers (2001 to 2004)",
    )
