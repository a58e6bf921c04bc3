"""Which mentions of countries mean the country: not Georgia the state, Jordan the man, or an embassy."""

from __future__ import annotations

import re
from typing import Final

from sourcebook.vocabulary.countries import CountryMatch
from sourcebook.vocabulary.lexicon import word_set
from sourcebook.vocabulary.towns import FORM

NEAR: Final = 1500
LEAD: Final = 40
FIRST_NAMES: Final = word_set("first_names")
_AMERICAN: Final = re.compile(
    r"\b(?:atlanta|savannah|augusta|macon|athens, georgia|alabama|florida|tennessee|carolina|texas"
    r"|u\.s\.|us state|american state|fbi)\b"
)
_CAUCASUS: Final = re.compile(
    r"\b(?:georgian|tbilisi|batumi|abkhazia|ossetia|azerbaijan|armenia|caucasus|republic of georgia)\b"
)
_ORGANISATION_AFTER: Final = re.compile(
    r"^(?:'s)?\s(?:embassy|consulate|high commission|ambassador|trust|foundation|fund|times|post"
    r"|herald|airlines?|airways|council|committee|commission|association|institute|university"
    r"|red cross|red crescent|aid\b|agency for|international development|development agency"
    r"|refugee council|bar association|church|broadcasting|press|news|centre for|center for|society"
    r"|bank|peace corps|bureau|department of (?:state|labor|justice|homeland)|state department"
    r"|government-funded|dollars?|funded|department|ministry of foreign|broadcasting)\b"
)
_OFFICE_BEFORE: Final = re.compile(
    r"\b(?:embass(?:y|ies)|consulates?|high commission|bank|ambassador|university|branch|office"
    r"|chapter|bishops|church|council|friends|voice|radio|times) (?:of|in|to|from) (?:the )?$"
)
_ACRONYM_BEFORE: Final = re.compile(
    r"(?:^|[\s(])(?:[A-Z]{3,}|[A-Z][a-z]+(?:\s(?:the|of|des|de))?\s[A-Z][a-z]+|Children|Caritas"
    r"|Unicef|Oxfam|Interpol|Ecpat|Amnesty|Care|Plan|Vision|Aid|International)\s$"
)
_TITLE_BEFORE: Final = re.compile(
    r"\b(?:Mr|Ms|Mrs|Dr|Prof|Sgt|Capt|Gen|Judge|Officer|Detective|Senator|Minister|President|Chief"
    r"|Father|Sister|named|called)\.?\s(?:[A-Z][a-z]+\s)?$"
)
_SURNAME: Final = re.compile(r"^\s(?:[A-Z]\.\s)?[A-Z][a-z]+(?:\s|,|'|\.|$)")
_PROPER: Final = re.compile(r"\s(?!Is\b|Was\b|Has\b|In\b|To\b|And\b|The\b)[A-Z][a-z]{2,}(?!-)")


def _is_state(low: str, match: CountryMatch, about: str) -> bool:
    """Georgia in North America: an American city, state or context, and nothing of the Caucasus."""
    if (
        low[match.start : match.end] != "georgia"
        or _CAUCASUS.search(low, max(0, match.start - NEAR), match.end + NEAR)
        or about == "GE"
    ):
        return False
    return about == "US" or _AMERICAN.search(low, max(0, match.start - NEAR), match.end + NEAR) is not None


def _is_person(text: str, low: str, match: CountryMatch) -> bool:
    if low[match.start : match.end] not in FIRST_NAMES:
        return False
    if _TITLE_BEFORE.search(text, max(0, match.start - 40), match.start):
        return True
    surname = _SURNAME.match(text, match.end, match.end + 40)
    return surname is not None and not text[max(0, match.start - 4) : match.start].endswith(
        ("in ", "to ", "om ", "of ", "by ")
    )


def _is_organisation(text: str, low: str, match: CountryMatch) -> bool:
    if _ORGANISATION_AFTER.match(low[match.end : match.end + 40]):
        return True
    if _OFFICE_BEFORE.search(low, max(0, match.start - 30), match.start):
        return True
    if match.form in ("name", "alias", "town") and _PROPER.match(text, match.end, match.end + 24):
        return True
    if match.form == "demonym":
        return _SURNAME.match(text, match.end, match.end + 24) is not None and low[
            match.end + 1 : match.end + 5
        ] not in ("girl", "wome", "men ", "chil")
    first = max(0, match.start - LEAD)
    # The name of an organisation ends in a word with a capital.
    if text[first : match.start - 1].rpartition(" ")[2].islower():
        return False
    return _ACRONYM_BEFORE.search(text, first, match.start) is not None


def merged(countries: tuple[CountryMatch, ...], towns: tuple[CountryMatch, ...]) -> tuple[CountryMatch, ...]:
    """Return the mentions of countries and of towns in order; where two overlap, the one that starts first."""
    if not towns:
        return countries
    kept: list[CountryMatch] = []
    for match in sorted((*countries, *towns), key=lambda match: (match.start, -match.end)):
        if not kept or match.start >= kept[-1].end:
            kept.append(match)
    return tuple(match for at, match in enumerate(kept) if not _of_next(match, kept[at + 1 : at + 2]))


def _of_next(match: CountryMatch, following: list[CountryMatch]) -> bool:
    """Read "the Egyptian Sinai": the adjective belongs to the place that it stands before."""
    if match.form != "demonym" or not following or following[0].form != FORM:
        return False
    return following[0].start == match.end + 1 and match.code in (following[0].code, *following[0].also)


def meant(text: str, low: str, matches: tuple[CountryMatch, ...], about: str) -> tuple[CountryMatch, ...]:
    """Return the mentions that mean a country or its people."""
    return tuple(
        match
        for match in matches
        if not (_is_state(low, match, about) or _is_person(text, low, match) or _is_organisation(text, low, match))
    )


def codes(match: CountryMatch, about: str) -> str:
    """Return the country that an ambiguous form means: the page's own where it is one of them."""
    return about if about in match.also else match.code
