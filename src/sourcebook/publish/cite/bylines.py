"""The names before a title, in the order and with the marks that a style wants."""

from __future__ import annotations

from typing import Literal

from sourcebook.model import Value
from sourcebook.publish.cite.runs import Text, glue, italic, plain
from sourcebook.vocabulary.author_names import Name, initials


class Byline(Value, frozen=True):
    """How a style writes several names.

    `inverted` says which are written family name first; `mark` follows each initial, and without it given names stay
    whole; from `many` names on only the first `few` are written, and then the last as well where `keeps_last`.
    """

    inverted: Literal["all", "first", "none"]
    mark: str = ""
    conjunction: str = "and"
    comma: Literal["always", "never", "contextual", "inverted"] = "contextual"
    many: int = 100
    few: int = 1
    keeps_last: bool = False
    demotes_particle: bool = False
    slanted_et_al: bool = False
    comma_before_et_al: bool = True


def _apostrophes(text: str) -> str:
    return text.replace("'", "’")


def _given(name: Name, byline: Byline) -> str:
    return initials(name.given, byline.mark) if byline.mark else " ".join(name.given.split())


def _single(name: Name, byline: Byline, *, inverted: bool) -> str:
    if name.literal:
        return _apostrophes(name.literal)
    given = _given(name, byline)
    if not inverted:
        return _apostrophes(" ".join(part for part in (given, name.short, name.suffix) if part))
    if byline.demotes_particle:
        given = " ".join(part for part in (given, name.particle) if part)
        head = name.family
    else:
        head = name.short
    return _apostrophes(", ".join(part for part in (head, given, name.suffix) if part))


def _written(names: tuple[Name, ...], byline: Byline) -> list[str]:
    return [
        _single(name, byline, inverted=byline.inverted == "all" or (byline.inverted == "first" and place == 0))
        for place, name in enumerate(names)
    ]


def _last_comma(names: tuple[Name, ...], byline: Byline) -> bool:
    before = names[-2]
    turned = byline.inverted == "all" or (byline.inverted == "first" and len(names) == 2)
    if byline.comma == "inverted":
        return len(names) > 2 or (turned and not before.literal and bool(before.given))
    return byline.comma == "always" or (byline.comma == "contextual" and len(names) > 2)


def write_names(names: tuple[Name, ...], byline: Byline) -> Text:
    """Return the names as one text, empty for none."""
    written = _written(names, byline)
    if len(written) < 2:
        return plain("".join(written))
    if len(written) >= byline.many:
        kept = written[: byline.few]
        if byline.keeps_last:
            return plain(", ".join(kept) + ", . . . " + written[-1])
        comma = ", " if byline.comma_before_et_al or len(kept) > 1 else " "
        et_al = italic("et al.") if byline.slanted_et_al else plain("et al.")
        return glue(", ".join(kept) + comma, et_al)
    comma = ", " if _last_comma(names, byline) else " "
    return plain(", ".join(written[:-1]) + f"{comma}{byline.conjunction} {written[-1]}")


def short_names(names: tuple[Name, ...], *, conjunction: str, many: int, slanted: bool = False) -> Text:
    """Return the names as they stand in a sentence: family names and bodies alone."""
    short = [_apostrophes(name.short) for name in names]
    if len(short) < 2:
        return plain("".join(short))
    if len(short) >= many:
        return glue(f"{short[0]} ", italic("et al.") if slanted else plain("et al."))
    comma = "," if len(short) > 2 and conjunction != "and " else ""
    return plain(", ".join(short[:-1]) + f"{comma} {conjunction.strip()} {short[-1]}")
