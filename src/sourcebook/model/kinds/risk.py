"""A risk: words of a passage that may tell who a person is who was harmed."""

from __future__ import annotations

from typing import Literal

from sourcebook.model.claim import Claim

RiskKind = Literal[
    "name", "age_and_place", "address", "case_number", "contact", "birth", "document", "relation", "school"
]


class Risk(Claim, frozen=True, kw_only=True):
    """Why a passage may identify a victim, and the words that do."""

    kind: RiskKind
