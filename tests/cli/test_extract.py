"""`sourcebook extract`: good lines are read, bad ones named, and a page's passages are found."""

from __future__ import annotations

import io
import json
import subprocess
import sys
from pathlib import Path

import pytest

import sourcebook.pipeline
from sourcebook.cli import main

SAMPLE = Path(sourcebook.pipeline.__file__).parent / "sample"

GOOD = {"id": "a", "about": "KE", "year": "2019", "text": "Police rescued 14 girls."}


def run(capsys, monkeypatch, data, *options):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data.encode("utf-8", "surrogatepass"))))
    with pytest.raises(SystemExit) as left:
        main(["extract", "-", *options])
    printed = capsys.readouterr()
    return left.value.code or 0, printed.out, printed.err


def test_each_passage_gives_one_line_with_every_field(capsys, monkeypatch):
    code, out, err = run(capsys, monkeypatch, json.dumps(GOOD) + "\n" + json.dumps({**GOOD, "id": "b", "year": 2019}))
    first, second = map(json.loads, out.splitlines())
    assert (code, err, first["id"], second["id"]) == (0, "", "a", "b")
    (figure,) = first["figures"]
    assert figure["number"] == "14"
    assert figure["part_of"] is None
    assert first["routes"] == []


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("not json", "no JSON"),
        ("[1]", "no JSON object"),
        ('{"id": "a", "about": "KE"}', "text is missing"),
        ('{"id": "a", "about": "ZZ", "text": ""}', "'ZZ' is unknown"),
        ('{"id": "a", "about": "KE", "text": "", "year": "soon"}', "no year"),
        ('{"id": "a", "about": "KE", "text": 3}', "text is no text"),
        ('{"about": "KE", "text": ""}', "id is missing"),
        ('{"id": "a", "text": ""}', "about is missing"),
        ('{"id": "a", "about": "Kenya", "text": ""}', "'Kenya' is unknown"),
        ('{"id": "a", "about": "KE", "text": "half', "no JSON"),
        ('{"id": "a", "about": "KE", "text": "\\ud800 14 girls"}', "no JSON"),
    ],
)
def test_a_line_that_cannot_be_read_is_named_and_the_next_is_read(capsys, monkeypatch, line, why):
    code, out, err = run(capsys, monkeypatch, json.dumps(GOOD) + "\n" + line + "\n" + json.dumps(GOOD))
    assert code == 1
    assert len(out.splitlines()) == 2
    assert "line 2" in err
    assert why in err


def test_a_first_line_that_is_no_json_is_named_too(capsys, monkeypatch):
    code, out, err = run(capsys, monkeypatch, "no passage\n\n" + json.dumps(GOOD))
    assert (code, len(out.splitlines())) == (1, 1)
    assert "line 1" in err


def test_blank_lines_are_passed_over_and_counted(capsys, monkeypatch):
    code, out, err = run(capsys, monkeypatch, "\n\n" + json.dumps(GOOD) + "\n\nno passage\n")
    assert (code, len(out.splitlines())) == (1, 1)
    assert "line 5" in err


@pytest.mark.slow
def test_ten_megabytes_in_one_passage_are_read_whole(capsys, monkeypatch):
    filler = "Nobody there was counted by the village, and nobody asked. " * 150
    stretch = "In 2019 police rescued 14 girls from a brothel. " + filler
    text = stretch * (10_000_000 // len(stretch) + 1)
    code, out, err = run(capsys, monkeypatch, json.dumps({**GOOD, "text": text}))
    figures = json.loads(out)["figures"]
    assert (code, err) == (0, "")
    assert len(figures) == text.count("14")
    assert text[figures[-1]["start"] : figures[-1]["end"]] == "14"
    assert {figure["period"] for figure in figures} == {"2019"}


@pytest.mark.parametrize("text", ["", "Cote\u0301 14 girls were freed", "\u200f14 girls were freed\u200e"])
def test_odd_text_is_read_as_given(capsys, monkeypatch, text):
    code, out, _ = run(capsys, monkeypatch, json.dumps({**GOOD, "text": text}))
    assert code == 0
    assert all(text[f["start"] : f["end"]] == "14" for f in json.loads(out)["figures"])


def test_explain_marks_the_numbers_and_names_the_words_behind_them(capsys, monkeypatch):
    code, out, _ = run(capsys, monkeypatch, json.dumps(GOOD), "--explain")
    assert code == 0
    assert "[14|f1]" in out
    assert "status: “rescued”" in out


def test_a_saved_page_is_told_by_its_content_and_its_passages_are_read(capsys):
    page = SAMPLE / "BY.txt"
    with pytest.raises(SystemExit) as left:
        main(["extract", str(page)])
    passages = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert not left.value.code
    assert sum(len(passage["figures"]) for passage in passages) > len(passages) / 4
    assert {figure["place"] for passage in passages for figure in passage["figures"]} >= {"BY"}


def test_a_file_that_is_not_there_is_a_misuse(capsys):
    with pytest.raises(SystemExit) as left:
        main(["extract", "nowhere.jsonl"])
    assert left.value.code == 2
    assert "no such file" in capsys.readouterr().err


@pytest.mark.slow
def test_it_needs_no_sourcebook_and_runs_as_a_program(tmp_path):
    lines = tmp_path / "passages.jsonl"
    lines.write_text(json.dumps(GOOD), encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "sourcebook", "extract", str(lines)],
        capture_output=True,
        text=True,
        check=True,
        cwd=tmp_path,
    )
    assert json.loads(done.stdout)["id"] == "a"
