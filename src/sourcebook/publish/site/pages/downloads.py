"""The files that reference managers read: a work, a country page itself, or its reading list."""

from __future__ import annotations

from sourcebook.errors import NotFound
from sourcebook.model import Value
from sourcebook.publish.cite import Cited, Format, find_cited, page_formats, reading_list
from sourcebook.publish.site.pages.cite import LIST_FILE, PAGE_FILE, itself, page_of
from sourcebook.publish.site.pages.entry import CITATION_FILE
from sourcebook.publish.site.site_page import Site
from sourcebook.store.base import View


class Download(Value, frozen=True):
    """A file as it is sent."""

    content: bytes
    media_type: str
    name: str


def citation_file(view: View, site: Site, work_id: str, file: str) -> Download:  # noqa: ARG001 - as every other file
    """Return a work for a reference manager; NotFound for an unknown work or file."""
    _, form = _wanted(file, (CITATION_FILE,))
    if not view.work(work_id):
        raise NotFound("There is no such entry.", where=work_id)
    return _download(find_cited(view, work_id), form, work_id)


def page_file(view: View, site: Site, place: str, file: str, topic: str | None = None) -> Download:
    """Return a country page or its reading list for a reference manager; NotFound for an unknown page or file."""
    what, form = _wanted(file, (PAGE_FILE, LIST_FILE))
    page = page_of(view, place, topic)
    works = reading_list(view, place, topic) if what == LIST_FILE else (itself(page, site),)
    return _download(works, form, "-".join(filter(None, (place, topic, what))))


def _wanted(file: str, names: tuple[str, ...]) -> tuple[str, Format]:
    name, _, extension = file.partition(".")
    form = next((form for form in page_formats() if form.extension == extension), None)
    if form is None or name not in names:
        raise NotFound("There is no such file.", where=file)
    return name, form


def _download(works: tuple[Cited, ...], form: Format, name: str) -> Download:
    return Download(content=form.write(works).encode(), media_type=form.media_type, name=f"{name}.{form.extension}")
