"""The state of what a page holds, in sentences made from counts: how many, how old, when last looked at."""

from __future__ import annotations

from collections.abc import Sequence

from sourcebook.model import Entry, Value
from sourcebook.publish.site.parts.looks import last_looked
from sourcebook.publish.site.when import in_words, years
from sourcebook.publish.site.words import Words, sentence_case

OLD_AFTER = 10


class Condition(Value, frozen=True):
    """Counts over entries. `cut` is the round year before which most were published, if that is long ago."""

    entries: int
    first_year: int | None
    last_year: int | None
    undated: int
    publishers: int
    cut: int | None
    last_looked: str
    looked_at: int
    archived_noted: int
    no_access_date: int
    without_passages: int


def condition_of(entries: Sequence[Entry], as_of: str) -> Condition:
    """Count what is known of entries; `as_of` is the day to which ages are counted."""
    issued = [years(entry.work.issued) for entry in entries]
    dated = sorted(found[0] for found in issued if found)
    days = [last_looked(entry.visits) for entry in entries]
    return Condition(
        entries=len(entries),
        first_year=dated[0] if dated else None,
        last_year=max(found[-1] for found in issued if found) if dated else None,
        undated=len(entries) - len(dated),
        publishers=len({entry.work.publisher for entry in entries if entry.work.publisher}),
        cut=_cut(dated, len(entries), as_of),
        last_looked=max(days, default=""),
        looked_at=sum(bool(day) for day in days),
        archived_noted=sum(entry.archived_copy_noted for entry in entries),
        no_access_date=sum(not day for day in days),
        without_passages=sum(not entry.passages for entry in entries),
    )


def _cut(dated: list[int], entries: int, as_of: str) -> int | None:
    """Return the least year, a multiple of five, before which more than half of all entries were published."""
    half = entries // 2
    if not as_of or len(dated) <= half:
        return None
    cut = dated[half] // 5 * 5 + 5
    return cut if cut <= int(as_of[:4]) - OLD_AFTER else None


def condition_sentences(condition: Condition, words: Words) -> tuple[str, ...]:
    """Return what opens a country page, after its formal name."""
    if not condition.entries:
        return (words.say("This page holds no entry yet."),)
    return (_how_many(condition, words), _how_old(condition, words))


def _how_many(condition: Condition, words: Words) -> str:
    said = _span(condition, words)
    if condition.publishers:
        by = words.plural("%(n)s publisher", "%(n)s publishers", condition.publishers)
        said = words.say("%(entries)s, by %(publishers)s", entries=said, publishers=by)
    if 0 < condition.undated < condition.entries:
        said += words.plural("; %(n)s has no date", "; %(n)s have no date", condition.undated)
    return sentence_case(said) + "."


def _span(condition: Condition, words: Words) -> str:
    many, first, last = condition.entries, condition.first_year, condition.last_year
    if first is None:
        return words.plural("%(n)s entry without a date", "%(n)s entries without a date", many)
    if first == last:
        return words.plural("%(n)s entry from %(year)s", "%(n)s entries from %(year)s", many, year=first)
    return words.plural(
        "%(n)s entry from %(first)s to %(last)s",
        "%(n)s entries from %(first)s to %(last)s",
        many,
        first=first,
        last=last,
    )


def _how_old(condition: Condition, words: Words) -> str:
    day = in_words(condition.last_looked, words) if condition.last_looked else ""
    if condition.entries == 1:
        looked = words.say("Nobody has looked at it since %(day)s.", day=day)
        return looked if day else words.say("No date is known on which anyone looked at it.")
    if not day:
        return words.say("No date is known on which anyone looked at them.")
    if condition.cut:
        return words.say(
            "Most are older than %(year)s, and nobody has looked at any of them since %(day)s.",
            year=condition.cut,
            day=day,
        )
    return words.say("Nobody has looked at any of them since %(day)s.", day=day)
