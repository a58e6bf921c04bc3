"""Findings: what comparing the figures shows, in a sentence, with what it rests on."""

from __future__ import annotations

from collections.abc import Iterator
from typing import get_args

from sourcebook.model.finding import Finding, FindingKind
from sourcebook.publish.export.columns import (
    CODE,
    FOUND,
    IDENTIFIER,
    IS_IDENTIFIER,
    SPACED,
    Column,
    Row,
    Table,
)
from sourcebook.publish.export.told import ELSEWHERE, Told

_GROUNDS = f"{IDENTIFIER}; {SPACED}"

FINDINGS = Table(
    name="findings",
    title="Findings",
    about="What comparing shows. It says whether sources agree, add up or repeat one another, never which is true.",
    columns=(
        Column(
            name="finding",
            meaning="The finding: an identifier made of its kind and of what it rests on.",
            source=FOUND,
            form=IDENTIFIER,
            required=True,
            pattern=IS_IDENTIFIER,
        ),
        Column(
            name="kind",
            meaning="What kind of finding it is.",
            source=FOUND,
            values=tuple(kind for kind in get_args(FindingKind) if kind != "gap"),
        ),
        Column(name="country", meaning="The country that it is about.", source=FOUND, form=CODE),
        Column(name="text", meaning="The finding in a sentence.", source=FOUND, required=True),
        Column(name="figures", meaning="The figures that it rests on.", source=FOUND, form=_GROUNDS),
        Column(name="numbers", meaning="Their numbers as written.", source=FOUND, form="parted by “; ”"),
        Column(name="works", meaning="The works that it rests on.", source=FOUND, form=_GROUNDS),
        Column(name="passages", meaning="The passages that it rests on.", source=FOUND, form=_GROUNDS),
        Column(name="because", meaning="The reasons.", source=FOUND, form="parted by “; ”"),
        Column(
            name="changed",
            meaning="When it was first there, or when its sentence last became another one.",
            source=FOUND,
            kind="datetime",
        ),
    ),
    key=("finding",),
)


def findings(told: Told, place: str) -> Iterator[Row]:
    """Yield the findings about a country; those about a country without a page, or none, stand elsewhere.

    Gaps are left out: they depend on the day on which one looks.
    """
    evidence = told.view.evidence
    if place == ELSEWHERE:
        found = [one for one in evidence.findings() if one.country not in told.places]
    else:
        found = list(evidence.findings(place))
    once = {one.id: one for one in found}
    days = evidence.days_of(once)
    return (_row(one, days.get(key)) for key, one in once.items())


def _row(one: Finding, changed: str | None) -> Row:
    return (
        one.id,
        one.kind,
        one.country,
        one.text,
        " ".join(one.figures),
        "; ".join(one.numbers),
        " ".join(one.works),
        " ".join(one.passages),
        "; ".join(one.because),
        changed,
    )
