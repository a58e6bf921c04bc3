"""Web archives by their hosts, and the addresses that their own addresses hold."""

from __future__ import annotations

import re
from typing import Final
from urllib.parse import urlsplit

ARCHIVES: Final = {
    "web.archive.org": "Internet Archive",
    "archive.org": "Internet Archive",
    "archive.today": "archive.today",
    "archive.ph": "archive.today",
    "archive.is": "archive.today",
    "perma.cc": "Perma.cc",
    "www.webcitation.org": "WebCite",
    "arquivo.pt": "Arquivo.pt",
    "webarchive.loc.gov": "Library of Congress Web Archives",
    "webarchive.nationalarchives.gov.uk": "UK Government Web Archive",
    "webarchive.archive.unhcr.org": "UNHCR Web Archive",
}
_ORIGINAL: Final = re.compile(r"/\d{4,14}(?:[a-z]{2}_)?/(https?://?.+)$")


def host_in(address: str) -> str:
    """Return the host of an address, empty where it has none."""
    try:
        return urlsplit(address).hostname or ""
    except ValueError:
        return ""


def archive_name(address: str) -> str:
    """Return the name of the web archive that an address belongs to, its host where the archive is not known."""
    host = host_in(address)
    return ARCHIVES.get(host, host)


def is_archived(address: str) -> bool:
    """Tell whether an address is one of a web archive that is known, and of a page in it."""
    return host_in(address) in ARCHIVES and urlsplit(address).path.strip("/") != ""


def original_address(address: str) -> str | None:
    """Return the address that a web archive's own names after its time, None where it names none."""
    found = _ORIGINAL.search(address)
    return re.sub(r"^(https?):/(?=[^/])", r"\1://", found[1]) if found else None
