"""A WACZ file by itself: its zip, the digests that it gives of its parts, its WARC files, and its index against them.

The format is that of specs.webrecorder.net/wacz/1.1.1: `datapackage.json` lists every part with its digest.
"""

from __future__ import annotations

import hashlib
import json
import shutil
import tempfile
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from sourcebook.preserve.comparing import Fault
from sourcebook.preserve.standalone import check_alone

PACKAGE = "datapackage.json"
PACKAGE_DIGEST = "datapackage-digest.json"
PAGES = "pages/pages.jsonl"
WARC_ENDINGS = (".warc", ".warc.gz")
_UNZIP_ERRORS = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError)


def check_wacz(path: Path) -> Iterator[Fault | int]:
    """Yield what is wrong with a WACZ file, and how many records each WARC file in it has."""
    try:
        archive = zipfile.ZipFile(path)
    except _UNZIP_ERRORS as error:
        yield _fault(path, None, f"The zip file cannot be read: {error}.")
        return
    with archive:
        digests, broken = _digests(archive)
        for name, why in broken.items():
            yield _fault(path, name, f"This part cannot be read: {why}.")
        yield from _package_faults(path, archive, digests, broken)
        for name in digests:
            if name.startswith("archive/") and name.endswith(WARC_ENDINGS):
                yield from _warc_faults(path, archive, name)
        if not any(name.startswith("archive/") and name.endswith(WARC_ENDINGS) for name in archive.namelist()):
            yield _fault(path, None, "There is no WARC file under archive/.")


def _digests(archive: zipfile.ZipFile) -> tuple[dict[str, dict[str, str]], dict[str, str]]:
    """Return the digests of every part that can be read, and of the others why not."""
    digests: dict[str, dict[str, str]] = {}
    broken: dict[str, str] = {}
    for info in archive.infolist():
        if info.is_dir():
            continue
        hashes = {"sha256": hashlib.sha256(), "md5": hashlib.md5(usedforsecurity=False)}
        size = 0
        try:
            with archive.open(info) as part:
                while piece := part.read(1 << 20):
                    size += len(piece)
                    for digest in hashes.values():
                        digest.update(piece)
        except _UNZIP_ERRORS as error:
            broken[info.filename] = str(error).rstrip(".")
            continue
        digests[info.filename] = {name: digest.hexdigest() for name, digest in hashes.items()} | {"bytes": str(size)}
    return digests, broken


def _package_faults(
    path: Path, archive: zipfile.ZipFile, digests: dict[str, dict[str, str]], broken: dict[str, str]
) -> Iterator[Fault]:
    if PACKAGE not in digests:
        if PACKAGE not in broken:
            yield _fault(path, PACKAGE, "The list of parts is missing.", kind="missing")
        return
    try:
        package = json.loads(archive.read(PACKAGE))
        listed = {str(item["path"]): item for item in package["resources"]}
    except (ValueError, TypeError, KeyError):
        yield _fault(path, PACKAGE, "The list of parts cannot be read.")
        return
    for name, item in listed.items():
        if name in broken:
            continue
        if name not in digests:
            yield _fault(path, name, "This part is listed and not there.", kind="missing")
        elif (wrong := _disagreement(item, digests[name])) is not None:
            yield _fault(path, name, wrong, kind="altered")
    for name in digests:
        if name not in listed and name not in {PACKAGE, PACKAGE_DIGEST}:
            yield _fault(path, name, "This part is not listed, so nothing says what it was.", kind="foreign")
    if PAGES not in digests and PAGES not in broken and PAGES not in listed:
        yield _fault(path, PAGES, "The list of pages is missing.", kind="missing")
    yield from _signed_faults(path, archive, digests)


def _disagreement(item: dict[str, Any], digests: dict[str, str]) -> str | None:
    given = item.get("stats")
    stats = given if isinstance(given, dict) else {}
    size = item.get("bytes", stats.get("bytes"))
    if size is not None and str(size) != digests["bytes"]:
        return f"This part has {digests['bytes']} bytes, and the list says {size}."
    written = str(item.get("hash") or stats.get("hash") or "")
    algorithm, _, value = written.rpartition(":")
    algorithm = algorithm or str(item.get("hashing") or "sha256")
    if algorithm in digests and value and value.lower() != digests[algorithm]:
        return f"This part has the digest {algorithm}:{digests[algorithm]}, and the list says {written}."
    return None


def _signed_faults(path: Path, archive: zipfile.ZipFile, digests: dict[str, dict[str, str]]) -> Iterator[Fault]:
    if PACKAGE_DIGEST not in digests:
        return
    try:
        written = str(json.loads(archive.read(PACKAGE_DIGEST))["hash"])
    except (ValueError, TypeError, KeyError):
        yield _fault(path, PACKAGE_DIGEST, "The digest of the list of parts cannot be read.")
        return
    if written.partition(":")[2].lower() not in digests[PACKAGE].values():
        yield _fault(path, PACKAGE, f"The list of parts is another than {PACKAGE_DIGEST} says.", kind="altered")


def _warc_faults(path: Path, archive: zipfile.ZipFile, name: str) -> Iterator[Fault | int]:
    with tempfile.TemporaryDirectory(prefix="sourcebook-") as folder:
        copy = Path(folder) / Path(name).name
        with archive.open(name) as part, copy.open("wb") as out:
            shutil.copyfileobj(part, out, 1 << 20)
        yield from check_alone(copy, f"{path}!{name}")


def _fault(path: Path, part: str | None, what: str, *, kind: str = "damaged") -> Fault:
    return Fault(kind=kind, file=f"{path}!{part}" if part else str(path), what=what)
