"""Who speaks in a mention: whoever its sentence names, or the work's own publisher where the work speaks of itself."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from sourcebook.model import Value
from sourcebook.model.finding import Mention, Speaker
from sourcebook.reconcile.telling import quote_of
from sourcebook.vocabulary.bodies import Body, body, relation
from sourcebook.vocabulary.speaker_words import singular, words_on_speakers
from sourcebook.vocabulary.speakers import Voice, bodies_named, is_medium, voice

_OWN = re.compile(
    r"(?i)\b(?:we|our|ours|us)\b|"
    r"\b(?:this|the present) (?:survey|study|report|paper|assessment|review|analysis|inquiry|census|bulletin)\b"
)
_QUOTED = re.compile(r"[\"“][^\"”]*[\"”]")
_HEARSAY = re.compile(
    r"(?i)\b(?:it\s+(?:is|was|has\s+been)\s+(?:\w+\s+)?(?:said|believed|thought|reported|estimated|claimed|feared)|"
    r"(?:is|are|was|were)\s+(?:said|thought|believed|rumoured|reported|reputed)\s+to|(?:i|we)\s+(?:was|were)\s+told|(?:i|we)\s+hear(?:d|\s)|one\s+hears|"
    r"(?:estimates?|figures?|rumours?|reports?)\s+(?:hold|have\s+it|put|suggest|say|speak|vary|range))\b"
)
_DEFINITE = re.compile(r"^(?:the|this|these|his|her|its|their)\s+", re.IGNORECASE)
_ANAPHOR = re.compile(r"\b(?:The|the|This|this)\s+((?:[A-Za-z][\w'’-]*\s+){0,3}?[A-Za-z][\w'’-]*)")
_WHERE = re.compile(r"\b(?:in|at|from|to|into|near|on|against|with|outside)\s+(?:the\s+)?$")
# A source that closes a sentence in brackets.
_CREDIT = re.compile(r"\(([A-Z][^()\d]{4,60}\s[^()\d]{2,60})\)\W*$")
_APPOSED = re.compile(r"\s*,\s+([^,.;]{3,110})[,.;]")


class Speaking(Value, frozen=True):
    """The voice of a mention, and the publisher where it is the publisher who speaks or may speak.

    `itself` marks a work that says that it speaks of itself ("we", "the ministry" in the ministry's report); `own` is
    set for every work that names no other speaker.
    """

    voice: Voice
    own: Body | None = None
    itself: bool = False

    @property
    def bodies(self) -> tuple[Body, ...]:
        """Every body that the telling may rest on."""
        return (*self.voice.bodies, *((self.own,) if self.own else ()))


@lru_cache(maxsize=8192)
def speaking(mention: Mention) -> Speaking:
    """Return who speaks in a mention."""
    publisher, quote = _publisher(mention.publisher), quote_of(mention)
    doers = () if mention.said_by or _HEARSAY.search(quote) else _doers(quote, mention.number)
    if publisher is not None and _of_itself(mention, quote, publisher, doers):
        return Speaking(voice=Voice(speaker="body", bodies=(publisher,)), own=publisher, itself=True)
    if mention.said_by:
        named = _named(mention.said_by, quote)
        return Speaking(voice=named, own=None if named.bodies or named.speaker != "official" else publisher)
    if doers:
        return Speaking(voice=Voice(speaker="body", bodies=doers))
    if _HEARSAY.search(quote):
        return Speaking(voice=Voice(speaker="none"))
    speaker: Speaker = "body" if publisher is not None and publisher.kinds & words_on_speakers().public else "none"
    return Speaking(voice=Voice(speaker=speaker), own=publisher)


def _of_itself(mention: Mention, quote: str, publisher: Body, doers: Sequence[Body]) -> bool:
    """Tell whether a work speaks of its own publisher: as "we", by a word that means it, or by its name."""
    if mention.said_by:
        return _means(mention.said_by, publisher)
    if _OWN.search(_QUOTED.sub(" ", quote)):
        return not _HEARSAY.search(quote)
    if doers:
        return any(relation(doer, publisher) == "same" for doer in doers)
    return not _HEARSAY.search(quote) and _by_anaphor(quote, mention.number, publisher)


def _publisher(name: str | None) -> Body | None:
    """Return the body that publishes, None for newspapers and the like, which tell the news of others."""
    if not name or is_medium(name):
        return None
    found = body(re.split(r",\s", name)[0] if "," in name else name)
    whole = body(name)
    return found if whole.countries == found.countries else whole


def _means(said_by: str, publisher: Body) -> bool:
    """Tell whether words for a speaker mean the publisher: "the ministry", "the survey", "the Institute's census"."""
    if not _DEFINITE.match(said_by):
        return False
    phrase = re.split(r"\s(?:in|at|on|into)\s", _DEFINITE.sub("", said_by))[0]
    owner = re.split(r"['’]s\s", phrase)[0]
    phrase = phrase if body(owner).core else owner
    words = [singular(word.casefold()) for word in re.findall(r"[^\W\d_][\w-]*", phrase)]
    listed = words_on_speakers()
    spoken = body(phrase)
    kinds = spoken.kinds - listed.works
    if not kinds <= publisher.words | listed.parts or not spoken.countries <= publisher.countries:
        return False
    if spoken.core - listed.works:
        return spoken.core <= publisher.core
    return bool(kinds) or any(word in listed.works for word in words)


def _named(said_by: str, quote: str) -> Voice:
    """Return the voice of a speaker with what an apposition beside it adds: ", who runs the unit of the IOM,"."""
    found = voice(said_by)
    at = quote.find(said_by)
    apposed = _APPOSED.match(quote, at + len(said_by)) if at >= 0 else None
    if apposed is None or found.bodies or found.speaker in ("kind", "none"):
        return found
    return voice(f"{said_by}, {apposed[1]}")


def _doers(quote: str, number: str) -> tuple[Body, ...]:
    """Return the bodies that a sentence names as doing what is counted: before the number, after "by", or credited."""
    at = quote.find(number)
    credit = _CREDIT.search(quote)
    found = [body(credit[1])] if credit else []
    for one in bodies_named(quote):
        start = quote.find(one.name)
        before = quote[:start] if start >= 0 else ""
        if start < 0 or _WHERE.search(before):
            continue
        if re.search(r"\bby\s+(?:the\s+)?$", before) or start < at:
            found.append(one)
    return tuple(found)


def _by_anaphor(quote: str, number: str, publisher: Body) -> bool:
    """Tell whether a sentence lets "the ministry" or "the Brigade" act, and the publisher is such a body."""
    at, parts = quote.find(number), words_on_speakers().parts
    for match in _ANAPHOR.finditer(quote):
        before = quote[: match.start()]
        owns = quote[match.end() :].startswith(("'s", "’s")) or match[1].endswith(("'s", "’s"))
        if (match.start() < at and (owns or not _WHERE.search(before))) or re.search(r"\bby\s+$", before):
            words = match[1].split()
            for length in range(1, len(words) + 1):
                named = body(" ".join(words[:length]))
                if named.kinds and named.kinds <= publisher.words | parts and named.core <= publisher.core:
                    return True
    return False
