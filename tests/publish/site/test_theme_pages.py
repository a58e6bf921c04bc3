"""The pages of themes: what they count, what they keep apart, where their links lead, and that they stay small."""

from __future__ import annotations

import re

import pytest
from tests.world.archive import WORLD, entry
from tests.world.memory import MemoryView
from tests.world.neighbours import NEIGHBOURS

from sourcebook.errors import NotFound
from sourcebook.model import Page, Work
from sourcebook.publish.site import addresses
from sourcebook.publish.site.pages.theme import theme
from sourcebook.publish.site.pages.theme_grid import theme_grid
from sourcebook.publish.site.pages.themes import theme_index
from sourcebook.publish.site.pages.themes_of import themes_of
from sourcebook.publish.site.parts.theme_passages import AFTER, BEFORE, CUT, shortened
from sourcebook.publish.site.parts.theme_words import THEMES
from sourcebook.publish.site.render import render
from sourcebook.publish.site.site_page import Site
from sourcebook.vocabulary.themes import themes

SITE = Site(as_of="2026-11-25")
HOSTILE = "<script>alert('poverty')</script> \u202e פקודה 😀 " + "x" * 10_000


def crowded(places, passages):
    """Return pages of countries that name poverty this often, in works of their own."""
    return MemoryView(
        tuple(
            Page(
                place=place,
                entries=(
                    entry(
                        Work(title=f"Of {place}", issued="2010"),
                        *(f"Passage {number} of {place}: poverty and unemployment." for number in range(passages)),
                    ),
                ),
            )
            for place in places
        )
    )


@pytest.mark.parametrize("key", themes())
def test_every_theme_has_a_page_with_its_meaning_and_source(key):
    page = theme(NEIGHBOURS, SITE, key)
    assert page.content.means
    assert page.content.source
    assert page.address == f"/themes/{key}/"


@pytest.mark.parametrize("kind", THEMES)
def test_a_number_in_the_grid_leads_to_as_many_works_as_it_says(kind):
    grid = theme_grid(NEIGHBOURS, SITE, kind).content
    for row in grid.rows:
        for cell in row.cells:
            if cell.works:
                address, _, anchor = cell.address.partition("#")
                place = address.split("/")[-2]
                section = next(
                    one for one in themes_of(NEIGHBOURS, SITE, place).content.sections if one.anchor == anchor
                )
                assert len({one.work for one in section.passages}) == cell.works


def test_what_is_only_denied_is_not_counted_and_stands_apart():
    world = MemoryView((Page(place="AD", entries=(entry(Work(title="A"), "There was no forced begging."),)),))
    shown = theme(world, SITE, "begging").content
    assert not shown.passages
    assert len(shown.denied) == 1
    assert not shown.countries
    (section,) = themes_of(world, SITE, "AD").content.sections
    assert section.negated
    grid = theme_grid(world, SITE, "exploitation").content
    (denied,) = [cell for cell in grid.rows[0].cells if cell.denied]
    assert denied.works == 0
    assert denied.address == "/themes/in/AD/#denied-begging"


def test_a_theme_that_no_page_names_says_so_and_the_name_of_a_setting_is_no_theme():
    said = {text for _, text in theme_grid(WORLD, SITE, "recruitment").content.says}
    assert "named on no page" in said
    assert theme(WORLD, SITE, "spiritual").content.condition == (
        "No page of this archive names it. That says nothing of what happens.",
    )
    assert theme(WORLD, SITE, "labour_setting").content.is_setting


def test_a_country_with_many_passages_comes_in_parts_and_each_is_small():
    world = crowded(["AD"], 150)
    first = themes_of(world, SITE, "AD")
    assert first.parts == 5
    every = [themes_of(world, SITE, "AD", part) for part in range(1, first.parts + 1)]
    shown = [one.address for page in every for part in page.content.sections for one in part.passages]
    assert len(shown) == 300
    anchors = [anchor for page in every for anchor in re.findall(r' id="(poverty|unemployment)"', render(page, SITE))]
    assert sorted(anchors) == ["poverty", "unemployment", "unemployment"]
    assert 'id="poverty"' in render(first, SITE)
    assert max(len(render(page, SITE).encode()) for page in every) < 80_000
    assert every[1].address == "/themes/in/AD/part/2/"
    with pytest.raises(NotFound):
        themes_of(world, SITE, "AD", 6)


def test_a_theme_of_many_passages_shows_some_and_says_where_the_others_are():
    html = render(theme(crowded(["AD", "FR"], 150), SITE, "poverty"), SITE)
    assert "All others stand country by country." in html
    assert len(html.encode()) < 80_000


def test_the_grid_of_200_countries_comes_in_parts_and_each_is_small():
    places = [f"{one}{two}" for one in "ABCDEFGHIJ" for two in "ABCDEFGHIJKLMNOPQRST"]
    said = "They work on farms, in forestry, fishing, mining, factories, hotels, construction and private households."
    world = MemoryView(tuple(Page(place=place, entries=(entry(Work(title=f"Of {place}"), said),)) for place in places))
    first = theme_grid(world, SITE, "sectors")
    every = [theme_grid(world, SITE, "sectors", part) for part in range(1, first.parts + 1)]
    assert sum(len(page.content.rows) for page in every) == 200
    assert not first.content.silent
    assert max(len(render(page, SITE).encode()) for page in every) < 80_000


@pytest.mark.parametrize(
    ("make", "asked"),
    [(theme, "no-such-theme"), (theme_grid, "no-such-kind"), (themes_of, "XX"), (theme, "../../etc/passwd")],
)
def test_what_there_is_not_is_not_found(make, asked):
    with pytest.raises(NotFound):
        make(WORLD, SITE, asked)


def test_nothing_that_stands_in_a_passage_becomes_markup_or_makes_the_page_long():
    world = MemoryView((Page(place="AD", entries=(entry(Work(title=HOSTILE), HOSTILE, f"{HOSTILE} {HOSTILE}"),)),))
    for page in (theme(world, SITE, "poverty"), themes_of(world, SITE, "AD")):
        html = render(page, SITE)
        assert "<script>alert" not in html
        assert 'dir="auto"' in html
        assert len(html.encode()) < 80_000


def test_an_archive_without_pages_has_the_themes_and_an_empty_grid():
    empty = MemoryView(())
    assert "No themes" not in theme_index(empty, SITE).content.condition
    assert not theme_grid(empty, SITE, "means").content.rows
    assert "The archive has no country yet." in render(theme_grid(empty, SITE, "means"), SITE)


def test_a_passage_is_shortened_around_its_words_which_are_marked():
    text = "word " * 200 + "debt bondage" + " word" * 200
    made = shortened(text, [(1000, 1012)])
    assert [one.text for one in made if one.mark == "hit"] == ["debt bondage"]
    assert made[0].text == f"{CUT} "
    assert made[-1].text == f" {CUT}"
    assert len("".join(one.text for one in made)) <= BEFORE + AFTER + 2 * len(CUT) + 40


def test_addresses_of_parts_are_those_of_the_page_but_for_the_first():
    assert addresses.part("/BY/", 1) == "/BY/"
    assert addresses.part("/BY/", 3) == "/BY/part/3/"
