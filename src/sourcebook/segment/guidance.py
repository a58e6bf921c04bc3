"""The guidance of a page: its caution, its words for students and teachers, its help block."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from sourcebook.model import Help
from sourcebook.segment.helplines import help_entries
from sourcebook.segment.landmarks import Role
from sourcebook.segment.runs import Run
from sourcebook.segment.themes import themes
from sourcebook.segment.token import Token

_PARTS = (Role.CAUTION, Role.STUDY, Role.TEACHERS, Role.HELP)


class Guidance(NamedTuple):
    """What a page says to its readers, with the runs of text it was read from."""

    caution: str | None
    study_text: str | None
    study_themes: tuple[str, ...]
    teachers_text: str | None
    help: tuple[Help, ...]
    runs: tuple[Run, ...]


def read_guidance(head: Sequence[tuple[Token, Role]]) -> Guidance:
    """Return the guidance of a page's head."""
    study = _text(head, Role.STUDY)
    return Guidance(
        caution=_text(head, Role.CAUTION),
        study_text=study,
        study_themes=themes(study) if study else (),
        teachers_text=_text(head, Role.TEACHERS),
        help=help_entries([token for token, role in head if role is Role.HELP]),
        runs=tuple((token.start, token.end, role) for token, role in head if role in _PARTS),
    )


def _text(head: Sequence[tuple[Token, Role]], wanted: Role) -> str | None:
    return "\n".join(token.text for token, role in head if role is wanted) or None
