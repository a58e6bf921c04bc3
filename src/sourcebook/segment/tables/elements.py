"""XML as elements with their place in the text; nothing outside the file is ever read, and no entity is defined."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from xml.parsers import expat

from sourcebook.errors import InputRefused

_DEEPEST = 64


@dataclass
class Element:
    """An element: its name, the text directly in it, its children, and its span in bytes of UTF-8."""

    name: str
    start: int
    end: int = 0
    text: str = ""
    children: list[Element] = field(default_factory=list)

    def all(self, name: str) -> Iterator[Element]:
        """Yield the children of a name."""
        return (child for child in self.children if child.name == name)

    def first(self, name: str) -> Element | None:
        """Return the first child of a name, or None."""
        return next(self.all(name), None)

    def said(self, name: str) -> str:
        """Return the words of the first child of a name, white space folded; empty where there is none."""
        found = self.first(name)
        return " ".join(found.text.split()) if found else ""


def root_name(text: str) -> str | None:
    """Return the name of the first element of a text that begins like XML; None where it does not."""
    head = text[:2000].lstrip("\ufeff \r\n\t")
    if head.startswith("<?xml"):
        head = head.partition("?>")[2].lstrip()
    if not head.startswith("<") or not head[1:2].isalpha():
        return None
    return head[1:].replace(">", " ").split()[0]


def elements(text: str) -> Element:
    """Return the outermost element of an XML text.

    Raises InputRefused where it is not well-formed, defines a type or an entity, or is nested too deep.
    """
    parser = expat.ParserCreate("utf-8")
    top = Element(name="", start=0)
    stack = [top]

    def start(name: str, _: object) -> None:
        if len(stack) > _DEEPEST:
            raise InputRefused(f"This XML is nested more than {_DEEPEST} deep.")
        made = Element(name=name, start=parser.CurrentByteIndex)
        stack[-1].children.append(made)
        stack.append(made)

    def end(name: str) -> None:
        stack.pop().end = parser.CurrentByteIndex + len(f"</{name}>".encode())

    def words(data: str) -> None:
        stack[-1].text += data

    def refuse(*_: object) -> None:
        raise InputRefused("This XML defines a document type, which a table has no need of.")

    parser.StartElementHandler, parser.EndElementHandler, parser.CharacterDataHandler = start, end, words
    parser.StartDoctypeDeclHandler = refuse
    parser.buffer_text = True
    try:
        parser.Parse(text.lstrip("\ufeff").encode("utf-8", "replace"), True)
    except expat.ExpatError as error:
        raise InputRefused(f"This XML is not well-formed: {error}.") from error
    return top.children[0]
