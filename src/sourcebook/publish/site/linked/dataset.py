"""The archive, and what it holds of one country, as data sets in schema.org's words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sourcebook.publish.export.package import CSV, DESCRIPTOR, JSON, PARQUET, WHOLE_PART, files_of_whole
from sourcebook.publish.export.parquet import formats
from sourcebook.publish.site import addresses
from sourcebook.publish.site.head import Node
from sourcebook.publish.site.licence import licence_address
from sourcebook.publish.site.linked.document import LONGEST, To
from sourcebook.publish.site.places import place_name
from sourcebook.publish.site.site_page import Site
from sourcebook.store.base import PageRow, View

MEDIA_TYPES = {"csv": CSV, "json": JSON, "parquet": PARQUET}
OFFERED_OF_PART = (DESCRIPTOR, WHOLE_PART, "figures.csv", "passages.csv")
"""The files of a country that its page and the page of the data name; the first of them lists every other one."""
MEASURED = ("figures", "routes", "themes", "tiers", "findings")


def archive_node(view: View, site: Site, about: str, to: To) -> Node:
    """Return the whole archive as a data set, with that of each country as a part."""
    rows = [row for row in view.pages() if row.topic is None]
    named = {row.place: place_name(row.place, site.words, row.heading) for row in rows}
    parts = [{"@type": "Dataset", "@id": f"{to(addresses.page(place))}#data", "name": n} for place, n in named.items()]
    return _dataset(site, rows, f"{to(addresses.FRONT)}#data", to) | _told(
        {
            "name": site.title,
            "description": about,
            "url": to(addresses.FRONT),
            "spatialCoverage": [_place(place, name) for place, name in named.items()],
            "distribution": _downloads("", files_of_whole(formats()), to),
            "dateModified": max((day for row in rows if (day := last_change(view, row))), default=site.as_of),
            "hasPart": parts,
        }
    )


def country_node(view: View, site: Site, row: PageRow, about: str, to: To) -> Node:
    """Return what the archive holds of a country, or of its sister topic, as a data set."""
    name = place_name(row.place, site.words, row.heading)
    address = addresses.page(row.place, row.topic)
    return _dataset(site, [row], f"{to(address)}#data", to) | _told(
        {
            "name": f"{name}: {row.collection or site.title}",
            "description": about,
            "url": to(address),
            "spatialCoverage": _place(row.place, name),
            "dateModified": last_change(view, row) or site.as_of,
            "distribution": _downloads(row.place, OFFERED_OF_PART, to),
            "isPartOf": {"@id": f"{to(addresses.FRONT)}#data"},
        }
    )


def last_change(view: View, row: PageRow) -> str:
    """Return the day on which the shown state of a page was captured; empty where that is not known."""
    shown = next((state for state in view.states(row.place, row.topic) if state.shown), None)
    return shown.time[:10] if shown and shown.time else ""


def _dataset(site: Site, rows: Sequence[PageRow], id_: str, to: To) -> Node:
    keeper = {"@type": "Organization", "name": site.settings.owner or site.title, "url": to(addresses.FRONT)}
    years = [year for row in rows for year in (row.first_year, row.last_year) if year]
    return _told(
        {
            "@type": "Dataset",
            "@id": id_,
            "creator": keeper,
            "license": licence_address(site.settings.licence),
            "isAccessibleForFree": True,
            "inLanguage": site.words.language,
            "temporalCoverage": f"{min(years):04}/{max(years):04}" if years else None,
            "keywords": [site.words.say("human trafficking")],
            "variableMeasured": list(MEASURED),
        }
    )


def _told(node: Node) -> Node:
    """Return a node without what is not known, its description no longer than anybody reads."""
    if "description" in node:
        node["description"] = node["description"][:LONGEST]
    return {name: value for name, value in node.items() if value}


def _place(code: str, name: str) -> Node:
    return {"@type": "Place", "name": name, "identifier": code}


def _downloads(part: str, names: Iterable[str], to: To) -> list[Node]:
    folder = addresses.data(part)
    return [
        {
            "@type": "DataDownload",
            "contentUrl": to(f"{folder}{name}"),
            "encodingFormat": MEDIA_TYPES[name.rpartition(".")[2]],
        }
        for name in names
    ]
