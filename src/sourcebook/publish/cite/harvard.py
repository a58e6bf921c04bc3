"""Harvard referencing as Cite Them Right, 12th edition, has it: British marks and dates."""

from __future__ import annotations

from sourcebook.publish.cite.bylines import Byline, short_names, write_names
from sourcebook.publish.cite.datewords import BRITISH_ORDER, DAY, MONTH, spell, years
from sourcebook.publish.cite.reference import Reference
from sourcebook.publish.cite.runs import Text, around, glue, italic, join, linked
from sourcebook.publish.cite.style import Mark, SortKey, Style, located, names_key, sortable
from sourcebook.publish.cite.titles import BRITISH, curl, set_title, title_case
from sourcebook.vocabulary.work_kinds import SERIAL

_NAMES = Byline(inverted="all", mark=".", comma="never", many=4, slanted_et_al=True, comma_before_et_al=False)
_LOCATORS = {"paragraph": "para.", "page": "p."}
_SLANTED = frozenset({"webpage", "report", "book"})


def _year(reference: Reference, mark: Mark) -> str:
    if reference.issued is None:
        return f"no date {mark.letter}".strip()
    return years(reference.issued) + mark.letter


def _title(reference: Reference) -> Text:
    if reference.type in _SLANTED:
        return join(". ", set_title(reference.title, slanted=True, shapes=BRITISH), reference.edition)
    return set_title(reference.title, quoted=True, shapes=BRITISH)


def _stand_in(reference: Reference) -> Text:
    """Return what stands in the place of the names: a newspaper's own title, else the work's."""
    if reference.type in SERIAL:
        return italic(curl(title_case(reference.container, reference.language), BRITISH))
    return _title(reference)


def _behind(reference: Reference) -> Text:
    if reference.type in SERIAL:
        return ()
    genre = reference.genre if reference.type == "report" else ""
    return join(". ", genre, join(": ", reference.place, curl(reference.publisher, BRITISH)))


def _access(reference: Reference) -> Text:
    if not reference.url:
        return ()
    seen = around(" (Accessed: ", spell(reference.accessed, BRITISH_ORDER), ")")
    return glue("Available at: ", linked(reference.url), seen)


def _entry(reference: Reference, mark: Mark) -> Text:
    serial = reference.type in SERIAL
    names = write_names(reference.names, _NAMES)
    unsigned_serial = serial and not names
    title = _title(reference) if names or serial else ()
    container = () if unsigned_serial else italic(curl(reference.container, BRITISH))
    start = join(" ", names or _stand_in(reference), f"({_year(reference, mark)})", join(", ", title, container))
    day = spell(reference.issued, BRITISH_ORDER.only(DAY, MONTH)) if _has_day(reference) else ""
    body = join(", ", join(". ", start, _behind(reference)), day)
    return glue(join(". ", body, _access(reference)), ".")


def _has_day(reference: Reference) -> bool:
    return reference.type in {"article-newspaper", "article-magazine"}


def _in_text(reference: Reference, mark: Mark) -> Text:
    who = short_names(reference.names, conjunction="and ", many=4, slanted=True) or _stand_in(reference)
    return glue("(", join(", ", who, _year(reference, mark), located(reference, _LOCATORS)), ")")


def _order(reference: Reference) -> SortKey:
    title = sortable(reference.title)
    stand_in = sortable(reference.container) if reference.type in SERIAL and reference.container else title
    return names_key(reference, with_particle=False) or stand_in, years(reference.issued) or "no date", title


HARVARD = Style(
    name="harvard",
    title="Harvard, Cite Them Right, 12th edition",
    entry=_entry,
    in_text=_in_text,
    order=_order,
    letters=True,
    numbered=False,
)
