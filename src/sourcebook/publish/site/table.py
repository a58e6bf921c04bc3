"""The table of pages: which function makes the page at which address."""

from __future__ import annotations

from collections.abc import Callable

from sourcebook.publish.site.pages.about import about
from sourcebook.publish.site.pages.cite import cite_page
from sourcebook.publish.site.pages.country import country
from sourcebook.publish.site.pages.downloads import Download, citation_file, page_file
from sourcebook.publish.site.pages.entry import entry
from sourcebook.publish.site.pages.figure import figure
from sourcebook.publish.site.pages.front import front
from sourcebook.publish.site.pages.help import help_in, help_index
from sourcebook.publish.site.pages.passage import passage
from sourcebook.publish.site.site_page import SitePage

PageFunction = Callable[..., SitePage]
FileFunction = Callable[..., Download]

PAGES: dict[str, PageFunction] = {
    "/": front,
    "/about": about,
    "/help": help_index,
    "/help/{place:str}": help_in,
    "/e/{work_id:str}": entry,
    "/p/{passage_id:str}": passage,
    "/f/{figure_id:str}": figure,
    "/cite/{place:str}": cite_page,
    "/cite/{place:str}/{topic:str}": cite_page,
    "/{place:str}": country,
    "/{place:str}/{topic:str}": country,
}
"""Each function takes a view, the site, and the parts of the address by name."""

FILES: dict[str, FileFunction] = {
    "/e/{work_id:str}/{file:str}": citation_file,
    "/take/{place:str}/{file:str}": page_file,
    "/take/{place:str}/{topic:str}/{file:str}": page_file,
}
"""The same for files."""
