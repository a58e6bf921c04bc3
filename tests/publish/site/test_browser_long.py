"""What a real browser finds of pages that come in parts, and of public tables beside works."""

from __future__ import annotations

import msgspec
import pytest
from tests.publish.site.seen import opened, violations, watched
from tests.publish.site.serving import served
from tests.publish.site.test_official import TABLE_PAGE, TIERS_PAGE
from tests.publish.site.test_parts import long_page
from tests.world.stored import stored_pages

from sourcebook.publish.site.site_page import Site
from sourcebook.settings import Settings

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]

SETTINGS = Settings(leave_to="http://elsewhere.invalid/")
PATHS = {
    "country in parts, beside public tables": "/AD/",
    "further part": "/AD/part/2/",
    "public table": "/AD/slavery-index/",
    "all findings": "/watch/AD/",
    "further findings": "/watch/AD/part/2/",
}


@pytest.fixture(scope="module")
def base(tmp_path_factory):
    page = long_page()
    page = msgspec.structs.replace(page, entries=page.entries[:120])
    store = stored_pages(tmp_path_factory.mktemp("long"), (page, TABLE_PAGE, TIERS_PAGE))
    site = Site(settings=SETTINGS, as_of="2026-11-25")
    with served(store.view, site) as address:
        yield address


@pytest.mark.parametrize("name", PATHS)
def test_axe_finds_no_violation_nothing_scrolls_sideways_and_nothing_comes_from_elsewhere(browser, base, name):
    page = browser.new_page()
    with watched(page, base) as told:
        opened(page, base + PATHS[name])
        assert page.locator("main h1").count() == 1
        assert not violations(page, schemes=("light",))
    page.close()
    assert not told
