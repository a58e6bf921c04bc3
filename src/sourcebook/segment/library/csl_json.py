"""CSL-JSON files: a list of items, as Zotero, Mendeley, pandoc and Sourcebook write them."""

from __future__ import annotations

import re
from typing import Final

from sourcebook.model import Document, Problem
from sourcebook.model.cited import Library, LibraryItem
from sourcebook.segment.library.item import TooOdd, library_item, told
from sourcebook.segment.library.json_items import looks_like_items, read_items
from sourcebook.segment.library.mapping import BY_CSL

_SPLIT_KEYWORDS: Final = re.compile(r"\s*[;,]\s*")
_OTHER_TYPES: Final = (
    *("article", "collection", "entry", "event", "figure", "graphic", "musical_score", "patent", "performance"),
    *("periodical", "personal_communication", "post", "regulation", "review", "review-book", "software", "song"),
    *("standard", "treaty", "classic"),
)
_TYPE: Final = re.compile(rf'"type"\s*:\s*"(?:{"|".join(map(re.escape, (*BY_CSL, *_OTHER_TYPES)))})"')


class CslLibrary:
    """Reads CSL-JSON."""

    name = "CSL-JSON"

    def accepts(self, document: Document) -> bool:
        """Take JSON whose first objects have an `id` and a `type` of CSL."""
        found = looks_like_items(document.text) and _TYPE.search(document.text, 0, 65536)
        return bool(found) and '"id"' in document.text[:65536]

    def read(self, document: Document) -> Library:
        """Return the items in their order."""
        problems: list[Problem] = []
        items: list[LibraryItem] = []
        for found in read_items(document.text):
            item = dict(found.value)
            if isinstance(keywords := item.get("keyword"), str):
                item["keyword"] = _SPLIT_KEYWORDS.split(keywords)
            try:
                items.append(library_item(item, found.start, found.end))
            except TooOdd as error:
                problems.append(Problem(what=f"Of the item {item.get('id', '')!r}: {error}", offset=found.start))
                items += [error.item] if error.item else []
        return Library(form=self.name, items=tuple(items), problems=told(problems))
