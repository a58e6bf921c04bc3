"""Which figure is a part of which: "of whom", "including", brackets, lists after a colon, and sums that hold."""

from __future__ import annotations

import re
from typing import Final

from sourcebook.extract.cues import Cue
from sourcebook.extract.drafts import Draft
from sourcebook.extract.ellipsis import APART
from sourcebook.extract.pairs import of_pair
from sourcebook.extract.predicates import kinds_said, lead_kinds, of_kind, set_beside, those_counted, told_what
from sourcebook.extract.sums import circular, link_sums
from sourcebook.extract.wholes import LEGAL, back_in_outer_list, definite, depth, earlier, fits, nearest

_OF_WHOM: Final = Cue(
    r"(?:\b(?:of|among|amongst|out of|from among) (?:whom|which|them|these|those|the latter|the former"
    r"|this number|this total|that number|that total)\b"
    r"|\bamong them\b|\bincluding\b|\bincludes?\b|\bincluded\b|\bcompris(?:ing|ed|es|e)\b"
    r"|\bconsist(?:ing|ed|s)? of\b|\bmade up of\b|\bcomposed of\b|\bof these\b|\bnamely\b|\bthem\b:"
    r"|\bbroken down\b|\bbreakdown\b)",
    "=whom =which =them =these =those =latter =former =number =total includ compris consist =made =composed "
    "=namely =broken =breakdown",
)
_OF_THE: Final = re.compile(
    r"^(?:of|among|amongst|out of|from among)(?: (?:the|these|those|all|its|their|this|a total of"
    r"|all of the))?(?: (?:total|some|about|over|more than|nearly|approximately|estimated|first))* $"
)
FURTHER: Final = frozenset({"another", "further", "additional", "more", "fewer", "less", "other"})
REACH: Final = 200


def _opening(draft: Draft) -> int:
    """Return the token of the bracket that is open where the figure stands, or -1."""
    sentence = draft.sentence
    depth = sentence.depth(draft.index)
    if depth > 0:
        for k in range(draft.index - 1, max(-1, draft.index - REACH), -1):
            if sentence.tags[k] == "(" and sentence.depth(k) < depth:
                return k
    return -1


def _in_brackets(drafts: list[Draft], at: int) -> Draft | None:
    """Know a figure in brackets is a part of the figure before them, unless it is a rate or another way to say it."""
    draft = drafts[at]
    opening = _opening(draft)
    if opening < 0 or draft.compared or _counts_name(drafts, at, opening):
        return None
    after = draft.sentence.words[draft.stop : draft.stop + 2]
    if "per" in after or (after and after[0] == "a"):
        return None
    if draft.number.share or draft.is_count:
        return nearest(drafts, at, opening, draft)
    return None


def _of_groups(drafts: list[Draft], at: int) -> Draft | None:
    """Read "Nigerians (115) and Romanians (42) were the largest groups" right after those whom they are groups of."""
    draft = drafts[at]
    alone = draft.sentence.tags[max(0, draft.index - 1) : draft.index + 2] == "(#)" and draft.counts == "victims"
    if not alone or GROUPS.search(draft.sentence.low, draft.sentence.start, draft.sentence.end) is None:
        return None
    return earlier(drafts, at)


GROUPS: Final = re.compile(
    r"\b(?:(?:largest|biggest|main|top|chief|principal|leading|most common|most frequent)\b[^.;]{0,30}"
    r"\b(?:groups?|nationalit|countries|origins?)"
    r"|were the (?:most (?:common|numerous|frequent)|largest)\b"
    r"|most came from|came (?:mainly|mostly|chiefly|largely) from|nationalities (?:were|are))"
)


def _counts_name(drafts: list[Draft], at: int, opening: int) -> bool:
    """Read "ahead of Albanians (947)": a number alone in brackets is of the name before them, not of a count."""
    draft = drafts[at]
    tags = draft.sentence.tags
    alone = tags[draft.index + 1 : draft.index + 2] == ")" and draft.index == opening + 1
    near = at > 0 and drafts[at - 1].sentence is draft.sentence and drafts[at - 1].stop >= opening
    people = tags[opening - 2 : opening] == "DN"
    return alone and not near and (people or tags[opening - 1 : opening] in ("C", "D", "P")) and not draft.number.share


