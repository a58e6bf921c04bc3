"""What a kept note does to the database: the same when it is made and when it is read in again."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from sourcebook.model import Look
from sourcebook.model.decision import Decision
from sourcebook.model.finding import Mention
from sourcebook.model.withdrawal import Undoing, Withdrawal
from sourcebook.pipeline.comparing import scopes_of
from sourcebook.pipeline.masking import masked, shortened
from sourcebook.pipeline.works import join_works
from sourcebook.preserve.notes import Note
from sourcebook.store import SqliteWriter
from sourcebook.store.evidence import EvidenceWriter


def carry_out(writer: SqliteWriter, note: Note) -> None:
    """Do what a note says, within the writer's transaction; what must be compared again is marked."""
    if isinstance(note, Look):
        writer.put_look(note)
    elif isinstance(note, Decision):
        decide(writer, note)
    elif isinstance(note, Undoing):
        undo(writer, note)
    else:
        withdraw(writer, note)


def decide(writer: SqliteWriter, decision: Decision) -> int:
    """Keep a decision, bring what it is about in line with it, and return its number."""
    evidence = writer.evidence
    figures = (decision.target, *decision.others)
    _mark(evidence, figures)
    number = evidence.decide(decision)
    if decision.verb in _MASKS:
        _mask(evidence, decision.target, _MASKS[decision.verb])
    _index(evidence, figures)
    _mark(evidence, figures)
    _join_works(writer, decision)
    return number


def undo(writer: SqliteWriter, undoing: Undoing) -> None:
    """Take a decision back, where it stands."""
    evidence = writer.evidence
    standing = {decision.number: decision for decision in evidence.decisions()}
    if undoing.number in standing:
        figures = (standing[undoing.number].target, *standing[undoing.number].others)
        _mark(evidence, figures)
        evidence.undo(undoing.number, undoing.at)
        if standing[undoing.number].verb in _MASKS:
            evidence.unmask(figures[0])
            _compare_passage(evidence, figures[0])
        _index(evidence, figures)
        _mark(evidence, figures)
        _join_works(writer, standing[undoing.number])


def _join_works(writer: SqliteWriter, decision: Decision) -> None:
    """Say anew which works are one, where a decision joins or parts cited works."""
    if decision.verb in ("join", "split"):
        join_works(writer, [one for one in (decision.target, *decision.others) if writer.sources.knows(one)])


def withdraw(writer: SqliteWriter, withdrawal: Withdrawal) -> None:
    """Take what is withdrawn out of every state of every page, and leave a tombstone."""
    evidence = writer.evidence
    for passage in writer.passages_of(withdrawal):
        for mention in evidence.figures_in(passage):
            evidence.mark_stale(scopes_of(mention.page, [mention]))
    for place in writer.places_of(withdrawal):
        evidence.mark_stale(scopes_of(place, ()))
    writer.put_withdrawal(withdrawal)


_MASKS: Mapping[str, Callable[[str], str]] = {"mask": masked, "shorten": shortened}


def _mask(evidence: EvidenceWriter, passage: str, how: Callable[[str], str]) -> None:
    read = evidence.text_of(passage)
    if read is not None:
        evidence.mask(passage, how(read[0]))
        _compare_passage(evidence, passage)


def _compare_passage(evidence: EvidenceWriter, passage: str) -> None:
    """Mark what holds a passage's words as to be compared again."""
    for mention in evidence.figures_in(passage):
        evidence.mark_stale(scopes_of(mention.page, [mention]))
    for place in evidence.places_of_passage(passage):
        evidence.mark_stale(scopes_of(place, ()))


def _mark(evidence: EvidenceWriter, figures: Iterable[str]) -> None:
    """Mark the scopes of these figures as they stand now, rejected or not."""
    mentions: list[Mention] = [mention for figure in figures for mention in evidence.figure(figure)]
    for mention in mentions:
        evidence.mark_stale(scopes_of(mention.page, [mention]))


def _index(evidence: EvidenceWriter, figures: Iterable[str]) -> None:
    for figure in figures:
        evidence.index_again(figure)
