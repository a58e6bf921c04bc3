"""The works of a library on the pages of the countries that they are about."""

from __future__ import annotations

from collections.abc import Iterator

from sourcebook.errors import InputRefused
from sourcebook.model import Document, Entry, Page, Passage, Problem
from sourcebook.model.cited import Library, LibraryItem
from sourcebook.model.identity import passage_id
from sourcebook.vocabulary.about_countries import Part, countries_about
from sourcebook.vocabulary.countries import country

COLLECTION = "Reference library"
_MOST_PLACES = 5
_MOST_TOLD = 5


def library_pages(library: Library, document: Document, *, name: str, place: str | None = None) -> tuple[Page, ...]:
    """Return a page for each country, with the works that are about it, in the order of the codes.

    `name` is what the library is called, `place` where works go that name no country. Those that name none and were
    told none, and those without a title, stand on no page and are told as problems of the first page.
    Raises InputRefused where no work has a place.
    """
    placed: dict[str, list[Entry]] = {}
    untitled, homeless = 0, []
    for item in library.items:
        if not item.cited.work.title.strip():
            untitled += 1
            continue
        codes = places_of(item) or ((place,) if place else ())
        if not codes:
            homeless.append(item.cited.work.title)
        for code in codes:
            placed.setdefault(code, []).append(_entry(item, document.text))
    if not placed:
        raise InputRefused(
            f"No work of this {library.form} file names a country.",
            next_step="Name it: sourcebook add --place COUNTRY FILE",
        )
    problems = (*library.problems, *_left_out(untitled, homeless))
    first = min(placed)
    return tuple(
        Page(
            place=code,
            heading=known.name if (known := country(code)) else code,
            collection=f"{COLLECTION}: {name}",
            entries=tuple(entries),
            problems=problems if code == first else (),
        )
        for code, entries in sorted(placed.items())
    )


def places_of(item: LibraryItem) -> tuple[str, ...]:
    """Return the countries that an item is about: those its title names, else its keywords, else most in its text.

    An item that an archive like this one wrote goes where it stood there.
    """
    work = item.cited.work
    if item.cited.place and country(item.cited.place):
        return (item.cited.place,)
    for texts in ((work.title,), item.keywords):
        if named := countries_about(Part(text) for text in texts):
            return tuple(one.code for one in named[:_MOST_PLACES])
    named = countries_about(Part(text) for text in (item.abstract or "", *item.notes, work.container or ""))
    return (named[0].code,) if named else ()


def _left_out(untitled: int, homeless: list[str]) -> Iterator[Problem]:
    if untitled:
        yield Problem(what=f"{untitled} works have no title and were left out.")
    if homeless:
        some = "; ".join(homeless[:_MOST_TOLD]) + ("; …" if len(homeless) > _MOST_TOLD else "")
        yield Problem(what=f"{len(homeless)} works name no country and were left out (--place places them): {some}")


def _entry(item: LibraryItem, text: str) -> Entry:
    work = item.cited.work
    start, end = _place(text, work.title, item)
    title = Passage(
        id=passage_id(work.id, work.title, 0), text=work.title, start=start, end=end, ordinal=1, role="title"
    )
    urls = (work.url, *(visit.address for visit in item.cited.visits))
    return Entry(
        work=work,
        start=item.start,
        end=item.end,
        title_passage=title,
        visits=item.cited.visits,
        passages=tuple(_passages(item, text)),
        urls=tuple(dict.fromkeys(url for url in urls if url)),
        archived_copy_noted=any(visit.outcome == "archived_elsewhere" for visit in item.cited.visits),
    )


def _passages(item: LibraryItem, text: str) -> Iterator[Passage]:
    """Yield what the abstract quotes of the work, then what the library's keeper notes of it."""
    work, seen = item.cited.work, {item.cited.work.title}
    told = [("quoted", item.abstract), *(("note", note) for note in item.notes)]
    ordinal = 0
    for kind, said in told:
        for paragraph in filter(None, (one.strip() for one in (said or "").split("\n"))):
            if paragraph in seen:
                continue
            seen.add(paragraph)
            ordinal += 1
            start, end = _place(text, paragraph, item)
            yield Passage(
                id=passage_id(work.id, paragraph, 0),
                text=paragraph,
                start=start,
                end=end,
                ordinal=ordinal,
                kind="quoted" if kind == "quoted" else "note",
            )


def _place(text: str, words: str, item: LibraryItem) -> tuple[int, int]:
    """Return where an item says some words, or the item's own span where they are written in another way."""
    at = text.find(words, item.start, item.end)
    return (at, at + len(words)) if at >= 0 else (item.start, item.end)
