"""Plain text: decoded and otherwise left as it is, line endings and all, so that every offset holds."""

from __future__ import annotations

from sourcebook.model import Document
from sourcebook.read.binary import declined_as_binary
from sourcebook.read.charset import decode
from sourcebook.read.reader import Source

MEDIA_TYPE = "text/plain"


class TextReader:
    """Reads any text."""

    name = "plain text"

    def declines(self, source: Source) -> str | None:
        """Take whatever came so far, save what is no text and other media types than text."""
        if (why := declined_as_binary(source)) is not None:
            return why
        if source.media_type is None or source.media_type.startswith("text/"):
            return None
        return f"it came as {source.media_type}"

    def read(self, source: Source) -> Document:
        """Return the decoded text as a Document without blocks."""
        text, charset, problems = decode(source.data, _declared(source.media_type))
        return Document(text=text, media_type=MEDIA_TYPE, charset=charset, digest=source.digest, problems=problems)


def _declared(media_type: str | None) -> str | None:
    _, _, charset = (media_type or "").partition("charset=")
    return charset.split(";")[0].strip("\"' ") or None
