"""The page from which the data is taken away: the tables, what each column means, the feeds, and how to cite them."""

from __future__ import annotations

from sourcebook.model import Value
from sourcebook.publish.export.columns import Column, Table
from sourcebook.publish.export.package import DESCRIPTOR, TABLES
from sourcebook.publish.export.parquet import formats
from sourcebook.publish.site import addresses
from sourcebook.publish.site.head import Head
from sourcebook.publish.site.licence import licence_address, licence_name
from sourcebook.publish.site.linked.dataset import OFFERED_OF_PART, archive_node
from sourcebook.publish.site.linked.document import linker
from sourcebook.publish.site.parts.feeds import feeds_of_all
from sourcebook.publish.site.parts.link import Link
from sourcebook.publish.site.places import homes, place_name
from sourcebook.publish.site.site_page import Site, SitePage
from sourcebook.publish.site.words import Words
from sourcebook.store.base import View


class ColumnShown(Value, frozen=True):
    """A column of a table: its name and type, what it means, what it may hold, and where its values come from."""

    name: str
    kind: str
    meaning: str
    holds: tuple[str, ...]
    form: str
    unit: str
    source: str


class TableShown(Value, frozen=True):
    """A table with its columns, what tells its rows apart, and its files."""

    name: str
    title: str
    about: str
    key: str
    files: tuple[Link, ...]
    columns: tuple[ColumnShown, ...]


class CountryFiles(Value, frozen=True):
    """The files of one country."""

    name: str
    address: str
    files: tuple[Link, ...]


class DataPage(Value, frozen=True):
    """What the template shows; `licence` leads out of the site."""

    lead: str
    descriptor: Link
    tables: tuple[TableShown, ...]
    countries: tuple[CountryFiles, ...]
    feeds: tuple[Link, ...]
    citation: Link
    licence: Link | None


def data(view: View, site: Site) -> SitePage:
    """Return the page of the tables and of what each of their columns means."""
    words = site.words
    lead = words.say(
        "Every work, entry, passage, figure, route, theme, tier and finding as tables, for a spreadsheet or a program. "
        "A number in them stands because somebody wrote it, and its row says who, where and when."
    )
    return SitePage(
        template="data.html",
        address=addresses.DATA,
        title=words.say("Take the data away"),
        content=DataPage(
            lead=lead,
            descriptor=Link(text=DESCRIPTOR, address=f"{addresses.DATA}{DESCRIPTOR}"),
            tables=tuple(_table(table, words) for table, _ in TABLES.values()),
            countries=_countries(view, words),
            feeds=feeds_of_all(words),
            citation=Link(text="CITATION.cff", address=addresses.CITATION),
            licence=_licence(site),
        ),
        head=Head(
            about=lead,
            kind="website",
            nodes=(archive_node(view, site, lead, linker(site, addresses.DATA)),),
            feeds=feeds_of_all(words),
        ),
    )


def _table(table: Table, words: Words) -> TableShown:
    return TableShown(
        name=table.name,
        title=table.title,
        about=table.about,
        key=", ".join(table.key),
        files=tuple(
            Link(text=f"{table.name}.{ending}", address=f"{addresses.DATA}{table.name}.{ending}")
            for ending in formats()
        ),
        columns=tuple(_column(column, words) for column in table.columns),
    )


def _column(column: Column, words: Words) -> ColumnShown:
    return ColumnShown(
        name=column.name,
        kind=column.kind if not column.required else words.say("%(kind)s, always there", kind=column.kind),
        meaning=column.meaning,
        holds=column.values,
        form=column.form,
        unit=column.unit,
        source=column.source,
    )


def _countries(view: View, words: Words) -> tuple[CountryFiles, ...]:
    headings = {row.place: row.heading for row in view.pages() if row.topic is None}
    held = homes(view.pages())
    named = sorted((place_name(place, words, headings.get(place)), place) for place in held)
    return tuple(CountryFiles(name=name, address=held[place], files=tuple(_files(place))) for name, place in named)


def _files(place: str) -> list[Link]:
    return [Link(text=name, address=f"{addresses.data(place)}{name}") for name in OFFERED_OF_PART]


def _licence(site: Site) -> Link | None:
    licence = site.settings.licence
    address = licence_address(licence)
    return Link(text=licence_name(licence) or address, address=address) if addresses.leads_out(address) else None
