"""The country page: every part of the old page, in its order, and in what condition it is; a long one in parts."""

from __future__ import annotations

from sourcebook.errors import NotFound
from sourcebook.model import Extract, Page, Value
from sourcebook.model.finding import Finding, Mention
from sourcebook.publish.cite import cite, find_style
from sourcebook.publish.site import addresses
from sourcebook.publish.site.head import Head
from sourcebook.publish.site.linked.dataset import country_node
from sourcebook.publish.site.linked.document import linker
from sourcebook.publish.site.pages.cite import PAGE_FILE, itself
from sourcebook.publish.site.pages.country_part import country_part
from sourcebook.publish.site.pages.watch import watched
from sourcebook.publish.site.parts.caution import caution_sentences
from sourcebook.publish.site.parts.citations import DEFAULT_STYLE, downloads
from sourcebook.publish.site.parts.condition import condition_of, condition_sentences
from sourcebook.publish.site.parts.credit import Credit, source_credit
from sourcebook.publish.site.parts.editions import Newer, newer_edition
from sourcebook.publish.site.parts.entries import Entries, OnPage, entries_in, in_order, is_featured
from sourcebook.publish.site.parts.evidence import Marks, Note, noted_runs
from sourcebook.publish.site.parts.feeds import feeds_of_all
from sourcebook.publish.site.parts.findings import FindingShown
from sourcebook.publish.site.parts.layout import Layout, layout_of
from sourcebook.publish.site.parts.link import Link
from sourcebook.publish.site.parts.official import OfficialShown, official_of
from sourcebook.publish.site.parts.parts import Parts, parts_of, wanted_part
from sourcebook.publish.site.parts.passage import Run
from sourcebook.publish.site.parts.pictured import pictures_of
from sourcebook.publish.site.parts.strip import Strip, strip
from sourcebook.publish.site.parts.sums import Sum, sums_of
from sourcebook.publish.site.parts.withheld import withheld
from sourcebook.publish.site.pictures.drawing import Picture
from sourcebook.publish.site.places import formal_name, place_name
from sourcebook.publish.site.site_page import Site, SitePage
from sourcebook.publish.site.when import day, years
from sourcebook.publish.site.words import Words
from sourcebook.query.findings import on_page
from sourcebook.query.looks import placed_with_own_looks
from sourcebook.query.theming import named_themes
from sourcebook.store.base import Placed, View


class ExtractShown(Value, frozen=True):
    """The background or the summary: its passages, where they are from, how old that is, and what is newer."""

    runs: tuple[Run, ...]
    notes: tuple[Note, ...]
    title: str
    credit: Credit
    url: str | None
    age: int | None
    newer: Newer | None


class PageCitation(Value, frozen=True):
    """How to cite the page: in one style here, in every other on a page of its own, and as files."""

    style: str
    text: str
    address: str
    downloads: tuple[Link, ...]


class Theme(Value, frozen=True):
    """A theme for students, leading to its own page, or to a search where the vocabulary has none of this name."""

    text: str
    address: str
    precursor: bool


class Country(Value, frozen=True):
    """What the template of a country page shows, part by part."""

    place: str
    name: str
    collection: str | None
    tagline: str | None
    covers: tuple[str, str] | None
    sisters: tuple[Link, ...]
    condition: tuple[str, ...]
    strip: Strip | None
    background: ExtractShown | None
    summary: ExtractShown | None
    shapes: tuple[str, ...]
    pictures: tuple[Picture, ...]
    official: OfficialShown | None
    watch: tuple[FindingShown, ...]
    watch_more: Link | None
    checked: int
    sums: tuple[Sum, ...]
    caution: tuple[str, ...]
    old_caution: str | None
    themes: tuple[Theme, ...]
    themes_address: str
    study_text: str | None
    teachers_text: str | None
    help_names: tuple[str, ...]
    help_address: str
    entries: Entries
    features: bool
    archived: int
    parts: Parts
    rights: str | None
    citation: PageCitation
    packs: dict[str, tuple[Link, ...]]


def country(view: View, site: Site, place: str, topic: str | None = None, part: int | str = 1) -> SitePage:
    """Return the page of a country, or of its sister topic, or a further part of it; NotFound where there is none."""
    page = view.page(place, topic)
    if page is None:
        raise NotFound("There is no page for this country and topic.", where=addresses.page(place, topic))
    name = place_name(place, site.words, page.heading)
    title = f"{name}: {page.collection}" if topic and page.collection else name
    layout = layout_of(view, place, topic)
    number = wanted_part(addresses.page(place, topic), part, len(layout.parts))
    if number > 1:
        return country_part(view, site, (place, topic, title), layout, number)
    found = on_page(view.evidence, place, day(site.as_of)) if topic is None else ()
    content = _content(view, site, page, (topic, name, layout), found)
    return SitePage(
        template="country.html",
        address=addresses.page(place, topic),
        title=title,
        current="countries",
        parts=len(layout.parts),
        content=content,
        head=_head(view, site, content, topic),
    )


