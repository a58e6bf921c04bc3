"""The head of a page: which part each of its tokens plays, from the menu to the help lines."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import zip_longest

from sourcebook.segment.landmarks import MENU_LINE, Role, covers_of, is_prose, landmark
from sourcebook.segment.shape import shape_of
from sourcebook.segment.token import Sign, Token
from sourcebook.vocabulary.countries import find_country

_PAST_ANY_HEAD = 20.0
_GUIDANCE = (Role.CAUTION, Role.STUDY, Role.TEACHERS, Role.HELP)
_ACRONYM = re.compile(r"(?:[A-Z]\s){2,}[A-Z]|\(?[A-Z&]{2,8}\)?")
_LIST = re.compile(r"\S\s*(?:/|\||\u00bb|>|\u2022|::)\s+\S")
_PARENTHESIS = re.compile(r"\s*\([^()]*\)\s*$")
_PHONE = re.compile(r"\d[\d\s().\-/]{1,}\d")


def head_length(tokens: Sequence[Token]) -> int:
    """Return how many tokens surely belong to the head: up to the last landmark before the first entry's notes."""
    limit = _limit(tokens)
    known = [at for at in range(limit) if landmark(tokens[at]) is not None]
    length = known[-1] + 1 if known else 0
    return max(length, heading_at(tokens[:limit]) + 1)


def _limit(tokens: Sequence[Token]) -> int:
    """Return where the first entry's notes or the first marker stand, which no head reaches."""
    notes = {Sign.ACCESSED, Sign.UNAVAILABLE, Sign.ARCHIVED, Sign.SOURCE, Sign.MARKER}
    return next((at for at, token in enumerate(tokens) if token.sign in notes), len(tokens))


def head_roles(words: Sequence[Token], length: int) -> list[Role]:
    """Return the role of each token of the head, which is so many tokens long."""
    tokens, heading = words[:length], heading_at(words[: _limit(words)])
    marks = [landmark(token) for token in tokens]
    guidance = next((at for at, mark in enumerate(marks) if mark in _GUIDANCE), len(tokens))
    # A heading that stands after the guidance has begun is none of the front.
    roles = _front_roles(tokens[:guidance], marks[:guidance], heading if heading < guidance else -1)
    current = Role.CAUTION
    for token, mark in zip(tokens[guidance:], marks[guidance:], strict=True):
        current = _guidance_role(current, token, mark)
        roles.append(current if token.sign is not Sign.IMAGE else Role.IMAGE)
    return roles


def _guidance_role(current: Role, token: Token, mark: Role | None) -> Role:
    if mark not in _GUIDANCE or mark is None:
        return Role.STUDY if current is Role.CAUTION else current
    inside_help = current is Role.HELP and mark in {Role.STUDY, Role.CAUTION} and not is_prose(token.text)
    return current if inside_help else mark


def open_role(roles: Sequence[Role]) -> Role:
    """Return the part that what follows the head goes on with, unless it opens an entry."""
    last = roles[-1] if roles else Role.UNPLACED
    if last in {Role.HELP, Role.STUDY, Role.TEACHERS, Role.BACKGROUND, Role.SUMMARY}:
        return last
    if last is Role.CAUTION:
        return Role.STUDY
    if last in {Role.HEADING, Role.IMAGE} or (last in {Role.COVERS, Role.ADDRESS} and roles):
        return Role.BACKGROUND
    return Role.UNPLACED


def lead_costs(tokens: Sequence[Token], role: Role) -> list[float]:
    """Return what each token costs as a continuation of the head's last part."""
    limit = _limit(tokens)
    before = tokens[:limit]
    if role is Role.HELP:
        costs = [_help_cost(token, following) for token, following in zip_longest(before, before[1:])]
    else:
        extra = 4.0 if role is Role.UNPLACED else 0.0
        costs = [_prose_cost(token) + extra for token in before]
    return costs + [_PAST_ANY_HEAD] * (len(tokens) - limit)


def _help_cost(token: Token, following: Token | None) -> float:
    """Return little for a line with a phone, and for a name that a phone follows."""
    if token.sign is Sign.URL or _PHONE.search(token.text):
        return 0.0
    if len(token.text) > 90 or is_prose(token.text):
        return 3.0
    return 1.0 if following is not None and _PHONE.search(following.text) else 3.0


def _prose_cost(token: Token) -> float:
    if token.sign is not Sign.TEXT:
        return 3.0
    return max(0.0, shape_of(token.text).excerpt)


def heading_at(tokens: Sequence[Token]) -> int:
    """Return where the country's heading stands, or -1: a short line that names one, before the first paragraph."""
    covers = next((at for at, token in enumerate(tokens[:60]) if _is_covers(token)), None)
    start = 0 if covers is None else covers + 1
    for at in range(start, len(tokens)):
        token = tokens[at]
        if token.sign is Sign.URL:
            continue
        if token.sign is not Sign.TEXT or is_prose(token.text) or landmark(token) in _GUIDANCE:
            break
        if names_country(token.text):
            return at
        if covers is not None and at == start and _followed_by_prose(tokens, at):
            return at
    before = range(covers) if covers is not None else ()
    return next((at for at in before if names_country(tokens[at].text) and not MENU_LINE.match(tokens[at].text)), -1)


