"""The MLA Handbook, 9th edition."""

from __future__ import annotations

from sourcebook.publish.cite.bylines import Byline, short_names, write_names
from sourcebook.publish.cite.datewords import MLA_ORDER, MONTH, YEAR, spell, years
from sourcebook.publish.cite.reference import Reference
from sourcebook.publish.cite.runs import Text, around, glue, italic, join, linked
from sourcebook.publish.cite.style import Mark, SortKey, Style, located, names_key, sortable
from sourcebook.publish.cite.titles import curl, set_title, title_case
from sourcebook.vocabulary.work_kinds import SERIAL

_NAMES = Byline(inverted="first", comma="always", many=3)
_LOCATORS = {"paragraph": "par.", "page": ""}


def _title(reference: Reference) -> Text:
    quoted = bool(reference.container) and reference.type != "book"
    return set_title(reference.title, case=reference.language, quoted=quoted, slanted=not quoted)


def _date(reference: Reference) -> str:
    issued = reference.issued
    if issued is None:
        return ""
    if reference.type == "book":
        return f"[{years(issued)}?]" if issued.circa else years(issued)
    if reference.type == "article-journal":
        month = spell(issued, MLA_ORDER.only(MONTH, YEAR))
        return f"[{month}?]" if issued.circa else month
    return ("Circa " if issued.circa else "") + spell(issued, MLA_ORDER)


def _container(reference: Reference) -> Text:
    serial = reference.type in SERIAL
    title = italic(curl(title_case(reference.container, reference.language)))
    place = around("[", reference.place, "]") if serial else ()
    behind = "" if serial else curl(reference.publisher or reference.place)
    return join(
        ", ",
        join(" ", title, place),
        reference.edition,
        behind,
        _date(reference),
        reference.archive,
        linked(reference.url),
    )


def _entry(reference: Reference, _: Mark) -> Text:
    accessed = spell(reference.accessed, MLA_ORDER) if reference.issued is None else ""
    names = write_names(reference.names, _NAMES)
    seen = around("Accessed ", accessed, "")
    return glue(join(". ", names, _title(reference), reference.genre, _container(reference), seen), ".")


def _in_text(reference: Reference, _: Mark) -> Text:
    who = short_names(reference.names, conjunction="and", many=3) or _title(reference)
    by_page = reference.locator is not None and reference.locator.label == "page"
    return glue("(", join(" " if by_page else ", ", who, located(reference, _LOCATORS)), ")")


def _order(reference: Reference) -> SortKey:
    title = sortable(reference.title)
    return names_key(reference, with_particle=True) or title, title, _date(reference)


MLA = Style(
    name="mla",
    title="MLA Handbook, 9th edition",
    entry=_entry,
    in_text=_in_text,
    order=_order,
    repeated="———",
    numbered=False,
)
