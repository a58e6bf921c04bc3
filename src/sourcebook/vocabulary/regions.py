"""Regions in prose: "Southeast Asia", "West African countries", "neighbouring countries", kept as words."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files
from typing import Any, Final

from ahocorasick_rs import AhoCorasick
from msgspec import Struct


class RegionMatch(Struct, frozen=True, gc=False):
    """A region where it stands: its span in code points, its name as a noun, and whether it stands as an adjective."""

    start: int
    end: int
    name: str
    adjective: bool


def _table() -> dict[str, Any]:
    return tomllib.loads(files("sourcebook.vocabulary").joinpath("words/regions.toml").read_text("utf-8"))


_TABLE: Final = _table()
_PEOPLES: Final[dict[str, str]] = _TABLE["peoples"]


STEMS: Final[tuple[str, ...]] = tuple(_TABLE["stems"])
_STEM: Final = AhoCorasick(STEMS)


def region_stems(low: str) -> list[int]:
    """Return where a letters-in-a-row stands without which no region does: only there is it worth to look for one."""
    found = _STEM.find_matches_as_indexes(low)
    # A stem opens its word, but for "southeast" and "northwest".
    return [start for _, start, _ in found if not start or not low[start - 1].isalnum() or low[start - 1] == "h"]


def _any(words: list[str]) -> str:
    return "(?:" + "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True)) + ")"


@cache
def _pattern() -> re.Pattern[str]:
    direction = _any(_TABLE["directions"])
    lands = _any(_TABLE["lands"])
    single = [name for name in _PEOPLES if name not in ("sub-saharan", "arab", "gulf")]
    return re.compile(
        rf"\b(?:(?P<name>(?:{direction}[ -])?{_any(_TABLE['continents'])}|{_any(_TABLE['names'])})"
        rf"|(?P<around>{_any(_TABLE['around'])}\s(?P<sub>{direction}\s)?(?P<adj>{_any(single)}\s)?{lands})"
        rf"|(?P<people>(?:{direction}[ -])?{_any(list(_PEOPLES))})(?P<lands>\s{lands})?)(?![\w-])"
    )


def regions_in(text: str, low: str, start: int = 0, end: int | None = None) -> list[RegionMatch]:
    """Return the regions of a folded text, of which `low` is the lower case; proper names need their capital."""
    found: list[RegionMatch] = []
    stop = len(low) if end is None else end
    for match in _pattern().finditer(low, start, stop):
        words = text[match.start() : match.end()]
        if match["around"]:
            found.append(RegionMatch(match.start(), match.end(), words, adjective=False))
        elif match["name"]:
            last = words.split()[-1]
            if last[0].isupper() and (match["name"] != "west" or low[: match.start()].endswith("the ")):
                found.append(RegionMatch(match.start(), match.end(), words, adjective=False))
        elif any(word[0].isupper() for word in words.split()):
            name = _noun(words, match["people"], match["lands"])
            found.append(RegionMatch(match.start(), match.end(), name, adjective=not match["lands"]))
    return found


def _noun(words: str, people: str, lands: str | None) -> str:
    adjective = words[: len(words) - len(lands)] if lands else words
    if people in _PEOPLES:
        return _PEOPLES[people]
    direction, _, rest = adjective.replace("-", " ").partition(" ")
    return f"{direction} {_PEOPLES.get(rest.lower(), rest)}"
