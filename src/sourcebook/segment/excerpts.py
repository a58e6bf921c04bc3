"""The passages of an excerpt: paragraphs with their sub-headings, numbers, bullets and note marks."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from msgspec import structs

from sourcebook.model import Passage
from sourcebook.model.identity import passage_id
from sourcebook.model.page import PassageRole
from sourcebook.segment.landmarks import Role
from sourcebook.segment.runs import Run, cut_runs
from sourcebook.segment.shape import BULLET, NUMBERED, OUR_NOTE, SUBHEAD, own_line_subhead
from sourcebook.segment.token import Token, join
from sourcebook.segment.wrapping import joint
from sourcebook.vocabulary.countries import find_country
from sourcebook.vocabulary.credit_names import is_town

_STOPS = frozenset('.!?:;,\u2026)"\u201d\u2019]')


class Excerpt(NamedTuple):
    """Passages in order, the sub-headings met, and the runs of text they were read from."""

    passages: tuple[Passage, ...]
    headings: tuple[str, ...]
    runs: tuple[Run, ...]


def read_excerpt(tokens: Sequence[Token], work: str, role: PassageRole = "excerpt") -> Excerpt:
    """Return the passages of a work's excerpt; `work` is its identifier."""
    passages: list[Passage] = []
    headings: list[str] = []
    runs: list[Run] = []
    seen: Counter[str] = Counter()
    current: str | None = None
    for token in _paragraphs(tokens):
        heading = _heading(token.text)
        if heading is not None:
            headings.append(heading)
            current = heading
            if own_line_subhead(token.text) and _only_heading(token.text):
                runs.append((token.start, token.end, Role.SUBHEAD))
                continue
        passage, taken = _passage(token, work, seen, role)
        passages.append(structs.replace(passage, ordinal=len(passages) + 1, heading=current))
        runs.extend(taken)
    return Excerpt(tuple(passages), tuple(headings), tuple(runs))


def _paragraphs(tokens: Sequence[Token]) -> list[Token]:
    """Join what a break tore: a wrapper's, or one after which the sentence goes on in small letters."""
    runs: list[list[tuple[Token, str]]] = []
    for token in tokens:
        before = runs[-1][-1][0] if runs else None
        if before is not None and not token.gap and _goes_on(before, token):
            runs[-1].append((token, joint(before.text, token.text)))
        else:
            runs.append([(token, "")])
    return [join(run) for run in runs]


def _goes_on(before: Token, token: Token) -> bool:
    if BULLET.match(token.text) or token.text[0] == "[" or own_line_subhead(token.text):
        return False
    if token.forced:
        return True
    if before.text.endswith(("--", "\u2014", "\u2013", " -")) and own_line_subhead(before.text):
        return True
    return token.text[0].islower() and before.text[-1] not in _STOPS and len(before.text) > 20


def _heading(text: str) -> str | None:
    """Return the sub-heading in capitals that opens a paragraph or is one; a town in capitals is a dateline."""
    if own_line_subhead(text) and _only_heading(text):
        return text.rstrip(" -\u2013\u2014:").strip()
    found = SUBHEAD.match(text[:140])
    if not found:
        return None
    name = found["name"].strip(" ,")
    letters = sum(character.isalpha() for character in name)
    if letters < 3 or letters < 0.5 * len(name) or is_town(name) or find_country(name) or name[-1:] == ".":
        return None
    return name


def _only_heading(text: str) -> bool:
    return not any(character.islower() for character in text) and not NUMBERED.match(text) and not BULLET.match(text)


def _passage(token: Token, work: str, seen: Counter[str], role: PassageRole) -> tuple[Passage, list[Run]]:
    text, at = token.text, 0
    cuts: list[tuple[int, int, Role]] = []
    note = OUR_NOTE.match(text)
    if note:
        at = note.end()
        cuts.append((0, at, Role.NOTE_MARK))
    bullet = BULLET.match(text, at)
    if bullet:
        at = bullet.end()
    number = NUMBERED.match(text, at)
    body = text[at:].strip() or text
    occurrence = seen[body]
    seen[body] += 1
    passage = Passage(
        id=passage_id(work, body, occurrence),
        text=body,
        start=token.offset(at) if at < len(text) else token.start,
        end=token.end,
        ordinal=0,
        kind="note" if note else "quoted",
        role=role,
        paragraph_number=next((group for group in number.groups() if group), None) if number else None,
        item=bool(bullet),
    )
    return passage, cut_runs(token, cuts, Role(role))
