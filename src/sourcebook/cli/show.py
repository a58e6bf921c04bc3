"""`sourcebook show`: a country page, in the terminal."""

from __future__ import annotations

import shlex
import sys
from collections.abc import Iterable
from typing import Annotated

import typer
from rich.console import Console
from rich.padding import Padding
from rich.rule import Rule
from rich.text import Text

from sourcebook.cli.folder import chosen
from sourcebook.cli.printing import cell, print_json, reading
from sourcebook.model import Capture, Entry, Extract, Page, Passage, Visit, Work
from sourcebook.model.report import Reference
from sourcebook.query.looks import last_comparison, with_own_looks
from sourcebook.query.places import place_code, place_name
from sourcebook.settings import load
from sourcebook.store import SqliteStore, View

Copies = dict[str, tuple[Capture, ...]]

UNVERIFIED = "Nobody has verified what stands here; it is shown as the page had it, and not to be relied on."


def show(
    context: typer.Context,
    country: Annotated[str, typer.Argument(metavar="COUNTRY", help="Any of its names, or its ISO code.")],
    *,
    topic: Annotated[str, typer.Option(help="A sister topic; else the sourcebook's own.")] = "",
    as_json: Annotated[bool, typer.Option("--json", help="Print the page as JSON.")] = False,
) -> None:
    """Show the page of a country: background, summary, caution, entries with their excerpts, and how to cite it."""
    code = place_code(country)
    load(chosen(context))
    with SqliteStore(chosen(context)).view() as view:
        page = view.page(code, topic or None)
        page = with_own_looks(view, page) if page is not None else None
        copies = _copies(view, page) if page is not None else {}
        held = [row.topic or "" for row in view.pages() if row.place == code]
    if page is None:
        about = f" on {topic}" if topic else ""
        instead = _instead(country, held)
        print(f"sourcebook: The sourcebook holds no page of {place_name(code)}{about}.{instead}", file=sys.stderr)
    if as_json:
        print_json(page)
    elif page is not None:
        _print(reading(), page, copies, [other for other in held if other and other != topic])


def _instead(country: str, held: list[str]) -> str:
    """Return what is held of a country instead, and how it is shown."""
    if not held:
        return ""
    named = f" It has: {', '.join(other or 'the main topic' for other in held)}."
    chosen_topic = f" --topic {held[0]}" if held[0] else ""
    return f"{named} Show one: sourcebook show {shlex.quote(country)}{chosen_topic}"


def _copies(view: View, page: Page) -> dict[str, tuple[Capture, ...]]:
    """Return the kept copies of the works of a page, by the work's address."""
    return {entry.work.url: view.copies_of(entry.work.url) for entry in page.entries if entry.work.url}


def _print(console: Console, page: Page, copies: Copies, others: list[str]) -> None:
    name = place_name(page.place or "")
    console.print(Rule(Text(name, "bold"), align="left", characters="═"))
    years = f"{page.covers[0]} to {page.covers[1]}" if page.covers else None
    _line(console, *(part for part in (page.heading, page.collection, page.tagline, years) if part))
    for head, extract in (("Background", page.background), ("Summary", page.summary)):
        if extract is not None:
            _head(console, head)
            _extract(console, extract)
    if page.caution:
        _head(console, "Caution")
        _paragraph(console, page.caution)
    for head, section in (("Featured", "featured"), ("Archives", "archives"), ("Entries", None)):
        _entries(console, head, [(n, e) for n, e in enumerate(page.entries, start=1) if e.section == section], copies)
    _for_students_and_teachers(console, page)
    if page.help:
        _head(console, "Help for victims")
        _paragraph(console, UNVERIFIED)
        for listed in page.help:
            _paragraph(console, " ".join([listed.name, *listed.phones, *listed.lines]))
    if page.rights_text or page.cite_as:
        _head(console, "Rights and citation")
        _paragraph(console, page.rights_text)
        _paragraph(console, page.cite_as and " ".join(p for p in (page.cite_as.author, page.cite_as.title) if p))
    if others:
        _paragraph(console, f"Sister topics held: {', '.join(others)}.")


def _for_students_and_teachers(console: Console, page: Page) -> None:
    if page.study_text or page.study_themes:
        _head(console, "For students")
        _paragraph(console, page.study_text)
        _paragraph(console, page.study_themes and f"Themes: {', '.join(page.study_themes)}.")
    if page.teachers_text:
        _head(console, "For teachers")
        _paragraph(console, page.teachers_text)


def _extract(console: Console, extract: Extract) -> None:
    _passages(console, extract.passages, 0)
    _line(console, extract.work.title, *_facts(extract.work))


def _entries(console: Console, head: str, entries: list[tuple[int, Entry]], copies: Copies) -> None:
    if not entries:
        return
    _head(console, head)
    for number, entry in entries:
        console.print(Text.assemble((f"{number}. ", "dim"), (cell(entry.work.title).plain, "bold")))
        indented = [*_facts(entry.work), *(_look(visit) for visit in entry.visits), *_standing(entry)]
        indented += [_copy(copy) for copy in copies.get(entry.work.url or "", ())]
        if entry.archived_copy_noted:
            indented.append("the page noted that an archived copy may exist")
        for line in indented:
            console.print(Padding(cell(line), (0, 0, 0, 3)), style="dim")
        _passages(console, entry.passages, 3)
        _references(console, entry.references)
        console.print()


def _facts(work: Work) -> list[str]:
    return [fact for fact in (work.credit, work.url) if fact]


def _look(visit: Visit) -> str:
    found = "" if visit.outcome == "unknown" else f": {visit.outcome.replace('_', ' ')}"
    if visit.address and visit.address != visit.as_written:
        found += f", now at {visit.address}" if visit.outcome == "moved" else f", {visit.address}"
    who = "checked" if visit.is_ours else "looked at"
    because = f" ({visit.because})" if visit.because else ""
    return f"{who} {visit.when}{found}{because}" if visit.when else f"{who}, date not known{found}"


def _standing(entry: Entry) -> list[str]:
    """Return which passages no longer stand at their address as they are cited."""
    _, passages = last_comparison(entry.visits)
    ordinals = {passage.id: passage.ordinal for passage in entry.passages}
    lost = [f"¶{ordinals[one.passage]} {one.state}" for one in passages if one.is_orphaned and one.passage in ordinals]
    return [f"no longer there as cited: {', '.join(lost)}"] if lost else []


def _copy(copy: Capture) -> str:
    return f"kept copy of {copy.time[:10]}, {copy.digest}"


def _passages(console: Console, passages: Iterable[Passage], indent: int) -> None:
    for passage in passages:
        mark = "note" if passage.kind == "note" else f"¶{passage.ordinal}"
        text = Text.assemble((f"{mark} ", "dim"), cell(passage.text))
        console.print(Padding(text, (0, 0, 0, indent)))


def _references(console: Console, references: Iterable[Reference]) -> None:
    for reference in references:
        text = Text.assemble((f"[{reference.number}] ", "dim"), cell(reference.text), (f" {reference.id}", "dim"))
        console.print(Padding(text, (0, 0, 0, 5)))


def _head(console: Console, head: str) -> None:
    console.print()
    console.print(Rule(Text(head, "bold"), align="left"))


def _line(console: Console, *parts: str) -> None:
    if parts:
        console.print(cell(" · ".join(parts)), style="dim")


def _paragraph(console: Console, text: object) -> None:
    if text:
        console.print(cell(text))
