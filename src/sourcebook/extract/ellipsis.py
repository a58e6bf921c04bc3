"""Numbers whose noun is left out: "up from 42", "58, 13 and four respectively", "18 of which", "rose to 55"."""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from itertools import pairwise
from typing import Final

from sourcebook.extract.comparisons import compared_how
from sourcebook.extract.cues import Cue
from sourcebook.extract.drafts import Draft
from sourcebook.extract.far_nouns import of_share, of_these, paid, predicate_noun, put_at, take_noun, those
from sourcebook.extract.nouns import noun_counts
from sourcebook.extract.predicates import PERSONS, count_by_verb, kinds_said
from sourcebook.extract.sentence import Sentence
from sourcebook.vocabulary.lexicon import word_set

OFFICIALS: Final = word_set("officials")
_STUDIES: Final = word_set("studies")
_LEVEL_BEFORE: Final = word_set("level_before")
_NUMBER_OF: Final = Cue(
    r"\b(?:numbers?|total|figure|count|tally) (?:of|for) ",
    "number total figure count tally",
)
CASES: Final = frozenset({"cases", "investigations", "prosecutions", "convictions"})
TRIED: Final = frozenset({"arrested", "convicted", "acquitted", "prosecuted"})
APART: Final = frozenset({"while", "whereas", "meanwhile"})
NEAR: Final = 24
ROW: Final = 8
ADJECTIVES: Final = (["female"], ["male"], ["adult"], ["underage"])


def _linked(first: Draft, second: Draft) -> bool:
    """Tell whether nothing but dates, commas, "and" and small words stand between two numbers."""
    between = second.sentence.tags[first.stop : second.first]
    return len(between) <= 8 and not set(between) - set(",cYpdo()A") and ("," in between or "c" in between)


def _level_with(first: Draft, second: Draft) -> bool:
    """Tell whether two numbers stand in the same brackets, or both in none."""
    sentence = first.sentence
    return sentence.depth(first.index) == sentence.depth(second.index)


def mark_compared(drafts: list[Draft], earlier: list[Draft]) -> None:
    """Mark the numbers of one sentence that only serve comparison, and give each its series.

    `earlier` are the figures of the sentence before, with which a row of bare numbers may keep step.
    """
    chain: list[Draft] = []
    mains: list[Draft] = []
    for draft in drafts:
        follows = chain and _goes_on(chain, draft, mains) and _level_with(chain[-1], draft)
        how = compared_how(draft)
        if follows or how:
            draft.compared = True
            draft.peer = "'" in how
            chain.append(draft)
            continue
        if chain:
            _pair(chain, mains)
            chain = []
        mains.append(draft)
    _pair(chain, mains)
    _in_order(drafts, earlier)


def _goes_on(chain: list[Draft], draft: Draft, mains: list[Draft]) -> bool:
    """Tell whether a number goes on a comparison: bare in a list, or of a noun said before the comparison began."""
    if draft.head < 0:
        return _linked(chain[-1], draft)
    between = draft.sentence.tags[chain[-1].stop : draft.first]
    return between in ("c", "Ec") and any(main.counts == draft.counts for main in mains)


FIGURES_WERE: Final = Cue(r"\b(?:figures|numbers|totals) (?:were|had been|stood at)\b", "=figures =numbers =totals")


def _in_order(drafts: list[Draft], earlier: list[Draft]) -> None:
    """Read "five investigations and one conviction; before, 11 and two respectively": each its own."""
    sentence = drafts[0].sentence
    if "respectively" in sentence.words:
        at = sentence.words.index("respectively")
    elif FIGURES_WERE.near(sentence, sentence.start, sentence.end):
        at = len(sentence.words)
    else:
        return
    row: list[Draft] = []
    for draft in reversed([d for d in drafts if d.index < at][-ROW:]):
        if draft.head >= 0 or draft.counts or (row and not _linked(draft, row[0])):
            break
        row.insert(0, draft)
    mains = [d for d in drafts if row and d.index < row[0].index and d.head >= 0 and d.is_count][-len(row) :]
    if not mains and row and row[0] is drafts[0]:
        mains = [d for d in earlier if d.head >= 0 and d.is_count]
        for draft in row if len(mains) == len(row) else []:
            draft.ordinal = 1
    if len(row) > 1 and len(mains) == len(row) and _run(mains):
        for draft, main in zip(row, mains, strict=True):
            draft.series = main


