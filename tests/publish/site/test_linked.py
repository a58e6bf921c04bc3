"""The linked data of every page: it parses, says what schema.org's readers ask for, and nothing in it ends the script."""

from __future__ import annotations

import json

import msgspec
import pytest
from pyld import jsonld
from selectolax.lexbor import LexborHTMLParser
from tests.publish.site.test_goldens import PAGES, SITE
from tests.world.archive import ANDORRA, COUNTING, entry
from tests.world.memory import MemoryView

from sourcebook.model import Work
from sourcebook.publish.site.linked.work import sure_date, work_node
from sourcebook.publish.site.pages.country import country
from sourcebook.publish.site.pages.entry import entry as entry_page
from sourcebook.publish.site.pages.front import front
from sourcebook.publish.site.pages.passage import passage
from sourcebook.publish.site.render import render
from sourcebook.publish.site.site_page import Site

SCHEMA = "https://schema.org/"
REQUIRED = {
    "WebPage": ("name", "url", "inLanguage"),
    "BreadcrumbList": ("itemListElement",),
    "Dataset": (
        "name",
        "description",
        "url",
        "creator",
        "temporalCoverage",
        "spatialCoverage",
        "dateModified",
        "license",
    ),
    "ClaimReview": ("claimReviewed", "itemReviewed", "author", "url", "reviewBody"),
    "Claim": ("text", "author", "appearance", "firstAppearance"),
    "NewsArticle": ("headline", "name", "author", "publisher", "url"),
    "Quotation": ("text", "isPartOf", "url"),
}
"""What Google's rules for structured data and schema.org's own pages ask for, or recommend, by type."""
EVIL = '</script><script>alert(1)</script><!--<script>" & \u2028 \\'
LICENSED = msgspec.structs.replace(SITE.settings, licence="CC-BY-4.0")

LICENSED_PAGES = {
    "front": front,
    "country": lambda view, site: country(view, site, "AD"),
    "topic": lambda view, site: country(view, site, "AD", "street_children"),
}


def scripts(html: str) -> list[str]:
    tree = LexborHTMLParser(html)
    return [node.text(deep=True) for node in tree.css('script[type="application/ld+json"]')]


def graph(html: str) -> list[dict]:
    (held,) = scripts(html)
    return json.loads(held)["@graph"]


def nodes(html: str, kind: str) -> list[dict]:
    return [node for node in graph(html) if node["@type"] == kind]


def own_context(url: str, _options: object) -> dict:
    assert url == "https://schema.org"
    document = {"@context": {"@vocab": SCHEMA, "url": {"@type": "@id"}, "item": {"@type": "@id"}}}
    return {"contentType": "application/ld+json", "contextUrl": None, "documentUrl": url, "document": document}


@pytest.mark.parametrize("name", PAGES)
def test_every_page_that_holds_something_says_what_it_is_but_those_of_numbers_to_call(view, name):
    page = PAGES[name](view)
    held = scripts(render(page, SITE))
    assert len(held) == (page.status == 200 and not page.plain)
    for text in held:
        expanded = jsonld.expand(json.loads(text), {"documentLoader": own_context, "base": SITE.absolute(page.address)})
        types = [node["@type"][0] for node in expanded]
        assert types[:2] == [f"{SCHEMA}WebPage", f"{SCHEMA}BreadcrumbList"]
        assert expanded[0]["@id"] == SITE.absolute(page.address)


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("front", "Dataset"),
        ("country", "Dataset"),
        ("topic", "Dataset"),
        ("figure", "Claim"),
        ("figure", "ClaimReview"),
        ("entry", "NewsArticle"),
        ("passage", "Quotation"),
        *(
            (name, kind)
            for name in PAGES
            if name not in {"not_found", "failed", "help", "help_index"}
            for kind in ("WebPage", "BreadcrumbList")
        ),
    ],
)
def test_what_readers_of_a_type_ask_for_is_there(view, name, kind):
    site = Site(settings=LICENSED, address=SITE.address, as_of=SITE.as_of)
    page = LICENSED_PAGES[name](view, site) if name in LICENSED_PAGES else PAGES[name](view)
    found = nodes(render(page, site), kind)
    assert found
    for node in found:
        assert [key for key in REQUIRED[kind] if not node.get(key)] == []


def test_a_finding_is_never_rated_true_or_false(view):
    reviews = nodes(render(PAGES["figure"](view), SITE), "ClaimReview")
    assert reviews
    assert all("reviewRating" not in json.dumps(node) for node in reviews)
    assert all("Rating" not in json.dumps(node) for node in reviews)


