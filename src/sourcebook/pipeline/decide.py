"""Take an editor's decision: a row beside the evidence, and what it changes compared again."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import get_args, get_type_hints

import msgspec

from sourcebook.errors import NotFound, UsageError
from sourcebook.model.decision import VERBS, Decision, Verb
from sourcebook.model.kinds import Figure
from sourcebook.model.withdrawal import Undoing
from sourcebook.pipeline import carrying_out
from sourcebook.pipeline.comparing import compare_stale
from sourcebook.pipeline.noting import with_notes
from sourcebook.preserve.notes import Note
from sourcebook.settings import load
from sourcebook.store import SqliteStore, SqliteWriter
from sourcebook.store.evidence import EvidenceWriter
from sourcebook.vocabulary.countries import country

CORRECTABLE = (
    "low", "high", "qualifier", "counts", "status", "exploitation", "sex", "age", "place", "origin", "destination",
    "period", "said_by", "action", "part_of", "same_as",
)  # fmt: skip


def decide(folder: Path, wanted: Decision) -> Decision:
    """Keep a decision and bring what it changes up to date; the number given is replaced by the archive's own.

    Raises NotFound where the target or one of the others is unknown, UsageError where the verb, its fields or its
    reason make no sense.
    """
    settings = load(folder)
    _check(wanted)

    def change(writer: SqliteWriter) -> tuple[Decision, list[Note]]:
        decision = _resolved(writer, wanted)
        numbered = msgspec.structs.replace(decision, number=carrying_out.decide(writer, decision))
        return numbered, [numbered]

    with SqliteStore(folder) as store:
        made = with_notes(store, settings, change)
        compare_stale(store)
    return made


def undo(folder: Path, number: int, at: str) -> Decision:
    """Take a decision back and bring what it changed up to date; NotFound where none of this number stands."""
    settings = load(folder)

    def change(writer: SqliteWriter) -> tuple[Decision, list[Note]]:
        standing = {decision.number: decision for decision in writer.evidence.decisions()}
        if number not in standing:
            raise NotFound(f"No decision {number} stands.", next_step="See which do: sourcebook decisions")
        undoing = Undoing(number=number, at=at)
        carrying_out.undo(writer, undoing)
        return standing[number], [undoing]

    with SqliteStore(folder) as store:
        undone = with_notes(store, settings, change)
        compare_stale(store)
    return undone


def _check(wanted: Decision) -> None:
    if wanted.verb not in VERBS:
        raise UsageError(f"{wanted.verb!r} is no decision.", next_step=f"Choose one of: {', '.join(VERBS)}.")
    if not wanted.why.strip() or not wanted.by.strip():
        raise UsageError("A decision needs a reason and a name.", next_step="Give them: --why TEXT --by NAME")
    if wanted.verb in ("join", "split") and not wanted.others:
        raise UsageError("One thing cannot be joined or split.", next_step="Name the other identifiers after it.")
    if (wanted.verb == "correct") != bool(wanted.changes):
        raise UsageError(
            "A correction sets fields, and nothing else does.", next_step="Write: correct ID --set FIELD=VALUE"
        )


def corrected_field(name: str, value: str) -> tuple[str, str]:
    """Return a field of a figure and its new value as JSON, checked; "null" or nothing empties it.

    Raises UsageError for a field that cannot be corrected or a value that it cannot hold.
    """
    if name not in CORRECTABLE:
        raise UsageError(f"{name!r} cannot be corrected.", next_step=f"Choose one of: {', '.join(CORRECTABLE)}.")
    made: object = None if value in ("", "null") else value
    if name in ("low", "high") and made is not None:
        try:
            made = float(value.replace(",", ""))
        except ValueError:
            raise UsageError(f"{value!r} is no number.", next_step=f"Write {name}=591.") from None
    if name in ("origin", "destination"):
        made = [code.strip().upper() for code in value.split(",") if code.strip()]
    _check_value(name, made)
    return name, msgspec.json.encode(made).decode()


def _check_value(name: str, made: object) -> None:
    """Refuse a value that the field of a figure cannot hold, or a code that is no country's."""
    kind = get_type_hints(Figure)[name]
    try:
        msgspec.convert(made, kind)
    except msgspec.ValidationError:
        words = [word for part in (kind, *get_args(kind)) for word in get_args(part) if isinstance(word, str)]
        can_be = f"Choose one of: {', '.join(words)}." if words else "Give it a value."
        raise UsageError(f"{name} cannot be {made!r}.", next_step=can_be) from None
    places = made if isinstance(made, list) else [made] if name == "place" and made is not None else []
    unknown = next((code for code in places if country(str(code)) is None), None)
    if unknown is not None:
        raise UsageError(f"{unknown!r} is no country.", next_step="Give codes of two letters, as BY.")


def _resolved(writer: SqliteWriter, wanted: Decision) -> Decision:
    """Return the decision about figures where it named families, and check that everything it names is known.

    Works that are cited or held are joined and split as they are.
    """
    evidence = writer.evidence
    if wanted.verb in ("join", "split"):
        if writer.sources.knows(wanted.target):
            return _about_works(writer, wanted)
        figures = [figure for given in (wanted.target, *wanted.others) for figure in _figures_of(evidence, given)]
        return msgspec.structs.replace(wanted, target=figures[0], others=tuple(dict.fromkeys(figures[1:])))
    if wanted.verb in ("mask", "shorten"):
        _check_masking(evidence, wanted.target)
    if not evidence.knows(wanted.target):
        raise NotFound("The sourcebook holds nothing with this identifier.", where=wanted.target)
    if wanted.verb == "correct" and not evidence.figure(wanted.target):
        raise UsageError("Only a figure can be corrected.", where=wanted.target)
    return wanted


def _about_works(writer: SqliteWriter, wanted: Decision) -> Decision:
    unknown = next((other for other in wanted.others if not writer.sources.knows(other)), None)
    if unknown is not None:
        raise NotFound("No work or reference has this identifier.", where=unknown, next_step="See: sourcebook cited")
    return wanted


def _check_masking(evidence: EvidenceWriter, target: str) -> None:
    read = evidence.text_of(target)
    if read is None:
        raise NotFound("No passage has this identifier.", where=target, next_step="See what waits: sourcebook todo")
    if read[1] == "title":
        raise UsageError(
            "A title cannot be masked: it is the work's name.",
            where=target,
            next_step="Decide to publish it, or take the work out of sight: sourcebook withdraw ID",
        )
    from sourcebook.extract.risks import risks

    if not risks(read[0]):
        raise UsageError("No word of this passage is held.", where=target)


def _figures_of(evidence: EvidenceWriter, given: str) -> Sequence[str]:
    if evidence.figure(given):
        return [given]
    family = evidence.family(given)
    if family is None:
        raise NotFound("No figure or family has this identifier.", where=given)
    return [member.mention.id for member in family.mentions]


def verb_of(text: str) -> Verb:
    """Return a verb by its name; UsageError where it is none."""
    for verb in VERBS:
        if verb == text:
            return verb
    raise UsageError(f"{text!r} is no decision.", next_step=f"Choose one of: {', '.join(VERBS)}.")
