"""Make an empty sourcebook."""

from __future__ import annotations

import json
from pathlib import Path

import msgspec

from sourcebook.errors import UsageError
from sourcebook.settings import CAPTURES_NAME, CHAIN_NAME, CONFIG_NAME, DATABASE_NAME, Settings
from sourcebook.store import SqliteStore
from sourcebook.store.connection import translated

_WRITTEN = ("title", "topic", "owner", "language", "address", "leave_to")


def create(folder: Path, settings: Settings | None = None) -> None:
    """Make an empty sourcebook in a folder, which is made where it is missing.

    Raises UsageError where the folder holds a sourcebook already, and StorageFailed where it cannot be written; then
    nothing of it is left.
    """
    refuse_if_taken(folder)
    with translated(folder):
        folder.mkdir(parents=True, exist_ok=True)
    try:
        SqliteStore(folder).create()
        with translated(folder):
            (folder / CAPTURES_NAME).mkdir()
            (folder / CONFIG_NAME).write_text(toml(settings or Settings()), encoding="utf-8")
    except BaseException:
        _take_back(folder)
        raise


def refuse_if_taken(folder: Path) -> None:
    """Raise UsageError where a folder holds a sourcebook or a part of one."""
    for name in (CONFIG_NAME, DATABASE_NAME, CAPTURES_NAME, CHAIN_NAME):
        if (folder / name).exists():
            raise UsageError(
                "There is a sourcebook here already.", where=str(folder / name), next_step="Choose another folder."
            )


def toml(settings: Settings) -> str:
    """Return the settings as `sourcebook.toml` holds them; each is one line that can be changed by hand."""
    # A JSON string is a TOML string too.
    lines = [f"{name} = {json.dumps(getattr(settings, name), ensure_ascii=False)}" for name in _WRITTEN]
    limits = [f"{name} = {value}" for name, value in msgspec.structs.asdict(settings.limits).items()]
    return "\n".join([*lines, "", "[limits]", *limits, ""])


def _take_back(folder: Path) -> None:
    for name in (
        CONFIG_NAME,
        DATABASE_NAME,
        f"{DATABASE_NAME}-wal",
        f"{DATABASE_NAME}-shm",
        f"{DATABASE_NAME}-journal",
    ):
        (folder / name).unlink(missing_ok=True)
    if (folder / CAPTURES_NAME).is_dir():
        (folder / CAPTURES_NAME).rmdir()
