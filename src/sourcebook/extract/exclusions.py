"""Numbers that count nothing: ages, articles of law, lengths of time, distances, list marks, ranks, and the like."""

from __future__ import annotations

import re
from typing import Final

from sourcebook.extract.cues import ALWAYS, Cue
from sourcebook.extract.drafts import Draft
from sourcebook.extract.hours import BITS as CONTACT_BITS
from sourcebook.extract.hours import RULES as CONTACT_RULES
from sourcebook.extract.listings import enumerates, is_ordinal
from sourcebook.extract.phrases import is_plural
from sourcebook.extract.sentence import Sentence
from sourcebook.extract.small_words import denies_no_evidence, is_any, is_pronoun, joins_both
from sourcebook.vocabulary.lexicon import word_set

LARGEST: Final = 1e15
SMALL_BOUNDS: Final = frozenset({"under", "over", "below", "above", "than", "age", "ages", "aged"})
PERSONAL: Final = frozenset({"those", "persons", "anyone", "aged", "age", "ages", "them", "whom", "these"})
STRICT_LABELS: Final = word_set("strict_labels")
_AGE_BEFORE: Final = Cue(
    r"\b(?:age(?:s|d)?(?:\sgroup|\syes|\sno)?(?:\sof|\sbetween|\sfrom|\sunder|\sover|\sbelow|\sabove"
    r"|\sas young as)?|years? of age,?|between the ages of|as young as|younger than|older than"
    r"|minimum age (?:of|for [\w\s]{1,30}(?:is|to|at|of))|(?:raised?|lowered?"
    r"|from)\s(?:the\s)?(?:minimum\s)?age\s(?:\w+\s){0,5}(?:to|from|at|of|is)"
    r"|minimum age\s(?:\w+\s){0,4}(?:is|was|to|at)|compulsory (?:education|schooling) (?:age|until|to"
    r"|through)(?: age)?(?: of| is)?|turn(?:ed|s)?|until|up to the age of"
    r"|(?:trafficked|sold|married|recruited|abducted|exploited|kidnapped|lured|enslaved) at(?: only| just)?)\s$",
    "=at age =young =than =until =turn =turned =turns",
)
_RATE: Final = Cue(
    r"\b(?:per|for every|out of every|per every)\s$",
    "=per =every",
)
_BASE: Final = Cue(
    r"\b(?:every|each|per)\s(?:100|1,?000|10,?000|100,?000|hundred|(?:(?:a|one|ten|hundred) )?thousand|(?:1 )?million)"
    r"\sof\s(?:(?:a|the|its|about|some) ){0,2}$",
    "=every =each =per",
)
_HYPOTHETICAL: Final = Cue(
    r"\b(?:can|could|may|might|must not|should) (?:exceed|surpass|reach) $", "exceed surpass reach"
)
_POPULATION: Final = Cue(
    r"\b(?:population\s(?:of|is|was|at|stood at|reached|numbered|numbering)(?:\s(?:about|some|over"
    r"|nearly|more than|around|approximately|roughly|almost|an estimated))?"
    r"|inhabited by(?:\s\w+){0,2}|home to(?:\s(?:about|some|over|nearly|around))?)\s$",
    "=population =inhabited =home",
)
_TITLED: Final = re.compile(r"^\s?(?:p\.?m|a\.?m|o'clock|hours?)\b")


def _compound(draft: Draft) -> bool:
    """Know a number bound to a word or other digits: "30-hour", "COVID-19", "24/7", "10:30"."""
    low, number = draft.sentence.low, draft.number
    after, before = low[number.end : number.end + 2], low[max(0, number.start - 2) : number.start]
    if after[:1] in ("-", "/", ":") and after[1:2].isalnum():
        return True
    if _running_head(draft):
        return True
    if after[:1] == "°" or before[1:] in ("#", "+", "/", "№"):
        return True
    return before[1:] == "-" and before[:1].isalnum()


