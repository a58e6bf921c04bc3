"""Figures: every number of a passage that says how many, with its place and all that the text says of it."""

from __future__ import annotations

from collections.abc import Iterator

from sourcebook.extract.antecedents import hand_over, take_up
from sourcebook.extract.drafts import Draft
from sourcebook.extract.ellipsis import fill, mark_compared
from sourcebook.extract.exclusions import counts_nothing, follows_excluded
from sourcebook.extract.governors import shared_object
from sourcebook.extract.inheritance import inherit
from sourcebook.extract.nouns import name_count
from sourcebook.extract.parts import link_parts
from sourcebook.extract.passage import Passage
from sourcebook.extract.periods import PeriodReader
from sourcebook.extract.persons import set_persons
from sourcebook.extract.phrases import find_phrase
from sourcebook.extract.places import PlaceReader
from sourcebook.extract.purposes import LEGAL, set_purpose
from sourcebook.extract.qualifiers import qualify
from sourcebook.extract.repeats import link_repeats
from sourcebook.extract.scopes import set_scopes
from sourcebook.extract.sentence import Sentence
from sourcebook.extract.speakers import find_speakers, hand_down
from sourcebook.extract.standing import governors, set_standing
from sourcebook.extract.status import involved_status, set_status


def _drafts(sentence: Sentence) -> list[Draft]:
    """Return the numbers of a sentence that count, each with its phrase and what its own noun counts."""
    kept: list[Draft] = []
    excluded: set[int] = set()
    for index, number in sentence.numbers.items():
        draft = Draft(sentence, index, number)
        find_phrase(draft)
        name_count(draft)
        if (draft.counts != "money" and counts_nothing(draft)) or (
            follows_excluded(sentence, index, excluded) and draft.head < 0
        ):
            excluded.add(index)
        else:
            qualify(draft)
            kept.append(draft)
    return kept


def _sentences(passage: Passage) -> Iterator[tuple[Sentence | None, int, int]]:
    for start, end in passage.bounds:
        yield (passage.sentence(start, end) if passage.has_number(start, end) else None), start, end


def _read(drafts: list[Draft], passage: Passage) -> None:
    """Fill the fields of a passage's figures, each rule on what the rules before it found."""
    taken_up = take_up(drafts, passage)
    for at in range(len(drafts)):
        if not drafts[at].counts:
            fill(drafts, at)
    drafts[:] = [draft for draft in drafts if draft.counts]
    set_scopes(drafts)
    ruling = [
        governors(draft, drafts[at - 1] if at else None, drafts[at + 1] if at + 1 < len(drafts) else None)
        for at, draft in enumerate(drafts)
    ]
    for at, (draft, words) in enumerate(zip(drafts, ruling, strict=True)):
        set_standing(draft, words)
        set_persons(draft, drafts[at - 1] if at else None)
    link_repeats(drafts)
    link_parts(drafts)
    places = PlaceReader(passage.about)
    for at, draft in enumerate(drafts):
        previous = drafts[at - 1] if at and drafts[at - 1].sentence is draft.sentence else None
        set_status(draft, ruling[at] or shared_object(drafts, ruling, at))
        if draft.status is None and at and drafts[at - 1].counts in LEGAL:
            draft.status = involved_status(draft, drafts[at - 1], ruling[at - 1])
        set_purpose(draft, previous.stop if previous else 0)
        places.read(draft)
    hand_over(taken_up)
    inherit(drafts)
    hand_down(drafts)


def read_figures(passage: Passage) -> list[Draft]:
    """Return the figures of a passage in the order of the text."""
    drafts: list[Draft] = []
    periods: list[tuple[Sentence | None, int, int, list[Draft]]] = []
    earlier: list[Draft] = []
    for sentence, start, end in _sentences(passage):
        found = _drafts(sentence) if sentence is not None else []
        if found:
            mark_compared(found, earlier)
            find_speakers(found)
        earlier = found
        periods.append((sentence, start, end, found))
        drafts += found
    if not drafts:
        return []
    set_scopes(drafts)
    reader = PeriodReader()
    for sentence, start, end, found in periods:
        if found and sentence is not None:
            reader.read(sentence, found)
        else:
            reader.skip(passage, start, end)
    _read(drafts, passage)
    return drafts
