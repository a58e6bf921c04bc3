"""Segmenting: a Document becomes a country page with its entries and passages, each with its place in the text."""

from sourcebook.segment.form import page_form
from sourcebook.segment.given import GivenEntries, GivenWork, entries_as_text, given_page, is_given
from sourcebook.segment.page import segment_page

__all__ = [
    "GivenEntries",
    "GivenWork",
    "entries_as_text",
    "given_page",
    "is_given",
    "page_form",
    "segment_page",
]
