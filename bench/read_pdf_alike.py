"""How alike reports read as PDF and as text: the share of passages that each form has in the other, and their pages.

    python bench/read_pdf_alike.py FOLDER_OF_PDFS FOLDER_OF_TEXTS

Two files belong together that have the same name. A passage is a paragraph or an item of 40 letters or more; it is in
the other form where one there has a likeness of 97 or more.
"""

from __future__ import annotations

import sys
from pathlib import Path

from rapidfuzz import fuzz, process

from sourcebook.read import document
from sourcebook.segment.report import segment_report

ALIKE = 97
LEAST = 40


def passages(path: Path):
    report = segment_report(document(path.read_bytes(), name=path.name))
    return [block for block in report.blocks if block.kind in {"paragraph", "item"} and len(block.text) >= LEAST]


def found(some, others) -> tuple[int, int]:
    """Return how many passages are among others, and how many of those stand on the same page."""
    texts = [other.text for other in others]
    best = [process.extractOne(one.text, texts, scorer=fuzz.ratio, score_cutoff=ALIKE) for one in some]
    pages = sum(others[hit[2]].page == one.page for one, hit in zip(some, best, strict=True) if hit)
    return sum(hit is not None for hit in best), pages


def main() -> None:
    pdfs, texts = map(Path, sys.argv[1:3])
    counts = [0] * 5
    for pdf in sorted(pdfs.glob("*.pdf")):
        text = texts / f"{pdf.stem}.txt"
        if not text.exists():
            continue
        ours, theirs = passages(pdf), passages(text)
        alike, pages = found(theirs, ours)
        back, _ = found(ours, theirs)
        counts = [total + one for total, one in zip(counts, (alike, len(theirs), pages, back, len(ours)), strict=True)]
    alike, all_theirs, pages, back, all_ours = counts
    print(f"passages of the text found in the PDF: {alike} of {all_theirs} ({alike / all_theirs:.1%})")
    print(f"passages of the PDF found in the text: {back} of {all_ours} ({back / all_ours:.1%})")
    print(f"on the same page: {pages} of {alike}")


if __name__ == "__main__":
    main()
