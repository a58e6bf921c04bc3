"""The main text of a cluttered page is told from what stands around it."""

from __future__ import annotations

import statistics

import pytest
from bench.cluttered import pages
from bench.cluttered.later_layouts import LATER
from bench.main_text import NAMES, f1, ours
from hypothesis import given
from hypothesis import strategies as st

from sourcebook.read import document
from sourcebook.read.surroundings import PLAIN, STRONG, WEAK, around

LONG = "The inspector counted the workers in the shed and asked each of them for the papers that the law requires. "


def main_of(markup):
    read = document(markup.encode(), name="a.html")
    return [read.text[block.start : block.end] for block in read.blocks if not block.aside]


def test_of_thirty_invented_pages_nearly_all_is_found_and_little_else():
    found = [f1(ours(page.markup), page) for page in pages()]
    assert statistics.mean(found) >= 0.99
    assert min(found) >= 0.95


def test_without_the_names_of_its_elements_a_page_is_still_read():
    found = [f1(ours(NAMES.sub("", page.markup)), page) for page in pages()]
    assert statistics.mean(found) >= 0.97


def test_pages_in_layouts_that_were_made_after_the_rules_are_read_as_well():
    found = [f1(ours(page.markup), page) for page in pages(LATER)]
    assert statistics.mean(found) >= 0.99


@pytest.mark.parametrize(
    ("tag", "role", "names", "sure"),
    [
        ("nav", "", "", STRONG),
        ("div", "navigation", "", STRONG),
        ("div", "", "x comments-area", STRONG),
        ("div", "", "MostRead", STRONG),
        ("div", "", "has-sidebar layout-wide", PLAIN),
        ("div", "", "sidebar-left", WEAK),
        ("form", "", "", WEAK),
        ("article", "", "comment", PLAIN),
        ("amp-ad", "", "", STRONG),
        ("div", "", "article__body", PLAIN),
        ("div", "", "shareholder-report", PLAIN),
    ],
)
def test_tags_roles_and_names_tell_what_stands_around(tag, role, names, sure):
    assert around(tag, role, names) == sure


@pytest.mark.parametrize(
    ("markup", "main"),
    [
        (f"<html><nav><a href=x>Home</a></nav><p>{LONG * 2}<p>{LONG}</html>", [(LONG * 2).strip(), LONG.strip()]),
        # A name that would tell of a sidebar stands on the frame of all.
        (f'<html><div class="sidebar-layout"><p>{LONG * 4}</p></div></html>', [(LONG * 4).strip()]),
        # Nothing but what readers wrote is the text of a page of comments.
        (f'<html><div class="comments"><p>{LONG * 2}</p><p>{LONG * 2}</p></div></html>', [(LONG * 2).strip()] * 2),
        # A heading without text under it, and a list of links, are no text.
        (
            f"<html><p>{LONG * 3}<h2>More</h2><ul><li><a href=a>One thing</a><li><a href=b>Another</a></ul>",
            [(LONG * 3).strip()],
        ),
        (f"<html><h2>Kept</h2><p>{LONG * 3}", ["Kept", (LONG * 3).strip()]),
        (f"<html><p>{LONG * 3}<div hidden><p>{LONG}</p></div>", [(LONG * 3).strip()]),
        # Questions that open when they are pressed are headings over their answers.
        (
            f"<html><h3><button>Who pays?</button></h3><p>{LONG * 3}<details><summary>Who asks?</summary><p>{LONG * 3}",
            ["Who pays?", (LONG * 3).strip(), "Who asks?", (LONG * 3).strip()],
        ),
        # What leads into the text stands between the headline and the element that holds the rest.
        (
            f"<html><h1>Papers</h1><div class=intro>{LONG}</div><div><div><p>{LONG * 4}</div><p>Share it</div>",
            [LONG.strip(), (LONG * 4).strip()],
        ),
        # A few words around a field to write in ask for something.
        (
            f"<html><div><p>{LONG * 3}<div><div>{LONG[:70]}</div><div><input></div></div><p>{LONG * 3}</div>",
            [(LONG * 3).strip(), (LONG * 3).strip()],
        ),
        # A long text in which a field stands is text still.
        (f"<html><div><p>{LONG * 3}<input><p>{LONG * 3}</div>", [(LONG * 3).strip(), (LONG * 3).strip()]),
    ],
)
def test_what_is_text_is_kept_and_what_is_none_is_not(markup, main):
    assert main_of(markup) == main


def test_a_table_of_data_is_one_block_and_one_of_layout_is_none():
    data = "<html><p>x<table><tr><th>Town<th>Cases<tr><td>Oreno<td>12</table>"
    read = document(data.encode())
    assert [read.text[b.start : b.end] for b in read.blocks if b.kind == "table"] == ["Town\tCases\nOreno\t12"]
    layout = "<html><table><tr><td><p>One</p><td><div>Two</div></table>"
    assert not [b for b in document(layout.encode()).blocks if b.kind == "table"]


def test_text_that_a_script_was_to_show_is_taken_from_the_pages_own_data_and_told():
    page = (
        '<html><head><script type="application/ld+json">{"@type": "NewsArticle", "articleBody": "'
        + LONG * 5
        + '"}</script></head><body><div id=root></div><noscript>Enable JavaScript</noscript>'
    )
    read = document(page.encode(), name="a.html")
    assert main_of(page) == [(LONG * 5).strip()]
    assert "JSON-LD" in read.problems[0].what


@given(st.lists(st.sampled_from(["<div>", "</div>", "<p>", "<table>", "<td>", "</table>", "<ul><li>", "<a href=x>", "</a>",
       "<nav>", "</nav>", "<h2>", LONG, "word ", '<div class="comments">', "<pre>", "</pre>", "<br>"]), max_size=40))  # fmt: skip
def test_any_markup_has_its_blocks_in_order_within_the_text(pieces):
    read = document(("<html>" + "".join(pieces)).encode(), name="a.html")
    ends = [0]
    for block in read.blocks:
        assert ends[-1] <= block.start < block.end <= len(read.text)
        ends.append(block.end)
