"""`sourcebook extract`: read figures, routes, themes and tiers from passages, without a sourcebook."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Annotated, Any

import msgspec
import typer

from sourcebook.cli.marking import marked
from sourcebook.errors import InputRefused, UsageError
from sourcebook.model import Entry, Passage

STANDARD_INPUT = "-"
SAMPLE = 1 << 16


def extract(
    file: Annotated[
        str,
        typer.Argument(
            metavar="FILE",
            help="Passages as JSON, one a line with id, about, year and text, or a saved page; - reads standard input.",
        ),
    ],
    *,
    explain: Annotated[bool, typer.Option("--explain", help="Print each passage with its claims marked.")] = False,
) -> None:
    """Print what each passage claims as JSON, a line a passage; lines that cannot be read are named and passed over."""
    refused = 0
    for number, passage in _passages(file):
        if isinstance(passage, InputRefused):
            refused += 1
            print(f"{file}: line {number}: {passage}", file=sys.stderr)
        else:
            print(_explained(passage) if explain else _line(passage))
    if refused:
        raise typer.Exit(1)


def _line(passage: dict[str, Any]) -> str:
    from sourcebook.extract import claims

    found = claims(passage["text"], about=passage["about"], year=passage["year"])
    form = {
        "id": passage["id"],
        "figures": [figure_form(figure) for figure in found.figures],
        "routes": [_form(route, ROUTE_FIELDS) for route in found.routes],
        "themes": [_form(theme, THEME_FIELDS) for theme in found.themes],
        "tiers": [_form(tier, TIER_FIELDS) for tier in found.tiers],
    }
    return msgspec.json.encode(form).decode()


FIGURE_FIELDS = (
    *("id", "start", "end", "number", "low", "high", "qualifier", "counts", "status", "exploitation", "sex", "age"),
    *("place", "origin", "destination", "period", "said_by", "action", "part_of", "same_as"),
)
ROUTE_FIELDS = ("origin", "destination", "transit", "internal", "exploitation", "negated", "start", "end")
THEME_FIELDS = ("key", "kind", "spans")
TIER_FIELDS = ("tier", "country", "year", "change", "former", "start", "end")


def _form(claim: object, fields: tuple[str, ...]) -> dict[str, Any]:
    return {field: getattr(claim, field) for field in fields}


def figure_form(figure: object) -> dict[str, Any]:
    """Return a figure as a JSON object with every field, null where nothing is said."""
    return _form(figure, FIGURE_FIELDS)


def _explained(passage: dict[str, Any]) -> str:
    from sourcebook.extract import claims

    found = claims(passage["text"], about=passage["about"], year=passage["year"])
    return marked(passage["id"], passage["text"], found)


def _passages(file: str) -> Iterator[tuple[int, dict[str, Any] | InputRefused]]:
    """Yield passages with the number of their line; the content tells passages as JSON from a saved page."""
    if file == STANDARD_INPUT:
        yield from _from_stream(sys.stdin.buffer, None)
        return
    path = Path(file)
    if path.is_dir():
        raise UsageError("This is a folder.", where=file, next_step="Name one file in it.")
    try:
        with path.open("rb") as stream:
            yield from _from_stream(stream, path.name)
    except FileNotFoundError:
        raise UsageError("There is no such file.", where=file, next_step="Check its name and try again.") from None
    except OSError as error:
        raise InputRefused(
            f"The file cannot be read: {error.strerror}.", where=file, next_step="Check its permissions and try again."
        ) from error


def _from_stream(stream: Any, name: str | None) -> Iterator[tuple[int, dict[str, Any] | InputRefused]]:
    first = b""
    for first in stream:
        if first.strip():
            break
    if first.lstrip(b"\xef\xbb\xbf \t").startswith(b"{"):
        yield from _from_lines(_chain(first, stream))
    elif first.strip():
        yield from _from_page(first + stream.read(), name)


def _chain(first: bytes, rest: Iterable[bytes]) -> Iterator[bytes]:
    yield first
    yield from rest


def _from_lines(lines: Iterable[bytes]) -> Iterator[tuple[int, dict[str, Any] | InputRefused]]:
    for number, line in enumerate(lines, start=1):
        if line.strip():
            try:
                yield number, _passage(line)
            except InputRefused as refused:
                yield number, refused


def _passage(line: bytes) -> dict[str, Any]:
    """Read one line, or refuse it: no JSON, a field missing or of the wrong kind, an unknown country."""
    from sourcebook.vocabulary.countries import country

    try:
        read = msgspec.json.decode(line.lstrip(b"\xef\xbb\xbf"))
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise InputRefused("This is no JSON.", next_step=f"Write one object a line: {error}.") from None
    if not isinstance(read, dict):
        raise InputRefused("This is no JSON object.", next_step="Write an object with id, about, year and text.")
    for field in ("id", "about", "text"):
        kinds = (str, int) if field == "id" else str
        if not isinstance(read.get(field), kinds):
            what = "is missing" if field not in read else "is no text"
            raise InputRefused(f"The field {field} {what}.", next_step="Give id, about and text as text.")
    place = country(read["about"]) if len(read["about"]) == 2 else None
    if place is None:
        raise InputRefused(
            f"The country {read['about']!r} is unknown.", next_step="Give about as an ISO 3166-1 alpha-2 code."
        )
    return {"id": read["id"], "about": place.code, "year": _year(read.get("year")), "text": read["text"]}


def _year(year: object) -> int | None:
    if year is None or year == "":
        return None
    if isinstance(year, int) and not isinstance(year, bool):
        return year
    if isinstance(year, str) and year.strip().lstrip("-").isdigit() and len(year.strip()) < 6:
        return int(year)
    raise InputRefused(f"The year {year!r} is no year.", next_step="Give it as a number, or leave it out.")


def _from_page(data: bytes, name: str | None) -> Iterator[tuple[int, dict[str, Any] | InputRefused]]:
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
