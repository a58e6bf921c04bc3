"""The table of manners of citing beside this file, read, and set as reports whose sentences mark each reference."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

TABLE = Path(__file__).with_name("manners.txt")


class Labelled(NamedTuple):
    """A reference and what it says; `stands_for` is the number of the earlier one that it means."""

    text: str
    authors: tuple[str, ...] = ()
    title: str = ""
    publisher: str = ""
    year: str = ""
    url: str = ""
    stands_for: int | None = None


class Manner(NamedTuple):
    """A manner: the heading over its list, how an entry is opened, and its references."""

    name: str
    heading: str
    opening: str
    references: tuple[Labelled, ...]


def manners(path: Path = TABLE) -> Iterator[Manner]:
    """Yield the manners of a table."""
    for part in path.read_text(encoding="utf-8").split("\n## ")[1:]:
        head, *lines = [line for line in part.splitlines() if line]
        name, heading, opening = (field.strip() for field in head.split("|"))
        yield Manner(
            name, heading, opening, tuple(labelled(*pair) for pair in zip(lines[::2], lines[1::2], strict=True))
        )


def labelled(text: str, told: str) -> Labelled:
    """Return a reference with its label."""
    if told.startswith("^"):
        return Labelled(text, stands_for=int(told[1:]))
    authors, title, publisher, year, url = (field.strip() for field in told.removeprefix("=").split("|"))
    return Labelled(text, tuple(filter(None, authors.split("; "))), title, publisher, year, url)


def document(manner: Manner, width: int = 92) -> str:
    """Return a report in this manner: a sentence for each reference that is numbered, and the list, its lines wrapped."""
    sentences = [
        f"The boats of harbour number {'abcdefghij'[at]} came home late"
        + (f".{at + 1}" if manner.opening == "{}" else f" [{at + 1}]." if manner.opening else ".")
        for at in range(len(manner.references))
    ]
    entries = [
        textwrap.fill(
            f"{manner.opening.format(at)} {one.text}".strip(),
            width,
            subsequent_indent="" if manner.opening else "    ",
            break_long_words=False,
            break_on_hyphens=False,
        )
        for at, one in enumerate(manner.references, 1)
    ]
    body = textwrap.fill(" ".join(sentences), width)
    return f"HARBOURS AND BOATS\n\n{body}\n\f{manner.heading}\n" + "\n".join(entries) + "\n"
