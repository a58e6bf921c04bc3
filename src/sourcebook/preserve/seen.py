"""An answer as it is judged: its head, its markup, its text, and what it says in place of the page."""

from __future__ import annotations

import re

from rapidfuzz import fuzz

from sourcebook.model import Value
from sourcebook.model.work import Outcome
from sourcebook.preserve.drift import letters
from sourcebook.preserve.exchange import Exchange
from sourcebook.preserve.markup import Markup
from sourcebook.vocabulary.link_words import Signal, said_in, said_together

SHORT = 1500
"""A text of fewer characters holds no article beside the words that it may be a wall for."""
NOTICE = 800
"""A text of fewer characters is a notice: two words near each other say what it is, in whatever order."""
ALIKE = 90.0
"""Similarity of two texts, in percent of their words, above which they are one page with another address in it."""
_LONGEST_HEAD = 160
_MOST_WORDS = 5000
_WORD = re.compile(r"\w+")


class Verdict(Value, frozen=True):
    """An outcome with its reason; `to` is where the page is now."""

    outcome: Outcome
    because: str
    to: str | None = None
    status: int | None = None


class Seen(Value, frozen=True):
    """An answer: its head, its markup where it is HTML, and its text where it can be read."""

    exchange: Exchange
    markup: Markup | None = None
    text: str = ""
    readable: bool = True

    @property
    def url(self) -> str:
        """The address that gave the answer."""
        return self.exchange.url

    @property
    def status(self) -> int:
        """The HTTP status."""
        return self.exchange.status

    @property
    def shows(self) -> Markup:
        """The markup, empty where there is none."""
        return self.markup or Markup()

    @property
    def is_short(self) -> bool:
        """Whether the text is too short for an article."""
        return len(self.text) < SHORT

    @property
    def is_success(self) -> bool:
        """Whether the host says that this is the page."""
        return 200 <= self.status < 300


class Said(Value, frozen=True):
    """The signals in the title and headings, in a text if it is short, and in any text."""

    top: frozenset[Signal]
    short: frozenset[Signal]
    anywhere: frozenset[Signal]

    @property
    def missing(self) -> bool:
        """Whether the page says that there is none."""
        return "page_not_found" in self.top | self.short or "not_found" in self.top


def said_by(seen: Seen, ignoring: str = "") -> Said:
    """Return what an answer says, but for a title or heading that is part of another text."""
    heads = [head for head in (seen.shows.title, *seen.shows.headings[:2]) if head and len(head) < _LONGEST_HEAD]
    if seen.markup is None and len(seen.text) < _LONGEST_HEAD:
        heads = [seen.text]
    if ignoring:
        heads = [head for head in heads if letters(head) not in letters(ignoring)]
    top = said_in("\n".join(heads))
    anywhere = said_in(seen.text[:20_000])
    together = said_together("\n".join((*heads, seen.text))) if len(seen.text) < NOTICE else frozenset()
    return Said(top=top, short=top | anywhere | together if seen.is_short else top, anywhere=anywhere)


def alike(one: Seen, other: Seen) -> bool:
    """Tell whether two answers are one page, but for the address and such things in it."""
    if not other.is_success:
        return False
    if one.url == other.url or one.exchange.digest == other.exchange.digest:
        return True
    words, others = (_WORD.findall(seen.text.casefold())[:_MOST_WORDS] for seen in (one, other))
    return bool(words and others) and fuzz.ratio(words, others) >= ALIKE


def is_titled(seen: Seen, title: str) -> bool:
    """Tell whether an answer's title or a heading is this title, perhaps with the site's name beside it."""
    wanted = letters(title)
    if len(wanted) < 8:
        return False
    heads = [letters(head) for head in (seen.shows.title, *seen.shows.headings)]
    return any(wanted in head or (len(head) >= 8 and fuzz.ratio(wanted, head) >= ALIKE) for head in heads)
