"""Whether two tellings of one number are about one thing, and whether the later may repeat the earlier."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Literal

from rapidfuzz import fuzz

from sourcebook.model import Value
from sourcebook.model.finding import Mention
from sourcebook.reconcile.record import recorded
from sourcebook.reconcile.telling import quote_of
from sourcebook.reconcile.tellings import Telling
from sourcebook.vocabulary.bodies import body, relation
from sourcebook.vocabulary.speakers import RANK, same_person, voices_agree

Strength = Literal["likely", "possible", "none"]
_WORD = re.compile(r"[\w’'-]+")
# A run of this many words shared around the number, or this token-set ratio of the sentences, is wording taken over.
# Tuned on the invented archive of bench/families.py; re-run it on a change.
SHARED_RUN = 6
SHARED_RATIO = 82.0
# A title of fewer words is written by chance.
TITLE_WORDS = 3
# Below this a number turns up by chance in many works, so that only a shared period and kind speak for one thing.
COMMON_BELOW = 100
_MILD = {
    "status": (
        {"identified", "estimated"},
        {"presumed", "estimated"},
        {"identified", "presumed"},
        {"identified", "assisted"},
    ),
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
    by_record: bool = False

    @property
    def evidence(self) -> bool:
        """Whether more than the number itself joins the two."""
        return self.shared_wording or self.shared_body or self.cites

    @property
    def words(self) -> bool:
        """Whether the later takes over words of the earlier or names it."""
        return self.shared_wording or self.cites


def same_thing(one: Mention, other: Mention) -> Literal["yes", "if_evidence", "if_wording", "no"]:
    """Tell whether two mentions of equal value can be about one thing.

    `if_evidence` where a field differs in a way that a careless retelling makes (a status, a period widened), so that
    only shared wording, a shared body or a citation can join them; `if_wording` where several do, so that a shared body
    is too little: one police force counts many things.
    """
    if one.place != other.place or _bounds(one) != _bounds(other):
        return "no"
    verdicts = [_field(one, other, field) for field in ("counts", "status", "exploitation", "sex", "age", "period")]
    verdicts.append(_subjects(one, other))
    verdicts += [_places(one.origin, other.origin), _places(abroad(one), abroad(other))]
    if "no" in verdicts:
        return "no"
    mild = verdicts.count("if_evidence")
    return "yes" if not mild else "if_evidence" if mild == 1 else "if_wording"


def _subjects(one: Mention, other: Mention) -> Literal["yes", "if_evidence"]:
    """Compare what cases are about, "complaints of trafficking" and "complaints about hotels": they share no word."""
    if one.counts not in _ABOUT or other.counts not in _ABOUT:
        return "yes"
    mine, theirs = _about(one), _about(other)
    return "if_evidence" if mine and theirs and not mine & theirs else "yes"


_ABOUT = ("cases", "investigations", "prosecutions", "convictions", "other", "places")
_REACH = 60


def _about(mention: Mention) -> frozenset[str]:
    """Return the telling words near a number, the nouns that count left out."""
    after = re.split(r"[.;:()]", mention.text[mention.end : mention.end + _REACH])[0]
    words = {word.casefold().rstrip("s") for word in re.findall(r"[^\W\d_]{4,}", after)}
    return frozenset(words - _COUNTS)


# The nouns and the verbs of counting, and the words of grammar, which every such sentence has.
_COUNTS = frozenset(
    ["complaint", "case", "investigation", "prosecution", "conviction", "inquirie", "crime", "offence", "incident",
     "were", "been", "opened", "registered", "recorded", "received", "with", "from", "that", "which", "during", "into",
     "about"]
)  # fmt: skip


def abroad(mention: Mention) -> tuple[str, ...]:
    """Return where people were taken to, but for the country where they were counted."""
    return tuple(code for code in mention.destination if code != mention.place)


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

    Likely: its references cite the earlier or what that cites, it names the earlier's publisher or title, the same body
    or person speaks, both are of one publisher, or neither names anybody and they share their wording. Possible:
    nothing speaks against it, and at least one of the two leaves open who counted. None: both name speakers, and
    different ones, whatever wording they share.
    """
    wording = _shared_wording(earlier.mention, later.mention)
    person = same_person(earlier.voice.person, later.voice.person)
    agree = voices_agree(earlier.voice, later.voice)
    record = recorded(earlier, later)
    cites = record is not None or _cites(earlier, later)
    reasons = [record] if record else []
    if cites and not record:
        reasons.append("it names the earlier work")
    speaker = person or _shared(earlier, later)
    if speaker:
        reasons.append(f"the same speaker, {speaker}")
    elif _one_publisher(earlier, later):
        reasons.append("one publisher's editions")
    if wording and (reasons or (_unnamed(earlier) and _unnamed(later))):
        reasons.append("the sentence shares its wording")
    if reasons:
        because = "same value; " + "; ".join(reasons)
        body_shared = speaker is not None
        return Likeness(
            strength="likely",
            because=because,
            shared_wording=wording,
            shared_body=body_shared,
            cites=cites,
            by_record=record is not None,
        )
    if earlier.voice.bodies and later.voice.bodies and agree == "different":
        because = f"same value, but {_who(later)} speaks and not {_who(earlier)}"
        return Likeness(strength="none", because=because, shared_wording=wording)
    return Likeness(strength="possible", because=f"same value; {_open(earlier, later)}", shared_wording=wording)


