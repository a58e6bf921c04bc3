"""Works as BibTeX that BibLaTeX reads whole: dates as EDTF, bodies kept in one piece, Unicode kept as it is."""

from __future__ import annotations

from collections.abc import Iterable

from sourcebook.model.cited import Cited
from sourcebook.publish.cite.reference import Reference, refer
from sourcebook.publish.cite.style import sortable
from sourcebook.segment.library.bibtex_item import csl_item
from sourcebook.segment.library.csl import beyond, natural
from sourcebook.segment.library.item import OURS, ours_as_text
from sourcebook.segment.library.mapping import written_kind
from sourcebook.vocabulary.author_names import Name
from sourcebook.vocabulary.cited_dates import When, either, write_edtf
from sourcebook.vocabulary.work_kinds import kind_of

_CONTAINERS = {"article": "journaltitle", "online": "organization"}
_SPECIAL = str.maketrans(
    {character: f"\\{character}" for character in "&%$#_"}
    | {
        # Readers count braces even after a backslash, so a lone one is named and not escaped.
        "{": "\\textbraceleft{}",
        "}": "\\textbraceright{}",
        "\\": "\\textbackslash{}",
        "~": "\\textasciitilde{}",
        "^": "\\textasciicircum{}",
    }
)
_IN_ADDRESSES = str.maketrans({"{": "%7B", "}": "%7D", "\\": "%5C", " ": "%20"})


def escape(text: str) -> str:
    """Return a text in which nothing is a command, its white space folded."""
    return " ".join(text.split()).translate(_SPECIAL)


def key(reference: Reference) -> str:
    """Return a work's key: who, the year, and the identifier, so that it is the same in every list."""
    who = sortable(reference.names[0].family or reference.names[0].literal if reference.names else reference.container)
    words = who.removeprefix("the ").split()
    first = "".join(character for character in "".join(words[:1]) if character.isascii())
    year = str(reference.issued.common[0]) if reference.issued and reference.issued.common else ""
    return f"{first}{year}-{reference.id}" if first or year else reference.id


def _name(name: Name) -> str:
    if name.literal:
        return "{" + escape(name.literal) + "}"
    family = escape(name.family)
    head = " ".join(part for part in (escape(name.particle), f"{{{family}}}" if " " in family else family) if part)
    return ", ".join(part for part in (head, escape(name.suffix), escape(name.given)) if part)


def _date(when: When | None) -> str:
    if when is None:
        return ""
    if when.literal is not None or (when.choices and not when.common):
        return ""
    return write_edtf(When(start=when.common, end=when.end, season=when.season, circa=when.circa)) or ""


def _note(reference: Reference) -> str:
    issued = reference.issued
    unsure = (issued.literal or (either(issued) if issued.choices else "")) if issued else ""
    notes = [f"Dated {unsure}" if unsure else "", f"Archived copy: {reference.archive}" if reference.archive else ""]
    return "; ".join(note for note in notes if note)


def _fields(reference: Reference, entry_type: str) -> dict[str, str]:
    title = escape(reference.title)
    return {
        "author": " and ".join(_name(name) for name in reference.names),
        "title": f"{{{title}}}" if title else "",
        _CONTAINERS.get(entry_type, "booktitle"): escape(reference.container),
        "institution" if entry_type == "report" else "publisher": escape(reference.publisher),
        "location": escape(reference.place),
        "edition": escape(reference.edition),
        "type": escape(reference.genre),
        "entrysubtype": reference.type.removeprefix("article-") if entry_type == "article" else "",
        "date": _date(reference.issued),
        "url": reference.url.translate(_IN_ADDRESSES),
        "urldate": _date(reference.accessed),
        "origdate": _date(reference.first_issued),
        "archive": escape(reference.held_by),
        "archivelocation": escape(reference.held_at),
        "language": escape(reference.language),
        "note": escape(_note(reference)),
    }


def write_entry(cited: Cited) -> str:
    """Return one work as an entry; what BibLaTeX has no field for stands in one of our own."""
    reference = refer(cited)
    entry_type = written_kind("bibtex", kind_of(cited.work), reference.type)
    fields = {name: value for name, value in _fields(reference, entry_type).items() if value}
    if lost := beyond(cited, natural(csl_item(entry_type, "", fields))):
        fields[OURS] = ours_as_text(lost)
    lines = "".join(f"  {name} = {{{value}}},\n" for name, value in fields.items())
    return f"@{entry_type}{{{key(reference)},\n{lines}}}\n"


def write_bibtex(works: Iterable[Cited]) -> str:
    """Return works as a BibTeX file, each work once."""
    return "\n".join({work.work.id: write_entry(work) for work in works}.values())
