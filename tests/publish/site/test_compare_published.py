"""Any countries compared on a published site, by a script: the same table and the same file as a server makes."""

from __future__ import annotations

import csv
import io
from contextlib import ExitStack
from random import Random
from urllib.parse import urlencode, urljoin

import pytest
from playwright.sync_api import expect
from selectolax.lexbor import LexborHTMLParser
from tests.publish.site.serving import hosted
from tests.world.neighbours import NEIGHBOURS
from tests.world.stored import stored_pages

from sourcebook.pipeline.demo import build_demo
from sourcebook.publish.files.flow import Asked, publish
from sourcebook.publish.site.pages.compare import compare_chosen
from sourcebook.publish.site.pages.compare_files import compare_asked_file
from sourcebook.publish.site.render import render
from sourcebook.publish.site.site_page import Site
from sourcebook.publish.site.words import words_in
from sourcebook.settings import Settings
from sourcebook.store import SqliteStore

pytestmark = [pytest.mark.browser, pytest.mark.slow, pytest.mark.xdist_group("browser")]

DAY = "2026-11-25"
PATIENCE = 30_000
ASKED = [
    [("c", "AD"), ("c", "FR")],
    [("c", "AD"), ("c", "FR"), ("c", "ES"), ("c", "FJ")],
    [("c", "FR"), ("c", "AD"), ("from", "2018"), ("to", "2018")],
    [("c", "Andorra, Atlantis"), ("c", "France"), ("c", "DE"), ("from", "2019")],
    [("c", "AD"), ("c", "FR"), ("from", "2030"), ("to", "1900")],
    [("c", "ES"), ("c", "DE"), ("c", "IT")],
]
SAMPLE = ("BA", "BY", "CZ", "DE", "EG", "IL", "LT", "LV", "MD", "PL", "RU", "TG", "TR", "UA")


@pytest.fixture(scope="module", name="sites")
def published(tmp_path_factory):
    """Two archives, published: invented neighbours, and the sample, the latter in Russian for its plurals."""
    made = {}
    folder = tmp_path_factory.mktemp("sites")
    (folder / "neighbours").mkdir()
    stored_pages(folder / "neighbours", NEIGHBOURS.held)
    build_demo(folder / "sample", now="2026-03-01T10:00:00Z")
    for name, archive, language in (
        ("neighbours", folder / "neighbours/book", "en"),
        ("russian", folder / "sample", "ru"),
    ):
        settings = Settings(language=language, packs=(), address="https://archive.example/src")
        publish(
            Asked(archive=archive, folder=folder / f"site-{name}", settings=settings, as_of=DAY, jobs=1, search=False)
        )
        site = Site(settings=settings, address=settings.address, as_of=DAY, words=words_in(language))
        made[name] = (archive, folder / f"site-{name}", site)
    return made


@pytest.fixture(scope="module", name="bases")
def addresses_of_all(sites):
    with ExitStack() as held:
        yield {name: held.enter_context(hosted(folder)) for name, (_, folder, _) in sites.items()}


def told(html: str, base: str) -> list:
    """Return what a table says: for each cell its tag, class, words, links from the root, drawing and mark."""
    table = LexborHTMLParser(html).css_first("table.compared")
    cells = [("table", table.attributes.get("class"))]
    for cell in table.css("th, td, caption"):
        links = [urljoin(base, link.attributes["href"]).removeprefix(urljoin(base, "../")) for link in cell.css("a")]
        drawn = [(path.attributes["class"], path.attributes["d"]) for path in cell.css("svg path")]
        marks = [(one.parent.attributes["class"], one.attributes["href"]) for one in cell.css("use")]
        says = [svg.attributes.get("aria-label") for svg in cell.css("svg[role]")]
        kept = {name: cell.attributes.get(name) for name in ("role", "colspan", "data-label", "scope", "class")}
        cells.append((cell.tag, kept, " ".join(cell.text(deep=True).split()), links, drawn, marks, says))
    return cells


