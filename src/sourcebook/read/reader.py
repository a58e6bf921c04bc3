"""What every reader offers: say whether it takes some bytes, then read them."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Protocol

from sourcebook.model import Document
from sourcebook.settings import Limits


@dataclass(frozen=True, kw_only=True)
class Source:
    """Bytes with what is known of them: the name they came under, their media type, and what they may cost.

    A reader tells `progress` which page it has reached, and of how many, where its format has pages.
    """

    data: bytes
    name: str | None = None
    media_type: str | None = None
    limits: Limits = field(default_factory=Limits)
    progress: Callable[[int, int], None] = lambda _page, _pages: None

    @property
    def head(self) -> bytes:
        """The first bytes, by which most formats are known."""
        return self.data[:4096]

    @property
    def suffix(self) -> str:
        """The end of the name after its last dot, in lower case; empty where there is none."""
        name = (self.name or "").rsplit("/", 1)[-1]
        return name.rpartition(".")[2].lower() if "." in name else ""

    @property
    def where(self) -> str:
        """The name to put before an error."""
        return self.name or "standard input"

    @property
    def digest(self) -> str:
        """The SHA-256 of the bytes, as `sha256:` and hexadecimal digits."""
        return "sha256:" + hashlib.sha256(self.data).hexdigest()


class Reader(Protocol):
    """A format: `name` is how errors call it. The table asks each reader in turn, then the first that declines not."""

    name: str

    def declines(self, source: Source) -> str | None:
        """Return why these bytes are not of this format, as words to follow "because"; None where they are.

        By the first bytes, name and media type alone: asking must cost next to nothing.
        """

    def read(self, source: Source) -> Document:
        """Return the bytes as text; raises InputRefused where they cannot be read."""
