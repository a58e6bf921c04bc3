"""A page of the web becomes an article: its main text in blocks, and the countries it is about."""

from __future__ import annotations

import pytest

from sourcebook.read import document
from sourcebook.segment.article import article_countries, article_form, article_page, is_article, read_report

HEAD = '<html><head><meta property="og:title" content="{}"></head><body><nav><a href=/>News from Kenya</a></nav>'
TEXT = (
    "<p>In 2010 police freed 120 boys from the kilns, the inspector said, and sent them to a shelter in Accra, Ghana.</p>"
    "<h2>Where they came from</h2><p>Some had come from Togo and Benin with a man who had promised a school in Ghana.</p>"
    "<aside><p>Kenya, Kenya and Kenya again: all there is to know of the vote in Kenya, in one long sentence.</p></aside>"
)


def read(title="Boys counted", body=TEXT):
    return document((HEAD.format(title) + body).encode(), name="a.html")


def test_its_blocks_are_the_main_text_alone_with_their_places():
    found = read()
    report = read_report(found)
    assert [(block.kind, block.text[:12]) for block in report.blocks] == [
        ("paragraph", "In 2010 poli"), ("heading", "Where they c"), ("paragraph", "Some had com"),
    ]  # fmt: skip
    for block in report.blocks:
        assert found.text[block.start : block.end] == block.text


@pytest.mark.parametrize(
    ("title", "codes"),
    [
        ("Boys counted", ["GH", "TG", "BJ"]),
        ("Boys of Togo counted", ["TG", "GH", "BJ"]),
        ("Boys of Kenya and Togo counted", ["TG", "KE", "GH", "BJ"]),
    ],
)
def test_countries_are_ranked_with_the_title_before_the_text(title, codes):
    found = read(title)
    named = article_countries(read_report(found), found)
    assert [about.code for about in named] == codes
    words = {"GH": "Ghana", "TG": "Togo", "BJ": "Benin", "KE": "Kenya"}
    for about in named:
        assert {found.text[start:end] for start, end in about.spans} <= {words[about.code]}


def test_the_page_is_that_of_the_country_it_is_about_most_or_of_the_one_told():
    found = read()
    page = article_page(found, read_report(found), address="http://www.harbour.example/2011/03/04/boys")
    (entry,) = page.entries
    assert (page.place, page.topic, entry.work.kind) == ("GH", "article-2011-boys-counted", "webpage")
    assert (entry.work.publisher, entry.work.issued) == ("harbour.example", "2011-03-04")
    assert [passage.heading for passage in entry.passages] == [None, "Where they came from"]
    assert article_page(found, read_report(found), place="TG").place == "TG"


def test_line_breaks_part_the_paragraphs_of_old_pages():
    body = "<p>" + "<br><br>".join(["A long sentence of an old page that has no paragraphs but breaks."] * 3)
    assert len(read_report(read(body=body)).blocks) == 3


def test_the_form_says_by_what_each_field_is_told():
    found = read()
    form = article_form(found, read_report(found))
    assert form["told_by"]["title"] == "OpenGraph"
    assert form["countries"][0]["code"] == "GH"


def test_text_that_is_no_markup_is_no_article():
    assert not is_article(document(b"Ghana\n\nSome text of a page."))
