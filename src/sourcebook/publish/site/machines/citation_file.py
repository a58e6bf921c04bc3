"""How to cite the archive, as a `CITATION.cff` that reference managers and repositories read.

The format is that of the Citation File Format 1.2.0. Every text is written as a JSON string, which YAML reads as it is.
"""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from sourcebook.publish.site.licence import licence_address, licence_name
from sourcebook.publish.site.pages.downloads import Download
from sourcebook.publish.site.site_page import Site
from sourcebook.store.base import View

NAME = "CITATION.cff"
MEDIA_TYPE = "application/yaml"


def citation_cff(view: View, site: Site) -> Download:  # noqa: ARG001 - as every other file
    """Return the citation of the archive as it stands on its day."""
    text = "".join(f"{line}\n" for line in _lines(site))
    return Download(content=text.encode(), media_type=MEDIA_TYPE, name=NAME)


def _lines(site: Site) -> Iterator[str]:
    settings, words = site.settings, site.words
    yield "cff-version: 1.2.0"
    yield f"message: {_text(words.say('If you use this archive, cite it, and the works that it quotes.'))}"
    yield "type: dataset"
    yield f"title: {_text(site.title)}"
    yield "authors:"
    yield f"  - name: {_text(settings.owner or site.title)}"
    yield "keywords:"
    yield f"  - {_text(words.say('human trafficking'))}"
    if site.as_of:
        yield f"version: {_text(site.as_of)}"
        yield f"date-released: {_text(site.as_of)}"
    if site.address:
        yield f"url: {_text(site.absolute('/'))}"
    if licence_name(settings.licence):
        yield f"license: {_text(licence_name(settings.licence))}"
    elif settings.licence:
        yield f"license-url: {_text(licence_address(settings.licence))}"


def _text(text: str) -> str:
    return msgspec.json.encode(" ".join(text.split())).decode().replace("\x7f", "\\u007f")
