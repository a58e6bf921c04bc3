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

_WORD = re.compile(r"part-[a-h]\b|[^\W_]+")
_SUBTITLE = re.compile(r"\s*(?::|\s[-\u2013\u2014]|[.?!](?=\s)|\u2013|\u2014)\s*")
_INDEX = re.compile(r"/(?:index|default|home)\.\w{2,5}$")
_SESSION = re.compile(r"^(?:utm_\w+|sid|session\w*|phpsessid)=", re.IGNORECASE)
_ARCHIVED = re.compile(r"^https?://web\.archive\.org/web/\d+[a-z_]*/(?=https?://)")
_ELIDED = re.compile(r"\b(?:[dlnst]|qu)['\u2019](?=\w)")
_DOTTED = re.compile(r"(?<=\b[a-z])\.(?=[a-z]\b)")
_LETTERED = re.compile(r"\b(vol(?:ume)?|part|book|annex|module|phase|tome|teil|parte?|series)[.\s]+([a-h])\b")
"""A letter that counts the parts of a work and is no article."""
_SYMBOL = re.compile(r"[,.;(\s\u2013-]*\b[A-Z]{1,6}(?:/[\w.()-]+){2,}\)?")
"""The number under which a body of the United Nations files a document, "A/HRC/27/53/Add.1"."""
_BRACKETS = re.compile(r"\[([^\[\]]{6,})\]|\(([^()]{6,})\)")
_INITIALS = re.compile(r"(?<=\w)\s+[^\W\d_a-z]{1,3}$")
_LEAST_MAIN = 2


class Words(Value, frozen=True, kw_only=True):
    """What is compared: `main` are the title's words before a subtitle, `whole` all of them, in their order.

    `numbers` are those of the title, `symbols` those of documents of the UN, `turns` its little words that may turn the
    sense, `translated` what it says in brackets. `address` is where the work stood without what changes between visits,
    empty where that is no more than a host. `authors` are surnames, `named` every word of the authors' names.
    """

    main: tuple[str, ...]
    whole: tuple[str, ...]
    numbers: frozenset[str]
    turns: frozenset[str]
    symbols: frozenset[str]
    translated: tuple[str, ...]
    countries: frozenset[str]
    address: str
    host: str
    publisher: tuple[str, ...]
    authors: tuple[str, ...]
    named: frozenset[str]
    issued: str


@lru_cache(maxsize=65536)
def words_of(cited: Cited) -> Words:
    """Return what is compared of a cited work."""
    title, symbols = _without_symbols(cited.title)
    read = _words(title)
    whole = tuple(_telling(read))
    before = _SUBTITLE.split(title.strip(" \u201c\u201d\"'"), maxsplit=1)
    main = tuple(_telling(_words(before[0]))) if len(before) > 1 else whole
    address, host = _address(cited.url or "")
    return Words(
        main=main if len(main) >= _LEAST_MAIN else whole,
        whole=whole,
        numbers=frozenset(word for word in whole if word.isdigit() or word.startswith("part-")),
        symbols=symbols,
        turns=title_words().turns.intersection(read),
        translated=_in_brackets(title),
        countries=frozenset(match.code for match in countries_in(cited.title)),
        address=address,
        host=host,
        publisher=tuple(_telling(_words(cited.publisher or ""))),
        authors=tuple(_surname(name) for name in cited.authors),
        named=frozenset(word for name in cited.authors for word in _words(name)),
        issued=(cited.issued or "").lstrip("["),
    )


def _without_symbols(title: str) -> tuple[str, frozenset[str]]:
    if "/" not in title:
        return title, frozenset()
    symbols = frozenset(found.strip(" ,.;()-\u2013") for found in _SYMBOL.findall(title))
    return (_SYMBOL.sub("", title), symbols) if symbols else (title, symbols)


def _words(text: str) -> list[str]:
    """Return the words of a text in small letters: "D.C." as one, an article before an apostrophe left out."""
    plain = fold(text).text.casefold()
    if "'" in plain or "\u2019" in plain:
        plain = _ELIDED.sub(" ", plain)
    if "." in plain:
        plain = _DOTTED.sub("", plain)
    return _WORD.findall(_LETTERED.sub(r"\1 part-\2", plain))


def _telling(words: list[str]) -> Iterator[str]:
    """Yield the telling ones of words, each in one spelling, numbers in digits."""
    known = title_words()
    little, spellings = known.little, known.spellings
    for word in words:
        if word not in little:
            yield spellings.get(word, word)


def _in_brackets(title: str) -> tuple[str, ...]:
    """Return the words in the brackets of a title, which may be what it is called in another language."""
    if "[" not in title and "(" not in title:
        return ()
    found = _BRACKETS.search(title)
    inside = tuple(_telling(_words(found[1] or found[2]))) if found else ()
    return inside if len(inside) >= _LEAST_MAIN else ()


def _surname(name: str) -> str:
    """Return the surname of a person: what stands before the comma or the initials behind it, else the last word."""
    before = name.partition(",")[0] if "," in name else _INITIALS.sub("", name)
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