def _pair(chain: list[Draft], mains: list[Draft]) -> None:
    mains = [draft for draft in mains[-24:] if draft.is_count]
    if not chain or not mains:
        return
    latest = mains[-len(chain) :]
    by_order = len(chain) > 1 and len(latest) == len(chain) and _run(latest) and not _dated(chain)
    for at, draft in enumerate(chain):
        draft.series = latest[at] if by_order else mains[-1]


def _dated(chain: list[Draft]) -> bool:
    """Tell whether each number of a chain has a date of its own: then all continue one series."""
    tags = chain[0].sentence.tags
    stops = [*(draft.first for draft in chain[1:]), chain[-1].stop + 4]
    return all("Y" in tags[draft.stop : stop] for draft, stop in zip(chain, stops, strict=True))


def _run(mains: list[Draft]) -> bool:
    return len({(draft.counts, draft.head) for draft in mains}) == len(mains)


def _forward(drafts: list[Draft], at: int) -> Draft | None:
    """Read "482 and 425 victims", "41, 27 and eight complaints": the noun comes with the last number of the row."""
    draft = drafts[at]
    for before, following in pairwise(drafts[at : at + ROW]):
        if following.sentence is not draft.sentence:
            return None
        if not _in_row(before, following):
            return None
        if following.head >= 0:
            return following
        if before.number.kind != following.number.kind and "share" in (before.counts, following.counts):
            return None
    return None


def _in_row(before: Draft, following: Draft) -> bool:
    """Tell whether two numbers stand in a row, so that the noun of the second may be that of the first too."""
    between = before.sentence.tags[before.stop : following.first]
    if not 0 < len(between) <= 5 or not set(between) & set(",ct") or set(between) - set(",ctJGN"):
        return False
    if set(between) & set("GN") and not _kind_named(before):
        return False
    return _of_sex(following) or not _of_sex(before)


def _of_sex(draft: Draft) -> bool:
    return draft.sentence.words[draft.index + 1 : draft.index + 2] in ADJECTIVES


def _kind_named(draft: Draft) -> bool:
    """Read "15 sex trafficking and nine labour trafficking cases": a kind of exploitation stands for the noun."""
    sentence, stop = draft.sentence, draft.index + 1
    return any(
        term.start == sentence.starts[stop] for term in sentence.terms_between(stop, min(len(sentence.tags), stop + 3))
    )


def _subject(sentence: Sentence, floor: int, index: int) -> int:
    """Return the noun that a level or a change is said of: "the number of victims rose to", or -1."""
    tags, lex = sentence.tags, sentence.lex
    start = max(
        sentence.starts[floor] if floor < len(sentence.starts) else sentence.start, sentence.starts[index] - 400
    )
    named = [m.end() for m in _NUMBER_OF.pattern.finditer(sentence.low, start, sentence.starts[index])]
    first = sentence.at(named[-1]) if named else floor
    for k in range(max(first, index - NEAR), index):
        ends = k + 1 < len(tags) and (tags[k + 1] not in "NG" or (tags[k + 1] == "G" and tags[k + 2 : k + 3] == "p"))
        acts = lex[k].base in OFFICIALS and tags[k + 1 : k + 2] == "E"
        if tags[k] == "N" and ends and lex[k].counts not in ("", "other") and not acts:
            return k
    return -1


