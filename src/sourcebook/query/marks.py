"""Where the words that were looked for stand in a text, as pieces that are marked or not; never as markup."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from sourcebook.model import Value
from sourcebook.query.words import WORD, folded
from sourcebook.store.match import Unit

CONTEXT = 320
BEFORE = 80


class Piece(Value, frozen=True):
    """A run of text; marked where it is what was looked for."""

    text: str
    marked: bool = False


def marked(text: str, units: Sequence[Unit], *, longest: int = CONTEXT) -> tuple[Piece, ...]:
    """Return the text in pieces, or where it is longer than `longest`, its part around the first mark, with "…"."""
    spans = list(_merged(_spans(text, units)))
    start, end = _window(text, spans[0][0] if spans else 0, longest)
    pieces = [Piece(text="…")] if start > 0 else []
    at = start
    for first, last in spans:
        if first < at or last > end:
            continue
        pieces += [Piece(text=text[at:first])] if first > at else []
        pieces.append(Piece(text=text[first:last], marked=True))
        at = last
    pieces += [Piece(text=text[at:end])] if end > at else []
    pieces += [Piece(text="…")] if end < len(text) else []
    return tuple(pieces)


def _spans(text: str, units: Sequence[Unit]) -> Iterator[tuple[int, int]]:
    spellings = [(words, unit.prefix) for unit in units for words in (unit.words, *unit.also)]
    whole = {words[0] for words, prefix in spellings if len(words) > 1 or not prefix}
    begun = tuple(words[0] for words, prefix in spellings if len(words) == 1 and prefix)
    found = [(match.start(), match.end(), folded(match.group())) for match in WORD.finditer(text)]
    for place, (start, _, word) in enumerate(found):
        if word in whole or word.startswith(begun):
            for words, prefix in spellings:
                run = found[place : place + len(words)]
                if _matches([item[2] for item in run], words, prefix):
                    yield start, run[-1][1]


def _matches(run: Sequence[str], words: Sequence[str], prefix: bool) -> bool:
    if len(run) != len(words) or list(run[:-1]) != list(words[:-1]):
        return False
    return run[-1].startswith(words[-1]) if prefix else run[-1] == words[-1]


def _merged(spans: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    last: tuple[int, int] | None = None
    for start, end in sorted(spans):
        if last is not None and start < last[1]:
            last = (last[0], max(last[1], end))
            continue
        if last is not None:
            yield last
        last = (start, end)
    if last is not None:
        yield last


def _window(text: str, first: int, longest: int) -> tuple[int, int]:
    if len(text) <= longest:
        return 0, len(text)
    start = max(0, min(first - BEFORE, len(text) - longest))
    end = start + longest
    if start > 0:
        start = max(text.rfind(" ", 0, start + 20) + 1, start)
    if end < len(text):
        end = max(text.rfind(" ", start + longest // 2, end), start + longest // 2)
    return start, end
