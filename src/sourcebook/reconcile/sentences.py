"""Findings of figures in words: sums, families, comparisons and claims about elsewhere."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from sourcebook.model.finding import Family, Finding, FindingKind, Mention
from sourcebook.reconcile.conflicts import Comparison
from sourcebook.reconcile.parts import Implied, Way
from sourcebook.vocabulary.countries import country

_WAYS = {
    "exploitation": "by exploitation",
    "sex": "by sex",
    "age": "by age",
    "status": "by status",
    "action": "by outcome",
    "destination": "by destination",
    "origin": "by origin",
    "place": "by place",
    "period": "by period",
    "class": "class by class",
}


def plain(number: float) -> str:
    """Return a number as a reader writes it: 10,000 and 66.67."""
    return f"{number:,.0f}" if number == int(number) else f"{number:,.2f}".rstrip("0").rstrip(".")


def named(code: str | None) -> str:
    """Return a country's name; the code itself where the vocabulary has none."""
    if code is None:
        return "no country"
    known = country(code)
    return known.name if known else code


def _finding(kind: FindingKind, mentions: Sequence[Mention], text: str, because: Iterable[str] = ()) -> Finding:
    return Finding(
        kind=kind,
        country=mentions[0].place,
        text=text,
        figures=tuple(mention.id for mention in mentions),
        numbers=tuple(mention.number for mention in mentions),
        works=tuple(dict.fromkeys(mention.work for mention in mentions)),
        passages=tuple(dict.fromkeys(mention.passage for mention in mentions)),
        because=tuple(because),
    )


def of_way(way: Way) -> Finding | None:
    """Return the finding that a checked sum makes; None where it cannot be said."""
    total = plain(way.total.low or way.total.high or 0)
    adding = " + ".join(plain(part.low or 0) for part in way.parts)
    together = plain(sum(part.low or 0 for part in way.parts))
    by = _WAYS[way.by]
    if way.verdict == "holds":
        return _finding("parts_hold", (way.total, *way.parts), f"The parts add up {by}: {adding} = {total}.")
    if way.verdict == "short":
        missing = plain(-way.difference)
        text = f"The parts fall short {by}: {adding} = {together}, and {missing} of the {total} are not accounted for."
        return _finding("parts_short", (way.total, *way.parts), text)
    if way.verdict == "over":
        over = plain(way.difference)
        text = f"The parts come to more than the whole {by}: {adding} = {together}, which is {over} over {total}."
        return _finding("parts_over", (way.total, *way.parts), text)
    return None


def of_implied(found: Implied) -> Finding:
    """Return the finding that a derived number makes."""
    number = plain(found.number)
    among = f"{found.within.number} {_described(found.within)}" if found.within else found.total.number
    text = f"{number} of the {among} are {_LABELS.get(found.label, found.label)}: written nowhere, it follows from "
    text += f"{found.derivation} = {number}."
    return _finding("implied", (found.within or found.total, *found.rests_on), text, (found.derivation,))


_LABELS = {"minor": "minors", "adult": "adults", "labour": "in forced labour", "sexual": "in sexual exploitation"}


_PEOPLE = {
    ("female", "minor"): "girls",
    ("male", "minor"): "boys",
    (None, "minor"): "minors",
    (None, "adult"): "adults",
    ("female", None): "women",
    ("male", None): "men",
    ("female", "adult"): "women",
    ("male", "adult"): "men",
}
_PURPOSES = {
    "sexual": "in sexual exploitation",
    "labour": "in forced labour",
    "domestic": "in domestic servitude",
    "begging": "in forced begging",
    "armed_conflict": "in armed conflict",
    "organs": "for their organs",
    "marriage": "in forced marriage",
    "crime": "in forced crime",
}


def _described(mention: Mention) -> str:
    """Return what a figure counts, after its number: "girls in forced labour", "cases"."""
    counted = _PEOPLE.get((mention.sex, mention.age), mention.counts)
    return f"{counted} {_PURPOSES[mention.exploitation]}" if mention.exploitation in _PURPOSES else counted


def of_family(family: Family) -> tuple[Finding, ...]:
    """Return what a family of two works or more shows: that it repeats, and how its telling drifted."""
    mentions = [member.mention for member in family.mentions]
    if len(family.works) < 2:
        return ()
    works, least, most = len(family.works), family.at_least, family.at_most
    sources = f"{least} source" + ("s" if least != 1 else "")
    bounds = f"exactly {sources}" if least == most else f"at least {least} and at most {most} sources"
    rate = " a year" if family.period == "annual" else ""
    text = f"One number, {mentions[0].number}{rate}, stands in {works} works about {named(family.country)}, "
    text += f"which rest on {bounds}."
    found = [_finding("repeat", mentions, text, (member.because for member in family.mentions))]
    by_id = {mention.id: mention for mention in mentions}
    for drift in family.drift:
        pair = (by_id[drift.earlier], by_id[drift.later])
        text = f"As {pair[0].number} was told again it drifted {drift.because}."
        found.append(_finding("drift", pair, text, (drift.kind,)))
    return tuple(found)


def of_comparison(compared: Comparison) -> Finding:
    """Return the finding that two figures side by side make."""
    one, other = compared.one, compared.other
    pair = f"{one.number} {_described(one)} and {other.number} {_described(other)}"
    if compared.kind == "conflict":
        text = f"They cannot both be true for {one.period}: {pair} in {named(one.place)}; it {compared.because}."
    else:
        text = f"{pair[0].upper()}{pair[1:]} are not compared: {compared.because}."
    return _finding(compared.kind, (one, other), text, (compared.because,))


def elsewhere(mentions: Iterable[Mention]) -> tuple[Finding, ...]:
    """Return, for each work and country, that a page holds figures of another country than its own."""
    groups: dict[tuple[str, str, str], list[Mention]] = defaultdict(list)
    for mention in mentions:
        if mention.place and mention.place != mention.page:
            groups[mention.page, mention.work, mention.place].append(mention)
    found = []
    for (page, _, place), group in sorted(groups.items()):
        numbers = ", ".join(dict.fromkeys(mention.number for mention in group))
        text = (
            f"“{group[0].title}” stands on the page of {named(page)} and gives figures of {named(place)} ({numbers}): "
        )
        text += f"they are kept off the figures of {named(page)}."
        found.append(_finding("elsewhere", group, text, (page,)))
    return tuple(found)