def _followed_by_prose(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether a line under the years stands over a paragraph of the head and over no entry."""
    following = tokens[at + 1] if at + 1 < len(tokens) else None
    if following is None or tokens[at].text[:1] == "[":
        return False
    return following.sign is Sign.IMAGE or is_prose(following.text)


def names_country(text: str) -> bool:
    """Tell whether a short line is a country's name, with or without another in brackets behind it."""
    if len(text) > 90 or "[" in text:
        return False
    return find_country(text) is not None or find_country(_PARENTHESIS.sub("", text)) is not None


def _is_covers(token: Token) -> bool:
    return token.sign is Sign.TEXT and covers_of(token.text) and not is_prose(token.text)


def _front_roles(tokens: Sequence[Token], marks: Sequence[Role | None], heading: int) -> list[Role]:
    covers = next((at for at, token in enumerate(tokens) if _is_covers(token)), -1)
    top = max(heading, covers) + 1
    if top == 0:
        top = next(
            (at for at, token in enumerate(tokens) if is_prose(token.text) or marks[at] is Role.IMAGE), len(tokens)
        )
    roles = _top_roles(tokens[:top], heading, covers)
    summary = [at for at, mark in enumerate(marks) if mark is Role.SUMMARY]
    opens = _summary_start(tokens, marks, top, summary[-1]) if summary else len(tokens)
    told = max((at for at in range(top, len(tokens)) if marks[at] or is_prose(tokens[at].text)), default=-1)
    for at in range(top, len(tokens)):
        token = tokens[at]
        if token.sign is Sign.IMAGE:
            roles.append(Role.IMAGE)
        elif token.sign is Sign.URL:
            roles.append(Role.ADDRESS)
        elif marks[at] in {Role.MENU, Role.COVERS}:
            roles.append(marks[at] or Role.UNPLACED)
        elif marks[at] is None and not is_prose(token.text) and at > told and not shape_of(token.text).terminal:
            roles.append(Role.UNPLACED)
        else:
            roles.append(Role.SUMMARY if at >= opens else Role.BACKGROUND)
    return roles


_OPENS_SUMMARY = re.compile(
    r"(?:the\s+)?[A-Z][^.]{2,60}?\b(?:is|was|are|remains)\s+(?:also\s+|mainly\s+|primarily\s+|principally\s+|both\s+|still\s+)*"
    r"(?:an?|the|one)\b[^.]{0,80}\b(?:source|origin|transit|destination)\b"
)


def _summary_start(tokens: Sequence[Token], marks: Sequence[Role | None], top: int, end: int) -> int:
    """Return where the summary that closes at `end` opens: after the background's source and the last image."""
    first = top
    for at in range(top, end):
        if marks[at] is Role.BACKGROUND:
            first = at + 1
    images = [at for at in range(first, end) if marks[at] is Role.IMAGE]
    if images:
        return images[-1] + 1
    for at in range(first, end):
        if _OPENS_SUMMARY.match(tokens[at].text):
            return at
    return end


def _top_roles(tokens: Sequence[Token], heading: int, covers: int) -> list[Role]:
    roles: list[Role] = [Role.UNPLACED] * len(tokens)
    for at, token in enumerate(tokens):
        if token.sign is Sign.URL:
            roles[at] = Role.ADDRESS
        elif token.sign is Sign.IMAGE:
            roles[at] = Role.IMAGE
    if heading >= 0:
        roles[heading] = Role.HEADING
    if covers >= 0:
        roles[covers] = Role.COVERS
    limit = covers if covers >= 0 else heading if heading >= 0 else len(tokens)
    names = [at for at in range(limit) if roles[at] is Role.UNPLACED]
    _name_roles(tokens, names, roles)
    return roles


def _name_roles(tokens: Sequence[Token], names: Sequence[int], roles: list[Role]) -> None:
    """Tell menu, collection and tagline apart: menu first, the tagline a sentence, the name the rest."""
    menu = _menu(tokens, names)
    rest = [at for at in names if at not in menu]
    for at in menu:
        roles[at] = Role.MENU
    titles = [at for at in rest if not _is_tagline(tokens[at].text)]
    named = [at for at in titles if not _ACRONYM.fullmatch(tokens[at].text)] or titles
    if not named:
        for at in rest:
            roles[at] = Role.TAGLINE
        return
    last = named[-1]
    while last - 1 in named and _continues(tokens[last]):
        last -= 1
    for at in rest:
        roles[at] = Role.MENU if at < last else Role.COLLECTION if at in titles else Role.TAGLINE


def _continues(token: Token) -> bool:
    return not token.gap and (token.text[0] in "&(" or token.text[0].islower() or token.forced)


def _menu(tokens: Sequence[Token], names: Sequence[int]) -> set[int]:
    menu: set[int] = set()
    for at in names:
        text = tokens[at].text
        listed = _LIST.search(text) and not _is_tagline(text)
        if MENU_LINE.search(text) or listed or (at - 1 in menu and not tokens[at].gap):
            menu.add(at)
    return menu


def _is_tagline(text: str) -> bool:
    """Tell whether a line of the head is a sentence: five words or more, most of them small."""
    words = list(re.findall(r"[^\W\d_]+", text))
    small = sum(word[0].islower() for word in words)
    return len(words) >= 5 and small >= 0.6 * len(words)
