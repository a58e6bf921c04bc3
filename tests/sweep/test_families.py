"""Families of numbers over a sweep's tables: who said it first, out of core, in the archive's own form."""

from __future__ import annotations

import json
from datetime import date

import pyarrow.parquet as pq
import pytest
from tests.sweep.archives import html, response, warc

from sourcebook.cli import main
from sourcebook.errors import NotFound
from sourcebook.sweep.families import SweptEvidence
from sourcebook.sweep.local_engine import LocalEngine
from sourcebook.sweep.run import sweep

TODAY = date(2026, 1, 1)
ISSUED = '<meta property="article:published_time" content="{}">'


def page(at, said, issued):
    body = html(
        f"{said} 4,321 Kenyan women were victims of trafficking in 2012.",
        title=f"Report {at}",
        head=ISSUED.format(issued),
    )
    return response(f"https://site{at}.example.org/report", body)


@pytest.fixture(scope="module", name="swept")
def swept_folder(tmp_path_factory):
    folder = tmp_path_factory.mktemp("swept")
    path = warc(
        folder / "a.warc.gz",
        page(1, "Ann Other of the IOM said that", "2013-02-01"),
        page(2, "NGO sources say that", "2015-06-01"),
        page(3, "According to the Ministry of Labour,", "2014-01-01"),
        response("https://example.org/other", html("In Ghana 17 men were identified as victims of trafficking.")),
    )
    sweep([str(path)], folder / "out", LocalEngine(1))
    return folder / "out"


def test_a_number_is_traced_to_the_work_that_said_it_first(swept):
    with SweptEvidence(swept) as evidence:
        (traced,) = evidence.trace(4321, 4321, TODAY)
    family = traced.family
    assert [member.mention.title for member in family.mentions] == ["Report 1", "Report 3", "Report 2"]
    assert family.mentions[0].role == "origin"
    assert len(family.works) == 3
    assert 1 <= family.at_least <= family.at_most <= 3
    assert "byte 0" in family.mentions[0].mention.locator


def test_a_country_or_thing_that_is_asked_for_narrows_the_trace(swept):
    with SweptEvidence(swept) as evidence:
        assert evidence.trace(4321, 4321, TODAY, country="GH") == ()
        assert len(evidence.trace(17, 17, TODAY, country="GH")) == 1
        assert evidence.trace(17, 17, TODAY, counts="cases") == ()


def test_findings_are_those_of_numbers_in_two_works_or_more(swept):
    with SweptEvidence(swept) as evidence:
        found = list(evidence.findings(TODAY))
        assert {finding.kind for finding in found} >= {"repeat"}
        assert all(finding.country == "KE" for finding in found)
        assert list(evidence.findings(TODAY, "GH")) == []


def test_every_family_has_a_row_with_its_works_and_when_it_was_first_said(swept, tmp_path):
    with SweptEvidence(swept) as evidence:
        assert evidence.write_families(tmp_path / "families.parquet") == 1
    (row,) = pq.read_table(tmp_path / "families.parquet").to_pylist()
    assert (row["low"], row["works"], row["publishers"], row["first_issued"]) == (4321, 3, 3, "2013-02-01")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["families.parquet"]


def test_the_commands_print_the_form_of_the_archive(swept, capsys):
    for command in (["trace", "4321"], ["findings"]):
        with pytest.raises(SystemExit) as left:
            main([*command, "--sweep", str(swept), "--json", "--as-of", "2026-01-01"])
        assert not left.value.code
        printed = json.loads(capsys.readouterr().out)
        assert printed["families"][0]["value"] == {"low": 4321, "high": 4321} if command[0] == "trace" else printed


def test_a_folder_without_tables_is_refused(tmp_path):
    with pytest.raises(NotFound, match="no table"):
        SweptEvidence(tmp_path)
