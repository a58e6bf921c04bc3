"""Every mention of a country or its people in a text: a purely lexical search by one automaton, in linear time.

What a mention means where it stands (Georgia the state, Jordan the man, "the US Embassy") is for the reader of these
matches to judge; phrases that are never the country ("Latin America", "Gulf of Guinea") are left out.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from ahocorasick_rs import AhoCorasick, MatchKind

from sourcebook.model.base import Value
from sourcebook.vocabulary.country_data import Form, countries, not_countries
from sourcebook.vocabulary.folding import Folded, fold

_LITTLE = frozenset(("and", "of", "the", "da", "d'Ivoire"))


class CountryMatch(Value, frozen=True):
    """A mention: its span in code points, the country meant first, the kind of form, and whom else it may mean."""

    start: int
    end: int
    code: str
    form: str
    also: tuple[str, ...] = ()
    until: int | None = None


class _Words(NamedTuple):
    automaton: AhoCorasick
    meanings: tuple[tuple[str, Form] | None, ...]
    lengths: tuple[int, ...]


def _spellings(form: Form) -> Iterator[str]:
    """Yield the ways in which a form is written: as it stands, as in a title, in capitals, with points."""
    text = fold(form.text).text
    if form.kind == "abbreviation":
        yield from (text, ".".join(text), ".".join(text) + ".", ". ".join(text) + ".")
        return
    saints = {text, text.replace("Saint ", "St. "), text.replace("Saint ", "St "), text.replace("St. ", "Saint ")}
    for plain in saints | {saint.replace(" and ", " & ") for saint in saints}:
        titled = " ".join(w[0].upper() + w[1:] if w in _LITTLE else w for w in plain.split())
        yield from (plain, titled, plain.upper())


@cache
def _words() -> _Words:
    meanings: dict[str, tuple[str, Form] | None] = {}
    for code, entry in countries().items():
        for form in entry.forms:
            for spelling in _spellings(form):
                meanings.setdefault(spelling, (code, form))
    for phrase in not_countries():
        meanings |= dict.fromkeys(_spellings(Form(text=phrase, kind="")))
    automaton = AhoCorasick(list(meanings), matchkind=MatchKind.Standard)
    return _Words(automaton, tuple(meanings.values()), tuple(map(len, meanings)))


def _longest(text: str) -> Iterator[tuple[int, int, int]]:
    """Yield pattern, start and end of the matches of whole words: the first that starts, and of those the longest."""
    found: dict[int, tuple[int, int]] = {}
    for pattern, start, end in _words().automaton.find_matches_as_indexes(text, overlapping=True):
        opens = start == 0 or not text[start - 1].isalnum()
        closes = end == len(text) or not text[end].isalnum()
        if opens and closes and end > found.get(start, (0, 0))[1]:
            found[start] = (pattern, end)
    reached = 0
    for start in sorted(found):
        pattern, end = found[start]
        if start >= reached:
            reached = end
            yield pattern, start, end


def countries_in(text: str) -> tuple[CountryMatch, ...]:
    """Return every mention in the order of the text, none overlapping; capitals are needed ("Turkey", not "turkey")."""
    return countries_in_folded(fold(text))


def countries_in_folded(folded: Folded, *, original: bool = True) -> tuple[CountryMatch, ...]:
    """Return every mention in a text that is folded already; offsets are the original's, or the folded text's."""
    matches = []
    for pattern, start, end in _longest(folded.text):
        if meaning := _words().meanings[pattern]:
            code, form = meaning
            first, last = folded.span(start, end) if original else (start, end)
            matches.append(
                CountryMatch(start=first, end=last, code=code, form=form.kind, also=form.also, until=form.until)
            )
    return tuple(matches)
