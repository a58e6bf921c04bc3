"""Where a figure was counted, and where its people came from or were taken to, where the text says so."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import Final

from sourcebook.extract.cues import Cue
from sourcebook.extract.drafts import Draft
from sourcebook.extract.ends import HOMEWARD
from sourcebook.extract.mentions import codes
from sourcebook.extract.sentence import Sentence

AT_HOME: Final = Cue(r"\b(?:at home|domestically|in the country|inside the country)\b", "=home =domestically =country")
ACTORS: Final = re.compile(
    r"\b(?:police|authorit(?:y|ies)|officials?|governments?|courts?|gendarme(?:s|rie)|prosecutors?"
    r"|ministry|ministries|border guards?|law enforcement|judges?|officers?|agents?|inspectors?"
    r"|investigators?|agenc(?:y|ies)|ngos?|shelters?|coast guard|navy|army|customs|parliament"
    r"|delegation)\b"
)
ACTING: Final = re.compile(rf"(?:{ACTORS.pattern}|\bthose)" + r"(?: (?:in|of|for|from))?(?: [\w']+)?(?: the)? $")
IN_TOWN: Final = re.compile(
    r"(?:in|at) [\w' -]{2,30}, an? (\w+) (?:\w+ )?(?:town|city|village|port|province|border town)\b"
)
REACH: Final = 40
VESSELS: Final = frozenset({"boat", "vessel", "ship", "trawler"})


class PlaceReader:
    """Reads places figure by figure; a foreign place holds for what follows until the passage's own country returns."""

    def __init__(self, about: str) -> None:
        self.about = about
        self.carried = about

    def code(self, sentence: Sentence, at: int) -> str:
        """Return the country of a mention."""
        return codes(sentence.countries[at], self.about)

    def _actor(self, sentence: Sentence, draft: Draft) -> tuple[int, str] | None:
        """Return the nearest acting body before a figure with its country: "police in Luxembourg"."""
        tags = sentence.tags
        tokens = sentence.country_tokens
        at = bisect_left(tokens, draft.index)
        for k in reversed(tokens[max(0, at - 12) : at]):
            if draft.index - k > 30:
                break
            if sentence.low.startswith("-", sentence.ends[k]):
                continue
            words = sentence.low[sentence.starts[max(0, k - 4)] : sentence.starts[k]]
            if tags[k] == "D" or sentence.text[sentence.starts[k]].isupper():
                following = sentence.phrase(k + 1, min(len(tags), k + 4))
                if ACTORS.match(following) or re.match(r"\w+ (?:police|authorities|courts?)", following):
                    return k, self.code(sentence, k)
            if (
                tags[k] != "D"
                and k
                and tags[k - 1] in "poPd"
                and ACTING.search(words)
                and sentence.words[k - 1] not in ("to", "from", "into")
            ):
                return k, self.code(sentence, k)
        return None

    def read(self, draft: Draft) -> None:
        """Set the place, origin and destination of one figure."""
        sentence = draft.sentence
        self._ends(draft)
        actor = self._actor(sentence, draft)
        if actor is not None:
            draft.place, draft.place_set = actor[1], True
            draft.because("place", actor[0])
            return
        leading = self._leading(sentence, draft)
        if leading is not None:
            draft.place, draft.place_set = leading[1], True
            draft.because("place", leading[0])
            self.carried = leading[1]
            return
        where = self._where(draft)
        if where is not None:
            draft.place, draft.place_set = where[1], True
            draft.because("place", where[0])
            self.carried = where[1]
            return
        if AT_HOME.among(sentence, max(0, draft.index - 12), draft.index):
            self.carried = self.about
        draft.place = self.carried if self.carried == self.about or not self._home(sentence) else self.about

    def _home(self, sentence: Sentence) -> bool:
        return any(self.code(sentence, k) == self.about and not _listed_from(sentence, k) for k in sentence.countries)

    def _leading(self, sentence: Sentence, draft: Draft) -> tuple[int, str] | None:
        """Read "In Bosnia, ..." at the head of a sentence, or "; in Cambodia nineteen more" at that of a clause."""
        opening = sentence.tags.rfind(";", max(0, draft.index - REACH), draft.index) + 1
        if (
            opening
            and sentence.words[opening : opening + 1] == ["in"]
            and sentence.tags[opening + 1 : opening + 2] == "C"
        ):
            return opening + 1, self.code(sentence, opening + 1)
        apposed = IN_TOWN.match(sentence.phrase(0, min(len(sentence.tags), 12)))
        k = sentence.at(sentence.starts[0] + apposed.start(1)) if apposed else draft.index
        if k < draft.index and sentence.tags[k] == "D":
            return k, self.code(sentence, k)
        for k, tag in enumerate(sentence.tags[:8]):
            if (
                tag == "C"
                and k < draft.index
                and ";" not in sentence.tags[k : draft.index]
                and k
                and (sentence.words[k - 1] in ("in", "the", "within") or sentence.tags[k - 1] in "GJ")
                and sentence.words[0] in ("in", "within")
            ) and sentence.tags[k + 1 : k + 2] == ",":
                return k, self.code(sentence, k)
        return None

    def _where(self, draft: Draft) -> tuple[int, str] | None:
        """Read "Women have been coerced into prostitution in Bosnia", said of no act of the passage's own country."""
        sentence = draft.sentence
        if draft.origin or draft.status == "assisted" or draft.part_of is not None or (draft.head < 0 and draft.series):
            return None
        for k in range(draft.stop, draft.scope[1]):
            if sentence.tags[k] == "C" and self._locative(sentence, k):
                code = self.code(sentence, k)
                if code != self.about and (
                    draft.counts in ("places", "cases", "offenders", "other") or not self._domestic(sentence, draft)
                ):
                    return k, code
        return None

    def _locative(self, sentence: Sentence, at: int) -> bool:
        k = at - 1
        while k >= 0 and (sentence.tags[k] in "dJ" or sentence.words[k] in ("eastern", "western")):
            k -= 1
        return k >= 0 and sentence.words[k] in ("in", "within", "inside", "across", "throughout")

    def _domestic(self, sentence: Sentence, draft: Draft) -> bool:
        lead = sentence.phrase(0, draft.first)
        return ACTORS.search(lead) is not None or self._home(sentence)

    def _of_name(self, draft: Draft, at: int) -> None:
        """Read "from Albania (91), Vietnam (60)", "to China (43)": a number in brackets is of the name before it."""
        sentence = draft.sentence
        code = self.code(sentence, at)
        k = at - 1
        while k >= max(0, at - 40) and (sentence.tags[k] in ",cCDdJA#()P" or sentence.words[k] in RANKING):
            k -= 1
        if sentence.tags[at] == "D" or (k >= 0 and sentence.words[k] == "from"):
            draft.origin = (code,)
        elif k >= 0 and sentence.words[k] in ("to", "into"):
            draft.destination = (code,)

    def _ends(self, draft: Draft) -> None:
        """Read "29 Bolivian men", "41 from Burkina Faso", "taken to beg in Thailand"."""
        if draft.counts not in ("victims", "people", "share", "offenders"):
            return
        sentence = draft.sentence
        tags, words = sentence.tags, sentence.words
        origin: list[str] = []
        destination: list[str] = []
        into = ""
        name = draft.index - 2
        if name >= 0 and tags[name + 1 : name + 4] == "(#)" and tags[name] in "CD" and draft.counts == "victims":
            self._of_name(draft, name)
            return
        for k in range(draft.index + 1, draft.scope[1]):
            if tags[k] in "(#" and "(#)" in tags[k - 1 : k + 3]:
                continue
            if tags[k] in "#(" or (k >= draft.stop and words[k] == "those"):
                break
            if tags[k] == "D" and (
                k < draft.stop
                or k == draft.head
                or k == draft.index + 1
                or (k <= draft.stop + 3 and tags[k - 1] in "bc" and tags[k + 1 : k + 2] not in tuple("NJ"))
                or (k <= draft.stop + 3 and tags[k - 2 : k] == ",d" and tags[k + 1 : k + 2] == "N")
            ):
                origin.append(self.code(sentence, k))
            elif k >= draft.stop and words[k] in ("from", "to", "into", "in", "towards"):
                into = "from" if words[k] == "from" and _leaves(draft, k) else "to"
            elif tags[k] == "C" and k >= draft.stop and into:
                (origin if into == "from" else destination).append(self.code(sentence, k))
            elif tags[k] in ".;VEb":
                into = ""
        draft.origin = tuple(dict.fromkeys(origin))
        told = words[draft.index : draft.scope[1]]
        draft.moved_within = "from" in told and "itself" not in told and bool(origin)
        if draft.counts in ("victims", "share"):
            draft.destination = tuple(dict.fromkeys(destination))


def _leaves(draft: Draft, at: int) -> bool:
    """Tell whether "from" at a token says where people come from: not what they left by, nor were brought back from."""
    sentence = draft.sentence
    lead = sentence.phrase(max(0, draft.first - 8), at + 1) + " "
    return sentence.lex[at - 1].base not in VESSELS and HOMEWARD.search(lead) is None


RANKING: Final = frozenset({"then", "followed", "by", "ahead", "of", "next"})


def _listed_from(sentence: Sentence, at: int) -> bool:
    """Tell whether a country stands in a list after "from"."""
    k = at - 1
    while k >= max(0, at - 60) and (
        sentence.tags[k] in ",cCDdJ" or sentence.words[k] in ("as", "such", "including", "union", "of", "republics")
    ):
        k -= 1
    return k >= 0 and sentence.words[k] in ("from", "with")