def _marked(drafts: list[Draft], at: int) -> tuple[Draft | None, bool]:
    """Find "of whom", "including" and the like before a figure; return the whole, and whether a mark was there."""
    draft = drafts[at]
    sentence = draft.sentence
    previous = drafts[at - 1] if at and drafts[at - 1].sentence is sentence else None
    floor = sentence.ends[previous.stop - 1] if previous else sentence.start
    start = sentence.starts[draft.first]
    if not _OF_WHOM.near(sentence, max(floor, start - 70), start):
        return None, False
    marks = list(_OF_WHOM.pattern.finditer(sentence.low, max(floor, start - 70), start))
    mark = marks[-1]
    between = sentence.tags[sentence.at(mark.end()) : draft.first]
    if mark[0].startswith(("includ", "compris")) and len(between) > 4:
        return None, False
    token = sentence.at(mark.start())
    if mark[0] == "among them" and previous is not None and token == previous.stop:
        return None, False
    kinds = lead_kinds(draft)
    if draft.number.share and previous is not None and previous.number.share and "them" not in mark[0]:
        return previous, True
    here = nearest(drafts, at, token, draft, kinds) or (nearest(drafts, at, token, draft) if kinds else None)
    if here is not None:
        return here, True
    backward = not mark[0].startswith(("includ", "compris", "consist")) or THEY.match(sentence.phrase(0, token))
    return (earlier(drafts, at, kinds) if backward else None), True


THEY: Final = re.compile(r"(?:they|these|those|the (?:victims|total|number|figure|group|cases|children))\b(?: \w+)?$")


def _leading(drafts: list[Draft], at: int) -> Draft | None:
    """Read "Of the 91 victims, 52 ...": figures of a clause that opens with the whole are its parts."""
    draft = drafts[at]
    sentence = draft.sentence
    for other in drafts[max(0, at - 12) : at]:
        if other.sentence is sentence and fits(draft, other):
            clause = sentence.low[_clause_start(other) : sentence.starts[other.first]]
            if ";" in sentence.tags[other.stop : draft.first] and 0 <= draft.head < draft.index:
                return None
            articled = sentence.low[_clause_start(other) : sentence.starts[other.index]]
            if _OF_THE.match(clause) or _OF_THE.match(articled):
                return other
    return None


def _clause_start(draft: Draft) -> int:
    sentence = draft.sentence
    for k in range(draft.first - 1, max(-1, draft.first - 8), -1):
        if sentence.tags[k] in ",;:.(-":
            return sentence.starts[k + 1]
    return sentence.starts[0] if draft.first <= 8 else sentence.starts[draft.first]


def _sibling(drafts: list[Draft], at: int) -> Draft | None:
    """Know a figure that goes on a list of parts is a part of the same whole."""
    draft = drafts[at]
    level = depth(draft)
    for other in reversed(drafts[max(0, at - 12) : at]):
        if other.sentence is not draft.sentence:
            return None
        if depth(other) != level or other.compared:
            continue
        if other.number.share and not draft.number.share:
            return None
        whole = other.part_of or _of_number(drafts[max(0, at - 12) : at], other)
        if (
            whole is not None
            and whole.part_of is not None
            and back_in_outer_list(drafts[max(0, at - 12) : at], draft, whole)
        ):
            whole = whole.part_of
        if whole is not None and not fits(draft, whole) and whole.part_of is not None:
            whole = whole.part_of
        if whole is None or not fits(draft, whole) or not _listed(draft, other):
            return None
        return whole
    return None


BEFORE: Final = re.compile(
    r"(?:(?:in )?the (?:year before|previous year)|a year (?:earlier|before)|before(?: that)?)\b"
)


def _listed(draft: Draft, other: Draft) -> bool:
    """Tell whether a figure goes on the list of the one before, and opens no clause of its own."""
    sentence = draft.sentence
    if APART.intersection(sentence.words[other.stop : draft.first]):
        return False
    between = sentence.tags[other.stop : draft.first]
    if draft.head < 0 or draft.number.share:
        opened = between.rfind(";")
        return opened < 0 or BEFORE.match(sentence.phrase(other.stop + opened + 1, draft.first)) is None
    tells = between.endswith(";") and sentence.tags[draft.stop : draft.stop + 1] in ("b", "h", "m", "V")
    return between.endswith((",", "c", ";", "-")) and not _own_clause(draft, other) and not tells


def _of_number(drafts: list[Draft], whole: Draft) -> Draft | None:
    """Return a figure that the number before it is a part of ("four of the 10 women"), so that a list may go on."""
    at = next((i for i, d in enumerate(drafts) if d is whole), 0)
    for other in drafts[max(0, at - 3) : at]:
        told = other.part_of is not None and other.part_of in (whole, whole.same_as)
        if told and other.partitive == "number" and other.sentence is whole.sentence:
            return whole
    return None


