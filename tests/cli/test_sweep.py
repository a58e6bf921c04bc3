"""`sourcebook sweep`: what it prints, and how it leaves."""

from __future__ import annotations

import json

import pytest
from tests.sweep.archives import ON_TOPIC, html, response, warc

from sourcebook.cli import main


def run(capsys, *arguments):
    with pytest.raises(SystemExit) as left:
        main(["sweep", *map(str, arguments)])
    printed = capsys.readouterr()
    return left.value.code or 0, printed.out, printed.err


def archive(tmp_path):
    return warc(tmp_path / "a.warc.gz", response("https://example.org/a", html(ON_TOPIC)))


def test_the_json_has_counts_rows_reasons_errors_and_seconds(tmp_path, capsys):
    code, out, _ = run(capsys, archive(tmp_path), "-o", tmp_path / "out", "--json", "--workers", 1)
    printed = json.loads(out)
    assert code == 0
    assert printed["records"] == 1
    assert printed["rows"] == {"works": 1, "passages": 1, "figures": 2, "routes": 1, "themes": 0, "errors": 0}
    assert (printed["rejected"], printed["errors"], printed["duplicates"]) == ({}, [], 0)
    assert printed["seconds"] > 0


def test_the_table_ends_with_the_sum_and_where_the_tables_are(tmp_path, capsys):
    code, out, _ = run(capsys, archive(tmp_path), "-o", tmp_path / "out", "--workers", 1)
    assert code == 0
    assert "1 records: 1 works, 0 the same as one of them, 0 passed over." in out
    assert str(tmp_path / "out") in out


def test_damage_is_printed_with_its_place_and_leaves_with_1(tmp_path, capsys):
    path = tmp_path / "b.warc.gz"
    path.write_bytes(archive(tmp_path).read_bytes()[:-30])
    code, out, _ = run(capsys, path, "-o", tmp_path / "out", "--workers", 1, "--json")
    (error,) = json.loads(out)["errors"]
    assert code == 1
    assert error == {
        "file": str(path),
        "offset": 0,
        "skipped_bytes": path.stat().st_size,
        "what": "The file ends in the middle of a record.",
    }


@pytest.mark.parametrize(("option", "said"), [("--engine", "engine"), ("--topic", "topic")])
def test_an_unknown_engine_or_topic_is_refused_with_those_there_are(tmp_path, capsys, option, said):
    code, _, err = run(capsys, archive(tmp_path), "-o", tmp_path / "out", option, "nothing")
    assert code == 2
    assert f"There is no {said} 'nothing'." in err
