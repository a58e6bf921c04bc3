"""The sample archive: real works, notes of our own, nothing that anyone could be sent to or dial."""

from __future__ import annotations

import functools
import json
import re
from pathlib import Path

import pytest

SAMPLE = Path(__file__).parents[2] / "src/sourcebook/pipeline/sample"
PAGES = sorted(SAMPLE.glob("*.txt"))
MARKER = "[our note] "
SOURCES = Path(__file__).parents[3] / "shared" / "data"
SOURCE_MARK = re.compile(r"(   - U\.S\.|   - The World|\[The World Factbook).*")
RUN = 8


def paragraphs(path):
    return path.read_text(encoding="utf-8").rstrip("\n").split("\n\n")


def runs(text):
    words = [word.lower() for word in re.findall(r"[\w\u2019']+", text)]
    return {tuple(words[i : i + RUN]) for i in range(len(words) - RUN + 1)}


@functools.cache
def runs_of_the_sources():
    files = [SOURCES / "pages/belarus.txt", *(SOURCES / "dol_findings").rglob("*.txt")]
    texts = [path.read_text(encoding="utf-8", errors="replace") for path in files]
    for path in (SOURCES / "factbook").glob("*.jsonl"):
        texts += [json.loads(line)["text"] for line in path.read_text(encoding="utf-8").splitlines()]
    return {hash(run) for text in texts for run in runs(text)}


def test_belarus_stands_with_at_least_seven_of_its_neighbours_and_destinations():
    codes = {path.stem for path in PAGES}
    assert "BY" in codes
    assert len(codes) >= 8
    assert {"UA", "PL", "LT", "LV", "RU"} < codes


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_a_page_holds_no_number_to_dial_and_says_so(path):
    text = path.read_text(encoding="utf-8")
    assert "HELP for Victims" not in text
    assert not re.search(r"\+\d|Country code|\(\d{2,}\)|\d{2,}[ -]\d{3}[ -]\d{2,}|hotline", text)
    assert "no help for victims" in " ".join(p for p in paragraphs(path) if p.startswith("CAUTION"))


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_every_long_paragraph_of_an_entry_is_marked_as_our_note(path):
    archive = path.read_text(encoding="utf-8").split("*** ARCHIVES ***")[1]
    unmarked = [p for p in archive.split("\n\n")[1:-1] if len(p) > 200 and not p.startswith(MARKER)]
    assert not unmarked


@pytest.mark.slow
@pytest.mark.skipif(not SOURCES.is_dir(), reason="the works themselves are not at hand")
def test_no_run_of_eight_words_is_carried_over_from_the_works():
    notes = [p for path in PAGES for p in paragraphs(path) if p.startswith(MARKER)]
    borrowed = [run for note in notes for run in runs(SOURCE_MARK.sub("", note)) if hash(run) in runs_of_the_sources()]
    assert not borrowed
