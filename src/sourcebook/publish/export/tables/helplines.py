"""Helplines: numbers to call that somebody verified, and until when each may be used."""

from __future__ import annotations

from collections.abc import Iterator

from sourcebook.model.helpline import HELP_KINDS, Helpline
from sourcebook.publish.export.columns import CODE, SPACED, Column, Row, Table
from sourcebook.publish.export.told import ELSEWHERE, Told

_KEPT = "whoever keeps the archive"

HELPLINES = Table(
    name="helplines",
    title="Helplines",
    about="A number that was verified and may be used on the day of the package. Do not show it after its last day.",
    columns=(
        Column(name="country", meaning="Where it is answered.", source=_KEPT, form=CODE, required=True),
        Column(name="name", meaning="Whose number it is.", source=_KEPT, required=True),
        Column(name="kind", meaning="What kind of help.", source=_KEPT, values=HELP_KINDS),
        Column(name="phone", meaning="The number as dialled at home.", source=_KEPT, required=True),
        Column(name="abroad", meaning="The number as dialled from elsewhere.", source=_KEPT, form="E.164 with spaces"),
        Column(
            name="languages", meaning="The languages in which it is answered.", source=_KEPT, form=f"BCP 47; {SPACED}"
        ),
        Column(name="hours", meaning="When it is answered.", source=_KEPT),
        Column(name="cost", meaning="What a call costs.", source=_KEPT),
        Column(name="verified", meaning="The day on which it was verified.", source=_KEPT, kind="date", required=True),
        Column(name="how", meaning="How it was verified.", source=_KEPT),
        Column(name="source", meaning="Where the number is from.", source=_KEPT),
        Column(name="last_day", meaning="The last day on which to use it.", source=_KEPT, kind="date", required=True),
    ),
    key=("country", "kind", "name", "phone"),
)


def helplines(told: Told, place: str) -> Iterator[Row]:
    """Yield the numbers of a country that may be used on the day; those of countries without a page stand elsewhere."""
    named = told.lines.countries()
    places = [code for code in named if code not in told.places] if place == ELSEWHERE else [place]
    usable = (one for code in places for one in told.lines.usable(code, told.day))
    once = {(one.country, one.kind, one.name, one.phone): one for one in usable}
    return (_row(one) for one in once.values())


def _row(one: Helpline) -> Row:
    return (
        one.country,
        one.name,
        one.kind,
        one.phone,
        one.abroad,
        " ".join(one.languages),
        one.hours,
        one.cost,
        one.verified.isoformat(),
        one.how,
        one.source,
        one.last_day.isoformat(),
    )
