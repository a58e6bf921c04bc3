"""The table of pages: which function makes the page at which address."""

from __future__ import annotations

from collections.abc import Callable

from sourcebook.publish.site.pages.about import about
from sourcebook.publish.site.pages.cite import cite_page
from sourcebook.publish.site.pages.compare import compare_chosen, compare_group
from sourcebook.publish.site.pages.compare_files import compare_asked_file, compare_file, compare_words
from sourcebook.publish.site.pages.country import country
from sourcebook.publish.site.pages.data import data
from sourcebook.publish.site.pages.downloads import Download, citation_file, page_file
from sourcebook.publish.site.pages.entry import entry
from sourcebook.publish.site.pages.figure import figure
from sourcebook.publish.site.pages.front import front
from sourcebook.publish.site.pages.help import help_in, help_index
from sourcebook.publish.site.pages.passage import passage
from sourcebook.publish.site.pages.theme import theme
from sourcebook.publish.site.pages.theme_grid import theme_grid
from sourcebook.publish.site.pages.themes import theme_index
from sourcebook.publish.site.pages.themes_of import themes_of
from sourcebook.publish.site.pages.watch import watch
from sourcebook.publish.site.site_page import SitePage

PageFunction = Callable[..., SitePage]
FileFunction = Callable[..., Download]

PAGES: dict[str, PageFunction] = {
    "/": front,
    "/about": about,
    "/data": data,
    "/compare/{group:str}": compare_group,
    "/help": help_index,
    "/help/{place:str}": help_in,
    "/e/{work_id:str}": entry,
    "/p/{passage_id:str}": passage,
    "/f/{figure_id:str}": figure,
    "/cite/{place:str}": cite_page,
    "/cite/{place:str}/{topic:str}": cite_page,
    "/themes": theme_index,
    "/themes/by-country/{kind:str}": theme_grid,
    "/themes/by-country/{kind:str}/part/{part:int}": theme_grid,
    "/themes/in/{place:str}": themes_of,
    "/themes/in/{place:str}/part/{part:int}": themes_of,
    "/themes/{key:str}": theme,
    "/watch/{place:str}": watch,
    "/watch/{place:str}/part/{part:int}": watch,
    "/{place:str}": country,
    "/{place:str}/part/{part:int}": country,
    "/{place:str}/{topic:str}": country,
    "/{place:str}/{topic:str}/part/{part:int}": country,
}
"""Each function takes a view, the site, and the parts of the address by name."""

FURTHER_PARTS: dict[str, str] = {
    route: further
    for further in PAGES
    if further.endswith("/part/{part:int}") and (route := further.removesuffix("/part/{part:int}")) in PAGES
}
"""Where the further parts of a page stand that comes in several, by the route of its first one."""

ASKED: dict[str, PageFunction] = {"/compare": compare_chosen}
"""Pages that a server also makes for what a form sent: each function takes a view, the site, and the form's pairs."""

ASKED_FILES: dict[str, FileFunction] = {"/compare/compared.csv": compare_asked_file}
"""The same for files, which only a server can make; a script in the browser makes the same ones of a published site."""

FILES: dict[str, FileFunction] = {
    "/compare/{group:str}/{file:str}": compare_file,
    "/compare/words.json": compare_words,
    "/e/{work_id:str}/{file:str}": citation_file,
    "/take/{place:str}/{file:str}": page_file,
    "/take/{place:str}/{topic:str}/{file:str}": page_file,
}
"""The same for files."""
