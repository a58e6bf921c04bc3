"""`sourcebook gate`: which passages are held, and why."""

from __future__ import annotations

import json

import pytest

from sourcebook.cli import main


def run(capsys, path):
    with pytest.raises(SystemExit) as left:
        main(["gate", str(path)])
    printed = capsys.readouterr()
    return left.value.code or 0, [json.loads(line) for line in printed.out.splitlines()], printed.err


def test_each_passage_is_held_or_not_with_the_words_that_hold_it(tmp_path, capsys):
    text = "Amina Yusuf, 17, was sold to a brothel."
    rows = [{"id": "a", "about": "NG", "text": text}, {"id": "b", "about": "NG", "text": "34 victims were found."}]
    path = tmp_path / "passages.jsonl"
    path.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    code, printed, _ = run(capsys, path)
    assert code == 0
    assert printed == [
        {"id": "a", "held": True, "why": [{"kind": "name", "start": 0, "end": 11}]},
        {"id": "b", "held": False, "why": []},
    ]


def test_a_line_that_cannot_be_read_is_named_and_the_rest_is_judged(tmp_path, capsys):
    path = tmp_path / "passages.jsonl"
    path.write_text('{"id": "a"}\n{"id": "b", "about": "NG", "text": "x"}\n', encoding="utf-8")
    code, printed, err = run(capsys, path)
    assert (code, [one["id"] for one in printed]) == (1, ["b"])
    assert "line 1" in err


def test_a_file_of_lines_is_read_as_such_whatever_its_first_line_is(tmp_path, capsys):
    path = tmp_path / "passages.jsonl"
    path.write_text('no JSON\n\n{"id": "b", "about": "NG", "text": ""}\n', encoding="utf-8")
    code, printed, err = run(capsys, path)
    assert (code, printed) == (1, [{"id": "b", "held": False, "why": []}])
    assert "line 1" in err


def test_a_passage_may_be_about_anything(tmp_path, capsys):
    text = "Amina Yusuf, 17, was sold to a brothel."
    rows = [{"id": 1, "about": "Kosovo", "text": text}, {"id": 2, "about": None, "text": text}, {"id": 3, "text": text}]
    path = tmp_path / "passages.jsonl"
    path.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    code, printed, _ = run(capsys, path)
    assert (code, [(row["id"], row["held"]) for row in printed]) == (0, [(1, True), (2, True), (3, True)])


def test_a_file_named_for_lines_of_which_none_is_json_is_told_by_line(tmp_path, capsys):
    path = tmp_path / "passages.jsonl"
    path.write_text("nonsense\n", encoding="utf-8")
    code, printed, told = run(capsys, path)
    assert (code, printed) == (1, [])
    assert "line 1: This is no JSON" in told
