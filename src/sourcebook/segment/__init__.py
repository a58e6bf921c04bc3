"""Segmenting: a Document becomes a country page with its entries and passages, each with its place in the text."""

from sourcebook.segment.form import page_form
from sourcebook.segment.page import segment_page

__all__ = ["page_form", "segment_page"]
