"""The kinds of packs and the formats in which each is written."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from sourcebook.errors import UsageError
from sourcebook.model import Value
from sourcebook.publish.packs.asked import Asked
from sourcebook.publish.packs.brief import brief
from sourcebook.publish.packs.docx import to_docx
from sourcebook.publish.packs.html import to_html
from sourcebook.publish.packs.pack import Pack
from sourcebook.publish.packs.pdf import to_pdf
from sourcebook.publish.packs.teacher import teacher
from sourcebook.publish.packs.term_paper import term_paper

KINDS: Mapping[str, Callable[[Asked], Pack]] = {"term-paper": term_paper, "teacher": teacher, "brief": brief}


class Written(Value, frozen=True):
    """A pack as a file, and what could not be set in it."""

    content: bytes
    unset: frozenset[str] = frozenset()


class PackFormat(Value, frozen=True):
    """A format: what it is called, how it is served, and the function that writes a pack; `needs` is its package."""

    title: str
    media_type: str
    write: Callable[[Pack, str], Written]
    needs: str = ""


def _pdf(pack: Pack, _: str) -> Written:
    made = to_pdf(pack)
    return Written(content=made.content, unset=made.unset)


FORMATS: Mapping[str, PackFormat] = {
    "html": PackFormat(
        title="HTML", media_type="text/html", write=lambda pack, leave: Written(content=to_html(pack, leave))
    ),
    "docx": PackFormat(
        title="DOCX",
        media_type="application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        write=lambda pack, _: Written(content=to_docx(pack)),
        needs="docx",
    ),
    "pdf": PackFormat(title="PDF", media_type="application/pdf", write=_pdf, needs="typst"),
}


def find_kind(name: str) -> Callable[[Asked], Pack]:
    """Return the function that makes a kind of pack; raises UsageError with every kind where there is none."""
    if name not in KINDS:
        raise UsageError(f"There is no pack {name!r}.", next_step=f"Choose one of: {', '.join(KINDS)}.")
    return KINDS[name]


def find_pack_format(ending: str) -> PackFormat:
    """Return the format of a file's ending; raises UsageError with every ending where there is none."""
    found = FORMATS.get(ending.lower().lstrip("."))
    if found is None:
        known = ", ".join(f".{name}" for name in FORMATS)
        raise UsageError(f"A pack cannot be written as {ending!r}.", next_step=f"Name the file with one of: {known}.")
    return found
