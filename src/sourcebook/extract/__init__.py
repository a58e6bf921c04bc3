"""Claims read from passages: figures, routes, themes and tiers, each with its place in the text."""

from sourcebook.extract.claims import EXTRACTOR, KINDS, VERSION, Claims, Kind, Reading, claims, claims_by_kind

__all__ = ["EXTRACTOR", "KINDS", "VERSION", "Claims", "Kind", "Reading", "claims", "claims_by_kind"]
