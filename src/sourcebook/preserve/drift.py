"""What a page says now against what was cited or kept of it: each passage unchanged, moved, reworded or gone.

Passages are compared by their letters and digits alone, so that another layout is no change. One whose numbers differ
is reworded, however like it is otherwise: a figure that changed is what matters most here.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from difflib import SequenceMatcher

from rapidfuzz import fuzz

from sourcebook.model import Document, Value
from sourcebook.model.work import State

SAME, LIKE = 95.0, 60.0
"""Similarities of letters above which a passage counts as the same but for slips, and as the same in other words."""
MOST_CHANGED = 0.4
"""The share of a kept page's passages that may be gone or reworded before the page counts as changed, where every
cited passage still stands: pages change their margins all the time. Both were set on the table of link behaviours in
`tests/pipeline/links`; run it again after a change."""
_MOST_CHARACTERS = 400_000
_CUT = re.compile(r"\[[^\]]{0,200}\]|\(\s*\.\.\.\s*\)|\.{3,}|…|\[\s*…\s*\]")
_FEWEST = 16
_FEWEST_WORDS = 8
_NUMBER = re.compile(r"\d+")
_MOST_FUZZY = 150_000
_EDGE = 12
_SPELLING = 75.0
_WORDS_A_SLIP = 30
_TURNING_WORDS = """
not no never none nor without nobody neither cannot nicht kein keine keinen nie niemals ohne pas ne
jamais aucun sans nunca ningún ninguna sin não nem sem mai nessun nessuna senza niet geen nooit
zonder bez żaden не нет ни без никогда жоден немає нема няма ikke ingen aldrig inte ei değil yok nu
fără není žádný لا لم ليس لن 不 没 無
"""
_TURNING = frozenset(_TURNING_WORDS.split())
"""Words that turn a sentence's sense around; one that came or went is never a slip."""


class Drifted(Value, frozen=True):
    """What became of one passage: its state, and the words that stand in its place where it was reworded."""

    passage: str
    state: State
    now: str = ""


class Drift(Value, frozen=True):
    """What became of every passage that was compared."""

    passages: tuple[Drifted, ...] = ()

    def count(self, *states: State) -> int:
        """Return how many passages are in one of these states."""
        return sum(one.state in states for one in self.passages)

    @property
    def lost(self) -> int:
        """How many passages are no longer there as they were."""
        return self.count("reworded", "gone")

    @property
    def share(self) -> float:
        """The share of passages that are no longer there as they were."""
        return self.lost / len(self.passages) if self.passages else 0.0


def drift(passages: Sequence[str], now: str) -> Drift:
    """Compare passages with a text; those without enough letters to be told apart are left out."""
    page = letters(now[:_MOST_CHARACTERS])
    compared = [one for one in passages if len(letters(one)) >= _FEWEST]
    found = [(one, *_found(one, now[:_MOST_CHARACTERS], page)) for one in compared]
    return Drift(passages=_with_moves(found))


def holds(passage: str, text: str) -> bool:
    """Tell whether a passage stands in a text, but for slips."""
    return _found(passage, text, letters(text))[0] == "unchanged"


def passages_of(document: Document) -> tuple[str, ...]:
    """Return the running text of a document: its blocks of at least eight words that are not mostly links."""
    linked = [0] * len(document.blocks)
    starts = [block.start for block in document.blocks]
    for link in document.links:
        number = bisect_right(starts, link.start) - 1
        if number >= 0:
            linked[number] += max(0, min(link.end, document.blocks[number].end) - link.start)
    return tuple(
        document.text[block.start : block.end]
        for block, covered in zip(document.blocks, linked, strict=True)
        if len(document.text[block.start : block.end].split()) >= _FEWEST_WORDS
        and covered * 2 < block.end - block.start
    )


def letters(text: str) -> str:
    """Return the letters and digits of a text in compatible forms and lower case."""
    return "".join(c for c in unicodedata.normalize("NFKC", text).casefold() if c.isalnum())


def _found(passage: str, text: str, page: str) -> tuple[State, int, str]:
    """Return the state of a passage, where it stands, and what stands there."""
    pieces = [piece for piece in _CUT.split(passage) if len(letters(piece)) >= _FEWEST] or [passage]
    states = [_piece(piece, text, page) for piece in pieces]
    worst = max(states, key=lambda one: ("unchanged", "moved", "reworded", "gone").index(one[0]))
    return worst[0], states[0][1], worst[2]


def _piece(piece: str, text: str, page: str) -> tuple[State, int, str]:
    wanted = letters(piece)
    place = page.find(wanted)
    if place != -1:
        return "unchanged", place, ""
    if len(page) < len(wanted) // 3:
        return "gone", -1, ""
    aligned = fuzz.partial_ratio_alignment(wanted, page[:_MOST_FUZZY], score_cutoff=LIKE)
    if aligned is None or len(wanted) > len(page):
        return "gone", -1, ""
    start, end = aligned.dest_start, aligned.dest_end
    around = Counter(_NUMBER.findall(page[max(0, start - _EDGE) : end + _EDGE]))
    there = _words_at(text, page[start:end])
    if aligned.score >= SAME and Counter(_NUMBER.findall(wanted)) <= around and _same_but_for_slips(piece, there):
        return "unchanged", start, ""
    return "reworded", start, there


def _same_but_for_slips(one: str, other: str) -> bool:
    """Tell whether two texts differ in spellings and few words only, and in none that turns the sense around."""
    words, others = (re.findall(r"\w+", unicodedata.normalize("NFKC", text).casefold()) for text in (one, other))
    if not others:
        return True
    slips = 0
    for kind, start, end, begin, stop in SequenceMatcher(None, words, others, autojunk=False).get_opcodes():
        if kind == "equal" or begin == 0 == start or (end == len(words) and stop == len(others)):
            # The ends are where the run of letters was cut, perhaps inside a word.
            continue
        ours, theirs = words[start:end], others[begin:stop]
        if fuzz.ratio("".join(ours), "".join(theirs)) >= _SPELLING:
            continue
        if _TURNING & {*ours, *theirs}:
            return False
        slips += max(len(ours), len(theirs))
    return slips <= len(words) // _WORDS_A_SLIP


def _words_at(text: str, run: str) -> str:
    """Return the words of a text whose letters are this run, or an empty text where they cannot be told."""
    opening = run[:12]
    pattern = re.compile(r"[\W_]*".join(map(re.escape, opening)), re.IGNORECASE)
    found = pattern.search(text)
    if found is None:
        return ""
    end, left = found.start(), len(run)
    while end < len(text) and left > 0:
        left -= text[end].isalnum()
        end += 1
    return text[found.start() : end]


def _with_moves(found: Sequence[tuple[str, State, int, str]]) -> tuple[Drifted, ...]:
    """Call those passages moved that now stand before one which they used to follow."""
    latest, drifted = -1, []
    for passage, state, place, now in found:
        moved = state == "unchanged" and place < latest
        drifted.append(Drifted(passage=passage, state="moved" if moved else state, now=now))
        if state == "unchanged" and not moved:
            latest = place
    return tuple(drifted)
