"""Kill capture, import and verify with -9 at random instants; nothing acknowledged may be lost, and the next run goes on.

python -m bench.kills [HOW_MANY]
"""

from __future__ import annotations

import contextlib
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

os.environ["SOURCEBOOK_FETCH_ALLOW_PRIVATE"] = "1"
os.environ["SOURCEBOOK_FETCH_DELAY"] = "0"

import sourcebook.pipeline
from sourcebook.pipeline.capture import capture
from sourcebook.pipeline.create import create
from sourcebook.pipeline.document import add
from sourcebook.pipeline.sources import sources
from sourcebook.pipeline.verify import verify
from sourcebook.preserve import KeptFiles
from sourcebook.preserve.inspect import inspect
from sourcebook.store import SqliteStore

SAMPLE = Path(sourcebook.pipeline.__file__).parent / "sample"
NOW = "2024-05-06T07:08:09Z"
PAGES = 250
SERVER = """
import http.server, sys
class Pages(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    def do_GET(self):
        body = (f"<html><title>{self.path}</title><p>" + f"words of {self.path} " * 60).encode()
        if self.path == "/robots.txt":
            self.send_error(404); return
        self.send_response(200); self.send_header("Content-Type", "text/html")
        self.send_header("Content-Length", str(len(body))); self.end_headers(); self.wfile.write(body)
    def log_message(self, *_): pass
server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Pages)
print(server.server_port, flush=True)
server.serve_forever()
"""


class Work(NamedTuple):
    """What is killed: a run that acknowledges what it has done, and whether a sourcebook holds all of it."""

    name: str
    run: Callable[[Path, Callable[[str], None]], None]
    holds: Callable[[Path, set[str]], bool]
    everything: set[str]


@contextlib.contextmanager
def serving() -> Iterator[int]:
    """Give the port of a server on loopback."""
    with subprocess.Popen(
        [sys.executable, "-c", SERVER], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    ) as process:
        try:
            yield int(process.stdout.readline())
        finally:
            process.kill()


def captured(folder: Path) -> set[str]:
    """Return the addresses whose captures can be read back."""
    kept, found = KeptFiles(folder), set()
    with SqliteStore(folder).view() as view:
        for file in view.capture_files():
            found |= {one.url for one in view.captures_in(file) if kept.record(one)}
    return found


def works(port: int, archive: Path) -> list[Work]:
    """Return the three works; the import takes country pages and a web archive of many records."""
    urls = [f"http://127.0.0.1:{port}/{number}" for number in range(PAGES)]
    named = [str(path) for path in sorted(SAMPLE.glob("*.txt"))[:6]] + [str(archive)]

    def capturing(folder: Path, acknowledge: Callable[[str], None]) -> None:
        capture(folder, urls, progress=lambda one: acknowledge(one.url))

    def importing(folder: Path, acknowledge: Callable[[str], None]) -> None:
        add(folder, sources(named, sys.stdin.buffer), now=NOW, progress=lambda one: acknowledge(Path(one.source).name))

    def verifying(folder: Path, acknowledge: Callable[[str], None]) -> None:
        for _ in range(3):
            acknowledge("sound" if not verify(folder).findings else "not sound")

    def imported(folder: Path, acknowledged: set[str]) -> bool:
        found = {url.rpartition("/")[2] for url in captured(folder)}
        archived = sum(url.startswith("http://127.0.0.1") for url in captured(folder))
        return all(name in found if name.endswith(".txt") else archived >= PAGES for name in acknowledged)

    return [
        Work("capture", capturing, lambda folder, told: told <= captured(folder), set(urls)),
        Work("import", importing, imported, {Path(name).name for name in named}),
        Work("verify", verifying, lambda _, told: told <= {"sound"}, {"sound"}),
    ]


def killed(work: Work, folder: Path, seconds: float) -> set[str]:
    """Run a work in a process of its own, kill it after so long, and return what it had acknowledged."""
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reader)
        with contextlib.suppress(BaseException):
            work.run(folder, lambda said: os.write(writer, f"{said}\n".encode()))
        os._exit(0)
    os.close(writer)
    time.sleep(seconds)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    with os.fdopen(reader, "rb") as pipe:
        said = pipe.read().decode()
    return set(said.split("\n")[:-1])


def judge(work: Work, folder: Path, told: set[str]) -> list[str]:
    """Return what is wrong after a kill; an empty list where all is as it must be."""
    wrong = []
    if not work.holds(folder, told):
        wrong.append("something acknowledged is lost")
    for path in sorted((folder / "captures").iterdir()):
        runs = list(inspect(path))
        if any(run.kind != "member" or run.problems for run in runs[:-1]) or any(run.kind == "damaged" for run in runs):
            wrong.append(f"{path.name} cannot be read")
    report = verify(folder)
    wrong += [f"verify: {finding.what}" for finding in report.faults]
    torn = sum(
        list(inspect(path))[-1].kind == "torn" for path in (folder / "captures").iterdir() if path.stat().st_size
    )
    if torn != sum(finding.kind == "torn" for finding in report.findings):
        wrong.append("verify does not tell the torn end, or tells one that is not there")
    work.run(folder, lambda _: None)
    if not work.holds(folder, work.everything):
        wrong.append("the next run did not go on")
    add(folder, sources([str(SAMPLE / "UA.txt")], sys.stdin.buffer), now=NOW)
    wrong += [f"verify after the next run: {finding.what}" for finding in verify(folder).findings]
    return wrong


def run(count: int, seed: int = 0) -> tuple[Counter[str], list[str]]:
    """Return how often each work was killed, by how far it had come, and what was wrong."""
    chance, tally, lines = random.Random(seed), Counter[str](), []
    with tempfile.TemporaryDirectory() as temporary, serving() as port:
        place = Path(temporary)
        whole = place / "whole"
        create(whole)
        capture(whole, [f"http://127.0.0.1:{port}/{number}" for number in range(PAGES)])
        archive = place / "crawl.warc.gz"
        shutil.copy(next((whole / "captures").iterdir()), archive)
        for work in works(port, archive):
            begin = whole if work.name == "verify" else place / "empty"
            if not begin.exists():
                create(begin)
            took = clean_time(work, begin, place)
            for number in range(count // 3 + (work.name == "capture") * (count % 3)):
                folder = place / "copy"
                shutil.copytree(begin, folder)
                told = killed(work, folder, chance.uniform(0, took))
                done = "all" if told >= work.everything else "some" if told else "nothing"
                tally[f"{work.name}: {done} acknowledged"] += 1
                lines += [f"{work.name} {number}: {what}" for what in judge(work, folder, told)]
                shutil.rmtree(folder)
    return tally, lines


def clean_time(work: Work, begin: Path, place: Path) -> float:
    """Return how long a work takes when nobody kills it."""
    folder = place / "clean"
    shutil.copytree(begin, folder)
    began = time.perf_counter()
    work.run(folder, lambda _: None)
    took = time.perf_counter() - began
    shutil.rmtree(folder)
    return took


if __name__ == "__main__":
    tally, lines = run(int(sys.argv[1]) if len(sys.argv) > 1 else 200)
    print(*lines, sep="\n")
    for name, times in sorted(tally.items()):
        print(f"{name:34} {times:4}")
    print(f"killed {tally.total()} times, {len(lines)} things wrong")
