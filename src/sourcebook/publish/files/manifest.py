"""What stands in the folder of a published site: every file by its digest, and what each rests on."""

from __future__ import annotations

from pathlib import Path

import msgspec

from sourcebook.errors import UsageError
from sourcebook.model import Value
from sourcebook.publish.files.staging import translated

NAME = ".sourcebook-site.json"
UNDER_WAY = ".sourcebook-under-way.json"
STAGING = ".sourcebook-staging"
FORMAT = 1
UNKNOWN = ""


class UnitWritten(Value, frozen=True):
    """A unit as it was written: what it rested on, and its files by path with their digests."""

    rests_on: str
    files: dict[str, str]


class Manifest(Value, frozen=True):
    """The files of a site by unit; a digest that is not known stands for a file that must be written anew."""

    units: dict[str, UnitWritten] = msgspec.field(default_factory=dict)
    format: int = FORMAT

    def paths(self) -> set[str]:
        """Return the path of every file."""
        return {path for unit in self.units.values() for path in unit.files}


def read_manifest(folder: Path) -> Manifest:
    """Return what was published into a folder, nothing where it is new or empty.

    Of the files that a run which was cut off may have put in place only their names are known. Raises UsageError where
    the folder holds anything else: a site is never written among somebody's files.
    """
    with translated(folder):
        if not folder.exists():
            return Manifest()
        if not folder.is_dir():
            raise _foreign(folder, "This is a file.")
        held, meant = _decoded(folder / NAME), _decoded(folder / UNDER_WAY)
        if held is None and meant is None and {path.name for path in folder.iterdir()} - {STAGING}:
            raise _foreign(folder, "This folder holds files that were not published by Sourcebook.")
    held = held or Manifest()
    return _in_doubt(held, meant) if meant else held


def encoded(manifest: Manifest) -> bytes:
    """Return a manifest as it is kept: the same for the same site."""
    return msgspec.json.encode(manifest, order="deterministic") + b"\n"


def _decoded(path: Path) -> Manifest | None:
    try:
        return msgspec.json.decode(path.read_bytes(), type=Manifest)
    except FileNotFoundError:
        return None
    except (msgspec.DecodeError, UnicodeDecodeError):
        raise _foreign(path, "The list of what was published here cannot be read.") from None


def _in_doubt(held: Manifest, meant: Manifest) -> Manifest:
    """Return what is known of a folder between two states: of each unit that differs only which files are ours."""
    units = {}
    for key in held.units.keys() | meant.units.keys():
        one, other = held.units.get(key), meant.units.get(key)
        if one is not None and one == other:
            units[key] = one
        else:
            files = dict.fromkeys(path for unit in (one, other) if unit for path in unit.files)
            units[key] = UnitWritten(rests_on=UNKNOWN, files=dict.fromkeys(files, UNKNOWN))
    return Manifest(units=units)


def _foreign(folder: Path, what: str) -> UsageError:
    return UsageError(what, where=str(folder), next_step="Choose a new folder: sourcebook publish -o DIR")
