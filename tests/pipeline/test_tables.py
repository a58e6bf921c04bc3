"""A public table becomes a page for each of its countries, is compared like any other, and is read in again alike."""

import json
from collections import Counter
from pathlib import Path

import pytest
from tests.pipeline.archives import new, put, shown

from sourcebook.pipeline.restore import restore
from sourcebook.store import SqliteStore

SHARED = Path(__file__).parents[3] / "shared" / "data"
TIERS = "country,iso,year,tier\nGhana,GHA,2009,Tier 3\nGhana,GHA,2011,Tier 1\nTogo,TGO,2009,Tier 2\n"
FACTBOOK = "".join(
    json.dumps({"edition_year": year, "iso2": "GH", "field": "Trafficking in persons", "text": text}) + "\n"
    for year, text in (
        (2010, "current situation: in 2008 police identified 90 victims in Ghana tier rating: Tier 2 (2009)"),
        (2011, "current situation: in 2008 police identified 90 victims in Ghana tier rating: Tier 2 (2009)"),
    )
)


@pytest.fixture(name="files")
def written(tmp_path):
    (tmp_path / "tiers.csv").write_text(TIERS)
    (tmp_path / "factbook.jsonl").write_text(FACTBOOK)
    return tmp_path / "tiers.csv", tmp_path / "factbook.jsonl"


@pytest.fixture(name="folder")
def made(tmp_path, files):
    folder = new(tmp_path / "archive")
    report = put(folder, *files)
    assert [(one.status, one.pages, one.topic) for one in report.outcomes] == [
        ("added", 2, "tip-tiers"),
        ("added", 1, "factbook-trafficking"),
    ]
    return folder


def evidence(folder):
    with SqliteStore(folder).view() as view:
        return view.evidence.tiers(), view.evidence.figures(), view.evidence.findings()


def test_its_claims_stand_beside_those_of_other_works(folder):
    tiers, figures, _ = evidence(folder)
    assert Counter((one.topic, one.claim.year, one.claim.tier) for one in tiers if one.page == "GH") == {
        ("tip-tiers", 2009, "3"): 1,
        ("tip-tiers", 2011, "1"): 1,
        ("factbook-trafficking", 2009, "2"): 2,
    }
    assert {figure.number for figure in figures} == {"90"}


def test_what_disagrees_and_what_is_old_is_found(folder):
    found = {(finding.kind, finding.what) for finding in evidence(folder)[2]}
    assert ("conflict", "tier 2009") in found
    assert ("gap", "stale tier 2009") in found


def test_adding_it_again_changes_nothing(folder, files):
    before = shown(folder)
    assert [one.status for one in put(folder, *files).outcomes] == ["there", "there"]
    assert shown(folder) == before


def test_the_order_of_adding_makes_no_difference(folder, files, tmp_path):
    other = new(tmp_path / "other")
    put(other, *reversed(files))
    assert sorted(evidence(other)[2], key=lambda one: one.id) == sorted(evidence(folder)[2], key=lambda one: one.id)


def test_it_is_made_again_from_what_is_kept(folder):
    before = shown(folder)
    restore(folder)
    assert shown(folder) == before


def test_a_new_state_of_a_table_takes_the_place_of_the_old_one(folder, files):
    files[0].write_text(TIERS.replace("2009,Tier 3", "2009,Tier 2"))
    assert put(folder, files[0]).outcomes[0].status == "updated"
    assert "conflict" not in {finding.kind for finding in evidence(folder)[2]}


@pytest.mark.slow
def test_real_tiers_and_the_factbooks_own_text_agree_save_for_these(tmp_path):
    table, factbook = SHARED / "tables/tip_tiers_1999_2015.csv", SHARED / "factbook/trafficking_2006_2025.jsonl"
    if not table.exists():
        pytest.skip("the material for local runs is not here")
    put(new(tmp_path / "archive"), table, factbook)
    tiers, _, findings = evidence(tmp_path / "archive")
    given = {(one.claim.country, one.claim.year): one.claim.tier for one in tiers if one.topic == "tip-tiers"}
    told = [one.claim for one in tiers if one.topic == "factbook-trafficking"]
    agree = Counter(given[key] == one.tier for one in told if (key := (one.country, one.year)) in given)
    # Editions whose text names no report count for the first that printed it: taken for their own year two more differ.
    assert agree == {True: 374, False: 9}
    conflicts = {(one.country, one.what) for one in findings if one.what.startswith("tier ")}
    differ = {
        (one.country, f"tier {one.year}") for one in told if given.get((one.country, one.year), one.tier) != one.tier
    }
    assert conflicts == differ
    assert len(conflicts) == 7
