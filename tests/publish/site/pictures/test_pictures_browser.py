"""What a real browser finds of a page with every picture: access for all, words that can be read, room to click."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe
from tests.publish.site.pictures.gallery import gallery, page

from sourcebook.publish.site.pictures.lettering import LARGE, SIZE
from sourcebook.publish.site.rules import HEADERS
from sourcebook.publish.site.static import static_files

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]

HOST = "https://pictures.invalid/"
# Every text of a drawing that is seen, and how large it is seen.
TEXTS = """() => [...document.querySelectorAll('svg text')].filter((one) => one.getBoundingClientRect().width).map((one) => {
    const matrix = one.getScreenCTM();
    const drawn = parseFloat(getComputedStyle(one).fontSize);
    return [one.textContent, drawn * Math.hypot(matrix.a, matrix.b), drawn];
})"""
# Every text of a drawing that is seen and runs out of its picture.
OUT = """() => [...document.querySelectorAll('figure')].flatMap((figure) => {
    const room = figure.getBoundingClientRect();
    return [...figure.querySelectorAll('svg text')].map((one) => [one.textContent, one.getBoundingClientRect()])
        .filter(([_, box]) => box.width && (box.left < room.left - 14 || box.right > room.right + 14))
        .map(([said, box]) => [said, box.left - room.left, box.right - room.right]);
})"""
HITS = """() => [...document.querySelectorAll('svg a > circle:first-child')].map((one) => one.getBoundingClientRect())
    .filter((box) => box.width).map((box) => Math.min(box.width, box.height))"""
SEEN = """() => [...document.querySelectorAll('figure')].map((one) =>
    [...one.querySelectorAll('figcaption ~ svg, .beside > div > svg')].filter((svg) => svg.getBoundingClientRect().width).length)"""


def answer(route):
    name = route.request.url.removeprefix(HOST).split("?")[0]
    files = {path: (one.content.decode(), one.media_type) for path, one in static_files().items()}
    body, kind = files.get(name, (page(gallery().values(), css=""), "text/html"))
    route.fulfill(body=body, content_type=kind, headers={**HEADERS, "content-type": kind})


def opened(browser, width, **more):
    context = browser.new_context(viewport={"width": width, "height": 900}, **more)
    context.route(HOST + "**", answer)
    shown = context.new_page()
    shown.complaints = []
    shown.on("console", lambda message: shown.complaints.append(message.text) if message.type == "error" else None)
    shown.goto(HOST)
    return shown


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 800, 1440])
def test_axe_finds_no_violation_and_the_rules_of_the_site_are_kept(browser, width, scheme):
    shown = opened(browser, width, color_scheme=scheme)
    shown.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true; })")
    found = Axe().run(shown).response["violations"]
    complaints = list(shown.complaints)
    shown.context.close()
    assert not {one["id"]: [node["html"] for node in one["nodes"]] for one in found}
    assert not complaints


@pytest.mark.parametrize("width", [320, 360, 480, 600, 767, 800, 1024, 1200, 1440, 2560])
def test_words_are_read_marks_are_hit_and_nothing_scrolls_sideways_at_any_width(browser, width):
    shown = opened(browser, width)
    texts, hits, seen, out = (shown.evaluate(one) for one in (TEXTS, HITS, SEEN, OUT))
    shown.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true; })")
    over = shown.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    shown.context.close()
    assert len(texts) > 40
    assert not [(text, size) for text, size, _ in texts if size < 12]
    assert {drawn for _, _, drawn in texts} <= {SIZE, LARGE}
    assert not out
    assert min(hits) >= 24
    assert over <= 0
    assert [drawings for drawings in seen if drawings] == [1] * len(gallery())


def test_every_mark_is_reached_with_the_keyboard(browser):
    shown = opened(browser, 1440)
    marks = shown.evaluate(
        "[...document.querySelectorAll('svg:not(.narrow) a')].map((one) => one.getAttribute('aria-label'))"
    )
    reached = []
    for _ in range(200):
        shown.keyboard.press("Tab")
        reached.append(shown.evaluate("document.activeElement.getAttribute('aria-label')"))
    shown.context.close()
    assert set(marks) <= set(reached)
