"""A page's bytes looked through for the words of a topic, so that the few that may have one are all that is read.

The scan never misses: it passes every page whose text has a word, and some more. What it looks for in the bytes is,
for each word, the runs of letters that any writing of it has (`vocabulary.topic_words`), in every charset that a run
can be written in; and, since letters may also be written as character references or be parted by invisible marks or
by tags inside a word, whatever shows that some are. A page with any of these is decoded and its text asked.
"""

from __future__ import annotations

import contextlib
import importlib.util
import re
from collections.abc import Iterable
from functools import cache
from typing import Final, NamedTuple, Protocol

from ahocorasick_rs import BytesAhoCorasick, Implementation

from sourcebook.vocabulary.topic_words import runs_of_words

CHARSETS: Final = (
    *("utf-8", "cp1251", "koi8-r", "koi8-u", "iso8859-5", "cp866", "mac-cyrillic", "cp1253", "iso8859-7", "cp1255"),
    *("iso8859-8", "cp1256", "iso8859-6", "gb18030", "big5", "big5hkscs", "euc-jp", "shift_jis", "iso2022_jp"),
    *("euc-kr", "cp949", "iso8859-11", "cp874"),
)
"""Charsets in which pages are written in other letters than Latin; a page with NUL bytes (UTF-16) is passed at once."""

INLINE: Final = "a|abbr|b|big|em|font|i|mark|s|small|span|strong|u"
"""Tags that may stand inside a word, which is read as if they did not."""


class Sign(NamedTuple):
    """Bytes that show that letters of a word may be written otherwise: what stands before the sign, it, what after."""

    before: bytes
    sign: bytes
    after: bytes

    @property
    def expression(self) -> bytes:
        """The sign as one plain expression."""
        return self.before + self.sign + self.after

    @property
    def searched(self) -> re.Pattern[bytes]:
        """The sign as `re` finds it soonest: from the bytes that never vary."""
        behind = rb"(?<=" + self.before + self.sign + rb")" if self.before else b""
        return re.compile(self.sign + behind + self.after)


_LETTER = rb"[a-zA-Z]"
_TAG = rb"(?:" + INLINE.encode() + rb")"
_HEX = rb"[0-9a-fA-F]"
SIGNS: Final = (
    # A character reference to an ASCII letter, to a letter beyond Latin, or to a mark that is not seen.
    Sign(
        b"",
        rb"&#",
        rb"0*(?:6[5-9]|[78][0-9]|90|9[7-9]|1[01][0-9]|12[0-2]|173|8[89][0-9]|9[0-9]{2}|820[345]|8288)(?:[^0-9]|$)",
    ),
    Sign(b"", rb"&#", rb"0*(?:[1-6][0-9]{3}|7[0-6][0-9]{2}|1[2-9][0-9]{3}|[2-6][0-9]{4})(?:[^0-9]|$)"),
    Sign(
        b"",
        rb"&#",
        rb"[xX]0*(?:[46][1-9a-fA-F]|[57][0-9aA]|[aA][dD]|3[7-9a-fA-F]" + _HEX + rb"|[4-9a-fA-F]" + _HEX + rb"{2}"
        rb"|1[0-9a-dA-D]" + _HEX + rb"{2}|200[b-dB-D]|2060|[3-9a-fA-F]" + _HEX + rb"{3})(?:[^0-9a-fA-F]|$)",
    ),
    Sign(
        b"",
        rb"&",
        rb"(?:shy|zwn?j|NoBreak|[Zz]eroWidthSpace|Negative[A-Za-z]{4,6}Space|[Mm]u|[Pp]i|[Rr]ho|[Oo]micron|[a-z]{2}lig);",
    ),
    Sign(b"", rb"<wbr", b""),
    # A soft hyphen or a joiner in the bytes.
    Sign(b"", rb"\xc2\xad", b""),
    Sign(b"", rb"\xe2\x80", rb"[\x8b-\x8d]"),
    Sign(b"", rb"\xe2\x81\xa0", b""),
    Sign(_LETTER, rb"\xef\xbb\xbf", b""),
    Sign(_LETTER, rb"\xad", _LETTER),
    Sign(rb"[\xc0-\xff]{2}", rb"\xad", rb"[\xc0-\xff]{2}"),
    # A tag inside a word.
    Sign(_LETTER, rb"<", _TAG + rb"(?: [^>]{0,200})?>" + _LETTER),
    Sign(_LETTER, rb"</", _TAG + rb">" + _LETTER),
)
_NUL_WITHIN = 512
_ESCAPES = 3
"""The bytes by which ISO-2022-JP goes into and out of its other set."""


