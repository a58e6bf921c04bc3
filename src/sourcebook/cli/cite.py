"""`sourcebook cite`: an entry, a passage, a country page or its reading list, in a style or for another program."""

from __future__ import annotations

import datetime as dt
import sys
from typing import Annotated

import msgspec
import typer

from sourcebook.cli.folder import chosen
from sourcebook.errors import NotFound, UsageError
from sourcebook.publish.cite import (
    Citation,
    Cited,
    cite_page,
    find_cited,
    find_format,
    find_page,
    find_style,
    formats,
    styles,
)
from sourcebook.publish.cite import cite as cite_works
from sourcebook.settings import load
from sourcebook.store import SqliteStore

DEFAULT_STYLE = "apa"


def cite(
    context: typer.Context,
    what: Annotated[
        str,
        typer.Argument(
            metavar="ID",
            help="The identifier of an entry or a passage; or a country's code or name, for its reading list, "
            "with a topic after a slash.",
        ),
    ],
    *,
    style: Annotated[str | None, typer.Option(help=f"The style: {', '.join(styles())}.")] = None,
    form: Annotated[str | None, typer.Option("--format", help=f"A file instead: {', '.join(formats())}.")] = None,
    in_text: Annotated[bool, typer.Option("--in-text", help="Print what stands in the sentence instead.")] = False,
    page: Annotated[bool, typer.Option("--page", help="Cite the country page itself, not its reading list.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
) -> None:
    """Cite an entry, a passage, or the whole reading list of a country page.

    A passage is followed by the words in brackets that say where in its work it stands.
    """
    if form is not None and (style is not None or in_text):
        raise UsageError("A style and a format cannot be asked for at once.", next_step="Leave out one of them.")
    # A name that there is not is said before the archive is opened.
    written_as = find_format(form) if form is not None else None
    written_in = find_style(style or DEFAULT_STYLE)
    if as_json and written_as is not None and written_as.name != "csl":
        raise UsageError(f"{written_as.title} is no JSON.", next_step="Leave out --json, or ask for --format csl.")
    works = _asked(context, what, itself=page)
    if written_as is not None:
        sys.stdout.write(written_as.write(works))
    else:
        _print(cite_works(works, written_in), located=_located(works), in_text=in_text, as_json=as_json)


def _asked(context: typer.Context, what: str, *, itself: bool) -> tuple[Cited, ...]:
    folder = chosen(context)
    settings = load(folder)
    with SqliteStore(folder).view() as view:
        if not itself:
            return find_cited(view, what)
        row = find_page(view, what)
        page = view.page(row.place, row.topic) if row else None
    if page is None:
        raise NotFound(f"The archive holds no page of {what!r}.", next_step="Give a country that it holds.")
    return (cite_page(page, settings, as_of=dt.datetime.now(tz=dt.UTC).date().isoformat()),)


def _located(works: tuple[Cited, ...]) -> bool:
    return any(work.locator is not None for work in works)


def _print(citations: tuple[Citation, ...], *, located: bool, in_text: bool, as_json: bool) -> None:
    if as_json:
        rows = [
            {"id": one.id, "style": one.style, "entry": one.plain, "html": one.html, "in_text": one.in_text_plain}
            for one in citations
        ]
        print(msgspec.json.encode(rows).decode())
        return
    for one in citations:
        if not in_text:
            print(one.plain)
        if in_text or located:
            print(one.in_text_plain)