def test_a_country_page_tells_programs_little_and_leaves_reviews_to_the_pages_of_its_figures(view):
    html = render(PAGES["country"](view), SITE)
    (data,) = nodes(html, "Dataset")
    assert nodes(html, "ClaimReview") == []
    assert data["distribution"][0]["contentUrl"].endswith("/data/AD/datapackage.json")
    assert len(scripts(html)[0]) < 3_000


def test_the_claim_of_a_figure_is_its_sentence_and_who_said_it(view):
    (claim,) = nodes(render(PAGES["figure"](view), SITE), "Claim")
    assert claim["text"] == "Inspectors counted 40 victims, of whom 25 were men and 15 were women."
    assert claim["author"] == {"name": "Inspectors"}


def test_the_way_to_a_page_is_numbered_and_ends_at_itself(view):
    (trail,) = nodes(render(PAGES["topic"](view), SITE), "BreadcrumbList")
    steps = trail["itemListElement"]
    assert [step["position"] for step in steps] == [1, 2, 3]
    assert [step["item"].removeprefix(SITE.address) for step in steps] == ["/", "/AD/", "/AD/street_children/"]


def test_neutral_pages_name_neither_the_archive_nor_its_subject(view):
    html = render(PAGES["help"](view), SITE)
    assert scripts(html) == []
    assert not any(word in html for word in (SITE.title, "traffick", "og:"))


@pytest.mark.parametrize(
    "field", ["title", "credit", "publisher", "container", "language", "authors", "passage", "heading"]
)
def test_markup_in_any_field_stays_a_text(field):
    given = {"title": "A title", "credit": "A credit"}
    if field in {"title", "credit", "publisher", "container", "language"}:
        given[field] = EVIL
    work = Work(**given, **({"authors": (EVIL,)} if field == "authors" else {}))
    page = msgspec.structs.replace(
        ANDORRA,
        heading=EVIL if field == "heading" else ANDORRA.heading,
        collection=EVIL,
        entries=(entry(work, EVIL if field == "passage" else "A passage."),),
    )
    view = MemoryView((page,))
    site = Site(
        settings=msgspec.structs.replace(LICENSED, title=EVIL, owner=EVIL), address=SITE.address, as_of=SITE.as_of
    )
    made = (
        country(view, site, "AD"),
        entry_page(view, site, work.id),
        passage(view, site, page.entries[0].passages[0].id),
    )
    for one in made:
        html = render(one, site)
        assert len(scripts(html)) == 1
        assert "alert(1)" not in [node.text() for node in LexborHTMLParser(html).css("script:not([type])")]
        assert EVIL.split(" ", 1)[0] not in html
        assert json.loads(scripts(html)[0])["@graph"][0]["isPartOf"]["name"] == EVIL


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        ("report", "Report"),
        ("article-newspaper", "NewsArticle"),
        ("press-release", "NewsArticle"),
        ("article-journal", "ScholarlyArticle"),
        ("article-magazine", "Article"),
        ("book", "Book"),
        ("dataset", "Dataset"),
        ("something", "CreativeWork"),
    ],
)
def test_a_work_is_of_the_type_that_it_is_cited_as(kind, expected):
    assert work_node(Work(title="A title", kind=kind), str)["@type"] == expected


@pytest.mark.parametrize(
    ("edtf", "expected"),
    [
        ("2009", "2009"),
        ("2009-06", "2009-06"),
        ("2009-06-30", "2009-06-30"),
        ("2009~", None),
        ("2006-21", None),
        ("[2004-02-03,2004-03-02]", None),
        ("2003-02-10/2003-02-12", None),
        (None, None),
    ],
)
def test_only_a_date_that_is_sure_is_given_as_one(edtf, expected):
    assert sure_date(edtf) == expected


def test_an_address_that_must_not_be_followed_is_left_out():
    assert "url" not in work_node(msgspec.structs.replace(COUNTING, url="javascript:alert(1)"), str)


def test_without_an_address_of_the_site_links_are_relative_and_no_picture_or_whole_address_is_told(view):
    site = Site(settings=SITE.settings, as_of=SITE.as_of)
    html = render(country(view, site, "AD"), site)
    (data,) = nodes(html, "Dataset")
    assert data["url"] == "../AD/"
    assert "og:url" not in html
    assert "canonical" not in html
    assert "og:image" not in html
