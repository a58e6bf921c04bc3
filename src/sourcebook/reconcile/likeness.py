"""Whether two tellings of one number are about one thing, and whether the later may repeat the earlier."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Literal

from rapidfuzz import fuzz

from sourcebook.model import Value
from sourcebook.model.finding import Mention
from sourcebook.reconcile.telling import quote_of
from sourcebook.reconcile.tellings import Telling
from sourcebook.vocabulary.speakers import RANK

Strength = Literal["likely", "possible", "none"]
_WORD = re.compile(r"[\w’'-]+")
# A run of this many words shared around the number, or this token-set ratio of the sentences, is wording taken over.
# Tuned on the invented archive of bench/families.py; re-run it on a change.
SHARED_RUN = 6
SHARED_RATIO = 82.0
# Below this a number turns up by chance in many works, so that only a shared period and kind speak for one thing.
COMMON_BELOW = 100
_MILD = {
    "status": ({"identified", "estimated"}, {"presumed", "estimated"}, {"identified", "presumed"}),
    "counts": ({"victims", "people"},),
}

# A number that one mention narrows to some people and the other does not is the same only if something joins them.
_NARROWING = ("sex", "age")


class Likeness(Value, frozen=True):
    """How strongly the later telling looks like a repeat of the earlier, and why, in a clause."""

    strength: Strength
    because: str
    shared_wording: bool = False
    shared_body: bool = False
    cites: bool = False

    @property
    def evidence(self) -> bool:
        """Whether more than the number itself joins the two."""
        return self.shared_wording or self.shared_body or self.cites


def same_thing(one: Mention, other: Mention) -> Literal["yes", "if_evidence", "no"]:
    """Tell whether two mentions of equal value can be about one thing.

    `if_evidence` where a field differs in a way that a careless retelling makes (a status, a period widened), so that
    only shared wording, a shared body or a citation can join them.
    """
    if one.place != other.place or _bounds(one) != _bounds(other):
        return "no"
    verdicts = [_field(one, other, field) for field in ("counts", "status", "exploitation", "sex", "age", "period")]
    verdicts += [_places(one.origin, other.origin), _places(one.destination, other.destination)]
    if "no" in verdicts:
        return "no"
    return "if_evidence" if "if_evidence" in verdicts else "yes"


def _bounds(mention: Mention) -> frozenset[float]:
    return frozenset(bound for bound in (mention.low, mention.high) if bound is not None)


def _field(one: Mention, other: Mention, field: str) -> Literal["yes", "if_evidence", "no"]:
    a, b = getattr(one, field), getattr(other, field)
    if a == b:
        return "yes"
    if a is None or b is None:
        return "if_evidence" if field in _NARROWING else "yes"
    if field == "period":
        return _periods(a, b)
    return "if_evidence" if {a, b} in _MILD.get(field, ()) else "no"


def _periods(a: str, b: str) -> Literal["if_evidence", "no"]:
    if "annual" in (a, b):
        return "if_evidence"
    wide, narrow = sorted((a, b), key=len)
    return "if_evidence" if narrow.startswith(wide) or {a[:4], b[:4], a[-7:-3]} == {wide[:4]} else "no"


def _places(one: tuple[str, ...], other: tuple[str, ...]) -> Literal["yes", "no"]:
    return "no" if one and other and not set(one) & set(other) else "yes"


def likeness(earlier: Telling, later: Telling) -> Likeness:
    """Return how strongly the later telling looks like a repeat of the earlier.

    Likely: the same body or person speaks, the sentence shares its wording, the later names the earlier's publisher or
    title, or both stand in works of one publisher. Possible: nothing speaks against it, and at least one of the two
    leaves open who counted. None: both name speakers, and different ones.
    """
    wording = _shared_wording(earlier.mention, later.mention)
    bodies = earlier.voice.bodies & later.voice.bodies
    person = _shared_person(earlier.voice.person, later.voice.person)
    cites = _cites(later.mention, earlier.mention)
    publisher = _one_publisher(earlier, later)
    reasons = []
    if cites:
        reasons.append("it names the earlier work")
    if person or bodies:
        reasons.append(f"the same speaker, {person or ', '.join(sorted(bodies))}")
    if wording:
        reasons.append("the sentence shares its wording")
    if publisher:
        reasons.append("one publisher's editions")
    if reasons:
        return Likeness(
            strength="likely",
            because="same value; " + "; ".join(reasons),
            shared_wording=wording,
            shared_body=bool(person or bodies),
            cites=cites,
        )
    if min(RANK[earlier.voice.speaker], RANK[later.voice.speaker]) <= RANK["kind"]:
        vague = later if RANK[later.voice.speaker] <= RANK["kind"] else earlier
        said = f"“{vague.mention.said_by}”" if vague.mention.said_by else "a text that names no speaker"
        return Likeness(
            strength="possible", because=f"same value; {said} may be the same source told again, or another"
        )
    return Likeness(strength="none", because=f"same value, but {_who(later)} speaks and not {_who(earlier)}")


def _who(telling: Telling) -> str:
    return telling.voice.person or ", ".join(sorted(telling.voice.bodies)) or "somebody unnamed"


def _shared_person(one: str | None, other: str | None) -> str | None:
    """Return the person where both name one, by the last name where one of them gives no more."""
    if one and other and one.split()[-1].casefold() == other.split()[-1].casefold():
        return max(one, other, key=len)
    return None


def _one_publisher(earlier: Telling, later: Telling) -> bool:
    """Tell whether two works of one publisher speak in their own voice."""
    one, other = earlier.mention.publisher, later.mention.publisher
    silent = earlier.mention.said_by is None and later.mention.said_by is None
    return bool(one and other and silent and one.casefold() == other.casefold())


def _cites(later: Mention, earlier: Mention) -> bool:
    """Tell whether the later mention's sentence names the earlier work by its publisher or its title."""
    quote = quote_of(later).casefold()
    said = (later.said_by or "").casefold()
    publisher = (earlier.publisher or "").casefold()
    title = earlier.title.casefold()
    names_publisher = len(publisher) > 3 and publisher in (said or quote)
    return later.work != earlier.work and (names_publisher or (len(title) > 20 and title in quote))


