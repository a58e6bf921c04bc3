"""The page of numbers in a real browser: as a saved copy, without scripts, and long after it was published."""

from __future__ import annotations

import pytest
from tests.publish.site.helped import written

from sourcebook.publish.site.pages.help import help_in, help_index
from sourcebook.publish.site.render import render
from sourcebook.publish.site.site_page import Site
from sourcebook.settings import Settings

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]

ELSEWHERE = "http://elsewhere.invalid/"


@pytest.fixture
def saved(view, tmp_path):
    """A copy of the page of one country and of that of all, as they were published on a day and saved."""
    site = Site(settings=Settings(leave_to=ELSEWHERE), as_of="2026-11-25", folder=written(tmp_path / "book", {}))
    for name, page in (("one", help_in(view, site, "GB")), ("all", help_index(view, site))):
        (tmp_path / f"{name}.html").write_text(render(page, site), encoding="utf-8")
    return tmp_path


def opened(browser, saved, name="one", day="2026-11-25T12:00:00", **options):
    page = browser.new_context(offline=True, **options).new_page()
    page.clock.set_fixed_time(day)
    asked, complaints = [], []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: complaints.append(message.text))
    page.goto((saved / f"{name}.html").as_uri())
    assert [url for url in asked if not url.startswith("data:")] == [page.url]
    assert complaints == []
    return page


@pytest.mark.parametrize("name", ["one", "all"])
def test_a_saved_copy_shows_its_numbers_without_a_network(browser, saved, name):
    page = opened(browser, saved, name)
    assert page.locator("a[href='tel:08081570123']").is_visible()
    assert page.evaluate("getComputedStyle(document.querySelector('.bar')).position") == "sticky"


@pytest.mark.parametrize("name", ["one", "all"])
@pytest.mark.parametrize(("day", "shown"), [("2027-11-03T23:00:00", True), ("2027-11-04T09:00:00", False)])
def test_a_page_that_was_published_before_takes_a_lapsed_number_off_itself(browser, saved, name, day, shown):
    page = opened(browser, saved, name, day)
    assert (page.locator("a[href^='tel:']").count() > 0) is shown
    assert ("0808" in page.locator("main").inner_text()) is shown
    assert ("The last day to use this number has passed" in page.locator("main").inner_text()) is not shown


def test_a_page_that_was_left_open_takes_a_number_off_itself_when_one_comes_back_to_it(browser, saved):
    page = opened(browser, saved)
    page.clock.set_fixed_time("2027-11-04T09:00:00")
    page.evaluate("dispatchEvent(new Event('focus'))")
    assert page.locator("a[href^='tel:']").count() == 0


def test_without_scripts_the_number_and_its_last_day_stand_there_and_the_link_leaves(browser, saved):
    page = opened(browser, saved, java_script_enabled=False)
    assert page.locator("a[href='tel:08081570123']").is_visible()
    assert page.get_by_text("Do not use after 3 November 2027.").is_visible()
    assert page.locator("a.leave").get_attribute("href") == ELSEWHERE


def test_a_saved_copy_can_be_left_by_escape(browser, saved):
    page = opened(browser, saved)
    page.context.set_offline(False)
    page.context.route(ELSEWHERE, lambda route: route.fulfill(body="away", content_type="text/plain"))
    for _ in range(3):
        page.keyboard.press("Escape")
    page.wait_for_url(ELSEWHERE)
    page.go_back()
    assert page.url == "about:blank"
