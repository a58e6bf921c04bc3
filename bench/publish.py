"""Publish a generated archive: seconds, memory, pages a second beside Pelican, and one changed entry.

    python bench/publish.py [--countries 200] [--entries 100] [--articles 100000]

Three figures an entry. Every page is rendered and written: countries with their pictures, entries with their citation
files, passages, figures; then the search index. Pelican is given the main parts of these pages, or of as many
as it is asked for, as HTML, with its own simple theme, in the same run; it works on one core, so our rate is given for one too,
of the pages of a twentieth of the archive, without the citations, tables and packs that Pelican is not given.
The peak of memory is that of all our processes together, without the indexer's.
"""

from __future__ import annotations

import argparse
import os
import random
import re
import resource
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path

import msgspec

from country_pages import country_pages
from sourcebook.model import Document, Page
from sourcebook.pipeline.claiming import claims_of
from sourcebook.pipeline.comparing import compare_stale, mark_everything
from sourcebook.pipeline.create import create
from sourcebook.publish.files.flow import Asked, publish
from sourcebook.publish.files.plan import plan
from sourcebook.publish.files.rendering import Publishing, Renderer
from sourcebook.publish.files.staging import store_bytes
from sourcebook.settings import Settings
from sourcebook.store import SqliteStore

DAY = "2026-11-25"
SETTINGS = Settings(title="A generated archive", address="https://archive.example")
MAIN = re.compile(r"<main[^>]*>(.*)</main>", re.DOTALL)
TITLE = re.compile(r"<title>(.*?)</title>", re.DOTALL)


class Watch:
    """The most memory, in megabytes, that this process and those it starts hold together, the indexer left out."""

    def __init__(self) -> None:
        self._most = 0
        self._ended = threading.Event()
        self._thread = threading.Thread(target=self._look, daemon=True)
        self._thread.start()

    def _look(self) -> None:
        while not self._ended.wait(0.5):
            self._most = max(self._most, held_memory())

    def stop(self) -> float:
        """Return the most that was seen."""
        self._ended.set()
        self._thread.join()
        return self._most / 1024


def held_memory() -> int:
    """Return what this process and its children hold, in kB; what they share is counted in parts (PSS)."""
    me, total = str(os.getpid()), 0
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            status = (folder / "status").read_text()
            if (folder.name != me and f"PPid:\t{me}\n" not in status) or "pagefind" in status.split("\n", 1)[0]:
                continue
            total += int(re.search(r"Pss:\s+(\d+)", (folder / "smaps_rollup").read_text())[1])
        except (OSError, TypeError):
            continue
    return total


def build(book: Path, countries: int, entries: int) -> list[Page]:
    """Make the archive, read and compared as any other, and say what it holds."""
    began = time.perf_counter()
    pages = list(country_pages(countries, entries, figures=100))
    create(book)
    store = SqliteStore(book)
    for number, page in enumerate(pages):
        with store.writer() as writer:
            put(writer, page, f"sha256:{number}")
    compare_stale(store)
    took = time.perf_counter() - began
    figures = sum(1 for _ in figures_of(store))
    print(
        f"archive: {len(pages)} countries, {countries * entries:,} entries, {figures:,} figures, made in {took:.0f} s"
    )
    return pages


def put(writer: object, page: Page, digest: str) -> None:
    writer.put_page(page, Document(text="", media_type="text/plain", digest=digest), claims_of(page))
    mark_everything(writer.evidence)


def figures_of(store: SqliteStore) -> list[object]:
    with store.view() as view:
        return [figure for work in view.inventory().works for figure in work.figures]


def whole(book: Path, site: Path, *, jobs: int = 0, search: bool = True) -> tuple[float, int, float]:
    """Publish everything; return the seconds, the files of the site, and the most memory in megabytes."""
    watch = Watch()
    began = time.perf_counter()
    done = publish(Asked(archive=book, folder=site, settings=SETTINGS, as_of=DAY, jobs=jobs, search=search))
    return time.perf_counter() - began, done.files, watch.stop()


