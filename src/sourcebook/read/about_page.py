"""Who wrote a page, what it is called, who publishes it, when and in which language: and by what each is told.

In the order of trust: its metadata (JSON-LD, OpenGraph, Dublin Core, Highwire's tags, others), the page, its address.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from typing import Final, NamedTuple

from sourcebook.model import Told
from sourcebook.read.page_head import Head, names_in, one_line
from sourcebook.vocabulary.author_names import is_body
from sourcebook.vocabulary.dates import parse_date
from sourcebook.vocabulary.page_addresses import date_in_path, host_name

PAGE: Final = "the page"
ADDRESS: Final = "the address"
_ISO: Final = re.compile(r"((?:19|20)\d\d)[-/]?(0[1-9]|1[0-2])[-/]?(0[1-9]|[12]\d|3[01])(?=\D|$)")
_LANGUAGE: Final = re.compile(r"([A-Za-z]{2,3})(?:[-_]([A-Za-z]{4}))?(?:[-_]([A-Za-z]{2}|\d{3}))?(?![A-Za-z])")
_BY: Final = re.compile(r"^(?:(?:written|reported|posted|text)\s+)?(?:by|von|par|por|di|автор)\b[:\s]+", re.IGNORECASE)
_PEOPLE: Final = re.compile(r"\s*;\s*|\s+(?:and|&)\s+|\s*,\s+(?=[^,]+\s[^,]+)")
_LONGEST_NAME: Final = 80
_SITE: Final = re.compile(r"\s+(?:[|»·•]|[-–—]{1,2})\s+[^|»·•]*$")

Source = tuple[str, Callable[[Head], str]]


class OnPage(NamedTuple):
    """What stands on the page itself: its first heading, its bylines, its dates, and what its words are written in."""

    heading: str = ""
    bylines: Sequence[str] = ()
    dates: Sequence[str] = ()
    language: str = ""


class AboutPage(NamedTuple):
    """What a page says of itself; `issued` is EDTF, and `told` says of each field by what."""

    title: str | None
    authors: tuple[str, ...]
    publisher: str | None
    issued: str | None
    language: str | None
    told: tuple[Told, ...]


def _meta(by: str, *names: str) -> Source:
    return by, lambda head: head.first(*names)


def _linked(*fields: str) -> Source:
    def find(head: Head) -> str:
        if not head.linked:
            return ""
        return next((name for field in fields for name in names_in(head.linked.get(field))), "")

    return "JSON-LD", find


_OTHERS: Final = "other metadata"
_TITLES: Final = (
    _linked("headline", "name"),
    _meta("OpenGraph", "og:title"),
    _meta("Dublin Core", "dc.title", "dcterms.title"),
    _meta("Highwire tags", "citation_title"),
    _meta(_OTHERS, "twitter:title", "sailthru.title", "parsely-title"),
)
_PUBLISHERS: Final = (
    _linked("publisher", "sourceOrganization"),
    _meta("OpenGraph", "og:site_name"),
    _meta("Dublin Core", "dc.publisher", "dcterms.publisher"),
    _meta("Highwire tags", "citation_publisher", "citation_journal_title"),
    _meta(_OTHERS, "application-name", "publisher"),
)
_DATES: Final = (
    _linked("datePublished", "dateCreated"),
    _meta("OpenGraph", "article:published_time", "og:published_time", "og:article:published_time"),
    _meta(
        "Dublin Core",
        "dc.date.issued",
        "dcterms.issued",
        "dc.date",
        "dcterms.date",
        "dcterms.created",
        "dc.date.created",
    ),
    _meta("Highwire tags", "citation_publication_date", "citation_date", "citation_online_date"),
    _meta(
        _OTHERS, "datepublished", "date", "pubdate", "publishdate", "publish-date", "sailthru.date", "parsely-pub-date"
    ),
)
_LANGUAGES: Final = (
    _linked("inLanguage"),
    _meta("OpenGraph", "og:locale"),
    _meta("Dublin Core", "dc.language", "dcterms.language"),
    _meta("Highwire tags", "citation_language"),
    _meta(_OTHERS, "content-language", "language"),
)
_AUTHORS: Final[tuple[tuple[str, Callable[[Head], list[str]]], ...]] = (
    ("JSON-LD", lambda head: names_in(head.linked.get("author") or head.linked.get("creator"))),
    ("OpenGraph", lambda head: head.every("article:author", "og:article:author")),
    ("Dublin Core", lambda head: head.every("dc.creator", "dcterms.creator", "dc.contributor")),
    ("Highwire tags", lambda head: head.every("citation_author", "citation_authors")),
    (_OTHERS, lambda head: head.every("author", "parsely-author", "sailthru.author", "byl")),
)


def about_page(head: Head, page: OnPage, address: str | None) -> AboutPage:
    """Return what a page says of itself, each field from what is trusted most; what nothing tells is None."""
    title, title_by = _title(head, page)
    authors, authors_by = _authors(head, page)
    publisher, publisher_by = _first(head, _PUBLISHERS, str)
    if not publisher and (host := host_name(address or "")):
        publisher, publisher_by = host, ADDRESS
    issued, issued_by = _first(head, _DATES, date_in)
    if not issued:
        issued, issued_by = _dated(page, address or "")
    language, language_by = _first(head, _LANGUAGES, language_tag)
    if not language and (written := language_tag(head.language) or page.language):
        language, language_by = written, PAGE
    told = {"title": title_by, "authors": authors_by, "publisher": publisher_by, "issued": issued_by}
    return AboutPage(
        title=title or None,
        authors=authors,
        publisher=publisher or None,
        issued=issued or None,
        language=language or None,
        told=tuple(Told(field=field, by=by) for field, by in (told | {"language": language_by}).items() if by),
    )


def _first(head: Head, sources: Iterable[Source], read: Callable[[str], str]) -> tuple[str, str]:
    for by, find in sources:
        if (said := find(head)) and (found := read(said)):
            return found, by
    return "", ""


def _title(head: Head, page: OnPage) -> tuple[str, str]:
    """Return the title; one that only adds the site's name to the page's heading is that heading."""
    found, by = _first(head, _TITLES, str)
    if found:
        return found, by
    heading = one_line(page.heading)
    if heading and _SITE.sub("", head.title).casefold() == heading.casefold():
        return heading, PAGE
    return (head.title or heading), (PAGE if head.title or heading else "")


def _authors(head: Head, page: OnPage) -> tuple[tuple[str, ...], str]:
    for by, find in (*_AUTHORS, (PAGE, lambda _: list(page.bylines))):
        names = [name for text in find(head) for name in persons_in(text)]
        if names:
            return tuple(dict.fromkeys(names)), by
    return (), ""


def persons_in(text: str) -> list[str]:
    """Return the persons that a byline names; an address, a body, or what is too long for a name is none."""
    named = _BY.sub("", one_line(text)).strip(" ,;|·•-–—")
    people = _PEOPLE.split(named)
    return [name for one in people if (name := one.strip(" ,;|")) and _may_be_person(name)]


def _may_be_person(name: str) -> bool:
    letters = any(character.isalpha() for character in name)
    return letters and len(name) <= _LONGEST_NAME and "/" not in name and "@" not in name and not is_body(name)


def _dated(page: OnPage, address: str) -> tuple[str, str]:
    for text in page.dates:
        if found := date_in(text):
            return found, PAGE
    in_path = date_in_path(address)
    return in_path, ADDRESS if in_path else ""


def date_in(text: str) -> str:
    """Return the EDTF of a date as metadata write it, the day alone of a time; empty where it is none."""
    text = text.strip()
    if iso := _ISO.match(text):
        return "-".join(iso.groups())
    found = parse_date(text) if text else None
    return found if found and found[:4].isdecimal() else ""


def language_tag(text: str) -> str:
    """Return a language as BCP 47 writes it: `pt_br` is `pt-BR`; empty where it is none."""
    found = _LANGUAGE.match(text.strip())
    if found is None:
        return ""
    language, script, region = found.groups()
    return "-".join(filter(None, (language.lower(), (script or "").title(), (region or "").upper())))
