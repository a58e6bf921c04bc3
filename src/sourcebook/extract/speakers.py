"""Who says a figure: the subject of a verb of saying or counting, before the number or after it, or a name behind "by".

The outermost speaker counts: in "a spokesman said that officers had identified 20" it is the spokesman. A document that
speaks of itself ("we", "our survey") names nobody.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from sourcebook.extract.cues import Cue
from sourcebook.extract.drafts import Draft
from sourcebook.extract.naming import COUNTED, Naming, Span
from sourcebook.vocabulary.lexicon import word_set

_ACCORDING: Final = Cue(
    r"\b(?:according to|citing|quoting|in the words of|as (?=[^,.;]{3,80} (?:has|have|puts|put) it\b)) "
    r"(?:(?:the )?(?:latest |new |recent |official )?"
    r"(?:data|figures|statistics|information|estimates|records|numbers|reports?) (?:from|of|by|provided by|released by"
    r"|published by|compiled by|collected by|issued by) )?",
    "=according =citing =quoting =words =it",
)
_REPORTS: Final = re.compile(
    r"^(?:the |latest |new |official |preliminary )*"
    r"(?:data|figures|statistics|information|estimates|records|reports|results) "
    r"(?:(?:compiled|collected|provided|released|published|issued) )?(?:by|from|of) "
)
_COUNTING: Final = word_set("counting")
_SPEECH: Final = word_set("speech")
_PHRASES: Final = {
    (verb, little)
    for verbs, little in ((("point", "points", "pointed"), "to"), (("speak", "speaks", "spoke", "talk", "talks"), "of"))
    for verb in verbs
}
_BY: Final = Cue(r"\bby\b", "=by")
_PLACING: Final = frozenset({"place", "places", "placed", "peg", "pegs", "pegged", "set", "sets"})
_TALLIES: Final = (["number"], ["figure"], ["total"], ["toll"], ["count"])
_OPENING: Final = "r#dpJA"
# A speaker stands at most this many words from the number.
REACH: Final = 60


def find_speakers(drafts: Sequence[Draft]) -> None:
    """Set who says each figure of one sentence, as the span of the words that name them."""
    if not drafts:
        return
    naming = Naming(drafts[0].sentence)
    for draft in drafts:
        found = _Speech(draft, naming).speaker()
        if found is not None:
            sentence = draft.sentence
            first, last = _bare(draft, found)
            draft.said_by = (sentence.starts[first], sentence.ends[last - 1])
            draft.why["said_by"] = draft.said_by


def hand_down(drafts: list[Draft]) -> None:
    """Give parts that name no speaker the speaker of their whole."""
    for draft in drafts:
        whole = draft.part_of or draft.series
        if draft.said_by is None and whole is not None and whole is not draft:
            draft.said_by = whole.said_by


def _bare(draft: Draft, span: Span) -> Span:
    """Return the makers of figures without the word for these: "reports by the IOM" is the IOM."""
    sentence = draft.sentence
    made = _REPORTS.match(sentence.phrase(*span))
    if made is None:
        return span
    first = sentence.at(sentence.starts[span[0]] + made.end())
    return (first, span[1]) if first < span[1] else span


class _Speech:
    """One figure's clause and the sayings in it."""

    def __init__(self, draft: Draft, naming: Naming) -> None:
        self.sentence, self.naming, self.tags = draft.sentence, naming, naming.tags
        self.first, self.last = draft.first, max(draft.stop, draft.index + 1)
        self.index = draft.index
        self.low, self.high = self._clause()

    def _clause(self) -> Span:
        """Return the tokens between the semicolons or colons around the number, at most as many as people read."""
        tags, depth, low, high = self.sentence.tags, self.sentence.depth, self.first, self.last
        least, most = max(0, low - REACH), min(len(tags), high + REACH)
        if tags.find(";", least, most) < 0 and tags.find(":", least, most) < 0:
            return min(least, low), max(most, high)
        while low > least and not (tags[low - 1] in ";:" and not depth(low - 1)):
            low -= 1
        while high < most and not (tags[high] in ";:" and not depth(high)):
            high += 1
        return low, high

    def speaker(self) -> Span | None:
        """Return the tokens that name the speaker."""
        owner = self._owner()
        if owner is not None:
            return owner
        before, after = self._before(), self._after()
        leading = self._according(self.low, self.first)
        if leading is not None and self.naming.can_speak(leading):
            return leading
        if after is not None and (before is None or self._outranks(after, before)):
            return after
        if before is not None:
            return None if self.naming.own(before) or self.naming.pronoun(before) else before
        return self._by() or self._continued()

    def _owner(self) -> Span | None:
        """Return whose a number is: "compared with the government's three"."""
        alone = self.tags[self.index + 1 : self.index + 2] in ("", ".", ",", ";", "p")
        if self.tags[self.index - 1 : self.index] != "s" or self.index < 2 or not alone:
            return None
        named = self.naming.ending(self.index - 1, self.low)
        return named if named and self.naming.can_speak(named) else None

    def _continued(self) -> Span | None:
        """Return the speaker at the head of the sentence where the clause goes on about the same people: "of these"."""
        if self.low == 0 or self.sentence.words[self.low : self.low + 1] != ["of"]:
            return None
        return self._according(max(0, self.low - REACH), self.low)

    def _outranks(self, after: Span, before: Span) -> bool:
        """Tell whether the speaker after a number counts before the one ahead: it is named, or that is not."""
        named = any(self.tags[at] in "PCD" or self.naming.capital(at) for at in range(*after))
        return named or not self.naming.can_speak(before)

    def _according(self, low: int, high: int) -> Span | None:
        sentence = self.sentence
        if low >= high or not sentence.cues & _ACCORDING.bit:
            return None
        matches = list(_ACCORDING.pattern.finditer(sentence.low, sentence.starts[low], sentence.ends[high - 1]))
        if not matches:
            return None
        first = sentence.at(matches[-1].end())
        named = self.naming.starting(first, self.high)
        return self.naming.with_apposition(named, self.high) if named and low >= self.last else named

    def _before(self) -> Span | None:
        """Return the outermost subject of a saying before the number."""
        at, found = self.index - 1, None
        may_say = self.naming.may_say
        while at >= self.low:
            if self.tags[at] == "z" or (self.tags[at] == "c" and found is not None):
                break
            if may_say[at] and self._says(at) and self._reaches(at):
                subject = self._subject(at)
                if subject is not None:
                    found, at = subject, subject[0]
                    at = self._outer(at)
                    if at < 0:
                        break
                    continue
            at -= 1
        return found

    def _outer(self, first: int) -> int:
        """Return the token of the saying in whose "that" clause a subject stands; -1 where there is none."""
        at = first - 1
        while at >= self.low and self.tags[at] not in ',;:"cz':
            if self.naming.may_say[at] and self._says(at) and self.sentence.lex[at].base not in _COUNTING:
                return at
            at -= 1
        return -1

    def _says(self, at: int) -> bool:
        """Tell whether a token is a finite verb of saying or counting."""
        sentence, tags = self.sentence, self.tags
        if (sentence.words[at], sentence.words[at + 1] if at + 1 < len(tags) else "") in _PHRASES:
            return at > 0 and tags[at - 1] != "t"
        if sentence.words[at] in _PLACING and sentence.words[at + 1 : at + 2] == ["the"]:
            return at > 0 and sentence.words[at + 2 : at + 3] in _TALLIES and tags[at - 1] in "NPCD)s,A"
        word, tag = sentence.lex[at], tags[at]
        if not word.says or tag not in "VEN" or at == 0 or (self.naming.capital(at) and tags[at - 1] != '"'):
            return False
        back = at - 1
        while back > 0 and tags[back] == "A":
            back -= 1
        if tags[back] in "tb" or sentence.words[back] == "having":
            return False
        if tag == "E":
            return tags[back] == "h" or not (tags[back] in "dopJ" or self._participle(at, back))
        homograph = word.tag == "W" and tags[back] in 'NP)s,"' and tags[at + 1 : at + 2] in tuple(_OPENING)
        return tag == "V" or homograph

    def _participle(self, at: int, back: int) -> bool:
        """Read "crimes registered in 2007", "figures compiled by": no saying but what was done to the noun before."""
        following = self.sentence.words[at + 1] if at + 1 < len(self.tags) else ""
        if following in ("by", "as", "to"):
            return self.sentence.lex[at].base != "point"
        word = self.sentence.lex[back]
        counted = self.tags[back] in "NE" and (word.counts in COUNTED or word.age == "minor" or word.sex != "")
        return counted and not (following == "that" or self.tags[at + 1 : at + 2] == "#")

    def _reaches(self, at: int) -> bool:
        """Tell whether a verb of counting has the number for its object: no other verb stands between."""
        word = self.sentence.lex[at]
        if word.base not in _COUNTING or self.sentence.words[at + 1 : at + 2] == ["that"]:
            return True
        if self.tags[at + 1 : at + 2] == ",":
            return False
        between = self.tags[at + 1 : self.first]
        started = self.tags[at - 1 : at] + self.tags[at + 1 : at + 2]
        return not set(between) & set("b") and not (started[-1:] in ("Y", "p", ",") and set(between) & set("EV"))

    def _subject(self, verb: int) -> Span | None:
        """Return who does the saying of a verb: the phrase before it, across an apposition or a shared subject."""
        tags, last = self.tags, verb
        while last > self.low and tags[last - 1] in "Ahm":
            last -= 1
        if last <= self.low:
            return None
        if tags[last - 1] == ",":
            return self.naming.before_apposition(last - 1, self.low)
        if tags[last - 1] == "c":
            return self._shared(last - 1)
        if tags[last - 1] == "r" and self.sentence.words[last - 1] in ("who", "which"):
            named = self.naming.ending(last - 1 - (tags[last - 2 : last - 1] == ","), self.low) if last > 1 else None
            return named if named and self.naming.can_speak(named) else None
        named = self.naming.ending(last, self.low)
        return named if named and (self.naming.can_speak(named) or self.naming.pronoun(named)) else None

    def _shared(self, joiner: int) -> Span | None:
        """Return the subject of the verb before "and": "squads raided a camp and found 20"."""
        for at in range(joiner - 1, self.low, -1):
            if self.tags[at] in "VE" and self.tags[at - 1] not in "bE":
                last = at
                while last > self.low and self.tags[last - 1] in "Ahm":
                    last -= 1
                named = self.naming.ending(last, self.low)
                if named is not None and self.naming.can_speak(named):
                    return named
        return None

    def _after(self) -> Span | None:
        """Return the speaker named after the number: ", said Ann Lee", ", Ann Lee said", "according to the IOM"."""
        following = self._according(self.last, self.high)
        may_say = self.naming.may_say
        for at in range(self.last, self.high):
            if not may_say[at] or self.tags[at] == "z" or not self._says_after(at):
                continue
            back = at - 1 - (self.tags[at - 1] == '"')
            invertible = self.sentence.lex[at].base in _SPEECH
            if invertible and (self.tags[back] == "," or self.tags[at - 1] == '"'):
                named = self._inverted(at) or self._trailing(at)
            else:
                named = self._trailing(at)
            if named is not None:
                return named
        return following

    def _says_after(self, at: int) -> bool:
        word = self.sentence.lex[at]
        found = word.base in _COUNTING and self.tags[at + 1 : at + 2] in ("", ".")
        return (
            word.says
            and (word.base not in _COUNTING or found)
            and self.tags[at] in "VEN"
            and self.tags[at - 1] not in "tb"
        )

    def _inverted(self, verb: int) -> Span | None:
        named = self.naming.starting(verb + 1, self.high)
        if named is None or not self.naming.can_speak(named) or self.tags[named[1] : named[1] + 1] in ("V", "b"):
            return None
        return self.naming.with_apposition(named, self.high)

    def _trailing(self, verb: int) -> Span | None:
        """Return the subject between a comma and a verb that closes its clause."""
        last = verb
        while last > self.last and self.tags[last - 1] in "Ahm":
            last -= 1
        closing = self.tags[verb + 1 : self.high]
        ends = closing[:1] in ("", ".", ",", '"') and not self.naming.capital(verb)
        noun = self.tags[verb] == "N" and not (self.sentence.lex[verb].tag == "W" and ends)
        if "#" in closing or closing.startswith("r") or noun:
            return None
        if self.tags[last - 1] == ",":
            return self.naming.before_apposition(last - 1, self.last - 1)
        named = self.naming.ending(last, self.last)
        if named is None or not self.naming.can_speak(named) or self.tags[named[0] - 1] not in ',"-':
            return None
        return named

    def _by(self) -> Span | None:
        """Return who is named with "by" as having counted: "were identified by the police"."""
        words, tags = self.sentence.words, self.tags
        if not self.sentence.cues & _BY.bit:
            return None
        for at in range(self.low + 1, self.high - 1):
            if words[at] == "by" and self.sentence.lex[at - 1].says and self.sentence.tags[at - 1] in "EV":
                named = self.naming.starting(at + 1, self.high)
                if named is not None and self.naming.can_speak(named) and tags[at + 1] != "G":
                    return self.naming.with_apposition(named, self.high)
        return None
