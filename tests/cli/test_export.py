import re

import pytest
from tests.cli.run import run
from tests.cli.test_rebuild import SAMPLE


def test_a_sourcebook_is_carried_to_another_place_in_a_bundle(tmp_path):
    folder, bundle, copy = tmp_path / "archive", tmp_path / "all.bundle", tmp_path / "copy"
    run("new", folder, "--title", "Ours")
    run("-C", folder, "add", SAMPLE / "BY.txt")
    done = run("-C", folder, "export", "--format", "bundle", "-o", bundle)
    assert (done.code, "Wrote" in done.err) == (0, True)
    assert run("new", copy, "--from", bundle).code == 0
    assert run("-C", copy, "show", "BY").out == run("-C", folder, "show", "BY").out
    assert run("new", copy, "--from", bundle).code == 2
    bundle.write_bytes(bundle.read_bytes()[:-40])
    assert run("new", tmp_path / "other", "--from", bundle).code == 1


def test_sources_go_out_as_a_web_archive_and_come_in_again(tmp_path):
    folder, wacz, copy = tmp_path / "archive", tmp_path / "by.wacz", tmp_path / "copy"
    run("new", folder)
    run("-C", folder, "add", SAMPLE / "BY.txt", SAMPLE / "PL.txt")
    assert run("-C", folder, "export", "Belarus", "--format", "wacz", "-o", wacz).code == 0
    assert run("verify", wacz).code == 0
    run("new", copy)
    done = run("-C", copy, "add", wacz)
    assert (done.code, "1 captures added" in done.out) == (0, True)
    assert run("-C", copy, "show", "BY").out == run("-C", folder, "show", "BY").out


@pytest.mark.parametrize(
    ("form", "words"), [("bibtex", "@"), ("ris", "TY  - "), ("csl", '"type"'), ("zotero", '"itemType"')]
)
def test_works_go_out_for_a_reference_manager_each_once(tmp_path, form, words):
    folder, target = tmp_path / "archive", tmp_path / "works"
    run("new", folder)
    run("-C", folder, "add", SAMPLE / "BY.txt", SAMPLE / "PL.txt")
    done = run("-C", folder, "export", "--format", form, "-o", target)
    count = int(re.search(r"(\d+) works", done.err)[1])
    assert (done.code, target.read_text().count(words)) == (0, count)
    assert run("-C", folder, "export", "Poland", "--format", form, "-o", target).code == 0
    assert 0 < target.read_text().count(words) < count
    assert "cannot be written" in run("-C", folder, "export", "--format", form, "-o", tmp_path).err


def test_a_format_that_there_is_not_and_a_country_that_is_not_held_are_told(tmp_path):
    folder = tmp_path / "archive"
    run("new", folder)
    assert "wacz" in run("-C", folder, "export", "--format", "tar", "-o", tmp_path / "x").err
    assert run("-C", folder, "export", "BY", "--format", "wacz", "-o", tmp_path / "x").code == 2
    assert run("-C", folder, "export", "BY", "--format", "bundle", "-o", tmp_path / "x").code == 2
    assert not (tmp_path / "x").exists()
