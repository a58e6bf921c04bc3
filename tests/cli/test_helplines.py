"""`sourcebook helplines` says which numbers are shown until when, and `publish` withholds the others."""

from __future__ import annotations

import json

from tests.cli.run import run
from tests.publish.site.helped import written

DAY = ["--as-of", "2026-11-25"]


def book(tmp_path, *changes):
    run("new", tmp_path / "book")
    return written(tmp_path / "book", *changes) if changes else tmp_path / "book"


def test_it_prints_until_when_each_number_is_shown(tmp_path):
    folder = book(tmp_path, {}, {"name": "Old line", "phone": "0808 157 0124", "verified": "2025-01-01"})
    done = run("helplines", "-C", folder, *DAY)
    assert done.code == 0
    assert "United Kingdom: Invented line: shown until 2027-11-03" in done.out
    assert "United Kingdom: Old line: not shown since 2026-01-01; verify it again" in done.out


def test_a_number_that_ends_soon_is_to_be_verified_again(tmp_path):
    done = run("helplines", "-C", book(tmp_path, {}), "--as-of", "2027-10-14")
    assert "verify it again within 20 days" in done.out


def test_a_refused_entry_is_named_with_its_fault(tmp_path):
    done = run("helplines", "-C", book(tmp_path, {"verified": "2027-01-01"}), *DAY)
    assert done.code == 1
    assert "entry 1 (Invented line, GB): it was verified on 2027-01-01, which is after 2026-11-25" in done.err


def test_the_numbers_as_json(tmp_path):
    told = json.loads(run("helplines", "-C", book(tmp_path, {}), *DAY, "--json").out)
    assert told["entries"][0]["phone"] == "0808 157 0123"


def test_without_a_file_it_says_how_to_begin(tmp_path):
    done = run("helplines", "-C", book(tmp_path), *DAY)
    assert done.code == 2
    assert "[[entry]]" in done.err


def test_publishing_writes_the_numbers_and_withholds_them_from_the_day_after(tmp_path):
    folder = book(tmp_path, {}, {"name": "Wrong line", "phone": "08"})
    first = run("publish", "-C", folder, "-o", tmp_path / "site", "--no-search", *DAY)
    page = tmp_path / "site" / "help" / "GB" / "index.html"
    assert "entry 2 (Wrong line, GB)" in first.err
    assert "tel:08081570123" in page.read_text(encoding="utf-8")
    run("publish", "-C", folder, "-o", tmp_path / "site", "--no-search", "--as-of", "2027-11-04")
    assert "tel:" not in page.read_text(encoding="utf-8")
    (folder / "help.toml").write_text("[[entry", encoding="utf-8")
    refused = run("publish", "-C", folder, "-o", tmp_path / "site", "--no-search", *DAY)
    assert refused.code == 1
    assert "help.toml" in refused.err
