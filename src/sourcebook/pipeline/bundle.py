"""A bundle: a whole sourcebook as one zip file, every part listed with its digest, from which it can be made again.

It holds the settings, the kept files and the chain. The database is not in it, since it is made from them.
"""

from __future__ import annotations

import hashlib
import shutil
import zipfile
import zlib
from pathlib import Path, PurePosixPath
from typing import NamedTuple

import msgspec

from sourcebook.errors import InputRefused
from sourcebook.model import Value
from sourcebook.pipeline.catch_up import catch_up
from sourcebook.pipeline.create import refuse_if_taken
from sourcebook.pipeline.restore import restore
from sourcebook.pipeline.verify import Verification, verify
from sourcebook.preserve import KeptFiles
from sourcebook.settings import CAPTURES_NAME, CHAIN_NAME, CONFIG_NAME, load
from sourcebook.store import SqliteStore
from sourcebook.store.connection import translated
from sourcebook.version import __version__

LIST_NAME = "bundle.json"
FORMAT = "sourcebook-bundle-1"
_PIECE = 1 << 20
_UNZIP_ERRORS = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, KeyError)
_FIRST_DATE = (1980, 1, 1, 0, 0, 0)


class Part(Value, frozen=True, kw_only=True):
    """A file of the bundle."""

    path: str
    bytes: int
    digest: str


class Listing(Value, frozen=True, kw_only=True):
    """What a bundle says that it holds."""

    format: str
    created: str
    software: str
    parts: tuple[Part, ...]


class _Size(NamedTuple):
    path: Path
    name: str
    size: int


def write_bundle(folder: Path, target: Path, *, now: str) -> Listing:
    """Write a sourcebook to a bundle; others may add to it meanwhile, and what they add is not in it.

    Raises StorageFailed where it cannot be written; then nothing of it is left.
    """
    settings = load(folder)
    with SqliteStore(folder) as store, store.writer() as writer:
        catch_up(writer, KeptFiles(folder), settings)
        sizes = _sizes(folder)
    partial = target.with_name(f"{target.name}.partial")
    with translated(target):
        try:
            with zipfile.ZipFile(partial, "w") as archive:
                parts = tuple(_add(archive, one) for one in sizes)
                listing = Listing(format=FORMAT, created=now, software=f"Sourcebook {__version__}", parts=parts)
                archive.writestr(_info(LIST_NAME, packed=True), msgspec.json.format(msgspec.json.encode(listing)))
            partial.replace(target)
        finally:
            partial.unlink(missing_ok=True)
    return listing


def new_from_bundle(folder: Path, bundle: Path) -> Verification:
    """Make a sourcebook in a folder from a bundle, and return what verifying it found.

    Raises UsageError where the folder holds a sourcebook already, and InputRefused where the bundle cannot be read or
    a part is not as it is listed; then nothing of it is left.
    """
    refuse_if_taken(folder)
    made = not folder.exists()
    try:
        with translated(folder):
            folder.mkdir(parents=True, exist_ok=True)
            _unpack(bundle, folder)
            (folder / CAPTURES_NAME).mkdir(exist_ok=True)
        restore(folder)
        return verify(folder)
    except BaseException:
        _take_back(folder, made=made)
        raise


def _sizes(folder: Path) -> list[_Size]:
    paths = [folder / CONFIG_NAME, *KeptFiles(folder).paths(), *KeptFiles(folder).chain.days()]
    return [_Size(path, path.relative_to(folder).as_posix(), path.stat().st_size) for path in paths]


def _add(archive: zipfile.ZipFile, one: _Size) -> Part:
    """Copy so many bytes of a file, which may have grown, into the bundle."""
    digest, left = hashlib.sha256(), one.size
    info = _info(one.name, packed=not one.name.endswith(".gz"))
    with one.path.open("rb") as file, archive.open(info, "w", force_zip64=True) as out:
        while left and (piece := file.read(min(left, _PIECE))):
            digest.update(piece)
            out.write(piece)
            left -= len(piece)
    return Part(path=one.name, bytes=one.size - left, digest=f"sha256:{digest.hexdigest()}")


def _info(name: str, *, packed: bool) -> zipfile.ZipInfo:
    info = zipfile.ZipInfo(name, _FIRST_DATE)
    info.compress_type = zipfile.ZIP_DEFLATED if packed else zipfile.ZIP_STORED
    info.external_attr = 0o644 << 16
    return info


def _unpack(bundle: Path, folder: Path) -> None:
    try:
        with bundle.open("rb") as file, zipfile.ZipFile(file) as archive:
            listing = _listing(archive, bundle)
            for part in listing.parts:
                _unpack_part(archive, part, bundle, folder)
    except OSError as error:
        raise _refused(bundle, f"It cannot be read ({error.strerror or error}).") from error
    except _UNZIP_ERRORS as error:
        raise _refused(bundle, f"It is no bundle, or it is damaged ({error}).") from error


def _listing(archive: zipfile.ZipFile, bundle: Path) -> Listing:
    try:
        listing = msgspec.json.decode(archive.read(LIST_NAME), type=Listing)
    except msgspec.DecodeError as error:
        raise _refused(bundle, f"Its list of parts cannot be read ({error}).") from error
    if listing.format != FORMAT:
        raise _refused(bundle, f"It is in the format {listing.format}, and this program reads {FORMAT}.")
    names = [part.path for part in listing.parts]
    others = set(archive.namelist()) - {LIST_NAME, *names}
    if others:
        raise _refused(bundle, f"It holds {min(others)}, which it does not list.")
    wrong = [name for name in names if not _is_ours(name)]
    if wrong or len(set(names)) < len(names):
        raise _refused(
            bundle, f"It lists {min(wrong or names)}, which is no file of a sourcebook or stands there twice."
        )
    if CONFIG_NAME not in names:
        raise _refused(bundle, f"It does not hold {CONFIG_NAME}.")
    return listing


def _is_ours(name: str) -> bool:
    path = PurePosixPath(name)
    if name == CONFIG_NAME:
        return True
    in_place = len(path.parts) == 2 and path.as_posix() == name and path.parts[0] in (CAPTURES_NAME, CHAIN_NAME)
    return in_place and not path.name.startswith(".") and "\\" not in name and "\0" not in name


def _unpack_part(archive: zipfile.ZipFile, part: Part, bundle: Path, folder: Path) -> None:
    target = folder / part.path
    target.parent.mkdir(exist_ok=True)
    digest, size = hashlib.sha256(), 0
    with archive.open(part.path) as source, target.open("xb") as out:
        while piece := source.read(_PIECE):
            digest.update(piece)
            size += len(piece)
            if size > part.bytes:
                break
            out.write(piece)
    if size != part.bytes or f"sha256:{digest.hexdigest()}" != part.digest:
        raise _refused(bundle, f"Its part {part.path} is not as it is listed.")


def _refused(bundle: Path, what: str) -> InputRefused:
    return InputRefused(what, where=str(bundle), next_step="Get a sound copy of the bundle.")


def _take_back(folder: Path, *, made: bool) -> None:
    if made:
        shutil.rmtree(folder, ignore_errors=True)
        return
    for name in (CAPTURES_NAME, CHAIN_NAME):
        shutil.rmtree(folder / name, ignore_errors=True)
    for path in folder.glob("sourcebook.*"):
        path.unlink()
