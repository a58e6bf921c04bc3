"""Every kind of page of a published site in a real browser: access for all, nothing from elsewhere, nothing that moves."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect
from tests.publish.site.seen import WATCHING, WIDTHS, opened, violations, watched
from tests.world.archive import ANDORRA, COUNTING, WORLD

pytestmark = [pytest.mark.browser, pytest.mark.slow, pytest.mark.xdist_group("published")]

FIRST = ANDORRA.entries[0].passages[0].id
PATHS = {
    "front": "/",
    "country": "/AD/",
    "country without an entry": "/FJ/",
    "country in parts": "/DE/",
    "further part": "/DE/part/2/",
    "topic": "/AD/street_children/",
    "watch": "/watch/DE/",
    "further findings": "/watch/DE/part/2/",
    "entry": f"/e/{COUNTING.id}/",
    "passage": f"/p/{FIRST}/",
    "figure": f"/f/{WORLD.evidence.figures('AD')[4].id}/",
    "cite": "/cite/AD/",
    "compare": "/compare/",
    "compare, ready-made": "/compare/AD/",
    "compare, asked": "/compare/?c=FR,ES",
    "compare, many": "/compare/?c=AD,FR,ES,DE,FJ,IT,PL&from=2000&to=2020",
    "compare, not understood": "/compare/?c=Atlantis",
    "search": "/search/",
    "search, found": "/search/?q=workers",
    "search, nothing found": "/search/?q=zebra",
    "themes": "/themes/",
    "theme": "/themes/labour/",
    "theme, a setting": "/themes/labour_setting/",
    "grid": "/themes/by-country/sectors/",
    "themes of a country": "/themes/in/AD/",
    "help index": "/help/",
    "help": "/help/GB/",
    "help without a number": "/help/AD/",
    "about": "/about/",
    "data": "/data/",
    "pack for a teacher": "/packs/DE/teacher.html",
    "pack for a term paper": "/packs/AD/term-paper.html",
    "brief": "/packs/AD/brief.html",
    "not found": "/nowhere/at/all/",
}
READY = {"search, found": "#hits mark", "compare, asked": "table.compared", "compare, many": "table.compared"}
"""What a script brings, to be waited for."""


@pytest.fixture(name="page")
def page_of(browser):
    context = browser.new_context()
    yield context.new_page()
    context.close()


def shown(page, published, name):
    opened(page, published + PATHS[name])
    if name in READY:
        expect(page.locator(READY[name]).first).to_be_visible(timeout=30_000)


@pytest.mark.parametrize("name", PATHS)
def test_axe_finds_nothing_and_nothing_is_too_wide_in_light_and_dark_at_three_widths(page, published, name):
    shown(page, published, name)
    assert not violations(page)


@pytest.mark.parametrize("name", PATHS)
def test_nothing_moves_and_nothing_is_asked_of_another_place_while_a_page_is_loaded(page, published, name):
    page.add_init_script(f"({WATCHING})()")
    moved = {}
    with watched(page, published) as told:
        for width in (WIDTHS[0], WIDTHS[-1]):
            page.set_viewport_size({"width": width, "height": 900})
            shown(page, published, name)
            moved[width] = page.evaluate("window.moved")
    assert not [where for where in moved.items() if where[1]]
    assert not told
    assert not page.context.cookies()


@pytest.mark.parametrize("name", [name for name in PATHS if not name.startswith(("search", "compare"))])
def test_what_a_page_says_is_read_without_scripts(browser, published, name):
    said = []
    for scripts in (True, False):
        context = browser.new_context(java_script_enabled=scripts)
        page = context.new_page()
        opened(page, published + PATHS[name])
        if scripts:
            page.evaluate("document.querySelectorAll('.copying').forEach((one) => one.remove())")
        said.append(page.locator("main").inner_text().split())
        context.close()
    assert said[0] == said[1]
    assert len(said[0]) > 10


@pytest.mark.parametrize(
    ("path", "told"), [("/search/?q=workers", "needs scripts"), ("/compare/?c=FR,ES", "needs scripts")]
)
def test_where_only_a_script_can_answer_the_page_says_so_and_leads_on(browser, published, path, told):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(published + path)
    expect(page.locator("noscript p")).to_contain_text(told)
    expect(page.locator("form.scripted")).to_be_hidden()
    page.locator("main a", has_text="Andorra").first.click()
    expect(page.locator("h1")).to_contain_text("Andorra")
    context.close()
