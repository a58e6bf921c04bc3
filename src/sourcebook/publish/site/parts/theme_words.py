"""Themes in words: the names of their kinds, their codes in the standards of others, and the years of their works."""

from __future__ import annotations

from sourcebook.model import Value
from sourcebook.publish.site.words import Words, translatable
from sourcebook.vocabulary.themes import ThemeEntry

THEMES = {
    "exploitation": translatable("What for"),
    "means": translatable("Means of control"),
    "recruitment": translatable("Recruitment"),
    "sectors": translatable("Sectors"),
    "precursors": translatable("Precursors"),
}
"""The kinds of theme, in the order in which pages have them."""


class Code(Value, frozen=True):
    """What a standard calls a theme; `code` is empty where it has none, and `note` says more."""

    standard: str
    code: str
    note: str = ""


def codes_of(theme: ThemeEntry, words: Words) -> tuple[Code, ...]:
    """Return a theme's codes in the three standards that its field uses; what has none says so."""
    none = words.say("none")
    return (
        Code(standard="HTCDS", code=theme.htcds or "", note="" if theme.htcds else none),
        Code(standard="ISIC Rev. 4", code=", ".join(theme.isic), note="" if theme.isic else none),
        Code(
            standard="IC-TIP",
            code=theme.ictip or "",
            note="" if theme.ictip else words.say("not given here: its manual was not at hand"),
        ),
    )


def left_in_english(written: str, words: Words) -> bool:
    """Tell whether a text of the vocabulary stands in English on a page of another language."""
    return words.language != "en" and words.say(written) == written


def span_words(years: tuple[int, int] | None, words: Words) -> str:
    """Return the years of works: one year, the first to the last, or that no date is known."""
    if years is None:
        return words.say("no date known")
    first, last = years
    return str(first) if first == last else words.say("%(first)s to %(last)s", first=first, last=last)
