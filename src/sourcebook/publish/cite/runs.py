"""Text with its emphasis and links kept apart from its characters, and how pieces of it meet."""

from __future__ import annotations

from html import escape
from urllib.parse import urlsplit

from sourcebook.model import Value

# Quotation marks whose shape depends on where they stand are held by these until the whole is known.
OPEN, CLOSE = "\ue000", "\ue001"
# Where two pieces meet, the second mark is dropped after the first: `Help?` and `.` make `Help?`.
_SWALLOWED = {"!": "!.:", "?": "?.:", ".": ".", ":": ":.", ";": ";:.", ",": ","}
_SWALLOWING = tuple(_SWALLOWED)
_FINAL = ".,;:!?"


class Run(Value, frozen=True):
    """Characters of one look: upright or italic, linked or not."""

    text: str
    italic: bool = False
    link: str = ""


Text = tuple[Run, ...]


def plain(text: str) -> Text:
    """Return upright text, empty for empty."""
    return (Run(text=text),) if text else ()


def italic(text: str) -> Text:
    """Return italic text, empty for empty."""
    return (Run(text=text, italic=True),) if text else ()


def linked(address: str) -> Text:
    """Return an address as text that links to itself; only web addresses become links."""
    return (Run(text=address, link=web_link(address)),) if address else ()


def web_link(address: str) -> str:
    """Return the address to link to, or nothing where it is no web address: `javascript:` and the like never link."""
    try:
        scheme = urlsplit(address).scheme.lower()
    except ValueError:
        return ""
    if scheme in {"http", "https"}:
        return address
    return f"http://{address}" if address.lower().startswith("www.") else ""


def glue(*pieces: Text | str) -> Text:
    """Put pieces together as they stand, so that no mark doubles and full stops and commas go inside closing quotes."""
    out: list[Run] = []
    for piece in pieces:
        runs = plain(piece) if isinstance(piece, str) else piece
        for place, run in enumerate(runs):
            _meet(out, run, at_border=place == 0)
    return tuple(out)


def _meet(out: list[Run], run: Run, *, at_border: bool) -> None:
    text = run.text
    if out and at_border:
        last = out[-1]
        end = last.text
        inside = end.endswith("”") and text[0] in ".," and not last.italic
        if inside:
            if end[-2:-1] not in _FINAL:
                end = end[:-1] + text[0] + end[-1:]
            text = text[1:]
        elif end.endswith(_SWALLOWING) and text[0] in _SWALLOWED[end[-1]]:
            text = text[1:]
        if end.endswith(" ") and text[:1] == " ":
            text = text[1:]
        if end is not last.text:
            out[-1] = Run(text=end, italic=last.italic, link=last.link)
    if not text:
        return
    if out and (out[-1].italic, out[-1].link) == (run.italic, run.link) and not run.link:
        text = out.pop().text + text
    out.append(run if text is run.text else Run(text=text, italic=run.italic, link=run.link))


def join(delimiter: str, *pieces: Text | str) -> Text:
    """Put the pieces that are not empty together with a delimiter between them."""
    parted = [part for piece in pieces if piece for part in (delimiter, piece)]
    return glue(*parted[1:])


def around(before: str, piece: Text | str, after: str) -> Text:
    """Put a piece between two marks; empty stays empty."""
    return glue(before, piece, after) if piece else ()


def to_plain(text: Text) -> str:
    """Return the characters alone."""
    return "".join(run.text for run in text)


def to_html(text: Text) -> str:
    """Return the text as HTML, every character of it escaped."""
    return "".join(_html(run) for run in text)


def _html(run: Run) -> str:
    inner = escape(run.text)
    if run.italic:
        inner = f"<i>{inner}</i>"
    return f'<a href="{escape(run.link)}">{inner}</a>' if run.link else inner
