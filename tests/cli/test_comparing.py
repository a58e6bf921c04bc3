"""The commands that show what a number is worth, and those by which an editor decides."""

import csv
import io
import json

import pytest
from tests.cli.run import run

from sourcebook.query import families as query

PAGE = """Human Trafficking & Modern-day Slavery

Republic of Belarus

*** ARCHIVES ***

Seven thousand a year
Harbour Chronicle, 3 May 2004
[accessed 3 March 2021]

Some 7,000 citizens are trafficked annually, according to Anna Petrova of the International Organization for Migration (IOM).

The roads of the north
Meridian Institute, 8 June 2006
[accessed 3 March 2021]

According to a representative of the IOM, some 7,000 citizens are trafficked annually.

What police found
Valley Courier, 9 January 2010
[accessed 3 March 2021]

In 2009 police identified 90 victims: 60 women and 30 men. In 2009 a court in Minsk convicted 12 traffickers.

The other count
Border Studies Centre, 11 January 2010
[accessed 3 March 2021]

In 2009 police identified 97 victims. Women were trafficked from Belarus to Poland out of poverty. No forced begging was found.
"""


@pytest.fixture(scope="module", name="folder")
def made(tmp_path_factory):
    folder = tmp_path_factory.mktemp("worth") / "archive"
    run("new", folder)
    assert run("add", "-", "-C", folder, stdin=PAGE.encode()).code == 0
    return folder


def printed(folder, *arguments):
    done = run(*arguments, "--json", "-C", folder)
    assert done.code == 0, done.err
    return json.loads(done.out)


def test_trace_gives_origin_repeat_bounds_and_drift(folder):
    for asked in ("7000", "7,000", "7 thousand"):
        (family,) = printed(folder, "trace", asked, "--as-of", "2026-11-25")["families"]
    assert family["value"] == {"low": 7000, "high": 7000}
    assert [(m["work"], m["role"], m["speaker"]) for m in family["mentions"]] == [
        ("Seven thousand a year", "origin", "official"),
        ("The roads of the north", "repeat", "body"),
    ]
    assert family["independent_sources"] == {"at_least": 1, "at_most": 1}
    assert [drift["because"].split(" ")[0] for drift in family["drift"]] == ["from"]
    assert set(family) >= {"value", "counts", "country", "period", "works", "mentions", "drift", "parts", "conflicts"}


def test_trace_ends_in_the_terminal_with_a_verdict_and_a_sentence_to_cite(folder):
    done = run("trace", "7000", "--as-of", "2026-11-25", "-C", folder)
    assert "May I quote this?" in done.out
    assert "Yes, as what Anna Petrova" in done.out
    assert "Harbour Chronicle" in done.out


def test_a_number_told_once_is_traced_as_well_with_its_sums_and_conflicts(folder):
    (family,) = printed(folder, "trace", "97", "--country", "Belarus")["families"]
    assert [mention["role"] for mention in family["mentions"]] == ["origin"]
    assert family["independent_sources"] == {"at_least": 1, "at_most": 1}
    assert len(family["conflicts"]) == 1
    (parted,) = printed(folder, "trace", "90", "--counts", "victims")["families"]
    assert len(parted["parts"]) == 1
    assert printed(folder, "trace", "90", "--counts", "cases")["families"] == []


def test_a_trace_that_is_cut_says_so(folder, monkeypatch):
    assert "Only" not in run("trace", "97", "-C", folder).out
    monkeypatch.setattr(query, "LIMIT", 1)
    assert "Only 1 are shown" in run("trace", "97", "-C", folder).out


def test_a_number_that_nobody_gives_is_a_clear_answer(folder):
    done = run("trace", "123456", "-C", folder)
    assert (done.code, done.out.strip()) == (0, "No figure with this value was found.")
    assert run("trace", "many", "-C", folder).code == 2


def test_families_are_those_of_two_works_or_more(folder):
    assert [family["value"]["high"] for family in printed(folder, "families", "Belarus")["families"]] == [7000]


def test_findings_name_sums_repeats_conflicts_and_gaps(folder):
    found = printed(folder, "findings", "BY", "--as-of", "2026-11-25")
    assert {finding["kind"] for finding in found} >= {"parts_hold", "repeat", "drift", "conflict", "gap"}
    (conflict,) = [finding for finding in found if finding["kind"] == "conflict"]
    assert sorted(conflict["numbers"]) == ["90", "97"]
    assert sorted(conflict["works"]) == ["The other count", "What police found"]


