"""The caution of a page, worded from what is really known of its entries."""

from __future__ import annotations

from sourcebook.publish.site.parts.condition import Condition
from sourcebook.publish.site.when import in_words
from sourcebook.publish.site.words import Words, sentence_case


def caution_sentences(condition: Condition, words: Words) -> tuple[str, ...]:
    """Return the sentences of a caution: checked, looked at, never tried, left out; and how to read what is here."""
    if not condition.entries:
        return (words.say("There is no entry here yet, so there is nothing to rely on."),)
    said = (_unchecked(condition, words), *_looked(condition, words), *_archived(condition, words))
    return (
        *(sentence_case(sentence) for sentence in said),
        words.say("What an entry claims may be contradicted by another or supported by no source."),
        words.say("Read a figure with who said it, and when."),
    )


def _unchecked(condition: Condition, words: Words) -> str:
    return words.plural(
        "This entry has not been checked against its original.",
        "None of these %(n)s entries has been checked against its original.",
        condition.entries,
    )


def _looked(condition: Condition, words: Words) -> list[str]:
    said = []
    if condition.looked_at:
        said.append(
            words.plural(
                "%(n)s was looked at on a date that is given, %(day)s.",
                "%(n)s were looked at on dates that are given, the latest %(day)s.",
                condition.looked_at,
                day=in_words(condition.last_looked, words),
            )
        )
    if condition.no_access_date:
        said.append(words.plural("%(n)s has no access date.", "%(n)s have no access date.", condition.no_access_date))
    return said


def _archived(condition: Condition, words: Words) -> list[str]:
    said = []
    if condition.archived_noted:
        said.append(
            words.plural(
                "%(n)s says that an archived copy may exist, and nobody has tried it.",
                "%(n)s say that an archived copy may exist, and nobody has tried them.",
                condition.archived_noted,
            )
        )
    if condition.without_passages:
        said.append(
            words.plural(
                "%(n)s is listed without a passage.", "%(n)s are listed without a passage.", condition.without_passages
            )
        )
    return said
