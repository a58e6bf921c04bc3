"""The page of a figure: what it is worth, who said it first and who repeats it, and its exact place."""

from __future__ import annotations

from collections.abc import Iterable
from string import ascii_uppercase

from sourcebook.errors import NotFound
from sourcebook.model import Value
from sourcebook.model.finding import Family, FamilyMention, Mention
from sourcebook.publish.cite import ReadingList, cite_passage, find_style, to_plain
from sourcebook.publish.site import addresses
from sourcebook.publish.site.head import Head
from sourcebook.publish.site.linked.claim import claim_node, review_nodes
from sourcebook.publish.site.linked.document import linker
from sourcebook.publish.site.parts.citations import DEFAULT_STYLE
from sourcebook.publish.site.parts.figures import described, mark_of, period_of
from sourcebook.publish.site.parts.findings import FindingShown, shown_findings
from sourcebook.publish.site.parts.link import Link
from sourcebook.publish.site.parts.references import source_links, source_said
from sourcebook.publish.site.parts.sums import Sum, sums_of
from sourcebook.publish.site.pictures.drawing import Picture
from sourcebook.publish.site.pictures.family import family_tree
from sourcebook.publish.site.pictures.of_mentions import family_nodes
from sourcebook.publish.site.places import place_name
from sourcebook.publish.site.site_page import Site, SitePage
from sourcebook.publish.site.when import day, in_words
from sourcebook.publish.site.words import Words, translatable
from sourcebook.query.families import family_of, traced
from sourcebook.query.quoting import MayQuote, may_quote
from sourcebook.store.base import View

ROLES = {
    "origin": translatable("origin"),
    "repeat": translatable("likely repeat"),
    "independent": translatable("independent"),
    "unclear": translatable("unclear"),
}
CHECKS = ("conflict", "not_comparable", "elsewhere", "drift", "parts_hold", "parts_short", "parts_over", "implied")
MOST_TELLINGS = 40


class Telling(Value, frozen=True):
    """One telling of the number: a letter, its work and time, its part in the family and why, and its own words."""

    letter: str
    work: Link
    when: str
    role: str
    because: str
    said: str
    before: str
    number: str
    after: str
    address: str


class FigurePage(Value, frozen=True):
    """What the template of a figure's page shows."""

    id: str
    said: str
    mark: str
    described: str
    country: Link
    lead: str
    shapes: tuple[str, ...]
    tree: Picture | None
    quote: MayQuote
    tellings: tuple[Telling, ...]
    more: int
    sums: tuple[Sum, ...]
    checks: tuple[FindingShown, ...]
    facts: tuple[tuple[str, str], ...]
    cites: tuple[Link, ...]
    passage: str
    place: str
    read_by: str
    citation: str
    style: str


def figure(view: View, site: Site, figure_id: str) -> SitePage:
    """Return the page of a figure; NotFound where the archive holds no such figure."""
    held = view.evidence.figure(figure_id)
    family = family_of(view.evidence, figure_id, day(site.as_of)) if held else None
    if not held or family is None:
        raise NotFound("There is no such figure.", where=addresses.figure(figure_id))
    mention, words = held[0], site.words
    one = traced(view.evidence, family, day(site.as_of))
    rate = f" {period_of(mention, words)}" if mention.period == "annual" else ""
    said = words.say("“%(number)s”", number=f"{mention.number}{rate}")
    name = place_name(mention.place or mention.page, site.words)
    members = family.mentions[:MOST_TELLINGS]
    sums = sums_of(view.evidence.figures_in(mention.passage), words)
    return SitePage(
        template="figure.html",
        address=addresses.figure(figure_id),
        title=f"{said} · {name}",
        content=FigurePage(
            id=figure_id,
            said=said,
            mark=mark_of(mention),
            described=described(mention, words, mention.page),
            country=_home(view, mention, words),
            lead=_lead(len(family.works), family.at_least, family.at_most, words),
            shapes=_shapes(mark_of(mention), sums),
            tree=family_tree("tree", family_nodes(family, words, addresses.figure), words),
            quote=may_quote(one, day(site.as_of), figure_id),
            tellings=tuple(_telling(view, one, at, words) for at, one in enumerate(members)),
            more=len(family.mentions) - len(members),
            sums=sums,
            checks=_checks(view, figure_id, words),
            facts=_facts(mention, words),
            cites=source_links(view, mention.work, mention.cites, words),
            passage=addresses.passage(mention.passage),
            place=_place(mention, words),
            read_by=view.evidence.read_by(figure_id),
            citation=_citation(view, mention),
            style=find_style(DEFAULT_STYLE).title,
        ),
        head=_head(view, site, mention, family),
    )


