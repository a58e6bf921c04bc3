"""What is missing: years without a figure, statuses never reported, old sources, entries nobody looked at since."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from sourcebook.model import Value
from sourcebook.model.finding import Finding, Mention
from sourcebook.reconcile.sentences import named
from sourcebook.vocabulary.dates import edtf_bounds

STATUSES = ("identified", "presumed", "estimated", "assisted")
OLD_AFTER = 10
UNSEEN_AFTER = 5


class Looked(Value, frozen=True):
    """A work on a country's page: when it was issued and when someone last looked at it, both EDTF or None."""

    work: str
    title: str
    issued: str | None = None
    last_visit: str | None = None


def gaps(country: str, mentions: Sequence[Mention], works: Sequence[Looked], as_of: date) -> tuple[Finding, ...]:
    """Return what is missing about a country, counted to `as_of`; `mentions` are the figures counted there."""
    steps = (_silent(country, mentions), _years(country, mentions, as_of), _statuses(country, mentions))
    return tuple(
        finding for finding in (*steps, _old(country, works, as_of), _unseen(country, works, as_of)) if finding
    )


def _gap(country: str, text: str, works: Iterable[str] = ()) -> Finding:
    return Finding(kind="gap", country=country, text=text, works=tuple(works))


def _silent(country: str, mentions: Sequence[Mention]) -> Finding | None:
    return None if mentions else _gap(country, f"No figure about {named(country)} stands in what we hold.")


def _years(country: str, mentions: Sequence[Mention], as_of: date) -> Finding | None:
    """Report the years between the first figure and today for which no victims are counted or estimated."""
    covered = {year for mention in mentions if mention.counts == "victims" for year in years_of(mention)}
    if not covered:
        return None
    missing = [year for year in range(min(covered), as_of.year + 1) if year not in covered]
    return _gap(country, f"No figure of victims for {ranges(missing)}.") if missing else None


def years_of(mention: Mention) -> tuple[int, ...]:
    """Return the years that a figure is about: its period's, else that of the work that gives it."""
    dated = mention.period if mention.period and mention.period != "annual" else mention.issued
    if dated is None:
        return ()
    first, last = edtf_bounds(dated)
    return tuple(range(first.year, min(last.year, first.year + 60) + 1))


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


def _statuses(country: str, mentions: Sequence[Mention]) -> Finding | None:
    told = {mention.status for mention in mentions if mention.counts == "victims"}
    never = [status for status in STATUSES if status not in told]
    if not told or not never:
        return None
    return _gap(
        country,
        f"Never reported in what we hold: victims {', '.join(never[:-1])}{' or ' * (len(never) > 1)}{never[-1]}.",
    )


def _old(country: str, works: Sequence[Looked], as_of: date) -> Finding | None:
    dated = [(edtf_bounds(work.issued)[1], work) for work in works if work.issued]
    old = [work for last, work in dated if last.year < as_of.year - OLD_AFTER]
    if not old:
        return None
    undated = len(works) - len(dated)
    tail = f"; {undated} have no date" if undated > 1 else "; one has no date" if undated else ""
    return _gap(country, f"{len(old)} of {len(works)} works are more than {OLD_AFTER} years old{tail}.", _ids(old))


def _unseen(country: str, works: Sequence[Looked], as_of: date) -> Finding | None:
    seen = [(work, edtf_bounds(work.last_visit)[1] if work.last_visit else None) for work in works]
    unseen = [work for work, last in seen if last is None or last.year < as_of.year - UNSEEN_AFTER]
    if not unseen:
        return None
    what = "the only work" if len(works) == 1 else f"{len(unseen)} of {len(works)} works"
    return _gap(country, f"Nobody has looked at {what} in the last {UNSEEN_AFTER} years.", _ids(unseen))


def _ids(works: Iterable[Looked]) -> list[str]:
    return [work.work for work in works]
