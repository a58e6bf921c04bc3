"""`sourcebook trace`, `families` and `findings`: what a number is worth, and what comparing shows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.padding import Padding

from sourcebook.cli.dating import AsOf, day
from sourcebook.cli.evidence import AsJson, Country
from sourcebook.cli.folder import chosen
from sourcebook.cli.forms import family_form, finding_form
from sourcebook.cli.printing import cell, counted, print_json, reading
from sourcebook.errors import MissingExtra
from sourcebook.model.finding import Finding
from sourcebook.query import families as query
from sourcebook.query.families import TracedFamily
from sourcebook.query.findings import findings as find
from sourcebook.query.numbers import asked_number
from sourcebook.query.places import place_code, place_name
from sourcebook.query.quoting import may_quote
from sourcebook.settings import load
from sourcebook.store import SqliteStore
from sourcebook.store.evidence import Asked

if TYPE_CHECKING:
    from sourcebook.sweep.families import SweptEvidence

SIGNS = {
    "parts_hold": "=", "parts_short": "<", "parts_over": ">", "implied": "‹›", "repeat": "≡", "drift": "~",
    "conflict": "≠", "not_comparable": "¦", "carried_over": "≈", "elsewhere": "»", "gap": "[ ]",
}  # fmt: skip

Sweep = Annotated[
    Path | None, typer.Option("--sweep", metavar="DIR", help="Ask the tables of a sweep instead of the sourcebook.")
]


def swept(folder: Path) -> SweptEvidence:
    """Return the figures of a sweep; raises MissingExtra where what reads them is not installed."""
    try:
        from sourcebook.sweep.families import SweptEvidence
    except ImportError as error:
        raise MissingExtra("sweep", "Asking the tables of a sweep") from error
    return SweptEvidence(folder)


def trace(
    context: typer.Context,
    number: Annotated[str, typer.Argument(metavar="NUMBER", help='10000, 10,000, "10 thousand" or 6000-10000.')],
    *,
    country: Annotated[str, typer.Option(metavar="COUNTRY", help="Only what was counted there.")] = "",
    counts: Annotated[str, typer.Option(help="Only what counts this: victims, people, cases, ...")] = "",
    sweep: Sweep = None,
    as_of: AsOf = "",
    as_json: AsJson = False,
) -> None:
    """Say who said a number first, who repeats it, how many sources there can be, and whether it may be quoted."""
    low, high = asked_number(number)
    code = place_code(country) if country else None
    if sweep:
        with swept(sweep) as evidence:
            found = evidence.trace(low, high, day(as_of), country=code, counts=counts or None)
    else:
        load(chosen(context))
        with SqliteStore(chosen(context)).view() as view:
            found = query.trace(view.evidence, Asked(code, low, high, counts or None), day(as_of))
    if as_json:
        print_json({"families": [family_form(one) for one in found]})
        return
    for one in found:
        _print_family(one)
        _print_verdict(one, as_of)
    if not found:
        reading().print("No figure with this value was found.")
    if len(found) == query.LIMIT:
        reading().print(f"Only {query.LIMIT:,} are shown: name a --country or what it --counts. See also: figures.")


def families(context: typer.Context, country: Country = "", *, as_of: AsOf = "", as_json: AsJson = False) -> None:
    """Print the numbers that stand in two works or more, with their origin, repeats and possible sources."""
    load(chosen(context))
    with SqliteStore(chosen(context)).view() as view:
        found = query.families(view.evidence, day(as_of), place_code(country) if country else None)
    if as_json:
        print_json({"families": [family_form(one) for one in found]})
        return
    for one in found:
        _print_family(one)
    reading().print(f"{len(found):,} numbers stand in two works or more." if found else "No number is repeated.")


def findings(
    context: typer.Context, country: Country = "", *, sweep: Sweep = None, as_of: AsOf = "", as_json: AsJson = False
) -> None:
    """Print what comparing shows: sums, repeats, drifts, conflicts, carried-over text and gaps."""
    code = place_code(country) if country else None
    if sweep:
        with swept(sweep) as evidence:
            found: Sequence[Finding] = list(evidence.findings(day(as_of), code))
            titles: Mapping[str, str] = evidence.titles(work for finding in found for work in finding.works)
    else:
        load(chosen(context))
        with SqliteStore(chosen(context)).view() as view:
            found = find(view.evidence, day(as_of), code)
            titles = view.evidence.titles({work for finding in found for work in finding.works})
    if as_json:
        print_json([finding_form(finding, titles) for finding in found])
        return
    _print_findings(found)


def _print_findings(found: Sequence[Finding]) -> None:
    console = reading()
    country = None
    for finding in found:
        if finding.country != country:
            country = finding.country
            console.rule(cell(place_name(country or "") or "No country"), align="left", style="dim")
        console.print(cell(f"{SIGNS[finding.kind]:>3} {finding.kind.replace('_', ' ')}  {finding.id}"), style="bold")
        console.print(Padding(cell(finding.text), (0, 0, 0, 4)))
    console.print(f"{counted(len(found), 'finding')}." if found else "Nothing was found.")


def _print_family(one: TracedFamily) -> None:
    family, console = one.family, reading()
    rate = " a year" if family.period == "annual" else f", {family.period}" if family.period else ""
    head = f"{family.mentions[0].mention.number}{rate} · {family.counts} · {place_name(family.country or '')}"
    console.rule(cell(head), align="left", style="dim")
    bounds = f"at least {family.at_least}, at most {family.at_most}"
    console.print(f"{counted(len(family.works), 'work')}, {bounds} independent sources.")
    for member in family.mentions:
        mention = member.mention
        console.print(cell(f"{member.role:>11}  {mention.issued or 'no date'}  {mention.title}"), style="bold")
        said = f"said by {mention.said_by}" if mention.said_by else "nobody named"
        console.print(Padding(cell(f"“{member.quote}”"), (0, 0, 0, 13)))
        console.print(
            Padding(cell(f"{said}; {member.because}. {mention.locator}, {mention.id}"), (0, 0, 0, 13)), style="dim"
        )
    for drift in family.drift:
        console.print(cell(f"          ~  {drift.because}"))
    for finding in (*one.parts, *one.conflicts):
        console.print(cell(f"{SIGNS[finding.kind]:>11}  {finding.text}"))


def _print_verdict(one: TracedFamily, as_of: str) -> None:
    console = reading()
    verdict = may_quote(one, day(as_of))
    console.print()
    console.print("May I quote this?", style="bold")
    console.print(cell(" ".join((verdict.verdict, *verdict.cautions))))
    console.print(cell(verdict.sentence))
    console.print(cell(" · ".join(f"{name}: {words}" for name, words in verdict.facts)), style="dim")
    console.print()
