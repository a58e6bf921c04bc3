"""Citations: works as CSL-JSON, in five styles, and in the formats that reference managers read."""

from sourcebook.model.cited import Cited, Locator
from sourcebook.publish.cite.citation import Citation, ReadingList, cite, find_style, styles
from sourcebook.publish.cite.csl import to_csl
from sourcebook.publish.cite.exchange import Format, find_format, formats, page_formats
from sourcebook.publish.cite.reference import Reference, refer
from sourcebook.publish.cite.runs import Run, Text, to_html, to_plain
from sourcebook.publish.cite.style import Mark, Style
from sourcebook.publish.cite.subjects import (
    archive_works,
    cite_entry,
    cite_page,
    cite_passage,
    find_cited,
    find_page,
    reading_list,
)
from sourcebook.segment.library import from_csl

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
    "archive_works",
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
    "page_formats",
    "reading_list",
    "refer",
    "styles",
    "to_csl",
    "to_html",
    "to_plain",
]
