"""The data package: it validates, its parts make the whole, every format says the same, and no text is lost."""

from __future__ import annotations

import csv
import io
import json
import warnings
from datetime import date

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.publish.site.helped import written as numbers_written
from tests.world.archive import ANDORRA, WORLD, entry
from tests.world.stored import stored_pages

from sourcebook.errors import NotFound
from sourcebook.model import Work
from sourcebook.model.decision import Decision
from sourcebook.pipeline.demo import build_demo
from sourcebook.publish.export.package import TABLES, csv_body, csv_table, files_of_part, rows_of
from sourcebook.publish.export.parquet import parquet_table
from sourcebook.publish.export.rows import csv_text, guarded, unguarded
from sourcebook.publish.export.told import ELSEWHERE, Told
from sourcebook.publish.files.flow import Asked, publish
from sourcebook.publish.site.machines.data import part_file, whole_file
from sourcebook.publish.site.site_page import Site
from sourcebook.settings import Settings
from sourcebook.store import SqliteStore

with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    import frictionless
    import pyarrow.parquet as pq

DAY = "2026-11-25"
SETTINGS = Settings(title="An invented sourcebook", owner="A library", licence="CC-BY-4.0", packs=())
EVIL = (
    "=1+1",
    "'=1",
    "''@x",
    "'plain",
    "+375",
    "-1",
    "@cmd",
    "\tx",
    "＝1",
    'a "quoted", text',
    "two\r\nlines",
    "\u202eرأس",
    "😀",
)


@pytest.fixture(scope="module", name="site")
def published(tmp_path_factory):
    """The sample archive, published, with numbers to call of a country with a page and of one without."""
    folder = tmp_path_factory.mktemp("sample")
    build_demo(folder / "book", now="2026-03-01T10:00:00Z")
    polish = {"country": "PL", "phone": "22 555 01 23", "abroad": "+48 22 555 01 23"}
    numbers_written(folder / "book", polish, {"country": "GB"})
    asked = Asked(archive=folder / "book", folder=folder / "site", settings=SETTINGS, as_of=DAY, jobs=1, search=False)
    publish(asked)
    return folder


def validated(path):
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return frictionless.validate(str(path))


def test_the_package_of_the_whole_validates(site):
    report = validated(site / "site/data/datapackage.json")
    assert report.valid, report.flatten(["name", "rowNumber", "fieldNumber", "type", "note"])
    assert {task.name for task in report.tasks if task.type == "table"} == set(TABLES)
    assert all(task.stats["rows"] > 0 for task in report.tasks if task.type == "table")


@pytest.mark.parametrize("part", ["BY", "PL", ELSEWHERE])
def test_the_package_of_a_part_validates_by_itself(site, part):
    report = validated(site / f"site/data/{part}/datapackage.json")
    assert report.valid, report.flatten(["name", "rowNumber", "fieldNumber", "type", "note"])


@pytest.mark.parametrize(
    ("table", "old", "new", "error"),
    [
        ("figures.csv", ",exact,", ",nearly,", "constraint-error"),
        ("figures.csv", "BY,trafficking,", "BY,trafficking,x", "constraint-error"),
        ("entries.csv", "BY,trafficking,1,", "BY,trafficking,one,", "type-error"),
        ("works.csv", "BY,trafficking,", "BY,other,", "foreign-key"),
        ("works.csv", "page,topic,work", "page,topic,opus", "incorrect-label"),
    ],
)
def test_a_table_that_is_wrong_does_not_validate(site, tmp_path, table, old, new, error):
    for path in (site / "site/data/BY").iterdir():
        (tmp_path / path.name).write_bytes(path.read_bytes())
    held = (tmp_path / table).read_bytes().decode()
    assert old in held
    (tmp_path / table).write_bytes(held.replace(old, new, 1).encode())
    report = validated(tmp_path / "datapackage.json")
    assert error in {row[0] for row in report.flatten(["type"])}


@pytest.mark.parametrize("name", TABLES)
def test_the_parts_one_after_another_are_the_whole(site, name):
    folder = site / "site/data"
    with SqliteStore(site / "book").view() as view:
        parts = Told(view=view, topic="trafficking").parts
    assert {path.name for path in folder.iterdir() if path.is_dir()} == set(parts)
    held = [(folder / part / f"{name}.csv").read_bytes() for part in parts]
    head = held[0].partition(b"\r\n")[0]
    assert (folder / f"{name}.csv").read_bytes() == head + b"\r\n" + b"".join(map(csv_body, held))


@pytest.mark.parametrize("name", TABLES)
def test_csv_json_and_parquet_say_the_same(site, name):
    folder = site / "site/data"
    parquet = pq.read_table(folder / f"{name}.parquet").to_pylist()
    read = list(csv.DictReader(io.StringIO((folder / f"{name}.csv").read_text(encoding="utf-8"), newline="")))
    assert [{key: _said(value) for key, value in row.items()} for row in parquet] == [
        {key: unguarded(value) for key, value in row.items()} for row in read
    ]
    parts = [path for path in folder.iterdir() if path.is_dir()]
    held = [json.loads((part / "country.json").read_bytes())[name] for part in parts]
    assert sum(len(one["data"]) for one in held) == len(read)
    assert {tuple(one["columns"]) for one in held} == {TABLES[name][0].head}


