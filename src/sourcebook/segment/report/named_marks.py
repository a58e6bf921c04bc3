"""Marks that name a reference by its maker: "(Ostrander & Vale, 2009; ILO 2012, p. 4)", "Vale (2009)", "(Vale 45)"."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from sourcebook.model.report import Mark, Reference
from sourcebook.segment.report.sentences import stops_of
from sourcebook.vocabulary.folding import fold

_ROUND = re.compile(r"[(\[](?P<inside>[^()\[\]]*(?:\([^()]*\)[^()\[\]]*)*)[)\]]")
_JOINT = re.compile(r"\s*,?\s+(?:and|y|et|und)\s+(?=[^\W\d_a-z][^;]*(?:19|20)\d\d)")
_YEAR = re.compile(r"(?P<year>(?:1[89]|20)\d\d|n\.\s?d\.)(?P<letter>[a-h])?(?!\d)", re.IGNORECASE)
_LEAD = re.compile(
    r"^(?:see(?:\s+also)?|cf\.?|e\.\s?g\.,?|in|quoted\s+in|cited\s+in|v\u00e9ase|ver|voir|vgl\.?|siehe)\s+",
    re.IGNORECASE,
)
_PAGES = re.compile(r"[,:]?\s*(?:(?:pp?|S|par|paras?)\.?\s*)?\d{1,4}(?:\s*[\u2013-]\s*\d{1,4})?\s*$")
_ET_AL = re.compile(r"\s*,?\s+(?:et\s+al\.?|and\s+others|y\s+otros|u\.\s?a\.)", re.IGNORECASE)
_JOINED = re.compile(r"\s*(?:,|&|\band\b|\by\b|\bet\b|\bund\b)\s*")
_BEFORE = re.compile(
    r"(?P<name>[^\W\d_a-z][\w\u2019'-]*(?:\s+(?:et\s+al\.?|(?:and|&|y|et|und)\s+[^\W\d_a-z][\w\u2019'-]*|[^\W\d_a-z][\w\u2019'-]*"
    r"|of|de|del|for|the)){0,7})[\u2019']?s?\s*$"
)


class Known(NamedTuple):
    """The references by the names of their makers: each name with its places, and the year and letter of each place."""

    by_name: dict[str, list[int]]
    years: dict[int, tuple[str, str]]


def known_names(references: Sequence[Reference]) -> Known:
    """File references under the names by which a mark may call them."""
    by_name: dict[str, list[int]] = defaultdict(list)
    years: dict[int, tuple[str, str]] = {}
    for place, reference in enumerate(references, start=1):
        for name in _names_of(reference):
            by_name[name].append(place)
        found = _YEAR.search(reference.text)
        told = (reference.issued or "").lstrip("[")[:4] or (found["year"] if found else "")
        lettered = next((one["letter"] for one in _YEAR.finditer(reference.text) if one["letter"]), "")
        years[place] = (told, lettered or "")
    return Known(dict(by_name), years)


def _names_of(reference: Reference) -> Iterator[str]:
    if reference.authors:
        yield _plain(_surname(reference.authors[0]))
        return
    maker = reference.publisher or ""
    if maker:
        yield _plain(maker)
        capitals = "".join(word[0] for word in maker.split() if word[:1].isupper())
        if len(capitals) > 1:
            yield _plain(capitals)
        short = re.search(r"\(([A-Z][\w-]{1,12})\)", maker)
        if short:
            yield _plain(short[1])
            yield _plain(maker[: short.start()])
    if reference.title:
        yield _plain(reference.title)
        yield _plain(" ".join(reference.title.split()[:3]))


def _surname(name: str) -> str:
    return name.partition(",")[0] if "," in name else (name.split() or [""])[-1]


def _plain(text: str) -> str:
    return " ".join(re.findall(r"\w+", fold(text).text.casefold()))


def named_marks(text: str, known: Known, *, dated: bool) -> tuple[Mark, ...]:
    """Return the marks of a text that name known references; `dated` ones give the year, others the name alone."""
    stops = [0, *stops_of(text)]
    made = []
    for found in _ROUND.finditer(text):
        places, start = _places(text, found, known, dated=dated)
        if places:
            sentence = max((stop for stop in stops if stop <= start), default=0)
            until = next((stop for stop in stops if stop >= found.end()), len(text))
            made.append(
                Mark(start=start, end=found.end(), numbers=places, places=places, sentence=sentence, until=until)
            )
    return tuple(made)


def _places(text: str, found: re.Match[str], known: Known, *, dated: bool) -> tuple[tuple[int, ...], int]:
    inside = found["inside"].strip()
    if dated and (year := _YEAR.match(inside)) is not None:
        before = _BEFORE.search(text[: found.start()])
        names = _tails(before["name"]) if before else []
        for name in names:
            if places := _dated(known, name, year):
                return places, found.start() - len(before[0]) if before else found.start()
        return (), found.start()
    read = [places for part in inside.split(";") for places in _parts(part, known, dated=dated)]
    told = [places for places in read if places]
    if not told or len(told) < len(read) / 2:
        return (), found.start()
    return tuple(dict.fromkeys(place for places in told for place in places)), found.start()


def _parts(part: str, known: Known, *, dated: bool) -> list[tuple[int, ...]]:
    """Return what one part of a mark names: a work by one maker or several, else two works joined by "and"."""
    whole = _part(part, known, dated=dated)
    return [whole] if whole else [_part(one, known, dated=dated) for one in _JOINT.split(part)]


def _tails(name: str) -> list[str]:
    """Return a name and each of its ends, the longest first: what stands before "(2009)" may begin with other words."""
    words = name.split()
    return [" ".join(words[at:]) for at in range(len(words))]


def _part(part: str, known: Known, *, dated: bool) -> tuple[int, ...]:
    part = _LEAD.sub("", part.strip())
    if not dated:
        return tuple(_called(known, _PAGES.sub("", part))[:1])
    years = list(_YEAR.finditer(part))
    if not years:
        return ()
    name = part[: years[0].start()].rstrip(" ,:(")
    return tuple(dict.fromkeys(place for year in years for place in _dated(known, name, year)))


def _dated(known: Known, name: str, year: re.Match[str]) -> tuple[int, ...]:
    letter = (year["letter"] or "").lower()
    of_year = [place for place in _called(known, name) if known.years[place][0] == year["year"]]
    lettered = [place for place in of_year if known.years[place][1] == letter]
    return tuple((lettered or of_year)[:1])


def _called(known: Known, name: str) -> list[int]:
    """Return the places of the references that a name in a mark may call: the whole name, else its first surname."""
    whole = _plain(_ET_AL.sub("", name))
    if whole in known.by_name:
        return known.by_name[whole]
    first = _plain(_JOINED.split(_ET_AL.sub("", name))[0])
    if first in known.by_name:
        return known.by_name[first]
    last = first.split()[-1] if first else ""
    if last in known.by_name:
        return known.by_name[last]
    longer = [places for known_as, places in known.by_name.items() if len(whole) > 5 and known_as.startswith(whole)]
    return longer[0] if len(longer) == 1 else []
