"""The outline of a paper, drawn from what the passages say: how many, in which ways, why, where to, what is done."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from sourcebook.model.finding import Mention
from sourcebook.publish.cite import Text
from sourcebook.publish.packs.chosen import Chosen
from sourcebook.publish.packs.pack import Block, Listing, Section, para, text
from sourcebook.query.places import place_name
from sourcebook.vocabulary.themes import themes

_PARTS = (
    ("In which ways people are exploited", ("exploitation",)),
    ("How they are recruited and held", ("recruitment", "means")),
    ("In which kinds of work", ("sectors", "sector")),
    ("What comes before it", ("precursors", "precursor")),
)
_PEOPLE = ("victims", "people", "share")
_RESPONSE = ("cases", "offenders", "investigations", "prosecutions", "convictions")
_MOST_NAMED = 12


def outline(chosen: Chosen, numbers: Mapping[str, int], mentions: Iterable[Mention]) -> Section:
    """Return a heading for each question that the passages answer; `numbers` are those of the passages in the pack."""
    held = list(mentions)
    items: list[Text] = [
        *_of_figures("How many people, by whose count", _PEOPLE, held, numbers),
        *_of_themes(chosen, numbers),
        *_of_routes(chosen, numbers),
        *_of_figures("What is done about it: cases, trials, convictions", _RESPONSE, held, numbers),
        *_of_tiers(chosen, numbers),
    ]
    told = (
        "Each line is a part that the evidence can carry, with the passages below that speak of it. A part that is not "
    )
    told += "here is one of which no passage speaks."
    blocks: tuple[Block, ...] = (para(told), Listing(items=tuple(items), numbered=True))
    if not items:
        blocks = (para(_UNREAD if numbers else _EMPTY),)
    return Section(heading="An outline from the evidence", blocks=blocks)


_EMPTY = "There is no passage to draw an outline from."
_UNREAD = "No figure, theme or route was found in the passages below, so that an outline has to come from reading them."


def _of_figures(
    title: str, counts: tuple[str, ...], mentions: Iterable[Mention], numbers: Mapping[str, int]
) -> Iterator[Text]:
    where = {numbers[one.passage] for one in mentions if one.counts in counts and one.passage in numbers}
    if where:
        yield text(f"{title}: {_named(where)}. Give each figure with its worth, as it stands below the passage.")


def _of_themes(chosen: Chosen, numbers: Mapping[str, int]) -> Iterator[Text]:
    by_key: dict[str, set[int]] = defaultdict(set)
    for one in chosen.themes:
        if one.passage in numbers:
            by_key[one.claim.key].add(numbers[one.passage])
    for title, kinds in _PARTS:
        found = sorted(
            ((key, where) for key, where in by_key.items() if themes()[key].kind in kinds),
            key=lambda item: (-len(item[1]), item[0]),
        )
        if found:
            told = "; ".join(f"{themes()[key].label}, {_named(where)}" for key, where in found)
            yield text(f"{title}: {told}.")


def _of_routes(chosen: Chosen, numbers: Mapping[str, int]) -> Iterator[Text]:
    routes: dict[tuple[str, str], set[int]] = defaultdict(set)
    for place in chosen.asked.places:
        for one in chosen.view.evidence.routes(place):
            if one.passage in numbers and not one.claim.negated:
                routes[one.claim.origin, one.claim.destination].add(numbers[one.passage])
    if not routes:
        return
    most = sorted(routes.items(), key=lambda item: (-len(item[1]), item[0]))
    told = "; ".join(_route(*ends, where) for ends, where in most[:_MOST_NAMED])
    more = f"; and {len(most) - _MOST_NAMED} more" if len(most) > _MOST_NAMED else ""
    yield text(f"From where to where: {told}{more}.")


def _route(origin: str, destination: str, where: set[int]) -> str:
    if origin == destination:
        return f"within {_end(origin)}, {_named(where)}"
    return f"{_end(origin)} to {_end(destination)}, {_named(where)}"


def _end(code: str) -> str:
    return code.removeprefix("region:").replace("_", " ") if code.startswith("region:") else place_name(code)


def _of_tiers(chosen: Chosen, numbers: Mapping[str, int]) -> Iterator[Text]:
    for place in chosen.asked.places:
        tiers = [one for one in chosen.view.evidence.tiers(place) if one.passage in numbers]
        if tiers:
            told = "; ".join(
                dict.fromkeys(f"Tier {one.claim.tier}, {one.claim.year or 'no year'}" for one in tiers[:_MOST_NAMED])
            )
            where = {numbers[one.passage] for one in tiers}
            yield text(f"How the Trafficking in Persons Report places {chosen.names[place]}: {told} ({_named(where)}).")


def _named(where: Iterable[int]) -> str:
    """Return the numbers of passages as a text has them: passages 1, 4 and 7."""
    numbers = sorted(where)
    shown = [str(number) for number in numbers[:_MOST_NAMED]]
    if len(numbers) > _MOST_NAMED:
        return f"passages {', '.join(shown)} and {len(numbers) - _MOST_NAMED} more"
    if len(shown) == 1:
        return f"passage {shown[0]}"
    return f"passages {', '.join(shown[:-1])} and {shown[-1]}"
