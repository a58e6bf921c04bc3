"""Web addresses: what is written in a page made fit to fetch, and two of them compared."""

from __future__ import annotations

import contextlib
import re
from urllib.parse import SplitResult, quote, urljoin, urlsplit, urlunsplit

from sourcebook.errors import InputRefused

MAX_ADDRESS = 8192
REDIRECTS = frozenset({301, 302, 303, 307, 308})
_SCHEME = re.compile(r"^[a-zA-Z][a-zA-Z0-9+.-]*:(?!\d)")
_HAS_SLASHES = re.compile(r"^[a-zA-Z][a-zA-Z0-9+.-]*://")
_CONTROL = re.compile(r"[\x00-\x20\x7f]")
_KEPT = "!#$%&'()*+,/:;=?@[]~-._"
_TRACKING = re.compile(r"^(?:utm_\w+|fbclid|gclid|mc_[ce]id|phpsessid|jsessionid|sid|ref)$", re.IGNORECASE)
_INDEX = re.compile(r"/(?:index|default|home)\.\w{2,5}$", re.IGNORECASE)
_FRONT = re.compile(r"^/(?:[a-z]{2}(?:[-_][a-z]{2})?/?|home/?|main/?|index/?|welcome/?)?$", re.IGNORECASE)


def fetchable(written: str) -> str:
    """Return an address as it is asked for: with its scheme, its host in ASCII, no credentials and no fragment.

    Raises InputRefused where it is no http or https address.
    """
    text = written.strip()
    if text.startswith("//"):
        text = f"http:{text}"
    elif not (_HAS_SLASHES.match(text) or _SCHEME.match(text)):
        text = f"http://{text}"
    if len(text) > MAX_ADDRESS or _CONTROL.search(text.replace(" ", "")):
        raise _refused(written, "is too long or holds control characters")
    try:
        parts = urlsplit(text)
        host, port = parts.hostname, parts.port
    except ValueError:
        raise _refused(written, "is not one that can be read") from None
    if parts.scheme.lower() not in {"http", "https"}:
        raise _refused(written, f"has the scheme {parts.scheme!r}, and only http and https are fetched")
    if not host:
        raise _refused(written, "names no host")
    netloc = _host(host, written) + (f":{port}" if port and port != _default_port(parts.scheme.lower()) else "")
    path = quote(parts.path or "/", safe=_KEPT.replace("#", "").replace("?", ""))
    return urlunsplit((parts.scheme.lower(), netloc, path, quote(parts.query, safe=_KEPT.replace("#", "")), ""))


def joined(base: str, location: str) -> str:
    """Return where a redirect leads; raises InputRefused where that is no http or https address."""
    cleaned = location.strip()
    if _CONTROL.search(cleaned.replace(" ", "")):
        raise _refused(base, "redirects to one with control characters")
    try:
        return fetchable(urljoin(base, cleaned.replace(" ", "%20")))
    except ValueError:
        raise _refused(base, "redirects to one that cannot be read") from None


def redirected(url: str, status: int, location: str) -> str | None:
    """Return where an answer with this status and `Location` leads, or None; raises InputRefused as `joined` does."""
    if status not in REDIRECTS or not location:
        return None
    if not location.isascii():
        with contextlib.suppress(UnicodeError):
            location = location.encode("latin-1").decode("utf-8")
    return joined(url, location)


def split(url: str) -> tuple[str, str, int, str]:
    """Return the scheme, host, port and target of a fetchable address."""
    parts = urlsplit(url)
    target = parts.path + (f"?{parts.query}" if parts.query else "")
    return parts.scheme, parts.hostname or "", parts.port or _default_port(parts.scheme), target


def authority(url: str) -> str:
    """Return the host and port by which one queue is kept."""
    _, host, port, _ = split(url)
    return f"{host}:{port}"


def is_front(url: str) -> bool:
    """Tell whether an address is that of a site's front page, perhaps in one language."""
    parts = urlsplit(url)
    return bool(_FRONT.match(_INDEX.sub("/", parts.path or "/"))) and not _query(parts)


def same_place(one: str, other: str) -> bool:
    """Tell whether two addresses differ only in what does not choose a page: scheme, www, a last slash, trackers."""
    return _essence(one) == _essence(other)


def sibling(url: str, name: str) -> str:
    """Return an address beside this one, in the same folder and with the same ending, under a name of our choice."""
    parts = urlsplit(url)
    folder, _, last = parts.path.rstrip("/").rpartition("/")
    stem, dot, suffix = last.rpartition(".")
    ending = f".{suffix}" if stem and dot and suffix.isalnum() and len(suffix) <= 5 else ""
    if parts.path.endswith("/"):
        ending += "/"
    return urlunsplit((parts.scheme, parts.netloc, f"{folder}/{name}{ending}", "", ""))


def front(url: str) -> str:
    """Return the address of the site's front page."""
    parts = urlsplit(url)
    return urlunsplit((parts.scheme, parts.netloc, "/", "", ""))


def _essence(url: str) -> tuple[str, int, str, tuple[str, ...]]:
    parts = urlsplit(url)
    host = (parts.hostname or "").removeprefix("www.")
    usual = parts.port in {None, 80, 443}
    path = _INDEX.sub("/", parts.path).rstrip("/")
    return host, 0 if usual else parts.port or 0, path, tuple(sorted(_query(parts)))


def _query(parts: SplitResult) -> list[str]:
    return [piece for piece in parts.query.split("&") if piece and not _TRACKING.match(piece.partition("=")[0])]


def _default_port(scheme: str) -> int:
    return 443 if scheme == "https" else 80


def _host(host: str, written: str) -> str:
    if ":" in host:
        return f"[{host.partition('%')[0]}]"
    try:
        ascii_host = host.encode("ascii").decode() if host.isascii() else host.encode("idna").decode("ascii")
    except UnicodeError:
        raise _refused(written, "has a host name that cannot be written in ASCII") from None
    if not re.fullmatch(r"[a-z0-9._-]{1,253}", ascii_host.lower()):
        raise _refused(written, "has a host name with characters that no host has")
    return ascii_host.lower()


def _refused(written: str, why: str) -> InputRefused:
    return InputRefused(
        f"This address {why}.", where=written[:200], next_step="Give an address that begins with http:// or https://."
    )
