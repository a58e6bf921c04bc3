"""Citations: works as CSL-JSON, in five styles, and in the formats that reference managers read."""

from sourcebook.publish.cite.citation import Citation, cite, find_style, styles
from sourcebook.publish.cite.csl import from_csl, to_csl
from sourcebook.publish.cite.reference import Cited, Locator, Reference, refer
from sourcebook.publish.cite.runs import Run, Text, to_html, to_plain
from sourcebook.publish.cite.style import Mark, Style

__all__ = [
    "Citation",
    "Cited",
    "Locator",
    "Mark",
    "Reference",
    "Run",
    "Style",
    "Text",
    "cite",
    "find_style",
    "from_csl",
    "refer",
    "styles",
    "to_csl",
    "to_html",
    "to_plain",
]
