from html.parser import HTMLParser

import pytest
from tests.world.memory import MemoryView

from sourcebook.errors import NotFound
from sourcebook.model import Entry, Extract, Help, Page, Passage, Visit, Work
from sourcebook.publish.site.pages.country import country
from sourcebook.publish.site.parts.withheld import withheld
from sourcebook.publish.site.render import render
from sourcebook.publish.site.site_page import Site

SITE = Site(as_of="2026-11-25")
SCRIPT = "<script>alert(1)</script>"


def passage(number, text, **more):
    return Passage(id=f"{number:012}", text=text, start=0, end=1, ordinal=number, **more)


def hostile():
    work = Work(title=SCRIPT, credit=SCRIPT, authors=('"><b>',), issued="2004", url="javascript:alert(1)")
    entry = Entry(
        work=work,
        start=0,
        end=1,
        visits=(Visit(when="2010", outcome="read"),),
        passages=(passage(1, f"PLACES - {SCRIPT}", heading="PLACES"), passage(2, "Ours.", kind="note")),
    )
    return Page(
        place="IS",
        heading=SCRIPT,
        collection=SCRIPT,
        caution=SCRIPT,
        background=Extract(work=Work(title="Yearbook of places", issued="2009"), passages=(passage(3, SCRIPT),)),
        help=(Help(name="Office 112 of +354 555 1234", phones=("112",), lines=("dial 112",)),),
        entries=(entry, Entry(work=Work(title="Empty"), start=1, end=2, section="featured")),
    )


class Tags(HTMLParser):
    def __init__(self, html):
        super().__init__()
        self.tags, self.ids, self.hrefs = [], [], []
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))
        self.ids += [value for name, value in attrs if name == "id"]
        self.hrefs += [value for name, value in attrs if name == "href"]


@pytest.fixture(scope="module")
def html():
    return render(country(MemoryView((hostile(),)), SITE, "IS"), SITE)


def test_markup_in_any_field_is_shown_as_text(html):
    tags = Tags(html).tags
    scripts = [attributes for tag, attributes in tags if tag == "script"]
    assert [one["src"] for one in scripts if "src" in one] == ["../static/leave.js", "../static/copy.js"]
    assert [one["type"] for one in scripts if "src" not in one] == ["application/ld+json"]
    assert html.count("&lt;script&gt;") >= 6


def test_nothing_is_styled_or_scripted_inline(html):
    names = {name for _, attributes in Tags(html).tags for name in attributes}
    assert not {name for name in names if name == "style" or name.startswith("on")}


def test_an_address_that_is_not_of_the_web_is_text(html):
    assert not [href for href in Tags(html).hrefs if href.startswith("javascript")]
    assert "javascript:alert(1)" in html


def test_every_anchor_stands_once_and_every_link_within_the_page_finds_one(html):
    tags = Tags(html)
    assert len(tags.ids) == len(set(tags.ids))
    assert {href[1:] for href in tags.hrefs if href.startswith("#")} <= set(tags.ids)


def test_no_number_of_an_unverified_help_entry_is_shown(html):
    shown = html.partition('id="help"')[2].partition("</section>")[0]
    assert not [character for character in shown.partition("Numbers to call")[2] if character.isdigit()]
    assert withheld("Office 112 of +354") == "Office of"


def test_the_parts_stand_in_the_order_of_the_old_page(html):
    parts = ["background", "summary", "caution", "study", "teach", "help", "featured", "archive", "rights"]
    places = [html.index(f'id="{part}"') for part in parts]
    assert places == sorted(places)


def test_a_part_without_content_says_so(html):
    assert html.count('class="empty"') == 5
    assert "No passage was taken from this work." in html


def test_our_own_words_are_headed_our_note_and_quoted_ones_are_not(html):
    quoted, _, note = html.partition('<div class="ours">')
    assert "Our note" in note
    assert "Our note" not in quoted


def test_an_unknown_country_is_not_found():
    with pytest.raises(NotFound):
        country(MemoryView(()), SITE, "XX")
