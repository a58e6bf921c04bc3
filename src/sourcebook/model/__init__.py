"""The nouns of the archive: frozen values that every stage takes and returns."""

from sourcebook.model.base import Value, to_json
from sourcebook.model.document import Block, Document, Link, Problem, Told
from sourcebook.model.look import Look
from sourcebook.model.page import CiteAs, Entry, Extract, Help, Page, Passage, Span
from sourcebook.model.work import Capture, PassageNow, Visit, Work

__all__ = [
    "Block",
    "Capture",
    "CiteAs",
    "Document",
    "Entry",
    "Extract",
    "Help",
    "Link",
    "Look",
    "Page",
    "Passage",
    "PassageNow",
    "Problem",
    "Span",
    "Told",
    "Value",
    "Visit",
    "Work",
    "to_json",
]
