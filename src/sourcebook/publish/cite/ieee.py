"""The IEEE Reference Guide of 2023."""

from __future__ import annotations

from sourcebook.publish.cite.bylines import Byline, write_names
from sourcebook.publish.cite.datewords import IEEE_ORDER, MONTH, YEAR, spell, years
from sourcebook.publish.cite.reference import Reference
from sourcebook.publish.cite.runs import Text, around, glue, italic, join, linked, plain
from sourcebook.publish.cite.style import Mark, Style, located
from sourcebook.publish.cite.titles import curl, set_title

_NAMES = Byline(inverted="none", mark=". ", many=7, slanted_et_al=True, comma_before_et_al=False)
_LOCATORS = {"paragraph": "Para.", "page": "p."}


def _date(reference: Reference) -> str:
    if reference.type == "book":
        return years(reference.issued)
    if reference.type in {"report", "article-journal"}:
        return spell(reference.issued, IEEE_ORDER.only(MONTH, YEAR))
    return spell(reference.issued, IEEE_ORDER)


def _access(reference: Reference) -> Text:
    if not reference.url:
        return ()
    seen = around("Accessed: ", spell(reference.accessed, IEEE_ORDER), "")
    # The style says [Online] of other than web pages only beside a date of access.
    online = "[Online]" if seen or reference.type == "webpage" else ""
    return join(". ", seen, online, glue("Available: ", linked(reference.url)))


def _body(reference: Reference) -> Text:
    title = set_title(reference.title, quoted=reference.type != "book", slanted=reference.type == "book")
    container = curl(reference.container)
    behind = join(", ", curl(reference.publisher), reference.place)
    if reference.type == "webpage":
        return join(", ", title, container)
    if reference.type == "report":
        return join(", ", title, behind, reference.genre, _date(reference))
    if reference.type in {"article-newspaper", "article-magazine"}:
        return join(", ", title, italic(container), behind, _date(reference))
    if reference.type == "article-journal":
        return join(", ", title, italic(container), _date(reference))
    if reference.type == "book":
        made = join(": ", reference.place, curl(reference.publisher))
        return join(". ", join(", ", title, reference.edition), join(", ", made, _date(reference)))
    return join(". ", join(", ", title, italic(container)), join(", ", behind, _date(reference)))


def _entry(reference: Reference, mark: Mark) -> Text:
    names, body, access = write_names(reference.names, _NAMES), _body(reference), _access(reference)
    end = "," if reference.type == "article-journal" and access else "."
    closed = glue(body, end) if body else ()
    cited = join(" ", glue(names, ", ") if names else (), closed)
    return join(" ", f"[{mark.number}]", cited, access)


def _in_text(reference: Reference, mark: Mark) -> Text:
    return plain("[" + ", ".join(part for part in (str(mark.number), located(reference, _LOCATORS)) if part) + "]")


IEEE = Style(name="ieee", title="IEEE Reference Guide, 2023", entry=_entry, in_text=_in_text)
