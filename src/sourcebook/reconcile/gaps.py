"""What is missing: years without a figure, statuses never reported, old sources, entries nobody looked at since."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from sourcebook.model import Value
from sourcebook.model.finding import Finding, Mention
from sourcebook.reconcile.sentences import named
from sourcebook.reconcile.years import ranges, years_of
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


def _gap(what: str, country: str, text: str, works: Iterable[str] = ()) -> Finding:
    return Finding(kind="gap", country=country, text=text, works=tuple(works), what=what)


def _silent(country: str, mentions: Sequence[Mention]) -> Finding | None:
    return None if mentions else _gap("silent", country, f"No figure about {named(country)} stands in what we hold.")


def _years(country: str, mentions: Sequence[Mention], as_of: date) -> Finding | None:
    """Report the years between the first figure and today for which no victims are counted or estimated."""
    covered = {year for mention in mentions if mention.counts == "victims" for year in years_of(mention)}
    if not covered:
        return None
    missing = [year for year in range(min(covered), as_of.year + 1) if year not in covered]
    return _gap("years", country, f"No figure of victims for {ranges(missing)}.") if missing else None


def _statuses(country: str, mentions: Sequence[Mention]) -> Finding | None:
    told = {mention.status for mention in mentions if mention.counts == "victims"}
    never = [status for status in STATUSES if status not in told]
    if not told or not never:
        return None
    return _gap(
        "statuses",
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
    return _gap(
        "old", country, f"{len(old)} of {len(works)} works are more than {OLD_AFTER} years old{tail}.", _ids(old)
    )


def _unseen(country: str, works: Sequence[Looked], as_of: date) -> Finding | None:
    seen = [(work, edtf_bounds(work.last_visit)[1] if work.last_visit else None) for work in works]
    unseen = [work for work, last in seen if last is None or last.year < as_of.year - UNSEEN_AFTER]
    if not unseen:
        return None
    what = "the only work" if len(works) == 1 else f"{len(unseen)} of {len(works)} works"
    return _gap("unseen", country, f"Nobody has looked at {what} in the last {UNSEEN_AFTER} years.", _ids(unseen))


def _ids(works: Iterable[Looked]) -> list[str]:
    return [work.work for work in works]
