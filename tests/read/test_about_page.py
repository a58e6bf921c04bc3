"""What a page says of itself is told by what is trusted most, and by what is said of each field."""

from __future__ import annotations

import json

import pytest

from sourcebook.read import document
from sourcebook.read.about_page import date_in, language_tag, persons_in

LINKED = {
    "@context": "https://schema.org",
    "@graph": [
        {"@type": "Organization", "name": "Harbour Media"},
        {
            "@type": ["NewsArticle"], "headline": "From the data", "datePublished": "2011-03-04T22:00:00+02:00",
            "author": [{"@type": "Person", "name": "Ana Petrel"}, {"name": "Tomas Ilgen"}],
            "publisher": {"name": "Harbour Media"}, "inLanguage": "en-GB",
        },
    ],
}  # fmt: skip
OPEN_GRAPH = (
    '<meta property="og:title" content="From OpenGraph"><meta property="og:site_name" content="Harbour">'
    '<meta property="article:published_time" content="2010-01-02"><meta property="article:author" content="Lena Strom">'
    '<meta property="og:locale" content="pt_BR">'
)
DUBLIN = (
    '<meta name="DC.title" content="From Dublin"><meta name="DC.creator" content="Rosa Quenta">'
    '<meta name="DCTERMS.issued" content="2009-05"><meta name="dc.publisher" content="Hill Watch">'
)
HIGHWIRE = (
    '<meta name="citation_title" content="From Highwire"><meta name="citation_author" content="Korda, J.">'
    '<meta name="citation_author" content="Miriam Oss"><meta name="citation_publication_date" content="2008/04/03">'
)
PAGE = '<h1>On the page</h1><p class="byline">By Paolo Teig and S. Varga</p><time datetime="2007-06-05">5 June</time>'


def read(head="", body=PAGE, address="http://harbour.example/2006/07/08/a.html"):
    page = f'<html lang="en"><head><link rel="canonical" href="{address}">{head}</head><body>{body}'
    return document(page.encode(), name="a.html")


def linked(value):
    return f'<script type="application/ld+json">{value if isinstance(value, str) else json.dumps(value)}</script>'


@pytest.mark.parametrize(
    ("head", "title", "authors", "issued", "by"),
    [
        (linked(LINKED) + OPEN_GRAPH + DUBLIN, "From the data", ("Ana Petrel", "Tomas Ilgen"), "2011-03-04", "JSON-LD"),
        (HIGHWIRE + DUBLIN + OPEN_GRAPH, "From OpenGraph", ("Lena Strom",), "2010-01-02", "OpenGraph"),
        (HIGHWIRE + DUBLIN, "From Dublin", ("Rosa Quenta",), "2009-05", "Dublin Core"),
        (HIGHWIRE, "From Highwire", ("Korda, J.", "Miriam Oss"), "2008-04-03", "Highwire tags"),
        ("<title>On the page | Harbour</title>", "On the page", ("Paolo Teig", "S. Varga"), "2007-06-05", "the page"),
    ],
)
def test_each_field_comes_from_what_is_trusted_most(head, title, authors, issued, by):
    found = read(head)
    assert (found.title, found.authors, found.issued) == (title, authors, issued)
    told = {one.field: one.by for one in found.told}
    assert (told["title"], told["authors"], told["issued"]) == (by, by, by)


def test_what_nothing_else_tells_comes_from_the_address():
    found = read(body="<p>x")
    told = {one.field: one.by for one in found.told}
    assert (found.publisher, found.issued) == ("harbour.example", "2006-07-08")
    assert (told["publisher"], told["issued"], told["language"]) == ("the address", "the address", "the page")


def test_languages_and_publishers_follow_the_same_order():
    assert (read(OPEN_GRAPH).language, read(OPEN_GRAPH).publisher) == ("pt-BR", "Harbour")
    assert (read(linked(LINKED) + OPEN_GRAPH).language, read().language) == ("en-GB", "en")


@pytest.mark.parametrize(
    "broken", ["{", "[]", "null", "[[[[[[[[{}]]]]]]]]", '{"@type": 3}', '{"@type": "Article", "author": {"name": {"a": 1}}}',
               '{"@type": "Article", "headline": 7}', "[" * 5000, '{"@type":"Article","author":[null,{"name":[null]}]}']
)  # fmt: skip
def test_broken_data_leave_the_rest_standing(broken):
    assert read(linked(broken) + HIGHWIRE).title == "From Highwire"


@pytest.mark.parametrize(
    ("text", "persons"),
    [
        ("By Ana Petrel", ["Ana Petrel"]),
        ("Written by Ana Petrel and Tomas Ilgen", ["Ana Petrel", "Tomas Ilgen"]),
        ("Ana Petrel, Tomas Ilgen & Lena Strom", ["Ana Petrel", "Tomas Ilgen", "Lena Strom"]),
        ("Petrel, A.", ["Petrel, A."]),
        ("https://harbour.example/author/7", []),
        ("desk@harbour.example", []),
        ("Ministry of Labour", []),
        ("|", []),
        ("x" * 200, []),
    ],
)
def test_a_byline_names_persons_and_nothing_else(text, persons):
    assert persons_in(text) == persons


@pytest.mark.parametrize(
    ("text", "date"),
    [("2011-03-04T22:00:00Z", "2011-03-04"), ("20110304", "2011-03-04"), ("March 4, 2011", "2011-03-04"), ("2011", "2011"),
     ("2011-13-45", ""), ("soon", ""), ("", "")],
)  # fmt: skip
def test_dates_of_metadata_are_read(text, date):
    assert date_in(text) == date


@pytest.mark.parametrize(
    ("text", "tag"),
    [("en_US", "en-US"), ("zh-Hant-TW", "zh-Hant-TW"), ("EN", "en"), ("sr_latn", "sr-Latn"), ("english", ""), ("", "")],
)
def test_languages_are_written_as_tags(text, tag):
    assert language_tag(text) == tag
