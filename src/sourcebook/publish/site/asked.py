"""What a search form sent, made into a value: whatever stands in an address, only what makes sense is taken."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec

from sourcebook.model import Value
from sourcebook.publish.site import addresses
from sourcebook.store.match import Filters

LONGEST = 400
LAST_PAGE = 50
STRAIGHT = str.maketrans("“”„‟«»", '"' * 6)


class Asked(Value, frozen=True):
    """Words and filters; an empty text lets everything pass. Years are four figures."""

    q: str = ""
    place: str = ""
    publisher: str = ""
    section: str = ""
    first: str = ""
    last: str = ""
    page: int = 1

    def __bool__(self) -> bool:
        return bool(self.q) or self.is_filtered

    @property
    def is_filtered(self) -> bool:
        """Whether any filter is set."""
        return any((self.place, self.publisher, self.section, self.first, self.last))

    @property
    def typed(self) -> str:
        """The words with straight quotation marks, as a search takes them; telephones type curled ones."""
        return self.q.translate(STRAIGHT)

    def filters(self) -> Filters:
        """Return the filters as a search takes them."""
        first, last = (int(year) if year else None for year in (self.first, self.last))
        return Filters(
            places=_one(self.place),
            publishers=_one(self.publisher),
            sections=_one(self.section),
            years=(first, last) if first or last else None,
        )

    def turned_to(self, page: int) -> str:
        """Return the address of another page of the same search."""
        given = {name: str(value) for name, value in msgspec.structs.asdict(self).items() if name != "page"}
        return addresses.search(**given, page=str(page) if page > 1 else "")


def asked_from(parameters: Mapping[str, str]) -> Asked:
    """Read a form: texts are cut to a length, a year or page number that is none is left out."""
    page = parameters.get("page", "")
    return Asked(
        q=_text(parameters, "q"),
        place=_text(parameters, "place").upper(),
        publisher=_text(parameters, "publisher"),
        section=_text(parameters, "section"),
        first=year_in(parameters.get("first", "")),
        last=year_in(parameters.get("last", "")),
        page=min(max(int(page), 1), LAST_PAGE) if page.isascii() and page.isdigit() and len(page) < 4 else 1,
    )


def _one(value: str) -> tuple[str, ...]:
    return (value,) if value else ()


def _text(parameters: Mapping[str, str], name: str) -> str:
    return " ".join(parameters.get(name, "").split())[:LONGEST].strip()


def year_in(text: str) -> str:
    """Return a year of four figures; empty where the text is none."""
    return text if len(text) == 4 and text.isascii() and text.isdigit() else ""
