"""The pack for a term paper: an outline, passages with citations, figures with their worth, and what is in dispute."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from sourcebook.model.finding import Finding, Mention
from sourcebook.publish.packs import closing
from sourcebook.publish.packs.asked import Asked
from sourcebook.publish.packs.chosen import Chosen
from sourcebook.publish.packs.citing import Citing
from sourcebook.publish.packs.outline import outline
from sourcebook.publish.packs.pack import Block, Listing, Pack, Quoted, Section, Table, link, para, text
from sourcebook.publish.packs.passages import quoted
from sourcebook.publish.packs.worth import Worth, worths
from sourcebook.publish.site import addresses
from sourcebook.publish.site.parts.findings import SIGNS
from sourcebook.query.places import place_name

_DISPUTED = ("conflict", "parts_over", "parts_short", "drift", "repeat", "not_comparable", "elsewhere", "carried_over")
_MOST_DISPUTED = 60


def term_paper(asked: Asked) -> Pack:
    """Return the pack of a student who writes on some countries, on one theme or on all."""
    chosen = Chosen(asked)
    citing = Citing(asked, chosen.works, chosen.passages)
    mentions = figures_of(chosen)
    worth = worths(asked, mentions, chosen.waiting)
    numbers = {one.passage.id: number for number, one in enumerate(chosen.passages, start=1)}
    about = f": {asked.theme.label}" if asked.theme else ""
    return Pack(
        kind="term-paper",
        title=f"{', '.join(chosen.names.values())}{about}",
        lead=("A pack for a term paper.", *closing.lead(chosen)),
        site=asked.site.title,
        as_of=asked.site.as_of,
        sections=(
            Section(heading="Where this comes from", blocks=_opening(chosen)),
            outline(chosen, numbers, mentions),
            *_passages(chosen, citing, worth, numbers),
            _figures(chosen, worth, numbers),
            _disputed(chosen),
            closing.not_found(chosen),
            closing.reading_list(citing),
            closing.how_to_cite(chosen),
            closing.how_to_check(chosen),
        ),
    )


def figures_of(chosen: Chosen) -> list[Mention]:
    """Return the figures that stand in the passages of a pack, in their order."""
    taken = {one.passage.id for one in chosen.passages}
    found = (one for page in chosen.pages for one in chosen.view.evidence.figures_on(page.place or "", page.topic))
    return list({one.id: one for one in found if one.passage in taken}.values())


def _opening(chosen: Chosen) -> tuple[Block, ...]:
    blocks: list[Block] = [para(closing.condition(chosen)), closing.country_addresses(chosen)] if chosen.pages else []
    if not chosen.passages:
        blocks.append(_nothing(chosen))
        reported = [
            text(
                f"{theme.label} ({theme.key}): {chosen.asked.site.words.plural('one passage', '%(n)s passages', many)}"
            )
            for theme, many in chosen.reported()
        ]
        if reported:
            blocks += [para("What the works that are held do speak of:"), Listing(items=tuple(reported))]
    return tuple(blocks)


def _nothing(chosen: Chosen) -> Block:
    if chosen.asked.theme is None:
        return para("The archive holds no passage of this.")
    return para(f"The archive holds no passage on this theme: {chosen.asked.theme.label}. The pack can only say so.")


def _passages(
    chosen: Chosen, citing: Citing, worth: Mapping[str, tuple[Worth, ...]], numbers: Mapping[str, int]
) -> Iterator[Section]:
    """Yield the passages of each country, under its name where there are several."""
    told = para(_AS_THEY_STAND if numbers else "None.")
    by_country = {place: _of_country(place, chosen, citing, worth, numbers) for place in chosen.names}
    if len(by_country) == 1:
        yield Section(heading="Passages", blocks=(told, *next(iter(by_country.values()))))
        return
    yield Section(heading="Passages", blocks=(told,))
    for place, blocks in by_country.items():
        if blocks:
            yield Section(heading=chosen.names[place], level=3, blocks=blocks)


def _of_country(
    place: str,
    chosen: Chosen,
    citing: Citing,
    worth: Mapping[str, tuple[Worth, ...]],
    numbers: Mapping[str, int],
) -> tuple[Quoted, ...]:
    """Return the passages of a country; those of one work in a row bear its title once, and a citation each."""
    held = [one for one in chosen.passages if one.place == place]
    before = (None, *(one.work.id for one in held))
    return tuple(
        quoted(f"Passage {numbers[one.passage.id]}", one, citing, worth, titled=one.work.id != last)
        for one, last in zip(held, before, strict=False)
    )


_AS_THEY_STAND = (
    "Each stands in its work's own words and spelling. Below it: how to cite it, its permanent address, and of "
)
_AS_THEY_STAND += "each figure in it whether it may be quoted."


def _figures(chosen: Chosen, worth: Mapping[str, tuple[Worth, ...]], numbers: Mapping[str, int]) -> Section:
    rows = tuple(
        (
            link(one.mention.number, chosen.asked.site.absolute(addresses.figure(one.mention.id))),
            text(f"{one.said} {_counted_in(one.mention)}"),
            text(str(numbers[passage])),
            text("; ".join(f"{name.lower()}: {said}" for name, said in one.quote.facts if name != "Counts")),
            text(" ".join((one.quote.verdict, *one.quote.cautions))),
        )
        for passage, found in worth.items()
        for one in found
    )
    if not rows:
        return Section(heading="Figures and their worth", blocks=(para("No figure was found in these passages."),))
    head = ("Figure", "What it counts", "Passage", "How it is known", "May I quote it?")
    return Section(
        heading="Figures and their worth",
        blocks=(Table(caption="Every figure of the passages", head=head, rows=rows, widths=_WIDTHS),),
    )


_WIDTHS = (11, 21, 10, 28, 30)


def _counted_in(mention: Mention) -> str:
    return f"Counted in {place_name(mention.place)}." if mention.place else "No country is named."


def _disputed(chosen: Chosen) -> Section:
    told = [text(f"{chosen.about(place, '. ')}{_told(one)}") for place, one in disputes(chosen)]
    shown = told[:_MOST_DISPUTED]
    if len(told) > len(shown):
        shown.append(text(f"And {len(told) - len(shown):,} more, on the pages of the countries."))
    if not shown:
        return Section(
            heading="Disagreements and repetitions",
            blocks=(para("Nothing that was compared contradicts anything else here."),),
        )
    return Section(heading="Disagreements and repetitions", blocks=(Listing(items=tuple(shown)),))


def disputes(chosen: Chosen) -> Iterator[tuple[str, Finding]]:
    """Yield what comparing showed of the countries, in the order in which a reader needs it."""
    taken = {one.passage.id for one in chosen.passages}
    works = {one.work.id for one in chosen.passages}
    for place, found in chosen.watched.items():
        for one in found:
            stands = taken.intersection(one.passages) or works.intersection(one.works)
            if one.kind in _DISPUTED and (chosen.asked.theme is None or stands):
                yield place, one


def _told(finding: Finding) -> str:
    return f"{SIGNS[finding.kind].word}: {finding.text}"
