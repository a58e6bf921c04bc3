"""Citations as pages show them: each style by its name, and the files that reference managers read."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

import msgspec

from sourcebook.model import Value
from sourcebook.publish.cite import Cited, ReadingList, Text, page_formats, styles
from sourcebook.publish.site.parts.link import Link

DEFAULT_STYLE = "chicago"


class StyleShown(Value, frozen=True):
    """A list of citations in one style; each citation is a row of runs."""

    name: str
    title: str
    entries: tuple[Text, ...]


def in_every_style(works: Sequence[Cited]) -> tuple[StyleShown, ...]:
    """Return works cited in each of the styles, in the order that the style demands."""
    if len(works) == 1:
        return _alone(msgspec.structs.replace(works[0], locator=None))
    return _listed(works)


@lru_cache(maxsize=256)
def _alone(work: Cited) -> tuple[StyleShown, ...]:
    """Return a work cited by itself, which is the same on its own page and on those of its passages."""
    return _listed((work,))


def _listed(works: Sequence[Cited]) -> tuple[StyleShown, ...]:
    return tuple(
        StyleShown(name=name, title=style.title, entries=ReadingList(works, style).entries)
        for name, style in styles().items()
    )


def downloads(address: str, name: str) -> tuple[Link, ...]:
    """Return the links to the files, one a format, that stand beside a page under this name."""
    return tuple(Link(text=one.title, address=f"{address}{name}.{one.extension}") for one in page_formats())
