"""The data package as files of the site: of each country, of what is about none, and of the whole archive."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from sourcebook.errors import NotFound
from sourcebook.publish.export.package import (
    CSV,
    DESCRIPTOR,
    JSON,
    PARQUET,
    TABLES,
    WHOLE_PART,
    csv_body,
    csv_table,
    descriptor,
    files_of_part,
    files_of_whole,
    json_part,
    rows_of,
)
from sourcebook.publish.export.parquet import formats, parquet_table
from sourcebook.publish.export.rows import csv_rows
from sourcebook.publish.export.told import ELSEWHERE, Told
from sourcebook.publish.site import addresses
from sourcebook.publish.site.licence import licence_address, licence_name
from sourcebook.publish.site.pages.downloads import Download
from sourcebook.publish.site.pages.help import helplines_of
from sourcebook.publish.site.places import place_name
from sourcebook.publish.site.site_page import Site
from sourcebook.publish.site.when import day
from sourcebook.store.base import View

Read = Callable[[str, str], bytes]
"""Returns a file of a part by the part and the file's name."""


def told_of(view: View, site: Site) -> Told:
    """Return what the tables of a site are made from."""
    return Told(view=view, topic=site.settings.topic, day=day(site.as_of), lines=helplines_of(site))


def part_file(view: View, site: Site, place: str, table: str) -> Download:
    """Return one file of a country's tables, or of what is about none; NotFound for any other."""
    told = told_of(view, site)
    if place not in told.parts or table not in files_of_part():
        raise NotFound("There is no such table.", where=f"{addresses.data(place)}{table}")
    name, _, ending = table.rpartition(".")
    if table == DESCRIPTOR:
        content = descriptor(_about(site, place))
    else:
        content = json_part(told, place) if table == WHOLE_PART else csv_table(name, rows_of(told, name, place))
    return Download(content=content, media_type=CSV if ending == "csv" else JSON, name=f"{place}-{table}")


def whole_file(view: View, site: Site, whole: str) -> Download:
    """Return one file of the tables of the whole archive; NotFound for another file."""
    if whole not in files_of_whole(formats()):
        raise NotFound("There is no such table.", where=f"{addresses.data()}{whole}")
    told = told_of(view, site)
    name, _, ending = whole.rpartition(".")
    if whole == DESCRIPTOR:
        return Download(content=descriptor(_about(site), formats()), media_type=JSON, name=whole)
    rows = (row for part in told.parts for row in rows_of(told, name, part))
    written = csv_table(name, rows)
    if ending == "csv":
        return Download(content=written, media_type=CSV, name=whole)
    return Download(content=parquet_table(TABLES[name][0], written), media_type=PARQUET, name=whole)


def whole_files(site: Site, parts: Iterable[str], read: Read) -> Iterator[tuple[str, bytes]]:
    """Yield the files of the whole by their paths, put together from those of the parts."""
    folder, parts = addresses.data().lstrip("/"), tuple(parts)
    yield f"{folder}{DESCRIPTOR}", descriptor(_about(site), formats())
    for name, (table, _) in TABLES.items():
        bodies = (csv_body(read(part, f"{name}.csv")) for part in parts)
        written = csv_rows([table.head]).encode() + b"".join(bodies)
        yield f"{folder}{name}.csv", written
        if "parquet" in formats():
            yield f"{folder}{name}.parquet", parquet_table(table, written)


def _about(site: Site, place: str = "") -> dict[str, object]:
    """Return what a descriptor says of the package: whose it is, what it holds, of which day, under which licence."""
    of = "" if not place else place_name(place, site.words) if place != ELSEWHERE else site.words.say("elsewhere")
    owner, licence = site.settings.owner or site.title, site.settings.licence
    about: dict[str, object] = {
        "name": "-".join(filter(None, ("sourcebook", site.settings.topic.replace("_", "-"), place.lower()))),
        "title": f"{site.title}: {of}" if of else site.title,
        "description": site.words.say(
            "What sources say about human trafficking, as tables: who said it, where, when, and what comparing shows. "
            "Nothing here says that it is true. Passages are quotations; their rights are their authors’."
        ),
        "contributors": [{"title": owner, "role": "publisher"}],
        "keywords": [site.words.say("human trafficking")],
    }
    if site.address:
        about["homepage"] = site.absolute(addresses.data())
    if site.as_of:
        about["version"] = site.as_of
    if licence:
        name = {"name": licence_name(licence)} if licence_name(licence) else {}
        about["licenses"] = [{**name, "path": licence_address(licence)}]
    return about
