"""What a place is called, and which places lie beside it."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from sourcebook.publish.site import addresses
from sourcebook.publish.site.words import Words
from sourcebook.store.base import PageRow
from sourcebook.vocabulary.countries import country, neighbours


def place_name(place: str, words: Words, heading: str | None = None) -> str:
    """Return the everyday name of a place in a language, else what its page calls it, else the code.

    English names are our vocabulary's; those in other languages are of the Unicode CLDR, which Babel brings.
    """
    known = country(place)
    if known is None:
        return heading or place
    return known.name if words.language == "en" else _named_in(words.language).get(known.code, known.name)


@cache
def _named_in(language: str) -> dict[str, str]:
    # The names in English need no package beyond the base, which the command line has to do with.
    from babel import Locale, UnknownLocaleError

    try:
        return dict(Locale.parse(language, sep="-").territories)
    except (UnknownLocaleError, ValueError):
        return {}


def homes(rows: Iterable[PageRow]) -> dict[str, str]:
    """Return the address of each country with a page: of its main topic, else of the first sister topic that is held.

    The rows come as the archive lists them, the main topic of a country first.
    """
    found: dict[str, str] = {}
    for row in rows:
        found.setdefault(row.place, addresses.page(row.place, row.topic))
    return found


def formal_name(heading: str | None, name: str) -> tuple[str, ...]:
    """Return a page's own heading as a sentence where it says more than the everyday name."""
    return (f"{heading}.",) if heading and heading.casefold() != name.casefold() else ()


def beside(place: str) -> frozenset[str]:
    """Return the codes of the places that share a land border with this one."""
    return frozenset(neighbours(place))
