"""One request and what came back: as a value to judge, and with its bytes to keep."""

from __future__ import annotations

from typing import BinaryIO, Literal, NamedTuple

from sourcebook.model import Value

Cut = Literal["length", "time", "disconnect"]
"""Why an answer is not whole, in the words of the WARC standard's `WARC-Truncated`."""

FailureKind = Literal[
    "not_public",
    "no_address",
    "no_connection",
    "tls",
    "timeout",
    "disconnected",
    "not_http",
    "bad_redirect",
    "redirect_loop",
    "too_many_redirects",
    "too_large",
]


class Failure(Value, frozen=True):
    """Why there is no answer to judge, in a sentence."""

    kind: FailureKind
    because: str


class Exchange(Value, frozen=True):
    """One answer: what was asked, when, and the head of what came back.

    `digest` and `size` are those of everything after the head, as it came over the wire. `headers` are in the order in
    which they came, with bytes that are no ASCII read as Latin-1.
    """

    url: str
    time: str
    status: int
    headers: tuple[tuple[str, str], ...]
    digest: str
    size: int
    address: str = ""
    cut: Cut | None = None

    def header(self, name: str) -> str:
        """Return the first header of this name, or an empty text."""
        wanted = name.lower()
        return next((value for key, value in self.headers if key.lower() == wanted), "")

    @property
    def media_type(self) -> str:
        """The declared media type without its parameters."""
        return self.header("Content-Type").partition(";")[0].strip().lower()


class Recorded(NamedTuple):
    """An exchange with its bytes: the request, and a file of the whole answer of which the first `head` are its head.

    `content` is the start of the body without transfer coding, as much as was asked for.
    """

    exchange: Exchange
    request: bytes
    answer: BinaryIO
    head: int
    block_digest: str
    content: bytes

    def close(self) -> None:
        """Let the bytes go."""
        self.answer.close()


class Fetched(NamedTuple):
    """Where an address led: every answer on the way, the last one last, or what ended the way."""

    url: str
    hops: tuple[Recorded, ...]
    failure: Failure | None = None

    @property
    def final(self) -> Recorded | None:
        """The answer at the end, or None where the way ended without one."""
        return self.hops[-1] if self.hops and self.failure is None else None

    def close(self) -> None:
        """Let the bytes of every answer go."""
        for hop in self.hops:
            hop.close()