def test_figures_and_routes_come_as_csv(folder):
    rows = list(csv.DictReader(io.StringIO(run("figures", "BY", "--csv", "-C", folder).out)))
    assert {row["number"] for row in rows} >= {"7,000", "90", "60", "30", "97", "12"}
    routes = list(csv.DictReader(io.StringIO(run("routes", "--csv", "-C", folder).out)))
    assert ("BY", "PL") in {(row["origin"], row["destination"]) for row in routes}


def test_themes_come_with_where_they_are_named_and_what_is_only_denied(folder):
    themes = {row["theme"]: row for row in printed(folder, "themes", "Belarus")}
    assert themes["poverty"]["countries"] == ["BY"]
    assert (themes["poverty"]["works"], themes["poverty"]["first_year"]) == (1, 2010)
    assert themes["begging"]["works"] == 0
    assert themes["begging"]["denied"] == 1
    assert themes["debt_bondage"]["htcds"] == "meansOfControlDebtBondage"
    rows = {row["theme"]: row for row in csv.DictReader(io.StringIO(run("themes", "--csv", "-C", folder).out))}
    assert rows["poverty"]["countries"] == "BY"
    assert rows["garments"]["isic"] == "13 14"
    assert "Poverty" in run("themes", "-C", folder).out
    assert "labour_setting" not in rows


def test_a_country_without_figures_is_no_error(folder):
    for command in ("figures", "routes", "themes", "families", "findings"):
        assert run(command, "Peru", "-C", folder).code == 0


def test_a_rejected_finding_is_gone_until_the_decision_is_taken_back(tmp_path):
    folder = tmp_path / "archive"
    run("new", folder)
    run("add", "-", "-C", folder, stdin=PAGE.encode())
    (conflict,) = [one for one in printed(folder, "findings", "BY") if one["kind"] == "conflict"]
    made = run("decide", conflict["id"], "reject", "--why", "Two towns.", "--by", "An editor", "-C", folder)
    assert made.code == 0
    assert "conflict" not in {one["kind"] for one in printed(folder, "findings", "BY")}
    assert conflict["id"] not in {one["id"] for one in printed(folder, "todo")}
    assert run("decisions", "--undo", "1", "-C", folder).code == 0
    assert "conflict" in {one["kind"] for one in printed(folder, "findings", "BY")}


def test_a_corrected_field_changes_what_is_found_and_can_be_undone(tmp_path):
    folder = tmp_path / "archive"
    run("new", folder)
    run("add", "-", "-C", folder, stdin=PAGE.encode())
    (figure,) = [one for one in printed(folder, "figures", "BY") if one["number"] == "97"]
    run("decide", figure["id"], "correct", "--set", "place=PL", "--why", "It says Poland.", "--by", "E", "-C", folder)
    assert "97" in {one["number"] for one in printed(folder, "figures", "Poland")}
    assert "conflict" not in {one["kind"] for one in printed(folder, "findings", "BY")}
    run("decisions", "--undo", "1", "-C", folder)
    assert printed(folder, "figures", "Poland") == []


def test_joined_and_split_figures_change_the_bounds(tmp_path):
    folder = tmp_path / "archive"
    run("new", folder)
    run("add", "-", "-C", folder, stdin=PAGE.encode())
    (family,) = printed(folder, "families")["families"]
    one, other = (mention["figure"] for mention in family["mentions"])
    assert run("decide", one, "split", other, "--why", "Two talks.", "--by", "E", "-C", folder).code == 0
    assert printed(folder, "families")["families"] == []
    assert run("decide", one, "join", other, "--why", "One talk.", "--by", "E", "-C", folder).code == 0
    (again,) = printed(folder, "families")["families"]
    assert "an editor" in again["mentions"][1]["because"]


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("zzzzzzzzzzzz", "reject", "--why", "x", "--by", "y"), 2),
        (("zzzzzzzzzzzz", "reject"), 2),
        (("zzzzzzzzzzzz", "praise", "--why", "x", "--by", "y"), 2),
        (("zzzzzzzzzzzz", "correct", "--why", "x", "--by", "y"), 2),
        (("zzzzzzzzzzzz", "correct", "--set", "colour=red", "--why", "x", "--by", "y"), 2),
        (("zzzzzzzzzzzz", "join", "--why", "x", "--by", "y"), 2),
    ],
)
def test_a_decision_that_cannot_mean_anything_is_refused_in_a_sentence(folder, arguments, code):
    done = run("decide", *arguments, "-C", folder)
    assert done.code == code
    assert done.err.startswith("sourcebook: ")
    assert done.err.count("\n") == 1
