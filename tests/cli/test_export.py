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


def test_a_format_that_there_is_not_and_a_country_that_is_not_held_are_told(tmp_path):
    folder = tmp_path / "archive"
    run("new", folder)
    assert "wacz" in run("-C", folder, "export", "--format", "tar", "-o", tmp_path / "x").err
    assert run("-C", folder, "export", "BY", "--format", "wacz", "-o", tmp_path / "x").code == 2
    assert run("-C", folder, "export", "BY", "--format", "bundle", "-o", tmp_path / "x").code == 2
    assert not (tmp_path / "x").exists()
