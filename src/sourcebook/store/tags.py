"""The words under which a passage is found by a filter; the index holds them beside the passage's own words."""

from __future__ import annotations

import unicodedata

from sourcebook.model import Entry, Extract, Page
from sourcebook.model.identity import identifier

MAIN_TOPIC = "0main"
TITLE = "0title"
LONGEST_RANGE = 100
BLOCKS = (16, 4, 1)


def place_tag(place: str) -> str:
    """Return the tag of a place's code."""
    return f"0place{place.casefold()}"


def topic_tag(topic: str | None) -> str:
    """Return the tag of a topic's key; None is the main topic."""
    return MAIN_TOPIC if topic is None else f"0topic{identifier('topic', topic)}"


def section_tag(section: str) -> str:
    """Return the tag of a section, or of `background` or `summary`."""
    return f"0section{section.casefold()}"


def year_tags(first: int, last: int) -> list[str]:
    """Return the tags under which a work issued in any of these years is found; none where the range is empty.

    A row bears its year and the blocks of 4 and 16 years that hold it, so that a filter needs a few tags and not one
    a year: the index takes about as long for each as for a word.
    """
    found = []
    while first <= last:
        size = next(size for size in BLOCKS if first % size == 0 and first + size - 1 <= last)
        found.append(_block_tag(first, size))
        first += size
    return found


def _block_tag(year: int, size: int) -> str:
    return f"0year{size}x{year // size}"


def _tags_of_years(first: int, last: int) -> list[str]:
    years = range(first, min(last, first + LONGEST_RANGE) + 1)
    return list(dict.fromkeys(_block_tag(year, size) for year in years for size in BLOCKS))


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
    found += _tags_of_years(*span) if span else []
    return " ".join(found)
