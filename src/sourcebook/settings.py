"""Every setting: its name in `sourcebook.toml`, its environment variable, its default and its meaning."""

from __future__ import annotations

import os
import tomllib
from pathlib import Path
from typing import Annotated, Literal

import msgspec
from msgspec import Meta

from sourcebook.errors import NotASourcebook, UsageError

FOLDER_VARIABLE = "SOURCEBOOK"
CONFIG_NAME = "sourcebook.toml"
DATABASE_NAME = "sourcebook.db"
CAPTURES_NAME = "captures"
HELP_NAME = "help.toml"
FETCH_VARIABLES = {
    "delay": "SOURCEBOOK_FETCH_DELAY",
    "timeout": "SOURCEBOOK_FETCH_TIMEOUT",
    "retry_delay": "SOURCEBOOK_FETCH_RETRY_DELAY",
}
PRIVATE_VARIABLE = "SOURCEBOOK_FETCH_ALLOW_PRIVATE"
"""Set to 1, lets addresses be fetched that are not public: for tests against a server of one's own."""
CHAIN_NAME = "chain"


class Limits(msgspec.Struct, frozen=True, kw_only=True):
    """What one input may cost; past it the input is refused with a sentence."""

    max_file_bytes: Annotated[int, Meta(description="The largest file that is read.")] = 64 * 1024 * 1024
    max_pages: Annotated[int, Meta(description="The most pages of a PDF that are read.")] = 5000
    max_text: Annotated[int, Meta(description="The most characters of text that one file may hold.")] = 64 * 1024 * 1024
    max_seconds: Annotated[float, Meta(gt=0, description="The longest that one file may take to be read.")] = 120.0
    max_memory: Annotated[int, Meta(description="The most memory, in bytes, that reading one file may take.")] = (
        1024 * 1024 * 1024
    )
    max_markup_depth: Annotated[int, Meta(description="How deep the marks of an HTML page may be nested.")] = 512


class Fetching(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """How sources are fetched: politely, within limits, and from public addresses only."""

    user_agent: Annotated[str, Meta(description="What we call ourselves; else made from the owner and address.")] = ""
    delay: Annotated[
        float, Meta(ge=0, description="Seconds between two requests to one host; `$SOURCEBOOK_FETCH_DELAY`.")
    ] = 2.0
    timeout: Annotated[
        float, Meta(gt=0, description="Seconds that a host may keep silent; `$SOURCEBOOK_FETCH_TIMEOUT`.")
    ] = 30.0
    retry_delay: Annotated[
        float, Meta(ge=0, description="Seconds before a failed look is repeated; `$SOURCEBOOK_FETCH_RETRY_DELAY`.")
    ] = 60.0
    max_wait: Annotated[float, Meta(ge=0, description="The longest `Retry-After`, in seconds, that is waited for.")] = (
        300.0
    )
    max_redirects: Annotated[int, Meta(ge=0, description="How many redirects in a row are followed.")] = 10
    max_body_bytes: Annotated[int, Meta(description="The largest answer that is kept whole.")] = 4 * 1024**3
    max_untold_bytes: Annotated[
        int, Meta(description="The same for an answer that does not tell its length in advance.")
    ] = 256 * 1024**2
    min_rate: Annotated[int, Meta(ge=1, description="Bytes a second below which an answer counts as too slow.")] = 512
    workers: Annotated[int, Meta(ge=1, le=64, description="How many hosts are asked at a time.")] = 8
    timegates: Annotated[
        tuple[str, ...], Meta(description="Memento TimeGates (RFC 7089) to ask for copies; the link is put after each.")
    ] = ("https://web.archive.org/web/",)
    timemaps: Annotated[
        tuple[str, ...], Meta(description="Memento TimeMaps in link format; the link is put after each.")
    ] = ()
    availability: Annotated[
        tuple[str, ...], Meta(description="Wayback availability interfaces; asked with `url` and `timestamp`.")
    ] = ("https://archive.org/wayback/available",)


class Robots(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What programs that gather pages are asked to do, as `robots.txt` (RFC 9309) tells them."""

    policy: Annotated[
        Literal["all", "search", "none"],
        Meta(
            description="Who may gather its pages: `all`, `search` for all but those known to gather for training "
            "language models, or `none`."
        ),
    ] = "all"
    refused: Annotated[
        tuple[Annotated[str, Meta(pattern="^[A-Za-z_-]+$")], ...],
        Meta(description="The names of further programs that may gather nothing."),
    ] = ()


class Excerpts(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """How much of a work may be quoted before publishing warns."""

    most_words: Annotated[
        int, Meta(gt=0, description="The most words of one work that all pages together quote without a warning.")
    ] = 800
    most_share: Annotated[
        float,
        Meta(gt=0, le=1, description="The most of a work, where its length is known, that all pages together quote."),
    ] = 0.5


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
    packs: Annotated[
        tuple[Literal["html", "docx", "pdf"], ...],
        Meta(
            description="The formats in which publishing writes the packs of each country; none for no packs. "
            "`docx` and `pdf` take seconds a country."
        ),
    ] = ("html",)
    licence: Annotated[
        str,
        Meta(
            description="The licence of its own notes and tables, as an SPDX identifier or an address; none for none."
        ),
    ] = ""
    limits: Limits = Limits()
    fetch: Fetching = Fetching()
    robots: Robots = Robots()
    excerpts: Excerpts = Excerpts()


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


def fetching_from_environment(fetch: Fetching) -> Fetching:
    """Return how to fetch, with what the environment says in place of the sourcebook's own settings.

    Raises UsageError where a variable is no number or out of range.
    """
    told = {name: value for name, variable in FETCH_VARIABLES.items() if (value := os.environ.get(variable))}
    try:
        return msgspec.convert({**msgspec.structs.asdict(fetch), **told}, Fetching, strict=False)
    except msgspec.ValidationError as error:
        variables = ", ".join(FETCH_VARIABLES[name] for name in told)
        raise UsageError(f"{error}.", where=variables, next_step="Give a number of seconds.") from error


def private_allowed() -> bool:
    """Tell whether the switch for tests lets private addresses pass."""
    return os.environ.get(PRIVATE_VARIABLE) == "1"
