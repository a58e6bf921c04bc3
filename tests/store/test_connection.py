"""A database that cannot be used is never written, and says why in one sentence."""

import shutil
import sqlite3
import subprocess

import pytest
from tests.store.worlds import ANTHILL, ZEMBLA, document

from sourcebook.errors import NotASourcebook, StorageFailed
from sourcebook.store import SqliteStore, migrations
from sourcebook.store import connection as connection_module


@pytest.fixture(name="store")
def made(tmp_path):
    store = SqliteStore(tmp_path)
    store.create()
    with store.writer() as writer:
        writer.put_page(ZEMBLA, document("a"))
    return store


def foreign(path):
    path.unlink()
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE mine (x)")
    connection.close()


def newer(path):
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA user_version = 999")
    connection.close()


def put_many(store, count):
    with store.writer() as writer:
        for number in range(count):
            writer.put_page(ANTHILL, document(f"b{number}"))


SPOILED = {
    "no database at all": (lambda path: path.write_bytes(b"not a database" * 1000), "damaged"),
    "a torn header": (lambda path: path.write_bytes(path.read_bytes()[:50]), "damaged"),
    "an empty file": (lambda path: path.write_bytes(b""), "damaged"),
    "another program's": (foreign, "another program"),
    "a newer one": (newer, "newer Sourcebook"),
    "none": (lambda path: path.unlink(), "no sourcebook"),
}


@pytest.mark.parametrize(("spoil", "says"), SPOILED.values(), ids=SPOILED)
def test_a_spoiled_or_foreign_database_is_refused_and_left_as_it_is(store, spoil, says):
    path = store.folder / "sourcebook.db"
    spoil(path)
    before = path.read_bytes() if path.exists() else None
    for use in (store.view, store.writer):
        with pytest.raises(NotASourcebook, match=says) as caught, use():
            pass
        assert str(store.folder) in str(caught.value)
    assert (path.read_bytes() if path.exists() else None) == before


def test_damage_in_the_middle_is_named_when_it_is_met(store):
    path = store.folder / "sourcebook.db"
    data = bytearray(path.read_bytes())
    data[4096:] = b"\xff" * (len(data) - 4096)
    path.write_bytes(data)
    with pytest.raises(NotASourcebook, match="damaged"), store.view() as view:
        view.page("ZA")


def test_a_full_disk_is_named_and_changes_nothing(store):
    with store as held:
        held._connection.execute("PRAGMA max_page_count = 1")  # SQLite then says what it says on a full disk
        with pytest.raises(StorageFailed, match="disk is full"):
            put_many(held, 50)
    with store.view() as view:
        assert [row.place for row in view.pages()] == ["ZA"]


def test_a_really_full_disk_is_named_and_changes_nothing(store, small_disk):
    shutil.copy(store.folder / "sourcebook.db", small_disk)
    full = SqliteStore(small_disk)
    with pytest.raises(StorageFailed, match="disk is full"):
        put_many(full, 2000)
    with full.view() as view:
        assert [row.place for row in view.pages()] == ["ZA"]


def test_a_read_only_disk_is_named_and_can_still_be_read(store, small_disk):
    shutil.copy(store.folder / "sourcebook.db", small_disk)
    subprocess.run(["mount", "-o", "remount,ro", small_disk], check=True)
    locked = SqliteStore(small_disk)
    with locked.view() as view:
        assert view.page("ZA") == ZEMBLA
    with pytest.raises(StorageFailed, match="may not be written"), locked.writer():
        pass


def test_a_database_that_may_not_be_written_is_named_and_can_still_be_read(store, monkeypatch):
    real = sqlite3.connect
    monkeypatch.setattr("os.access", lambda *_: False)
    with store.view() as view:
        assert view.page("ZA") == ZEMBLA
    monkeypatch.setattr("sqlite3.connect", lambda name, **more: real(name.replace("mode=rw", "mode=ro"), **more))
    with pytest.raises(StorageFailed, match="may not be written"), store.writer() as writer:
        writer.put_page(ANTHILL, document("b"))


@pytest.mark.parametrize("use", ["writer", "view"])
def test_an_older_database_is_brought_up_to_date_when_it_is_used(store, monkeypatch, use):
    def add_a_table(connection):
        connection.execute("CREATE TABLE later (x)")

    longer = (*migrations.MIGRATIONS, add_a_table)
    monkeypatch.setattr(migrations, "MIGRATIONS", longer)
    monkeypatch.setattr(connection_module, "MIGRATIONS", longer)
    with getattr(store, use)():
        pass
    connection = sqlite3.connect(store.folder / "sourcebook.db")
    assert connection.execute("PRAGMA user_version").fetchone() == (len(longer),)
    assert connection.execute("SELECT count(*) FROM later").fetchone() == (0,)
    connection.close()


def test_the_index_agrees_with_the_passages_after_a_page_was_replaced(store):
    with store.writer() as writer:
        writer.put_page(ANTHILL, document("b"))
        writer.put_page(ZEMBLA, document("c"))
    connection = sqlite3.connect(store.folder / "sourcebook.db")
    connection.execute("INSERT INTO search (search, rank) VALUES ('integrity-check', 1)")
    assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
    connection.close()


@pytest.mark.parametrize(("replayable", "level"), [(True, 1), (False, 2)])
def test_only_what_can_be_read_in_again_is_not_synced_one_by_one(store, replayable, level):
    with SqliteStore(store.folder, replayable=replayable) as held:
        assert held._connection.execute("PRAGMA synchronous").fetchone() == (level,)
