"""Comparisons as files: a table for a spreadsheet, and what a browser needs to compare any countries by itself."""

from __future__ import annotations

from collections.abc import Iterable

from sourcebook.errors import NotFound
from sourcebook.publish.export.rows import csv_text
from sourcebook.publish.site import addresses
from sourcebook.publish.site.asked_compare import asked_compare
from sourcebook.publish.site.pages.compare import CSV_FILE
from sourcebook.publish.site.pages.downloads import Download
from sourcebook.publish.site.parts.compared import Compared, compared
from sourcebook.publish.site.site_page import Site
from sourcebook.query.beside import beside, find_group
from sourcebook.store.base import View

CSV = "text/csv"


def compare_file(view: View, site: Site, group: str, file: str) -> Download:
    """Return a ready-made comparison as CSV; NotFound for another file or an unknown set."""
    found = find_group(view.pages(), group)
    if found is None or file != CSV_FILE:
        raise NotFound("There is no such file.", where=f"{addresses.compare(group)}{file}")
    table = compared([beside(view, place) for place in found.places], site.words)
    return Download(content=compared_csv(table, site).encode(), media_type=CSV, name=f"{group}.csv")


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
