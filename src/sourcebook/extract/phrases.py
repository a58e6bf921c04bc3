"""The noun phrase that a number opens: its head, its end, and the words between."""

from __future__ import annotations

from typing import Final

from sourcebook.extract.drafts import Draft
from sourcebook.extract.sentence import Sentence
from sourcebook.vocabulary.lexicon import word_set

INSIDE: Final = frozenset("JNPDCEGA")
NOUNS: Final = frozenset("NPD")
PRONOUNS: Final = frozenset({"whom", "which", "them", "these", "those", "whose"})
KNOWN_KINDS: Final = frozenset({"time", "size", "structure", "money", "background"})
DEFINITE: Final = frozenset({"whom", "all", "these", "those"})
TALLIES: Final = frozenset({"number", "total", "toll", "count", "tally"})
KINDS: Final = frozenset({"kind", "type", "form", "sort"})
TIP: Final = ["in", "persons"]
NEVER_BEFORE: Final = word_set("never_before")
LONGEST: Final = 14


def is_plural(sentence: Sentence, at: int) -> bool:
    """Tell whether the noun at a token is a plural."""
    tag = sentence.tags[at]
    if tag == "D":
        return sentence.words[at].endswith("s") and not sentence.words[at].endswith(("ss", "us"))
    lex = sentence.lex[at]
    return lex.plural or (tag == "N" and lex.tag == "V")


def _opens_noun(sentence: Sentence, at: int, stop: int) -> bool:
    """Tell whether a run of modifiers from a token on reaches a noun: then what came before was a modifier too."""
    tags = sentence.tags
    for j in range(at, stop):
        if tags[j] == "N" and (is_plural(sentence, j) or sentence.lex[j].counts):
            return True
        if tags[j] not in "JNPDCEGAs" and not (tags[j] in ",c" and j > at and tags[j - 1] in "NJG"):
            return False
    return False


def _participle_goes_on(sentence: Sentence, at: int, stop: int) -> bool:
    """Tell whether an -ed or -ing form stands before its noun ("convicted traffickers") and does not end the phrase."""
    tags = sentence.tags
    if sentence.words[at] in NEVER_BEFORE:
        return False
    for j in range(at + 1, min(stop, at + 5)):
        tag = tags[j]
        if tag in NOUNS and (is_plural(sentence, j) or sentence.lex[j].counts or tag == "D"):
            return True
        if tag in NOUNS:
            continue
        if tag in "c," and tags[j - 1] in "NGJ" and j > at + 1:
            return _opens_noun(sentence, j + 1, stop)
        if tag not in "JCEGA":
            return False
    return False


def noun_phrase(sentence: Sentence, at: int) -> tuple[int, int]:
    """Return head and end of the noun phrase whose modifiers begin at a token; the head is -1 where there is none."""
    tags, words = sentence.tags, sentence.words
    stop = min(len(tags), at + LONGEST)
    if words[at : at + 1] == ["accused"] and tags[at + 1 : at + 2] not in ("N", "J", "P", "o"):
        return at, at + 1
    head, j = -1, at
    while j < stop and j not in sentence.notes and words[j] != "number":
        tag = tags[j]
        if tag in NOUNS:
            head = j
            if is_plural(sentence, j) and not _second_noun(sentence, j + 1, stop):
                j += 1
                break
        elif words[j + 1 : j + 3] == TIP and words[j].endswith("trafficking"):
            j += 2
        elif tag in "EG":
            if not _participle_inside(sentence, j, head, stop):
                break
        elif tag in "c,":
            if j == at or not _joins_modifiers(sentence, j, head, stop):
                break
        elif tag == "V" and j == at and _may_modify(sentence, j) and _opens_noun(sentence, j + 1, min(stop, j + 2)):
            pass
        elif tag not in INSIDE and not (tag == "s" and _opens_noun(sentence, j + 1, stop)):
            break
        j += 1
    return head, j if head >= 0 else at


def _may_modify(sentence: Sentence, at: int) -> bool:
    """Tell whether a verb may stand before a noun as a noun does: "transit centres", and not "gave statements"."""
    return sentence.lex[at].base in ("", sentence.words[at])


def _participle_inside(sentence: Sentence, at: int, head: int, stop: int) -> bool:
    """Tell whether an -ed or -ing form belongs to the phrase: before its noun, or between two nouns of it."""
    if head >= 0:
        counted = sentence.lex[head].counts and sentence.tags[at] == "E"
        if counted or is_plural(sentence, head):
            return False
    return _participle_goes_on(sentence, at, stop)


