"""The sample archive: real works, notes of our own, nothing that anyone could be sent to or dial."""

from __future__ import annotations

import functools
import json
import re
from pathlib import Path

import pytest

from sourcebook.read import document
from sourcebook.segment import segment_page

SAMPLE = Path(__file__).parents[2] / "src/sourcebook/pipeline/sample"
PAGES = sorted(SAMPLE.glob("*.txt"))
MARKER = "[our note] "
SOURCES = Path(__file__).parents[3] / "shared" / "data"
SOURCE_MARK = re.compile(r"(   - U\.S\.|   - The World|\[The World Factbook).*")
RUN = 8


def paragraphs(path):
    return path.read_text(encoding="utf-8").rstrip("\n").split("\n\n")


@functools.cache
def page(path):
    return segment_page(document(path.read_bytes(), name=path.name))


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


def test_there_are_at_least_70_entries():
    assert sum(len(page(path).entries) for path in PAGES) >= 70


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_a_page_is_of_its_country_and_no_text_of_it_is_unplaced(path):
    read = page(path)
    assert read.place == path.stem
    assert not read.unplaced
    assert not read.problems


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_a_page_has_its_parts_with_their_sources(path):
    read = page(path)
    assert all((read.collection, read.covers, read.caution, read.study_themes, read.teachers_text))
    assert read.background.work.title.startswith("The World Factbook")
    assert read.summary.work.issued
    assert not read.help


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_every_entry_has_a_title_and_a_note_and_every_passage_of_the_page_is_a_note(path):
    read = page(path)
    passages = [passage for entry in read.entries for passage in entry.passages]
    assert all(entry.work.title and entry.passages for entry in read.entries)
    assert {passage.kind for passage in [*passages, *read.background.passages, *read.summary.passages]} == {"note"}
    assert not any(MARKER.strip() in passage.text for passage in passages)


def test_every_entry_names_who_published_it_but_the_one_whose_page_names_nobody():
    anonymous = [entry.work.title for path in PAGES for entry in page(path).entries if not entry.work.credit]
    assert anonymous == ["Efforts of the Government of Belarus in fighting trafficking in persons"]


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_a_page_covers_the_years_of_its_dated_works(path):
    read = page(path)
    years = [int(entry.work.issued.lstrip("[")[:4]) for entry in read.entries if entry.work.issued]
    assert (int(read.covers[0]), int(read.covers[1])) == (min(years), max(years))


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