def _running_head(draft: Draft) -> bool:
    """Know a page number in a running head: "4 BUREAU OF", "4 U N I T E D"."""
    sentence, after = draft.sentence, draft.index + 1
    if draft.number.kind != "digits" or draft.number.low > 999 or after >= len(sentence.words):
        return False
    word = sentence.text[sentence.starts[after] : sentence.ends[after]]
    spaced = (
        len(word) == 1 and after + 1 < len(sentence.words) and len(sentence.words[after + 1]) == 1 and word.isupper()
    )
    return (len(word) > 4 and word.isupper() and word.isalpha()) or (spaced and sentence.words[after + 1].isalpha())


def _labelled(draft: Draft) -> bool:
    """Know a name and not a count: "article 359", "Tier 2", "No. 182", "aged 14"."""
    sentence, index = draft.sentence, draft.index
    k = index - 1
    if k >= 0 and sentence.tags[k] == "." and k >= 1:
        k -= 1
    if k < 0:
        return False
    word = sentence.words[k]
    if (
        word == "number"
        and k == index - 1
        and any(
            is_plural(sentence, at) and sentence.lex[at].counts in ("people", "victims")
            for at in range(max(0, k - 6), k)
        )
    ):
        return False
    if (
        sentence.tags[k] == "P"
        and k == index - 1
        and draft.head < 0
        and draft.number.kind == "digits"
        and draft.number.low >= 100
        and not draft.number.share
        and sentence.words[index + 1 : index + 2] not in (["more"], ["others"], ["further"])
    ):
        return True
    if sentence.lex[k].kind != "label" and word not in STRICT_LABELS:
        return False
    if word in STRICT_LABELS:
        return True
    counted = draft.head >= 0 and (sentence.lex[draft.head].counts or is_plural(sentence, draft.head))
    return (not counted and k == index - 1) or (
        k == index - 2 and word in ("no", "nos", "art", "para", "sec", "p", "pp", "c", "vol", "op", "tel", "ext")
    )


YOUNG: Final = 25


def _of_person(draft: Draft) -> bool:
    """Know an age or a number of children by its person: "a girl of 14", "a mother of four"."""
    sentence, k = draft.sentence, draft.index - 2
    if draft.head >= 0 or k < 0 or sentence.words[k + 1] != "of" or draft.number.high > 30:
        return False
    lex = sentence.lex[k]
    aged = lex.plural and draft.number.high <= YOUNG and "#" in sentence.tags[max(0, k - 3) : k]
    return sentence.tags[k] == "N" and lex.counts in ("people", "victims") and (not lex.plural or aged)


def _age(draft: Draft) -> bool:
    """Know an age or an age limit: "under 18", "between the ages of 7 and 14", "women over 30", "15 years old"."""
    sentence, index = draft.sentence, draft.index
    start = draft.number.start
    if _AGE_BEFORE.near(sentence, max(sentence.start, start - 70), start):
        head = draft.head
        aged = sentence.words[index - 1] in ("age", "ages", "aged", "of")
        return head < 0 or not sentence.lex[head].counts or aged or sentence.words[index - 2 : index] == ["young", "as"]
    if (
        draft.head < 0
        and draft.number.low < 30
        and index >= 2
        and sentence.words[index - 1] in ("was", "were", "is", "are", "only", "just")
        and {"he", "she", "they", "who", "whom", "youngest", "oldest", "eldest", "girl", "boy", "victim"}
        & set(sentence.words[index - 3 : index - 1])
        and sentence.words[index - 3 : index - 1] != ["of", "whom"]
    ):
        return True
    if index >= 1 and draft.head < 0 and sentence.words[index - 1] in ("under", "over", "below", "above"):
        k = index - 2
        return k >= 0 and (
            bool(sentence.lex[k].age or sentence.lex[k].sex or sentence.lex[k].counts in ("people", "victims"))
            or sentence.words[k] in PERSONAL
            or sentence.words[k] in ("and", "or", "are", "is", "were", "was", "be", "being")
        )
    return False


