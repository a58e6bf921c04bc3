"""Walking a tree of HTML and laying its text out, with the elements that it stands in."""

from __future__ import annotations

from collections.abc import Callable

from selectolax.lexbor import LexborNode

from sourcebook.errors import InputRefused
from sourcebook.read.layout import Layout
from sourcebook.read.main_text import Outline
from sourcebook.read.reader import Source

_DROPPED = frozenset(
    {"script", "style", "noscript", "template", "head", "iframe", "object", "svg", "textarea", "select"}
)
_SPACED_NAMES = "p h1 h2 h3 h4 h5 h6 ul ol dl blockquote pre table"
_BROKEN_NAMES = """
div tr li dt dd center address article aside body caption fieldset footer form header html main nav section
thead tbody tfoot figure figcaption details summary
"""
_BREAKS = dict.fromkeys(_BROKEN_NAMES.split(), 1) | dict.fromkeys(_SPACED_NAMES.split(), 2)
_SILENT_NAMES = """
abbr acronym b big cite code col em font i img input label mark o:p q s small span strong sub sup time tt u wbr
"""
_SILENT = frozenset(_SILENT_NAMES.split())
_INLINE = frozenset({"a", "br", "hr"})
_TEXT = "-text"
_NO_ELEMENT = frozenset("-!")
_IN_CELLS = "p, div, ul, ol, form, br, h1, h2, h3, h4"


def too_deep(source: Source) -> InputRefused:
    """Return the refusal of a page whose markup is nested too deep."""
    return InputRefused(
        f"The markup is nested more than {source.limits.max_markup_depth} deep.",
        where=source.where,
        next_step="Save the page as plain text, or raise limits.max_markup_depth in sourcebook.toml.",
    )


def lay_out(root: LexborNode, layout: Layout, outline: Outline, source: Source) -> None:
    """Put the text of a tree into a layout, and its elements into an outline, without recursion.

    Raises InputRefused where it is nested deeper than the limits allow.
    """
    page, node = _Page(layout, outline), root
    opened: list[tuple[str, LexborNode]] = []
    limit = source.limits.max_markup_depth
    while True:
        tag = node.tag or "-"
        if tag == _TEXT:
            layout.write(node.text_content or "", verbatim=page.verbatim > 0)
        elif tag[0] not in _NO_ELEMENT and tag not in _DROPPED:
            if tag not in _SILENT:
                page.open(tag, node)
            child = node.child
            if child is not None:
                opened.append((tag, node))
                if len(opened) > limit:
                    raise too_deep(source)
                node = child
                continue
            if tag not in _SILENT:
                page.close(tag)
        following = node.next if opened else None
        while following is None:
            if not opened:
                return
            tag, node = opened.pop()
            if tag not in _SILENT:
                page.close(tag)
            following = node.next if opened else None
        node = following


class _Page:
    """Where the walk is: the elements that are open, and the lists, links and tables."""

    def __init__(self, layout: Layout, outline: Outline) -> None:
        self.layout, self.outline = layout, outline
        self.verbatim = 0
        self._path = [0]
        self._links: list[tuple[int, str]] = []
        self._lists: list[int | None] = []
        self._tables: list[bool] = []

    def open(self, tag: str, node: LexborNode) -> None:
        """Open an element."""
        if tag in _INLINE:
            if tag == "a":
                self._links.append((self.layout.place(), (node.attributes.get("href") or "").strip()))
            elif tag == "br":
                self.layout.line_break()
            elif tag == "hr":
                self.layout.part(2)
            return
        if breaks := _BREAKS.get(tag):
            self.layout.part(breaks)
        self._path.append(self.outline.open(tag, node.attributes, self._path[-1]))
        self.layout.element = self._path[-1]
        if (begin := _OPENS.get(tag)) is not None:
            begin(self, node)

    def close(self, tag: str) -> None:
        """Close what was opened last."""
        if tag in _INLINE:
            if tag == "a" and self._links:
                self.layout.link(*self._links.pop())
            elif tag == "hr":
                self.layout.part(2)
            return
        if breaks := _BREAKS.get(tag):
            self.layout.part(breaks)
        del self._path[-1]
        self.layout.element = self._path[-1]
        if (end := _CLOSES.get(tag)) is not None:
            end(self)

    def begin_item(self, _: LexborNode) -> None:
        """Begin an item of a list with its mark."""
        self.layout.kind("item")
        number = self._lists[-1] if self._lists else None
        if self._lists and number is not None:
            self._lists[-1] = number + 1
        self.layout.mark("  • " if number is None else f"  {number + 1}. ")

    def begin_list(self, node: LexborNode) -> None:
        """Begin a list, whose items are numbered or not."""
        self._lists.append(0 if node.tag == "ol" else None)

    def end_list(self) -> None:
        """End the list that began last."""
        del self._lists[-1:]

    def begin_heading(self, node: LexborNode) -> None:
        """Begin a heading of the level that its tag names."""
        self.layout.kind("heading", int((node.tag or "h1")[1]))

    def end_kind(self) -> None:
        """Go on with paragraphs."""
        self.layout.kind("paragraph")

    def begin_table(self, node: LexborNode) -> None:
        """Begin a table, as one block where it holds data."""
        self._tables.append(_has_data(node))
        if self._tables[-1]:
            self.layout.whole("table")
            self.outline.holds_data()

    def end_table(self) -> None:
        """End the table that began last."""
        if self._tables and self._tables.pop():
            self.layout.end_whole()

    def begin_cell(self, _: LexborNode) -> None:
        """Part a cell from the one before it."""
        self.layout.cell()

    def begin_verbatim(self, _: LexborNode) -> None:
        """Begin text whose white space stands."""
        self.verbatim += 1

    def end_verbatim(self) -> None:
        """End it."""
        self.verbatim -= 1


_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_OPENS: dict[str, Callable[[_Page, LexborNode], None]] = {
    "li": _Page.begin_item,
    "ul": _Page.begin_list,
    "ol": _Page.begin_list,
    "table": _Page.begin_table,
    "td": _Page.begin_cell,
    "th": _Page.begin_cell,
    "pre": _Page.begin_verbatim,
    **dict.fromkeys(_HEADINGS, _Page.begin_heading),
}
_CLOSES: dict[str, Callable[[_Page], None]] = {
    "ul": _Page.end_list,
    "ol": _Page.end_list,
    "li": _Page.end_kind,
    "table": _Page.end_table,
    "pre": _Page.end_verbatim,
    **dict.fromkeys(_HEADINGS, _Page.end_kind),
}


def _has_data(table: LexborNode) -> bool:
    """Tell whether a table holds data and no layout: it has heads, or rows of cells in which nothing is laid out."""
    if len(table.css("table")) > 1:
        return False
    if table.css_first("th, caption") is not None:
        return True
    rows = len(table.css("tr"))
    return rows > 1 and len(table.css("td")) >= 2 * rows and table.css_first(_IN_CELLS) is None
