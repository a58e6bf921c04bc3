"""Which disagreement or lineage of the archive makes a lesson, and what is asked and answered about it."""

from __future__ import annotations

from collections.abc import Iterator
from string import ascii_uppercase

from sourcebook.model import Value
from sourcebook.model.finding import Finding, Mention
from sourcebook.publish.packs.chosen import Chosen
from sourcebook.publish.site.when import day, in_words
from sourcebook.publish.site.words import Words, sentence_case
from sourcebook.query.families import TracedFamily, families
from sourcebook.query.quoting import may_quote

_MOST_SOURCES = 8
_SUMS = ("parts_over", "parts_short")


class Source(Value, frozen=True):
    """A source that the class reads: a letter, the words, and the passage in which they stand."""

    letter: str
    quote: str
    mention: Mention


class Lesson(Value, frozen=True):
    """A lesson: what it asks, its sources in the order in which they are handed out, questions, and their answers."""

    title: str
    aim: str
    sources: tuple[Source, ...]
    questions: tuple[str, ...]
    answers: tuple[str, ...]


def lesson(chosen: Chosen) -> Lesson | None:
    """Return the lesson that the archive carries best; None where nothing in it disagrees or is repeated."""
    today = day(chosen.asked.site.as_of)
    held = {one.passage.id for one in chosen.passages}
    traced = [
        one
        for place in chosen.asked.places
        for one in families(chosen.view.evidence, today, place)
        if _stands(one, held)
        and not chosen.waiting.tells(one)
        and one.family.counts in ("victims", "people", "share", "cases", "offenders")
    ]
    best = max(traced, key=_worth_teaching, default=None)
    if best is not None and _worth_teaching(best)[0] > 0:
        return _of_family(best, chosen)
    return next(_of_findings(chosen, held), None)


def _stands(traced: TracedFamily, held: set[str]) -> bool:
    return sum(member.mention.passage in held for member in traced.family.mentions) >= 2


def _worth_teaching(traced: TracedFamily) -> tuple[int, int, int, float, str]:
    """Return by what a family is preferred: a speaker that fades, a conflict, how many works carry it, its size."""
    family = traced.family
    fades = any(drift.kind == "speaker" for drift in family.drift)
    repeats = family.at_most < len(family.works)
    return (
        2 * fades + bool(traced.conflicts) + repeats,
        len(family.works),
        int(family.counts == "victims"),
        family.high or family.low or 0.0,
        family.id,
    )


def _of_family(traced: TracedFamily, chosen: Chosen) -> Lesson:
    family, words = traced.family, chosen.asked.site.words
    members = family.mentions[:_MOST_SOURCES]
    number = members[0].mention.number
    letters = {member.mention.id: ascii_uppercase[at] for at, member in enumerate(members)}
    sources = tuple(
        Source(letter=letters[member.mention.id], quote=member.quote, mention=member.mention) for member in members
    )
    works = sentence_case(words.plural("%(n)s work carries", "%(n)s works carry", len(family.works)))
    return Lesson(
        title=f"Where does “{number}” come from?",
        aim=f"{works} the number “{number}”. The class finds out who "
        "said it first, who repeats it, and how many sources there really are.",
        sources=sources,
        questions=_QUESTIONS,
        answers=tuple(_answers(traced, letters, chosen, words)),
    )


_QUESTIONS = (
    "Put the sources in the order of their dates. Which is the first, and of which is no date known?",
    "Underline in each source who is said to know the number: a named person, a body, a kind of source, or nobody?",
    "What is counted, of which country, in which time? Does every source say it?",
    "Were people counted, or was it estimated? Which words tell you?",
    "Which sources may have taken the number from another one? How many sources are left that stand alone?",
    "Write one sentence with the number that misleads nobody, and cite it.",
)


def _answers(traced: TracedFamily, letters: dict[str, str], chosen: Chosen, words: Words) -> Iterator[str]:
    family = traced.family
    shown = [member for member in family.mentions if member.mention.id in letters]
    issued = [(letters[one.mention.id], one.mention.issued) for one in shown]
    dates = [f"{letter}: {in_words(date, words) if date else 'no date'}" for letter, date in issued]
    yield f"By date: {'; '.join(dates)}."
    said = [f"{letters[one.mention.id]}: {one.mention.said_by or 'nobody is named'}" for one in shown]
    fades = [
        f"{letters[drift.earlier]} to {letters[drift.later]}, {drift.because}"
        for drift in family.drift
        if drift.earlier in letters and drift.later in letters
    ]
    yield f"Who is said to know: {'; '.join(said)}.{' What changed: ' + '; '.join(fades) + '.' if fades else ''}"
    quote = may_quote(traced, day(chosen.asked.site.as_of))
    facts = dict(quote.facts)
    yield f"It counts {facts['Counts']}. Where a source says less than that, the class should say what is missing."
    known = [f"{letters[one.mention.id]}: {one.mention.status or 'not said'}" for one in shown]
    yield f"How it is known: {'; '.join(known)}."
    roles = [f"{letters[one.mention.id]}: {one.role} ({one.because})." for one in shown]
    least, most = words.number(family.at_least), words.number(family.at_most)
    left = most if family.at_least == family.at_most else f"at least {least} and at most {most}"
    yield f"{' '.join(roles)} Of {words.number(len(family.works))} works, {left} may stand alone."
    yield f"{' '.join((quote.verdict, *quote.cautions))} For instance: {quote.sentence}"


def _of_findings(chosen: Chosen, held: set[str]) -> Iterator[Lesson]:
    """Yield a lesson from figures that contradict each other, then from parts that do not make their whole."""
    evidence = chosen.view.evidence
    found = [one for place in chosen.asked.places for one in evidence.findings(place)]
    for kinds in (("conflict",), _SUMS):
        for finding in found:
            if finding.kind in kinds:
                mentions = [figure[0] for one in finding.figures if (figure := evidence.figure(one))]
                if len(mentions) > 1 and all(one.passage in held for one in mentions):
                    yield _of_finding(finding, mentions)


def _of_finding(finding: Finding, mentions: list[Mention]) -> Lesson:
    sums = finding.kind in _SUMS
    numbers = " and ".join(f"“{one.number}”" for one in mentions[:2])
    passages = list({one.passage: one for one in mentions}.values())[:_MOST_SOURCES]
    sources = tuple(Source(letter=ascii_uppercase[at], quote=one.text, mention=one) for at, one in enumerate(passages))
    return Lesson(
        title="Do the parts make the whole?" if sums else f"Can {numbers} both be right?",
        aim="The class checks a sum that a source gives." if sums else "The class weighs two figures that disagree.",
        sources=sources,
        questions=_ABOUT_SUMS if sums else _ABOUT_CONFLICT,
        answers=(finding.text, *finding.because, "No figure here is to be quoted without saying this."),
    )


_ABOUT_CONFLICT = (
    "What does each figure count: whom, where, in which time?",
    "Who says each figure, and how would they know?",
    "Can both be right? What would have to be different between them?",
    "Write one sentence that gives both figures and misleads nobody.",
)
_ABOUT_SUMS = (
    "Which figures are parts, and of which whole? Mark them.",
    "Add the parts up. Are they too many, too few, or just right?",
    "Can somebody be in two parts at once, or in none? Which words tell you?",
    "Write one sentence that gives the whole and its parts and misleads nobody.",
)
