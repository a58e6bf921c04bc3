"""The comparison as a visitor meets it: what a form may hold, what the table says, what the file holds."""

import csv
import io

import pytest
from litestar.testing import TestClient
from tests.world.archive import entry
from tests.world.memory import MemoryView
from tests.world.neighbours import NEIGHBOURS
from tests.world.stored import stored_pages

from sourcebook.errors import NotFound
from sourcebook.model import Page, Work
from sourcebook.publish.site.app import create_app
from sourcebook.publish.site.asked_compare import MOST, asked_compare
from sourcebook.publish.site.pages.compare import compare_chosen, compare_group
from sourcebook.publish.site.pages.compare_files import compare_file
from sourcebook.publish.site.parts.kinds import plain
from sourcebook.publish.site.render import render
from sourcebook.publish.site.site_page import Site
from sourcebook.publish.site.words import Words

SITE = Site(as_of="2026-11-25", address="https://archive.example")
EVIL = "<script>alert(1)</script>"


@pytest.mark.parametrize(
    ("pairs", "places", "unknown"),
    [
        ([("c", "BY"), ("c", "UA")], ("BY", "UA"), ()),
        ([("c", "Belarus, Ukraine; BLR"), ("c", "by")], ("BY", "UA"), ()),
        ([("c", "Atlantis"), ("c", "UA")], ("UA",), ("Atlantis",)),
        ([("c", EVIL)], (), (EVIL,)),
        ([("c", ""), ("q", "BY"), ("c", " , ,")], (), ()),
    ],
)
def test_countries_go_by_names_and_codes_each_once(pairs, places, unknown):
    asked = asked_compare(pairs)
    assert (asked.places, asked.unknown) == (places, unknown)


@pytest.mark.parametrize(
    ("first", "last", "years"),
    [
        ("2010", "2020", (2010, 2020)),
        ("2020", "2010", (2010, 2020)),
        ("2010", "", (2010, 9999)),
        ("", "2010", (1, 2010)),
        ("soon", "20100", None),
        ("", "", None),
    ],
)
def test_years_are_four_figures_or_none(first, last, years):
    assert asked_compare([("from", first), ("to", last)]).years == years


def test_more_countries_than_a_table_holds_are_cut_and_that_is_said():
    asked = asked_compare([("c", "AD,AE,AF,AG,AL,AM,AO,AR,AT,AU,AZ,BA,BB,BD,BE")])
    assert len(asked.places) == MOST
    page = compare_chosen(NEIGHBOURS, SITE, [("c", "AD,AE,AF,AG,AL,AM,AO,AR,AT,AU,AZ,BA,BB,BD,BE")])
    assert page.content.problems == ("Only the first twelve countries are compared.",)


def test_one_country_or_an_unknown_one_is_told_and_the_words_stay_in_the_form():
    made = render(compare_chosen(NEIGHBOURS, SITE, [("c", f"Andorra, {EVIL}")]), SITE)
    assert "One country cannot be compared" in made
    assert "Andorra, &lt;script&gt;" in made
    assert EVIL not in made


def test_an_unknown_set_or_file_is_not_found():
    with pytest.raises(NotFound):
        compare_group(NEIGHBOURS, SITE, "nowhere")
    with pytest.raises(NotFound):
        compare_file(NEIGHBOURS, SITE, "AD", "compared.xls")
    with pytest.raises(NotFound):
        compare_file(NEIGHBOURS, SITE, "nowhere", "compared.csv")


def test_the_file_has_a_line_for_each_number_with_its_address():
    rows = list(csv.DictReader(io.StringIO(compare_file(NEIGHBOURS, SITE, "AD", "compared.csv").content.decode())))
    found = [row for row in rows if row["row"] == "Victims, identified, 2019"]
    assert [(row["country"], row["value"]) for row in found] == [("AD", "128"), ("ES", "39"), ("FR", "262")]
    assert all(row["address"].startswith("https://archive.example/f/") for row in found)


def test_a_served_site_answers_any_set_and_hands_it_out_as_a_file(tmp_path):
    store = stored_pages(tmp_path, NEIGHBOURS.held)
    with TestClient(create_app(store.view, lambda: SITE)) as client:
        page = client.get("/compare/?c=AD&c=FR&from=2018&to=2019")
        file = client.get("/compare/compared.csv?c=AD&c=FR&from=2018&to=2019")
    assert page.status_code == 200
    assert "Andorra and France" in page.text
    assert 'href="../compare/compared.csv?c=AD&amp;c=FR&amp;from=2018&amp;to=2019"' in page.text
    assert file.headers["content-disposition"].endswith("AD-FR-2018-2019.csv")
    assert "Victims, identified, 2019" in file.text


def test_right_to_left_the_same_table_is_made():
    site = Site(as_of="2026-11-25", words=Words(language="ar"))
    made = render(compare_group(NEIGHBOURS, site, "AD"), site)
    assert '<html lang="ar" dir="rtl">' in made


@pytest.mark.parametrize(("value", "said"), [(1e30, "10^30"), (12_345, "12,345"), (0.5, "0.5"), (float("inf"), "∞")])
def test_a_number_is_written_in_figures_and_the_largest_by_its_power(value, said):
    assert plain(value) == said


@pytest.mark.slow
def test_anything_may_stand_in_what_is_compared():
    crowd = " ".join(
        f"In 2019, the government identified {number} victims of trafficking." for number in range(10_001, 15_001)
    )
    huge = f"In 2019, the government identified {10**30} victims of trafficking, according to {EVIL}."
    pages = tuple(
        Page(place=place, heading=EVIL, entries=(entry(Work(title="T" * 10_000, credit=EVIL, issued="2020"), text),))
        for place, text in (
            ("AD", crowd),
            ("FR", huge),
            ("ES", "In 2019, the government identified 7 victims of trafficking."),
        )
    )
    view = MemoryView(pages)
    made = render(compare_group(view, SITE, "AD"), SITE)
    assert EVIL not in made
    assert len(made) < 40_000
    assert "and 4,997 others" in made