def _take_from(draft: Draft, other: Draft) -> None:
    draft.counts = other.counts
    draft.series = draft.series or other
    if "counts" in other.why:
        draft.why["counts"] = other.why["counts"]


def _brought_to_law(draft: Draft) -> bool:
    """Read "arrested two women": people to whom the law did something, before they are known for offenders."""
    sentence, verb = draft.sentence, draft.first - 1
    return draft.counts == "people" and verb >= 0 and sentence.lex[verb].action in TRIED


def _takes_in(places: Draft, draft: Draft) -> bool:
    """Read "two shelters took in 19 more": the number counts people, and not more shelters."""
    words = places.sentence.words[places.stop : draft.first] if places.sentence is draft.sentence else []
    return bool(words) and not TAKING_IN.isdisjoint(words)


def _too_many_for(places: Draft, draft: Draft) -> bool:
    """Read "around two markets ... found 4,300 of them": more than the places counted, so of no places."""
    return draft.partitive == "pronoun" and places.high is not None and (draft.low or draft.high or 0) > places.high


TAKING_IN: Final = frozenset(
    {"took", "take", "housed", "house", "sheltered", "received", "assisted", "hosted", "cared", "accommodated"}
)


def _latest(drafts: list[Draft], at: int, kinds: AbstractSet[str] | None, *, here: bool) -> Draft | None:
    """Return the last figure before one, of these kinds where they are known; `here` asks for its sentence."""
    aside: Draft | None = None
    for other in reversed(drafts[max(0, at - 12) : at]):
        if kinds is not None and other.counts not in kinds and not ("offenders" in kinds and _brought_to_law(other)):
            continue
        if other.counts == "places" and (_takes_in(other, drafts[at]) or _too_many_for(other, drafts[at])):
            continue
        if other.is_count and other.counts and (other.sentence is drafts[at].sentence or not here):
            if (
                other.counts not in ("other", "places")
                or not other.first
                or other.sentence.tags[other.first - 1] != "p"
            ):
                return other
            aside = aside or other
    return aside


def fill(drafts: list[Draft], at: int) -> None:
    """Give a number without a noun what it counts, or leave it empty where nothing says so."""
    draft = drafts[at]
    following = drafts[at + 1] if at + 1 < len(drafts) else None
    if draft.partitive == "number" and following is not None and following.counts:
        _take_from(draft, following)
        draft.series = None
        return
    if _tried_after(drafts, at):
        return
    own_past = draft.compared and draft.sentence.tags[max(0, draft.first - 1) : draft.first] == "s"
    named = None if own_past and draft.series is not None else _forward(drafts, at)
    if named is not None:
        _take_from(draft, named)
        draft.series = named
        draft.partitive = "forward"
        return
    kinds = kinds_said(draft)
    previous = _latest(drafts, at, kinds, here=True)
    if (
        those(draft)
        or of_these(draft)
        or put_at(draft)
        or _tried(drafts, at)
        or paid(drafts, at)
        or of_share(drafts, at)
        or _level(draft, previous)
    ):
        return
    previous = _remaining(drafts, at) or previous
    source = draft.series if draft.series is not None and draft.series.counts else previous
    by_verb = count_by_verb(draft) if source is None else ""
    acted_on = source is None and _acted_on(draft)
    if source is None and (acted_on or by_verb or not _level(draft, None, anywhere=True)):
        source = _latest(drafts, at, kinds or (PERSONS if acted_on else None), here=False)
    if acted_on and source is None:
        draft.counts = "people" if _studied(draft) else "victims"
    if source is not None and not draft.counts:
        _take_from(draft, source)
    elif not draft.counts and (noun := predicate_noun(draft)) >= 0:
        draft.counts = noun_counts(draft.sentence, noun)
        draft.because("counts", noun)
    draft.counts = draft.counts or count_by_verb(draft)


