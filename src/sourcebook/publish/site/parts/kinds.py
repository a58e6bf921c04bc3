"""What a figure counts and how, in words: the labels of rows in which countries are set side by side."""

from __future__ import annotations

from sourcebook.publish.site.parts.figures import COUNTED, KNOWN, PEOPLE, PURPOSES
from sourcebook.publish.site.pictures.axes import drawable, short_number
from sourcebook.publish.site.when import in_words
from sourcebook.publish.site.words import Words, sentence_case, translatable
from sourcebook.query.compare import Point
from sourcebook.reconcile.alike import Kind, Question
from sourcebook.vocabulary.counters import STATE

ACTED = {
    "investigated": translatable("people investigated"),
    "arrested": translatable("people arrested"),
    "prosecuted": translatable("people prosecuted"),
    "convicted": translatable("people convicted"),
    "acquitted": translatable("people acquitted"),
}
LENGTHS = {
    "year": translatable("one year"),
    "rate": translatable("a yearly rate"),
    "months": translatable("part of a year"),
    "years": translatable("several years together"),
    "unsaid": translatable("no time said"),
}
REASONS = {
    "counts": translatable("People and cases are not one kind of thing, since a case can have several victims."),
    "status": translatable("An estimate of how many there are is no count of who was found."),
    "statuses": translatable("People are known in different ways."),
    "length": translatable("The times that they cover are of different lengths."),
    "period": translatable("They cover different times."),
    "counter": translatable("Different people counted, each in their own way."),
    "year": translatable("They are of different years."),
}
"""Why figures are not compared, by the field in which they differ."""


def question_words(question: Question, words: Words) -> str:
    """Return what a row asks, as a label: "Victims, forced labour, women"."""
    people = PEOPLE.get((question.sex, question.age))
    acted = words.say(ACTED[question.action]) if question.action in ACTED else ""
    parts = [acted if question.counts == "offenders" and acted else words.say(COUNTED[question.counts])]
    parts += [acted] if acted and acted not in parts else []
    parts += [words.say(PURPOSES[question.exploitation])] if question.exploitation else []
    parts += [words.say(people)] if people else []
    return sentence_case(", ".join(parts))


def kind_words(kind: Kind, words: Words) -> tuple[str, ...]:
    """Return how a figure counts, in a few words for each field that says something."""
    parts = (
        words.say(KNOWN[kind.status]) if kind.status else "",
        words.say("cases") if kind.counts == "cases" else "",
        in_words(kind.period, words) if kind.period else words.say(LENGTHS[kind.length]),
        counter_words(kind.counter, words),
    )
    return tuple(part for part in parts if part)


def counter_words(counter: str, words: Words) -> str:
    """Return who counted, in words."""
    if counter == STATE:
        return words.say("counted by the state’s own bodies")
    return words.say("told by %(who)s", who=counter) if counter else words.say("nobody says who counted")


def value_words(field: str, value: str, words: Words) -> str:
    """Return one value of a field in which figures differ, in words."""
    if field == "counter":
        return counter_words(value, words)
    if field == "period":
        return in_words(value, words) if value else words.say("a year or a yearly rate")
    if field == "year":
        return value or words.say("no date")
    known = {"counts": COUNTED, "status": KNOWN, "length": LENGTHS}[field]
    return words.say(known[value]) if value else words.say("not said how it is known")


def reason_words(field: str, values: tuple[str, ...], words: Words) -> str:
    """Return why figures that differ in a field are not compared."""
    reason = "statuses" if field == "status" and "estimated" not in values else field
    return words.say(REASONS[reason])


def point_words(point: Point, words: Words) -> str:
    """Return a figure's number with the word that bounds it."""
    if point.qualifier == "between" and point.low is not None and point.high is not None:
        return words.say("%(low)s to %(high)s", low=plain(point.low), high=plain(point.high))
    bounded = {
        "about": words.say("about %(number)s"),
        "at_least": words.say("at least %(number)s"),
        "at_most": words.say("at most %(number)s"),
    }
    return bounded.get(point.qualifier, "%(number)s") % {"number": plain(point.value)}


def plain(value: float) -> str:
    """Return a number in figures, thousands parted; what no page can hold is shortened to a power of ten."""
    return f"{value:,.12g}" if drawable(value) else short_number(value)
