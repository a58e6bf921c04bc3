"""Everything that the site hands out beside its pages: files for reference managers, and packs."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache

from sourcebook.publish.packs.downloads import ROUTE, offers, pack_file
from sourcebook.publish.packs.table import FORMATS
from sourcebook.publish.site.machines.card import archive_card, country_card
from sourcebook.publish.site.machines.citation_file import citation_cff
from sourcebook.publish.site.machines.data import part_file, whole_file
from sourcebook.publish.site.machines.feeds import country_feed, entries_feed, findings_feed, theme_feed
from sourcebook.publish.site.machines.robots import robots_file
from sourcebook.publish.site.machines.sitemap import sitemap_file
from sourcebook.publish.site.site_page import PackOffer
from sourcebook.publish.site.table import FILES, FileFunction
from sourcebook.settings import Settings

OFFERED_FILES: Mapping[str, FileFunction] = {
    **FILES,
    ROUTE: pack_file,
    "/robots.txt": robots_file,
    "/CITATION.cff": citation_cff,
    "/feeds/entries.atom": entries_feed,
    "/feeds/findings.atom": findings_feed,
    "/feeds/{place:str}/{feed:str}": country_feed,
    "/data/{place:str}/{table:str}": part_file,
    "/card.png": archive_card,
    "/cards/{place:str}/{card:str}": country_card,
}
"""Files that are written with the pages that they rest on."""

SERVED_FILES: Mapping[str, FileFunction] = {
    **OFFERED_FILES,
    "/sitemap.xml": sitemap_file,
    "/feeds/themes/{theme_feed:str}": theme_feed,
    "/data/{whole:str}": whole_file,
    "/sitemaps/{part:str}": sitemap_file,
}
"""Those, and the files that publishing makes at its end, since nobody knows before how many there are."""


@cache
def packs_to_serve() -> tuple[PackOffer, ...]:
    """Return the packs that a served site offers: in every format whose packages are installed."""
    return offers(FORMATS)


def packs_to_publish(settings: Settings) -> tuple[PackOffer, ...]:
    """Return the packs that a published site offers: those formats of its settings that are installed."""
    return offers(settings.packs)


def pack_files(packs: Iterable[PackOffer]) -> tuple[str, ...]:
    """Return the names of the files of one country."""
    return tuple(f"{pack.name}.{ending}" for pack in packs for ending, _ in pack.formats)
