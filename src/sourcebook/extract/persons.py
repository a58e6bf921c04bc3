"""Sex and age of the people counted, from the nouns and adjectives of the figure's own phrase."""

from __future__ import annotations

import re
from typing import Final

from sourcebook.extract.drafts import Draft
from sourcebook.extract.sentence import Sentence
from sourcebook.extract.standing import OFFICIALS

PERSONS: Final = frozenset({"victims", "people", "offenders"})
PEOPLE: Final = frozenset({"victims", "people", "share"})
OF_CHILDREN: Final = re.compile(r"victims? of child(?:ren)?\b(?! marriage)")
UNDER_AGE: Final = re.compile(
    r"(?:(?!and\b)[a-z'-]+ ){0,4}?(?:(?:are|were|was|is|aged|being) )?(?:under|below"
    r"|younger than) (?:the age of )?1[5-8]\b"
    r"|(?:of (?:them|whom|these) )?(?:(?:are|were|was|being) )?(?:still |also )?under ?age\b"
)
OF_AGE: Final = re.compile(
    r"(?:(?!and\b)[a-z'-]+ ){0,4}?(?:(?:are|were|was|is|being) )?(?:aged |over the age of )?(?:over 1[789]\b"
    r"|(?:older|more) than"
    r" 1[78]\b|1[89](?: years)?(?: of age)? (?:or|and) (?:over|older|above|more)\b|above (?:the age of )?18\b)"
)
PASSED_OVER: Final = frozenset({"of", "all", "identified", "reported", "said", "found", "considered", "to", "believed"})
MAKES_UP: Final = frozenset({"comprise", "constitute", "make", "account", "represent", "form"})
ADJECTIVES: Final = {
    "female": ("female", ""),
    "male": ("male", ""),
    "underage": ("", "minor"),
    "teenage": ("", "minor"),
    "minor": ("", "minor"),
    "adult": ("", "adult"),
    "juvenile": ("", "minor"),
    "adolescent": ("", "minor"),
    "grown": ("", "adult"),
    "school-age": ("", "minor"),
    "school-aged": ("", "minor"),
    "child": ("", "minor"),
    "newborn": ("", "minor"),
    "filipina": ("female", ""),
    "filipinas": ("female", ""),
    "latina": ("female", ""),
    "latinas": ("female", ""),
}
COPULAS: Final = frozenset({"was", "were", "are", "is", "being", "them", "whom", "be"})


def _of_word(sentence: Sentence, at: int) -> tuple[str, str]:
    word = sentence.words[at]
    if word in ADJECTIVES:
        return ADJECTIVES[word]
    return sentence.lex[at].sex, sentence.lex[at].age


def _phrase(sentence: Sentence, first: int, last: int) -> tuple[set[str], set[str]]:
    sexes, ages = set(), set()
    for k in range(first, last):
        named = sentence.tags[k] in "NJP" or (sentence.tags[k] == "D" and sentence.words[k] in ADJECTIVES)
        if named and (k + 1 >= len(sentence.tags) or sentence.tags[k + 1] != "s"):
            sex, age = _of_word(sentence, k)
            sexes.add(sex)
            ages.add(age)
    return sexes - {""}, ages - {""}


def _joined_nouns(draft: Draft) -> list[int]:
    """Return the heads joined to a figure's head without a number: "girls and women", "men, women and children"."""
    sentence = draft.sentence
    tags = sentence.tags
    heads, k = [draft.head], draft.stop
    while k + 1 < len(tags) and tags[k] in ",c":
        j = k
        while j < len(tags) and tags[j] in ",c":
            j += 1
        while j < len(tags) and tags[j] in "JDA":
            j += 1
        if j >= len(tags) or tags[j] != "N" or not sentence.lex[j].plural or sentence.lex[j].counts not in PERSONS:
            break
        if tags[j + 1 : j + 2] and tags[j + 1] in "VhmbE" and tags[k] == "," and "c" not in tags[k:j]:
            break
        heads.append(j)
        k = j + 1
    return heads


