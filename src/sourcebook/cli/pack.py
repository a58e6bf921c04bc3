"""`sourcebook pack`: passages, figures with their worth and citations of some countries, as a file to take away."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from sourcebook.cli.dating import AsOf, day
from sourcebook.cli.folder import chosen
from sourcebook.errors import StorageFailed, UsageError
from sourcebook.publish.cite import find_style, styles
from sourcebook.publish.packs.asked import DEFAULT_STYLE, find_theme
from sourcebook.publish.packs.making import asked_for, write_pack
from sourcebook.publish.packs.table import FORMATS, KINDS, find_kind, find_pack_format
from sourcebook.publish.site.site_page import Site
from sourcebook.publish.site.words import words_in
from sourcebook.settings import Settings, load
from sourcebook.store import SqliteStore


def pack(
    context: typer.Context,
    kind: Annotated[str, typer.Argument(metavar="PACK", help=f"What to make: {', '.join(KINDS)}.")],
    countries: Annotated[
        list[str] | None,
        typer.Argument(metavar="COUNTRY...", help="Codes or names; for a teacher's pack none is every country."),
    ] = None,
    *,
    output: Annotated[
        Path,
        typer.Option("-o", "--output", metavar="FILE", help=f"The file; its ending says how: {', '.join(FORMATS)}."),
    ],
    theme: Annotated[str, typer.Option(help="A theme, by its key or label, such as begging.")] = "",
    style: Annotated[str, typer.Option(help=f"The citation style: {', '.join(styles())}.")] = DEFAULT_STYLE,
    as_of: AsOf = "",
) -> None:
    """Make a pack of some countries: for a term paper, for a teacher's lesson, or a brief of dated exhibits."""
    # What does not exist is said before the archive is opened.
    find_kind(kind)
    find_pack_format(output.suffix)
    find_style(style)
    if theme:
        find_theme(theme)
    if not countries and kind != "teacher":
        raise UsageError("A pack is of some country.", next_step=f"Name it: sourcebook pack {kind} COUNTRY -o FILE")
    folder = chosen(context)
    settings = load(folder)
    with SqliteStore(folder).view() as view:
        asked = asked_for(view, _site(settings, day(as_of).isoformat()), tuple(countries or ()), theme, style)
        written = write_pack(kind, asked, output.suffix)
    try:
        output.write_bytes(written.content)
    except OSError as error:
        raise StorageFailed(
            f"The pack cannot be written: {error.strerror or error}.",
            where=str(output),
            next_step="Name another file: -o",
        ) from error
    print(f"Wrote {output}.", file=sys.stderr)
    _warn(settings, written.unset)


def _site(settings: Settings, as_of: str) -> Site:
    address = settings.address.rstrip("/")
    return Site(settings=settings, address=address, as_of=as_of, words=words_in(settings.language))


def _warn(settings: Settings, unset: frozenset[str]) -> None:
    if not settings.address:
        print("Addresses in it are not whole until `address` in sourcebook.toml names the site's.", file=sys.stderr)
    if unset:
        print(
            f"No font here has {len(unset)} of the signs, such as {min(unset)!r}; the pack says so in their place."
            " Install a font that has them, such as Noto Sans CJK, and make it again.",
            file=sys.stderr,
        )