def _acted_on(draft: Draft) -> bool:
    """Read "the shelter housed 71": what a verb is done to is not counted by the verb's subject."""
    sentence, verb = draft.sentence, draft.first - 1
    return verb > 0 and sentence.tags[verb] in "VE" and sentence.lex[verb].status in ("assisted", "identified")


def _studied(draft: Draft) -> bool:
    """Read "a census found 4,300 of them": a study counts people, whether they were harmed or not."""
    sentence, subject = draft.sentence, draft.first - 2
    return draft.partitive == "pronoun" and subject >= 0 and sentence.words[subject] in _STUDIES


def _tried(drafts: list[Draft], at: int) -> bool:
    """Read "acquitted three": a number that a verb of the courts governs counts offenders."""
    draft = drafts[at]
    sentence = draft.sentence
    verb = draft.first - 1
    if verb < 0 or draft.compared or sentence.tags[verb] not in "EVG" or sentence.lex[verb].action not in TRIED:
        return False
    near = [d for d in drafts[max(0, at - 6) : at] if d.sentence is sentence and d.head >= 0]
    people = [d for d in near if d.counts in ("offenders", "people")]
    draft.counts = "offenders"
    draft.series = people[-1] if people else None
    draft.because("counts", verb)
    return True


def _remaining(drafts: list[Draft], at: int) -> Draft | None:
    """Read "sent 21 of these to court; the remaining 348 were closed": of what was counted before, and no smaller."""
    draft = drafts[at]
    words = draft.sentence.words[max(0, draft.first - 1) : draft.index]
    if "remaining" not in words and "other" not in words:
        return None
    larger = [
        d for d in drafts[max(0, at - 8) : at] if d.is_count and (d.low or 0) > (draft.low or 0) and not d.compared
    ]
    return larger[-1] if larger else None


def _tried_after(drafts: list[Draft], at: int) -> bool:
    """Read "98 charged and 33 convicted": what the courts did stands right behind the number."""
    draft = drafts[at]
    sentence, verb = draft.sentence, draft.stop
    if sentence.tags[verb : verb + 1] != "E" or sentence.lex[verb].action not in TRIED or draft.partitive:
        return False
    if sentence.tags[verb + 1 : verb + 2] not in ("c", ",", ".", ";", ")", "p", ""):
        return False
    people = [d for d in drafts[max(0, at - 6) : at] if d.sentence is sentence and d.counts in ("offenders", "people")]
    cases = [d for d in drafts[max(0, at - 6) : at] if d.sentence is sentence and d.counts == "cases"]
    if cases and not people:
        return False
    draft.counts = "offenders"
    draft.series = people[-1] if people else None
    draft.because("counts", verb)
    return True


def _level(draft: Draft, previous: Draft | None, *, anywhere: bool = False) -> bool:
    """Take the noun of which a number is the level: "the defendants rose to 55"; `anywhere` asks for no such verb."""
    sentence = draft.sentence
    elsewhere = draft.partitive == "pronoun" or (draft.compared and draft.series is not None)
    if not anywhere and (elsewhere or not _says_level(draft, previous)):
        return False
    floor = 0 if anywhere else _clause_floor(sentence, draft.first, previous.stop if previous else 0)
    head = _subject(sentence, floor, draft.first)
    if head < 0:
        return False
    take_noun(draft, sentence, head)
    return True


def _says_level(draft: Draft, previous: Draft | None) -> bool:
    """Tell whether a number is a level said of a noun before it: "rose to 55", "Number of prosecutions: 13"."""
    sentence = draft.sentence
    if draft.first and sentence.words[draft.first - 1] in _LEVEL_BEFORE:
        return True
    start = max(previous.number.end if previous is not None else sentence.start, draft.number.start - 400)
    return _NUMBER_OF.near(sentence, start, draft.number.start) is not None


def _clause_floor(sentence: Sentence, index: int, floor: int) -> int:
    for k in range(index - 1, max(floor, index - 60), -1):
        if sentence.tags[k] in ";:z":
            return k + 1
    return floor
