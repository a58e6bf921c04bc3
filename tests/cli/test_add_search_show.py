"""The commands that take pages in and show them: results on standard output, messages on standard error, exit codes."""

import json
from pathlib import Path

import pytest
from tests.cli.run import run

import sourcebook.pipeline
from sourcebook.cli.search import typed, years_of
from sourcebook.errors import UsageError

SAMPLE = Path(sourcebook.pipeline.__file__).parent / "sample"


@pytest.fixture(scope="module", name="folder")
def made(tmp_path_factory):
    folder = tmp_path_factory.mktemp("cli") / "archive"
    assert run("new", folder).code == 0
    assert run("add", SAMPLE / "BY.txt", SAMPLE / "PL.txt", "-C", folder).code == 0
    return folder


@pytest.fixture(name="empty")
def made_empty(tmp_path):
    run("new", tmp_path / "archive")
    return tmp_path / "archive"


def test_adding_prints_a_table_and_leaves_with_0(empty):
    done = run("-C", empty, "add", SAMPLE / "BY.txt")
    assert done.code == 0
    assert "/BY" in done.out
    assert "1 added." in done.out
    again = run("add", SAMPLE / "BY.txt", "-C", empty)
    assert (again.code, "1 there already." in again.out) == (0, True)


def test_a_refused_file_is_in_the_table_and_leaves_with_1(empty):
    done = run("-C", empty, "add", "-", SAMPLE / "BY.txt", stdin=b"")
    assert done.code == 1
    assert "standard input: The file is empty." in done.out
    assert "1 added, 1 not taken." in done.out


def test_a_report_as_json_is_the_only_thing_on_standard_output(empty):
    done = run("-C", empty, "add", "--json", "--dry-run", SAMPLE)
    report = json.loads(done.out)
    assert {outcome["status"] for outcome in report["outcomes"]} == {"readable"}
    assert run("-C", empty, "search", "women").out.startswith("Nothing was found.")


@pytest.mark.parametrize(
    "line",
    [["add"], ["add", "--place", "Zembla", "x"], ["show", "Zembla"], ["show"], ["search", "x", "--year", "soon"]],
)
def test_a_command_put_wrongly_leaves_with_2_and_one_message(folder, line):
    done = run("-C", folder, *line)
    assert (done.code, done.out) == (2, "")
    assert done.err


def test_a_command_where_there_is_no_sourcebook_leaves_with_1(tmp_path):
    for line in (["add", SAMPLE / "BY.txt"], ["search", "x"], ["show", "BY"]):
        done = run("-C", tmp_path, *line)
        assert (done.code, done.out) == (1, "")
        assert "There is no sourcebook here." in done.err
        assert done.err.count("\n") == 1


def test_a_damaged_database_leaves_with_1_and_one_sentence(empty):
    (empty / "sourcebook.db").write_bytes(b"no database at all" * 100)
    for line in (["add", SAMPLE / "BY.txt"], ["search", "x"], ["show", "BY"]):
        done = run("-C", empty, *line)
        assert (done.code, done.out) == (1, "")
        assert "damaged" in done.err


def test_the_folder_may_come_from_the_environment_or_be_the_current_one(folder, monkeypatch):
    monkeypatch.setenv("SOURCEBOOK", str(folder))
    assert "Poland" in run("show", "poland").out
    monkeypatch.delenv("SOURCEBOOK")
    monkeypatch.chdir(folder)
    assert "Poland" in run("show", "PL").out


def test_search_shows_hits_and_their_number(folder):
    done = run("-C", folder, "search", "traffick*", "--limit", "2")
    assert done.code == 0
    assert "1. " in done.out
    assert "2 shown." in done.out
    assert "\x1b" not in done.out


def test_search_as_json_holds_hits_marks_and_counts(folder):
    result = json.loads(run("-C", folder, "search", "women", "--country", "Belarus", "--limit", "100", "--json").out)
    assert result["total"] == len(result["hits"]) > 0
    assert {hit["found"]["place"] for hit in result["hits"]} == {"BY"}
    assert [count["value"] for count in result["facets"]["places"]] == ["BY"]
    assert all(any(piece.get("marked") for piece in (*hit["title"], *hit["text"])) for hit in result["hits"])


def test_search_that_finds_nothing_leaves_with_0(folder):
    done = run("-C", folder, "search", "nowhere")
    assert (done.code, done.out.strip()) == (0, "Nothing was found.")


def test_show_prints_the_whole_page(folder):
    done = run("-C", folder, "show", "byelorussia")
    page = json.loads(run("-C", folder, "show", "BY", "--json").out)
    words = " ".join(done.out.split())
    for entry in page["entries"]:
        assert " ".join(entry["work"]["title"].split()) in words
        for passage in entry.get("passages", []):
            assert " ".join(passage["text"].split()) in words
    assert max(map(len, done.out.splitlines())) <= 100


def test_a_country_that_is_not_held_is_said_and_leaves_with_0(folder):
    done = run("-C", folder, "show", "Peru")
    assert (done.code, done.out) == (0, "")
    assert "holds no page of Peru" in done.err
    assert run("-C", folder, "show", "Peru", "--json").out == "null\n"


@pytest.mark.parametrize(
    ("text", "wanted"),
    [("2009", (2009, 2009)), ("2009-2012", (2009, 2012)), ("2009-", (2009, None)), ("-2012", (None, 2012))],
)
def test_a_year_may_be_a_range_open_at_either_end(text, wanted):
    assert years_of(text) == wanted


@pytest.mark.parametrize("text", ["-", "", "20", "2009 2012", "20092012", "x"])
def test_what_is_no_year_is_refused(text):
    with pytest.raises(UsageError):
        years_of(text)


def test_words_that_the_shell_was_told_to_keep_together_are_a_phrase():
    assert typed(["debt bondage", "law", '"a b" c']) == '"debt bondage" law "a b" c'
