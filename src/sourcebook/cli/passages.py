"""Passages that a command is given: as JSON, one a line, or those of a saved page."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Iterator
from itertools import chain
from pathlib import Path
from typing import Any, Final

import msgspec

from sourcebook.errors import InputRefused, UsageError
from sourcebook.model import Entry, Passage

STANDARD_INPUT = "-"


Read = Iterator[tuple[int, dict[str, Any] | InputRefused]]


def passages_in(file: str, *, of_country: bool = True) -> Read:
    """Yield passages with the number of their line; the content, or the ending, tells JSON lines from a saved page.

    Where `of_country` is false a passage may be about anything, or nothing that is said: `about` is passed on as given.
    """
    if file == STANDARD_INPUT:
        yield from _from_stream(sys.stdin.buffer, None, of_country)
        return
    path = Path(file)
    if path.is_dir():
        raise UsageError("This is a folder.", where=file, next_step="Name one file in it.")
    try:
        with path.open("rb") as stream:
            yield from _from_stream(stream, path.name, of_country)
    except FileNotFoundError:
        raise UsageError("There is no such file.", where=file, next_step="Check its name and try again.") from None
    except OSError as error:
        raise InputRefused(
            f"The file cannot be read: {error.strerror}.", where=file, next_step="Check its permissions and try again."
        ) from error


def _from_stream(stream: Any, name: str | None, of_country: bool) -> Read:
    head = []
    for line in stream:
        head.append(line)
        if _opens_object(line) or len(head) == LOOKED_AT:
            break
    if head and (_opens_object(head[-1]) or (name or "").lower().endswith(LINES)):
        yield from _from_lines(chain(head, stream), of_country)
    elif any(line.strip() for line in head):
        yield from _from_page(b"".join(head) + stream.read(), name)


# The lines in which an object tells passages as JSON, whatever stands before it, from a saved page.
LOOKED_AT: Final = 20
LINES: Final = (".jsonl", ".ndjson")
"""The endings of files of JSON lines, whatever is in them."""


def _opens_object(line: bytes) -> bool:
    """Tell whether a line opens with a JSON object's first name; the braces of a page's scripts do not."""
    return _OBJECT.match(line) is not None


_OBJECT: Final = re.compile(rb"(?:\xef\xbb\xbf)?[ \t]*\{[ \t]*(?:\"|\}[ \t\r]*$)")


def _from_lines(lines: Iterable[bytes], of_country: bool) -> Read:
    for number, line in enumerate(lines, start=1):
        if line.strip():
            try:
                yield number, _passage(line, of_country)
            except InputRefused as refused:
                yield number, refused


def _passage(line: bytes, of_country: bool) -> dict[str, Any]:
    """Read one line, or refuse it: no JSON, a field missing or of the wrong kind, an unknown country."""
    try:
        read = msgspec.json.decode(line.lstrip(b"\xef\xbb\xbf"))
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise InputRefused("This is no JSON.", next_step=f"Write one object a line: {error}.") from None
    if not isinstance(read, dict):
        raise InputRefused("This is no JSON object.", next_step="Write an object with id, about, year and text.")
    for field in ("id", "about", "text") if of_country else ("id", "text"):
        kinds = (str, int) if field == "id" else str
        if not isinstance(read.get(field), kinds):
            what = "is missing" if field not in read else "is no text"
            raise InputRefused(f"The field {field} {what}.", next_step="Give id, about and text as text.")
    about = _country(read["about"]) if of_country else read.get("about")
    return {
        "id": read["id"],
        "about": about,
        "year": _year(read.get("year")) if of_country else None,
        "text": read["text"],
    }


def _country(about: str) -> str:
    from sourcebook.vocabulary.countries import country

    place = country(about) if len(about) == len("BY") else None
    if place is None:
        raise InputRefused(f"The country {about!r} is unknown.", next_step="Give about as an ISO 3166-1 alpha-2 code.")
    return place.code


def _year(year: object) -> int | None:
    if year is None or year == "":
        return None
    if isinstance(year, int) and not isinstance(year, bool):
        return year
    if isinstance(year, str) and year.strip().lstrip("-").isdigit() and len(year.strip()) < 6:
        return int(year)
    raise InputRefused(f"The year {year!r} is no year.", next_step="Give it as a number, or leave it out.")


def _from_page(data: bytes, name: str | None) -> Read:
    """Yield the passages of a saved country page, in its order."""
    from sourcebook.read import document
    from sourcebook.segment import segment_page

    page = segment_page(document(data, name=name), name=name)
    if page.place is None:
        raise InputRefused("No country is named on this page.", where=name or STANDARD_INPUT)
    extracts = [extract for extract in (page.background, page.summary) if extract is not None]
    works = [(extract.work, extract.passages) for extract in extracts]
    works += [(entry.work, _of_entry(entry)) for entry in page.entries]
    for work, passages in works:
        for passage in passages:
            year = (work.issued or "")[:4]
            found = {"id": passage.id, "about": page.place, "text": passage.text}
            yield 0, found | {"year": int(year) if year.isdigit() else None}


def _of_entry(entry: Entry) -> tuple[Passage, ...]:
    return ((entry.title_passage,) if entry.title_passage else ()) + entry.passages
