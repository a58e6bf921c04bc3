"""How much of a work is quoted, as its page tells it beside the passages: the words, the share, and the policy."""

from __future__ import annotations

from functools import cache

from sourcebook.model import Value
from sourcebook.publish.site.words import Words, sentence_case
from sourcebook.query.excerpts import Excerpted, excerpted_of
from sourcebook.settings import Excerpts
from sourcebook.store.base import View

_LEAST_SHARE = 0.01


class QuotedShown(Value, frozen=True):
    """The sentences of the meter: how many words, of how many, and whether the policy of the archive allows it.

    `over` tells that it does not.
    """

    words: str
    share: str
    policy: str
    over: bool


def quoted_shown(view: View, work_id: str, policy: Excerpts, words: Words) -> QuotedShown | None:
    """Return how much of a work all pages together quote, None where nothing is quoted.

    The share is told where a kept copy tells how long the work is.
    """
    found = excerpted_of(view, work_id, policy)
    if found is None:
        return None
    told = words.plural(
        "%(n)s word of it is quoted on all pages together.",
        "%(n)s words of it are quoted on all pages together.",
        found.words,
    )
    return QuotedShown(
        words=sentence_case(told),
        share=_share(found, words),
        policy=_judgement(found, policy, words),
        over=found.over,
    )


def _share(found: Excerpted, words: Words) -> str:
    if found.of is None or found.share is None:
        return words.say("No kept copy tells how long the whole work is.")
    told = _percent(max(found.share, _LEAST_SHARE), words.language)
    if found.share < _LEAST_SHARE:
        told = words.say("less than %(share)s", share=told)
    return words.say(
        "The kept copy has %(of)s words; %(share)s of it is quoted.", of=words.number(found.of), share=told
    )


def _judgement(found: Excerpted, policy: Excerpts, words: Words) -> str:
    most = {"words": words.number(policy.most_words)}
    if found.share is None:
        if found.over:
            return words.say("That is more than the policy of this archive allows: at most %(words)s words.", **most)
        return words.say("That is within the policy of this archive: at most %(words)s words.", **most)
    most["share"] = _percent(policy.most_share, words.language)
    if found.over:
        return words.say(
            "That is more than the policy of this archive allows: at most %(words)s words, and at most %(share)s of "
            "a work.",
            **most,
        )
    return words.say(
        "That is within the policy of this archive: at most %(words)s words, and at most %(share)s of a work.", **most
    )


@cache
def _percent(share: float, language: str) -> str:
    from babel import Locale, UnknownLocaleError
    from babel.numbers import format_percent

    try:
        locale = Locale.parse(language, sep="-")
    except (UnknownLocaleError, ValueError):
        locale = Locale("en")
    return str(format_percent(share, locale=locale, numbering_system="latn"))