def _own_clause(draft: Draft, other: Draft) -> bool:
    """Tell whether a comma or "and" before a figure opens a clause of which it is the subject."""
    tags = draft.sentence.tags
    k = draft.first - 1
    subject = tags[draft.stop : draft.stop + 1] in ("b", "h", "m", "V")
    return (
        subject
        and tags[k : k + 1] == "c"
        and tags[k - 1 : k] == ","
        and tags[other.stop : other.stop + 1] not in ("b", "h", "m", "V")
    )


def _after_colon(drafts: list[Draft], at: int) -> Draft | None:
    """Know the first item of a list after a colon or a dash belongs to the figure before it."""
    draft = drafts[at]
    sentence = draft.sentence
    lead = draft.first - 1
    if lead < 1 or sentence.tags[lead] not in ":-":
        return None
    return nearest(drafts, at, lead, draft)


def _right_before(drafts: list[Draft], at: int) -> Draft | None:
    """Read "521 people, 51 percent from forced labour", "20 cases, 16 for sexual exploitation"."""
    draft = drafts[at]
    if draft.number.share and draft.first and _accounts(draft):
        return _opening_share(drafts, at) or nearest(drafts, at, draft.first, draft)
    if set_beside(draft) or (draft.number.share and _share_from(drafts, at)) or _goes_for(drafts, at):
        return nearest(drafts, at, draft.first, draft)
    return None


def _bare(drafts: list[Draft], at: int) -> Draft | None:
    """Read "...; 40 percent were children": a number that names no whole is of the people or cases just counted."""
    draft = drafts[at]
    sentence = draft.sentence
    if (
        draft.counts == "other"
        or FURTHER.intersection(sentence.words[draft.first : draft.index + 2])
        or draft.head >= 0
        or draft.partitive
        or _in_step(drafts, at)
        or sentence.tags[draft.stop : draft.stop + 1] not in ("b", "h", "V", "E")
    ):
        return None
    whole = nearest(drafts, at, draft.first, draft)
    if whole is None:
        return _opening_share(drafts, at) or _opening_bare(drafts, at)
    if APART.intersection(sentence.words[whole.stop : draft.first]):
        return None
    return whole if whole.head >= 0 else None


def _share_from(drafts: list[Draft], at: int) -> bool:
    """Read "freed 521 people, 51 percent from forced labour": a share, of what stands right before it."""
    draft = drafts[at]
    sentence = draft.sentence
    bare = draft.head < 0 and not draft.partitive and sentence.words[draft.stop : draft.stop + 1] in SHARE_OF
    return bare and draft.first > 0 and sentence.tags[draft.first - 1] in ",(:-c"


def _goes_for(drafts: list[Draft], at: int) -> bool:
    """Read "20 cases of trafficking, 16 for sexual exploitation": a bare number, of what stands right before it."""
    draft = drafts[at]
    sentence = draft.sentence
    before = next((d for d in reversed(drafts[max(0, at - 4) : at]) if not d.compared), None)
    if before is None or before.sentence is not sentence or draft.head >= 0 or draft.number.share or draft.compared:
        return False
    said = sentence.words[draft.stop : draft.stop + 1] in (SHARE_OF if draft.counts not in LEGAL else CASES_OF)
    if not draft.first or sentence.tags[draft.first - 1] != "," or not (said or of_kind(draft)):
        return False
    verbs = set(sentence.tags[before.stop : draft.first]) & set("bhmVE")
    other = ("Y", "#") if sentence.words[draft.stop] == "from" else ("Y", "#", "C")
    return before.head >= 0 and not verbs and sentence.tags[draft.stop + 1 : draft.stop + 2] not in other


def _in_step(drafts: list[Draft], at: int) -> bool:
    """Read "40 awaiting trial, two convicted and five acquitted": states side by side, and no part of the first."""
    draft, before = drafts[at], drafts[at - 1] if at else None
    if before is None or before.sentence is not draft.sentence or before.part_of is not None:
        return False
    tags = draft.sentence.tags
    if ";" in tags[before.stop : draft.first]:
        return False
    return tags[draft.stop : draft.stop + 1] == "E" and tags[before.stop : before.stop + 1] in ("G", "E")


SHARE_OF: Final = (["from"], ["for"], ["in"], ["into"])
CASES_OF: Final = (*SHARE_OF, ["relating"], ["related"], ["concerning"], ["involving"], ["about"], ["regarding"])


def _opening_share(drafts: list[Draft], at: int) -> Draft | None:
    """Read "Twenty-four percent were minors." right after a sentence that counts people or cases."""
    draft = drafts[at]
    opens = not draft.first or _accounts(draft)
    if not draft.number.share or not opens or any(d.sentence is draft.sentence for d in drafts[max(0, at - 1) : at]):
        return None
    whole = earlier(drafts, at)
    return whole if whole is not None and draft.sentence.start - whole.sentence.end < NEXT else None


