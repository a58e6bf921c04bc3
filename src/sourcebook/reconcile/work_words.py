"""A cited work as what can be compared: the telling words of its title, its numbers, its address and its publisher."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from urllib.parse import unquote, urlsplit

from sourcebook.model import Value
from sourcebook.model.citing import Cited
from sourcebook.vocabulary.countries import countries_in
from sourcebook.vocabulary.folding import fold
from sourcebook.vocabulary.title_words import title_words

_WORD = re.compile(r"[^\W_]+")
_SUBTITLE = re.compile(r"\s*(?::|\s[-\u2013\u2014]|[.?!](?=\s)|\u2013|\u2014)\s*")
_INDEX = re.compile(r"/(?:index|default|home)\.\w{2,5}$")
_SESSION = re.compile(r"^(?:utm_\w+|sid|session\w*|phpsessid)=", re.IGNORECASE)
_ARCHIVED = re.compile(r"^https?://web\.archive\.org/web/\d+[a-z_]*/(?=https?://)")
_LEAST_MAIN = 2
_ROMAN = frozenset(["ii", "iii", "iv", "vi", "vii", "viii", "ix", "xi", "xii"])


class Words(Value, frozen=True, kw_only=True):
    """What is compared: `main` are the title's words before a subtitle, `whole` all of them, in their order.

    `numbers` are those of the title, `address` where the work stood without what changes between visits, empty where
    that is no more than a host.
    """

    main: tuple[str, ...]
    whole: tuple[str, ...]
    numbers: frozenset[str]
    countries: frozenset[str]
    address: str
    host: str
    publisher: tuple[str, ...]
    authors: tuple[str, ...]
    issued: str


@lru_cache(maxsize=65536)
def words_of(cited: Cited) -> Words:
    """Return what is compared of a cited work."""
    whole = tuple(_telling(cited.title))
    main = tuple(_telling(_SUBTITLE.split(cited.title.strip(" \u201c\u201d\"'"), maxsplit=1)[0]))
    address, host = _address(cited.url or "")
    return Words(
        main=main if len(main) >= _LEAST_MAIN else whole,
        whole=whole,
        numbers=frozenset(word for word in whole if word.isdigit() or word in _ROMAN),
        countries=frozenset(match.code for match in countries_in(cited.title)),
        address=address,
        host=host,
        publisher=tuple(_telling(cited.publisher or "")),
        authors=tuple(_surname(name) for name in cited.authors),
        issued=(cited.issued or "").lstrip("["),
    )


def _telling(text: str) -> Iterator[str]:
    known = title_words()
    for word in _WORD.findall(fold(text).text.casefold()):
        if word not in known.little:
            yield known.spellings.get(word, word)


def _surname(name: str) -> str:
    """Return the surname of a person: what stands before the comma, else the last word."""
    before = name.partition(",")[0] if "," in name else (name.split() or [""])[-1]
    return next(iter(reversed(_WORD.findall(fold(before).text.casefold()))), "")


def _address(url: str) -> tuple[str, str]:
    """Return where a work stood, without scheme, `www.`, index page, session and fragment; and its host."""
    url = _ARCHIVED.sub("", url.strip())
    try:
        parts = urlsplit(url if "//" in url else f"//{url}")
        host = (parts.hostname or "").removeprefix("www.")
    except ValueError:
        return "", ""
    path = _INDEX.sub("", unquote(parts.path).rstrip("/"))
    asked = "&".join(one for one in parts.query.split("&") if one and not _SESSION.match(one))
    if len(path) < 2 and not asked:
        return "", host
    return f"{host}{path}{'?' if asked else ''}{asked}".casefold(), host


def keys_of(cited: Cited) -> tuple[str, ...]:
    """Return the keys under which a work is filed and looked for: two citations of one work share some of them.

    The address, each pair of neighbouring words of the title, each single word, and the day of issue with the first
    word of the publisher or the first author.
    """
    words = words_of(cited)
    keys = [f"u {words.address}"] if words.address else []
    keys += [f"p {one} {other}" for one, other in zip(words.whole, words.whole[1:], strict=False)]
    keys += [f"w {word}" for word in words.whole]
    if len(words.issued) == len("2000-01-01"):
        keys += [f"d {words.issued} {name}" for name in (*words.publisher[:1], *words.authors[:1])]
    return tuple(dict.fromkeys(keys))
