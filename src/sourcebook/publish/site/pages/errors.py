"""The pages for what went wrong: nothing stands at the address, or the site could not answer."""

from __future__ import annotations

from sourcebook.model import Value
from sourcebook.publish.site.pages.front import CountryRow, country_rows
from sourcebook.publish.site.site_page import Site, SitePage
from sourcebook.store.base import View


class Missing(Value, frozen=True):
    """Where to go from an address at which nothing stands."""

    countries: tuple[CountryRow, ...]


class Failed(Value, frozen=True):
    """What happened, in a sentence that names nothing of the machine."""

    what: str


def not_found(view: View, site: Site, address: str) -> SitePage:
    """Return the page for an address at which nothing stands, with a search and the countries."""
    rows = country_rows(view.pages(), site.words)
    return SitePage(
        template="not_found.html",
        address=address,
        title=site.words.say("Nothing stands here"),
        searches=True,
        content=Missing(countries=tuple(row for row in rows if row.topic is None)),
        status=404,
    )


def failed(site: Site, address: str, what: str) -> SitePage:
    """Return the page for a failure; it needs no archive, since that may be what failed."""
    return SitePage(
        template="failed.html",
        address=address,
        title=site.words.say("This page could not be made"),
        content=Failed(what=what),
        status=500,
    )
