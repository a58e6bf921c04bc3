import msgspec
import pytest
from playwright.sync_api import sync_playwright
from tests.publish.site.helped import written
from tests.publish.site.serving import hosted
from tests.publish.site.test_parts import long_page
from tests.world.archive import WORLD
from tests.world.neighbours import FRANCE, SPAIN
from tests.world.stored import stored_pages

from sourcebook.publish.files.flow import Asked, publish
from sourcebook.settings import Settings

CHROMIUM = "/usr/bin/chromium"
ELSEWHERE = "http://elsewhere.invalid/"


@pytest.fixture(scope="session")
def store(tmp_path_factory):
    return stored_pages(tmp_path_factory.mktemp("world"), WORLD.held)


@pytest.fixture
def view(store):
    with store.view() as opened:
        yield opened


@pytest.fixture(scope="module")
def browser():
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"])
        yield chromium
        chromium.close()


@pytest.fixture(scope="session")
def published(tmp_path_factory):
    """The address of a site that was published whole, with its index: the tiny archive, two neighbours, a long page."""
    folder = tmp_path_factory.mktemp("published")
    long = long_page()
    long = msgspec.structs.replace(long, place="DE", heading="Federal Republic of Germany", entries=long.entries[:LONG])
    stored_pages(folder, (*WORLD.held, FRANCE, SPAIN, long))
    written(folder / "book", {})
    settings = Settings(leave_to=ELSEWHERE)
    publish(Asked(archive=folder / "book", folder=folder / "site", settings=settings, as_of="2026-11-25", jobs=1))
    with hosted(folder / "site") as address:
        yield address


LONG = 40
"""So many entries come in three parts, with more findings than a page has room for."""
