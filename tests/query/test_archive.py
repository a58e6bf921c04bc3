"""The archive as one object: its figures and routes are rows that the usual tables take as they are."""

from __future__ import annotations

import pandas as pd
import polars as pl
import pyarrow as pa
import pytest
from tests.pipeline.archives import SAMPLE, new, put

import sourcebook
from sourcebook.errors import UsageError

TABLES = {
    "pandas": (pd.DataFrame, lambda table: (list(table.columns), len(table))),
    "polars": (
        lambda rows: pl.DataFrame(rows, infer_schema_length=None),
        lambda table: (table.columns, table.height),
    ),
    "arrow": (pa.Table.from_pylist, lambda table: (table.column_names, table.num_rows)),
}


@pytest.fixture(name="archive", scope="module")
def made(tmp_path_factory):
    folder = new(tmp_path_factory.mktemp("archive"))
    put(folder, *(SAMPLE / f"{code}.txt" for code in ("BY", "LV")))
    with sourcebook.open(folder) as archive:
        yield archive


@pytest.mark.parametrize("name", TABLES)
@pytest.mark.parametrize("kind", ["figures", "routes"])
def test_rows_make_a_table_with_a_column_for_each_field(archive, name, kind):
    rows = getattr(archive, kind)()
    build, shape = TABLES[name]
    assert shape(build(rows)) == (list(rows[0]), len(rows))


def test_every_row_has_the_same_columns_and_no_value_inside_another(archive):
    for rows in (archive.figures(), archive.routes()):
        assert len({tuple(row) for row in rows}) == 1
        assert {type(cell) for row in rows for cell in row.values()} <= {str, int, float, bool, type(None)}


def test_bounds_are_numbers_of_one_type_and_what_is_unsaid_is_null(archive):
    table = pl.DataFrame(archive.figures(), infer_schema_length=None)
    assert {table.schema[name] for name in ("low", "high")} == {pl.Float64}
    assert table["status"].null_count() == sum(row["status"] is None for row in archive.figures())


def test_a_column_that_is_empty_for_long_keeps_its_type(archive):
    rows = [{**row, "action": None} for row in archive.figures() * 9]
    rows.append({**rows[0], "action": "convicted"})
    assert pl.DataFrame(rows, infer_schema_length=None)["action"][-1] == "convicted"
    assert pd.DataFrame(rows)["action"].iloc[-1] == "convicted"
    assert pa.Table.from_pylist(rows)["action"][-1].as_py() == "convicted"


def test_a_country_goes_by_any_name_and_chooses_where_figures_were_counted(archive):
    named, coded = archive.figures(country="Byelorussia"), archive.figures(country="BY")
    assert named == coded
    assert {row["place"] for row in named} == {"BY"}
    with pytest.raises(UsageError):
        archive.figures(country="Nowhere at all")
