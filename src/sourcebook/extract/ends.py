"""The ends of a route: lists of countries in a clause, and the part that each list plays in a movement."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable
from typing import Final

from msgspec import Struct

from sourcebook.extract.mentions import codes
from sourcebook.extract.sentence import Sentence
from sourcebook.vocabulary.lexicon import word_set
from sourcebook.vocabulary.regions import RegionMatch

ORIGIN, DESTINATION, LOCATION, TRANSIT = "origin", "destination", "location", "transit"
WITHIN, SUBJECT, NOWHERE = "within", "subject", ""
CONNECT: Final = re.compile(
    r"(?:[\s,()/]|\(\d[\d,.]*(?: (?:[a-z]+|%|per ?cent))?\)"
    r"|\b(?:and|or|as well as|the|also|but|both|to a (?:lesser|smaller|greater|limited"
    r"|more limited) (?:extent|degree)|particularly|especially|mainly|primarily|mostly|principally"
    r"|including|such as"
    r"|notably|other|neighbou?ring|countries|nations|states|mainland|northern|southern|eastern|western"
    r"|central|most (?:often|commonly|notably|recently)|in particular|among others|like|namely"
    r"|more recently|increasingly|sometimes|even|possibly|perhaps|elsewhere|nearby|then|followed by|ahead of"
    r"|next|republics?(?: of)?|parts of"
    r"|some|not only|rest of|certain|predominantly|largely|chiefly|occasionally|reportedly|frequently"
    r"|e\.g\.|usually|typically|beyond|further|farther|afield|lesser)\b)*"
)
SKIPPED: Final = word_set("skipped")
ACTORS: Final = word_set("actors")
PLACES: Final = word_set("places")
VESSELS: Final = frozenset({"boat", "vessel", "ship", "trawler", "company", "companies"})
HOMEWARD: Final = re.compile(
    r"\b(?:return(?:ed|ing|ees?)?|repatriat\w+|deport\w+|brought (?:back|home)|sent (?:back|home)"
    r"|came (?:back|home)|back|escaped?|fled|flee"
    r"|evacuated)(?:\s\w+){0,9}?\s(?:home\s)?from(?: the)? $|\brescued from(?: the)? $|\bhome from(?: the)? $"
)
BACK_TO: Final = re.compile(
    r"\b(?:return(?:ed|ing)?|repatriat\w+|deport\w+|sent (?:back|home)|back|extradit\w+|send (?:back"
    r"|home)|handed over|go home|returns?)(?:\s[\w-]+){0,7}?\s(?:home\s)?to(?: the)? $"
)
INTO_VERBS: Final = frozenset({"enter", "reach"})
ACROSS_VERBS: Final = frozenset({"transit", "cross"})
OUT_VERBS: Final = frozenset({"leave", "flee", "depart"})


class End(Struct, frozen=True, gc=False):
    """A country, people or region in a list: its tokens, its code or `region:` name, and whether it is an adjective."""

    first: int
    last: int
    code: str
    adjective: bool


class Group(Struct, frozen=True, gc=False):
    """A list of ends that one preposition governs, and its part in the movement."""

    ends: tuple[End, ...]
    role: str

    @property
    def codes(self) -> list[str]:
        """The codes in order, each once."""
        return list(dict.fromkeys(end.code for end in self.ends))


def find_ends(sentence: Sentence, first: int, last: int, regions: list[RegionMatch], about: str) -> list[End]:
    """Return the countries, peoples and regions between two tokens."""
    tokens = sentence.country_tokens
    found = [
        End(k, k + 1, codes(sentence.countries[k], about), sentence.tags[k] == "D")
        for k in tokens[bisect_left(tokens, first) : bisect_left(tokens, last)]
    ]
    for region in regions:
        k, stop = sentence.at(region.start), sentence.at(region.end)
        whole = first <= k < last and sentence.starts[k] == region.start
        if whole and not any(j in sentence.countries for j in range(k, stop)):
            found.append(End(k, max(stop, k + 1), f"region:{region.name}", region.adjective))
    return sorted(found, key=_place) if regions else found


def _place(end: End) -> tuple[int, int]:
    return end.first, end.last


def _joined(sentence: Sentence, before: End, after: End) -> bool:
    between = sentence.low[sentence.ends[before.last - 1] : sentence.starts[after.first]]
    return CONNECT.fullmatch(between) is not None


def groups(sentence: Sentence, ends: list[End], floor: int) -> list[Group]:
    """Cut the ends of a clause into lists and give each its role."""
    lists: list[list[End]] = []
    for end in ends:
        if lists and _joined(sentence, lists[-1][-1], end) and not _subject_again(lists[-1][-1], end):
            lists[-1].append(end)
        else:
            lists.append([end])
    return [Group(tuple(members), _role(sentence, members, floor)) for members in lists]


def _subject_again(before: End, after: End) -> bool:
    """Know a name and then a people ("to Italy, Nigerian women are") begin a new list."""
    return after.adjective and not before.adjective


def _person_after(sentence: Sentence, at: int) -> int:
    """Return the noun of people that an adjective goes with, -1 for another noun, -2 for none."""
    tags = sentence.tags
    k = at
    while k < len(tags) and (tags[k] in "JDAc,EGd" or (tags[k] in "NP" and _noun_follows(sentence, k))):
        if tags[k] == "d" or (tags[k] == "E" and k == at and (sentence.lex[k].says or not _noun_follows(sentence, k))):
            break
        k += 1
    if k < len(tags) and tags[k] in "NP":
        return k if sentence.lex[k].counts in ("people", "victims", "offenders") else -1
    return -2


def _noun_follows(sentence: Sentence, k: int) -> bool:
    tags = sentence.tags
    if sentence.lex[k].plural and sentence.lex[k].counts:
        return False
    return k + 1 < len(tags) and tags[k + 1] in "NPJG"


def _of_people(sentence: Sentence, members: list[End], floor: int) -> str:
    """Return the role of a list of peoples: "Moldovan women", "Thai fishing boats", "sold to Chinese men"."""
    last = members[-1]
    first = members[0].first
    person = _person_after(sentence, last.last)
    before = sentence.words[first - 1] if first else ""
    k = first - 1
    while k >= floor and sentence.tags[k] in "dJA#":
        k -= 1
    lead = sentence.words[k] if k >= floor else ""
    word = sentence.words[last.first]
    if person == -2 and not (word.endswith(("s", "ese", "i"))):
        return NOWHERE
    if person == -1:
        return (
            DESTINATION if lead in ("in", "on", "to", "into", "at", "across", "aboard") and before != "by" else NOWHERE
        )
    if person >= 0:
        base = sentence.lex[person].base
        if base in ACTORS or sentence.lex[person].counts == "offenders" or _accused(sentence, person + 1):
            return NOWHERE
    if lead == "by" or (k >= floor and sentence.lex[k].base == "marry"):
        return NOWHERE
    if (
        lead in ("to", "into")
        and k >= 1
        and re.search(
            r"\b(?:sold|sell|sells|selling|married|marry|given|delivered|brides?|wives|marriage)\b",
            sentence.phrase(max(floor, k - 6), k),
        )
    ):
        return DESTINATION
    return ORIGIN


def _accused(sentence: Sentence, at: int) -> bool:
    """Tell whether people are said to have been charged, arrested or convicted right after they are named."""
    if sentence.words[at + 1 : at + 2] == ["trial"] or sentence.words[at + 2 : at + 3] == ["trial"]:
        return True
    return any(
        sentence.lex[k].action in ("arrested", "prosecuted", "convicted")
        for k in range(at, min(at + 4, len(sentence.tags)))
        if sentence.tags[k] == "E"
    )


def _role(sentence: Sentence, members: list[End], floor: int) -> str:
    """Return the part that a list plays: that of the nearest word before it which governs places."""
    if members[0].adjective:
        return _of_people(sentence, members, floor)
    k = members[0].first - 1
    while k >= floor:
        word, tag = sentence.words[k], sentence.tags[k]
        rule = PREPOSITIONS.get(word)
        if rule is not None:
            return rule(sentence, k, floor)
        if word == "of":
            noun = sentence.lex[k - 1] if k > floor else None
            if noun is not None and noun.base in ACTORS:
                return NOWHERE
            if noun is not None and noun.counts in ("people", "victims"):
                return ORIGIN
            k -= 2
        elif word in SKIPPED or tag in "dJA,P(-scN":
            k -= 1
        else:
            return _of_verb(sentence.lex[k].base) if tag in "VEG" else NOWHERE
    return SUBJECT


def _of_verb(base: str) -> str:
    """Return the part of a place that a verb takes itself: "entered Algeria", "left Nigeria"."""
    if base in INTO_VERBS:
        return DESTINATION
    if base in ACROSS_VERBS:
        return TRANSIT
    return ORIGIN if base in OUT_VERBS else NOWHERE


def _lead(sentence: Sentence, at: int, floor: int) -> str:
    return sentence.low[sentence.starts[max(floor, at - 12)] : sentence.ends[at]] + " "


def _from(sentence: Sentence, at: int, floor: int) -> str:
    if HOMEWARD.search(_lead(sentence, at, floor)):
        return DESTINATION
    if at and sentence.lex[at - 1].base in VESSELS:
        return LOCATION
    return NOWHERE if _actor_before(sentence, at, floor) else ORIGIN


def _to(sentence: Sentence, at: int, floor: int) -> str:
    return ORIGIN if BACK_TO.search(_lead(sentence, at, floor)) else DESTINATION


def _for(sentence: Sentence, at: int, floor: int) -> str:
    bound = at > floor and (sentence.words[at - 1] in BOUND or sentence.lex[at - 1].base == "leave")
    return DESTINATION if bound else NOWHERE


def _in(sentence: Sentence, at: int, floor: int) -> str:
    if at > floor and sentence.words[at - 1] in FLED:
        return NOWHERE
    if at > floor and sentence.words[at - 1] in HURT:
        return TRANSIT
    if _actor_before(sentence, at, floor):
        return DESTINATION if SOLD_TO.search(sentence.phrase(max(floor, at - 8), at)) else NOWHERE
    return DESTINATION if _toward(sentence, at, floor) else LOCATION


def _through(_sentence: Sentence, _at: int, _floor: int) -> str:
    return TRANSIT


def _within(_sentence: Sentence, _at: int, _floor: int) -> str:
    return WITHIN


FLED: Final = frozenset(
    {"conflict", "war", "violence", "fighting", "crisis", "unrest", "persecution", "embassy", "law"}
)
SOLD_TO: Final = re.compile(
    r"\b(?:sold|sell|sells|selling|handed|passed|delivered)(?: \w+){0,2} to (?:[\w-]+ ){0,2}[\w-]+$"
)
HURT: Final = frozenset({"tortured", "beaten", "ransomed", "raped", "shipwrecked"})
BOUND: Final = frozenset({"bound", "destined", "headed", "left", "leave", "depart", "destination"})
PREPOSITIONS: Final[dict[str, Callable[[Sentence, int, int], str]]] = {
    "from": _from,
    **dict.fromkeys(("to", "into", "towards", "toward"), _to),
    "for": _for,
    **dict.fromkeys(("in", "at", "on", "inside", "throughout", "aboard", "off"), _in),
    **dict.fromkeys(("through", "via", "across"), _through),
    "within": _within,
}


def _toward(sentence: Sentence, at: int, floor: int) -> bool:
    """Read "to bases in", "into brothels in": the noun of the place stands under "to" itself."""
    k = at - 1
    while k >= floor and at - k < 6 and sentence.tags[k] in "NJdPDA":
        k -= 1
    return floor <= k < at - 1 and sentence.words[k] in ("to", "into", "towards") and sentence.tags[k + 1] != "V"


def _actor_before(sentence: Sentence, at: int, floor: int) -> bool:
    """Tell whether the noun before a preposition acts and is not moved: "police in", "tourists from"."""
    k = at - 1
    while k >= floor and sentence.tags[k] in "A,":
        k -= 1
    return (
        k >= floor
        and sentence.tags[k] in "NP"
        and (sentence.lex[k].base in ACTORS or sentence.lex[k].counts == "offenders")
    )
