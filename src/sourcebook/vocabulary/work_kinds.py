"""What kind of thing a work is, and the CSL type and genre by which the styles know it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sourcebook.model import Work

DEFAULT = "webpage"
PRESS_RELEASE = "press-release"

# Our kind: CSL type. A kind that is not here is cited as a web page, and its own name is kept.
TYPES = {
    "webpage": "webpage",
    PRESS_RELEASE: "webpage",
    "report": "report",
    "article-newspaper": "article-newspaper",
    "article-magazine": "article-magazine",
    "article-journal": "article-journal",
    "entry-encyclopedia": "entry-encyclopedia",
    "book": "book",
}
GENRES = {PRESS_RELEASE: "Press release"}
SERIAL = frozenset({"article-newspaper", "article-magazine", "article-journal"})

_PRESS_RELEASE = re.compile(r"\bpress (?:release|statement|briefing|communiqu[eé])", re.IGNORECASE)
_REFERENCE = re.compile(r"\b(?:factbook|encyclop(?:e|ae|æ)dia|dictionary)\b", re.IGNORECASE)
_NEWSPAPER = re.compile(
    r"\b(?:news|times|tribune|post|courier|chronicle|herald|gazette|guardian|clarion|daily|weekly|reporter|observer|"
    r"telegraph|examiner|mirror|independent|newspaper|press agency|news agency|wire service|news service|reuters|"
    r"associated press|agence france-presse|afp|interfax|itar-tass|tass|belta|xinhua|bbc|cnn)\b",
    re.IGNORECASE,
)
_MAGAZINE = re.compile(r"\bmagazine\b", re.IGNORECASE)
_BOOK = re.compile(r"\b(?:books|publishers|publishing|university press|[a-z]+ press)$", re.IGNORECASE)
_REPORT = re.compile(r"\b(?:reports?|findings|survey|study|assessment|observations)\b", re.IGNORECASE)


def _tells(work: Work) -> Iterator[tuple[str, bool]]:
    """Yield each kind with whether the words of a work tell it, the surest first."""
    where = work.container or work.publisher or ""
    yield PRESS_RELEASE, bool(_PRESS_RELEASE.search(work.title) or _PRESS_RELEASE.search(work.credit))
    yield "entry-encyclopedia", bool(_REFERENCE.search(where))
    yield "article-magazine", bool(_MAGAZINE.search(where))
    yield "article-newspaper", bool(_NEWSPAPER.search(where))
    yield "book", bool(work.authors and _BOOK.search(where) and not work.url)
    yield "report", bool(where and (work.format_noted or _REPORT.search(work.title)))


def kind_of(work: Work) -> str:
    """Return the kind of a work: the one it was given, else the one that its publisher, title and format tell."""
    if work.kind != DEFAULT:
        return work.kind
    return next((kind for kind, told in _tells(work) if told), DEFAULT)
