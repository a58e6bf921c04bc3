"""A page in other languages, on paper and in the colours of the reader's own choice, in a real browser."""

from __future__ import annotations

from contextlib import ExitStack

import msgspec
import pytest
from tests.publish.site.seen import OPENED, TOO_WIDE, opened, violations
from tests.publish.site.serving import served
from tests.world.archive import ANDORRA, WORLD, passage
from tests.world.stored import stored_pages

from sourcebook.model import Extract, Work
from sourcebook.publish.site.site_page import Site
from sourcebook.publish.site.words import words_in
from sourcebook.settings import Settings

pytestmark = [pytest.mark.browser, pytest.mark.slow, pytest.mark.xdist_group("browser")]

LANGUAGES = ("ar", "es", "fr", "ru")
COUNTED = (
    "Victims from Andorra are trafficked to France and Spain. In 2009 officials of Andorra identified 120 victims of "
    "trafficking, of whom 80 were trafficked for sexual exploitation (including 20 minors) and 40 for forced labor; 70 "
    "were female (including 15 minors) and 50 were male (including 5 minors)."
)
REPORT = Work(title="The Invented Report on Held People", publisher="Example Office", issued="2009-06")
COUNTRY = msgspec.structs.replace(
    ANDORRA, summary=Extract(work=REPORT, passages=(passage(REPORT, COUNTED, role="summary"),))
)
PATHS = (
    "/",
    "/AD/",
    "/e/{work}/",
    "/f/{figure}/",
    "/compare/?c=AD,FR,ES,DE",
    "/themes/",
    "/themes/by-country/exploitation/",
    "/themes/in/AD/",
    "/search/?q=workers",
    "/cite/AD/",
    "/help/AD/",
    "/data/",
    "/about/",
)


@pytest.fixture(scope="module")
def held(tmp_path_factory):
    pages = [COUNTRY, *(page for page in WORLD.held if page is not ANDORRA)]
    return stored_pages(tmp_path_factory.mktemp("looks"), pages)


@pytest.fixture(scope="module")
def bases(held):
    with ExitStack() as stack:
        settings = {name: Settings(language=name, leave_to="http://elsewhere.invalid/") for name in ("en", *LANGUAGES)}
        sites = {name: Site(settings=one, as_of="2026-11-25", words=words_in(name)) for name, one in settings.items()}
        yield {name: stack.enter_context(served(held.view, site)) for name, site in sites.items()}


@pytest.fixture(scope="module")
def paths(held):
    with held.view() as view:
        figure = max(view.evidence.figures("AD"), key=lambda one: one.number or 0).id
    return [path.format(work=ANDORRA.entries[0].work.id, figure=figure) for path in PATHS]


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_page_is_wider_than_a_phone_in_any_language(browser, bases, paths, language):
    page = browser.new_page(viewport={"width": 320, "height": 900})
    wide = {}
    for path in paths:
        page.goto(bases[language] + path)
        page.evaluate(OPENED)
        over = page.evaluate(TOO_WIDE)
        wide |= {path: over} if over > 0 else {}
    page.close()
    assert not wide


@pytest.mark.parametrize("path", ["/", "/AD/", "/compare/?c=AD,FR", "/themes/by-country/exploitation/"])
def test_axe_finds_no_violation_from_right_to_left(browser, bases, path):
    page = browser.new_page()
    opened(page, bases["ar"] + path)
    found = violations(page, widths=(320, 1440))
    page.close()
    assert not found


BEFORE = (
    "(css) => [...document.querySelectorAll(css)].map((one) => getComputedStyle(one, '::before').content.slice(1, 2))"
)


@pytest.mark.parametrize("language", ["en", "ar"])
def test_an_arrow_points_the_way_that_its_passage_is_read_whatever_the_language_of_the_page(browser, bases, language):
    page = browser.new_page()
    page.goto(bases[language] + "/AD/")
    arrows = page.evaluate(BEFORE, "#summary .to")
    page.evaluate("document.querySelectorAll('#summary p').forEach((one) => { one.dir = 'rtl'; })")
    turned = page.evaluate(BEFORE, "#summary .to")
    page.close()
    assert arrows == ["→"] * len(arrows) != []
    assert turned == ["←"] * len(arrows)


def test_on_paper_stand_the_tables_of_pictures_and_the_addresses_of_works_and_no_buttons(browser, bases):
    page = browser.new_page(viewport={"width": 800, "height": 1100})
    page.goto(bases["en"] + "/AD/")
    page.emulate_media(media="print", color_scheme="dark")
    hidden = [".leave", ".menu", ".toc", "summary", "footer", "#find"]
    shown = {css: page.locator(css).first.is_visible() for css in [*hidden, "h1", ".entry .acts .out", ".cite"]}
    address = page.evaluate("getComputedStyle(document.querySelector('.entry .out'), '::after').content")
    ink = page.evaluate("getComputedStyle(document.body).color")
    tables = page.locator("details table").count()
    open_tables = sum(one.is_visible() for one in page.locator("details table").all())
    page.close()
    assert shown == dict.fromkeys(hidden, False) | {"h1": True, ".entry .acts .out": True, ".cite": True}
    assert "http" in address
    assert ink == "rgb(0, 0, 0)"
    assert open_tables == tables


@pytest.mark.parametrize("path", ["/", "/AD/", "/compare/?c=AD,FR", "/help/AD/"])
def test_in_colours_of_the_readers_choice_marks_controls_and_the_focus_are_still_seen(browser, bases, path):
    context = browser.new_context(forced_colors="active")
    page = context.new_page()
    opened(page, bases["en"] + path)
    found = violations(page, widths=(1440,))
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    outline = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
    leave = page.locator("a.leave")
    bordered = leave.evaluate("(one) => parseFloat(getComputedStyle(one).borderTopWidth)")
    context.close()
    assert not found
    assert outline == "solid"
    assert bordered >= 1
