"""HTML: the tree as text, the way a browser copies it, with blocks, links and the page's own address.

The pages of the old archive were made with a word processor between 1999 and 2009 and saved by browsers since:
tables for layout, unclosed tags, any charset, a "saved from url" comment.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, Literal

from selectolax.lexbor import LexborHTMLParser, LexborNode

from sourcebook.errors import InputRefused
from sourcebook.model import Document
from sourcebook.read.binary import declined_as_binary
from sourcebook.read.charset import decode
from sourcebook.read.layout import Layout
from sourcebook.read.reader import Source

MEDIA_TYPE = "text/html"
SUFFIXES = frozenset({"htm", "html", "xhtml", "shtml", "asp", "php"})

_TAGS = (
    rb"html|head|body|title|meta|div|p|br|table|tr|td|span|font|a|b|i|h[1-6]|ul|li|center|script|style|hr|blockquote"
)
_TAG = re.compile(rb"<(?:!doctype\s+html|(?:" + _TAGS + rb")(?=[\s/>]))", re.IGNORECASE)
_OPENING = re.compile(
    rb"\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--|<!doctype\s+html|<html|<head|<body|<title)", re.IGNORECASE
)
META_CHARSET = re.compile(rb"<meta\b[^>]{0,400}?charset\s*=\s*[\"']?\s*([a-zA-Z0-9_\-:.]{2,40})", re.IGNORECASE)
"""Where a page declares its charset in its own head."""

_XML = re.compile(rb"<\?xml\b[^>]{0,200}?encoding\s*=\s*[\"']([a-zA-Z0-9_\-]{2,40})", re.IGNORECASE)
_SAVED = re.compile(r"saved from url=\(\d+\)(\S+)")
_NESTING = re.compile(rb"<(/?)([a-zA-Z][a-zA-Z0-9]*)")

_UNNESTED = frozenset(
    b"area base basefont br col embed frame hr img input link meta param source track wbr "
    b"p li dt dd option tr td th tbody thead tfoot colgroup html head body".split()
)
_DROPPED = frozenset(
    {"script", "style", "noscript", "template", "head", "iframe", "object", "svg", "textarea", "select"}
)
_SPACED = frozenset({"p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "dl", "blockquote", "pre", "table", "hr"})
_BROKEN_NAMES = """
div tr li dt dd center address article aside body caption fieldset footer form header html main nav section
thead tbody tfoot figure figcaption details summary
"""
_BROKEN = frozenset(_BROKEN_NAMES.split())
_CELLS = frozenset({"td", "th"})


class HtmlReader:
    """Reads HTML whatever its age."""

    name = "HTML"

    def declines(self, source: Source) -> str | None:
        """Take what is called HTML and holds a tag, and what opens like HTML under any name."""
        declared = (source.media_type or "").split(";")[0].strip().lower()
        named = declared in {MEDIA_TYPE, "application/xhtml+xml"} or source.suffix in SUFFIXES
        head = source.data[:65536].replace(b"\0", b"")
        if _OPENING.match(head.lstrip(b"\xef\xbb\xbf\xff\xfe")) or (named and _TAG.search(head)):
            return declined_as_binary(source)
        return "it holds no HTML tag" if named else "it does not begin with an HTML tag"

    def read(self, source: Source) -> Document:
        """Return the page as text; raises InputRefused where its markup is nested deeper than the limits allow."""
        limit = source.limits.max_markup_depth
        _refuse_nesting(source, limit)
        head, more = source.head, source.data[:65536]
        declared = META_CHARSET.search(head) or _XML.search(head) or META_CHARSET.search(more)
        decoded = decode(source.data, declared.group(1).decode("ascii") if declared else None)
        tree = LexborHTMLParser(decoded.text)
        layout = Layout()
        if tree.root is not None:
            _lay_out(tree.root, layout, source, limit)
        text = layout.text()
        return Document(
            text=text,
            media_type=MEDIA_TYPE,
            charset=decoded.charset,
            digest=source.digest,
            title=_title(tree),
            address=_address(tree, decoded.text),
            language=_attribute(tree.root, "lang") if tree.root is not None else None,
            blocks=tuple(layout.blocks),
            links=tuple(layout.links),
            problems=decoded.problems,
        )


def _refuse_nesting(source: Source, limit: int) -> None:
    """Count open tags before the tree is built, since building it takes quadratic time where nesting is deep."""
    depth = 0
    for closing, tag in _NESTING.findall(source.data):
        if tag.lower() in _UNNESTED:
            continue
        depth = max(0, depth - 1) if closing else depth + 1
        if depth > 8 * limit:
            raise _too_deep(source, limit)


def _too_deep(source: Source, limit: int) -> InputRefused:
    return InputRefused(
        f"The markup is nested more than {limit} deep.",
        where=source.where,
        next_step="Save the page as plain text, or raise limits.max_markup_depth in sourcebook.toml.",
    )


Event = tuple[Literal["open", "close", "text"], LexborNode]


def _events(root: LexborNode, source: Source, limit: int) -> Iterator[Event]:
    """Walk the tree without recursion, giving each element as it opens and closes."""
    node: Any = root
    depth = 0
    while True:
        entered = False
        if node.is_text_node:
            yield "text", node
        elif node.is_element_node and node.tag not in _DROPPED:
            yield "open", node
            entered = node.child is not None
            if not entered:
                yield "close", node
        if entered:
            node, depth = node.child, depth + 1
            if depth > limit:
                raise _too_deep(source, limit)
            continue
        while node.next is None:
            node, depth = node.parent, depth - 1
            if node is None or depth < 0:
                return
            yield "close", node
            if depth == 0:
                return
        if depth == 0:
            return
        node = node.next


def _lay_out(root: LexborNode, layout: Layout, source: Source, limit: int) -> None:
    links: list[tuple[int, str]] = []
    lists: list[int | None] = []
    verbatim = 0
    for event, node in _events(root, source, limit):
        tag = node.tag or ""
        if event == "text":
            layout.write(node.text_content or "", verbatim=verbatim > 0)
        elif tag == "a":
            if event == "open":
                links.append((layout.place(), _attribute(node, "href") or ""))
            elif links:
                layout.link(*links.pop())
        elif tag == "br" and event == "open":
            layout.line_break()
        elif tag == "pre":
            verbatim += 1 if event == "open" else -1
            layout.part(2)
        elif tag in {"ul", "ol"}:
            layout.part(2)
            lists = [*lists, 0 if tag == "ol" else None] if event == "open" else lists[:-1]
        elif tag == "li":
            _item(event == "open", layout, lists)
        else:
            _part(tag, layout, opening=event == "open")


def _item(opening: bool, layout: Layout, lists: list[int | None]) -> None:
    layout.part(1)
    layout.kind("item" if opening else "paragraph")
    if opening:
        number = lists[-1] if lists else None
        if lists and number is not None:
            lists[-1] = number + 1
        layout.mark("  • " if number is None else f"  {number + 1}. ")


def _part(tag: str, layout: Layout, *, opening: bool) -> None:
    if tag in _SPACED:
        layout.part(2)
        if tag[0] == "h" and tag != "hr":
            layout.kind("heading", int(tag[1])) if opening else layout.kind("paragraph")
    elif tag in _BROKEN:
        layout.part(1)
    elif tag in _CELLS and opening:
        layout.cell()


def _title(tree: LexborHTMLParser) -> str | None:
    node = tree.css_first("title")
    return (" ".join((node.text() or "").split()) or None) if node is not None else None


def _address(tree: LexborHTMLParser, text: str) -> str | None:
    """Return where the page was saved from: the browser's comment, else its canonical link, else its base."""
    if saved := _SAVED.search(text, 0, 4096):
        return saved.group(1).removesuffix("-->")
    for selector in ("link[rel=canonical]", "base"):
        if (node := tree.css_first(selector)) is not None and (href := _attribute(node, "href")):
            return href
    return None


def _attribute(node: LexborNode, name: str) -> str | None:
    value = node.attributes.get(name)
    return value.strip() if value else None
