"""Passages as packs quote them: their words, the citation, the permanent address, and the worth of every figure."""

from __future__ import annotations

from collections.abc import Mapping

from sourcebook.publish.cite import Text
from sourcebook.publish.packs.citing import Citing
from sourcebook.publish.packs.pack import Quoted, text
from sourcebook.publish.packs.worth import Worth
from sourcebook.publish.packs.writing_systems import is_right_to_left, language_of
from sourcebook.store.base import PlacedPassage

Fact = tuple[str, Text]
_UNREAD = (
    "Numbers are read in English only, so that nothing is known of what those here are worth: quote none from here."
)


def quoted(
    label: str,
    placed: PlacedPassage,
    citing: Citing,
    worth: Mapping[str, tuple[Worth, ...]],
    more: tuple[Fact, ...] = (),
    *,
    titled: bool = True,
) -> Quoted:
    """Return a passage under its label, with the title of its work; `more` are facts that stand after its own."""
    passage, work = placed.passage, placed.work
    language = language_of(passage.text, work.language)
    foreign = language and not language.lower().startswith("en") and any(map(str.isdigit, passage.text))
    issued = () if work.issued else (("Date", text("The work bears no date.")),)
    note = (("Our note", text("These are the archive's words about the work, not the work's own.")),)
    facts: tuple[Fact, ...] = (
        *(note if passage.kind == "note" else ()),
        *((("Work", text(work.title)),) if titled else ()),
        ("Cite", citing.in_text(placed)),
        ("Address", citing.passage(passage.id)),
        *issued,
        *(("Figure", text(one.told)) for one in worth.get(passage.id, ())),
        *((("Figures", text(_UNREAD)),) if foreign and passage.id not in worth else ()),
        *more,
    )
    return Quoted(
        label=label,
        text=passage.text,
        note=passage.kind == "note",
        language=language,
        right_to_left=is_right_to_left(passage.text),
        facts=facts,
    )
