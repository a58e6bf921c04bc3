"""What a figure takes over from the one it repeats, is part of, or is listed with."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Final

from sourcebook.extract.drafts import Draft
from sourcebook.extract.ellipsis import APART
from sourcebook.extract.purposes import LEGAL
from sourcebook.extract.standing import INVOLVING, OFFICIALS

PERSONS: Final = frozenset({"victims", "people"})
FIELDS: Final = ("status", "exploitation", "sex", "age", "place", "period", "origin", "destination")


def _coordinate(before: Draft, draft: Draft) -> None:
    """Give a figure joined by a comma or "and" to the one before it the status of that one's verb."""
    if draft.compared and draft.series not in (None, before.series):
        return
    if (
        (draft.status and draft.status != before.status)
        or not before.status
        or draft.sentence is not before.sentence
        or draft.first < 1
    ):
        return
    tags = draft.sentence.tags
    joined = (tags[draft.first - 1] in ",c" or _gapped(draft)) and not set(
        tags[min(before.scope[1], draft.first) : draft.first]
    ) & set("bVhm")
    own = draft.status_other and draft.status != before.status
    if joined and not own and draft.counts in PERSONS and before.counts in PERSONS:
        draft.status = before.status
        if before.counts == "victims" and not draft.child_work and draft.sentence.lex[draft.head].base not in OFFICIALS:
            draft.counts = "victims"


def _accused_too(before: Draft, draft: Draft) -> None:
    """Read "the arrest of one Turkish and one Georgian citizen": both were arrested."""
    tags = draft.sentence.tags
    joined = draft.sentence is before.sentence and tags[before.stop : draft.first] == "c"
    if joined and before.counts == "offenders" and before.action and draft.counts == "people" and draft.head >= 0:
        draft.counts, draft.action = "offenders", before.action


def _shared_passive(before: Draft, draft: Draft) -> None:
    """Read "155 victims of one kind and 58 of another had been found": the verb behind the last is of all."""
    tags = draft.sentence.tags
    listed = (
        draft.series is before and draft.partitive in ("kind", "noun") and tags[draft.first - 1 : draft.first] == "c"
    )
    if listed and draft.status and not before.status and not before.status_other:
        before.status = draft.status


def _gapped(draft: Draft) -> bool:
    """Read "the police identified 35 victims and NGOs 70 more": a subject without a verb has that of the one before."""
    tags, k = draft.sentence.tags, draft.first - 1
    while k > 0 and tags[k] in "NPCJd" and draft.first - k <= GAP:
        k -= 1
    verb = tags[draft.stop : draft.stop + 1] in ("b", "h", "m", "V", "E")
    return 0 < k < draft.first - 1 and tags[k] in "c,;" and not verb


GAP: Final = 4


def _same_noun(before: Draft, draft: Draft) -> None:
    """Read "One case of forced begging in 2019 and five cases in 2018": a noun said again keeps what was said of it."""
    if (
        draft.exploitation
        or not before.exploitation
        or draft.sentence is not before.sentence
        or min(draft.head, before.head) < 0
    ):
        return
    lex, tags = draft.sentence.lex, draft.sentence.tags
    repeated = lex[draft.head].base == lex[before.head].base and draft.stop - draft.index == 2
    if repeated and tags[draft.first - 1] in ",c" and tags[draft.stop : draft.stop + 2] == "pY":
        draft.exploitation = before.exploitation


def _others(before: Draft, draft: Draft) -> None:
    """Read "freed eight victims and helped two others return": others of those just counted are such too."""
    sentence = draft.sentence
    if draft.counts != "people" or before.counts != "victims" or before.sentence is not sentence or draft.head < 0:
        return
    if sentence.words[draft.head] == "others":
        draft.counts = "victims"
        _take(draft, before.part_of or before, ("age",))


def _take(draft: Draft, other: Draft, fields: tuple[str, ...]) -> None:
    for field in fields:
        if not getattr(draft, field) and getattr(other, field) and _may_take(draft, field):
            setattr(draft, field, getattr(other, field))


