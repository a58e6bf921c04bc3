"""The picture that is shown where somebody links to a page: drawn from counts when the site is made, of nobody."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from importlib.util import find_spec
from typing import Any

import msgspec

from sourcebook.errors import NotFound
from sourcebook.model import Value
from sourcebook.publish.site import addresses
from sourcebook.publish.site.pages.downloads import Download
from sourcebook.publish.site.places import place_name
from sourcebook.publish.site.site_page import Site
from sourcebook.publish.site.words import sentence_case
from sourcebook.store.base import PageRow, View

MEDIA_TYPE = "image/png"
DENSITY = 54.0
"""Points of a card are 1200 by 628; so many dots an inch make 900 by 471 of them, which weighs about 35 kB."""
LONGEST = 120


class Card(Value, frozen=True):
    """What a card shows: whose archive, a name, and what is held, in lines."""

    site: str
    name: str
    lines: tuple[str, ...]
    says: str
    language: str
    right_to_left: bool


def archive_card(view: View, site: Site) -> Download:
    """Return the card of the whole archive; NotFound where nothing that draws it is installed."""
    rows = view.pages()
    countries = site.words.plural("%(n)s country", "%(n)s countries", len({row.place for row in rows}))
    return _download(_card(site, site.title, rows, sentence_case(countries)), addresses.CARD)


def country_card(view: View, site: Site, place: str, card: str) -> Download:
    """Return the card of a country; NotFound for one without a page, and where nothing that draws it is installed."""
    rows = [row for row in view.pages() if row.place == place]
    address = addresses.card(place)
    if not rows or card != address.rpartition("/")[2]:
        raise NotFound("There is no such picture.", where=address)
    return _download(_card(site, place_name(place, site.words, rows[0].heading), rows), address)


def _card(site: Site, name: str, rows: Sequence[PageRow], first: str = "") -> Card:
    words, years = site.words, [year for row in rows for year in (row.first_year, row.last_year) if year]
    entries = words.plural("%(n)s entry", "%(n)s entries", sum(row.entries for row in rows))
    passages = words.plural("%(n)s passage", "%(n)s passages", sum(row.passages for row in rows))
    told = f"{min(years)} – {max(years)}" if years else words.say("no date known")
    return Card(
        site=_short(site.title),
        name=_short(name),
        lines=(*([first] if first else []), sentence_case(f"{entries}, {told}"), sentence_case(passages)),
        says=words.say("Each passage with who said it, where and when."),
        language=words.language.split("-")[0],
        right_to_left=words.direction == "rtl",
    )


def _short(text: str) -> str:
    plain = "".join(sign if sign.isprintable() else " " for sign in text)
    return plain if len(plain) <= LONGEST else f"{plain[: LONGEST - 1]}…"


def _download(card: Card, address: str) -> Download:
    return Download(content=drawn(card), media_type=MEDIA_TYPE, name=address.rpartition("/")[2])


def drawn(card: Card) -> bytes:
    """Return a card as PNG: the same bytes for the same card and fonts; NotFound where typst is not installed."""
    if find_spec("typst") is None:
        raise NotFound("No picture is drawn here.", next_step="Install what draws it: pip install 'sourcebook[pdf]'")
    compiler, template = _setter()
    inputs = {"card": msgspec.json.encode(card).decode()}
    return bytes(compiler.compile(template, format="png", ppi=DENSITY, sys_inputs=inputs))


@cache
def _setter() -> tuple[Any, bytes]:
    """Return what sets cards, with the fonts of this machine, which are looked up once, and how a card is set."""
    import typst

    return typst.Compiler(font_paths=typst.Fonts()), files(__package__).joinpath("card.typ").read_bytes()