def _head(view: View, site: Site, content: Country, topic: str | None) -> Head:
    place, name = content.place, content.name
    row = next(row for row in view.pages() if (row.place, row.topic) == (place, topic))
    to = linker(site, addresses.page(place, topic))
    told = site.words.say("What sources say about %(country)s, each passage with who said it and when.", country=name)
    about = " ".join((told, *content.condition))
    return Head(
        about=about,
        card=addresses.card(place),
        trail=(Link(text=name, address=addresses.page(place)),),
        feeds=(Link(text=f"{site.title}: {name}", address=addresses.feed_of_country(place)), *feeds_of_all(site.words)),
        nodes=(country_node(view, site, row, about, to),),
    )


def _content(
    view: View, site: Site, page: Page, where: tuple[str | None, str, Layout], found: tuple[Finding, ...]
) -> Country:
    topic, name, layout = where
    place = page.place or ""
    words, placed = site.words, placed_with_own_looks(view, view.entries(place, topic))
    condition = condition_of([one.entry for one in placed], site.as_of)
    seen: set[str] = set()
    marks = Marks(view, words, place, topic)
    watch, more = watched(view, site, (place, topic, layout), found)
    formal = map(words.apart, formal_name(page.heading, name))
    return Country(
        place=place,
        name=name,
        collection=page.collection,
        tagline=page.tagline,
        covers=page.covers,
        sisters=_sisters(view, place, topic, words),
        condition=(*formal, *condition_sentences(condition, words)),
        strip=strip([one.entry.work.issued for one in placed], words),
        background=_extract(page.background, site, (placed, name), (seen, marks)),
        summary=_extract(page.summary, site, (placed, name), (seen, marks)),
        shapes=marks.shapes,
        pictures=pictures_of(view, words, place) if topic is None else (),
        official=official_of(view, place, words) if topic is None else None,
        watch=watch,
        watch_more=more,
        checked=sum(map(len, marks.figures.values())),
        sums=sums_of(_summary_figures(page, marks), words),
        caution=caution_sentences(condition, words),
        old_caution=page.caution,
        themes=tuple(_theme(theme) for theme in page.study_themes),
        themes_address=addresses.themes_of(place),
        study_text=page.study_text,
        teachers_text=page.teachers_text,
        help_names=tuple(withheld(entry.name) for entry in page.help),
        help_address=addresses.help_in(place),
        entries=entries_in(view, in_order(placed), layout.parts[0], words, (seen, marks)),
        features=any(map(is_featured, placed)),
        archived=sum(not is_featured(one) for one in placed),
        parts=parts_of(addresses.page(place, topic), 1, len(layout.parts)),
        rights=page.rights_text or page.rights,
        citation=_citation(page, site),
        packs=_packs(place, site),
    )


def _packs(place: str, site: Site) -> dict[str, tuple[Link, ...]]:
    """Return the packs of a country by name, each with a link for each format."""
    return {
        pack.name: tuple(
            Link(text=title, address=addresses.pack(place, pack.name, ending)) for ending, title in pack.formats
        )
        for pack in site.packs
    }


def _summary_figures(page: Page, marks: Marks) -> tuple[Mention, ...]:
    passages = page.summary.passages if page.summary else ()
    return tuple(mention for passage in passages for mention in marks.figures.get(passage.id, ()))


def _sisters(view: View, place: str, topic: str | None, words: Words) -> tuple[Link, ...]:
    return tuple(
        Link(text=row.collection or row.topic or words.say("main topic"), address=addresses.page(place, row.topic))
        for row in view.pages()
        if row.place == place and row.topic != topic
    )


def _extract(
    extract: Extract | None, site: Site, held: tuple[tuple[Placed, ...], str], on_it: OnPage
) -> ExtractShown | None:
    if extract is None:
        return None
    (placed, name), (seen, marks) = held, on_it
    runs, notes = noted_runs(extract.passages, seen, marks)
    issued = years(extract.work.issued)
    return ExtractShown(
        runs=runs,
        notes=notes,
        title=extract.work.title,
        credit=source_credit(extract.work, site.words),
        url=extract.work.url,
        age=int(site.as_of[:4]) - issued[-1] if issued and site.as_of else None,
        newer=newer_edition(extract.work, placed, (name,), site.words),
    )


def _citation(page: Page, site: Site) -> PageCitation:
    place, topic = page.place or "", page.topic
    return PageCitation(
        style=find_style(DEFAULT_STYLE).title,
        text=cite([itself(page, site)], DEFAULT_STYLE)[0].plain,
        address=addresses.cite(place, topic),
        downloads=downloads(addresses.files(place, topic), PAGE_FILE),
    )


def _theme(written: str) -> Theme:
    bare = written.removesuffix(" (precursor)")
    named = named_themes(bare)
    address = addresses.theme(named[0].key) if named else addresses.search(q=bare)
    return Theme(text=bare, address=address, precursor=bare != written)
