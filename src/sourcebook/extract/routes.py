"""Routes: from where to where people are, were or may be moved for exploitation, as a passage says it."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, field
from typing import Final

from ahocorasick_rs import AhoCorasick

from sourcebook.extract.clauses import Clause, clauses_of
from sourcebook.extract.drafts import Draft
from sourcebook.extract.ends import (
    DESTINATION,
    ORIGIN,
    SUBJECT,
    TRANSIT,
    WITHIN,
)
from sourcebook.extract.passage import Passage
from sourcebook.extract.purposes import one_value, purposes
from sourcebook.extract.route_words import (
    ABROAD,
    BUT_NOT,
    CAME_FROM,
    CHIEF,
    COUNTRY_OF,
    DENIED,
    GOAL,
    HARM,
    INSIDE,
    MOVED,
    NATIONALS,
    NEGATED,
    PRONOUN,
    RANKED_AFTER,
    ROLES,
    RURAL,
    SEEKERS,
    SEIZED,
    TAKEN,
    TAKEN_TO,
    WITHIN_IT,
    first_harm,
)


@dataclass
class RouteDraft:
    """A route while it is being read."""

    origin: str
    destination: str
    transit: list[str] = field(default_factory=list)
    internal: bool = False
    exploitation: str | None = None
    negated: bool = False
    why: dict[str, tuple[int, int]] = field(default_factory=dict)


@dataclass
class _State:
    """What earlier clauses of a passage leave behind for the next."""

    about: str
    origins: list[str] = field(default_factory=list)
    destinations: list[str] = field(default_factory=list)
    harmed: bool = False
    where: str = ""


def _exploitation(clause: Clause) -> str | None:
    strong, weak = purposes(clause.sentence, clause.first, clause.last)
    return one_value(strong, weak)


def _copular(clause: Clause, state: _State) -> tuple[list[str], set[str]] | None:
    """Read "X is a source, transit and destination country": return X and its parts.

    Of several that are destinations ("Turkey and Cyprus are the main destinations, followed by Russia") all are given.
    """
    match = clause.says(COUNTRY_OF)
    if match is None:
        return None
    subjects = clause.of(SUBJECT)
    named = subjects[0] if subjects and len(subjects[0]) == 2 else None
    head = clause.text[: match.start()]
    if (
        named is None
        and not re.search(r"\b(?:country|it|nation|state|republic|territory|kingdom|islands?)\s*$", head.strip())
        and head.strip()
    ):
        return None
    parts = {
        "source" if w in ("source", "origin", "sending", "supply") else "transit" if w == "transit" else "destination"
        for w in ROLES.findall(clause.text)
    }
    if GOAL.search(clause.text):
        parts.add("destination")
    if named is None or parts != {"destination"}:
        return [named or state.about], parts
    ranked = [
        code
        for group in clause.groups
        if RANKED_AFTER.search(clause.text, 0, clause.sentence.starts[group.ends[0].first] - clause.start)
        for code in group.codes
    ]
    return [code for code in dict.fromkeys([*subjects, *ranked]) if len(code) == 2], parts


def _pairs(origins: list[str], destinations: list[str]) -> list[tuple[str, str]]:
    return [(a, b) for a in origins for b in destinations if a != b]


# What a clause without a place may still tell: that people are moved inside the country, or what the country is.
_PLACELESS: Final = COUNTRY_OF.bit | INSIDE.bit | RURAL.bit


def _tells_none(clause: Clause, state: _State) -> bool:
    """Tell whether a clause can tell no route; what it says of harm is remembered."""
    if clause.groups or clause.home or clause.sentence.cues & _PLACELESS:
        return False
    if not (state.harmed or clause.says(SEEKERS)):
        state.harmed = clause.harmed or bool(purposes(clause.sentence, clause.first, clause.last)[0])
    return True


def _read_clause(clause: Clause, state: _State) -> list[RouteDraft]:
    if _tells_none(clause, state):
        return []
    origins, transit = clause.of(ORIGIN), clause.of(TRANSIT)
    moved = clause.of(DESTINATION)
    located = clause.of("location")
    if DESTINATION in clause.home and not moved and any(code != state.about for code in origins):
        moved = [state.about]
    if located and len(located) + len(moved) > 1 and clause.says(SEIZED):
        transit, located = [*transit, located[0]], located[1:]
    harmed = clause.harmed or bool(purposes(clause.sentence, clause.first, clause.last)[0])
    if not harmed and state.harmed and origins and moved and clause.says(TAKEN):
        harmed = True
    routes: list[tuple[str, str]] = []
    inside: list[str] = []
    copular = _copular(clause, state) if harmed or state.harmed else None
    destinations = list(dict.fromkeys([*moved, *located]))
    if clause.says(SEEKERS):
        return []
    if copular is not None:
        origins = origins or _from_home(clause, copular, state)
        for country in copular[0]:
            there, within = _of_country((country, copular[1]), origins, moved, located)
            routes, inside = routes + there, inside + within
    elif harmed and MOVED.search(clause.text):
        routes = _of_movement(clause, state, origins, moved, located)
    elif state.harmed and origins and not destinations and _tells_origin(clause):
        routes = _pairs(origins, [state.where or state.about])
    inside += _inside(clause, state, harmed)
    _remember(state, origins, destinations, harmed)
    made = [RouteDraft(a, b, [t for t in transit if t not in (a, b)]) for a, b in dict.fromkeys(routes)]
    made += [RouteDraft(code, code, internal=True) for code in dict.fromkeys(inside)]
    if made:
        _explain(clause, made, copular=copular is not None)
    return made


def _explain(clause: Clause, made: list[RouteDraft], *, copular: bool) -> None:
    """Set what the routes of one clause share: what for, whether it is denied, and the words for it."""
    negated = clause.says(NEGATED) is not None and (copular or _denies(clause))
    exploitation = _exploitation(clause)
    origin, destination = clause.span(ORIGIN), clause.span(DESTINATION, "location")
    for route in made:
        route.exploitation, route.negated = exploitation, negated
        route.why = {"route": (clause.sentence.starts[clause.first], clause.sentence.ends[clause.last - 1])}
        if origin:
            route.why["origin"] = origin
        if destination:
            route.why["destination"] = destination
    _deny_tail(clause, made)


def _deny_tail(clause: Clause, made: list[RouteDraft]) -> None:
    """Read "exploited in Britain, but no longer in Japan": only what follows is denied."""
    tail = clause.says(BUT_NOT)
    if tail is None:
        return
    denied = {
        end.code
        for group in clause.groups
        for end in group.ends
        if clause.sentence.starts[end.first] - clause.start >= tail.end()
    }
    for route in made:
        route.negated = route.destination in denied or route.origin in denied


def _from_home(clause: Clause, copular: tuple[list[str], set[str]], state: _State) -> list[str]:
    """Read "Turkey and Russia were the chief destinations": for people of the passage's own country."""
    countries, parts = copular
    if parts != {"destination"} or state.about in countries or not GOAL.search(clause.text):
        return []
    return [state.about] if CHIEF.search(clause.text) else []


