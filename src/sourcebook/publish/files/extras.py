"""The files of the site beside its pages: what pages load, the page for a wrong address, and the search page."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from sourcebook.model import Value
from sourcebook.publish.files.searching import search_page
from sourcebook.publish.site import addresses
from sourcebook.publish.site.machines.feeds import theme_feeds
from sourcebook.publish.site.machines.sitemap import sitemaps
from sourcebook.publish.site.pages.compare import compare_published
from sourcebook.publish.site.pages.errors import not_found
from sourcebook.publish.site.pages.help import help_in, helplines_of
from sourcebook.publish.site.render import render
from sourcebook.publish.site.site_page import Site
from sourcebook.publish.site.static import static_files
from sourcebook.store.base import View

SEARCH_PATH = "search/index.html"
NOT_FOUND_PATH = "404.html"
COMPARE_PATH = "compare/index.html"
Maker = Callable[[View, Site], Iterator[tuple[str, bytes]]]


class Extra(Value, frozen=True):
    """Files that are made together from the whole archive."""

    key: str
    make: Maker


def loaded(_: View, __: Site) -> Iterator[tuple[str, bytes]]:
    """Yield the files that pages load."""
    for name, file in static_files().items():
        yield f"static/{name}", file.content


def wrong_address(view: View, site: Site) -> Iterator[tuple[str, bytes]]:
    """Yield the page that web hosts send for an address at which nothing stands.

    It is shown under any address, so that its links begin at the root of the host, or at the folder that the site's
    own address names.
    """
    root = addresses.root_of(site.address)
    page = not_found(view, site, "/")
    yield NOT_FOUND_PATH, render(page, site, to=lambda there: f"{root}{there}").encode()


def searching(view: View, site: Site) -> Iterator[tuple[str, bytes]]:
    """Yield the search page, which looks into the index in the browser."""
    yield SEARCH_PATH, render(search_page(view, site), site).encode()


def comparing(view: View, site: Site) -> Iterator[tuple[str, bytes]]:
    """Yield the page on which a script compares any countries in the browser."""
    yield COMPARE_PATH, render(compare_published(view, site), site).encode()


def numbers(view: View, site: Site) -> Iterator[tuple[str, bytes]]:
    """Yield the pages of numbers to call of countries of which the archive has no page."""
    shown = {row.place for row in view.pages()}
    for place in helplines_of(site).countries():
        if place not in shown:
            yield f"help/{place}/index.html", render(help_in(view, site, place), site).encode()


def addresses_of_pages(view: View, site: Site) -> Iterator[tuple[str, bytes]]:
    """Yield the list of every address, in parts where it is long; none where the site's own address is not set."""
    yield from sitemaps(view, site)


def feeds_of_themes(view: View, site: Site) -> Iterator[tuple[str, bytes]]:
    """Yield the feed of every theme."""
    yield from theme_feeds(view, site)


EXTRAS = (
    Extra(key="loaded", make=loaded),
    Extra(key="wrong address", make=wrong_address),
    Extra(key="search page", make=searching),
    Extra(key="compare page", make=comparing),
    Extra(key="numbers", make=numbers),
    Extra(key="addresses", make=addresses_of_pages),
    Extra(key="feeds of themes", make=feeds_of_themes),
)
"""Made in this order, after the pages, where anything changed; what is the same as it was is not written."""