def set_persons(draft: Draft, before: Draft | None = None) -> None:
    """Set sex and age where the phrase says them; women and men set sex alone, girls and boys both.

    `before` is the figure before: in "61 of the 948 were girls" it is the one of which that is said.
    """
    if draft.counts not in PEOPLE or (draft.counts == "share" and (_subject(draft) or _of_change(draft))):
        return
    sentence = draft.sentence
    if 0 <= draft.head < draft.index and sentence.lex[draft.head].base not in OFFICIALS:
        _set(draft, *_phrase(sentence, max(0, draft.head - 2), draft.head + 1))
        return
    if draft.head >= 0:
        if sentence.lex[draft.head].base in OFFICIALS:
            return
        _set(draft, *_of_phrase(draft))
    if _whole_of(before, draft):
        return
    if draft.sex is None and draft.age is None:
        _predicate(draft)
    elif draft.partitive == "definite" and (draft.sex is None or draft.age is None):
        sex, age = draft.sex, draft.age
        _predicate(draft)
        draft.sex, draft.age = draft.sex or sex, draft.age or age
    if draft.sex is None and draft.age is None:
        _apposed(draft)
    if draft.age is None and _said_minor(draft):
        draft.age = "minor"
    if draft.age is None and draft.counts != "people" and OF_AGE.match(_follows(draft)):
        draft.age = "adult"


def _whole_of(before: Draft | None, draft: Draft) -> bool:
    """Read "61 of the 948 were girls": the verb behind a whole is said of the number that is of it."""
    told = before is not None and before.partitive == "number" and before.stop == draft.index
    return told and draft.sentence.tags[draft.stop : draft.stop + 1] == "b"


def _of_phrase(draft: Draft) -> tuple[set[str], set[str]]:
    """Return the sexes and ages of the noun phrase; of several nouns joined, only what all of them say."""
    heads = _joined_nouns(draft)
    if len(heads) == 1:
        return _phrase(draft.sentence, draft.index + 1, max(draft.stop, draft.head + 1))
    kinds = [_of_word(draft.sentence, k) for k in heads]
    sexes, ages = {sex for sex, _ in kinds}, {age for _, age in kinds}
    return (sexes if len(sexes) == 1 else set()) - {""}, (ages if len(ages) == 1 else set()) - {""}


def _set(draft: Draft, sexes: set[str], ages: set[str]) -> None:
    draft.sex = next(iter(sexes)) if len(sexes) == 1 else None
    draft.age = next(iter(ages)) if len(ages) == 1 else None
    for field, value in (("sex", draft.sex), ("age", draft.age)):
        if value:
            draft.because(field, draft.head)


def _apposed(draft: Draft) -> None:
    """Read "four for sexual exploitation, all women", "The share of men rose from 37 percent": a noun set beside."""
    sentence = draft.sentence
    stop = draft.stop
    match = ALL_OF.match(sentence.low, sentence.ends[stop - 1], min(sentence.end, sentence.ends[stop - 1] + BESIDE))
    if match is None and draft.counts == "share" and draft.head < 0:
        start = sentence.starts[draft.first]
        found = list(SHARE_OF.finditer(sentence.low, max(sentence.start, start - BESIDE), start))
        match = found[-1] if found else SHARE_OF.search(sentence.low, start, min(sentence.end, start + BESIDE))
    if match is None:
        return
    at = sentence.at(match.start(1))
    if at < len(sentence.words) and sentence.words[at] == match[1]:
        sex, age = _of_word(sentence, at)
        draft.sex, draft.age = sex or None, age or None
        draft.because("sex" if sex else "age", at)


BESIDE: Final = 90
ALL_OF: Final = re.compile(
    r"[^,;.:\d()]{0,60}, all (?:of (?:them|whom) )?(?:were )?(women|men|girls|boys|children|minors)\b"
)
SHARE_OF: Final = re.compile(
    r"\b(?:share|proportion|percentage) of (women|men|girls|boys|children|minors|females|males)\b"
)