def agree(browser, sites, bases, name, asked):
    archive, _, site = sites[name]
    page = browser.new_page()
    page.goto(f"{bases[name]}/compare/?{urlencode(asked)}")
    expect(page.locator("table.compared")).to_be_visible(timeout=PATIENCE)
    built, heading = page.locator("#built").inner_html(), page.locator("h1").inner_text()
    problems = page.locator("#problems").inner_text()
    with page.expect_download() as download:
        page.locator("#download").click()
    with SqliteStore(archive).view() as view:
        made = compare_chosen(view, site, asked)
        served = render(made, site)
        file = compare_asked_file(view, site, asked)
    assert told(built, f"{bases[name]}/compare/") == told(served, "http://host.example/compare/")
    assert heading == made.title
    assert problems == " ".join(made.content.problems)
    assert page.locator("#closing p").all_inner_texts() == list(made.content.table.closing)
    assert page.locator("#countries").input_value() == made.content.names
    assert download.value.suggested_filename == file.name
    assert download.value.path().read_bytes() == file.content
    page.close()


@pytest.mark.parametrize("asked", ASKED, ids=urlencode)
def test_a_script_makes_the_table_and_the_file_that_a_server_makes(browser, sites, bases, asked):
    agree(browser, sites, bases, "neighbours", asked)


@pytest.mark.parametrize("number", range(12))
def test_for_any_countries_and_years_too(browser, sites, bases, number):
    random = Random(number)
    chosen = random.sample(SAMPLE, random.randint(2, 9))
    years = [("from", str(random.randint(1998, 2010))), ("to", str(random.randint(2005, 2024)))]
    agree(browser, sites, bases, "russian", [*(("c", code) for code in chosen), *(years if number % 3 else [])])


def test_what_is_not_understood_is_said_and_the_form_keeps_its_words(browser, bases):
    page = browser.new_page()
    page.goto(f"{bases['neighbours']}/compare/?c=%3Cscript%3Ealert(1)%3C/script%3E,Andorra")
    expect(page.locator("#problems")).to_contain_text("No country is called “<script>alert(1)</script>”.")
    expect(page.locator("#problems")).to_contain_text("name another")
    assert page.locator("#countries").input_value() == "Andorra, <script>alert(1)</script>"
    assert page.locator("table.compared").count() == 0
    page.close()


def test_without_scripts_the_ready_made_sets_stand_and_the_page_says_why_there_is_no_form(browser, bases):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{bases['neighbours']}/compare/?c=AD,FR")
    expect(page.locator("form.picks")).to_be_hidden()
    expect(page.locator("noscript p")).to_contain_text("needs scripts")
    page.locator("#neighbours a", has_text="Andorra").click()
    expect(page.locator("table.compared")).to_be_visible()
    context.close()


def test_a_form_sent_leads_to_an_address_that_can_be_kept(browser, bases):
    page = browser.new_page()
    page.goto(f"{bases['neighbours']}/compare/")
    page.locator("#countries").fill("Spain, FR")
    page.locator("#from").fill("2019")
    page.keyboard.press("Enter")
    expect(page.locator("table.compared thead th").first).to_have_text("Spain")
    assert "from=2019" in page.url
    page.close()


def test_a_part_that_is_not_there_is_said_and_nothing_is_shown(browser, bases):
    page = browser.new_page()
    page.route("**/side.json", lambda route: route.abort())
    page.goto(f"{bases['neighbours']}/compare/?c=AD,FR")
    expect(page.locator("#problems")).to_contain_text("could not be put together")
    assert page.locator("table.compared").count() == 0
    page.close()


def test_the_file_guards_what_a_spreadsheet_would_run(browser, sites, bases):
    page = browser.new_page()
    page.goto(f"{bases['neighbours']}/compare/?c=AD,FR")
    with page.expect_download() as download:
        page.locator("#download").click()
    rows = list(csv.reader(io.StringIO(download.value.path().read_text(encoding="utf-8"), newline="")))
    assert rows[0][0] == "section"
    assert not [cell for row in rows for cell in row if cell[:1] in tuple("=+-@") and cell]
    page.close()