def _said(value) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    if hasattr(value, "tzinfo"):
        return value.strftime("%Y-%m-%dT%H:%M:%SZ")
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() else repr(value)
    return str(value)


def test_what_is_served_is_what_is_published(site):
    told = Site(settings=SETTINGS, as_of=DAY, folder=site / "book")
    with SqliteStore(site / "book").view() as view:
        for path in sorted((site / "site/data").rglob("*")):
            parts = path.relative_to(site / "site/data").parts
            if path.is_file() and path.name != "index.html":
                made = part_file(view, told, *parts) if len(parts) == 2 else whole_file(view, told, parts[0])
                assert made.content == path.read_bytes(), parts


def test_tables_are_written_anew_when_what_they_hold_changed_and_else_left(site, tmp_path):
    store = stored_pages(tmp_path, WORLD.held)
    asked = Asked(archive=store.folder, folder=tmp_path / "site", settings=SETTINGS, as_of=DAY, jobs=1, search=False)
    publish(asked)
    assert publish(asked).written == 0
    with store.writer() as writer:
        figure = writer.evidence.figures("AD")[0]
        writer.evidence.decide(
            Decision(
                number=0, target=figure.id, verb="reject", why="Misread.", by="An editor", at="2026-11-01T00:00:00Z"
            )
        )
    before = (tmp_path / "site/data/figures.csv").read_text(encoding="utf-8")
    publish(asked)
    after = (tmp_path / "site/data/figures.csv").read_text(encoding="utf-8")
    assert f",{figure.id}," in before
    assert f",{figure.id}," not in after
    assert validated(tmp_path / "site/data/datapackage.json").valid


@pytest.mark.parametrize("path", [("XX", "works.csv"), ("AD", "works.exe"), ("AD", "../works.csv"), (ELSEWHERE, "x")])
def test_a_table_that_there_is_not_is_not_found(tmp_path, path):
    with stored_pages(tmp_path, WORLD.held).view() as view, pytest.raises(NotFound):
        part_file(view, Site(), *path)


def test_a_number_to_call_is_not_in_the_tables_after_its_last_day(site):
    with SqliteStore(site / "book").view() as view:
        on_time = part_file(view, Site(settings=SETTINGS, as_of=DAY, folder=site / "book"), "PL", "helplines.csv")
        late = part_file(view, Site(settings=SETTINGS, as_of="2028-01-01", folder=site / "book"), "PL", "helplines.csv")
        elsewhere = part_file(
            view, Site(settings=SETTINGS, as_of=DAY, folder=site / "book"), ELSEWHERE, "helplines.csv"
        )
    assert b"Invented line" in on_time.content
    assert csv_body(late.content) == b""
    assert csv_body(elsewhere.content).startswith(b"GB,")


def test_whatever_stands_in_a_text_comes_back(tmp_path):
    works = [Work(title=evil, credit=f"{number}", authors=(evil,), publisher=evil) for number, evil in enumerate(EVIL)]
    page = msgspec.structs.replace(ANDORRA, entries=tuple(entry(work, work.title) for work in works))
    with stored_pages(tmp_path, (page,)).view() as view:
        told = Told(view=view, topic="trafficking", day=date(2026, 11, 25))
        for name in ("works", "passages"):
            rows = rows_of(told, name, "AD")
            read = list(csv.reader(io.StringIO(csv_table(name, rows).decode(), newline="")))[1:]
            kept = pq.read_table(io.BytesIO(parquet_table(TABLES[name][0], csv_table(name, rows)))).to_pylist()
            texts = TABLES[name][0].head.index("title" if name == "works" else "text")
            assert [unguarded(row[texts]) for row in read] == [row[texts] for row in rows]
            assert [list(row.values())[texts] for row in kept] == [row[texts] for row in rows]
            assert not [row for row in read if row[texts][:1] in "=+-@\t＝"]


@given(st.text())
def test_a_guarded_text_comes_back_and_is_no_formula(text):
    assert unguarded(guarded(text)) == text
    assert not guarded(text).startswith(("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠"))


@given(st.lists(st.tuples(st.text(), st.text())))
def test_rows_of_any_texts_come_back_from_a_csv(rows):
    read = list(csv.reader(io.StringIO(csv_text(("one", "other"), rows), newline="")))
    assert [tuple(map(unguarded, row)) for row in read[1:]] == rows


@pytest.mark.parametrize("number", [0.0, 7.0, 2.5, 1e30, 1e-7, 2.0**53])
def test_a_number_reads_back_as_the_same(number):
    (cell,) = list(csv.reader(io.StringIO(csv_text(("n",), [(number,)]))))[1]
    assert float(cell) == number


def test_every_column_is_told_in_the_dictionary():
    for table, _ in TABLES.values():
        assert len(set(table.head)) == len(table.head)
        assert set(table.key) <= set(table.head)
        for column in table.columns:
            assert column.meaning.endswith(".")
            assert column.source
            assert column.kind not in {"integer", "number"} or column.unit or column.name in {
                "number", "entry", "ordinal", "page_number", "year", "status",
            }, column.name  # fmt: skip
    assert len(files_of_part()) == len(TABLES) + 2
