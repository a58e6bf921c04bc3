"""The day to which ages are counted: the edge where the clock is read."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Annotated

import typer

from sourcebook.errors import UsageError

AsOf = Annotated[str, typer.Option("--as-of", metavar="DATE", help="The day to which ages are counted; today else.")]


def day(given: str) -> date:
    """Return the day that was given, today where none was; UsageError where it is no date."""
    if not given:
        return datetime.now(tz=UTC).date()
    try:
        return date.fromisoformat(given)
    except ValueError:
        raise UsageError("This is no day.", where=given, next_step="Write it as 2026-11-25.") from None


def now() -> str:
    """Return the time as ISO 8601 in UTC, to the second."""
    return datetime.now(tz=UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