def _unnamed(telling: Telling) -> bool:
    return telling.mention.said_by is None and telling.voice.speaker == "none"


def _open(earlier: Telling, later: Telling) -> str:
    """Return why two tellings may or may not be of one source."""
    if RANK[later.voice.speaker] > RANK["kind"] and RANK[earlier.voice.speaker] > RANK["kind"]:
        return f"{_who(later)} may be the same source as {_who(earlier)}, or another"
    vague = later if RANK[later.voice.speaker] <= RANK["kind"] else earlier
    said = f"“{vague.mention.said_by}”" if vague.mention.said_by else "a text that names no speaker"
    return f"{said} may be the same source told again, or another"


def _who(telling: Telling) -> str:
    return telling.voice.person or ", ".join(one.name for one in telling.voice.bodies) or "somebody unnamed"


def _shared(earlier: Telling, later: Telling) -> str | None:
    """Return the body behind both, where one speaks in one of them and speaks or publishes in the other."""
    mine, theirs = earlier.speaking, later.speaking
    pairs = [(a, b) for a in mine.voice.bodies for b in theirs.bodies] + [
        (a, b) for a in mine.bodies for b in theirs.voice.bodies
    ]
    return next((max(a.name, b.name, key=len) for a, b in pairs if relation(a, b) == "same"), None)


def _one_publisher(earlier: Telling, later: Telling) -> bool:
    """Tell whether two works of one publisher speak in their own voice."""
    one, other = earlier.mention.publisher, later.mention.publisher
    silent = earlier.mention.said_by is None and later.mention.said_by is None
    return bool(one and other and silent and one.casefold() == other.casefold())


def _cites(earlier: Telling, later: Telling) -> bool:
    """Tell whether the later telling names the earlier work: its publisher as the speaker, or its title."""
    if later.mention.work == earlier.mention.work:
        return False
    publisher = earlier.mention.publisher
    if names_work(earlier, later):
        return True
    if not publisher or later.speaking.itself:
        return False
    one = body(publisher)
    named = any(relation(one, other) == "same" and other.core for other in later.voice.bodies)
    return named or (bool(later.mention.said_by) and _plain_in(publisher, later.mention.said_by or ""))


def names_work(earlier: Telling, later: Telling) -> bool:
    """Tell whether the later telling names the earlier work by its title."""
    title = earlier.mention.title
    return len(title.split()) >= TITLE_WORDS and title in quote_of(later.mention)


def _plain_in(name: str, text: str) -> bool:
    return len(name) > 3 and name.casefold() in text.casefold()


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
