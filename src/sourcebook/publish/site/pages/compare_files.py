"""Comparisons as files: a table for a spreadsheet, and what a browser needs to compare any countries by itself."""

from __future__ import annotations

from collections.abc import Iterable

from sourcebook.errors import NotFound
from sourcebook.model import to_json
from sourcebook.publish.export.rows import csv_text
from sourcebook.publish.site import addresses
from sourcebook.publish.site.asked_compare import asked_compare
from sourcebook.publish.site.pages.compare import CSV_FILE, SIDE_FILE
from sourcebook.publish.site.pages.downloads import Download
from sourcebook.publish.site.parts.compared import Compared, compared
from sourcebook.publish.site.parts.sides import shared_words, side
from sourcebook.publish.site.site_page import Site
from sourcebook.query.beside import beside, find_group
from sourcebook.store.base import View

CSV, JSON = "text/csv", "application/json"


def compare_file(view: View, site: Site, group: str, file: str) -> Download:
    """Return a ready-made comparison as CSV, or a country's part of any; NotFound for another file or unknown set."""
    if file == SIDE_FILE:
        return _side_file(view, site, group)
    found = find_group(view.pages(), group)
    if found is None or file != CSV_FILE:
        raise NotFound("There is no such file.", where=f"{addresses.compare(group)}{file}")
    table = compared([beside(view, place) for place in found.places], site.words)
    return Download(content=compared_csv(table, site).encode(), media_type=CSV, name=f"{group}.csv")


def _side_file(view: View, site: Site, place: str) -> Download:
    if not any(row.place == place for row in view.pages()):
        raise NotFound("There is no such file.", where=f"{addresses.compare(place)}{SIDE_FILE}")
    held = side(beside(view, place), site.words)
    return Download(content=to_json(held), media_type=JSON, name=f"{place}-{SIDE_FILE}")


def compare_words(view: View, site: Site) -> Download:
    """Return what the script that compares countries says, in the language of the site."""
    held = shared_words((row.place for row in view.pages()), site.words)
    return Download(content=to_json(held), media_type=JSON, name="words.json")


def compare_asked_file(view: View, site: Site, parameters: Iterable[tuple[str, str]]) -> Download:
    """Return the comparison that a form asked for as CSV."""
    asked = asked_compare(parameters)
    table = compared([beside(view, place) for place in asked.places], site.words, asked.years)
    name = "-".join(filter(None, (*asked.places, asked.first, asked.last))) or "nothing"
    return Download(content=compared_csv(table, site).encode(), media_type=CSV, name=f"{name}.csv")


def compared_csv(table: Compared, site: Site) -> str:
    """Return a comparison as CSV: a line for each row and country, so that no cell holds two things."""
    head = ("section", "row", "how", "compared", "country", "name", "value", "note", "why_not", "address")
    return csv_text(head, _cells(table, site))


def _cells(table: Compared, site: Site) -> Iterable[tuple[object, ...]]:
    for section in table.sections:
        for line in section.lines:
            for place, name, cell in zip(table.places, table.names, line.cells, strict=True):
                address = site.absolute(cell.links[0].address) if cell.links else ""
                said = " / ".join(link.text for link in cell.links) or cell.text
                why_not = " ".join((*line.reasons, line.instead)).strip()
                row = (section.title, line.label, line.why, "no" if line.refused else "yes", place, name)
                yield (*row, said, cell.note or ("" if said else cell.none), why_not, address)
