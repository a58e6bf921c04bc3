"""What a sentence takes up from the one before it: "such women", "96 of them", "children exploited in this way"."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING, Final

from sourcebook.extract.drafts import Draft
from sourcebook.extract.forced_work import forced_to_work
from sourcebook.extract.predicates import count_by_verb
from sourcebook.extract.purposes import LEGAL, NOT_YET, one_value, purposes, said_exploited

if TYPE_CHECKING:
    from sourcebook.extract.passage import Passage
    from sourcebook.extract.sentence import Sentence

PERSONS: Final = frozenset({"victims", "people"})
_TAKEN_UP: Final = re.compile(
    r"\bsuch\b|\b(?:in|by|through) (?:this|that|such a|the same) (?:way|manner|fashion|means|form|kind)\b|\blike this\b"
    r"|\bfor (?:this|that|the same) purpose\b"
)


class Antecedent:
    """The people of whom a sentence speaks: what they are counted as, their sex and age, and what they suffer."""

    def __init__(self, sentence: Sentence, stop: int | None = None) -> None:
        stop = len(sentence.tags) if stop is None else stop
        self.sex = self.age = self.exploitation = None
        self.counts = ""
        heads = [
            k
            for k, tag in enumerate(sentence.tags[:stop])
            if tag == "N" and sentence.lex[k].plural and sentence.lex[k].counts in PERSONS
        ]
        if not heads:
            return
        nouns = [sentence.lex[k] for k in _joined(sentence, heads)]
        self.sex = nouns[0].sex if len({noun.sex for noun in nouns}) == 1 else None
        self.age = nouns[0].age if len({noun.age for noun in nouns}) == 1 else None
        words = sentence.phrase(0, stop)
        strong, weak = purposes(sentence, 0, stop)
        harmed = (bool(strong) or said_exploited(words)) and not NOT_YET.search(words)
        self.counts = "victims" if harmed or nouns[0].counts == "victims" else "people"
        self.exploitation = one_value(strong, weak) if self.counts == "victims" else None
        if harmed and not strong and forced_to_work(words):
            self.exploitation = "labour"


def _joined(sentence: Sentence, heads: list[int]) -> list[int]:
    """Return the first noun of people with those joined to it: "women and girls"."""
    joined = heads[:1]
    for k in heads[1:]:
        if set(sentence.tags[joined[-1] + 1 : k]) - set(",cJ"):
            break
        joined.append(k)
    return joined


def take_up(drafts: list[Draft], passage: Passage) -> list[tuple[Draft, Antecedent]]:
    """Return the figures that speak of the people of the sentence before, with these; set what the figures count."""
    found = []
    for at, draft in enumerate(drafts):
        alone = at == 0 or _of_them_there(draft) or _uncounted_before(draft, drafts[at - 1], passage)
        if not _takes_up(draft, alone=alone):
            continue
        before = _antecedent(draft, passage)
        if before is not None and before.counts:
            if draft.counts not in LEGAL:
                draft.counts = "victims" if "victims" in (before.counts, draft.counts) else before.counts
            found.append((draft, before))
    return found


def _antecedent(draft: Draft, passage: Passage) -> Antecedent | None:
    """Return the people named before a figure in its own sentence, else those of the sentence before."""
    opened = draft.sentence.tags.rfind(";", 0, draft.first)
    here = Antecedent(draft.sentence, opened) if opened > 0 else None
    if here is not None and here.counts:
        return here
    place = bisect_left(passage.bounds, (draft.sentence.start,))
    return Antecedent(passage.sentence(*passage.bounds[place - 1])) if place else None


def _of_them_there(draft: Draft) -> bool:
    """Read "Labourers were unpaid; some 2,000 of them complained": people of the sentence that have no number."""
    lead = draft.sentence.tags[: draft.first]
    return draft.partitive == "pronoun" and ";" in lead and "#" not in lead


def _uncounted_before(draft: Draft, previous: Draft, passage: Passage) -> bool:
    """Tell whether neither the words before a figure nor the sentence before count anything."""
    place = bisect_left(passage.bounds, (draft.sentence.start,))
    return place > 0 and previous.number.end <= passage.bounds[place - 1][0]


def _takes_up(draft: Draft, *, alone: bool) -> bool:
    if draft.counts in LEGAL and draft.head >= 0:
        return "such" in draft.sentence.words[draft.index : draft.head]
    if draft.counts in ("people", "victims") and draft.head >= 0:
        said = draft.sentence.phrase(draft.index, draft.scope[1])
        return _TAKEN_UP.search(said) is not None or (alone and _among_them(draft))
    bare = draft.head < 0 and alone and not draft.number.share and not draft.counts
    return bare and (draft.partitive == "pronoun" or count_by_verb(draft) == "victims")


def _among_them(draft: Draft) -> bool:
    """Read "counted 88 women among them", "Among these the police found 30 girls": of people named before."""
    sentence, stop = draft.sentence, draft.stop
    closing = sentence.phrase(stop, stop + 2) in _AMONG if stop + 2 <= len(sentence.tags) else False
    ends = sentence.tags[stop + 2 : stop + 3] in ("", ".", ";")
    return (closing and ends) or _LED.match(sentence.phrase(0, draft.first)) is not None


_AMONG: Final = ("among them", "among these", "amongst them", "amongst these")
_LED: Final = re.compile(r"(?:of|among|amongst) (?:them|these)\b")


def hand_over(pairs: list[tuple[Draft, Antecedent]]) -> None:
    """Give figures the sex, the age and the exploitation of the people whom they take up."""
    for draft, before in pairs:
        if draft.counts in PERSONS:
            draft.sex, draft.age = draft.sex or before.sex or None, draft.age or before.age or None
        if draft.counts not in ("people", "share"):
            draft.exploitation = draft.exploitation or before.exploitation
