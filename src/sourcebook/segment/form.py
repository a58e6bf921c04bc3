"""A page in the published form: plain JSON values, one dictionary an entry."""

from __future__ import annotations

from typing import Any

from sourcebook.model import Document, Entry, Extract, Page, Passage
from sourcebook.vocabulary.credits import read_credit
from sourcebook.vocabulary.edtf import read_edtf

_STARTS = 60


def page_form(page: Page, document: Document) -> dict[str, Any]:
    """Return a page as `sourcebook segment --json` prints it; `document` is what it was read from."""
    return {
        "place": page.place,
        "heading": page.heading,
        "collection": page.collection,
        "topic": page.topic,
        "covers": list(page.covers) if page.covers else None,
        "page_address": page.address,
        "tagline": page.tagline,
        "background": _background(page.background),
        "summary": _summary(page.summary),
        "caution": page.caution is not None,
        "study_themes": list(page.study_themes),
        "teacher_resources": page.teachers_text is not None,
        "help": [
            _without_nothing({"name": h.name, "phones": list(h.phones), "country_code": h.country_code})
            for h in page.help
        ],
        "rights": page.rights,
        "cite_as": {"author": page.cite_as.author, "title": page.cite_as.title} if page.cite_as else None,
        "menu": list(page.menu),
        "entries": [_entry(entry, document) for entry in page.entries],
        "unplaced": [document.text[span.start : span.end] for span in page.unplaced],
        "problems": [problem.what for problem in page.problems],
        "spans": [{"start": span.start, "end": span.end, "role": span.role} for span in page.spans],
    }


def _without_nothing(fields: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in fields.items() if value not in (None, [], False)}


def _background(extract: Extract | None) -> dict[str, Any] | None:
    if extract is None:
        return None
    year = extract.work.issued[:4] if extract.work.issued else None
    return {"passages": len(extract.passages), "source": extract.work.title or None, "year": year}


def _summary(extract: Extract | None) -> dict[str, Any] | None:
    if extract is None:
        return None
    return {"source": extract.work.title or None, "published": extract.work.issued, "passages": len(extract.passages)}


def _entry(entry: Entry, document: Document) -> dict[str, Any]:
    work = entry.work
    published, alternatives = _dates(work.issued)
    always = {
        "section": entry.section,
        "title": work.title,
        "credit": work.credit or None,
        "accessed": [visit.when for visit in entry.visits if visit.when],
        "first_passage_starts": _as_printed(entry.passages[0], document)[:_STARTS] if entry.passages else "",
        "passages": len(entry.passages),
        "author": read_credit(work.credit, title=work.title).author if work.credit else None,
        "publisher": work.publisher,
        "place": work.publisher_place,
        "published": published,
        "headings": list(entry.headings),
    }
    numbers = [passage.paragraph_number for passage in entry.passages if passage.paragraph_number]
    odd = [visit.as_written for visit in entry.visits if visit.as_written and visit.when]
    sometimes = {
        "published_ambiguous": alternatives,
        "accessed_as_written": odd,
        "urls": list(entry.urls),
        "archived_copy_noted": entry.archived_copy_noted,
        "access_date_unavailable": entry.access_date_unavailable,
        "source_link_missing": entry.source_link_missing,
        "format_noted": entry.format_noted,
        "about_other_place": entry.about_other_place,
        "paragraph_numbers": numbers,
        "container": work.container,
    }
    return always | _without_nothing(sometimes)


def _dates(issued: str | None) -> tuple[str | None, list[str]]:
    """Return a date, or its alternatives where it may be one of several."""
    if not issued:
        return None, []
    found = read_edtf(issued)
    if found is not None and found.how == "either":
        return None, issued.strip("[]").split(",")
    return issued, []


def _as_printed(passage: Passage, document: Document) -> str:
    """Return a passage with its bullet, as the page prints it."""
    if not passage.item:
        return passage.text
    mark = document.text[max(0, passage.start - 6) : passage.start].rsplit("\n", 1)[-1].strip()
    return f"{mark} {passage.text}" if mark else passage.text