class Scan(Protocol):
    """A topic's scan of bytes."""

    def may_hold(self, data: bytes) -> bool:
        """Tell whether the text in these bytes may have a word of the topic; False is certain."""


@cache
def scan_for(topic: str) -> Scan:
    """Return the scan for a topic: with hyperscan where it is installed, else with an automaton of its words.

    Raises UsageError where there is no such topic.
    """
    return HyperscanScan(topic) if importlib.util.find_spec("hyperscan") else AutomatonScan(topic)


def _spellings(run: str) -> Iterable[bytes]:
    if run.isascii():
        return (run.encode(),)
    made = set()
    for charset in CHARSETS:
        try:
            spelled = run.encode(charset)
        except UnicodeEncodeError:
            continue
        made.add(spelled[_ESCAPES:-_ESCAPES] if charset == "iso2022_jp" else spelled)
    return made


class _Needs:
    """The spellings to look for, each with its run's number, and which runs a word needs."""

    def __init__(self, topic: str) -> None:
        words = runs_of_words(topic)
        runs = sorted({run for word in words for run in word})
        number = {run: at for at, run in enumerate(runs)}
        sets = [frozenset(number[run] for run in word) for word in words]
        # A word is asked for where its longest run was found, which is the rarest as a rule.
        self._several: dict[int, list[frozenset[int]]] = {}
        for word in sets:
            self._several.setdefault(max(word, key=lambda run: len(runs[run])), []).append(word)
        self.spellings = [(spelled.lower(), number[run]) for run in runs for spelled in sorted(_spellings(run))]

    def met(self, found: set[int]) -> bool:
        """Tell whether all the runs of a word were found."""
        return any(word <= found for run in found for word in self._several.get(run, ()))


class AutomatonScan:
    """The scan with one automaton over the lower-cased bytes."""

    def __init__(self, topic: str) -> None:
        self._needs = _Needs(topic)
        self._runs = [run for _, run in self._needs.spellings]
        spellings = [spelled for spelled, _ in self._needs.spellings]
        self._automaton = BytesAhoCorasick(spellings, implementation=Implementation.DFA)
        self._signs = [sign.searched for sign in SIGNS]

    def may_hold(self, data: bytes) -> bool:
        """Tell whether the text in these bytes may have a word of the topic; False is certain."""
        if b"\0" in data[:_NUL_WITHIN]:
            return True
        matches = self._automaton.find_matches_as_indexes(data.lower(), overlapping=True)
        found = {self._runs[pattern] for pattern, _, _ in matches}
        return (bool(found) and self._needs.met(found)) or any(sign.search(data) for sign in self._signs)


class HyperscanScan:
    """The scan with hyperscan, which looks for everything in one pass."""

    def __init__(self, topic: str) -> None:
        import hyperscan

        self._needs = _Needs(topic)
        spelled = [b"".join(b"\\x%02x" % byte for byte in spelling) for spelling, _ in self._needs.spellings]
        numbers = [run for _, run in self._needs.spellings]
        self._past = max(numbers) + 1
        once = hyperscan.HS_FLAG_SINGLEMATCH
        self._database = hyperscan.Database()
        self._database.compile(
            expressions=[*spelled, *(sign.expression for sign in SIGNS)],
            ids=[*numbers, *([self._past] * len(SIGNS))],
            flags=[*([once | hyperscan.HS_FLAG_CASELESS] * len(spelled)), *([once] * len(SIGNS))],
        )

    def may_hold(self, data: bytes) -> bool:
        """Tell whether the text in these bytes may have a word of the topic; False is certain."""
        if b"\0" in data[:_NUL_WITHIN]:
            return True
        import hyperscan

        found: set[int] = set()

        def take(run: int, *_: object) -> bool | None:
            found.add(run)
            return run == self._past or None

        with contextlib.suppress(hyperscan.ScanTerminated):
            self._database.scan(data, match_event_handler=take)
        return bool(found) and (self._past in found or self._needs.met(found))
