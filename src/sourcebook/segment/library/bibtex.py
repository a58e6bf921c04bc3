"""BibTeX and BibLaTeX: a file cut into entries, their strings put in, what they take from others added.

Entries are parted by bibtexparser, some at a time, so that a large file is never held twice; what it cannot part is
left out and told, and the next entry is read.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator, Mapping
from itertools import pairwise
from typing import Final, NamedTuple

from bibtexparser.model import Block, Entry, ParsingFailedBlock, String
from bibtexparser.splitter import Splitter

from sourcebook.model import Document, Problem
from sourcebook.model.cited import Library, LibraryItem
from sourcebook.segment.library.bibtex_item import csl_item
from sourcebook.segment.library.item import TooOdd, library_item, told
from sourcebook.segment.library.latex import end_of_group
from sourcebook.vocabulary.months import MONTHS

# Its warnings would go to the terminal; what could not be parted is told as a problem.
logging.getLogger("bibtexparser").addHandler(logging.NullHandler())

_BLOCK: Final = re.compile(r"^[ \t]*@[ \t]*[A-Za-z]+[ \t]*[{(]", re.MULTILINE)
_OPENING: Final = re.compile(
    r"^[ \t]*@[ \t]*(?:comment|string|preamble|article|book|booklet|in[a-z]+|mv[a-z]+|misc|online|electronic|www|"
    r"(?:tech)?report|(?:phd|masters)?thesis|manual|proceedings|unpublished|collection|periodical|reference|dataset|"
    r"software|legislation|legal|jurisdiction|movie|video|audio|image|letter|patent|xdata|set)[ \t]*[{(]",
    re.MULTILINE | re.IGNORECASE,
)
_AT_ONCE: Final = 256 * 1024
_QUOTED: Final = re.compile(r"\{|\"|[^\s{\"#]+|#")
_INHERITS: Final = {"title": "booktitle", "subtitle": "booksubtitle"}
_OWN: Final = frozenset({"crossref", "xref", "xdata", "ids", "keywords", "abstract", "note", "shorttitle", "url"})
_STRINGS: Final = {name[:3].lower(): name for name in MONTHS} | {"sept": "September"}


class Raw(NamedTuple):
    """An entry: its type and key, its fields with their strings put in, and its span in the file."""

    type: str
    key: str
    fields: dict[str, str]
    start: int
    end: int


class BibtexLibrary:
    """Reads BibTeX and BibLaTeX."""

    name = "BibTeX"

    def accepts(self, document: Document) -> bool:
        """Take a text in whose first part an entry opens a line."""
        return _OPENING.search(document.text, 0, 65536) is not None

    def read(self, document: Document) -> Library:
        """Return the entries in their order."""
        problems: list[Problem] = []
        entries = list(_entries(document.text, problems))
        by_key = {entry.key.lower(): entry for entry in entries}
        items: list[LibraryItem] = []
        for entry in entries:
            if entry.type == "xdata":
                continue
            whole = entry._replace(fields=_inherited(entry, by_key))
            try:
                items.append(library_item(csl_item(whole.type, whole.key, whole.fields), entry.start, entry.end))
            except TooOdd as error:
                problems.append(Problem(what=f"Of the entry {entry.key!r}: {error}", offset=entry.start))
                items += [error.item] if error.item else []
        return Library(form=self.name, items=tuple(items), problems=told(problems))


def _entries(text: str, problems: list[Problem]) -> Iterator[Raw]:
    strings = dict(_STRINGS)
    for start, end in _stretches(text):
        stretch, at = text[start:end], 0
        for parsed in Splitter(stretch).split().blocks:
            found = stretch.find(parsed.raw, at) if parsed.raw else -1
            at = found if found >= 0 else at
            block = _meant(parsed)
            if isinstance(block, ParsingFailedBlock):
                said = " ".join((block.raw or "").split())[:60]
                problems.append(Problem(what=f"An entry could not be read: {said}", offset=start + at))
            elif isinstance(block, String):
                strings[block.key.lower()] = value_of(str(block.value), strings)
            elif isinstance(block, Entry):
                span = (start + at, start + at + len(parsed.raw or ""))
                yield Raw(block.entry_type.lower(), block.key.strip(), _fields(block, strings), *span)


def _meant(block: Block) -> Block:
    """Return the block within one that names a key or a field twice, which is read all the same."""
    while isinstance(block, ParsingFailedBlock) and block.ignore_error_block is not None:
        block = block.ignore_error_block
    return block


def _fields(entry: Entry, strings: Mapping[str, str]) -> dict[str, str]:
    """Return an entry's fields by their names in small letters; of one that stands twice the first counts."""
    fields: dict[str, str] = {}
    for field in entry.fields:
        fields.setdefault(field.key.lower(), value_of(str(field.value), strings))
    return fields


def _stretches(text: str) -> Iterator[tuple[int, int]]:
    """Part a text before lines that open an entry, into stretches of some size."""
    cuts = [0]
    for found in _BLOCK.finditer(text):
        if found.start() - cuts[-1] >= _AT_ONCE:
            cuts.append(found.start())
    yield from pairwise([*cuts, len(text)])


def value_of(raw: str, strings: Mapping[str, str]) -> str:
    """Return a value with its parts joined: `un # " Journal"`; a name that no string has stands as it is."""
    raw = raw.strip()
    pieces, at = [], 0
    while found := _QUOTED.search(raw, at):
        opened = found[0]
        if opened == "{":
            at = end_of_group(raw, found.start())
            pieces.append(raw[found.end() : at - 1])
        elif opened == '"':
            at = _end_of_quoted(raw, found.end())
            pieces.append(raw[found.end() : at - 1])
        else:
            at = found.end()
            pieces += [strings.get(opened.lower(), opened)] if opened != "#" else []
    return "".join(pieces)


def _end_of_quoted(raw: str, start: int) -> int:
    depth = 0
    for at in range(start, len(raw)):
        if raw[at] == '"' and depth == 0:
            return at + 1
        depth += {"{": 1, "}": -1}.get(raw[at], 0)
    return len(raw) + 1


def _inherited(entry: Raw, by_key: Mapping[str, Raw]) -> dict[str, str]:
    """Return an entry's fields with those of its `xdata` and its `crossref`, which has its title as the book's."""
    fields = dict(entry.fields)
    for key in fields.get("xdata", "").lower().split(","):
        if (data := by_key.get(key.strip())) is not None:
            fields = data.fields | fields
    parent = by_key.get(fields.get("crossref", "").strip().lower())
    if parent is not None and parent is not entry:
        passed = {name: value for name, value in parent.fields.items() if name not in _OWN}
        within = entry.type.startswith("in") or entry.type in {"chapter", "conference"}
        renamed = {_INHERITS.get(name, name) if within else name: value for name, value in passed.items()}
        fields = renamed | fields
    return fields
