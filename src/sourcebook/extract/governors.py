"""The verb, or the noun made from a verb, that governs a figure, and on which side of it the figure stands."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from msgspec import Struct

from sourcebook.extract.drafts import Draft
from sourcebook.extract.sentence import Sentence
from sourcebook.vocabulary.lexicon import Word, governing_nouns

BREAKS: Final = frozenset(".;:z")
FAR: Final = 22
# "Aid workers" and "support groups" are who they are, and aid nobody by it.
HELPERS: Final = (["workers"], ["agencies"], ["groups"], ["organisations"], ["organizations"], ["officials"])
PARTICLES: Final = frozenset({"across", "home", "back", "off", "out", "up"})


class Governor(Struct, frozen=True, gc=False):
    """A governing word: its token, what the vocabulary knows of it, and how it governs.

    `role` is `object` (adjacent active verb before), `patient` (passive after), `agent` (active verb after),
    `relative` (in a clause or participle on the figure's noun) or `loose` (an earlier verb or noun in the clause).
    """

    token: int
    word: Word
    role: str


def _verb(sentence: Sentence, at: int) -> bool:
    tag = sentence.tags[at]
    if tag == "V" and sentence.words[at + 1 : at + 2] in HELPERS and sentence.tags[at - 1 : at] in ("", "d", ",", "J"):
        return False
    return tag in "VEG" or (tag == "N" and sentence.words[at] in governing_nouns())


def before(draft: Draft, floor: int) -> list[Governor]:
    """Return the words before a figure that may govern it, nearest first, back to a token or the clause's start."""
    sentence = draft.sentence
    tags = sentence.tags
    found: list[Governor] = []
    if _opens_after_lead(draft):
        return found
    for k in range(draft.first - 1, max(floor, draft.first - FAR) - 1, -1):
        tag = tags[k]
        if tag in BREAKS:
            break
        if _verb(sentence, k):
            adjacent = k == draft.first - 1 or (
                k == draft.first - 2
                and ((tags[k + 1] in "Ad" and sentence.words[k + 1] != "that") or sentence.words[k + 1] in PARTICLES)
            )
            passive = tag == "E" and k and "b" in tags[max(0, k - 3) : k]
            role = "object" if adjacent and tag in "VEG" and not passive else "loose"
            found.append(Governor(k, sentence.lex[k], role))
    return found


def _opens_after_lead(draft: Draft) -> bool:
    """Read "With the assistance of the centres, 41 children were met": words of the lead govern no subject after it."""
    tags = draft.sentence.tags
    opened = draft.first > 1 and tags[draft.first - 1] == "," and tags[0] == "p"
    return (
        opened and tags[draft.stop : draft.stop + 1] in ("b", "h", "m") and not set("#;bVhm") & set(tags[: draft.first])
    )


def after(draft: Draft, ceiling: int) -> list[Governor]:
    """Return the verbs after a figure's phrase that may govern it, nearest first, up to a token or the clause's end."""
    sentence = draft.sentence
    tags, words = sentence.tags, sentence.words
    found: list[Governor] = []
    relative = of_object = False
    first = _past_aside(tags, draft.stop, ceiling)
    for k in _outside_brackets(tags, first, min(ceiling, first + FAR, len(tags))):
        tag = tags[k]
        if tag in BREAKS or (tag == "c" and not found and _other_act(draft, k)):
            break
        if tag == "r" and not found and (words[k] != "that" or k == draft.stop):
            relative = True
            of_object = tags[k + 1 : k + 2] in OBJECT_FIRST
        elif tag in "EVG":
            role = _role_after(tags, draft.stop, k, _Relative(relative, of_object))
            found.append(Governor(k, sentence.lex[k], role))
            relative = relative and role == "relative"
    return found


def shared_object(drafts: list[Draft], ruling: list[list[Governor]], at: int) -> list[Governor]:
    """Return the verb of which a figure is a later object: "counted 287 inquiries in 2019 and 427 victims"."""
    draft = drafts[at]
    tags, k = draft.sentence.tags, draft.first - 1
    if (
        k < 1
        or draft.part_of is not None
        or tags[k] != "c"
        or tags[draft.stop : draft.stop + 1] in ("b", "h", "m", "V")
    ):
        return []
    for other in range(at - 1, max(-1, at - 6), -1):
        lead = tags[max(0, drafts[other].first - 1) : drafts[other].first]
        if (
            drafts[other].sentence is not draft.sentence
            or lead == "p"
            or set(tags[drafts[other].stop : k]) & set("bhmVE;z.")
        ):
            return []
        found = [governor for governor in ruling[other] if governor.role == "object"]
        if found:
            return found
    return []


def _other_act(draft: Draft, at: int) -> bool:
    """Read "rescued 40 women in 2011, and broken up nine gangs": the second verb is of the subject of the first."""
    tags = draft.sentence.tags
    led = draft.first > 0 and tags[draft.first - 1] in "VEc"
    return led and tags[at + 1 : at + 2] in ("E", "V") and bool(set(tags[: draft.first]) & set("VE"))


def _past_aside(tags: str, stop: int, ceiling: int) -> int:
    """Return where a clause goes on after an aside between dashes that follows a figure at once."""
    closing = tags.find("-", stop + 1, ceiling) if tags[stop : stop + 1] == "-" else -1
    return closing + 1 if closing > 0 else stop


OBJECT_FIRST: Final = frozenset("dNPCDJ")


class _Relative(Struct, frozen=True, gc=False):
    """Whether a verb stands in a relative clause, and whether that clause is of an object ("whom the police")."""

    inside: bool
    of_object: bool


def _outside_brackets(tags: str, first: int, last: int) -> Iterator[int]:
    """Yield the tokens of a span that stand in no bracket opened inside it, up to one that closes an outer one."""
    depth = 0
    for k in range(first, last):
        if tags[k] == "(":
            depth += 1
        elif tags[k] == ")":
            depth -= 1
            if depth < 0:
                return
        elif depth == 0:
            yield k


def _role_after(tags: str, stop: int, at: int, clause: _Relative) -> str:
    """Return how a verb after a figure governs it."""
    auxiliary = tags[max(stop, at - 3) : at]
    passive = "b" in auxiliary
    if tags[at] == "G" and not passive:
        return "relative"
    if clause.inside:
        return "relative" if passive or clause.of_object else "agent"
    if passive:
        return "patient"
    return "relative" if tags[at] == "E" and at <= stop + 1 and "h" not in auxiliary else "agent"
