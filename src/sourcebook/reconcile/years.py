"""The years that figures are about, and years in words."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from sourcebook.model.finding import Mention
from sourcebook.vocabulary.dates import edtf_bounds, is_edtf

# An open or very long period is followed for this many years.
LONGEST = 60


def years_of(mention: Mention) -> tuple[int, ...]:
    """Return the years that a figure is about: its period's, else that of the work that gives it."""
    first_and_last = spanned(mention.period, mention.issued)
    return tuple(range(first_and_last[0], first_and_last[1] + 1)) if first_and_last else ()


@lru_cache(maxsize=8192)
def spanned(period: str | None, issued: str | None) -> tuple[int, int] | None:
    """Return the first and last year of a period, else of a date of issue, both EDTF; None where neither says any."""
    dated = period if period and period != "annual" else issued
    if not dated or not is_edtf(dated):
        return None
    first, last = edtf_bounds(dated)
    return first.year, min(last.year, first.year + LONGEST)


def ranges(years: Sequence[int]) -> str:
    """Return years in words: "2003, 2010 to 2018 and 2021"."""
    runs: list[list[int]] = []
    for year in years:
        if runs and year == runs[-1][-1] + 1:
            runs[-1].append(year)
        else:
            runs.append([year])
    words = [f"{run[0]} to {run[-1]}" if len(run) > 1 else str(run[0]) for run in runs]
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} and {words[-1]}"
