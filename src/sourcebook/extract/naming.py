"""Noun phrases that can name a speaker: read back from a verb, on from a preposition, across an apposition."""

from __future__ import annotations

from typing import Final

from sourcebook.extract.sentence import Sentence
from sourcebook.vocabulary.lexicon import word_set

Span = tuple[int, int]
_LONGEST: Final = 40
_PRONOUNS: Final = word_set("pronouns")
_SELF: Final = word_set("self")
_SELF_OR_PRONOUNS: Final = _PRONOUNS | _SELF
_STUDIES: Final = word_set("studies")
# Verbs that say something with the word after them: "points to", "spoke of", "put the number at".
SAYING_WITH_MORE: Final = frozenset(
    {
        *("point", "points", "pointed", "speak", "speaks", "spoke", "talk", "talks"),
        *("place", "places", "placed", "peg", "pegs", "pegged", "put", "set", "sets"),
    }
)
_HEADS: Final = frozenset("NPCD")


class Naming:
    """A sentence whose capitalised words are names whatever they mean in small letters: "Save the Children", "Plan"."""

    def __init__(self, sentence: Sentence) -> None:
        self.sentence = sentence
        # Each token that may be a verb of saying.
        self.may_say = [
            word.says or token in SAYING_WITH_MORE for word, token in zip(sentence.lex, sentence.words, strict=True)
        ]
        text, starts = sentence.text, sentence.starts
        tags = list(sentence.tags)
        for at, tag in enumerate(tags):
            if tag in "VGEJN" and (tag == "V" or text[starts[at]].isupper()):
                tags[at] = self._tag(at, tag)
        self.tags = "".join(tags)

    def _tag(self, at: int, tag: str) -> str:
        sentence = self.sentence
        if tag == "V" and sentence.lex[at].tag == "W" and sentence.tags[at + 1 : at + 2] in ("V", "E", "o", ","):
            return "N"
        if not self.capital(at):
            return tag
        first = at == 0 or sentence.tags[at - 1] in '."'
        following = at + 1 < len(sentence.tags) and self.capital(at + 1)
        if not first or following:
            return "P"
        return "N" if tag == "V" else tag

    def capital(self, at: int) -> bool:
        """Tell whether a token opens with a capital letter."""
        sentence = self.sentence
        return sentence.text[sentence.starts[at]].isupper()

    def ending(self, end: int, floor: int) -> Span | None:
        """Return the noun phrase that ends before a token, back to the start of its clause; None where there is none.

        A phrase may hold prepositions between nouns ("police in Yunnan"), and after a study what made it ("a survey
        published in 2010 by the institute").
        """
        tags, depth, first = self.tags, 0, end
        while first > max(floor, end - _LONGEST):
            tag = tags[first - 1]
            depth += (tag == ")") - (tag == "(")
            if depth < 0:
                break
            if not depth and tag != "(" and self._stops(first - 1, first, end) and not self._made(first - 1, floor):
                break
            first -= 1
        return self._trimmed(first, end)

    def _stops(self, at: int, first: int, end: int) -> bool:
        tag = self.tags[at]
        if tag == "#":
            return first >= end or self.tags[first] not in "NJP"
        if tag == "Y":
            return not (at and self.tags[at - 1] == "d") and first < end
        if tag == "c":
            return not (at and self.tags[at - 1] in "NPCD)" and first < end)
        if tag == "E" and at and self.tags[at - 1] == "d" and first < end and self.tags[first] in "NJP":
            return False
        if tag == "G":
            return not (first < end and self.tags[first] in "NP" and at and self.tags[at - 1] in "doJp")
        return tag in ',;.:z-Vbhmr"tE%'

    def _made(self, at: int, floor: int) -> bool:
        """Tell whether a token belongs to what says by whom or when a study was made."""
        if self.tags[at] not in "EY#":
            return False
        words = self.sentence.words
        back = at
        while back > floor and self.tags[back] in "EY#pAJ":
            back -= 1
        return words[back] in _STUDIES

    def _trimmed(self, first: int, end: int) -> Span | None:
        tags = self.tags
        while first < end:
            if tags[first] in "Acz.,r-s":
                first += 1
            elif tags[first] == "p" and self.sentence.words[first] != "per":
                first = self._after_lead(first, end)
            else:
                break
        while end > first and (tags[end - 1] in "YpA," or self._counted_time(end - 1)):
            end -= 1
        return (first, end) if first < end and set(tags[first:end]) & _HEADS else None

    def _counted_time(self, at: int) -> bool:
        return self.tags[at] == "#"

    def _after_lead(self, first: int, end: int) -> int:
        """Return where a phrase begins after "In Bosnia" or "During the raid" at the head of its clause."""
        at = first + 1
        while at < end and self.tags[at] in "dJ#":
            at += 1
        kind = self.tags[at : at + 1]
        while kind and at < end and self.tags[at] == kind:
            at += 1
        return at if at < end else first + 1

    def starting(self, first: int, stop: int) -> Span | None:
        """Return the noun phrase that starts at a token, up to a point, a verb or a time; appositions are left out."""
        tags, words, depth, at = self.tags, self.sentence.words, 0, first
        while at < stop:
            tag = tags[at]
            depth += (tag == "(") - (tag == ")")
            dated = tag == "Y" and at > first and tags[at - 1] in "sd"
            ends = (tag in ',;.:#VbhmrtzG-"EY' and not dated) or (tag == "A" and at > first)
            if not depth and tag != ")" and (ends or words[at] in _PRONOUNS or self._time_follows(at)):
                break
            at += 1
        while at > first and (tags[at - 1] in "pcdA" or words[at - 1] == "of"):
            at -= 1
        return (first, at) if first < at and set(tags[first:at]) & _HEADS else None

    def _time_follows(self, at: int) -> bool:
        word = self.sentence.words[at]
        if word in ("between", "during", "since", "at", "after", "before", "as"):
            return True
        return word in ("in", "on") and not (at + 1 < len(self.tags) and self.tags[at + 1] in "PC")

    def with_apposition(self, span: Span, stop: int) -> Span:
        """Return a phrase with the nominal apposition that follows it: "Ann Lee, head of the centre"."""
        tags, end = self.tags, span[1]
        if tags[end : end + 1] != "," or end + 1 >= stop or tags[end + 1] not in "dNJP":
            return span
        last = end + 1
        while last < stop and tags[last] not in ',;.-":':
            last += 1
        inside = set(tags[end + 1 : last])
        plain = not inside & set("VbhmrE#Yz") and inside & _HEADS and last < len(tags) and tags[last] in ',;."-'
        return (span[0], last) if plain else span

    def before_apposition(self, comma: int, floor: int) -> Span | None:
        """Return the phrase that the apposition or relative clause ending at a comma stands beside."""
        at, depth, counted = comma - 1, 0, False
        while at > floor:
            depth += (self.tags[at] == ")") - (self.tags[at] == "(")
            counted = counted or self.tags[at] == "#"
            if self.tags[at] in '";':
                return None
            if not depth and self.tags[at] == ",":
                named = self.ending(at, floor)
                if (
                    named is not None
                    and self.can_speak(named)
                    and not (counted and "P" not in self.tags[slice(*named)])
                ):
                    nominal = self.tags[at + 1] in "dNJP" and not set(self.tags[at + 1 : comma]) & set("VbhmrEY")
                    return (named[0], comma) if nominal else named
            at -= 1
        return None

    def can_speak(self, span: Span) -> bool:
        """Tell whether a phrase can be someone: no pronoun, no bare country, no counted thing."""
        if (
            self.pronoun(span)
            or self.sentence.words[span[1] - 2 : span[1]] == ["as", "young"]
            or self.tags[span[0] : span[1]].strip("d") == "C"
        ):
            return False
        heads = [at for at in range(*span) if self.tags[at] in "NP"]
        if not heads or "P" in self.tags[span[0] : span[1]]:
            return bool(heads)
        of = next((at for at in range(*span) if self.tags[at] in "op" and at > heads[0]), span[1])
        word = self.sentence.lex[max(at for at in heads if at < of)]
        return word.says or word.counts not in COUNTED

    def pronoun(self, span: Span) -> bool:
        """Tell whether a phrase stands for somebody named elsewhere, or is possessed by them ("its annual review")."""
        return self.sentence.words[span[0]] in _SELF_OR_PRONOUNS

    def own(self, span: Span) -> bool:
        """Tell whether a phrase is the document speaking of itself: "we", "our survey"."""
        return self.sentence.words[span[0]] in _SELF


COUNTED: Final = frozenset({"victims", "cases", "offenders", "convictions", "prosecutions", "investigations", "places"})
