"""What a real browser finds: access for all, nothing from elsewhere, a way out, and pages that need no script."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect
from tests.publish.site.seen import opened, violations
from tests.publish.site.serving import served
from tests.world.archive import ANDORRA, COUNTING, WORLD

from sourcebook.publish.site.site_page import Site
from sourcebook.settings import Settings

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]

ELSEWHERE = "http://elsewhere.invalid/"
FIRST = ANDORRA.entries[0].passages[0].id
PATHS = {
    "front": "/",
    "country": "/AD/",
    "topic": "/AD/street_children/",
    "empty": "/FJ/",
    "entry": f"/e/{COUNTING.id}/",
    "passage": f"/p/{FIRST}/",
    "figure": f"/f/{WORLD.evidence.figures('AD')[4].id}/",
    "cite": "/cite/AD/",
    "compare": "/compare/",
    "compare, ready-made": "/compare/AD/",
    "compare, many": "/compare/?c=AD,FR,FJ,ES,DE,IT,PL&from=2000&to=2020",
    "compare, not understood": "/compare/?c=Atlantis&c=%3Cscript%3E",
    "themes": "/themes/",
    "theme": "/themes/labour/",
    "theme, denied or of no page": "/themes/begging/",
    "theme, a setting": "/themes/labour_setting/",
    "themes, grid": "/themes/by-country/sectors/",
    "themes of a country": "/themes/in/AD/",
    "themes of a country without any": "/themes/in/FJ/",
    "search": "/search/?q=workers",
    "nothing found": "/search/?q=zebra+glass&place=AD",
    "search, not asked": "/search/",
    "help index": "/help/",
    "help": "/help/AD/",
    "about": "/about/",
    "data": "/data/",
    "not found": "/nowhere/at/all/",
}
SAVED = {
    "pack for a term paper": "/packs/AD/term-paper.html",
    "pack for a teacher": "/packs/AD/teacher.html",
    "brief": "/packs/AD/brief.html",
}
"""What a browser saves rather than shows; it is looked at as the file that is opened then."""


@pytest.fixture(scope="module")
def base(store):
    with served(store.view, Site(settings=Settings(leave_to=ELSEWHERE), as_of="2026-11-25")) as address:
        yield address


@pytest.fixture
def page(browser):
    context = browser.new_context()
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("name", [*PATHS, *SAVED])
def test_axe_finds_no_violation_on_what_is_served(page, base, name):
    # What is published is the same HTML, and is looked at in light and dark at three widths.
    opened(page, base + (PATHS | SAVED)[name])
    assert not violations(page, widths=(320,), schemes=("light",))


@pytest.mark.parametrize("name", PATHS)
def test_nothing_is_asked_of_any_other_place_and_nothing_breaks_the_rules(page, base, name):
    asked, complaints = [], []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.goto(base + PATHS[name], wait_until="networkidle")
    assert not [url for url in asked if not url.startswith((base, "data:"))]
    assert not [text for text in complaints if "404" not in text]
    assert not page.context.cookies()


@pytest.mark.parametrize("name", PATHS)
def test_every_page_finds_its_style_and_its_links_within_the_site_lead_somewhere(page, base, name):
    page.goto(base + PATHS[name])
    assert page.evaluate("getComputedStyle(document.querySelector('.bar')).position") == "sticky"
    links = page.evaluate("[...document.links].filter((a) => !a.rel).map((a) => a.href.split('#')[0])")
    answers = {link: page.request.get(link).status for link in dict.fromkeys(links) if link != page.url}
    assert not {link: status for link, status in answers.items() if status != 200}


@pytest.mark.parametrize("width", [320, 360, 800, 1440, 3840])
def test_no_page_scrolls_sideways(page, base, width):
    page.set_viewport_size({"width": width, "height": 900})
    wide = {}
    for name, path in PATHS.items():
        page.goto(base + path)
        page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true; })")
        over = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        if over > 0:
            wide[name] = over
    assert not wide


def test_nothing_moves_while_a_page_is_loaded(page, base):
    page.goto(base + "/AD/", wait_until="networkidle")
    shift = page.evaluate(
        """() => new Promise((done) => {
            let total = 0;
            new PerformanceObserver((list) => list.getEntries().forEach((one) => { total += one.value; }))
                .observe({ type: "layout-shift", buffered: true });
            setTimeout(() => done(total), 300);
        })"""
    )
    assert shift == 0


def way_out(page, base, path, how):
    page.context.route(ELSEWHERE, lambda route: route.fulfill(body="away", content_type="text/plain"))
    page.goto(base + "/")
    page.goto(base + path)
    LEAVING[how](page)
    page.wait_for_url(ELSEWHERE)


LEAVING = {
    "the button": lambda page: page.click("a.leave"),
    "escape three times": lambda page: [page.keyboard.press("Escape") for _ in range(3)],
}


@pytest.mark.parametrize("how", LEAVING)
@pytest.mark.parametrize("path", ["/AD/", "/help/AD/"])
def test_leaving_closes_the_way_back_to_every_page_of_the_site(page, base, path, how):
    way_out(page, base, path, how)
    for _ in range(3):
        page.evaluate("setTimeout(() => history.back())")
        page.wait_for_timeout(300)
        page.wait_for_url(lambda url: url in {ELSEWHERE, "about:blank"})
        assert page.locator("h1").count() == 0


def test_whoever_comes_again_of_their_own_will_finds_the_way_back_open(page, base):
    way_out(page, base, "/AD/", "the button")
    page.goto(base + "/AD/")
    page.goto(base + "/about/")
    page.go_back()
    assert page.url == base + "/AD/"
    assert page.locator("h1").is_visible()


@pytest.mark.parametrize("name", ["country", "help", "not found"])
def test_a_screen_reader_is_told_how_to_leave_and_that_it_happens(page, base, name):
    heard = []
    page.expose_function("hear", lambda text: heard.append(text))  # noqa: PLW0108 - as above
    page.goto(base + PATHS[name])
    told = page.locator("#way-out")
    assert told.get_attribute("role") == "status"
    expect(page.get_by_role("link", name="Leave this page")).to_have_attribute(
        "aria-description", "Or press Escape three times."
    )
    page.evaluate(
        """() => new MutationObserver(() => hear(document.body.innerText + document.title))
            .observe(document.documentElement, { childList: true, subtree: true })"""
    )
    page.context.route(ELSEWHERE, lambda route: route.fulfill(body="away", content_type="text/plain"))
    page.keyboard.press("Escape")
    expect(told).to_have_text("Press Escape two more times to leave this page.")
    page.keyboard.press("Escape")
    expect(told).to_have_text("Press Escape once more to leave this page.")
    page.keyboard.press("Escape")
    page.wait_for_url(ELSEWHERE)
    assert heard[-1] == "Leaving this page."


def test_escape_twice_or_slowly_does_not_leave(page, base):
    page.goto(base + "/AD/")
    for key in ("Escape", "Escape", "a", "Escape", "Escape"):
        page.keyboard.press(key)
    page.keyboard.press("a")
    for _ in range(3):
        page.keyboard.press("Escape")
        page.wait_for_timeout(1100)
    assert page.url == base + "/AD/"
    assert page.title().startswith("Andorra")


@pytest.mark.parametrize("name", ["country", "help", "passage", "not found"])
def test_the_way_out_works_without_scripts_and_tells_nobody_where_from(browser, base, name):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    seen = []
    context.route(ELSEWHERE, lambda route: (seen.append(route.request.headers), route.fulfill(body="away"))[1])
    page.goto(base + PATHS[name])
    page.click("a.leave")
    page.wait_for_url(ELSEWHERE)
    context.close()
    assert "referer" not in seen[0]


def test_a_passage_is_copied_with_its_citation_from_the_country_page(browser, base):
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.goto(base + "/AD/")
    page.click(f"button[data-from*='{FIRST}']")
    expect(page.locator(".said")).to_have_text("Copied with its citation.")
    copied = page.evaluate("navigator.clipboard.readText()")
    context.close()
    assert copied.startswith("“THE WORKSHOPS -- The office counted 41 workers")
    assert "Counting the Glass Workers" in copied
    assert copied.endswith(f"/p/{FIRST}/")


def test_copying_is_not_offered_where_there_are_no_scripts(browser, base):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(base + "/AD/")
    offered = page.locator(".copying").first.is_visible()
    page.goto(f"{base}/p/{FIRST}/")
    shown = page.locator("#copy").is_visible()
    context.close()
    assert not offered
    assert shown


def test_signs_of_ours_are_not_copied_with_a_passage(page, base):
    page.goto(base + "/AD/")
    text = page.evaluate(
        """(id) => {
            getSelection().selectAllChildren(document.getElementById(id).parentElement);
            return getSelection().toString();
        }""",
        FIRST,
    )
    assert text.startswith("THE WORKSHOPS")
    assert "¶" not in text


def test_search_answers_while_one_types_and_says_how_much_it_found(page, base):
    page.goto(base + "/search/")
    page.locator("#words").press_sequentially("workers", delay=20)
    expect(page.locator("#said")).to_contain_text("Five passages")
    assert page.locator("#hits mark").first.text_content() == "workers"
    expect(page).to_have_url(re.compile(r"/search/\?q=workers$"))
    page.select_option("#by-place", "FR")
    expect(page.locator("#said")).to_contain_text("One passage")
    page.reload()
    assert page.locator("#said").text_content() == "One passage in one entry."


def test_a_search_that_takes_long_says_so_and_keeps_what_was_found(page, base):
    page.goto(base + "/search/?q=glass")
    before = page.locator("#hits li").count()
    held = []
    page.route("**/search/results*", lambda route: held.append(route))  # noqa: PLW0108 - a bound method will not do
    page.locator("#words").fill("glass wo*")
    expect(page.locator("#said")).to_have_text("Searching…")
    assert page.locator("#hits li").count() == before
    held[0].continue_()
    expect(page.locator("#said")).to_contain_text("passages")


def test_a_search_that_fails_keeps_the_words_and_says_what_to_do(page, base):
    page.goto(base + "/search/?q=glass")
    page.route("**/search/results*", lambda route: route.abort())
    page.locator("#words").fill("glasses")
    expect(page.locator("#said")).to_contain_text("did not answer")
    assert page.locator("#words").input_value() == "glasses"
    assert page.locator("#hits li").count() > 0


def test_search_works_without_scripts(browser, base):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(base + "/")
    page.fill("#find-here", "workers")
    page.click("form button")
    said = page.locator("#said").text_content()
    page.select_option("#by-place", "AD")
    page.click("form.searching button")
    narrowed = page.url
    context.close()
    assert said == "Five passages in three entries."
    assert "place=AD" in narrowed


def test_every_task_can_be_done_by_keyboard(page, base):
    page.goto(base + "/AD/")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    assert page.url.endswith("#main")
    page.goto(base + "/search/")
    page.locator("#words").focus()
    page.keyboard.type("workers")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search/?q=workers*")
    page.locator("#words").focus()
    reached = set()
    for _ in range(12):
        page.keyboard.press("Tab")
        reached.add(page.evaluate("document.activeElement.className || document.activeElement.tagName"))
    assert {"pm", "SELECT", "button", "A"} <= reached
