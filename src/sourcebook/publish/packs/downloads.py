"""The packs that country pages offer, each made when it is asked for or when the site is published."""

from __future__ import annotations

from collections.abc import Iterable
from importlib.util import find_spec

from sourcebook.errors import NotFound, UsageError
from sourcebook.publish.packs.making import asked_for, write_pack
from sourcebook.publish.packs.table import FORMATS, KINDS, find_pack_format
from sourcebook.publish.site.pages.downloads import Download
from sourcebook.publish.site.site_page import PackOffer, Site
from sourcebook.store.base import View

ROUTE = "/packs/{place:str}/{pack:str}"


def pack_file(view: View, site: Site, place: str, pack: str) -> Download:
    """Return a pack of one country as a file; NotFound for a country, kind or format that there is not."""
    name, _, ending = pack.partition(".")
    if name not in KINDS or ending not in FORMATS or not any(row.place == place for row in view.pages()):
        raise NotFound("There is no such pack.", where=pack)
    try:
        written = write_pack(name, asked_for(view, site, (place,)), ending)
    except UsageError as error:
        raise NotFound(str(error), where=pack) from error
    return Download(
        content=written.content, media_type=find_pack_format(ending).media_type, name=f"{place}-{name}.{ending}"
    )


def offers(endings: Iterable[str]) -> tuple[PackOffer, ...]:
    """Return every kind of pack in those of some formats whose packages are installed."""
    able = tuple(
        (ending, FORMATS[ending].title)
        for ending in endings
        if not FORMATS[ending].needs or find_spec(FORMATS[ending].needs) is not None
    )
    return tuple(PackOffer(name=name, formats=able) for name in KINDS) if able else ()
