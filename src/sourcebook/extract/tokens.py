"""What is known of each token, looked up once: its word, its letter, and the patterns of which it is a cue."""

from __future__ import annotations

from functools import cache
from typing import Final, NamedTuple

from sourcebook.extract.cues import bits_of
from sourcebook.vocabulary.lexicon import Word, guess, words

# A noun that may be a name; whether it is one, its capital and the letter before it tell.
MAY_BE_NAME: Final = "n"
MOST_KNOWN: Final = 50_000
LONGEST_FILLER: Final = 32
# What is longer than a word is made a run of one of these two before a text is cut into tokens.
FILLERS: Final = ("\x00", "\x01")
UNKNOWN: Final = Word("N")
_PUNCTUATION: Final = {
    ",": ",", ";": ";", ":": ":", "-": "-", "(": "(", ")": ")", "[": "(", "]": ")", ".": ".", "!": ".", "?": ".",
    '"': '"', "/": "c", "%": "%", "$": "$", "€": "$", "£": "$", "¥": "$", "₹": "$", "'": "s", "'s": "s", "|": ";",
    "as well as": "c", "along with": "c", "together with": "c",
}  # fmt: skip


class Known(NamedTuple):
    """A token: what the vocabulary knows of its word, its letter, and the bits of the patterns that it cues."""

    word: Word
    letter: str
    cues: int


class _Table(dict[str, Known]):
    """What is known of each token, points and signs too; what is guessed of others is kept while there is room."""

    def __init__(self) -> None:
        fillers = {sign * length: UNKNOWN for sign in FILLERS for length in range(1, LONGEST_FILLER)}
        self.lexicon = words() | {token: Word(tag) for token, tag in _PUNCTUATION.items()} | fillers

    def __missing__(self, token: str) -> Known:
        word = self.lexicon.get(token)
        known = _known(token, guess(token) if word is None else word)
        if word is not None or (len(self) < MOST_KNOWN and token[0].isalpha()):
            self[token] = known
        return known


def _known(token: str, word: Word) -> Known:
    letter = MAY_BE_NAME if word.tag == "N" and not word.counts else word.tag
    return Known(word, letter, bits_of(token))


@cache
def known_tokens() -> dict[str, Known]:
    """Return what is known of tokens by the token; it answers for every token but the empty one."""
    return _Table()