def once_more(book: Path, site: Path, page: Page) -> None:
    """Change one entry and print how long it takes to publish it; then again, unchanged."""
    last = page.entries[-1]
    changed = msgspec.structs.replace(last, passages=last.passages[:1])
    again = msgspec.structs.replace(page, entries=(*page.entries[:-1], changed))
    store = SqliteStore(book)
    with store.writer() as writer:
        put(writer, again, "sha256:again")
    compare_stale(store)
    for what in ("one changed entry", "nothing changed"):
        began = time.perf_counter()
        done = publish(Asked(archive=book, folder=site, settings=SETTINGS, as_of=DAY, search=False))
        print(f"{what}: {time.perf_counter() - began:.2f} s (at most 2), {done.written} files written")


def beside_pelican(book: Path, site: Path, folder: Path, articles: int, runs: int = 3) -> None:
    """Print our rate on the pages of an archive, and no other file, and Pelican's on the main parts of pages of them.

    Each is a process of its own, on one core, its start counted; the time is the processor's, the median of several
    runs in turns.
    """
    content, drawn = folder / "content", _drawn(site, articles)
    content.mkdir(parents=True)
    for number, path in enumerate(drawn):
        text = path.read_text(encoding="utf-8")
        title = TITLE.search(text)[1].replace('"', "")
        head = f'<html><head><title>{title} {number}</title><meta name="date" content="2026-11-25"></head>'
        (content / f"{number}.html").write_text(f"{head}<body>{MAIN.search(text)[1]}</body></html>", encoding="utf-8")
    settings = folder / "settings.py"
    settings.write_text(
        "SITEURL='https://archive.example'\nSITENAME='x'\nTIMEZONE='UTC'\nFEED_ALL_ATOM=None\nCATEGORY_FEED_ATOM=None\n"
        "THEME='simple'\nDEFAULT_PAGINATION=False\nARCHIVES_SAVE_AS=''\nTAGS_SAVE_AS=''\nCATEGORIES_SAVE_AS=''\n"
        "CATEGORY_SAVE_AS=''\nAUTHORS_SAVE_AS=''\nINDEX_SAVE_AS=''\nDIRECT_TEMPLATES=[]\n"
    )
    theirs_command = ["-m", "pelican", str(content), "-s", str(settings), "-o", str(folder / "made"), "-q"]
    ours_command = [__file__, "--pages-of", str(book), str(folder / "pages")]
    ours, theirs = [], []
    for _ in range(runs):
        ours.append(_seconds(ours_command))
        theirs.append(_seconds(theirs_command))
    pages = sum(1 for _ in (folder / "pages").rglob("*.html"))
    rate, other = pages / statistics.median(ours), len(drawn) / statistics.median(theirs)
    print(f"pages a second of one core: {rate:.0f} ({pages} pages), Pelican on {len(drawn)} of the same {other:.0f}")
    print(f"ratio {rate / other:.1f} (at least 2)")


def _drawn(site: Path, articles: int) -> list[Path]:
    pages = sorted(site.rglob("index.html"))
    return random.Random(1).sample(pages, min(articles, len(pages)))


def _seconds(command: list[str]) -> float:
    """Return the seconds that a process with what it starts takes of a processor."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run([sys.executable, *command], check=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def write_pages(book: Path, folder: Path) -> None:
    """Render and write every page of an archive, and none of the other files of its site."""
    with SqliteStore(book).view() as view:
        units = plan(view.inventory(), "", SETTINGS)
    renderer = Renderer(Publishing(archive=str(book), staging=str(folder), settings=SETTINGS, as_of=DAY))
    for unit in units:
        for job in unit.jobs:
            for path, content in () if job.is_file else renderer.written(job):
                store_bytes(folder / path, content)
    renderer.close()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--countries", type=int, default=200)
    parser.add_argument("--entries", type=int, default=100)
    parser.add_argument("--articles", type=int, default=100_000)
    parser.add_argument("--pages-of", nargs=2, type=Path, metavar=("BOOK", "FOLDER"), help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.pages_of:
        write_pages(*asked.pages_of)
        return
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        book, site = folder / "book", folder / "site"
        pages = build(book, asked.countries, asked.entries)
        seconds, files, most = whole(book, site)
        print(
            f"{files:,} files with pictures and search index: {seconds:.1f} s (at most 120); {most:.0f} MB (at most 800)"
        )
        once_more(book, site, pages[len(pages) // 2])
        build(folder / "few", max(asked.countries // 20, 2), asked.entries)
        whole(folder / "few", folder / "alone", search=False)
        beside_pelican(folder / "few", folder / "alone", folder / "pelican", asked.articles)


if __name__ == "__main__":
    main()
