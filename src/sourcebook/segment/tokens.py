"""From lines to tokens: what a browser or a wrapper broke is joined, what it ran together is parted."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from sourcebook.segment.lines import Line, split_lines
from sourcebook.segment.signs import is_access_note, is_archived_note, is_unavailable_note, sign_of
from sourcebook.segment.token import META, Piece, Sign, Token, join, joined
from sourcebook.segment.wrapping import is_forced, joint, wrap_width

_LAST_BRACKET = re.compile(r"\[[^\[\]]{1,120}\]\s*$")
_AT_ONE_TIME = re.compile(r"\bat one time this\b", re.IGNORECASE)
_NEW_START = re.compile(
    r"[\u2022\u00b7\u25aa\u25cf\u25e6\u2043*o-]\s|\[\d+\]|\(\d+\)\s|\d{1,3}[.)]\s|description:|\*\*\*|caution\s*:"
    r"|help for\b|country code|cite this web|[-\u2013\u2014]+\s*source\s*:|\[(?:our note|accessed)",
    re.IGNORECASE,
)
_STARS = re.compile(r"\*[*\s]*")
_LOOKAHEAD = 3


def tokens(text: str) -> list[Token]:
    """Return the text's tokens in order, rules (drawn lines) among them; blank space is in none."""
    lines = [part for line in split_lines(text) for part in _peeled(line)]
    width = wrap_width(lines)
    found: list[Token] = []
    for block in _blocks(lines):
        found.extend(_block_tokens(block, width))
    return found


def _blocks(lines: Iterable[Line]) -> Iterable[list[Line]]:
    block: list[Line] = []
    for line in lines:
        if line.gap and block:
            yield block
            block = []
        block.append(line)
    if block:
        yield block


def _peeled(line: Line) -> list[Line]:
    """Part a line from the access notes and archived-copy notes that were run together with it."""
    rest, cut = line, []
    while rest.text.endswith("]") and (found := _LAST_BRACKET.search(rest.text, max(0, len(rest.text) - 130))):
        if not (is_access_note(found.group().strip()) or is_unavailable_note(found.group())):
            break
        if not rest.text[: found.start()].strip():
            break
        rest, tail = _cut(rest, found.start())
        cut.append(tail)
    if (found := _AT_ONE_TIME.search(rest.text)) and found.start() and is_archived_note(rest.text[found.start() :]):
        rest, tail = _cut(rest, found.start())
        cut.append(tail)
    return [rest, *reversed(cut)]


def _cut(line: Line, at: int) -> tuple[Line, Line]:
    before, after = line.text[:at].rstrip(), line.text[at:]
    first = line._replace(end=line.start + len(before), text=before, width=line.indent + len(before))
    return first, Line(line.start + at, line.start + at + len(after.rstrip()), after.rstrip(), line.width, gap=False)


def _single(line: Line) -> Token:
    sign = Sign.RULE if line.rule else sign_of(line.text)
    return Token(line.text, line.start, line.end, sign, line.gap, (Piece(0, line.start, len(line.text)),), line.indent)


def _block_tokens(block: Sequence[Line], width: int | None) -> list[Token]:
    singles = _broken_signs([_single(line) for line in block])
    if width is None or len(singles) == 1:
        return singles
    starts = {line.start: line for line in block}
    ends = {line.end: line for line in block}
    last_meta = max((at for at, token in enumerate(singles) if token.sign in META), default=-1)
    runs = [[(singles[0], "")]]
    for at, token in enumerate(singles[1:], start=1):
        before = runs[-1][-1][0]
        between = None
        if is_forced(ends[before.end], starts[token.start], width):
            between = _between(before, token, last=at + 1 == len(singles), above_meta=at < last_meta)
            token = token._replace(forced=True)  # noqa: PLW2901 - the same token, known better
        if between is None:
            runs.append([(token, "")])
        else:
            runs[-1].append((token, between))
    return [join(run) for run in runs]


def _between(before: Token, token: Token, *, last: bool, above_meta: bool) -> str | None:
    """Return what stood at a break that wrapping forced; None where the tokens stay apart.

    Lines above an entry's notes stay apart: whether they are title or credit is decided with all around them.
    """
    if token.sign is Sign.SOURCE and before.sign is Sign.TEXT and (last or before.text[-1] in "-\u2013\u2014"):
        return " "
    if before.sign is Sign.URL and " " not in token.text and token.sign in {Sign.TEXT, Sign.URL}:
        return ""
    if before.sign is not Sign.TEXT or token.sign is not Sign.TEXT or _NEW_START.match(token.text) or above_meta:
        return None
    return joint(before.text, token.text)


def _broken_signs(singles: list[Token]) -> list[Token]:
    """Join what makes a sign only together: "[accessed 18 January" and "2017]", "***" and "ARCHIVES ***"."""
    found: list[Token] = []
    at = 0
    while at < len(singles):
        token, used = _longest_sign(singles, at)
        found.append(token)
        at += used
    return found


def _longest_sign(singles: Sequence[Token], at: int) -> tuple[Token, int]:
    token = singles[at]
    if not _may_be_broken(token):
        return token, 1
    best, used = token, 1
    together = token
    for count in range(1, min(_LOOKAHEAD, len(singles) - at - 1) + 1):
        following = singles[at + count]
        if following.sign is Sign.RULE or len(together.text) > 300:
            break
        together = joined(together, following, " ")
        sign = sign_of(together.text)
        if sign is not Sign.TEXT and sign is not Sign.IMAGE:
            best, used = together._replace(sign=sign), count + 1
        if "]" in together.text or (sign is Sign.MARKER and together.text.endswith("***")):
            break
    return best, used


def _may_be_broken(token: Token) -> bool:
    text = token.text
    if token.sign is Sign.ARCHIVED:
        return "]" not in text
    if token.sign is Sign.MARKER:
        return "*" in text and not text.endswith("***")
    if token.sign is Sign.TEXT:
        return (text[0] in "[(" and "]" not in text) or text.startswith("**") or bool(_AT_ONE_TIME.match(text))
    return token.sign is Sign.ACCESSED and text[0] == "[" and "]" not in text
