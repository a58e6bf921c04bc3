"""The Chicago Manual of Style, 18th edition, author-date."""

from __future__ import annotations

import msgspec

from sourcebook.publish.cite.bylines import Byline, short_names, write_names
from sourcebook.publish.cite.datewords import AMERICAN_ORDER, DAY, MONTH, spell, years
from sourcebook.publish.cite.reference import Reference
from sourcebook.publish.cite.runs import Text, around, glue, italic, join, linked, plain
from sourcebook.publish.cite.style import Mark, SortKey, Style, located, names_key, sortable
from sourcebook.publish.cite.titles import curl, set_title, title_case
from sourcebook.vocabulary.work_kinds import SERIAL

_NAMES = Byline(inverted="first", comma="inverted", many=7, few=3, demotes_particle=True)
_LOCATORS = {"paragraph": "para.", "page": ""}
_FULL_DATES = frozenset({"webpage", *SERIAL})
_STAND_INS = frozenset({"webpage", "entry-encyclopedia", *SERIAL})


def _stands_in(reference: Reference) -> bool:
    """Tell whether the newspaper, site or reference work stands in the author's place."""
    return reference.type in _STAND_INS and bool(reference.container) and not reference.names


def _year(reference: Reference, mark: Mark) -> str:
    if reference.issued is None:
        return f"n.d.-{mark.letter}" if mark.letter else "n.d."
    year = years(reference.issued)
    return (f"[{year}?]" if reference.issued.circa else year) + mark.letter


def _container(reference: Reference) -> Text:
    """Return the container, a site upright and others in italics, a newspaper with its place."""
    name = curl(title_case(reference.container, reference.language))
    title = plain(name) if reference.type == "webpage" else italic(name)
    return join(" ", title, around("(", reference.place, ")") if reference.type in SERIAL else ())


def _title(reference: Reference) -> Text:
    quoted = reference.type == "webpage" or (bool(reference.container) and reference.type != "book")
    # The style leaves an unsigned entry of a reference work in the case in which it stands.
    as_it_stands = _stands_in(reference) and reference.type == "entry-encyclopedia"
    case = None if as_it_stands else reference.language
    return set_title(reference.title, case=case, quoted=quoted, slanted=not quoted)


def _source(reference: Reference) -> Text:
    full = reference.type in _FULL_DATES or _stands_in(reference)
    day = spell(reference.issued, AMERICAN_ORDER.only(MONTH, DAY)) if full else ""
    container = () if _stands_in(reference) else _container(reference)
    behind = curl(reference.publisher or reference.place)
    if reference.type == "webpage":
        return join(", ", container, behind, day)
    if reference.type in SERIAL:
        return join(", ", container, day)
    return join(". ", around("In ", container, ""), behind, day)


def _entry(reference: Reference, mark: Mark) -> Text:
    names = _container(reference) if _stands_in(reference) else write_names(reference.names, _NAMES)
    title, year = _title(reference), _year(reference, mark)
    start = (names, year, title) if names else (title, year)
    accessed = "" if reference.issued or not reference.url else spell(reference.accessed, AMERICAN_ORDER)
    seen = around("Accessed ", accessed, "")
    rest = (reference.genre, reference.edition, _source(reference), reference.archive, seen, linked(reference.url))
    return glue(join(". ", *start, *rest), ".")


def _in_text(reference: Reference, mark: Mark) -> Text:
    container = msgspec.structs.replace(reference, place="") if _stands_in(reference) else None
    who = (
        (_container(container) if container else ())
        or short_names(reference.names, conjunction="and", many=3)
        or _title(reference)
    )
    year = _year(reference, mark)
    cited = join(", " if reference.issued is None else " ", who, year)
    where = located(reference, _LOCATORS) or (_title(reference) if _is_entry(reference) else ())
    return glue("(", join(", ", cited, where), ")")


def _is_entry(reference: Reference) -> bool:
    """Tell whether the sentence has to name the entry, since only the reference work stands before its year."""
    return reference.type == "entry-encyclopedia" and _stands_in(reference)


def _order(reference: Reference) -> SortKey:
    title = sortable(reference.title)
    names = names_key(reference, with_particle=False)
    if _stands_in(reference):
        names = sortable(reference.container)
    return names or title, reference.issued is None, years(reference.issued), title


CHICAGO = Style(
    name="chicago",
    title="Chicago Manual of Style, 18th edition, author-date",
    entry=_entry,
    in_text=_in_text,
    order=_order,
    letters=True,
    numbered=False,
)
