"""The search page: a plain form of words and filters, what was found with the words marked, and ways to widen it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from sourcebook.model import Value
from sourcebook.publish.site import addresses
from sourcebook.publish.site.asked import Asked, asked_from
from sourcebook.publish.site.pages.passage import what_it_is
from sourcebook.publish.site.parts.layout import Homes
from sourcebook.publish.site.parts.link import Link
from sourcebook.publish.site.parts.passage import Segment
from sourcebook.publish.site.places import place_name
from sourcebook.publish.site.site_page import Site, SitePage
from sourcebook.publish.site.when import in_words
from sourcebook.publish.site.words import Words, sentence_case
from sourcebook.query.marks import Piece
from sourcebook.query.search import Count, Facets, Hit, SearchResult
from sourcebook.query.search import search as search_archive
from sourcebook.query.theming import named_themes
from sourcebook.store.base import View

SHOWN = 20


class Option(Value, frozen=True):
    """A choice of a filter, with how many passages it would leave."""

    value: str
    text: str
    chosen: bool


class Filter(Value, frozen=True):
    """A filter of the form; its first option lets everything pass."""

    name: str
    label: str
    options: tuple[Option, ...]


class HitShown(Value, frozen=True):
    """A passage that was found: its work, where and when, its words with the hits marked, its permanent address."""

    title: tuple[Segment, ...]
    language: str | None
    work_address: str | None
    where: str
    text: tuple[Segment, ...]
    number: int
    is_title: bool
    is_note: bool
    address: str
    in_place: Link


class Search(Value, frozen=True):
    """What the template shows; `said` is the sentence that is announced, empty where nothing was asked.

    `themes` are those that the words name, which have pages of their own.
    """

    asked: Asked
    said: str
    filters: tuple[Filter, ...]
    themes: tuple[Link, ...]
    hits: tuple[HitShown, ...]
    wider: tuple[Link, ...]
    before: str | None
    after: str | None


def search(view: View, site: Site, parameters: Mapping[str, str]) -> SitePage:
    """Return the search page for what a form sent; anything may stand in it, and nothing is refused."""
    asked = asked_from(parameters)
    words = site.words
    title = words.say("Search: %(words)s", words=asked.q) if asked.q else words.say("Search")
    return SitePage(
        template="search.html",
        address=addresses.SEARCH,
        title=title,
        current="search",
        searches=True,
        content=_content(view, words, asked),
    )


def _content(view: View, words: Words, asked: Asked) -> Search:
    found, begun = _found(view, asked)
    first, homes = (asked.page - 1) * SHOWN, Homes(view)
    return Search(
        asked=asked,
        said=said(found, asked, words, begun=begun),
        filters=_filters(found.facets, asked, words),
        themes=tuple(
            Link(text=words.say(theme.label), address=addresses.theme(theme.key)) for theme in named_themes(asked.typed)
        ),
        hits=tuple(_shown(hit, homes, words) for hit in found.hits),
        wider=wider(asked, words) if asked and not found.total else (),
        before=asked.turned_to(asked.page - 1) if asked.page > 1 and found.total else None,
        after=asked.turned_to(asked.page + 1) if first + SHOWN < found.total else None,
    )


def _found(view: View, asked: Asked) -> tuple[SearchResult, bool]:
    """Return what was found, and whether only by taking the last word for the beginning of one."""
    if not asked:
        return SearchResult(typed="", total=0), False
    first = (asked.page - 1) * SHOWN
    found = search_archive(view, asked.typed, asked.filters(), limit=SHOWN, offset=first)
    if found.total or not asked.typed[-1:].isalnum():
        return found, False
    return search_archive(view, f"{asked.typed}*", asked.filters(), limit=SHOWN, offset=first), True


def said(found: SearchResult, asked: Asked, words: Words, *, begun: bool = False) -> str:
    """Return what was found, in the sentence that is announced."""
    if not asked:
        return ""
    if not found.total:
        return words.say("Nothing was found.")
    counted = _counted(found, asked, words)
    return words.say("No word is so; by words that begin so: %(found)s", found=counted) if begun else counted


def _counted(found: SearchResult, asked: Asked, words: Words) -> str:
    passages = words.plural("%(n)s passage", "%(n)s passages", found.total)
    if found.more:
        passages = words.say("more than %(passages)s", passages=passages)
    entries = len({hit.found.work.id for hit in found.hits})
    held = words.plural("%(n)s entry", "%(n)s entries", entries)
    if found.total == len(found.hits):
        return sentence_case(words.say("%(passages)s in %(entries)s.", passages=passages, entries=held))
    start = (asked.page - 1) * SHOWN + 1
    return sentence_case(
        words.say(
            "%(passages)s; %(first)s to %(last)s are shown, from %(entries)s.",
            passages=passages,
            first=start,
            last=start + len(found.hits) - 1,
            entries=held,
        )
    )


def wider(asked: Asked, words: Words) -> tuple[Link, ...]:
    """Return up to three ways to look for more: without the filters, by one word alone, by the beginnings of words."""
    ways = []
    if asked.is_filtered and asked.q:
        ways.append(Link(text=words.say("The same words without the filters"), address=addresses.search(q=asked.q)))
    each = list(dict.fromkeys(word.strip("\"“”*'") for word in asked.q.split()))
    begun = " ".join(f"{word}*" for word in each if word)
    if begun and begun != asked.q:
        text = words.say("Words that begin so: %(words)s", words=begun)
        ways.append(Link(text=text, address=addresses.search(q=begun)))
    if len(each) > 1:
        longest = max(each, key=len)
        ways.append(Link(text=words.say("Only “%(word)s”", word=longest), address=addresses.search(q=longest)))
    return (*ways, Link(text=words.say("All countries"), address=addresses.FRONT))[:3]


def _shown(hit: Hit, homes: Homes, words: Words) -> HitShown:
    found, passage = hit.found, hit.found.passage
    when = in_words(found.work.issued, words) if found.work.issued else words.say("no date")
    return HitShown(
        title=_segments(hit.title),
        language=found.work.language,
        work_address=addresses.entry(found.work.id) if found.number else None,
        where=when,
        text=_segments(hit.text),
        number=passage.ordinal,
        is_title=passage.role == "title",
        is_note=passage.kind == "note",
        address=addresses.passage(passage.id),
        in_place=Link(
            text=f"{place_name(found.place, words)}, {what_it_is(found, words)}",
            address=homes.of_passage(found),
        ),
    )


def _segments(pieces: Iterable[Piece]) -> tuple[Segment, ...]:
    return tuple(Segment(text=piece.text, mark="hit" if piece.marked else "text") for piece in pieces)


def _filters(facets: Facets, asked: Asked, words: Words) -> tuple[Filter, ...]:
    sections = {
        "featured": words.say("Featured"),
        "archives": words.say("Archive"),
        "background": words.say("Background"),
        "summary": words.say("Summary"),
    }
    years = {count.value: count.value for count in facets.years}
    places = {count.value: place_name(count.value, words) for count in facets.places} | {
        asked.place: place_name(asked.place, words)
    }
    any_year = words.say("any year")
    return (
        _filter(("place", words.say("Country"), words.say("any country")), facets.places, places, asked.place),
        _filter(
            ("publisher", words.say("Publisher"), words.say("any publisher")), facets.publishers, {}, asked.publisher
        ),
        _filter(("section", words.say("Section"), words.say("any section")), facets.sections, sections, asked.section),
        _filter(("first", words.say("From year"), any_year), facets.years, years, asked.first),
        _filter(("last", words.say("To year"), any_year), facets.years, years, asked.last),
    )


def _filter(names: tuple[str, str, str], counts: tuple[Count, ...], called: Mapping[str, str], chosen: str) -> Filter:
    name, label, everything = names
    listed = {count.value: f"{called.get(count.value, count.value)} ({count.count:,})" for count in counts}
    if chosen and chosen not in listed:
        listed[chosen] = f"{called.get(chosen, chosen)} (0)"
    options = (Option(value=value, text=text, chosen=value == chosen) for value, text in listed.items())
    return Filter(name=name, label=label, options=(Option(value="", text=everything, chosen=not chosen), *options))
