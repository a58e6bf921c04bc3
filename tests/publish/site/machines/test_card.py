"""The picture that a link to a page shows: small, the same each time, and only where it can be drawn."""

from __future__ import annotations

import struct
from dataclasses import replace
from importlib import util

import msgspec
import pytest
from selectolax.lexbor import LexborHTMLParser
from tests.publish.site.test_goldens import FIGURE, QUOTED, SITE
from tests.world.archive import COUNTING, WORLD
from tests.world.stored import stored_pages

from sourcebook.errors import NotFound
from sourcebook.publish.site import addresses
from sourcebook.publish.site.machines import card as cards
from sourcebook.publish.site.machines.card import Card, archive_card, country_card, drawn
from sourcebook.publish.site.pages.country import country
from sourcebook.publish.site.pages.entry import entry
from sourcebook.publish.site.pages.figure import figure
from sourcebook.publish.site.pages.front import front
from sourcebook.publish.site.pages.passage import passage
from sourcebook.publish.site.render import render
from sourcebook.publish.site.site_page import Site

USUAL = Card(
    site="An archive",
    name="Andorra",
    lines=("Six entries, 2004 – 2021",),
    says="Each passage.",
    language="en",
    right_to_left=False,
)
NAMES = ["A", "Bosnia and Herzegovina", "x" * 120, "أندورا", "Андорра", "#eval(1) *bold* $x$ \\ \" '", "😀", ""]


@pytest.fixture(scope="module", name="view")
def opened(tmp_path_factory):
    with stored_pages(tmp_path_factory.mktemp("world"), WORLD.held).view() as view:
        yield view


def size_of(content: bytes) -> tuple[int, int]:
    assert content.startswith(b"\x89PNG\r\n\x1a\n")
    return struct.unpack(">II", content[16:24])


def meta(html: str) -> dict[str, str]:
    found = LexborHTMLParser(html).css("meta[property]")
    return {node.attributes["property"]: node.attributes["content"] for node in found}


@pytest.mark.parametrize("name", NAMES)
def test_any_name_makes_a_card_of_one_size_that_is_small_and_the_same_each_time(name):
    card = msgspec.structs.replace(USUAL, name=name, site=name, right_to_left=name == "أندورا")
    made = drawn(card)
    assert size_of(made) == (900, 471)
    assert len(made) < 80_000
    assert drawn(card) == made


def test_cards_of_other_names_differ():
    assert len({drawn(msgspec.structs.replace(USUAL, name=name)) for name in NAMES[:3]}) == 3


def test_the_page_names_the_card_of_its_country_and_its_size(view):
    made = {
        "/AD/": country(view, SITE, "AD"),
        f"/e/{COUNTING.id}/": entry(view, SITE, COUNTING.id),
        f"/p/{QUOTED}/": passage(view, SITE, QUOTED),
        f"/f/{FIGURE}/": figure(view, SITE, FIGURE),
    }
    for address, page in made.items():
        told = meta(render(page, SITE))
        assert told["og:image"] == f"{SITE.address}/cards/AD/card.png"
        assert told["og:url"] == f"{SITE.address}{address}"
        assert (int(told["og:image:width"]), int(told["og:image:height"])) == size_of(
            country_card(view, SITE, "AD", "card.png").content
        )
        assert told["og:title"] == page.title
        assert told["og:description"]
    assert meta(render(front(view, SITE), SITE))["og:image"] == f"{SITE.address}{addresses.CARD}"
    assert size_of(archive_card(view, SITE).content) == (900, 471)


@pytest.mark.parametrize("ask", [("XX", "card.png"), ("AD", "other.png"), ("../AD", "card.png")])
def test_a_card_that_there_is_not_is_not_found(view, ask):
    with pytest.raises(NotFound):
        country_card(view, SITE, *ask)


def test_where_nothing_draws_there_is_no_card_and_no_page_names_one(view, monkeypatch):
    real = util.find_spec
    for module in (cards, __import__("sourcebook.publish.site.site_page", fromlist=["site_page"])):
        monkeypatch.setattr(module, "find_spec", lambda name: None if name == "typst" else real(name))
    with pytest.raises(NotFound):
        country_card(view, SITE, "AD", "card.png")
    site = replace(SITE)
    assert "og:image" not in meta(render(country(view, site, "AD"), site))


def test_without_an_address_of_the_site_no_page_names_a_card(view):
    bare = Site(settings=SITE.settings, as_of=SITE.as_of)
    assert "og:image" not in meta(render(country(view, bare, "AD"), bare))
