"""Reading PDFs against bare text extraction by the library beneath: ratio of speed, and memory on many pages.

    python -m bench.read_pdf [FOLDER]

Without a folder, reports are made by the script itself. The figures are medians of rounds in which both take turns.
"""

from __future__ import annotations

import resource
import statistics
import sys
import time
from contextlib import closing
from pathlib import Path

import pypdfium2
from tests.read.pdfs import made

from sourcebook.read import document

ROUNDS = 5


def bare(data: bytes) -> int:
    with closing(pypdfium2.PdfDocument(data)) as pdf:
        return sum(len(page.get_textpage().get_text_range()) for page in pdf)


def timed(work, files: list[bytes]) -> float:
    start = time.process_time()
    for data in files:
        work(data)
    return time.process_time() - start


def main() -> None:
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else None
    files = (
        [path.read_bytes() for path in sorted(folder.glob("*.pdf"))]
        if folder
        else [made(40, seed) for seed in range(4)]
    )
    ratios = []
    for _ in range(ROUNDS):
        theirs = timed(bare, files)
        ours = timed(lambda data: document(data, name="report.pdf"), files)
        ratios.append(theirs / ours)
    print(f"speed: {statistics.median(ratios):.2f} of bare extraction ({len(files)} files, {ROUNDS} rounds)")
    large = made(2000, 1)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    read = document(large, name="large.pdf")
    after = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    print(
        f"memory: {after / 1024:.0f} MB at most on 2,000 pages ({len(large) / 2**20:.1f} MB, {len(read.text):,} characters); {before / 1024:.0f} MB before"
    )


if __name__ == "__main__":
    main()
