"""The page on how to read the archive, and with what caution."""

from __future__ import annotations

from sourcebook.model import Value
from sourcebook.publish.site import addresses
from sourcebook.publish.site.site_page import Site, SitePage
from sourcebook.store.base import View


class About(Value, frozen=True):
    """What the template shows beside its own words: how much there is."""

    pages: int
    entries: int
    owner: str


def about(view: View, site: Site) -> SitePage:
    """Return the page on how to read the archive."""
    rows = view.pages()
    return SitePage(
        template="about.html",
        address=addresses.ABOUT,
        title=site.words.say("How to read this"),
        current="about",
        content=About(pages=len(rows), entries=sum(row.entries for row in rows), owner=site.settings.owner),
    )
