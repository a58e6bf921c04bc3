"""The front door: what one may import from `sourcebook`, and no more."""

import subprocess
import sys
import types

import pytest

import sourcebook
from sourcebook.store import SqliteStore
from tests.store.worlds import ZEMBLA, document


def test_what_can_be_imported_is_what_is_listed():
    public = {
        name
        for name, value in vars(sourcebook).items()
        if not name.startswith("_") and not isinstance(value, types.ModuleType)
    }
    assert public | {"__version__"} == set(sourcebook.__all__)


def test_an_archive_is_opened_and_asked(tmp_path, monkeypatch):
    store = SqliteStore(tmp_path)
    store.create()
    with store.writer() as writer:
        writer.put_page(ZEMBLA, document("a"))
    with sourcebook.open(tmp_path) as archive:
        assert [row.place for row in archive.pages()] == ["ZA"]
        assert archive.page("South Africa") == archive.page("za") == ZEMBLA
        assert archive.search("bondage", filters=sourcebook.Filters(places=("ZA",))).total == 1
        with pytest.raises(sourcebook.NotFound, match="no such page"):
            archive.page("Peru")
        with pytest.raises(sourcebook.UsageError, match="No country"):
            archive.page("Zembla")
    monkeypatch.setenv("SOURCEBOOK", str(tmp_path))
    with sourcebook.open() as archive:
        assert len(archive.pages()) == 1


def test_the_front_door_opens_without_the_optional_parts():
    heavy = "jinja2 litestar uvicorn weasyprint duckdb pyarrow ray typer rich"
    code = f"import sys, sourcebook; print([m for m in {heavy.split()} if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