def _may_take(draft: Draft, field: str) -> bool:
    if field == "status":
        return draft.counts == "victims"
    if field in ("sex", "age"):
        return draft.counts in ("victims", "people", "offenders", "share")
    return not (field == "period" and draft.period_set)


def _align(draft: Draft, other: Draft) -> None:
    """Give both figures of people the stronger of the two kinds: victims."""
    if draft.head < 0 and draft.counts == "people" and other.counts == "offenders":
        draft.counts = "offenders"
    if {draft.counts, other.counts} == PERSONS:
        draft.counts = "victims"


def _same_people(before: Draft, draft: Draft) -> None:
    """Give a share that names no whole the people of the share before it: "two thirds of the girls, a quarter"."""
    if draft.counts == before.counts == "share" and draft.head < 0 and draft.part_of is None:
        for field in ("sex", "age"):
            if not getattr(draft, field):
                setattr(draft, field, getattr(before, field))


def _of_case(before: Draft, draft: Draft) -> None:
    """Give a case what the people involved in it were exploited for, and people found by "these cases" theirs."""
    sentence = draft.sentence
    if before.counts not in LEGAL or draft.counts != "victims":
        return
    if before.sentence is sentence and draft.first and sentence.words[draft.first - 1] in INVOLVING:
        before.exploitation = before.exploitation or draft.exploitation
    elif not draft.exploitation and BACK.search(sentence.phrase(draft.stop, len(sentence.tags))):
        draft.exploitation = before.exploitation


BACK: Final = re.compile(
    r"\b(?:these|those|such|the same) (?:investigations?|cases?|situations?|operations?|incidents?)\b"
)


def inherit(drafts: list[Draft]) -> None:
    """Fill what figures leave unsaid, wholes before their parts."""
    parts: dict[int, list[Draft]] = {}
    for draft in drafts:
        if draft.part_of is not None:
            parts.setdefault(id(draft.part_of), []).append(draft)
    for draft in drafts:
        _lift(draft, parts.get(id(draft), []))
    _from_neighbours(drafts)
    for draft in drafts:
        _agreed(draft, parts.get(id(draft), []))
    for draft in reversed(drafts):
        if draft.partitive == "forward" and draft.series is not None:
            _align(draft, draft.series)
            _take(draft, draft.series, FIELDS[:5] if draft.compared or draft.series.compared else FIELDS)
    for draft in drafts:
        _from_above(draft)
    for before, draft in pairwise(drafts):
        _same_people(before, draft)
        _of_case(before, draft)
    for draft in reversed(drafts):
        if draft.part_of is not None and draft.part_of.number.start > draft.number.start:
            _from_above(draft)


def _from_neighbours(drafts: list[Draft]) -> None:
    for before, draft in pairwise(drafts):
        _same_noun(before, draft)
        _others(before, draft)
    for before, draft in pairwise(drafts):
        _coordinate(before, draft)
        _accused_too(before, draft)
        _shared_passive(before, draft)


def _agreed(draft: Draft, listed: list[Draft]) -> None:
    """Give a total that follows its parts the status and the exploitation that all of them have."""
    ahead = [part for part in listed if part.number.start < draft.number.start and part.is_count]
    if draft.counts != "victims" or sum(part.low or 0 for part in ahead) != draft.low:
        return
    for field in ("status", "exploitation"):
        values = {getattr(part, field) for part in ahead}
        if len(values) == 1 and not getattr(draft, field):
            setattr(draft, field, values.pop())


def _root(series: Draft, draft: Draft) -> Draft:
    """Return the whole that a bare number of a later sentence goes on from, and not the last of its parts."""
    apart = series.sentence is not draft.sentence or ";" in draft.sentence.tags[series.stop : draft.first]
    while series.part_of is not None and apart and not draft.ordinal:
        series = series.part_of
    return series


