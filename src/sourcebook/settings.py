"""Every setting: its name in `sourcebook.toml`, its environment variable, its default and its meaning."""

from __future__ import annotations

import os
import tomllib
from pathlib import Path
from typing import Annotated

import msgspec
from msgspec import Meta

from sourcebook.errors import NotASourcebook

FOLDER_VARIABLE = "SOURCEBOOK"
CONFIG_NAME = "sourcebook.toml"
DATABASE_NAME = "sourcebook.db"
CAPTURES_NAME = "captures"


class Limits(msgspec.Struct, frozen=True, kw_only=True):
    """What one input may cost; past it the input is refused with a sentence."""

    max_file_bytes: Annotated[int, Meta(description="The largest file that is read.")] = 64 * 1024 * 1024
    max_markup_depth: Annotated[int, Meta(description="How deep the marks of an HTML page may be nested.")] = 512


class Settings(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A sourcebook's own settings, as `sourcebook.toml` holds them."""

    title: Annotated[str, Meta(description="What the archive is called.")] = "Sourcebook"
    topic: Annotated[str, Meta(description="The topic of its main collection.")] = "trafficking"
    owner: Annotated[str, Meta(description="Who keeps it.")] = ""
    language: Annotated[str, Meta(description="The language of its pages, as a BCP 47 tag.")] = "en"
    address: Annotated[
        str, Meta(description="Where the site stands on the web, for citations; else where it is served.")
    ] = ""
    leave_to: Annotated[str, Meta(description="Where the key that leaves every page at once leads.")] = (
        "https://www.wikipedia.org/"
    )
    limits: Limits = Limits()


def folder_from_environment() -> Path:
    """Return the folder that `$SOURCEBOOK` names, else the current folder."""
    return Path(os.environ.get(FOLDER_VARIABLE) or ".")


def load(folder: Path) -> Settings:
    """Read the settings of a sourcebook folder.

    Raises NotASourcebook where the file is missing, is no TOML, or holds an unknown or ill-typed setting.
    """
    path = folder / CONFIG_NAME
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8"))
        return msgspec.convert(table, Settings)
    except FileNotFoundError:
        raise NotASourcebook(
            "There is no sourcebook here.", where=str(folder), next_step=f"Make one: sourcebook new {folder}"
        ) from None
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError, msgspec.ValidationError) as error:
        raise NotASourcebook(
            f"The settings cannot be read: {error}.",
            where=str(path),
            next_step="Correct that line and try again.",
        ) from error
