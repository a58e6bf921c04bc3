"""APA Style, 7th edition."""

from __future__ import annotations

from sourcebook.publish.cite.bylines import Byline, short_names, write_names
from sourcebook.publish.cite.datewords import AMERICAN_ORDER, DAY, MONTH, spell, years
from sourcebook.publish.cite.reference import Reference
from sourcebook.publish.cite.runs import Text, around, glue, italic, join, linked
from sourcebook.publish.cite.style import Mark, SortKey, Style, located, names_key, sortable
from sourcebook.publish.cite.titles import curl, set_title, title_case
from sourcebook.vocabulary.work_kinds import SERIAL

_NAMES = Byline(
    inverted="all", mark=". ", conjunction="&", comma="always", many=21, few=19, keeps_last=True, demotes_particle=False
)
_FULL_DATES = frozenset({"webpage", "article-newspaper", "article-magazine"})
_LOCATORS = {"paragraph": "para.", "page": "p."}


def _contained(reference: Reference) -> bool:
    return reference.type in SERIAL or (reference.type != "webpage" and bool(reference.container))


def _year(reference: Reference, mark: Mark) -> str:
    if reference.issued is None:
        return f"n.d.-{mark.letter}" if mark.letter else "n.d."
    circa = "ca. " if reference.issued.circa else ""
    return circa + years(reference.issued) + mark.letter


def _date(reference: Reference, mark: Mark) -> Text:
    day = spell(reference.issued, AMERICAN_ORDER.only(MONTH, DAY)) if reference.type in _FULL_DATES else ""
    return around("(", join(", ", _year(reference, mark), day), ")")


def _title(reference: Reference) -> Text:
    title = set_title(reference.title, slanted=not _contained(reference))
    described = join(" ", title, around("(", reference.edition, ")"))
    return join(" ", described, around("[", reference.genre, "]"))


def _source(reference: Reference) -> Text:
    container = curl(title_case(reference.container, reference.language))
    if reference.type == "webpage":
        return join(". ", reference.publisher, reference.archive, container)
    if reference.type in SERIAL:
        return join(". ", italic(container), reference.archive)
    inside = around("In ", italic(curl(reference.container)), "")
    return join(". ", inside, curl(reference.publisher), reference.archive)


def _address(reference: Reference) -> Text:
    if not reference.url or reference.issued is not None:
        return linked(reference.url)
    accessed = spell(reference.accessed, AMERICAN_ORDER)
    return glue("Retrieved ", f"{accessed}, " if accessed else "", "from ", linked(reference.url))


def _entry(reference: Reference, mark: Mark) -> Text:
    names = write_names(reference.names, _NAMES)
    title, date = _title(reference), _date(reference, mark)
    start = (names, date, title) if names else (title, date)
    return join(" ", glue(join(". ", *start, _source(reference)), "."), _address(reference))


def _in_text(reference: Reference, mark: Mark) -> Text:
    who = short_names(reference.names, conjunction="&", many=3) or set_title(
        reference.title, case=reference.language, quoted=_contained(reference), slanted=not _contained(reference)
    )
    return glue("(", join(", ", who, _year(reference, mark), located(reference, _LOCATORS)), ")")


def _order(reference: Reference) -> SortKey:
    title = sortable(reference.title)
    dated = reference.issued is not None
    return names_key(reference, with_particle=True) or title, dated, years(reference.issued), _day(reference), title


def _day(reference: Reference) -> str:
    """Return the date that works of one year are sorted by: only dates that are printed whole count."""
    parts = reference.issued.start if reference.issued and reference.type in _FULL_DATES else ()
    return "-".join(f"{unit:04d}" for unit in parts)


APA = Style(
    name="apa",
    title="APA Style, 7th edition",
    entry=_entry,
    in_text=_in_text,
    order=_order,
    letters=True,
    numbered=False,
)
