"""The words under which a passage is found by a filter; the index holds them beside the passage's own words."""

from __future__ import annotations

import unicodedata

from sourcebook.model import Entry, Extract, Page
from sourcebook.model.identity import identifier

MAIN_TOPIC = "0main"
TITLE = "0title"
LONGEST_RANGE = 100


def place_tag(place: str) -> str:
    """Return the tag of a place's code."""
    return f"0place{place.casefold()}"


def topic_tag(topic: str | None) -> str:
    """Return the tag of a topic's key; None is the main topic."""
    return MAIN_TOPIC if topic is None else f"0topic{identifier('topic', topic)}"


def section_tag(section: str) -> str:
    """Return the tag of a section, or of `background` or `summary`."""
    return f"0section{section.casefold()}"


def year_tag(year: int) -> str:
    """Return the tag of a year in which a work was, or may have been, issued."""
    return f"0year{year:04}"


def publisher_tag(publisher: str) -> str:
    """Return the tag of a publisher's name; names that differ in case, accents or spacing share it."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", publisher) if not unicodedata.combining(c))
    return f"0publisher{identifier('publisher', plain.casefold())}"


def tags_of(page: Page, role: str, placed: Entry | Extract, span: tuple[int, int] | None) -> str:
    """Return every tag of what a page places in this role: an entry, its background or its summary."""
    section = placed.section if isinstance(placed, Entry) else role
    found = [place_tag(page.place or ""), topic_tag(page.topic)]
    found += [section_tag(section)] if section else []
    found += [publisher_tag(placed.work.publisher)] if placed.work.publisher else []
    found += [year_tag(year) for year in range(span[0], span[1] + 1)][:LONGEST_RANGE] if span else []
    return " ".join(found)
