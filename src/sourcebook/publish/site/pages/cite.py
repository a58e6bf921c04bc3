"""The page that cites a country page, and all its entries as a reading list."""

from __future__ import annotations

from sourcebook.errors import NotFound
from sourcebook.model import Page, Value
from sourcebook.publish.cite import Cited
from sourcebook.publish.site import addresses
from sourcebook.publish.site.parts.citations import StyleShown, cited_entry, cited_page, downloads, in_every_style
from sourcebook.publish.site.parts.link import Link
from sourcebook.publish.site.places import place_name
from sourcebook.publish.site.site_page import Site, SitePage
from sourcebook.store.base import View


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
    page = _page(view, place, topic)
    name, address = place_name(place, page.heading), addresses.cite(place, topic)
    works = reading_list(view, place, topic)
    return SitePage(
        template="cite.html",
        address=address,
        title=site.words.say("Cite: %(page)s", page=name),
        content=CiteShown(
            page=Link(text=name, address=addresses.page(place, topic)),
            page_styles=in_every_style([cited_page(page, name, site)]),
            page_downloads=downloads(address, "page"),
            entries=len(works),
            list_styles=in_every_style(works),
            list_downloads=downloads(address, "list"),
        ),
    )


def page_itself(view: View, site: Site, place: str, topic: str | None = None) -> tuple[Cited, ...]:
    """Return a country page as a work to cite; NotFound where there is no such page."""
    page = _page(view, place, topic)
    return (cited_page(page, place_name(place, page.heading), site),)


def reading_list(view: View, place: str, topic: str | None = None) -> tuple[Cited, ...]:
    """Return every entry of a page as works to cite, in the order of the page."""
    return tuple(cited_entry(placed) for placed in view.entries(place, topic))


def _page(view: View, place: str, topic: str | None) -> Page:
    page = view.page(place, topic)
    if page is None:
        raise NotFound("There is no page for this country and topic.", where=addresses.page(place, topic))
    return page
