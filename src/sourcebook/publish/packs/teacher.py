"""The pack for a teacher: a lesson of 45 minutes from a real disagreement, and the exercise of a country a student."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from sourcebook.model.finding import Mention
from sourcebook.publish.cite import Text
from sourcebook.publish.packs import closing
from sourcebook.publish.packs.asked import Asked
from sourcebook.publish.packs.chosen import Chosen
from sourcebook.publish.packs.citing import Citing
from sourcebook.publish.packs.exercise import exercise
from sourcebook.publish.packs.lesson import Lesson, Source, lesson
from sourcebook.publish.packs.pack import Block, Listing, Pack, Quoted, Section, Table, para, text
from sourcebook.publish.packs.worth import Worth, worths
from sourcebook.publish.packs.writing_systems import is_right_to_left, language_of
from sourcebook.store.base import PlacedPassage, View

_PLAN = (
    ("5 minutes", "Ask the class what a number in a report needs before one may repeat it. Collect the answers."),
    ("10 minutes", "Hand out the sources. Everybody reads alone and answers the first two questions."),
    ("15 minutes", "In groups: the other questions. Each group settles on one sentence."),
    ("10 minutes", "The groups read their sentences out. Compare them with the answers at the end of this pack."),
    ("5 minutes", "Each student writes down one thing to ask of the next number that they meet."),
)


def teacher(asked: Asked) -> Pack:
    """Return the pack; without a disagreement in the archive it says so and offers the exercise alone."""
    chosen = Chosen(asked)
    found = lesson(chosen)
    mentions = [source.mention for source in found.sources] if found else []
    figures = {source.letter: _figures_in(source, chosen.view) for source in found.sources} if found else {}
    worth = worths(asked, (one for held in figures.values() for one in held), chosen.waiting)
    placed = {one.passage.id: one for one in chosen.passages}
    read = [placed[one.passage] for one in mentions if one.passage in placed]
    citing = Citing(asked, [one.work for one in read], read)
    parts = _lesson(found, placed, citing) if found else (Section(heading="The lesson", blocks=(para(_NONE),)),)
    answers = (_answers(found, figures, worth),) if found else ()
    return Pack(
        kind="teacher",
        title=found.title if found else "One country a student",
        lead=(f"A pack for teachers: {', '.join(chosen.names.values())}.", *_lead(chosen, read)),
        site=asked.site.title,
        as_of=asked.site.as_of,
        sections=(
            *parts,
            *exercise(asked, apart=found is not None),
            closing.not_found(chosen),
            *((closing.reading_list(citing),) if read else ()),
            closing.how_to_cite(chosen),
            closing.how_to_check(chosen),
            *answers,
        ),
    )


def _lead(chosen: Chosen, read: list[PlacedPassage]) -> tuple[str, ...]:
    if read:
        return closing.lead(chosen, list({one.passage.id: one for one in read}.values()), "The lesson rests on")
    return closing.lead(chosen, holds="The pages for the exercise hold")


_NONE = (
    "Nothing that the archive holds of these countries contradicts or repeats anything else there, so that no lesson "
    "can be built on a real disagreement. The exercise below needs none."
)


def _lesson(found: Lesson, placed: dict[str, PlacedPassage], citing: Citing) -> tuple[Section, ...]:
    plan = Table(
        caption="45 minutes",
        head=("Time", "What happens"),
        rows=tuple((text(time), text(what)) for time, what in _PLAN),
        widths=(14, 86),
    )
    task = para("Read the sources. Find out what the number is worth before you use it. Answer the questions.")
    sources = tuple(_source(one, placed.get(one.mention.passage), citing) for one in found.sources)
    return (
        Section(heading="The lesson", blocks=(para(found.aim), plan)),
        Section(
            heading="For the class: task, sources, questions",
            apart=True,
            blocks=(task, *sources),
        ),
        Section(
            heading="Questions", level=3, blocks=(Listing(items=tuple(map(text, found.questions)), numbered=True),)
        ),
    )


def _source(source: Source, placed: PlacedPassage | None, citing: Citing) -> Quoted:
    """Return a source for the class; what was found about it stands with the answers."""
    mention = source.mention
    facts = [("Work", text(mention.title)), ("Publisher", text(mention.publisher or "not named"))]
    if placed is not None:
        facts.append(("Cite", citing.in_text(placed)))
    facts.append(("Address", citing.passage(mention.passage)))
    facts.append(
        ("Figure", text(f"“{mention.number}”. What it is worth is to be found out; it stands with the answers."))
    )
    return Quoted(
        label=f"Source {source.letter}",
        text=source.quote,
        note=mention.kind == "note",
        language=language_of(source.quote, placed.work.language if placed else None),
        right_to_left=is_right_to_left(source.quote),
        facts=tuple(facts),
    )


def _figures_in(source: Source, view: View) -> tuple[Mention, ...]:
    """Return the figures that the class reads in a source, that of the lesson first."""
    begin = max(source.mention.text.find(source.quote), 0)
    end = begin + len(source.quote)
    held = {one.id: one for one in view.evidence.figures_in(source.mention.passage)}
    read = {one.id: one for one in held.values() if begin <= one.start and one.end <= end}
    return tuple(({source.mention.id: source.mention} | read).values())


def _answers(
    found: Lesson, figures: Mapping[str, tuple[Mention, ...]], worth: Mapping[str, tuple[Worth, ...]]
) -> Section:
    told: list[Block] = [
        para("Keep these pages back until the groups have read out their sentences."),
        Listing(items=tuple(text(one) for one in found.answers), numbered=True),
        para("What each figure of the sources is worth:"),
        Listing(items=tuple(_worths(figures, worth))),
    ]
    return Section(heading="For the teacher: answers", apart=True, blocks=tuple(told))


def _worths(figures: Mapping[str, tuple[Mention, ...]], worth: Mapping[str, tuple[Worth, ...]]) -> Iterator[Text]:
    known = {one.mention.id: one.told for held in worth.values() for one in held}
    for letter, held in figures.items():
        for one in held:
            if one.id in known:
                yield text(f"Source {letter}: {known[one.id]}")
