"""Feeds of what changes: entries that came in, findings that are new or say otherwise, of all, a country or a theme."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sourcebook.errors import NotFound
from sourcebook.publish.site import addresses
from sourcebook.publish.site.linked.document import linker
from sourcebook.publish.site.machines.atom import MEDIA_TYPE, FeedOf, Item, atom
from sourcebook.publish.site.pages.downloads import Download
from sourcebook.publish.site.parts.credit import credit_of
from sourcebook.publish.site.parts.findings import SIGNS
from sourcebook.publish.site.places import place_name
from sourcebook.publish.site.site_page import Site
from sourcebook.publish.site.words import sentence_case
from sourcebook.store.base import View
from sourcebook.store.changes import Arrival
from sourcebook.store.evidence import DatedFinding
from sourcebook.vocabulary.themes import themes

MOST = 50
MOST_OF_THEME = 20
"""A feed tells the latest so many; whoever reads it seldom may miss some, which the pages do not."""
ENDING = ".atom"


def entries_feed(view: View, site: Site) -> Download:
    """Return the feed of entries that came in."""
    title = site.words.say("%(site)s: new entries", site=site.title)
    return _sent(site, addresses.FEED_OF_ENTRIES, title, addresses.FRONT, _entries(view, site, view.arrivals(MOST)))


def findings_feed(view: View, site: Site) -> Download:
    """Return the feed of findings that are new or say otherwise than before."""
    title = site.words.say("%(site)s: new and changed findings", site=site.title)
    found = view.evidence.changed_last(MOST)
    return _sent(site, addresses.FEED_OF_FINDINGS, title, addresses.FRONT, _findings(site, found))


def country_feed(view: View, site: Site, place: str, feed: str) -> Download:
    """Return the feed of a country: its entries and its findings; NotFound for a country without a page."""
    row = next((row for row in view.pages() if row.place == place), None)
    address = addresses.feed_of_country(place)
    if row is None or feed != address.rpartition("/")[2]:
        raise NotFound("There is no such feed.", where=f"{address.rpartition('/')[0]}/{feed}")
    title = f"{site.title}: {place_name(place, site.words, row.heading)}"
    entries = _entries(view, site, view.arrivals(MOST, place))
    items = [*entries, *_findings(site, view.evidence.changed_last(MOST, place))]
    latest = sorted(items, key=lambda item: item.updated, reverse=True)[:MOST]
    return _sent(site, address, title, addresses.page(row.place, row.topic), latest)


def theme_feed(view: View, site: Site, theme_feed: str) -> Download:
    """Return the feed of a theme: entries with a passage that speaks of it; NotFound for a theme that there is not."""
    key = theme_feed.removesuffix(ENDING)
    if key not in themes() or not theme_feed.endswith(ENDING):
        raise NotFound("There is no such feed.", where=theme_feed)
    return _of_theme(view, site, key, view.arrivals_by_theme(MOST_OF_THEME).get(key, ()))


def theme_feeds(view: View, site: Site) -> Iterator[tuple[str, bytes]]:
    """Yield the feed of every theme by its path."""
    held = view.arrivals_by_theme(MOST_OF_THEME)
    for key in themes():
        path = addresses.feed_of_theme(key).lstrip("/")
        yield path, _of_theme(view, site, key, held.get(key, ())).content


def _of_theme(view: View, site: Site, key: str, found: Iterable[Arrival]) -> Download:
    title = f"{site.title}: {site.words.say(themes()[key].label)}"
    return _sent(site, addresses.feed_of_theme(key), title, addresses.theme(key), _entries(view, site, found))


def _sent(site: Site, address: str, title: str, page: str, items: Iterable[Item]) -> Download:
    feed = FeedOf(
        name=f"feed {site.settings.topic} {site.title} {address}",
        title=title,
        subtitle=site.words.say("What sources say, with who said it and when. Nothing here says that it is true."),
        address=address,
        page=page,
        keeper=site.settings.owner or site.title,
        language=site.words.language,
        updated=_time(None, site),
        items=tuple(items),
    )
    return Download(content=atom(feed, linker(site, address)), media_type=MEDIA_TYPE, name=address.rpartition("/")[2])


def _entries(view: View, site: Site, found: Iterable[Arrival]) -> Iterator[Item]:
    for arrival in found:
        placed = view.work(arrival.work)
        if not placed:
            continue
        entry, words = placed[0].entry, site.words
        credit = credit_of(entry.work, words)
        passages = words.plural("%(n)s passage", "%(n)s passages", len(entry.passages))
        name = place_name(arrival.place, words)
        yield Item(
            name=f"entry {arrival.work}",
            title=entry.work.title,
            address=addresses.entry(arrival.work),
            updated=_time(arrival.time, site),
            published=_time(arrival.time, site),
            summary=f"{name}: {', '.join(filter(None, (credit.who, credit.when)))}. {sentence_case(passages)}.",
            authors=entry.work.authors or tuple(filter(None, (entry.work.publisher,))),
            categories=(arrival.place,),
        )


def _findings(site: Site, found: Iterable[DatedFinding]) -> Iterator[Item]:
    for finding, first, changed in found:
        sign = site.words.say(SIGNS[finding.kind].word)
        name = place_name(finding.country, site.words) if finding.country else ""
        yield Item(
            name=f"finding {finding.id}",
            title=f"{name}: {sign}" if name else sign,
            address=addresses.figure(finding.figures[0]) if finding.figures else _where(finding.works, finding.country),
            updated=changed,
            published=first,
            summary=finding.text,
            categories=tuple(filter(None, (finding.country, finding.kind))),
        )


def _where(works: tuple[str, ...], country: str | None) -> str:
    if works:
        return addresses.entry(works[0])
    return addresses.page(country) if country else addresses.FRONT


def _time(time: str | None, site: Site) -> str:
    """Return a time; what came in from nowhere that is kept has the day of the site."""
    return time or f"{site.as_of or '1970-01-01'}T00:00:00Z"