def _head(view: View, site: Site, mention: Mention, family: Family) -> Head:
    to = linker(site, addresses.figure(mention.id))
    found = [one for one in view.evidence.findings_of([mention.id]) if one.kind in CHECKS]
    days = view.evidence.days_of(one.id for one in found)
    return Head(
        about=described(mention, site.words, mention.page),
        card=addresses.card(mention.page),
        trail=(_home(view, mention, site.words),),
        nodes=(claim_node(mention, family, to), *review_nodes(found, site, to, days)),
    )


def _home(view: View, mention: Mention, words: Words) -> Link:
    """Return the page on which a figure stands: the country's own, or that of a sister topic."""
    found = view.passage(mention.passage)
    topic = found.topic if found and found.place == mention.page else None
    return Link(text=place_name(mention.page, words), address=addresses.page(mention.page, topic))


def _shapes(mark: str, sums: Iterable[Sum]) -> tuple[str, ...]:
    """Return the shapes of the marks on the page: the figure's own, and those of the parts in its sums."""
    marks = {mark, *(row.mark for one in sums for row in (*one.rows, one.total))}
    return tuple(sorted({one.partition("-")[0] for one in marks if one}))


def _place(mention: Mention, words: Words) -> str:
    where = {"locator": mention.locator, "start": mention.start, "end": mention.end}
    return words.say("%(locator)s, characters %(start)s to %(end)s", **where)


def _lead(works: int, least: int, most: int, words: Words) -> str:
    carried = words.plural("One work carries it.", "%(n)s works carry it.", works)
    if works == 1:
        return carried
    if least == most:
        rest = words.plural("They rest on one source.", "They rest on %(n)s sources.", most)
    else:
        rest = words.say("They rest on at least %(least)s and at most %(most)s sources.", least=least, most=most)
    return f"{carried[:1].upper()}{carried[1:]} {rest}"


def _telling(view: View, member: FamilyMention, number: int, words: Words) -> Telling:
    mention, quote = member.mention, member.quote
    at = max(mention.text.find(quote), 0)
    start, end = max(mention.start - at, 0), max(mention.end - at, 0)
    return Telling(
        letter=ascii_uppercase[number] if number < len(ascii_uppercase) else str(number + 1),
        work=Link(text=mention.title, address=_of_work(view, mention)),
        when=in_words(mention.issued, words) if mention.issued else words.say("no date"),
        role=words.say(ROLES[member.role]),
        because=member.because,
        said=_said(mention, words),
        before=quote[:start],
        number=quote[start:end],
        after=quote[end:],
        address=addresses.figure(mention.id),
    )


def _said(mention: Mention, words: Words) -> str:
    """Return who says it: whom the sentence names, and the works that it cites by number."""
    told = [words.say("said by %(who)s", who=mention.said_by)] if mention.said_by else []
    told += [source_said(source, words) for source in mention.cites]
    return "; ".join(told) or words.say("nobody is named")


def _of_work(view: View, mention: Mention) -> str:
    """Return the address of a mention's work; a background or summary has none of its own, and is read in its place."""
    return addresses.entry(mention.work) if view.work(mention.work) else addresses.passage(mention.passage)


def _checks(view: View, figure_id: str, words: Words) -> tuple[FindingShown, ...]:
    found = [one for one in view.evidence.findings_of([figure_id]) if one.kind in CHECKS]
    return shown_findings(sorted(found, key=lambda one: CHECKS.index(one.kind)), (), words)


def _facts(mention: Mention, words: Words) -> tuple[tuple[str, str], ...]:
    """Return the fields that the passage gave, as names and words, those it did not give left out."""
    bounds = [bound for bound in (mention.low, mention.high) if bound is not None]
    rows = (
        (words.say("As written"), mention.number),
        (words.say("Value"), " – ".join(f"{bound:,g}" for bound in dict.fromkeys(bounds))),
        (words.say("How it is said"), mention.qualifier.replace("_", " ")),
        (words.say("Time"), period_of(mention, words)),
        (words.say("Counted in"), place_name(mention.place, words) if mention.place else ""),
        (words.say("From"), ", ".join(place_name(code, words) for code in mention.origin)),
        (words.say("To"), ", ".join(place_name(code, words) for code in mention.destination)),
        (words.say("Said by"), mention.said_by or words.say("the work itself")),
    )
    return tuple((name, told) for name, told in rows if told)


def _citation(view: View, mention: Mention) -> str:
    found = view.passage(mention.passage)
    if found is None:
        return ""
    return to_plain(ReadingList([cite_passage(found, view.visits(mention.work))], DEFAULT_STYLE).entries[0])