def _from_above(draft: Draft) -> None:
    if draft.same_as is not None:
        if draft.counts == "money" or draft.same_as.counts == "money":
            _take(draft, draft.same_as, ("place",))
        else:
            _align(draft, draft.same_as)
            _repeat(draft, draft.same_as)
    whole = draft.part_of
    if draft.ordinal and draft.series is not None:
        _take(draft, draft.series, ("sex", "age", "exploitation"))
    if whole is not None:
        if draft.counts == "people" and whole.counts in ("victims", "offenders"):
            draft.counts = whole.counts
        fields: tuple[str, ...] = FIELDS if whole.is_count else FIELDS[4:]
        if draft.counts == "victims" and whole.status and not draft.status_near:
            draft.status = whole.status
        if not draft.place_set and whole.place:
            draft.place = whole.place
        _take(draft, whole, fields)
    elif draft.series is not None and draft.series is not draft and draft.partitive != "forward":
        series = _root(draft.series, draft)
        _align(draft, series)
        fields = FIELDS[:5] if draft.compared else FIELDS
        if series.sentence is draft.sentence and TOTAL.search(draft.sentence.phrase(series.stop, draft.first)):
            fields = tuple(field for field in fields if field not in ("sex", "age"))
        if draft.series.partitive == "number" and draft.series.stop == draft.index:
            fields = tuple(field for field in fields if field not in ("sex", "age"))
        _take(draft, series, fields if not _set_apart(draft) else ("exploitation", "period"))


TOTAL: Final = re.compile(r"\b(?:the|its|their) (?:\w+ )?(?:totals?|overall number|sum)\b")


def _set_apart(draft: Draft) -> bool:
    """Tell whether "while" stands between a figure and the one it goes on from: then it is of other people."""
    before = draft.series
    if before is None or before.sentence is not draft.sentence or draft.compared:
        return False
    return not APART.isdisjoint(draft.sentence.words[before.stop : draft.first])


def _repeat(draft: Draft, other: Draft) -> None:
    """Take everything over from an earlier mention but the status that this mention's own verb gives."""
    for field in FIELDS:
        own = field == "status" and draft.status and draft.status_near
        if not own and (getattr(other, field) or field in ("place", "period")):
            setattr(draft, field, getattr(other, field))


def _from_clause(whole: Draft, part: Draft) -> None:
    """Read "899 children, including 189 girls, who were victims": what follows the aside is said of the whole."""
    sentence = part.sentence
    if whole.sentence is not sentence or whole.counts != "people" or part.counts != "victims":
        return
    if sentence.tags[part.stop : part.stop + 2] == ",r" and "includ" in sentence.phrase(whole.stop, part.first):
        whole.counts, whole.exploitation = part.counts, whole.exploitation or part.exploitation
        whole.status = whole.status or part.status


def _nearly_all_harmed(listed: list[Draft]) -> bool:
    """Read "1,509 people; 52 percent had been exploited for labour, 44 percent sexually": then all were victims."""
    return sum(part.low or 0 for part in listed if part.counts == "share" and part.exploitation) >= NEARLY_ALL


NEARLY_ALL: Final = 90


def _lift(draft: Draft, listed: list[Draft]) -> None:
    """Where every one of some counted people is a victim by its parts, so is the whole."""
    if draft.counts not in PERSONS:
        return
    parts = [part for part in listed if part.is_count and not part.compared]
    for part in parts[:1]:
        _from_clause(draft, part)
    if draft.counts == "people" and _nearly_all_harmed(listed):
        draft.counts = "victims"
    harmed = sum(part.low or 0 for part in parts if part.counts == "victims")
    if draft.counts == "people" and draft.status == "assisted" and 0 < (draft.low or 0) <= 2 * harmed:
        draft.counts = "victims"
    if not parts or sum(part.low or 0 for part in parts) != draft.low:
        return
    if draft.counts == "people" and all(part.counts == "victims" for part in parts):
        draft.counts = "victims"
    for field in ("sex", "age"):
        values = {getattr(part, field) for part in parts}
        if len(values) == 1 and not getattr(draft, field):
            setattr(draft, field, values.pop())
