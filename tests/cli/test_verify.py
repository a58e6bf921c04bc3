import json

from tests.cli.run import run
from tests.cli.test_rebuild import SAMPLE


def test_a_sound_sourcebook_is_said_to_be_so_and_its_head_can_be_held_to(tmp_path):
    folder = tmp_path / "archive"
    run("new", folder)
    run("-C", folder, "add", SAMPLE / "BY.txt")
    done = run("-C", folder, "verify")
    assert (done.code, "as it was noted: 2 records in 1 file," in done.out) == (0, True)
    head = done.out.split()[-1]
    run("-C", folder, "add", SAMPLE / "PL.txt")
    assert run("-C", folder, "verify", "--head", head).code == 0
    assert run("-C", folder, "verify", "--head", "sha256:00").code == 1


def test_damage_is_told_with_what_stands_on_it(tmp_path):
    folder = tmp_path / "archive"
    run("new", folder)
    run("-C", folder, "add", SAMPLE / "BY.txt")
    (warc,) = (folder / "captures").iterdir()
    warc.write_bytes(warc.read_bytes()[:-20])
    done = run("-C", folder, "verify")
    assert done.code == 1
    assert "/BY (" in done.out
    assert "1 fault found" in done.out
    report = json.loads(run("-C", folder, "verify", "--json").out)
    (finding,) = report["findings"]
    assert (finding["kind"], finding["file"], finding["stands"][0]["place"]) == ("damaged", warc.name, "BY")


def test_files_are_checked_by_themselves_without_a_sourcebook(tmp_path):
    folder = tmp_path / "archive"
    run("new", folder)
    run("-C", folder, "add", SAMPLE / "BY.txt")
    (warc,) = (folder / "captures").iterdir()
    done = run("verify", warc)
    assert (done.code, "as it says itself: 2 records" in done.out) == (0, True)
    cut = tmp_path / "cut.warc.gz"
    cut.write_bytes(warc.read_bytes()[:-20])
    done = run("verify", warc, cut)
    assert (done.code, "middle of a record" in done.out) == (1, True)
    assert run("verify", tmp_path / "none.warc.gz").code == 1