def _tells_origin(clause: Clause) -> bool:
    """Read "they came from Moldova", "most were Romanians"."""
    return clause.says(CAME_FROM) is not None or NATIONALS.search(clause.text) is not None


def _denies(clause: Clause) -> bool:
    return DENIED.search(clause.text) is not None


def _remember(state: _State, origins: list[str], destinations: list[str], harmed: bool) -> None:
    if origins:
        state.origins = origins
    if destinations:
        state.destinations = destinations
        if (
            len(destinations) == 1
            and len(destinations[0]) == 2
            and harmed
            and state.about not in destinations
            and state.origins != [state.about]
        ):
            state.where = destinations[0]
    state.harmed = state.harmed or harmed


def _of_country(
    copular: tuple[str, set[str]], origins: list[str], moved: list[str], located: list[str]
) -> tuple[list[tuple[str, str]], list[str]]:
    country, parts = copular
    inside: list[str] = []
    others = [code for code in located if code != country]
    if origins and moved:
        return _pairs(origins, moved), inside
    routes: list[tuple[str, str]] = []
    if origins and "destination" in parts:
        if country in origins:
            inside.append(country)
        routes += _pairs(origins, [country])
    if moved and "source" in parts and not origins:
        routes += _pairs([country], moved)
    if others and "source" in parts and not moved and not origins:
        routes += _pairs([country], others)
    return routes, inside


def _of_movement(
    clause: Clause, state: _State, origins: list[str], moved: list[str], located: list[str]
) -> list[tuple[str, str]]:
    """Pair the origins and destinations of a clause, filling an end that it leaves to the clauses before."""
    destinations = list(dict.fromkeys([*moved, *located]))
    if moved and state.about in located and state.about not in moved:
        destinations = moved
    if not origins and destinations:
        if PRONOUN.match(clause.text) and state.origins:
            origins = state.origins
        elif (state.about not in destinations or len(destinations) > 1 or moved) and _harm_first(clause, bool(moved)):
            origins = [state.about] if state.about not in destinations or len(destinations) > 1 else []
        if not origins or not _people_here(clause):
            return []
        return _pairs(origins, destinations)
    if origins and not destinations:
        if re.search(r"\bas (?:are|were|is|do)\b", clause.text) or PRONOUN.match(clause.text):
            destinations = state.destinations
        elif origins == [state.about] or clause.says(ABROAD):
            return []
        destinations = destinations or [state.about]
        if origins and not _taken(clause):
            return []
    return _pairs(origins, destinations)


