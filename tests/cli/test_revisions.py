import json

from tests.cli.run import run
from tests.cli.test_rebuild import SAMPLE


def test_a_page_says_how_it_changed(tmp_path):
    folder, page = tmp_path / "archive", tmp_path / "BY.txt"
    text = (SAMPLE / "BY.txt").read_text(encoding="utf-8")
    run("new", folder)
    page.write_text(text, encoding="utf-8")
    run("-C", folder, "add", page)
    assert "has one state" in run("-C", folder, "revisions", "Belarus").out
    page.write_text(text.replace("women", "many women", 1), encoding="utf-8")
    run("-C", folder, "add", page)
    assert "{+many+}" in run("-C", folder, "revisions", "BY").out
    (revision,) = json.loads(run("-C", folder, "revisions", "BY", "--json").out)
    assert len(revision["changed"]) == 1
    assert run("-C", folder, "revisions", "FR").code == 2


def test_a_country_that_has_only_other_pages_names_them(tmp_path):
    folder, table = tmp_path / "archive", tmp_path / "tiers.csv"
    table.write_text("country,iso2,year,tier\nBelarus,BY,2009,2\nBelarus,BY,2010,2W\n", encoding="utf-8")
    run("new", folder)
    assert run("-C", folder, "add", table).code == 0
    for line, said in (
        (["revisions", "Belarus"], "Name one that it has with --topic: tip-tiers"),
        (["cite", "BY"], "Cite another of this country: BY/tip-tiers."),
        (["show", "Belarus"], "Show one: sourcebook show Belarus --topic tip-tiers"),
    ):
        assert said in run("-C", folder, *line).err
