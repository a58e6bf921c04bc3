"""Every task of a published site done with the keyboard alone, on a desk and on a phone, and always seen where one is."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect
from tests.publish.site.conftest import ELSEWHERE
from tests.publish.site.keyboard import Hands, stops
from tests.publish.site.seen import opened
from tests.publish.site.test_published_browser import PATHS, READY

pytestmark = [pytest.mark.browser, pytest.mark.slow, pytest.mark.xdist_group("published")]


@pytest.fixture(name="hands", params=[320, 1440])
def at_a_keyboard(browser, request):
    context = browser.new_context(
        viewport={"width": request.param, "height": 800}, permissions=["clipboard-read", "clipboard-write"]
    )
    context.route(ELSEWHERE, lambda route: route.fulfill(body="away", content_type="text/plain"))
    yield Hands(context.new_page())
    context.close()


@pytest.fixture(name="at")
def starting_at(hands, published):
    def start(path):
        opened(hands.page, published + path)
        return hands

    return start


@pytest.mark.parametrize("name", PATHS)
def test_tab_stops_at_everything_once_in_order_and_leaves_the_page(browser, published, name):
    page = browser.new_page(viewport={"width": 320, "height": 800})
    opened(page, published + PATHS[name])
    if name in READY:
        expect(page.locator(READY[name]).first).to_be_visible(timeout=30_000)
    wanted, reached = stops(page)
    page.close()
    assert wanted
    assert reached == wanted


def test_the_first_stop_skips_what_stands_on_every_page(at):
    hands = at("/AD/")
    assert hands.tab()["name"] == "Skip to content"
    hands.enter()
    hands.tab()
    assert hands.page.evaluate("!!document.activeElement.closest('main')")


def test_the_way_out_is_among_the_first_three_stops_and_works(at):
    hands = at("/AD/")
    assert "Leave this page" in [hands.tab()["name"] for _ in range(3)]
    hands.enter()
    hands.page.wait_for_url(ELSEWHERE)


@pytest.mark.parametrize("path", ["/AD/", "/help/GB/", "/search/?q=workers", "/nowhere/"])
def test_escape_three_times_leaves_wherever_the_focus_is(at, path):
    hands = at(path)
    for _ in range(4):
        hands.tab()
    for _ in range(3):
        hands.enter("Escape")
    hands.page.wait_for_url(ELSEWHERE)


def test_a_figure_is_found_on_its_country_and_followed_to_its_passage_and_its_entry(at):
    hands = at("/")
    hands.follow("Andorra")
    hands.to("41")
    note = hands.page.evaluate(
        "document.getElementById(document.activeElement.getAttribute('aria-describedby'))?.innerText"
    )
    assert "41" in note
    with hands.page.expect_navigation():
        hands.enter()
    expect(hands.page.locator("h1")).to_contain_text("41")
    hands.follow("entry", within="#place")
    expect(hands.page.locator("blockquote")).to_contain_text("41 workers")
    hands.follow("All of this work")
    hands.follow("in its place")
    assert re.search(r"/AD/#[0-9a-z]{12}$", hands.page.url)


def test_a_passage_is_copied_with_its_citation(at):
    hands = at("/AD/")
    hands.to("Copy with citation:", "button")
    hands.enter("Space")
    expect(hands.page.locator(".said")).to_have_text("Copied with its citation.")
    assert "/p/" in hands.page.evaluate("navigator.clipboard.readText()")


@pytest.mark.parametrize(("name", "ending"), [("BibTeX", "bib"), ("RIS", "ris"), ("CSL-JSON", "json")])
def test_a_citation_is_downloaded(at, name, ending):
    hands = at("/AD/")
    hands.to(name, "a", within="#rights")
    with hands.page.expect_download() as download:
        hands.enter()
    assert download.value.suggested_filename.endswith(ending)


def test_a_reading_list_is_opened_in_another_style(at):
    hands = at("/AD/")
    hands.follow("Take the reading list")
    hands.to("MLA", "summary")
    hands.enter()
    expect(hands.page.locator("details", has_text="MLA").locator("li").first).to_be_visible()


def test_words_are_searched_narrowed_to_a_country_and_a_result_is_opened(at):
    hands = at("/")
    hands.to("Search everything", "input")
    hands.type("workers")
    with hands.page.expect_navigation():
        hands.enter()
    expect(hands.page.locator("#hits mark").first).to_be_visible(timeout=30_000)
    everywhere = hands.page.locator("#said").inner_text()
    hands.to("Country", "select")
    hands.type("Fra")
    expect(hands.page.locator("#said")).not_to_have_text(everywhere)
    hands.enter("Home")
    hands.enter("ArrowDown")
    expect(hands.page).to_have_url(re.compile("place=AD"))
    expect(hands.page.locator("#hits .meta").first).to_contain_text("Andorra")
    hands.tab()
    assert hands.page.evaluate("!!document.activeElement.closest('#hits')")
    with hands.page.expect_navigation():
        hands.enter()
    assert re.search(r"/AD/#[0-9a-z]{12}$", hands.page.url)


def test_chosen_countries_are_compared_the_refusal_is_read_and_its_number_followed(at):
    hands = at("/")
    hands.follow("Compare", within=".menu")
    hands.to("Countries, parted by commas", "input")
    hands.type("Andorra, France")
    hands.to("Compare", "button")
    with hands.page.expect_navigation():
        hands.enter()
    expect(hands.page.locator("table.compared")).to_be_visible(timeout=30_000)
    refused = hands.page.locator(".because").first
    expect(refused).to_contain_text("Not compared.")
    assert len(refused.inner_text()) > 40
    hands.to("Download as CSV", "a")
    with hands.page.expect_download() as download:
        hands.enter()
    assert download.value.suggested_filename == "AD-FR.csv"
    hands.to("", "a", within=".refused td")
    with hands.page.expect_navigation():
        hands.enter()
    assert "/f/" in hands.page.url


def test_a_theme_is_followed_from_the_grid_of_countries_to_a_passage(at):
    hands = at("/")
    hands.follow("Themes", within=".menu")
    hands.follow("Countries by theme: What for")
    hands.to("", "region")
    hands.enter("ArrowRight")
    hands.page.wait_for_timeout(300)
    board = hands.page.locator(".board")
    if board.evaluate("(one) => one.scrollWidth > one.clientWidth"):
        assert board.evaluate("(one) => one.scrollLeft") > 0
    hands.to("", "a", within=".board td")
    with hands.page.expect_navigation():
        hands.enter()
    hands.follow("¶", within=".hits")
    assert "/p/" in hands.page.url


@pytest.mark.parametrize("path", ["/DE/", "/AD/"])
def test_the_table_behind_each_picture_is_opened(at, path):
    hands = at(path)
    pictures = hands.page.locator("#pictures details").count()
    for number in range(pictures):
        hands.to("As a table", "summary", within="#pictures")
        hands.enter()
        expect(hands.page.locator("#pictures details").nth(number).locator("td").first).to_be_visible()
    assert pictures or path == "/AD/"


def test_a_long_page_is_read_part_by_part_and_back(at):
    hands = at("/DE/")
    hands.follow("Next part")
    assert hands.page.url.endswith("/DE/part/2/")
    hands.follow("Part before")
    assert hands.page.url.endswith("/DE/")


def test_every_finding_is_reached_where_the_page_has_no_room_for_them(at):
    hands = at("/DE/")
    hands.to("", "a", within="#watch > p")
    with hands.page.expect_navigation():
        hands.enter()
    assert hands.page.url.endswith("/watch/DE/")
    hands.follow("Next part")
    hands.follow("Trace")
    assert "/f/" in hands.page.url


def test_a_number_to_call_is_found(at):
    hands = at("/")
    hands.follow("Help", within=".menu")
    hands.follow("United Kingdom")
    assert hands.to("0808")["role"] == "a"


@pytest.mark.parametrize(
    ("what", "name"), [("A pack for a term paper", "term-paper"), ("A lesson", "teacher"), ("A brief", "brief")]
)
def test_a_pack_is_taken_and_read(at, published, what, name):
    hands = at("/AD/")
    hands.to(what, "a", within=".trio")
    with hands.page.expect_download() as download:
        hands.enter()
    assert download.value.suggested_filename.endswith(".html")
    hands = at(f"/packs/AD/{name}.html")
    assert hands.to("Leave this page", "a")


def test_from_an_address_at_which_nothing_stands_one_finds_on(at):
    hands = at("/nowhere/at/all/")
    hands.follow("Andorra")
    expect(hands.page.locator("h1")).to_have_text("Andorra")
