"""Verify single WARC and WACZ files, which stand by themselves: no chain and no database says what they held."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from sourcebook.errors import InputRefused
from sourcebook.pipeline.verify import Finding, Verification
from sourcebook.preserve.comparing import Fault
from sourcebook.preserve.standalone import check_alone
from sourcebook.preserve.wacz_check import check_wacz

ZIP_MAGIC = b"PK"


def verify_files(
    paths: Iterable[Path], *, progress: Callable[[int, int], None] = lambda _done, _all: None
) -> Verification:
    """Read each file to its end and say what in it is not as it says itself; refuses what cannot be opened."""
    named = list(paths)
    findings: list[Finding] = []
    records = size = 0
    for number, path in enumerate(named):
        for found in _checked(path):
            if isinstance(found, int):
                records += found
            else:
                findings.append(_finding(found))
        size += path.stat().st_size
        progress(number + 1, len(named))
    return Verification(files=len(named), records=records, bytes=size, days=0, head=None, findings=tuple(findings))


def _checked(path: Path) -> Iterator[Fault | int]:
    try:
        with path.open("rb") as file:
            magic = file.read(len(ZIP_MAGIC))
        yield from check_wacz(path) if magic == ZIP_MAGIC else check_alone(path, str(path))
    except OSError as error:
        raise InputRefused(
            f"The file cannot be read ({error.strerror or error}).",
            where=str(path),
            next_step="Check its name and that you may read it.",
        ) from error


def _finding(fault: Fault) -> Finding:
    return Finding(
        kind=fault.kind,
        file=fault.file,
        what=fault.what,
        offset=fault.offset,
        length=fault.length,
        harmless=fault.harmless,
    )