def _shared_wording(one: Mention, other: Mention) -> bool:
    """Tell whether two quoted sentences share their wording; our notes are never taken for quotations.

    A common number needs a longer run or a long sentence kept whole, since formulas such as "police found three
    victims" are written anew every day.
    """
    if "note" in (one.kind, other.kind):
        return False
    return _alike(quote_of(one), one.number, quote_of(other), other.number, common=is_common(one))


@lru_cache(maxsize=4096)
def _alike(one: str, number: str, other: str, as_number: str, *, common: bool) -> bool:
    ratio, shortest, run = (97.0, 80, 3 * SHARED_RUN) if common else (SHARED_RATIO, 40, SHARED_RUN)
    if min(len(one), len(other)) >= shortest and fuzz.token_set_ratio(one, other, processor=_folded) >= ratio:
        return True
    return _run_around(one, number, other, as_number) >= run


def is_common(mention: Mention) -> bool:
    """Tell whether a number turns up in many works by chance: a share, or a count under a hundred."""
    value = mention.high if mention.high is not None else mention.low
    return mention.counts == "share" or value is None or value < COMMON_BELOW


def _folded(text: str) -> str:
    return " ".join(_WORD.findall(text.casefold()))


def _run_around(one: str, number: str, other: str, as_number: str) -> int:
    """Return how many words in a row two sentences share around their number words, which count as one and equal."""
    a, b = (_words_with_mark(text, figure) for text, figure in ((one, number), (other, as_number)))
    if "#" not in a or "#" not in b:
        return 0
    at, bt = a.index("#"), b.index("#")
    length = 1
    while at - length >= 0 and bt - length >= 0 and a[at - length] == b[bt - length]:
        length += 1
    ahead = 1
    while at + ahead < len(a) and bt + ahead < len(b) and a[at + ahead] == b[bt + ahead]:
        ahead += 1
    return length + ahead - 1


def _words_with_mark(text: str, number: str) -> list[str]:
    return re.findall(r"#|[\w’'-]+", text.casefold().replace(number.casefold(), " # ", 1))
