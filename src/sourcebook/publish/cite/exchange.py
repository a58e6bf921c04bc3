"""The formats in which works are handed to other programs."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

import msgspec

from sourcebook.errors import UsageError
from sourcebook.model import Value
from sourcebook.model.cited import Cited
from sourcebook.publish.cite.bibtex import write_bibtex
from sourcebook.publish.cite.csl import to_csl
from sourcebook.publish.cite.ris import write_ris
from sourcebook.publish.cite.zotero import write_zotero


class Format(Value, frozen=True):
    """A format: how it is called, served and saved, and the function that writes works in it.

    `on_pages` is false where the pages of the site do not offer it.
    """

    name: str
    title: str
    media_type: str
    extension: str
    write: Callable[[Iterable[Cited]], str]
    on_pages: bool = True


def write_csl(works: Iterable[Cited]) -> str:
    """Return works as a CSL-JSON list, each work once."""
    items = list({work.work.id: to_csl(work) for work in works}.values())
    return msgspec.json.format(msgspec.json.encode(items), indent=2).decode() + "\n"


FORMATS: Mapping[str, Format] = {
    "csl": Format(
        name="csl",
        title="CSL-JSON",
        media_type="application/vnd.citationstyles.csl+json",
        extension="json",
        write=write_csl,
    ),
    "bibtex": Format(
        name="bibtex", title="BibTeX", media_type="application/x-bibtex", extension="bib", write=write_bibtex
    ),
    "ris": Format(
        name="ris", title="RIS", media_type="application/x-research-info-systems", extension="ris", write=write_ris
    ),
    "zotero": Format(
        name="zotero",
        title="Zotero JSON",
        media_type="application/json",
        extension="zotero.json",
        write=write_zotero,
        on_pages=False,
    ),
}


def formats() -> Mapping[str, Format]:
    """Return the formats by name."""
    return FORMATS


def page_formats() -> tuple[Format, ...]:
    """Return the formats that the pages of the site offer."""
    return tuple(form for form in FORMATS.values() if form.on_pages)


def find_format(name: str, known: Mapping[str, Format] = FORMATS) -> Format:
    """Return the format of a name; raises UsageError with every name there is where it is unknown."""
    found = known.get(name.strip().lower())
    if found is None:
        raise UsageError(f"There is no format {name!r}.", next_step=f"Choose one of: {', '.join(known)}.")
    return found
