"""`sourcebook segment`: what a saved page holds, on standard output."""

import gzip
import json
from pathlib import Path

import pytest
from tests.cli.run import run

PAGES = Path(__file__).parents[1] / "vectors" / "pages"
PAGE = PAGES / "street_children_honduras.txt"


def test_it_prints_the_page_as_json_with_spans_over_the_whole_text():
    done = run("segment", PAGE, "--json")
    form = json.loads(done.out)
    assert (done.code, done.err) == (0, "")
    assert form["place"] == "HN"
    assert form["spans"][0]["start"] == 0
    assert form["spans"][-1]["end"] == len(PAGE.read_text(encoding="utf-8"))
    assert [entry["section"] for entry in form["entries"]] == ["featured"] + ["archives"] * 5


def test_it_reads_standard_input():
    done = run("segment", "-", "--json", stdin=PAGE.read_bytes())
    assert json.loads(done.out) == json.loads(run("segment", PAGE, "--json").out)


def test_it_says_in_words_what_it_found():
    done = run("segment", PAGE)
    assert done.code == 0
    assert "6 entries" in done.out
    assert "Sleeping" in done.out


def test_a_page_without_entries_is_a_page():
    done = run("segment", PAGES / "no_entries_tonga.txt", "--json")
    assert done.code == 0
    assert json.loads(done.out)["entries"] == []


def test_what_no_part_takes_is_said_on_standard_error():
    done = run("segment", PAGES / "wrapped_tight_ecuador.txt")
    assert done.code == 0
    assert 'No part of the page takes this text: "Last changed on a Tuesday"' in done.err


@pytest.mark.parametrize(
    ("data", "code", "word"),
    [(b"", 1, "empty"), (gzip.compress(b"page"), 1, "gzip"), (b"<html>" + b"<div>" * 99_999, 1, "nested")],
    ids=["empty", "gzip", "nested"],
)
def test_what_is_no_page_is_refused(tmp_path, data, code, word):
    (tmp_path / "page.html").write_bytes(data)
    done = run("segment", tmp_path / "page.html", "--json")
    assert (done.code, done.out) == (code, "")
    assert word in done.err
    assert "page.html" in done.err


@pytest.mark.parametrize("name", ["missing.txt", "."])
def test_a_file_that_is_not_there_is_a_misuse(tmp_path, name):
    done = run("segment", tmp_path / name)
    assert done.code == 2
    assert done.err.startswith("sourcebook: ")


def test_a_title_cannot_steer_the_terminal(tmp_path):
    (tmp_path / "page.txt").write_bytes(
        b"*** ARCHIVES ***\n\nTitle \x1b[2J here\n\nThe Daily Page, 2004\n\n[accessed 2011]\n"
    )
    done = run("segment", tmp_path / "page.txt")
    assert "\x1b" not in done.out


def test_a_script_in_a_title_is_text(tmp_path):
    (tmp_path / "page.html").write_text("<html><title><script>alert(1)</script></title><p>Republic of Chad")
    done = run("segment", tmp_path / "page.html", "--json")
    assert done.code == 0
    assert json.loads(done.out)["place"] == "TD"
