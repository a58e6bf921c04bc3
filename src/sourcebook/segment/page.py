"""A country page of the archive, from the text of one: every part it has, each character in one place.

The grammar is written out in `docs/reference/page-grammar.md`.
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import structs

from sourcebook.model import Document, Entry, Page, Problem, Span
from sourcebook.segment.background import Front, read_front
from sourcebook.segment.entries import Built, build_entries
from sourcebook.segment.guidance import read_guidance
from sourcebook.segment.head import head_length, head_roles, lead_costs, open_role
from sourcebook.segment.labels import Part, label
from sourcebook.segment.landmarks import Role
from sourcebook.segment.links import with_links
from sourcebook.segment.places import other_place, page_place
from sourcebook.segment.rights import Foot, foot_of
from sourcebook.segment.runs import Run, cover
from sourcebook.segment.token import Sign, Token
from sourcebook.segment.tokens import tokens
from sourcebook.vocabulary.topics import find_topic

Roled = tuple[Token, Role]


def segment_page(document: Document, *, name: str | None = None) -> Page:
    """Return the page that a document is; never refuses: what fits nowhere is kept as unplaced and reported.

    `name` is the page's file name. Where nothing on the page names a country, that of a saved web page may
    ("Belarus.htm"), since it is the end of its address; that of a text says nothing.
    """
    every = tokens(document.text)
    words = [token for token in every if token.sign is not Sign.RULE]
    foot = foot_of(words)
    head, built = _read_body(words[: foot.start])
    front, guidance = read_front(head), read_guidance(head)
    place = _place(document, name, front, foot)
    runs = [*front.runs, *guidance.runs, *built.runs, *_foot_runs(words, foot)]
    runs += [(token.start, token.end, Role.RULE) for token in every if token.sign is Sign.RULE]
    spans = cover(document.text, runs)
    unplaced = tuple(span for span in spans if span.role == Role.UNPLACED.value)
    return Page(
        place=place,
        heading=front.heading,
        collection=front.collection,
        topic=_topic(front, foot),
        tagline=front.tagline,
        covers=front.covers,
        address=front.address or document.address,
        menu=front.menu,
        background=front.background,
        summary=front.summary,
        caution=guidance.caution,
        study_text=guidance.study_text,
        study_themes=guidance.study_themes,
        teachers_text=guidance.teachers_text,
        help=guidance.help,
        rights=foot.rights,
        rights_text=foot.rights_text,
        cite_as=foot.cite_as,
        entries=tuple(_about(entry, place) for entry in with_links(built.entries, document)),
        unplaced=unplaced,
        spans=spans,
        problems=_problems(document, unplaced),
    )


def _place(document: Document, name: str | None, front: Front, foot: Foot) -> str | None:
    """Return the page's country: by what the page says, else by the address that a saved web page has for a name."""
    said = page_place(
        heading=front.heading,
        address=front.address or document.address,
        titles=[document.title] if document.title else [],
        cited=foot.cite_as.title if foot.cite_as else None,
        menu=front.menu_lines,
    )
    if said or not name or not name.lower().endswith((".htm", ".html")):
        return said
    return page_place(heading=None, address="/" + name.replace("\\", "/").lstrip("/"), titles=(), cited=None, menu=())


def _topic(front: Front, foot: Foot) -> str | None:
    """Return the key of the collection's topic: by its title, else by the page's citation."""
    cited = foot.cite_as.title if foot.cite_as else None
    return next((topic for text in (front.collection, cited) if text and (topic := find_topic(text))), None)


def _read_body(words: Sequence[Token]) -> tuple[list[Roled], Built]:
    length = head_length(words)
    roles = head_roles(words, length)
    role = open_role(roles)
    rest = words[length:]
    opened = bool(rest) and rest[0].sign is Sign.MARKER
    parts = label(rest, None if opened else lead_costs(rest, role))
    head = list(zip(words[:length], roles, strict=True))
    labelled = list(zip(rest, parts, strict=True))
    head += [(token, role) for token, part in labelled if part is Part.LEAD]
    markers = any(token.sign is Sign.MARKER for token in words)
    built = build_entries([(token, part) for token, part in labelled if part is not Part.LEAD], markers=markers)
    return head, built


def _about(entry: Entry, place: str | None) -> Entry:
    other = other_place(entry.work.title, place)
    return entry if other is None else structs.replace(entry, about_other_place=other)


def _foot_runs(words: Sequence[Token], foot: Foot) -> list[Run]:
    runs: list[Run] = []
    cited = False
    for at in range(foot.start, len(words)):
        token = words[at]
        if foot.cite_at is not None and at == foot.cite_at[0]:
            cut = token.offset(foot.cite_at[1])
            runs += [(token.start, cut, Role.RIGHTS), (cut, token.end, Role.CITE_AS)]
            cited = True
        elif cited and (token.gap or at > (foot.cite_at or (0, 0))[0] + 2):
            runs.append((token.start, token.end, Role.UNPLACED))
        else:
            runs.append((token.start, token.end, Role.CITE_AS if cited else Role.RIGHTS))
    return runs


def _problems(document: Document, unplaced: Sequence[Span]) -> tuple[Problem, ...]:
    found = list(document.problems)
    for span in unplaced:
        words = " ".join(document.text[span.start : span.end].split())
        shown = words if len(words) <= 60 else words[:57] + "..."
        found.append(Problem(what=f'No part of the page takes this text: "{shown}"', offset=span.start))
    return tuple(found)
