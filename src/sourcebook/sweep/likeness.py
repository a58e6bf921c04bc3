"""Which of many pages are one work: of the same bytes, at the same address, or of nearly the same text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Final, NamedTuple

from sourcebook.reconcile.joining import Groups

NEAR: Final = 0.9
"""Two texts are one work where so much of their five-word runs is common, as their signatures tell."""

_BANDS: Final = 8


class Seen(NamedTuple):
    """A page as far as its likeness goes: when and where it was captured, its digest, and its text's signature."""

    seen: str
    warc: str
    offset: int
    work: str
    address: str
    signature: Sequence[int]


def one_work(pages: Iterable[Seen]) -> dict[str, str]:
    """Return for the work of each page the work that stands for it and all like it: the one captured first.

    The same whatever the order of the pages. Memory grows with the works, time too.
    """
    ordered = sorted(pages, key=lambda page: (page.seen, page.warc, page.offset, page.work))
    works = list(dict.fromkeys(page.work for page in ordered))
    number = {work: at for at, work in enumerate(works)}
    groups = Groups(len(works))
    first: dict[object, Seen] = {}
    for page in ordered:
        earlier = first.setdefault(("address", page.address), page)
        groups.join(number[earlier.work], number[page.work])
        for band in _bands(page.signature):
            like = first.setdefault(band, page)
            if like is not page and _near(like.signature, page.signature):
                groups.join(number[like.work], number[page.work])
    return {work: works[groups.head(at)] for work, at in number.items()}


def plain_address(url: str) -> str:
    """Return an address without what does not matter to where it leads: scheme, `www.`, a last slash, a fragment."""
    rest = url.partition("://")[2] or url
    host, slash, path = rest.partition("#")[0].partition("/")
    return (host.lower().removeprefix("www.") + slash + path).rstrip("/")


def _bands(signature: Sequence[int]) -> Iterator[tuple[int, tuple[int, ...]]]:
    width = len(signature) // _BANDS
    for band in range(_BANDS if width else 0):
        yield band, tuple(signature[band * width : (band + 1) * width])


def _near(one: Sequence[int], other: Sequence[int]) -> bool:
    return sum(a == b for a, b in zip(one, other, strict=True)) >= NEAR * len(one)
