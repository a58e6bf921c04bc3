"""What a report calls itself: its title, and the series that its running heads name, letters set apart joined again."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from sourcebook.model.report import ReportBlock
from sourcebook.segment.report.joining import Words
from sourcebook.segment.report.lines import Line

_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_EDGES = " \t|\u2022\u00b7-\u2013\u2014"
_PAGE_NUMBER = re.compile(r"^\W*\d{1,3}\b(?=\s+[^\W\d]|\s{2})\W*|(?<=[^\d\s])\s+\d{1,3}\W*$")
_LEAST_LETTERS = 8
_LONGEST_WORD = 24
_LONGEST_TITLE = 200


def title_of(running: Sequence[Line], blocks: Sequence[ReportBlock]) -> str | None:
    """Return what the heads name in small letters, those of the first page first, else its first words.

    None where a document holds nothing that could be a title.
    """
    first = [line.text.strip() for line in running if line.page == 1]
    others = [text for text, _ in Counter(line.text.strip() for line in running).most_common()]
    for text in (*first, *others):
        if any(letter.islower() for letter in text) and not any(digit.isdigit() for digit in text):
            return text
    short = [block for block in blocks if block.kind == "heading" or len(block.text) < _LONGEST_TITLE]
    return short[0].text if short else None


def series_of(running: Sequence[Line], title: str | None, words: Words) -> str | None:
    """Return what the running heads name with a year beside the title: the series or volume that a report is part of.

    None where no head does. A head set with space between its letters is read by the words of the document.
    """
    heads = Counter(_bare(line.text, words) for line in running)
    named = [(often, text) for text, often in heads.items() if _YEAR.search(text) and _letters(text) >= _LEAST_LETTERS]
    plain = (title or "").casefold()
    found = [text for _, text in sorted(named, key=lambda one: -one[0]) if text.casefold() != plain]
    return found[0] if found else None


def _bare(text: str, words: Words) -> str:
    text = " ".join(closed(text, words).split())
    return _PAGE_NUMBER.sub("", text).strip(_EDGES)


def _letters(text: str) -> int:
    return sum(letter.isalpha() for letter in text)


def closed(text: str, words: Words) -> str:
    """Return a line whose letters stand apart ("F I N D I N G S O N") as words that the document knows.

    What is not set so comes back as it is.
    """
    pieces = text.split()
    if len(pieces) < 6 or sum(len(piece) == 1 for piece in pieces) < 0.6 * len(pieces):
        return text
    return " ".join(_parted("".join(pieces), words.plain))


def _parted(letters: str, known: frozenset[str]) -> list[str]:
    """Part letters into as few known words and runs of digits as they can be; a letter of no word costs two."""
    best: list[tuple[int, list[str]]] = [(0, [])]
    for end in range(1, len(letters) + 1):
        cost, words = best[end - 1]
        glued = bool(words) and not _is_word(words[-1], known)
        ways = [(cost + 2, [*words[:-1], words[-1] + letters[end - 1]] if glued else [*words, letters[end - 1]])]
        starts = (at for at in range(max(0, end - _LONGEST_WORD), end) if _is_word(letters[at:end], known))
        ways += [(best[at][0] + 1, [*best[at][1], letters[at:end]]) for at in starts]
        best.append(min(ways, key=lambda way: way[0]))
    return best[-1][1]


def _is_word(piece: str, known: frozenset[str]) -> bool:
    if piece.isdigit():
        return True
    return piece.casefold() in known and (len(piece) > 1 or piece.casefold() in ("a", "i"))
