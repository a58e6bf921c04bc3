"""The search page of a published site, and the index that it searches in the browser."""

from __future__ import annotations

import asyncio
import gzip
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

import msgspec

from sourcebook.errors import MissingExtra, StorageFailed
from sourcebook.model import Entry, Extract, Page, Value
from sourcebook.publish.site import addresses
from sourcebook.publish.site.pages.front import CountryRow, country_rows
from sourcebook.publish.site.parts.alphabet import in_order
from sourcebook.publish.site.parts.layout import Homes
from sourcebook.publish.site.places import place_name
from sourcebook.publish.site.site_page import Site, SitePage
from sourcebook.store.base import View
from sourcebook.vocabulary.theme_notes import theme_notes
from sourcebook.vocabulary.themes import themes

FOLDER = "pagefind"
MARK = b"pagefind_dcd"
UNUSED = ("*ui.js", "*ui.css", "pagefind-highlight.js")
"""What the indexer writes for pages that have no search of their own."""


class PublishedSearch(Value, frozen=True):
    """What the template of the search page shows: the countries, to choose from and to go to without a script."""

    countries: tuple[CountryRow, ...]
    places: tuple[tuple[str, str], ...]


class Record(Value, frozen=True):
    """A part of a country page as it is found: an entry, the background or the summary; or a theme, of no place."""

    address: str
    title: str
    place: str
    credit: str
    text: str


class Fragment(msgspec.Struct):
    """What the indexer keeps of a record beside its words."""

    meta: dict[str, str]


def search_page(view: View, site: Site) -> SitePage:
    """Return the search page, which a script in the browser answers from the index."""
    rows = view.pages()
    named = {row.place: place_name(row.place, site.words, row.heading) for row in rows}
    return SitePage(
        template="search_published.html",
        address=addresses.SEARCH,
        title=site.words.say("Search"),
        current="search",
        searches=True,
        content=PublishedSearch(
            countries=country_rows(rows, site.words),
            places=tuple(sorted(named.items(), key=lambda item: in_order(item[1]))),
        ),
    )


def records(view: View, site: Site) -> Iterator[Record]:
    """Yield the parts of every country page in their order, those without a word of text left out, then the themes."""
    for row in view.pages():
        page = view.page(row.place, row.topic)
        if page is not None:
            yield from _records_of(page, (row.place, row.topic), Homes(view), site)
    for key, theme in themes().items():
        means = site.words.say(theme_notes()[key].means)
        yield Record(
            address=addresses.theme(key).lstrip("/"),
            title=f"{site.words.say('Theme:')} {site.words.say(theme.label)}",
            place="",
            credit="",
            text=f"{site.words.say(theme.label)}. {means}",
        )


def _records_of(page: Page, where: tuple[str, str | None], homes: Homes, site: Site) -> Iterator[Record]:
    words, place, address = site.words, where[0], addresses.page(*where)
    for extract, anchor, name in (
        (page.background, "background", words.say("Background")),
        (page.summary, "summary", words.say("Summary")),
    ):
        if extract is not None:
            yield Record(
                address=addresses.anchored(address, anchor).lstrip("/"),
                title=f"{place_name(place, site.words, page.heading)}: {name}",
                place=place,
                credit=extract.work.title,
                text=_text(extract),
            )
    for entry in page.entries:
        yield Record(
            address=homes.of_work(where, entry.work.id).lstrip("/"),
            title=entry.work.title,
            place=place,
            credit=entry.work.credit,
            text=" ".join((entry.work.title, entry.work.credit, _text(entry))),
        )


def _text(part: Entry | Extract) -> str:
    return "\n".join(passage.text for passage in part.passages)


def need_indexer() -> None:
    """Raise MissingExtra where the indexer is not installed."""
    if find_spec("pagefind") is None or find_spec("pagefind_bin") is None:
        raise MissingExtra("publish", "Search in the published pages")


def write_index(view: View, site: Site, staging: Path) -> list[str]:
    """Write the index of every country page into the staging folder and return the paths of its files."""
    need_indexer()
    try:
        asyncio.run(_index(records(view, site), site.words.language.split("-")[0], staging / FOLDER))
    except (OSError, RuntimeError, AssertionError) as error:
        raise StorageFailed(
            f"The search index could not be written: {error}; the site that was there is whole.",
            where=str(staging),
            next_step="Make room and try again, or publish without it: sourcebook publish --no-search -o DIR",
        ) from error
    for unused in (path for pattern in UNUSED for path in (staging / FOLDER).glob(pattern)):
        unused.unlink()
    _list_by_place(staging / FOLDER)
    found = (path for path in (staging / FOLDER).rglob("*") if path.is_file())
    return sorted(path.relative_to(staging).as_posix() for path in found)


def _list_by_place(folder: Path) -> None:
    """Write for each country which results are on its pages; the index's own filters are written in no fixed order."""
    held: dict[str, list[str]] = {}
    for path in sorted((folder / "fragment").glob("*.pf_fragment")):
        fragment = msgspec.json.decode(gzip.decompress(path.read_bytes()).removeprefix(MARK), type=Fragment)
        if place := fragment.meta.get("place"):
            held.setdefault(place, []).append(path.stem)
    (folder / "places").mkdir(exist_ok=True)
    for place, ids in held.items():
        (folder / "places" / f"{place}.json").write_bytes(msgspec.json.encode(ids))


async def _index(found: Iterator[Record], language: str, folder: Path) -> None:
    from pagefind.index import IndexConfig

    from sourcebook.publish.files.indexer import PromptService

    async with PromptService() as service:
        index = await service.create_index(IndexConfig(output_path=str(folder), force_language=language))
        for record in found:
            await index.add_custom_record(
                url=record.address,
                content=record.text or record.title,
                language=language,
                meta={"title": record.title, "credit": record.credit, "place": record.place},
            )
        await index.write_files()
