"""The command that sets countries side by side."""

import csv
import io
import json

import pytest
from tests.cli.run import run
from tests.world.neighbours import NEIGHBOURS
from tests.world.stored import stored_pages


@pytest.fixture(scope="module")
def book(tmp_path_factory):
    return stored_pages(tmp_path_factory.mktemp("compare"), NEIGHBOURS.held).folder


def test_like_figures_stand_side_by_side_and_others_are_refused_with_reasons(book):
    told = " ".join(run("-C", book, "compare", "Andorra", "France").out.split())
    assert "Victims, identified, 2019 128 262" in told
    assert "¦ Not compared: Victims, estimated." in told
    assert "different lengths. Andorra: a yearly rate; France: one year." in told


def test_one_country_is_set_beside_its_neighbours_and_a_region_stands_for_its_own(book):
    names = {row["country"] for row in rows_of(run("-C", book, "compare", "AD", "--csv").out)}
    assert names == {"AD", "ES", "FR"}
    names = {row["country"] for row in rows_of(run("-C", book, "compare", "Southern Europe", "--csv").out)}
    assert names == {"AD", "ES"}


def rows_of(text):
    return list(csv.DictReader(io.StringIO(text)))


def test_the_table_is_a_row_for_each_country_and_says_what_is_not_compared_and_why(book):
    rows = rows_of(run("-C", book, "compare", "AD", "FR", "--csv").out)
    refused = [row for row in rows if row["compared"] == "no"]
    assert {(row["country"], row["value"]) for row in refused} >= {("AD", "about 10,000"), ("FR", "about 286,000")}
    assert all(row["why_not"] for row in refused)
    assert all(not row["why_not"] for row in rows if row["compared"] == "yes")


def test_json_holds_the_same(book):
    made = json.loads(run("-C", book, "compare", "AD", "FR", "--json").out)
    assert made["places"] == ["AD", "FR"]
    assert next(section["title"] for section in made["sections"]) == "Victims"


def test_years_leave_out_what_is_of_others(book):
    told = run("-C", book, "compare", "AD", "FR", "--years", "2004-2018", "--csv").out
    assert "2019" not in told
    assert "identified, 2018" in told


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("Atlantis", "France"), "No country has this name"),
        (("FJ",), "One country cannot be compared"),
        (("AD", "FR", "--years", "soon"), "These are no years"),
        (("AD", "FR", "--years", "-"), "These are no years"),
    ],
)
def test_what_makes_no_sense_is_refused_in_a_sentence(book, arguments, says):
    ran = run("-C", book, "compare", *arguments)
    assert ran.code == 2
    assert says in ran.err
