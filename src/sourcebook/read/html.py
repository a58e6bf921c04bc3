"""HTML: the tree as text, the way a browser copies it, with blocks, links and the page's own address.

The pages of the old archive were made with a word processor between 1999 and 2009 and saved by browsers since:
tables for layout, unclosed tags, any charset, a "saved from url" comment.
"""

from __future__ import annotations

import re

from selectolax.lexbor import LexborHTMLParser

from sourcebook.model import Document
from sourcebook.read.about_page import about_page
from sourcebook.read.binary import declined_as_binary
from sourcebook.read.charset import decode
from sourcebook.read.html_about import address_in, head_in, on_page
from sourcebook.read.html_body import body_of, language_of, with_own_text
from sourcebook.read.html_layout import lay_out, too_deep
from sourcebook.read.layout import Layout
from sourcebook.read.main_text import Outline
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
_NESTING = re.compile(rb"<(/?)([a-zA-Z][a-zA-Z0-9]*)")

_UNNESTED = frozenset(
    b"area base basefont br col embed frame hr img input link meta param source track wbr "
    b"p li dt dd option tr td th tbody thead tfoot colgroup html head body".split()
)


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
        _refuse_nesting(source)
        first, more = source.head, source.data[:65536]
        declared = META_CHARSET.search(first) or _XML.search(first) or META_CHARSET.search(more)
        decoded = decode(source.data, declared.group(1).decode("ascii") if declared else None)
        tree = LexborHTMLParser(decoded.text)
        layout, outline = Layout(), Outline()
        if tree.root is not None:
            lay_out(tree.root, layout, outline, source)
        body = body_of(layout, outline)
        head, address = head_in(tree), address_in(tree, decoded.text)
        if head.linked:
            body = with_own_text(body, str(head.linked.get("articleBody") or ""))
        about = about_page(head, on_page(tree)._replace(language=language_of(body)), address)
        return Document(
            text=body.text,
            media_type=MEDIA_TYPE,
            charset=decoded.charset,
            digest=source.digest,
            title=about.title,
            authors=about.authors,
            publisher=about.publisher,
            issued=about.issued,
            address=address,
            language=about.language,
            blocks=body.blocks,
            links=tuple(layout.links),
            told=about.told,
            problems=decoded.problems + body.problems,
        )


def _refuse_nesting(source: Source) -> None:
    """Count open tags before the tree is built, since building it takes quadratic time where nesting is deep."""
    depth, limit = 0, source.limits.max_markup_depth
    if source.data.count(b"<") <= 8 * limit:
        return
    for closing, tag in _NESTING.findall(source.data):
        if tag.lower() in _UNNESTED:
            continue
        depth = max(0, depth - 1) if closing else depth + 1
        if depth > 8 * limit:
            raise too_deep(source)
