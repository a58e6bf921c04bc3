"""Languages by their BCP 47 tags, as those who speak them write their names."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files


@cache
def _names() -> Mapping[str, str]:
    table: dict[str, str] = tomllib.loads(files(__package__).joinpath("languages.toml").read_text("utf-8"))
    return table


def own_name(tag: str) -> str | None:
    """Return the name of a language in itself, found by its tag or the first part of it; None where it is unknown."""
    return _names().get(tag) or _names().get(tag.split("-", maxsplit=1)[0].lower())
