"""From the archive's values to what the pictures need: figures over time and a number's family."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date

from sourcebook.model.finding import Family, FamilyMention, Mention
from sourcebook.publish.site.pictures.family_nodes import FamilyNode
from sourcebook.publish.site.pictures.marks import FigureMark
from sourcebook.publish.site.pictures.shapes import purpose_words, status_words
from sourcebook.publish.site.when import in_words
from sourcebook.publish.site.words import Words
from sourcebook.vocabulary.dates import edtf_bounds, is_edtf

Address = Callable[[str], str]
# Figures of one way of counting agree in these; a line may join them.
ALIKE = ("counts", "qualifier", "status", "exploitation", "sex", "age", "place", "origin", "destination", "action")


def figure_marks(mentions: Iterable[Mention], words: Words, address: Address) -> tuple[FigureMark, ...]:
    """Return the marks of figures: whole ones, each once, neither their parts nor shares.

    A figure stands at the period it is for; one for a yearly rate or no named period at the year of its work. What no
    period and no issue dates is undated: the day someone looked at it bounds it on one side only.
    """
    whole = (one for one in mentions if one.part_of is None and one.same_as is None and one.counts != "share")
    return tuple(_figure_mark(one, words, address) for one in whole)


def _figure_mark(mention: Mention, words: Words, address: Address) -> FigureMark:
    start, end = _years(mention)
    short, when = _as_said(mention, words), _when(mention, words)
    parts = (
        short,
        status_words(mention.status, words),
        purpose_words(mention.exploitation, words) if mention.exploitation else "",
        when,
        mention.said_by or mention.publisher or mention.title,
    )
    return FigureMark(
        id=mention.id,
        start=start,
        end=end,
        low=mention.low,
        high=mention.high,
        short=short,
        label=", ".join(filter(None, parts)),
        when=when,
        href=address(mention.id),
        status=mention.status,
        exploitation=mention.exploitation,
        counts_as=_counts_as(mention),
        said_by=mention.said_by or words.say("the work itself"),
    )


def _is_period(edtf: str | None) -> bool:
    return edtf is not None and edtf != "annual" and is_edtf(edtf)


def _years(mention: Mention) -> tuple[float, float]:
    """Return the first and the last year that a figure may belong to; zeros where nothing dates it."""
    dated = mention.period if _is_period(mention.period) else mention.issued
    if not dated or not is_edtf(dated):
        return 0.0, 0.0
    first, last = edtf_bounds(dated)
    if first == date.min or last == date.max:
        known = last if first == date.min else first
        return float(known.year), float(known.year)
    return float(first.year), float(last.year)


def _when(mention: Mention, words: Words) -> str:
    if _is_period(mention.period):
        return in_words(mention.period or "", words)
    issued = in_words(mention.issued, words) if mention.issued else ""
    if mention.period == "annual":
        return words.say("a year, in a work of %(date)s", date=issued) if issued else words.say("a year, undated")
    return words.say("in a work of %(date)s", date=issued) if issued else words.say("no date")


def _as_said(mention: Mention, words: Words) -> str:
    """Return the number with the words that bound it, as short as the drawing needs it."""
    low, high = mention.low, mention.high
    if mention.qualifier == "between" and low is not None and high is not None:
        return words.say("%(low)s to %(high)s", low=_plain(low), high=_plain(high))
    sentence = {
        "about": words.say("about %(number)s"),
        "at_least": words.say("at least %(number)s"),
        "at_most": words.say("at most %(number)s"),
    }.get(mention.qualifier, "%(number)s")
    return sentence % {"number": mention.number}


def _plain(value: float) -> str:
    return f"{value:,.12g}"


def _counts_as(mention: Mention) -> str | None:
    """Return what names one way of counting, None for a figure whose year nobody said."""
    if not _is_period(mention.period):
        return None
    who = (mention.said_by or mention.publisher or mention.work).casefold()
    length = len((mention.period or "").split("/")[0])
    return "|".join((who, str(length), *(str(getattr(mention, field)) for field in ALIKE)))


def family_nodes(family: Family, words: Words, address: Address) -> tuple[FamilyNode, ...]:
    """Return the works of a family in their order; a repeat leads back to the origin, where one is known."""
    origin = next((member.mention.id for member in family.mentions if member.role == "origin"), None)
    return tuple(_node(member, origin, words, address) for member in family.mentions)


def _node(member: FamilyMention, origin: str | None, words: Words, address: Address) -> FamilyNode:
    mention = member.mention
    earliest, latest = _written(mention)
    issued = in_words(mention.issued, words) if mention.issued else ""
    known = in_words(mention.known_by, words) if mention.known_by else ""
    undated = words.say("no date; looked at %(date)s", date=known) if known else words.say("no date")
    return FamilyNode(
        id=mention.id,
        title=mention.title,
        short=mention.publisher or mention.title,
        when=issued or undated,
        speaker=member.speaker,
        role=member.role,
        reason=member.because,
        status=mention.status,
        earliest=earliest,
        latest=latest,
        repeats=origin if member.role in ("repeat", "unclear") and mention.id != origin else None,
        href=address(mention.id),
    )


def _written(mention: Mention) -> tuple[float | None, float | None]:
    """Return between which moments a work was written, in years and their parts."""
    if mention.issued and is_edtf(mention.issued):
        first, last = edtf_bounds(mention.issued)
        return (None if first == date.min else _moment(first), None if last == date.max else _moment(last))
    if mention.known_by and is_edtf(mention.known_by):
        last = edtf_bounds(mention.known_by)[1]
        return None, None if last == date.max else _moment(last)
    return None, None


def _moment(day: date) -> float:
    return round(day.year + (day.timetuple().tm_yday - 1) / 366, 3)