def _measured(draft: Draft) -> bool:
    """Know a length of time, a distance, a weight, or a word that only orders a text: "12 hours", "two ways"."""
    sentence, head = draft.sentence, draft.head
    if head < 0 and _terms(draft):
        return True
    if head < 0:
        return _TITLED.match(sentence.low, draft.number.end, draft.number.end + 8) is not None
    first = draft.index + 1
    word = sentence.lex[first] if first < len(sentence.lex) else sentence.lex[head]
    if word.kind in ("time", "size") and sentence.tags[first] == "N" and not word.counts:
        return True
    lex = sentence.lex[head]
    if sentence.words[head] == "times" or lex.kind in ("time", "size"):
        return not lex.counts
    return lex.kind in ("structure", "label") and not lex.counts and not draft.number.share


def _ordinal_fraction(draft: Draft) -> bool:
    """Read "A third straight year", "the first half": a rank or a part of a year, and no share."""
    sentence, index = draft.sentence, draft.index
    if draft.number.kind != "fraction":
        return False
    words = sentence.words
    word = words[index]
    before = words[index - 1] if index else ""
    after = sentence.tags[index + 1 : index + 2]
    if before in ("first", "second", "latter", "last", "other", "better") or words[index + 1 : index + 3] in (
        ["as", "many"],
        ["as", "much"],
    ):
        return True
    if word.startswith(("a ", "an ")) and not word.endswith("half"):
        return (after in tuple("NJDCP") and sentence.lex[index + 1].tag != "W") or (
            after == "E" and _modifies(sentence, index + 1)
        )
    return word == "half" and (
        (after == "d" and words[index + 2 : index + 3] in (["year"], ["century"], ["hour"], ["day"], ["decade"]))
        or after == "C"
    )


def _modifies(sentence: Sentence, at: int) -> bool:
    """Tell whether an -ed form stands before a noun and not after its subject."""
    return sentence.tags[at + 1 : at + 2] in tuple("NP") and not sentence.lex[at].says


def _hypothetical(draft: Draft) -> bool:
    """Know what a share can be at most: "the ratio can exceed 100 percent"."""
    low, start = draft.sentence.low, draft.number.start
    return (
        draft.number.share
        and _HYPOTHETICAL.pattern.search(low, max(draft.sentence.start, start - 24), start) is not None
    )


def _threshold(draft: Draft) -> bool:
    """Know the size from which a law holds: "enterprises employing fewer than 50 workers"."""
    low, start = draft.sentence.low, draft.number.start
    return _SIZE.pattern.search(low, max(draft.sentence.start, start - 60), start) is not None


_SIZE: Final = Cue(
    r"\b(?:enterprises|companies|firms|businesses|establishments|workplaces|employers|farms)\s(?:that |which )?"
    r"(?:employ(?:ing)?|with|of|having|have)\s(?:fewer|less|more|at least|over|under)(?: than)?\s$",
    "fewer less more least over under",
)


def _background(draft: Draft) -> bool:
    """Know the population or the economy of a country, shares of them, and what a rate is of."""
    sentence = draft.sentence
    number = draft.number
    if _RATE.near(sentence, max(sentence.start, number.start - 20), number.start):
        return True
    start = max(sentence.start, number.start - 60)
    if _POPULATION.near(sentence, start, number.start) or _BASE.near(sentence, start, number.start):
        return True
    if draft.head < 0:
        return False
    head = sentence.lex[draft.head]
    if head.kind != "background":
        return False
    whole = sentence.phrase(draft.index + 1, draft.stop)
    if number.share:
        return (
            not any(sentence.lex[j].sex or sentence.lex[j].age for j in range(draft.index + 1, draft.head))
            and "workforce" not in whole
        )
    return head.base in ("inhabitant", "population")


def _address(draft: Draft) -> bool:
    """Know the number of a house: "at 48 Station Road"."""
    sentence, index = draft.sentence, draft.index
    named = sentence.tags[index + 1 : index + 2] == "P"
    return named and bool(ROADS.intersection(sentence.words[index + 2 : index + 5]))


