"""Figures in few words and in marks: the fill says how a number is known, the shape what for, always with the word."""

from __future__ import annotations

from sourcebook.model.finding import Mention
from sourcebook.publish.site.places import place_name
from sourcebook.publish.site.when import in_words
from sourcebook.publish.site.words import Words, translatable

KNOWN = {
    "identified": translatable("identified"),
    "presumed": translatable("presumed"),
    "estimated": translatable("estimated"),
    "assisted": translatable("assisted"),
}
COUNTED = {
    "victims": translatable("victims"),
    "people": translatable("people"),
    "offenders": translatable("suspects or offenders"),
    "cases": translatable("cases"),
    "investigations": translatable("investigations"),
    "prosecutions": translatable("prosecutions"),
    "convictions": translatable("convictions"),
    "countries": translatable("countries"),
    "places": translatable("places"),
    "share": translatable("a share"),
    "money": translatable("money"),
    "other": translatable("something else"),
}
NO_PEOPLE_OR_THINGS = frozenset({"share", "money", "other"})
"""What is counted here is a remark on the number, and no noun that it goes with."""
PEOPLE = {
    ("female", None): translatable("women"),
    ("male", None): translatable("men"),
    ("female", "minor"): translatable("girls"),
    ("male", "minor"): translatable("boys"),
    ("female", "adult"): translatable("women"),
    ("male", "adult"): translatable("men"),
    (None, "minor"): translatable("minors"),
    (None, "adult"): translatable("adults"),
}
PURPOSES = {
    "sexual": translatable("sexual exploitation"),
    "labour": translatable("forced labour"),
    "domestic": translatable("domestic servitude"),
    "begging": translatable("forced begging"),
    "armed_conflict": translatable("armed conflict"),
    "organs": translatable("removal of organs"),
    "marriage": translatable("forced marriage"),
    "crime": translatable("forced crime"),
}


def known_of(mention: Mention) -> str:
    """Return how a figure is known, for its underline: a status, `unsaid` for victims without one, else `plain`."""
    return "plain" if mention.counts != "victims" else mention.status or "unsaid"


def mark_of(mention: Mention) -> str:
    """Return the name of a figure's mark, shape and fill; empty for what is no count of victims."""
    return f"{mention.exploitation or 'several'}-{known_of(mention)}" if mention.counts == "victims" else ""


def described(mention: Mention, words: Words, page: str) -> str:
    """Return a figure in few words: "128 victims, identified, women; 2019." `page` is the place that goes unsaid."""
    people = PEOPLE.get((mention.sex, mention.age))
    parts = [words.say(COUNTED[mention.counts])]
    parts += [words.say(KNOWN[mention.status])] if mention.status else []
    parts += [words.say(people)] if people else []
    parts += [words.say(PURPOSES[mention.exploitation])] if mention.exploitation else []
    parts += [place_name(mention.place, words)] if mention.place and mention.place != page else []
    when = period_of(mention, words)
    parts += [when] if when else []
    return f"{mention.number}{',' if mention.counts in NO_PEOPLE_OR_THINGS else ''} {', '.join(parts)}."


def period_of(mention: Mention, words: Words) -> str:
    """Return the time that a figure is about, in words; empty where it is not said."""
    if mention.period == "annual":
        return words.say("a year")
    return in_words(mention.period, words) if mention.period else ""
