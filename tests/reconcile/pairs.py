"""The tables of pairs of citations beside this file, read."""

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from sourcebook.model.citing import Cited

FOLDER = Path(__file__).parent


class Pair(NamedTuple):
    """Two citations, the kind of case that they are, and whether they are of one work."""

    kind: str
    one_work: bool
    one: Cited
    other: Cited


def pairs(name: str = "pairs.txt") -> Iterator[Pair]:
    """Yield the pairs of a table in its order."""
    kind, judged, waiting = "", "", None
    for line in (FOLDER / name).read_text(encoding="utf-8").splitlines():
        if line.startswith("## "):
            kind, _, judged = line[3:].rpartition(": ")
        elif line and not line.startswith("#"):
            read = citation(line, "a" if waiting is None else "b")
            if waiting is None:
                waiting = read
            else:
                yield Pair(kind, judged == "one", waiting, read)
                waiting = None


def citation(line: str, name: str) -> Cited:
    """Return a citation written as "title | publisher | issued | address | authors", what follows being left out."""
    title, publisher, issued, url, authors = [*(part.strip() for part in line.split("|")), "", "", "", ""][:5]
    return Cited(
        id=name,
        title=title,
        publisher=publisher or None,
        issued=issued or None,
        url=url or None,
        authors=tuple(author.strip() for author in authors.split(";") if author.strip()),
    )
