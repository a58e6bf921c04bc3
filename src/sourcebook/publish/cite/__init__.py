"""Citations: works as CSL-JSON, in five styles, and in the formats that reference managers read."""

from sourcebook.publish.cite.citation import Citation, ReadingList, cite, find_style, styles
from sourcebook.publish.cite.csl import from_csl, to_csl
from sourcebook.publish.cite.exchange import Format, find_format, formats
from sourcebook.publish.cite.reference import Cited, Locator, Reference, refer
from sourcebook.publish.cite.runs import Run, Text, to_html, to_plain
from sourcebook.publish.cite.style import Mark, Style
from sourcebook.publish.cite.subjects import (
    cite_entry,
    cite_page,
    cite_passage,
    find_cited,
    find_page,
    reading_list,
)

__all__ = [
    "Citation",
    "Cited",
    "Format",
    "Locator",
    "Mark",
    "ReadingList",
    "Reference",
    "Run",
    "Style",
    "Text",
    "cite",
    "cite_entry",
    "cite_page",
    "cite_passage",
    "find_cited",
    "find_format",
    "find_page",
    "find_style",
    "formats",
    "from_csl",
    "reading_list",
    "refer",
    "styles",
    "to_csl",
    "to_html",
    "to_plain",
]
