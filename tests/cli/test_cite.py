"""`sourcebook cite` prints what was asked for on stdout, and says in a sentence what it cannot do."""

from __future__ import annotations

import json

import pytest
from tests.cli.run import run
from tests.store.worlds import STREET, ZEMBLA, document

from sourcebook.store import SqliteStore

WORK = ZEMBLA.entries[0].work
PASSAGE = ZEMBLA.entries[0].passages[1]
APA = "Example, A. (2004, March 24). Glass workers held by debt. The Paper."


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    folder = tmp_path_factory.mktemp("archive") / "a"
    run("new", folder, "--title", "A Sourcebook", "--owner", "Shade, John")
    with SqliteStore(folder).writer() as writer:
        writer.put_page(ZEMBLA, document("1"))
        writer.put_page(STREET, document("2"))
    return folder


@pytest.mark.parametrize(
    ("style", "start"),
    [
        ("apa", "Example, A. (2004"),
        ("mla", "Example, Ann. “Glass Workers"),
        ("chicago", "Example, Ann. 2004. “Glass"),
        ("harvard", "Example, A. (2004) Glass workers"),
        ("ieee", "[1] A. Example, “Glass"),
        ("APA", "Example, A. (2004"),
    ],
)
def test_an_entry_is_cited_in_each_style(folder, style, start):
    done = run("-C", folder, "cite", WORK.id, "--style", style)
    assert (done.code, done.err) == (0, "")
    assert done.out.startswith(start)


def test_a_passage_is_followed_by_its_place(folder):
    done = run("-C", folder, "cite", PASSAGE.id)
    assert done.out.splitlines()[1] == "(Example, 2004, para. 2)"


def test_a_country_is_its_whole_reading_list(folder):
    assert len(run("-C", folder, "cite", "South Africa").out.splitlines()) == len(ZEMBLA.entries)
    assert len(run("-C", folder, "cite", "ZA/street", "--in-text").out.splitlines()) == 1


def test_the_page_itself_can_be_cited(folder):
    assert run("-C", folder, "cite", "ZA", "--page").out.startswith("Shade, J. (20")


@pytest.mark.parametrize(("form", "start"), [("csl", "[\n"), ("bibtex", "@online{example2004-"), ("ris", "TY  - ")])
def test_a_file_for_another_program_is_written_to_stdout(folder, form, start):
    done = run("-C", folder, "cite", "ZA", "--format", form)
    assert done.code == 0
    assert done.out.startswith(start)


def test_json_holds_the_entry_and_the_words_in_the_sentence(folder):
    (row,) = json.loads(run("-C", folder, "cite", WORK.id, "--json").out)
    assert (row["id"], row["style"], row["in_text"]) == (WORK.id, "apa", "(Example, 2004)")


@pytest.mark.parametrize(
    ("line", "said"),
    [
        (["Atlantis"], "holds no entry, passage or country 'Atlantis'"),
        (["Atlantis", "--page"], "holds no page of 'Atlantis'"),
        (["ZA", "--style", "vancouver"], "Choose one of: apa, mla, chicago, harvard, ieee."),
        (["ZA", "--format", "endnote"], "Choose one of: csl, bibtex, ris, zotero."),
        (["ZA", "--format", "ris", "--style", "apa"], "cannot be asked for at once"),
        (["ZA", "--format", "ris", "--json"], "RIS is no JSON"),
    ],
)
def test_what_cannot_be_done_is_one_sentence_and_leaves_with_2(folder, line, said):
    done = run("-C", folder, "cite", *line)
    assert (done.code, done.out) == (2, "")
    assert said in done.err
    assert len(done.err.splitlines()) == 1
