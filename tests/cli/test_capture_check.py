"""The commands that keep pages of the web and look again at what is cited."""

import json

import pytest
from tests.cli.run import run
from tests.pipeline.links.behaviours import EXCERPT
from tests.pipeline.web import FOUND, LOST, citing, country_page, new, quick, site
from tests.preserve.loopback import answer


@pytest.fixture(autouse=True)
def private(monkeypatch):
    quick(monkeypatch)


def test_capture_prints_what_became_of_each_and_leaves_with_1_where_one_was_refused(tmp_path):
    folder = new(tmp_path / "s")
    with site({"/a": FOUND}) as server:
        good = run("-C", folder, "capture", server.url("/a"))
        again = run("capture", server.url("/a"), "-C", folder, "--json")
        bad = run("-C", folder, "capture", server.url("/b"), "file:///etc/passwd")
    assert (good.code, again.code, bad.code) == (0, 0, 1)
    assert "1 kept." in good.out
    assert json.loads(again.out)[0]["result"] == "same"
    assert "The host answered 404." in bad.out
    assert "only http and https" in bad.out


def test_capture_reads_addresses_from_standard_input_or_takes_those_that_are_cited(tmp_path):
    with site(FOUND) as server:
        folder = citing(tmp_path / "s", server.url("/a"), server.url("/b"))
        listed = run("-C", folder, "capture", "-", stdin=f"{server.url('/c')}\n\n".encode())
        cited = run("-C", folder, "capture", "--cited", "Belarus")
    assert "1 kept." in listed.out
    assert "2 kept." in cited.out


def test_capture_of_nothing_is_used_wrongly(tmp_path):
    assert run("-C", new(tmp_path / "s"), "capture").code == 2


def test_a_page_of_the_web_is_added_with_its_exchange_and_adding_it_again_changes_nothing(tmp_path):
    folder = new(tmp_path / "s")
    text = country_page("http://a.example/x")
    with site({"/by.txt": answer("200 OK", text, "Content-Type: text/plain; charset=utf-8"), "/b": FOUND}) as server:
        first = run("-C", folder, "add", server.url("/by.txt"), "--json")
        again = run("-C", folder, "add", server.url("/by.txt"), "--json")
        other = run("-C", folder, "add", server.url("/b"), server.url("/none"))
    assert json.loads(first.out)["outcomes"][0]["status"] == "added"
    assert json.loads(again.out)["outcomes"][0]["status"] == "there"
    assert other.code == 1
    assert "The host answered 404." in other.out
    shown = json.loads(run("-C", folder, "show", "Belarus", "--json").out)
    assert shown["entries"][0]["passages"][0]["text"] == EXCERPT
    assert run("-C", folder, "rebuild").code == 0
    assert json.loads(run("-C", folder, "show", "Belarus", "--json").out) == shown


def test_check_prints_the_outcomes_as_the_tools_that_read_them_expect(tmp_path):
    with site({"/a": FOUND, "/b": LOST, "/c": answer("301 Moved", "", "Location: /a")}) as server:
        folder = citing(tmp_path / "s", *(server.url(path) for path in ("/a", "/b", "/c")))
        ran = run("-C", folder, "check", "--all", "--json")
        found = {one["url"]: one for one in json.loads(ran.out)}
        assert ran.code == 0
        assert {tuple(one) for one in found.values()} == {("url", "outcome", "to", "because", "status")}
        assert found[server.url("/b")]["status"] == 404
        assert found[server.url("/c")]["to"] == server.url("/a")
        nothing = run("-C", folder, "check")
        assert (nothing.code, nothing.out) == (0, "Nothing is due.\n")
        told = run("-C", folder, "check", "Belarus", "--all", "--limit", "1")
        assert told.out.count(server.url("/")) == 1


def test_check_of_a_country_that_is_none_is_used_wrongly(tmp_path):
    assert run("-C", new(tmp_path / "s"), "check", "Nowhereland").code == 2


def test_check_without_a_sourcebook_says_so(tmp_path):
    ran = run("-C", tmp_path, "check")
    assert ran.code == 1
    assert "no sourcebook" in ran.err
