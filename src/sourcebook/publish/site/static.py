"""The few files that pages load, held in memory under the names they have."""

from __future__ import annotations

import hashlib
from functools import cache
from pathlib import Path

from sourcebook.errors import NotFound
from sourcebook.model import Value

FOLDER = Path(__file__).with_name("static")
MEDIA_TYPES = {".css": "text/css", ".js": "text/javascript"}


class StaticFile(Value, frozen=True):
    """A file as it is sent; `tag` changes when its bytes do."""

    content: bytes
    media_type: str
    tag: str


@cache
def static_files() -> dict[str, StaticFile]:
    """Return every file that pages load, by name."""
    return {path.name: _read(path) for path in sorted(FOLDER.iterdir()) if path.suffix in MEDIA_TYPES}


def static_file(name: str) -> StaticFile:
    """Return a file; NotFound for a name that is none of them."""
    found = static_files().get(name)
    if found is None:
        raise NotFound("There is no such file.", where=name)
    return found


def _read(path: Path) -> StaticFile:
    content = path.read_bytes()
    tag = f'"{hashlib.sha256(content).hexdigest()[:16]}"'
    return StaticFile(content=content, media_type=MEDIA_TYPES[path.suffix], tag=tag)
