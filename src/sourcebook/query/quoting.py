"""May I quote this? A verdict made of what was found about a number, a sentence ready to cite, and six facts."""

from __future__ import annotations

from datetime import date

from sourcebook.model import Value
from sourcebook.model.finding import FamilyMention, Mention
from sourcebook.query.families import TracedFamily
from sourcebook.query.places import place_name
from sourcebook.reconcile.telling import status_told
from sourcebook.vocabulary.dates import edtf_bounds, edtf_to_words, edtf_year, is_edtf

_KNOWN_BY = {
    "identified": "people who were found and counted",
    "presumed": "people presumed to be victims",
    "estimated": "an estimate",
    "assisted": "people who were given help",
}
_WHAT = {
    "victims": "victims of trafficking",
    "people": "people",
    "offenders": "suspects or offenders",
    "cases": "cases",
    "share": "the share",
    "money": "the sum",
}
_SPEAKERS = {"official": "a named official", "body": "a named body", "kind": "a kind of source", "none": "nobody named"}


class MayQuote(Value, frozen=True, kw_only=True):
    """The verdict in a sentence, what to be careful of, a sentence ready to copy, and facts as (name, words)."""

    verdict: str
    cautions: tuple[str, ...]
    sentence: str
    facts: tuple[tuple[str, str], ...]


def may_quote(traced: TracedFamily, as_of: date, figure: str | None = None) -> MayQuote:
    """Return what can be said about quoting a number; `figure` is the mention that is to be quoted, else the first."""
    members = traced.family.mentions
    member = next((one for one in members if figure in (one.mention.id, *one.also)), members[0])
    cautions = tuple(caution for rule in _CAUTIONS if (caution := rule(traced, member)))
    return MayQuote(
        verdict=_verdict(traced, member),
        cautions=cautions,
        sentence=_sentence(member),
        facts=_facts(traced, member, as_of),
    )


def _verdict(traced: TracedFamily, member: FamilyMention) -> str:
    mention = member.mention
    if mention.kind == "note":
        return "Not from here: these are our words about the work. Go to the work itself."
    if any(finding.kind == "conflict" for finding in traced.conflicts):
        return "Not without the figure that contradicts it."
    if member.role in ("repeat", "unclear") and traced.family.mentions[0] is not member:
        first = traced.family.mentions[0].mention
        return f"Not without its origin: “{first.title}” is the earliest work held that carries it."
    if member.speaker == "none" and _is_estimate(mention):
        return "Not without its source: nobody says who judged it to be so many."
    return f"Yes, as what {_who(mention)} said{_when(mention)}."


def _estimate_is_no_count(traced: TracedFamily, member: FamilyMention) -> str:  # noqa: ARG001 - one of a row of rules
    return "It is an estimate: do not give it as a count." if _is_estimate(member.mention) else ""


def _works_are_no_sources(traced: TracedFamily, member: FamilyMention) -> str:  # noqa: ARG001
    family = traced.family
    works = len(family.works)
    if works < 2 or family.at_least == works:
        return ""
    most = f"at most {family.at_most}" if family.at_most != family.at_least else f"{family.at_most}"
    sources = f"{most} source{'s' if family.at_most != 1 else ''}"
    return f"{works} works carry it, which rest on {sources}: do not give it as {works}."


def _hedge_stays(traced: TracedFamily, member: FamilyMention) -> str:  # noqa: ARG001
    return "Keep its hedge: the work says that it may be so." if member.hedged else ""


def _date_is_unsure(traced: TracedFamily, member: FamilyMention) -> str:  # noqa: ARG001
    return "" if member.mention.issued else "The work bears no date."


_CAUTIONS = (_estimate_is_no_count, _works_are_no_sources, _hedge_stays, _date_is_unsure)


def _is_estimate(mention: Mention) -> bool:
    return status_told(mention) == "estimated"


def _who(mention: Mention) -> str:
    return mention.said_by or mention.publisher or f"“{mention.title}”"


def _when(mention: Mention) -> str:
    year = edtf_year(mention.issued) if mention.issued and is_edtf(mention.issued) else None
    return f" in {year}" if year else ""


def _sentence(member: FamilyMention) -> str:
    """Return a sentence that quotes the words and says who, where and when."""
    mention = member.mention
    issued = edtf_to_words(mention.issued) if mention.issued and is_edtf(mention.issued) else "no date"
    source = f"{mention.publisher}, " if mention.publisher else ""
    quoted = member.quote if mention.kind == "note" else f"“{member.quote}”"
    return f"{quoted} ({source}{mention.title}, {issued}, {mention.locator})"


def _facts(traced: TracedFamily, member: FamilyMention, as_of: date) -> tuple[tuple[str, str], ...]:
    mention, first = member.mention, traced.family.mentions[0].mention
    issued = first.issued if first.issued and is_edtf(first.issued) else None
    years = as_of.year - edtf_bounds(mention.issued)[1].year if mention.issued and is_edtf(mention.issued) else None
    rate = ", a year" if mention.period == "annual" else ""
    what = f"{_WHAT.get(mention.counts, mention.counts)}{rate}, {place_name(mention.place or '') or 'no country'}"
    return (
        ("Known by", _KNOWN_BY.get(status_told(mention) or "", "not said")),
        ("First said", edtf_to_words(issued) if issued else "no date"),
        ("Said by", mention.said_by or _SPEAKERS[member.speaker]),
        ("Method", member.method or "none found"),
        ("Counts", what),
        ("Age", f"{years} years" if years and years > 1 else "under two years" if years is not None else "not known"),
    )
