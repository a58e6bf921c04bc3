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
abbr acronym b big cite code col em font i img label mark o:p q s small span strong sub sup time tt u wbr
"""
_SILENT = frozenset(_SILENT_NAMES.split())
_WRITTEN_IN = frozenset({"text", "email", "tel"})
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
    opened: list[tuple[_How | None, LexborNode]] = []
    limit, known, write = source.limits.max_markup_depth, _HOW.get, layout.write
    while True:
        tag = node.tag or "-"
        if tag == _TEXT:
            (layout.write_verbatim if page.verbatim else write)(node.text_content or "")
        elif (how := known(tag, _ELEMENT)) is not _LEFT_OUT and tag[0] not in _NO_ELEMENT:
            if how is not None:
                page.open(how, tag, node)
            child = node.child
            if child is not None:
                opened.append((how, node))
                if len(opened) > limit:
                    raise too_deep(source)
                node = child
                continue
            if how is not None:
                page.close(how)
        following = node.next if opened else None
        while following is None:
            if not opened:
                return
            how, node = opened.pop()
            if how is not None:
                page.close(how)
            following = node.next if opened else None
        node = following


class _Page:
    """Where the walk is: the elements that are open, and the lists, links and tables."""

    def __init__(self, layout: Layout, outline: Outline) -> None:
        self.layout, self.outline = layout, outline
        self.verbatim = 0
        self.path = [0]
        self._links: list[tuple[int, str]] = []
        self._lists: list[int | None] = []
        self._tables: list[bool] = []

    def open(self, how: _How, tag: str, node: LexborNode) -> None:
        """Open an element."""
        breaks, begin, _ = how
        if breaks >= 0:
            layout, path = self.layout, self.path
            if breaks:
                layout.part(breaks)
            layout.element = self.outline.open(tag, node.attributes, path[-1])
            path.append(layout.element)
        if begin is not None:
            begin(self, node)

    def close(self, how: _How) -> None:
        """Close what was opened last."""
        breaks, _, end = how
        if breaks >= 0:
            layout, path = self.layout, self.path
            if breaks:
                layout.part(breaks)
            del path[-1]
            layout.element = path[-1]
        if end is not None:
            end(self)

    def begin_link(self, node: LexborNode) -> None:
        """Begin a link to where it leads."""
        self._links.append((self.layout.place(), (node.attributes.get("href") or "").strip()))

    def end_link(self) -> None:
        """End the link that began last."""
        if self._links:
            self.layout.link(*self._links.pop())

    def begin_break(self, _: LexborNode) -> None:
        """Break the line."""
        self.layout.line_break()

    def begin_rule(self, _: LexborNode) -> None:
        """Part what is above a rule from what is below."""
        self.layout.part(2)

    def begin_field(self, node: LexborNode) -> None:
        """Note a field to write in."""
        if node.attributes.get("type", "text") in _WRITTEN_IN:
            self.outline.holds_field(self.path[-1])

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

    def begin_summary(self, _: LexborNode) -> None:
        """Begin the heading of what opens when it is pressed."""
        self.layout.kind("heading", _LOWEST)

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


_LOWEST = 6
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_How = tuple[int, Callable[[_Page, LexborNode], None] | None, Callable[[_Page], None] | None]
_ITEM: _How = (1, _Page.begin_item, _Page.end_kind)
_HEADING: _How = (2, _Page.begin_heading, _Page.end_kind)
_CELL: _How = (0, _Page.begin_cell, None)
_ELEMENT: _How = (0, None, None)
_LEFT_OUT: _How = (-1, None, None)
_HOW: dict[str, _How | None] = {
    **{tag: (breaks, None, None) for tag, breaks in _BREAKS.items()},
    **dict.fromkeys(_DROPPED, _LEFT_OUT),
    **dict.fromkeys(_SILENT),
    **dict.fromkeys(_HEADINGS, _HEADING),
    "a": (-1, _Page.begin_link, _Page.end_link),
    "br": (-1, _Page.begin_break, None),
    "hr": (-1, _Page.begin_rule, None),
    "input": (-1, _Page.begin_field, None),
    "li": _ITEM,
    "ul": (2, _Page.begin_list, _Page.end_list),
    "ol": (2, _Page.begin_list, _Page.end_list),
    "summary": (1, _Page.begin_summary, _Page.end_kind),
    "table": (2, _Page.begin_table, _Page.end_table),
    "td": _CELL,
    "th": _CELL,
    "pre": (2, _Page.begin_verbatim, _Page.end_verbatim),
}
"""How an element is laid out: the line breaks around it, below nought within a line, and what begins and ends it.

None is what only changes the looks of words.
"""


def _has_data(table: LexborNode) -> bool:
    """Tell whether a table holds data and no layout: it has heads, or rows of cells in which nothing is laid out."""
    if len(table.css("table")) > 1:
        return False
    if table.css_first("th, caption") is not None:
        return True
    rows = len(table.css("tr"))
    return rows > 1 and len(table.css("td")) >= 2 * rows and table.css_first(_IN_CELLS) is None
