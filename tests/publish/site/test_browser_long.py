"""What a real browser finds of pages that come in parts, and of public tables beside works."""

from __future__ import annotations

import msgspec
import pytest
from axe_playwright_python.sync_playwright import Axe
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
    asked, found = [], {}
    page.on("request", lambda request: asked.append(request.url))
    answer = page.request.get(base + PATHS[name])
    assert answer.status == 200
    if "/packs/" in PATHS[name]:  # A browser saves a pack; it is looked at as the file that is opened then.
        page.route(base + PATHS[name], lambda route: route.fulfill(body=answer.body(), content_type="text/html"))
    page.goto(base + PATHS[name])
    page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true; })")
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        for width in (320, 900, 1600):
            page.set_viewport_size({"width": width, "height": 900})
            over = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
            violations = Axe().run(page).response["violations"]
            found |= {(scheme, width, one["id"]): [node["html"] for node in one["nodes"]] for one in violations}
            found |= {(scheme, width, "sideways"): over} if over > 0 else {}
    page.close()
    assert not found
    assert not [url for url in asked if not url.startswith((base, "data:"))]
