"""A pack as one HTML file: its style within it, no script but the way out, and nothing fetched from anywhere."""

from __future__ import annotations

from functools import singledispatch
from html import escape
from itertools import count

from sourcebook.publish.cite import Text
from sourcebook.publish.packs.pack import Block, Listing, Pack, Para, Quoted, Section, Table
from sourcebook.publish.site.inlined import inlined, policy_for

STYLE, LEAVE = "pack.css", "leave.js"


def to_html(pack: Pack, leave_to: str) -> bytes:
    """Return a pack as a page that stands alone; `leave_to` is where its quick way out leads."""
    policy = escape(policy_for((STYLE, LEAVE), framing=False))
    head = (
        f'<meta http-equiv="content-security-policy" content="{policy}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="referrer" content="no-referrer">\n<link rel="icon" href="data:,">\n'
        f'<script data-to="{escape(leave_to)}">{inlined(LEAVE)}</script>\n'
    )
    out = (
        f'<header class="bar"><div><span class="name">{escape(pack.site)}</span>'
        f'<a class="leave" href="{escape(leave_to)}" rel="noreferrer">Leave this page</a>'
        '<span class="heard" role="status" id="way-out" data-keys="Or press Escape three times."'
        ' data-twice="Press Escape two more times to leave this page."'
        ' data-once="Press Escape once more to leave this page." data-gone="Leaving this page."></span>'
        "</div></header>\n"
    )
    return _page(pack, head, out).encode("utf-8", "replace")


def _page(pack: Pack, head: str, bar: str) -> str:
    body = "".join(f'<p class="lead">{escape(line)}</p>\n' for line in pack.lead)
    body += "".join(_section(section) for section in pack.sections)
    return (
        f'<!doctype html>\n<html lang="{escape(pack.language)}">\n<head>\n<meta charset="utf-8">\n{head}'
        f"<title>{escape(pack.title)}</title>\n"
        f'<meta name="author" content="{escape(pack.site)}">\n<style>{inlined(STYLE)}</style>\n</head>\n<body>\n{bar}'
        f"<main>\n<h1>{escape(pack.title)}</h1>\n{body}</main>\n</body>\n</html>\n"
    )


def _section(section: Section) -> str:
    apart = ' class="apart"' if section.apart else ""
    blocks = "".join(_block(block, section.level) for block in section.blocks)
    return f"<section{apart}><h{section.level}>{escape(section.heading)}</h{section.level}>\n{blocks}</section>\n"


@singledispatch
def _block(block: Block, level: int) -> str:
    raise TypeError(f"{type(block).__name__} at level {level} is no block of a pack.")


@_block.register
def _(block: Para, level: int) -> str:  # noqa: ARG001 - the same for every kind of block
    return f"<p>{runs(block.text)}</p>\n"


@_block.register
def _(block: Listing, level: int) -> str:  # noqa: ARG001
    name = "ol" if block.numbered else "ul"
    items = "".join(f"<li>{runs(item)}</li>\n" for item in block.items)
    return f"<{name}>\n{items}</{name}>\n"


@_block.register
def _(block: Table, level: int) -> str:  # noqa: ARG001
    head = "".join(f'<th scope="col">{escape(name)}</th>' for name in block.head)
    rows = "".join(f"<tr>{''.join(_cell(cell, at) for at, cell in zip(count(), row))}</tr>\n" for row in block.rows)
    caption = f"<caption>{escape(block.caption)}</caption>"
    kind = ' class="blank"' if block.blank else ""
    return f"<table{kind}>{caption}\n<thead><tr>{head}</tr></thead>\n<tbody>\n{rows}</tbody></table>\n"


def _cell(cell: Text, at: int) -> str:
    return f'<th scope="row">{runs(cell)}</th>' if at == 0 else f"<td>{runs(cell)}</td>"


@_block.register
def _(block: Quoted, level: int) -> str:
    language = f' lang="{escape(block.language)}"' if block.language else ""
    direction = "rtl" if block.right_to_left else "ltr"
    words = "".join(f"<p>{escape(part)}</p>" for part in block.text.split("\n") if part.strip())
    facts = "".join(f"<li><b>{escape(name)}:</b> {runs(told)}</li>\n" for name, told in block.facts)
    kind = "note" if block.note else "words"
    heading = f"<h{level + 1}>{escape(block.label)}</h{level + 1}>\n"
    quoted = f'<blockquote class="{kind}"{language} dir="{direction}">{words}</blockquote>\n'
    return f'<div class="passage">{heading}{quoted}<ul class="facts">\n{facts}</ul></div>\n'


def runs(told: Text) -> str:
    """Return a text as HTML: everything escaped, links only to the web."""
    return "".join(_run(run.text, run.italic, run.link) for run in told)


def _run(words: str, italic: bool, link: str) -> str:
    inner = f"<i>{escape(words)}</i>" if italic else escape(words)
    return f'<a href="{escape(link)}" rel="noreferrer">{inner}</a>' if link else inner
