"""Chosen works of a sweep taken into a sourcebook: their captures, and a page a country that places and quotes them.

The page goes in as a file that was handed in would, its entries given as values, so that it can be read again from what
is kept. It has a collection of its own, named for the sweep, beside the country's other pages.
"""

from __future__ import annotations

import gzip
import io
import mmap
import re
import tempfile
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Final

from sourcebook.errors import InputRefused, NotFound
from sourcebook.pipeline.document import add
from sourcebook.pipeline.report import Outcome, Report
from sourcebook.pipeline.sources import Source
from sourcebook.preserve.members import MAGIC, end_of_member
from sourcebook.preserve.plain import plain_stretches
from sourcebook.segment import GivenEntries, GivenWork, entries_as_text
from sourcebook.sweep.choosing import Choice, Chosen, chosen
from sourcebook.sweep.inputs import Task, opened

COLLECTION: Final = "Found in web archives"
_MEMBER: Final = "!/"
_LONGEST_TITLE: Final = 200
_SPACES: Final = re.compile(r"\s+")


def add_from_sweep(
    archive: Path,
    folder: Path,
    choice: Choice,
    *,
    now: str,
    dry_run: bool = False,
    progress: Callable[[Outcome], None] = lambda _: None,
) -> Report:
    """Take works of a sweep into a sourcebook, their captures first, then a page for each country.

    Raises NotFound where nothing in the sweep was asked for; what single works lack is told in the report.
    """
    works = list(chosen(folder, choice))
    if not works:
        raise NotFound(
            "No work of this sweep is like that.",
            where=str(folder),
            next_step="Ask for less: another country, more years, a lower --worth.",
        )
    by_country: dict[str, list[Chosen]] = defaultdict(list)
    for work in works:
        by_country[work.country].append(work)
    with tempfile.TemporaryDirectory(prefix="sourcebook-sweep-") as made:
        captures = Path(made) / "sweep.warc.gz"
        lost = write_captures(works, captures)
        sources = [_source(code, listed, folder.name) for code, listed in sorted(by_country.items())]
        if captures.stat().st_size:
            sources.insert(0, Source(shown="captures of the sweep", name=captures.name, open=io.BytesIO, path=captures))
        report = add(archive, sources, now=now, dry_run=dry_run, progress=progress)
    told = tuple(Outcome(source=str(folder), status="refused", reason=what) for what in lost)
    return Report(outcomes=(*report.outcomes, *told), stopped=report.stopped)


def _source(code: str, works: Iterable[Chosen], name: str) -> Source:
    entries = GivenEntries(
        sourcebook_entries=1,
        place=code,
        collection=f"{COLLECTION}: {name}",
        works=tuple(_given(work) for work in works),
    )
    data = entries_as_text(entries).encode("utf-8", "replace")
    shown = f"sweep-{code}.json"
    return Source(shown=shown, name=shown, open=lambda: io.BytesIO(data))


def _given(work: Chosen) -> GivenWork:
    return GivenWork(
        title=_SPACES.sub(" ", work.title)[:_LONGEST_TITLE].strip() or work.url,
        publisher=work.publisher or None,
        issued=work.issued,
        url=work.url,
        language=work.language,
        looks=work.seen,
        passages=work.passages,
    )


def write_captures(works: Iterable[Chosen], target: Path) -> list[str]:
    """Write the records of works into one WARC file, as they stand; return why some could not be had."""
    by_file: dict[str, set[int]] = defaultdict(set)
    for work in works:
        for place in work.records:
            by_file[place.warc].add(place.offset)
    lost: list[str] = []
    with target.open("wb") as out:
        for warc, offsets in sorted(by_file.items()):
            address, _, member = warc.partition(_MEMBER)
            try:
                with opened(Task(name="", address=address, member=member or None)) as path:
                    for record in _records(path, sorted(offsets)):
                        out.write(record)
            except (InputRefused, OSError) as error:
                lost.append(f"{warc}: its captures could not be had: {error}")
    return lost


def _records(path: Path, offsets: Iterable[int]) -> Iterator[bytes]:
    with path.open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as data:
        for offset in offsets:
            if data[offset : offset + len(MAGIC)] == MAGIC:
                end, _ = end_of_member(data, offset)
                yield data[offset:end]
            else:
                stretch = next(plain_stretches(path, offset))
                yield gzip.compress(data[stretch.start : stretch.end], mtime=0)
