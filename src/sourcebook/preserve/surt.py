"""The key under which an address stands in an index of web archives: its host turned round, its spelling made even.

It is the form of the Internet Archive's SURT, as replay programs look it up, for addresses of http and https; any other
address is its own key.
"""

from __future__ import annotations

import re
from urllib.parse import quote, unquote_to_bytes, urlsplit

_WWW = re.compile(r"^www\d*\.")
_PORTS = {"http": 80, "https": 443}
_SAFE = "!\"$&'()*+,-./:;<=>?@[\\]^_`{|}~"
_SLASHES = re.compile(r"//+")


def surt(url: str) -> str:
    """Return the key of an address."""
    try:
        parts = urlsplit(url.strip())
        port = parts.port
    except ValueError:
        return url.lower()
    scheme = parts.scheme.lower()
    if scheme not in _PORTS or not parts.hostname:
        return url.strip().lower()
    host = ",".join(reversed(_WWW.sub("", parts.hostname).split(".")))
    tail = f":{port}" if port not in (None, _PORTS[scheme]) else ""
    path = _even(_without_dots(parts.path))
    query = "&".join(sorted(_even(parts.query).split("&"))) if parts.query else ""
    return f"{host}{tail}){path.rstrip('/') or '/'}{f'?{query}' if query else ''}".lower()


def _without_dots(path: str) -> str:
    kept: list[str] = []
    for piece in _SLASHES.sub("/", path).split("/"):
        if piece == "..":
            kept = kept[:-1] if len(kept) > 1 else kept
        elif piece != ".":
            kept.append(piece)
    return "/".join(kept)


def _even(text: str) -> str:
    """Return a part of an address with each character escaped where it must be, and nowhere else."""
    return quote(unquote_to_bytes(text), safe=_SAFE)
