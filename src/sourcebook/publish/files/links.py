"""Follow every link of a published site within its folder: to the file, and to the anchor in it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from posixpath import normpath
from urllib.parse import unquote, urlsplit

from selectolax.lexbor import LexborHTMLParser

from sourcebook.model import Value

ATTRIBUTES = ("href", "src", "action")


class PageLinks(Value, frozen=True):
    """The anchors of a page, and where it leads within the site: (path, anchor) pairs."""

    anchors: frozenset[str]
    leads: frozenset[tuple[str, str]]


def broken_links(folder: Path, root: str = "") -> Iterator[str]:
    """Yield a sentence for each link that leads to no file or no anchor of the site.

    `root` is the folder of the host at which the site will stand, such as "/book": a link that begins there begins at
    the site's own folder.
    """
    files = sorted(folder.rglob("*.html"))
    pages = {path.relative_to(folder).as_posix(): links_of(path, folder, root) for path in files}
    for path, page in pages.items():
        for target, anchor in sorted(page.leads):
            if target not in pages and not (folder / target).is_file():
                yield f"{path}: {target} is not there."
            elif anchor and target in pages and anchor not in pages[target].anchors:
                yield f"{path}: {target} has no anchor {anchor}."


def links_of(path: Path, folder: Path, root: str = "") -> PageLinks:
    """Return the anchors of a page and where it leads within the site."""
    tree = LexborHTMLParser(path.read_text(encoding="utf-8"))
    here = path.relative_to(folder).as_posix()
    found = (node.attributes.get(name) for name in ATTRIBUTES for node in tree.css(f"[{name}]"))
    leads = (_target(here, address, root) for address in found if address is not None)
    anchors = (node.attributes["id"] for node in tree.css("[id]"))
    return PageLinks(
        anchors=frozenset(anchor for anchor in anchors if anchor), leads=frozenset(lead for lead in leads if lead)
    )


def _target(here: str, address: str, root: str) -> tuple[str, str] | None:
    """Return the file and the anchor that a link names; None where it leads out of the site."""
    parts = urlsplit(address)
    if parts.scheme or parts.netloc:
        return None
    if not parts.path:
        return here, unquote(parts.fragment)
    if parts.path.startswith("/") and not parts.path.startswith(f"{root}/"):
        return None
    joined = parts.path.removeprefix(root) if parts.path.startswith("/") else f"/{here.rpartition('/')[0]}/{parts.path}"
    path = normpath(unquote(joined)).lstrip("/")
    if parts.path.endswith(("/", ".", "..")):
        path = f"{path}/index.html".lstrip("/")
    return path, unquote(parts.fragment)
