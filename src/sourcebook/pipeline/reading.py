"""Bytes read as pages of countries, or refused with a reason: the same for a file handed in and for one kept long ago.

A public table makes a page for each country, a report or an article one page of its own, and a country page is itself.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from pathlib import PurePosixPath
from types import MappingProxyType
from typing import NamedTuple
from urllib.parse import unquote, urlsplit

import msgspec

from sourcebook.errors import InputRefused
from sourcebook.model import Document, Page
from sourcebook.model.cited import Library
from sourcebook.model.claim import Claim
from sourcebook.pipeline.apart import read_safely
from sourcebook.preserve import Deposit, KeptAnswer
from sourcebook.segment import given_page, is_given, segment_page
from sourcebook.segment.article import article_page, article_report, is_article
from sourcebook.segment.library import library_in, library_pages
from sourcebook.segment.report import cites, report_page, segment_report
from sourcebook.segment.tables import table_pages
from sourcebook.settings import Settings
from sourcebook.vocabulary.folding import fold
from sourcebook.vocabulary.topics import find_topic

PAGE_TYPES = frozenset({"text/plain", "text/html", "application/xhtml+xml", "application/json"})
WORD = re.compile(r"[a-z0-9]+")


class Reading(NamedTuple):
    """A deposit, the document it was read as, and the country page in it under its place and topic.

    `given` are claims of its passages that stand in the cells of a table and need no reading.
    """

    deposit: Deposit
    document: Document
    page: Page
    place: str
    given: Mapping[str, Sequence[Claim]] = MappingProxyType({})


def readings_of(deposit: Deposit, settings: Settings) -> tuple[Reading, ...]:
    """Read a deposit: a page for each country that a table or a reference library tells of, else the page that it is.

    Raises InputRefused as `reading_of` does, and where a table or a library breaks its own form.
    """
    read = _document(deposit, settings)
    pages = table_pages(read)
    if pages is None and (library := library_in(read)) is not None:
        return _of_library(deposit, read, library)
    if pages is None:
        return (_placed(deposit, read, _page(read, deposit), settings),)
    kept = msgspec.structs.replace(deposit, media_type=read.media_type)
    document = msgspec.structs.replace(read, digest=deposit.digest)
    return tuple(Reading(kept, document, made.page, made.page.place or "", made.claims) for made in pages)


def _of_library(deposit: Deposit, read: Document, library: Library) -> tuple[Reading, ...]:
    kept = msgspec.structs.replace(deposit, media_type=read.media_type)
    document = msgspec.structs.replace(read, digest=deposit.digest)
    pages = library_pages(library, document, name=PurePosixPath(deposit.name).name, place=deposit.place)
    topics = (topic_of(page.collection) for page in pages)
    placed = (msgspec.structs.replace(page, topic=topic) for page, topic in zip(pages, topics, strict=True))
    return tuple(Reading(kept, document, page, page.place or "") for page in placed)


def _document(deposit: Deposit, settings: Settings) -> Document:
    media_type = deposit.media_type if deposit.fetched_from else None
    return read_safely(deposit.data, name=deposit.name, media_type=media_type, limits=settings.limits)


def reading_of(deposit: Deposit, settings: Settings) -> Reading:
    """Read a deposit; the page's topic is None where it is the sourcebook's own.

    Raises InputRefused where the bytes cannot be read, name no country and none was told, or hold no entry.
    """
    read = _document(deposit, settings)
    return _placed(deposit, read, _country_page(read), settings)


def _page(read: Document, deposit: Deposit) -> Page:
    """Return what a document is: a country page where it says so itself, a report where it has references of its own.

    A format that has no country pages, such as PDF, is a report with or without them; a page of the web without any
    entry that a country page would have is an article.
    """
    page = _country_page(read)
    if page.topic or page.cite_as or is_given(read.text):
        return page
    report, address = segment_report(read), deposit.fetched_from or read.address
    if cites(report) or (read.media_type not in PAGE_TYPES and report.blocks):
        return report_page(report, place=deposit.place, address=address)
    if is_article(read) and not any(entry.section or entry.visits for entry in page.entries):
        return article_page(read, article_report(read, report), place=deposit.place, address=address)
    return page


def _country_page(read: Document) -> Page:
    return given_page(read) if is_given(read.text) else segment_page(read)


def _placed(deposit: Deposit, read: Document, page: Page, settings: Settings) -> Reading:
    place = deposit.place or page.place
    if place is None:
        raise InputRefused(
            "No country is named on this page.",
            where=deposit.name,
            next_step="Name it: sourcebook add --place COUNTRY FILE",
        )
    if not page.entries:
        raise InputRefused(
            "No entry was found on this page.",
            where=deposit.name,
            next_step="See what was found on it: sourcebook segment FILE --json",
        )
    topic = page.topic or topic_of(page.collection)
    return Reading(
        deposit=msgspec.structs.replace(deposit, media_type=read.media_type),
        document=msgspec.structs.replace(read, digest=deposit.digest),
        page=msgspec.structs.replace(page, place=place, topic=None if topic == settings.topic else topic),
        place=place,
    )


def topic_of(collection: str | None) -> str | None:
    """Return the key of a collection: that of the vocabulary, else one made from its title, None where it has none.

    A collection that the vocabulary does not know gets a key of its own, so that it never takes the main one's place.
    """
    if collection is None:
        return None
    return find_topic(collection) or "-".join(WORD.findall(fold(collection).text.lower())) or None


def deposit_of(answer: KeptAnswer) -> Deposit:
    """Return an answer as if its body had been handed in under the last name of its address."""
    return Deposit(
        data=answer.content,
        name=name_in(answer.url),
        time=answer.time,
        media_type=answer.media_type or "application/octet-stream",
        place=answer.use.place,
        fetched_from=answer.url,
        kept_as=answer.digest,
    )


def name_in(url: str) -> str:
    """Return the last name in an address, else its host."""
    parts = urlsplit(url)
    return unquote(parts.path.rstrip("/").rpartition("/")[2]) or parts.netloc
