import pytest
from tests.cli.run import run

from sourcebook.settings import Settings, load
from sourcebook.store import SqliteStore


def test_new_makes_settings_a_database_and_a_place_for_captures(tmp_path):
    done = run("new", tmp_path / "a", "--title", 'A "quoted" title')
    assert (done.code, done.out) == (0, "")
    assert load(tmp_path / "a") == Settings(title='A "quoted" title')
    assert (tmp_path / "a" / "captures").is_dir()
    with SqliteStore(tmp_path / "a").view() as view:
        assert view.pages() == ()


@pytest.mark.parametrize("name", ["sourcebook.toml", "sourcebook.db", "captures"])
def test_new_never_writes_over_what_is_there(tmp_path, name):
    (tmp_path / name).write_text("mine")
    done = run("new", tmp_path)
    assert done.code == 2
    assert "already" in done.err
    assert [path.name for path in tmp_path.iterdir()] == [name]
    assert (tmp_path / name).read_text() == "mine"


def test_new_takes_back_what_it_made_when_it_cannot_finish(tmp_path, monkeypatch):
    def full(*_, **__):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("pathlib.Path.write_text", full)
    done = run("new", tmp_path / "a")
    assert done.code == 1
    assert "disk is full" in done.err
    assert list((tmp_path / "a").iterdir()) == []


@pytest.mark.parametrize("line", [["new"], ["nothing"], ["new", "--unknown", "x"], ["-C"]])
def test_a_command_put_wrongly_leaves_with_2(line):
    assert run(*line).code == 2
