"""A pack as HTML in a real browser: saved to a disk, without a network, at every width, and with a quick way out."""

from __future__ import annotations

from itertools import pairwise

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import sync_playwright
from tests.publish.packs.test_packs import pack_of

from sourcebook.publish.packs.html import to_html
from sourcebook.publish.packs.table import KINDS

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]

ELSEWHERE = "http://elsewhere.invalid/"
CHROMIUM = "/usr/bin/chromium"
WIDTHS = [320, 800, 1440]


@pytest.fixture(scope="module")
def browser():
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"])
        yield chromium
        chromium.close()


@pytest.fixture
def saved(view, tmp_path):
    for kind in KINDS:
        (tmp_path / f"{kind}.html").write_bytes(to_html(pack_of(view, kind, "AD", "FR"), ELSEWHERE))
    return tmp_path


def opened(browser, saved, kind, **options):
    page = browser.new_context(**options).new_page()
    page.context.route(ELSEWHERE, lambda route: route.fulfill(body="away", content_type="text/plain"))
    asked, complaints = [], []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: complaints.append(message.text))
    page.goto((saved / f"{kind}.html").as_uri())
    assert [url for url in asked if not url.startswith("data:")] == [page.url]
    assert complaints == []
    return page


@pytest.mark.parametrize("kind", KINDS)
def test_axe_finds_no_violation_and_nothing_scrolls_sideways(browser, saved, kind):
    page = opened(browser, saved, kind)
    found = {}
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 900})
            violations = Axe().run(page).response["violations"]
            found |= {(scheme, width, one["id"]): [node["html"] for node in one["nodes"]] for one in violations}
            assert page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth") <= 0
    assert not found


@pytest.mark.parametrize("kind", KINDS)
def test_a_pack_is_left_by_escape_and_the_way_back_is_closed(browser, saved, kind):
    page = opened(browser, saved, kind)
    for _ in range(3):
        page.keyboard.press("Escape")
    page.wait_for_url(ELSEWHERE)
    page.go_back()
    assert page.url == "about:blank"


def test_without_scripts_a_pack_is_read_whole_and_its_link_leaves(browser, saved):
    page = opened(browser, saved, "term-paper", java_script_enabled=False)
    assert page.get_by_role("heading", name="How to check this pack").is_visible()
    page.click("a.leave")
    page.wait_for_url(ELSEWHERE)


@pytest.mark.parametrize("kind", KINDS)
def test_headings_nest_and_no_word_of_a_column_s_head_is_broken(browser, saved, kind):
    page = opened(browser, saved, kind)
    levels = page.evaluate("[...document.querySelectorAll('h1,h2,h3,h4,h5')].map((one) => +one.tagName[1])")
    assert all(after <= before + 1 for before, after in pairwise(levels))
    page.set_viewport_size({"width": 800, "height": 900})
    broken = page.evaluate(
        """() => [...document.querySelectorAll('th')].filter((one) => {
            const range = document.createRange();
            range.selectNodeContents(one);
            const lines = new Set([...range.getClientRects()].map((line) => Math.round(line.top))).size;
            return lines > one.textContent.trim().split(/\\s+/).length;
        }).map((one) => one.textContent)"""
    )
    assert not broken
