"""Import 500 pages of a real page's size on one core: pages a second and peak memory, with every stage and every sync.

    python bench/import_pages.py [PAGE.txt] [--pages 500]

The pages are made by varying one: the sample's page of Belarus, brought to the size of the old archive's, or the file
given. Countries, topics, numbers and the order of words in paragraphs change, so that no two pages are alike.
"""

from __future__ import annotations

import argparse
import io
import random
import re
import resource
import tempfile
import time
from datetime import UTC, datetime
from pathlib import Path

from sourcebook.pipeline import document as flow
from sourcebook.pipeline.create import create
from sourcebook.pipeline.report import Outcome
from sourcebook.pipeline.sources import Source
from sourcebook.read import document
from sourcebook.segment import segment_page
from sourcebook.store import SqliteStore
from sourcebook.vocabulary.countries import countries

ROOT = Path(__file__).parents[1]
SAMPLE = ROOT / "src/sourcebook/pipeline/sample/BY.txt"
REAL_BYTES = 21_514
TOPICS = ("Poverty", "Torture", "Street Children")


def main() -> None:
    """Print the figures."""
    asked = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    asked.add_argument("page", nargs="?", type=Path, default=SAMPLE)
    asked.add_argument("--pages", type=int, default=500)
    options = asked.parse_args()
    model = options.page.read_text(encoding="utf-8")
    pages = varied(model if options.page != SAMPLE else sized(model), options.pages)
    with tempfile.TemporaryDirectory() as folder:
        measure(Path(folder) / "archive", pages)


def sized(text: str) -> str:
    """Return the sample's page with so many of its entries that it has the size of the real one."""
    paragraphs = text.split("\n\n")
    while len("\n\n".join(paragraphs).encode()) > REAL_BYTES:
        del paragraphs[len(paragraphs) * 2 // 3]
    return "\n\n".join(paragraphs)


def varied(text: str, count: int) -> list[bytes]:
    """Return as many pages made of this one, each of another country or topic."""
    page = segment_page(document(text.encode(), name="page.txt"))
    names = [form.text for form in countries()[page.place or ""].forms]
    forms = re.compile(rf"\b(?:{'|'.join(re.escape(name) for name in sorted(names, key=len, reverse=True))})\b")
    others = [country.name for country in countries().values() if country.dissolved is None]
    chance = random.Random(1)
    made = []
    for number in range(count):
        round_number, place = divmod(number, len(others))
        name = others[place]
        changed = forms.sub(lambda _, name=name: name, text)
        if round_number and page.collection:
            changed = changed.replace(page.collection, TOPICS[(round_number - 1) % len(TOPICS)])
        made.append("\n".join(shuffled(line, chance) for line in changed.split("\n")).encode())
    return made


def shuffled(line: str, chance: random.Random) -> str:
    """Return a long line of running text with some of its words in another order, and other numbers."""
    if len(line) < 200 or "[" in line:
        return line
    words = line.split(" ")
    for _ in range(len(words) // 10):
        one, other = (chance.randrange(1, len(words) - 1) for _ in range(2))
        words[one], words[other] = words[other], words[one]
    return re.sub(r"\b\d{2,3}\b", lambda _: str(chance.randint(10, 999)), " ".join(words))


def measure(folder: Path, pages: list[bytes]) -> None:
    """Add the pages and print how long it took and what it cost."""
    create(folder)
    sources = [
        Source(shown=f"{n}.txt", name=f"{n}.txt", open=lambda data=data: io.BytesIO(data))
        for n, data in enumerate(pages)
    ]
    flow.add(folder, sources[:1], now=now(), dry_run=True)  # loads the vocabularies
    memory: list[int] = []

    def note(_: Outcome) -> None:
        memory.append(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)

    wall, cpu = time.perf_counter(), time.process_time()
    report = flow.add(folder, sources, now=now(), progress=note)
    wall, cpu = time.perf_counter() - wall, time.process_time() - cpu
    with SqliteStore(folder).view() as view:
        rows = view.pages()
    kept = sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())
    print(f"{len(pages)} pages of {sum(map(len, pages)) // len(pages):,} bytes; {len(rows)} held, ", end="")
    print(f"{sum(row.entries for row in rows):,} entries, {sum(row.passages for row in rows):,} passages")
    print(f"refused {report.refused}, new states {report.count('updated')}")
    print(f"pages a second: {len(pages) / wall:.0f} by the clock, {len(pages) / cpu:.0f} by processor time")
    print(
        f"peak memory: {memory[len(memory) // 10] / 1024:.0f} MB after a tenth, {memory[-1] / 1024:.0f} MB at the end"
    )
    print(f"on disk: {kept / 1e6:.1f} MB")


def source(name: str, data: bytes) -> Source:
    """Return bytes as a file to be read."""
    return Source(shown=name, name=name, open=lambda: io.BytesIO(data))


def now() -> str:
    """Return the time."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


if __name__ == "__main__":
    main()
