"""What every page of the site is: an address, a template, a title, and the frozen content that the template shows."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from importlib.util import find_spec
from pathlib import Path
from typing import Literal

from sourcebook.model import Value
from sourcebook.publish.site.head import Head
from sourcebook.publish.site.words import Words, words_in
from sourcebook.settings import Settings

Menu = Literal["countries", "compare", "themes", "help", "about", "search", "none"]


class PackOffer(Value, frozen=True):
    """A pack that country pages offer: its name in addresses, and the formats as (ending, title)."""

    name: str
    formats: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Site:
    """What a context function is told beside the archive: whose site it is, in which words, and which day it is.

    `folder` is the sourcebook's own, where the file of numbers to call lies; `packs`
    are those that its country pages offer.
    """

    settings: Settings = field(default_factory=Settings)
    address: str = ""
    as_of: str = ""
    words: Words = field(default_factory=lambda: words_in("en"))
    folder: Path | None = None
    packs: tuple[PackOffer, ...] = ()

    @cached_property
    def cards(self) -> bool:
        """Whether pictures are drawn for links to its pages; looked for once, for it takes as long as half a page."""
        return find_spec("typst") is not None

    @property
    def title(self) -> str:
        """What the archive is called."""
        return self.settings.title

    @property
    def leave_to(self) -> str:
        """Where the quick way out leads."""
        return self.settings.leave_to

    def absolute(self, address: str) -> str:
        """Return the whole address of a page, as a citation has it."""
        return self.address.rstrip("/") + address


class SitePage(Value, frozen=True):
    """A page ready for its template.

    `plain` pages bear the neutral bar of the help pages, and what they load stands `within` them, by these names;
    `searches` tells that the content has a search box of its own, so that the bar needs none. A long page comes in
    `parts`, of which this is one; the address is that of the part.
    """

    template: str
    address: str
    title: str
    content: Value
    current: Menu = "none"
    query: str = ""
    plain: bool = False
    within: tuple[str, ...] = ()
    searches: bool = False
    status: int = 200
    head: Head = Head()
    part: int = 1
    parts: int = 1
