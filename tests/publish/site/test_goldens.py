"""A golden page of each kind, over the tiny world; `WRITE_GOLDENS=1` writes them anew, to be read before they stay."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from tests.world.archive import ANDORRA, COUNTING, REPORT_2020, WORLD
from tests.world.memory import MemoryView
from tests.world.neighbours import NEIGHBOURS

from sourcebook.model import Capture, PassageNow, Visit
from sourcebook.publish.site.pages.about import about
from sourcebook.publish.site.pages.cite import cite_page
from sourcebook.publish.site.pages.compare import compare_chosen, compare_group, compare_published, compare_start
from sourcebook.publish.site.pages.country import country
from sourcebook.publish.site.pages.data import data
from sourcebook.publish.site.pages.entry import entry
from sourcebook.publish.site.pages.errors import failed, not_found
from sourcebook.publish.site.pages.figure import figure
from sourcebook.publish.site.pages.front import front
from sourcebook.publish.site.pages.help import help_in, help_index
from sourcebook.publish.site.pages.passage import passage
from sourcebook.publish.site.pages.search import search
from sourcebook.publish.site.pages.theme import theme
from sourcebook.publish.site.pages.theme_grid import theme_grid
from sourcebook.publish.site.pages.themes import theme_index
from sourcebook.publish.site.pages.themes_of import themes_of
from sourcebook.publish.site.render import render
from sourcebook.publish.site.site_page import Site
from sourcebook.settings import Settings

SETTINGS = Settings(title="An invented sourcebook", owner="An invented library")
SITE = Site(settings=SETTINGS, address="https://archive.example", as_of="2026-11-25")
GOLDEN = Path(__file__).with_name("golden")
QUOTED, NOTE = ANDORRA.entries[0].passages[0].id, ANDORRA.entries[3].passages[0].id
FIGURE = WORLD.evidence.figures("AD")[4].id
LATER = Visit(
    when="2026-10-02",
    outcome="moved",
    address="https://gazette.example/archive/counting",
    because="The host leads elsewhere. What was cited stands there.",
    passages=(
        PassageNow(passage=QUOTED, state="reworded", lost=(FIGURE,)),
        PassageNow(passage=ANDORRA.entries[0].passages[1].id, state="gone"),
    ),
)
KEPT = Capture(
    digest="sha256:" + "0123456789abcdef" * 4,
    url=COUNTING.url,
    time="2026-10-02T10:00:00Z",
    media_type="text/html",
    warc="sourcebook-00001.warc.gz",
    offset=0,
    length=1,
    status=200,
)
CHECKED = MemoryView(WORLD.held, own=((COUNTING.id, LATER),), copies=(KEPT,), counted=((KEPT.digest, 64),))
PAGES = {
    "country_checked": lambda _: country(CHECKED, SITE, "AD"),
    "entry_checked": lambda _: entry(CHECKED, SITE, COUNTING.id),
    "front": lambda view: front(view, SITE),
    "country": lambda view: country(view, SITE, "AD"),
    "topic": lambda view: country(view, SITE, "AD", "street_children"),
    "country_empty": lambda view: country(view, SITE, "FJ"),
    "entry": lambda view: entry(view, SITE, COUNTING.id),
    "entry_gone": lambda view: entry(view, SITE, REPORT_2020.id),
    "figure": lambda view: figure(view, SITE, FIGURE),
    "passage": lambda view: passage(view, SITE, QUOTED),
    "passage_note": lambda view: passage(view, SITE, NOTE),
    "cite": lambda view: cite_page(view, SITE, "AD"),
    "compare": lambda view: compare_start(view, SITE),
    "compare_published": lambda view: compare_published(view, SITE),
    "compare_neighbours": lambda _: compare_group(NEIGHBOURS, SITE, "AD"),
    "compare_asked": lambda _: compare_chosen(
        NEIGHBOURS, SITE, [("c", "Andorra, Atlantis"), ("c", "FR"), ("c", "FJ"), ("c", "DE"), ("from", "2018")]
    ),
    "themes": lambda _: theme_index(NEIGHBOURS, SITE),
    "theme": lambda _: theme(NEIGHBOURS, SITE, "poverty"),
    "theme_setting": lambda _: theme(NEIGHBOURS, SITE, "labour_setting"),
    "theme_grid": lambda _: theme_grid(NEIGHBOURS, SITE, "means"),
    "themes_of": lambda _: themes_of(NEIGHBOURS, SITE, "AD"),
    "search": lambda view: search(view, SITE, {"q": "workers"}),
    "search_none": lambda view: search(view, SITE, {"q": "zebra glass", "place": "AD"}),
    "help_index": lambda view: help_index(view, SITE),
    "help": lambda view: help_in(view, SITE, "AD"),
    "about": lambda view: about(view, SITE),
    "data": lambda view: data(view, SITE),
    "not_found": lambda view: not_found(view, SITE, "/nowhere/"),
    "failed": lambda _: failed(SITE, "/AD/", "The archive could not be opened."),
}


@pytest.mark.parametrize("name", PAGES)
def test_the_page_is_as_it_was_when_somebody_last_read_it(view, name):
    made = render(PAGES[name](view), SITE)
    golden = GOLDEN / f"{name}.html"
    if os.environ.get("WRITE_GOLDENS"):
        golden.parent.mkdir(exist_ok=True)
        golden.write_text(made, encoding="utf-8")
    assert made == golden.read_text(encoding="utf-8")


def test_every_golden_page_is_of_a_page_that_there_is():
    assert {path.stem for path in GOLDEN.glob("*.html")} == set(PAGES)
