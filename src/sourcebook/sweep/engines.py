"""The engines by their names; a row adds one. Each gives the same outcomes, in any order."""

from __future__ import annotations

from collections.abc import Callable
from types import MappingProxyType
from typing import Final

from sourcebook.errors import MissingExtra
from sourcebook.sweep.engine import Engine
from sourcebook.sweep.local_engine import LocalEngine


def _ray(workers: int | None, address: str | None) -> Engine:
    try:
        from sourcebook.sweep.ray_engine import RayEngine
    except ImportError as error:
        raise MissingExtra("ray", "Sweeping on a Ray cluster") from error
    return RayEngine(workers, address)


ENGINES: Final = MappingProxyType[str, Callable[[int | None, str | None], Engine]]({"local": LocalEngine, "ray": _ray})
"""Every engine by its name, made of a number of workers and an address, either of which may be None."""
