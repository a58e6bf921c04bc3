"""What every pack says: how old its evidence is, what was not found, how to check it, and how to cite it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sourcebook.publish.cite import cite
from sourcebook.publish.packs.chosen import Chosen
from sourcebook.publish.packs.citing import Citing
from sourcebook.publish.packs.pack import Block, Listing, Section, link, para, text
from sourcebook.publish.site import addresses
from sourcebook.publish.site.pages.cite import itself
from sourcebook.publish.site.parts.caution import caution_sentences
from sourcebook.publish.site.parts.condition import condition_of, condition_sentences
from sourcebook.publish.site.when import in_words, last_day
from sourcebook.publish.site.words import sentence_case
from sourcebook.store.base import PlacedPassage
from sourcebook.vocabulary.dates import edtf_year, is_edtf

MOST_GAPS = 30


def lead(
    chosen: Chosen, passages: Sequence[PlacedPassage] | None = None, holds: str = "This pack holds"
) -> tuple[str, ...]:
    """Return what stands below the title: the day, and what the pack holds in what condition.

    `passages` are those that it holds, where they are not all that were chosen; `holds` opens the sentence on them.
    """
    asked = chosen.asked
    made = f"Made from {asked.site.title} as it stood on {in_words(asked.site.as_of, asked.site.words)}."
    return (made, *_age(chosen, chosen.passages if passages is None else passages, holds))


def _age(chosen: Chosen, held: Sequence[PlacedPassage], holds: str) -> tuple[str, ...]:
    """Return sentences on how old the evidence is, made from counts."""
    words = chosen.asked.site.words
    if not held:
        return (f"{holds} no passage.",)
    works = {one.work.id: one.work.issued for one in held}
    years = sorted(year for issued in works.values() if issued and is_edtf(issued) and (year := edtf_year(issued)))
    passages = words.plural("one passage", "%(n)s passages", len(held))
    told = f"{holds} {passages} of {words.plural('one work', '%(n)s works', len(works))}"
    span = f", the oldest of {years[0]} and the newest of {years[-1]}" if len(set(years)) > 1 else ""
    if len(set(years)) == 1:
        span = f", of {years[0]}"
    undated = len(works) - len(years)
    none = words.plural("one has no date", "%(n)s have no date", undated)
    condition = condition_of(chosen.entries, chosen.asked.site.as_of)
    looked = condition.last_looked and in_words(last_day(condition.last_looked), words)
    return (
        f"{told}{span}{f'; {none}' if undated else ''}.",
        f"Somebody last looked at one of the works on {looked}."
        if looked
        else "No date is known on which anyone looked at the works.",
    )


def not_found(chosen: Chosen) -> Section:
    """Return what the pack lacks: countries, the theme, passages, dates, and the gaps that comparing showed."""
    items = [text(sentence) for sentence in _lacks(chosen)]
    gaps = [text(f"{chosen.about(place, ': ')}{sentence}") for place, sentence in _gaps(chosen)]
    shown = gaps[:MOST_GAPS]
    if len(gaps) > len(shown):
        shown.append(text(f"And {len(gaps) - len(shown):,} more gaps, on the pages of the countries."))
    blocks: list[Block] = [Listing(items=(*items, *shown))] if items or shown else []
    return Section(heading="What is not known", blocks=(*blocks, para(_SILENCE)))


_SILENCE = "That nothing was found here does not say that nothing happens there: it says that nobody wrote it down, or "
_SILENCE += "that the archive does not hold who did."


def _lacks(chosen: Chosen) -> Iterator[str]:
    asked, words = chosen.asked, chosen.asked.site.words
    for name in chosen.missing:
        yield f"The archive has no page of {name}."
    if asked.theme is not None and not chosen.passages and not chosen.withheld:
        yield f"Nobody whose works are held here reports on this theme: {asked.theme.label}."
    if asked.theme is not None and chosen.passages:
        silent = set(asked.places) - {one.place for one in chosen.passages}
        for place in sorted(silent & {page.place or "" for page in chosen.pages}):
            yield f"No passage on {chosen.names[place]} speaks of this theme: {asked.theme.label}."
    if chosen.left_out:
        more = words.plural("One more passage is", "%(n)s more passages are", chosen.left_out)
        told = "held and left out to keep the pack short; narrow it to a theme or a country, or read the pages."
        yield f"{sentence_case(more)} {told}"
    if chosen.withheld:
        held = words.plural("One passage is", "%(n)s passages are", chosen.withheld)
        told = "held back: a person who was harmed might be known by what is said, and no editor has decided."
        yield f"{sentence_case(held)} {told}"
    if chosen.works_withheld:
        held = words.plural("One work is", "%(n)s works are", chosen.works_withheld)
        yield f"{sentence_case(held)} held back whole: a person who was harmed might be known by a title."
    undated = [entry.work.title for entry in chosen.entries if not entry.work.issued]
    if undated:
        some = ", ".join(f"“{title}”" for title in undated[:5]) + (" and others" if len(undated) > 5 else "")
        yield f"No date is known of {some}: do not give their figures a year."


def _gaps(chosen: Chosen) -> Iterator[tuple[str, str]]:
    for place, found in chosen.watched.items():
        for finding in found:
            if finding.kind == "gap":
                yield place, finding.text


def how_to_check(chosen: Chosen) -> Section:
    """Return how whoever holds the pack can check every word of it."""
    words, condition = chosen.asked.site.words, condition_of(chosen.entries, chosen.asked.site.as_of)
    steps = (
        "Open the permanent address under a passage. It shows the words as the archive holds them, and their place.",
        "Go to the work itself, find the place that is named, and compare the words. If they differ, the work counts.",
        "If the work is gone from its address, see whether a kept copy is named; its digest tells whether it is whole.",
        "Read who says a figure, of whom, in which year, and whether it was counted or estimated, before you use it.",
    )
    caution = " ".join(caution_sentences(condition, words))
    return Section(
        heading="How to check this pack",
        blocks=(Listing(items=tuple(text(step) for step in steps), numbered=True), para(caution)),
    )


def how_to_cite(chosen: Chosen) -> Section:
    """Return how to cite the archive's pages from which the pack was made, and its passages."""
    asked = chosen.asked
    cited = cite([itself(page, asked.site) for page in chosen.pages], asked.cited_in)
    about = (
        f"Cite a passage by the words in brackets below it, in the style {asked.cited_in.title}, and put its work into "
    )
    about += "your list. Cite a page of the archive only for what the archive itself says:"
    return Section(heading="How to cite", blocks=(para(about), Listing(items=tuple(one.entry for one in cited))))


def reading_list(citing: Citing) -> Section:
    """Return every work of the pack, cited."""
    entries = citing.entries
    blocks = (Listing(items=entries),) if entries else (para("No work."),)
    return Section(heading="Reading list", blocks=blocks)


def country_addresses(chosen: Chosen) -> Listing:
    """Return where the pages of the countries stand."""
    items = []
    for page in chosen.pages:
        address = chosen.asked.site.absolute(addresses.page(page.place or "", page.topic))
        name = chosen.names[page.place or ""] + (f" ({page.collection or page.topic})" if page.topic else "")
        items.append((*text(f"{name}: "), *link(address, address)))
    return Listing(items=tuple(items))


def condition(chosen: Chosen) -> str:
    """Return the condition of the countries' entries together, as a country page opens with it."""
    found = condition_of(chosen.entries, chosen.asked.site.as_of)
    return " ".join(condition_sentences(found, chosen.asked.site.words))