def _consents(draft: Draft) -> bool:
    """Know whom a law asks for, and nobody who is counted: "with the written consent of one parent"."""
    sentence, index = draft.sentence, draft.index
    asked = index > 1 and sentence.words[index - 1] == "of" and sentence.words[index - 2] in CONSENT
    return asked and draft.head >= 0 and sentence.words[draft.head] in CONSENTING


CONSENT: Final = frozenset(
    {"consent", "permission", "approval", "authorisation", "authorization", "signature", "agreement"}
)
CONSENTING: Final = frozenset({"parent", "parents", "guardian", "guardians", "spouse", "witness", "witnesses"})


def _names_place(draft: Draft) -> bool:
    """Know a number that is part of a name: "the camp called Kilometre Ninety"."""
    sentence, index = draft.sentence, draft.index
    if index < 2 or draft.head >= 0 or draft.number.kind != "words" or sentence.tags[index - 1] not in "NP":
        return False
    written = sentence.text[sentence.starts[index - 1] : sentence.ends[index]]
    return written[0].isupper() and sentence.text[draft.number.start].isupper() and not written.isupper()


ROADS: Final = frozenset({"road", "street", "avenue", "boulevard", "lane", "square", "drive"})


RULES: Final = (
    _compound,
    _of_person,
    _address,
    _consents,
    _names_place,
    is_ordinal,
    enumerates,
    _labelled,
    _age,
    _measured,
    is_pronoun,
    is_any,
    joins_both,
    denies_no_evidence,
    _ordinal_fraction,
    _hypothetical,
    _threshold,
    _background,
    *CONTACT_RULES,
)


def _terms(draft: Draft) -> bool:
    """Read "got seven and ten years": two lengths of time in a row."""
    sentence, after = draft.sentence, draft.index + 1
    row = sentence.words[after : after + 1] in (["and"], ["or"], ["to"]) and sentence.tags[after + 1 : after + 2] == "#"
    return row and after + 2 < len(sentence.lex) and sentence.lex[after + 2].kind == "time"


ONLY_OF: Final = {
    is_pronoun: ("words",),
    is_any: ("words",),
    joins_both: ("both",),
    denies_no_evidence: ("zero",),
    _ordinal_fraction: ("fraction",),
    enumerates: ("digits",),
    _names_place: ("words",),
}
# The cues without which a rule does not hold; other rules stand on more than cues.
_BITS: Final = {_hypothetical: _HYPOTHETICAL.bit, _threshold: _SIZE.bit} | CONTACT_BITS
RULES_OF: Final = {
    kind: tuple((rule, _BITS.get(rule, ALWAYS)) for rule in RULES if kind in ONLY_OF.get(rule, (kind,)))
    for kind in ("zero", "both", "digits", "words", "fraction", "range")
}


def counts_nothing(draft: Draft) -> bool:
    """Tell whether a number is no figure, by the rules for numbers of its kind."""
    if draft.number.high > LARGEST:
        return True
    cues = draft.sentence.cues | ALWAYS
    for rule, bits in RULES_OF[draft.number.kind]:  # noqa: SIM110 - a loop costs half of what a generator does
        if cues & bits and rule(draft):
            return True
    return False


def follows_excluded(sentence: Sentence, index: int, excluded: set[int]) -> bool:
    """Tell whether a number goes on a list of excluded ones: "ages 5, 6 and 7", "articles 127 and 128"."""
    k = index - 1
    while k >= 0 and sentence.tags[k] in ",c":
        k -= 1
    after = sentence.tags[index + 1 : index + 2]
    if after in ("b", "h", "m", "E") and (
        "," in sentence.tags[k:index] or sentence.words[k - 1] in SMALL_BOUNDS - {"age", "ages", "aged"}
    ):
        return False
    return k >= 0 and k != index - 1 and k in excluded and sentence.lex[k].tag == "N" and sentence.tags[k] == "#"