def _said_minor(draft: Draft) -> bool:
    """Tell whether the words after a figure make its people minors: "victims of child trafficking", "are under 18"."""
    sentence = draft.sentence
    size = len(sentence.tags)
    if draft.head >= 0 and OF_CHILDREN.match(sentence.phrase(draft.head, min(size, draft.head + 5))):
        return True
    return UNDER_AGE.match(_follows(draft)) is not None


def _follows(draft: Draft) -> str:
    """Return the words after a figure, or after the whole that it is of: "61 of the 948 *were under 18*"."""
    if draft.partitive == "number" and (verb := _verb_after(draft)) > draft.stop:
        return draft.sentence.phrase(verb, min(len(draft.sentence.tags), verb + 12))
    return draft.sentence.phrase(draft.stop, min(len(draft.sentence.tags), draft.stop + 12))


def _of_change(draft: Draft) -> bool:
    """Tell whether a share is that by which something rose or fell, and not one of people."""
    sentence = draft.sentence
    changed = draft.head >= 0 and sentence.lex[draft.head].base in CHANGES
    return changed or OF_RISE.search(sentence.phrase(max(0, draft.first - 3), draft.first)) is not None


OF_RISE: Final = re.compile(r"\b(?:increase|decrease|rise|drop|decline|reduction|growth|fall|cut) (?:of|by)$")
CHANGES: Final = frozenset({"increase", "decrease", "rise", "drop", "decline", "reduction", "growth", "fall", "cut"})


def _subject(draft: Draft) -> bool:
    """Read "Children make up 25 percent of": the share is of the subject's people."""
    sentence = draft.sentence
    verb = draft.first - 1
    while verb > 0 and sentence.tags[verb] in "pA":
        verb -= 1
    if verb < 1 or sentence.lex[verb].base not in MAKES_UP or sentence.tags[verb - 1] != "N":
        return False
    draft.sex, draft.age = (value or None for value in _of_word(sentence, verb - 1))
    draft.because("age", verb - 1)
    return True


def _verb_after(draft: Draft) -> int:
    """Return the verb of "Twenty percent of the 71 victims found in 2006 were minors", or the phrase's end."""
    tags = draft.sentence.tags
    for k in range(draft.stop + 1, min(len(tags), draft.stop + 16)):
        if tags[k] in ".;:r#":
            break
        if tags[k] == "b":
            return k
    return draft.stop


def _predicate(draft: Draft) -> None:
    """Read "366 were female", "26 were children", "61 percent of them women", "most of them girls"."""
    sentence = draft.sentence
    tags, words = sentence.tags, sentence.words
    k = draft.stop
    if draft.partitive == "number":
        k = _verb_after(draft)
        draft_end = k + 4
    else:
        draft_end = draft.scope[1] + 1
    limit = min(len(tags), k + 5, draft_end)
    if draft.head >= 0 and not (k < len(tags) and words[k] in COPULAS):
        return
    while k < limit and (words[k] in COPULAS or tags[k] in "bAdo" or words[k] in PASSED_OVER):
        k += 1
    if k and words[k - 1] in ("a", "an") and draft.number.high != 1 and draft.number.kind != "fraction":
        return
    last = k
    while last < min(len(tags), k + 4) and tags[last] in "JN":
        last += 1
    if (draft.head < 0 and last > k) or (draft.head >= 0 and last > k):
        sexes, ages = _phrase(sentence, k, last)
        nouns = [j for j in range(k, last) if tags[j] in "JN" and any(_of_word(sentence, j))]
        if tags[last : last + 1] == "c" and tags[last + 1 : last + 2] == "N":
            others = _phrase(sentence, last + 1, last + 2)
            sexes, ages = (mine & theirs for mine, theirs in zip((sexes, ages), others, strict=True))
        if nouns and (sexes or ages):
            draft.sex = next(iter(sexes)) if len(sexes) == 1 else None
            draft.age = next(iter(ages)) if len(ages) == 1 else None
            for field, value in (("sex", draft.sex), ("age", draft.age)):
                if value:
                    draft.because(field, nouns[0])