def _joins_modifiers(sentence: Sentence, at: int, head: int, stop: int) -> bool:
    """Tell whether a comma or "and" joins two modifiers of a noun to come: "labor and sex trafficking cases"."""
    if head >= 0 and (is_plural(sentence, head) or (sentence.lex[head].counts and sentence.tags[at] == ",")):
        return False
    return _opens_noun(sentence, at + 1, stop)


def _second_noun(sentence: Sentence, at: int, stop: int) -> bool:
    """Tell whether a plural goes on into another noun: "women migrants", "children's homes", "sales staff"."""
    if at >= stop:
        return False
    tag = sentence.tags[at]
    if tag == "s":
        return _opens_noun(sentence, at + 1, stop)
    return tag == "N" and bool(sentence.lex[at].counts) and is_plural(sentence, at)


def find_phrase(draft: Draft) -> None:
    """Set the head and end of a figure's phrase, and how it takes part in another ("of whom", "of the 30 victims")."""
    sentence = draft.sentence
    tags, words = sentence.tags, sentence.words
    at = draft.index + 1
    size = len(tags)
    if words[at : at + 2] in (["or", "more"], ["or", "so"], ["or", "fewer"], ["or", "less"], ["and", "more"]):
        at += 2
    if at + 1 < size and words[at] == "out" and tags[at + 1] == "o":
        at += 1
    if at + 1 < size and tags[at] == "o":
        draft.stop = at
        _partitive(draft, at + 1)
        return
    if at + 3 < size and words[at] == "the" and words[at + 1] in TALLIES and words[at + 2] == "of":
        draft.head, draft.stop = noun_phrase(sentence, at + 3)
        return
    if draft.number.share and words[at : at + 2] in (["the", "share"], ["the", "proportion"], ["the", "percentage"]):
        return
    if at < size and (words[at] == "such" or (draft.number.share and words[at] == "the")):
        at += 1
    draft.head, draft.stop = _countable(draft, *noun_phrase(sentence, at))
    if draft.head >= 0 and words[draft.head] == "ones":
        draft.head = -1


def _countable(draft: Draft, head: int, stop: int) -> tuple[int, int]:
    """Give up a head that a number above one cannot count: "10 forced labour", "three Cambodian"."""
    sentence = draft.sentence
    if head < 0 or draft.number.high == 1 or draft.number.share or draft.number.kind == "zero":
        return head, stop
    lex = sentence.lex[head]
    if is_plural(sentence, head) or lex.counts in ("people", "victims", "offenders"):
        return head, stop
    if lex.kind in KNOWN_KINDS and lex.base != "sex":
        return head, stop
    if sentence.tags[head] == "D" and sentence.words[head].endswith(("ese", "i")):
        return head, stop
    return -1, draft.index + 1


def _partitive(draft: Draft, at: int) -> None:
    """Read what follows "of": a pronoun, another number's phrase, or a noun phrase of its own."""
    sentence = draft.sentence
    tags, words = sentence.tags, sentence.words
    size = len(tags)
    if (
        at < size
        and words[at] in PRONOUNS
        and (words[at] in ("whom", "which", "them") or at + 1 >= size or tags[at + 1] not in "N#J")
    ):
        draft.partitive = "pronoun"
        draft.stop = at + 1
        return
    while at < size and (
        tags[at] == "d" or words[at] in DEFINITE or (tags[at + 1 : at + 2] == "#" and tags[at] in "AJpE")
    ):
        draft.partitive = "definite"
        at += 1
    if tags[at : at + 3] == "Ns#":
        at += 2
    if words[at : at + 1] == ["both"] and at + 1 < size and sentence.lex[at + 1].base in KINDS:
        draft.head, draft.stop, draft.partitive = -1, draft.index + 1, "kind"
        return
    if at < size and tags[at] == "#":
        draft.partitive = "number"
        draft.stop = at
        return
    if at + 1 < size and tags[at] in "NP" and tags[at + 1] == "s":
        pass
    draft.head, draft.stop = noun_phrase(sentence, at)
    draft.partitive = draft.partitive or "noun"
    if draft.partitive == "noun" and not draft.number.share and _names_kind(draft, at):
        draft.head, draft.stop, draft.partitive = -1, draft.index + 1, "kind"


def _names_kind(draft: Draft, at: int) -> bool:
    """Read "62 of sexual exploitation and 20 of other kinds": what of, and not what is counted."""
    sentence, head = draft.sentence, draft.head
    if head < 0 or sentence.lex[head].counts not in ("", "other"):
        return False
    if sentence.lex[head].base in KINDS:
        return sentence.words[at] in ("other", "another", "unknown", "mixed", "several")
    if is_plural(sentence, head):
        return False
    opening = sentence.starts[min(at + 1, len(sentence.starts) - 1)]
    named = sentence.terms_between(at, min(len(sentence.tags), draft.stop + 2))
    return any(term.theme.value and term.start <= opening for term in named)
