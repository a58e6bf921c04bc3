from pathlib import Path

from tests.cli.run import run

import sourcebook.pipeline

SAMPLE = Path(sourcebook.pipeline.__file__).parent / "sample"


def test_a_lost_database_is_made_again_and_damage_is_named(tmp_path):
    folder = tmp_path / "archive"
    run("new", folder)
    run("-C", folder, "add", SAMPLE / "BY.txt", SAMPLE / "PL.txt")
    before = run("-C", folder, "show", "BY").out
    (folder / "sourcebook.db").write_bytes(b"spoiled" * 100)
    assert "sourcebook rebuild" in run("-C", folder, "show", "BY").err
    done = run("-C", folder, "rebuild")
    assert (done.code, done.out) == (0, "")
    assert "made again: 2." in done.err
    assert run("-C", folder, "show", "BY").out == before
    warc = folder / "captures" / "sourcebook-00001.warc.gz"
    data = bytearray(warc.read_bytes())
    data[-100] ^= 0xFF
    warc.write_bytes(data)
    done = run("-C", folder, "rebuild")
    assert (done.code, "made again: 1." in done.err) == (1, True)
    assert "damaged" in done.err