def _harm_first(clause: Clause, moved: bool) -> bool:
    """Tell whether harm is said before the first place of a clause: "exploited in Italy", not "in Italy, a law on"."""
    if moved:
        return True
    span = clause.span("location")
    start = clause.sentence.starts[clause.first]
    return span is not None and HARM.near(clause.sentence, start, span[0]) is not None


def _people_here(clause: Clause) -> bool:
    """Tell whether a clause speaks of people, of their trafficking, or of those that a clause before named."""
    sentence = clause.sentence
    people = any(sentence.lex[k].counts in ("people", "victims") for k in range(clause.first, clause.last))
    return people or re.search(r"\btraffick|\bthem\b|\bthey\b|\bsome\b|\bothers?\b|\bexploit", clause.text) is not None


def _taken(clause: Clause) -> bool:
    """Tell whether people of an origin are said to be victims, and not only mentioned."""
    return clause.says(HARM) is not None or MOVED.search(clause.text) is not None


def _inside(clause: Clause, state: _State, harmed: bool) -> list[str]:
    """Return the countries within which a clause says that people are moved or exploited."""
    if not (harmed or state.harmed):
        return []
    within = [code for code in clause.of(WITHIN) if len(code) == 2]
    if within and clause.says(WITHIN_IT):
        return within
    if clause.says(INSIDE) and (clause.says(HARM) or "internal" in clause.text):
        named = [c for c in [*clause.of("location"), *clause.of(ORIGIN)] if len(c) == 2]
        return [state.about] if not named or state.about in named or "country" in clause.text else named[:1]
    if (
        not [c for c in clause.of(DESTINATION) if c != state.about]
        and not [c for c in clause.of(ORIGIN) if c != state.about]
        and clause.says(HARM)
        and (clause.says(RURAL) or (DESTINATION in clause.home and TAKEN_TO.search(clause.text)))
    ):
        return [state.about]
    return []


def _of_figures(drafts: list[Draft]) -> list[RouteDraft]:
    """Routes that counted victims travelled: "41 from Burkina Faso", "29 Bolivian men"."""
    found = []
    for draft in drafts:
        if draft.counts != "victims" or draft.place is None or draft.compared:
            continue
        origins = list(draft.origin) or [draft.place]
        destinations = list(draft.destination) or ([draft.place] if draft.origin else [])
        for a, b in ((a, b) for a in origins for b in destinations):
            inside = a == b and draft.moved_within
            if a != b or inside:
                route = RouteDraft(a, b, internal=inside, exploitation=draft.exploitation)
                route.why = {"route": (draft.number.start, draft.sentence.ends[draft.scope[1] - 1])}
                found.append(route)
    return found


_INWARD: Final = AhoCorasick([*INSIDE.stems, *RURAL.stems])


def _may_tell(passage: Passage, start: int, end: int, inward: list[int]) -> bool:
    """Tell whether a sentence names a place, or says in other words where inside a country people are moved.

    `inward` is where in the passage the cues of these words stand.
    """
    if passage.has_place(start, end) or passage.home_towns(start, end):
        return True
    at = bisect_left(inward, start)
    if at == len(inward) or inward[at] >= end:
        return False
    return any(cue.pattern.search(passage.low, start, end) for cue in (INSIDE, RURAL))


def _accused(drafts: list[Draft]) -> dict[int, set[int]]:
    """Return the tokens of counted offenders by the start of their sentence: "tried eleven Bangladeshis"."""
    tokens: dict[int, set[int]] = {}
    for draft in drafts:
        if draft.counts == "offenders":
            tokens.setdefault(draft.sentence.start, set()).update(range(draft.index, draft.stop))
    return tokens


def read_routes(passage: Passage, drafts: list[Draft]) -> list[RouteDraft]:
    """Return the routes of a passage, each pair once, in the order in which the text gives them."""
    victims = any(draft.counts == "victims" for draft in drafts)
    harm = 0 if victims else first_harm(passage.low)
    if harm == len(passage.low):
        victims = any(not term.theme.weak for term in passage.exploitation)
        if not victims:
            return []
    state = _State(passage.about, harmed=victims)
    accused = _accused(drafts)
    inward = [start for _, start, _ in _INWARD.find_matches_as_indexes(passage.low)]
    found: list[RouteDraft] = []
    for start, end in passage.bounds:
        if not state.harmed and harm >= end:
            continue
        if _may_tell(passage, start, end, inward):
            for clause in clauses_of(passage, passage.sentence(start, end), accused.get(start, frozenset())):
                found += _read_clause(clause, state)
        state.harmed = True
    merged: dict[tuple[str, str, bool], RouteDraft] = {}
    for route in [*found, *_of_figures(drafts)]:
        key = (route.origin, route.destination, route.negated)
        if key not in merged:
            merged[key] = route
        elif merged[key].exploitation != route.exploitation:
            merged[key].exploitation = (
                merged[key].exploitation
                if route.exploitation is None
                else route.exploitation
                if merged[key].exploitation is None
                else None
            )
    return list(merged.values())
