"""A page that may speak of the topic, read: its text, what it is about, and what its passages say."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from itertools import accumulate
from typing import Final, NamedTuple

from resiliparse.extract.html2text import extract_plain_text
from resiliparse.parse.html import HTMLTree
from resiliparse.parse.lang import detect_fast

from sourcebook.extract import Claims, claims
from sourcebook.read.charset import decode
from sourcebook.read.html import META_CHARSET
from sourcebook.sweep.about import About, about_markup
from sourcebook.vocabulary.countries import countries_in
from sourcebook.vocabulary.numbers import find_numbers
from sourcebook.vocabulary.topic_words import holds

_MARKUP: Final = re.compile(r"<(?:!doctype|html|head|body|p|div|table|br|title|meta)\b", re.IGNORECASE)
_DIGIT: Final = re.compile(r"\d")
_SPLIT_TAGS: Final = re.compile(r"<wbr\s*/?>", re.IGNORECASE)
_LONGEST_PASSAGE: Final = 20_000
_MOST_FOR_COUNTRIES: Final = 20_000
_TITLE_WEIGHT: Final = 3
_LEAST_FOR_LANGUAGE: Final = 40


class Passage(NamedTuple):
    """A paragraph that has a word of the topic, a figure or a route, with all its claims."""

    text: str
    claims: Claims


class Read(NamedTuple):
    """A page on the topic."""

    about: About
    text: str
    language: str
    country: str
    countries: tuple[str, ...]
    passages: tuple[Passage, ...]


def read_page(
    data: bytes, url: str, topic: str, *, charset: str | None = None, markup: bool | None = None
) -> Read | None:
    """Return the page in these bytes, or None where its text has no word of the topic.

    `charset` is what the answer declares; `markup` says whether the bytes are HTML, None that they are to be asked.
    """
    declared = charset or (found.group(1).decode("ascii") if (found := META_CHARSET.search(data[:65536])) else None)
    text = decode(data, declared).text
    if markup is None:
        markup = _MARKUP.search(text, 0, 65536) is not None
    tree = HTMLTree.parse(_SPLIT_TAGS.sub("", text)) if markup else None
    about = about_markup(tree, url) if tree is not None else About(title="", issued=None, publisher=None, language=None)
    seen = text if tree is None else _text_on_topic(tree, about.title, topic)
    if seen is None or (tree is None and not holds(text, topic)):
        return None
    return _read(about, seen, topic)


def _text_on_topic(tree: HTMLTree, title: str, topic: str) -> str | None:
    """Return the main text of a page, or all of it where only the rest speaks of the topic; None where nothing does."""
    main = extract_plain_text(tree, preserve_formatting=True, main_content=True, list_bullets=False, alt_texts=False)
    if holds(main, topic):
        return main
    everything = extract_plain_text(tree, preserve_formatting=True, list_bullets=False, alt_texts=False)
    if holds(everything, topic):
        return everything
    return main if holds(title, topic) else None


def _read(about: About, text: str, topic: str) -> Read:
    lines = list(dict.fromkeys(line[:_LONGEST_PASSAGE] for line in map(str.strip, text.split("\n")) if line))
    about = about._replace(title=about.title or (lines[0][:300] if lines else ""))
    named = _named(lines)
    ranked = _ranked(about.title, named)
    country = ranked[0] if ranked else ""
    year = int(about.issued[:4]) if about.issued else None
    passages = []
    for line, countries in zip(lines, named, strict=True):
        on_topic = holds(line, topic)
        if not (on_topic or len(set(countries)) > 1 or _has_number(line)):
            continue
        found = claims(line, about=country, year=year)
        if on_topic or found.figures or found.routes or found.tiers:
            passages.append(Passage(line, found))
    return Read(about, text, _language(about, text), country, ranked, tuple(passages))


def _has_number(line: str) -> bool:
    return _DIGIT.search(line) is not None or bool(find_numbers(line.lower()))


def _named(lines: list[str]) -> list[list[str]]:
    """Return the countries that each of the first lines names; they are searched together, which costs far less."""
    ends = list(accumulate(len(line) + 1 for line in lines))
    named: list[list[str]] = [[] for _ in lines]
    for match in countries_in("\n".join(lines)[:_MOST_FOR_COUNTRIES]):
        named[bisect_right(ends, match.start)].append(match.code)
    return named


def _ranked(title: str, named: list[list[str]]) -> tuple[str, ...]:
    """Return the countries that a page names, most named first, a name in the title counted thrice."""
    counted = Counter(code for codes in named for code in codes)
    for match in countries_in(title):
        counted[match.code] += _TITLE_WEIGHT
    return tuple(code for code, _ in sorted(counted.items(), key=lambda item: (-item[1], item[0])))


def _language(about: About, text: str) -> str:
    if len(text) >= _LEAST_FOR_LANGUAGE:
        found, _ = detect_fast(text[:10_000])
        if found != "unknown":
            return found
    return about.language or ""
