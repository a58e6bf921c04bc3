"""The page that cites a country page, and all its entries as a reading list."""

from __future__ import annotations

from sourcebook.errors import NotFound
from sourcebook.model import Page, Value
from sourcebook.publish.cite import Cited, reading_list
from sourcebook.publish.cite import cite_page as page_as_work
from sourcebook.publish.site import addresses
from sourcebook.publish.site.head import Head
from sourcebook.publish.site.parts.citations import StyleShown, downloads, in_every_style
from sourcebook.publish.site.parts.link import Link
from sourcebook.publish.site.places import place_name
from sourcebook.publish.site.site_page import Site, SitePage
from sourcebook.store.base import View

PAGE_FILE, LIST_FILE = "page", "list"


class CiteShown(Value, frozen=True):
    """What the template shows: the page in every style, the list in every style, and the files of both."""

    page: Link
    page_styles: tuple[StyleShown, ...]
    page_downloads: tuple[Link, ...]
    entries: int
    list_styles: tuple[StyleShown, ...]
    list_downloads: tuple[Link, ...]


def cite_page(view: View, site: Site, place: str, topic: str | None = None) -> SitePage:
    """Return the page that cites a country page and its reading list; NotFound where there is no such page."""
    page = page_of(view, place, topic)
    name, files = place_name(place, site.words, page.heading), addresses.files(place, topic)
    works = reading_list(view, place, topic)
    return SitePage(
        template="cite.html",
        address=addresses.cite(place, topic),
        title=site.words.say("Cite: %(page)s", page=name),
        head=Head(trail=(Link(text=name, address=addresses.page(place, topic)),)),
        content=CiteShown(
            page=Link(text=name, address=addresses.page(place, topic)),
            page_styles=in_every_style([itself(page, site)]),
            page_downloads=downloads(files, PAGE_FILE),
            entries=len(works),
            list_styles=in_every_style(works),
            list_downloads=downloads(files, LIST_FILE),
        ),
    )


def itself(page: Page, site: Site) -> Cited:
    """Return a country page as a work to cite, under its address on this site and as it stands on its day."""
    address = site.absolute(addresses.page(page.place or "", page.topic))
    return page_as_work(page, site.settings, address=address, as_of=site.as_of or None)


def page_of(view: View, place: str, topic: str | None) -> Page:
    """Return a country page; NotFound where there is none."""
    page = view.page(place, topic)
    if page is None:
        raise NotFound("There is no page for this country and topic.", where=addresses.page(place, topic))
    return page