def _opening_bare(drafts: list[Draft], at: int) -> Draft | None:
    """Read "Nine were under 18." right after a sentence that counts people: what they were, and no other people."""
    draft = drafts[at]
    kinds = kinds_said(draft) or frozenset()
    described = draft.counts in LEGAL & kinds or told_what(draft)
    exploited = EXPLOITED_SO.match(draft.sentence.phrase(draft.stop, min(len(draft.sentence.tags), draft.stop + 8)))
    opens = not draft.first or (exploited and "#" not in draft.sentence.tags[: draft.first])
    if not opens or not draft.is_count or draft.compared or not kinds or not (described or exploited):
        return None
    whole = earlier(drafts, at)
    return whole if whole is not None and draft.sentence.start - whole.sentence.end < NEXT else None


EXPLOITED_SO: Final = re.compile(
    r"(?:had been|were|have been) (?:[a-z]+ly )?(?:exploited|trafficked|forced|made to|sold)\b"
)


def _accounts(draft: Draft) -> bool:
    """Tell whether the words of the sentence before a figure make it a share: "Children made up about 5 percent"."""
    return draft.first < LEAD and ACCOUNTS.among(draft.sentence, 0, draft.first) is not None


ACCOUNTS: Final = Cue(
    r"^[^,;:]{0,80}\b(?:account(?:ed|s)? for|made up|make up|represent(?:ed)?|constitut(?:ed|e)) ?(?:some|about)?$",
    "account =made =make represent constitut",
)
LEAD: Final = 14
NEXT: Final = 4


def _partitive(drafts: list[Draft], at: int) -> Draft | None:
    """Read "Two of the three cases", "87 of them"."""
    draft = drafts[at]
    if draft.partitive == "number" and at + 1 < len(drafts) and drafts[at + 1].sentence is draft.sentence:
        return drafts[at + 1] if fits(draft, drafts[at + 1]) else None
    if draft.partitive == "pronoun":
        near = nearest(drafts, at, draft.first, draft)
        if near is not None and near.part_of is not None and draft.sentence.tags[draft.first - 1] in "VE":
            return near.part_of
        return near or earlier(drafts, at)
    if draft.partitive == "definite" and draft.head >= 0:
        return definite(drafts, at)
    if draft.partitive == "definite" and those_counted(draft):
        kinds = frozenset({draft.counts})
        return nearest(drafts, at, draft.first, draft, kinds) or earlier(drafts, at, kinds)
    return None


def _first_told(part: Draft, whole: Draft | None) -> Draft | None:
    """Return the first mention of a whole that is only referred back to: "two of the three", "of these 60 cases"."""
    if whole is None or whole.same_as is None:
        return whole
    back = {"these", "those"} & set(whole.sentence.words[max(0, whole.first - 1) : whole.index])
    return whole.same_as if back or part.partitive == "number" else whole


def link_parts(drafts: list[Draft]) -> None:
    """Set `part_of` of every figure of a passage; figures are in the order of the text."""
    for at, draft in enumerate(drafts):
        if draft.same_as is not None or draft.counts == "money" or not draft.counts:
            continue
        whole = of_pair(drafts, at) or _partitive(drafts, at) or _in_brackets(drafts, at)
        if whole is None and not draft.compared:
            whole, marked = _marked(drafts, at)
            if whole is None and not marked:
                whole = _leading(drafts, at) or _after_colon(drafts, at) or _sibling(drafts, at)
                whole = whole or _right_before(drafts, at) or _bare(drafts, at) or _of_groups(drafts, at)
        whole = _first_told(draft, whole)
        if whole is not None and whole is not draft and not circular(draft, whole):
            draft.part_of = whole
    link_sums(drafts)
    settle_series(drafts)
    _keep_step(drafts)


def _keep_step(drafts: list[Draft]) -> None:
    """Link "512, one and 60, respectively" among themselves as the figures of the sentence before are linked."""
    step = {id(draft.series): draft for draft in drafts if draft.ordinal and draft.series is not None}
    for draft in drafts:
        if draft.ordinal and draft.series is not None and draft.series.part_of is not None:
            draft.part_of = step.get(id(draft.series.part_of), draft.part_of)


def settle_series(drafts: list[Draft]) -> None:
    """Know a number of comparison after a list of parts is compared with their whole, unless it stands in brackets."""
    for draft in drafts:
        other = draft.series
        whole = other.part_of if other is not None and draft.compared and _opening(draft) < 0 else None
        if whole is not None and whole.sentence is draft.sentence and whole.index < draft.index:
            draft.series = whole
