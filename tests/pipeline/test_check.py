"""What the pages cite is looked at again when it is due, and what became of it is noted and shown."""

import threading

import pytest
from tests.pipeline.links.behaviours import ARTICLE, EXCERPT, OTHER, SECOND, TITLE, page
from tests.pipeline.web import FOUND, HTML, LOST, citing, quick, site
from tests.preserve.loopback import answer

from sourcebook.pipeline.capture import capture
from sourcebook.pipeline.check import Plan, check, due
from sourcebook.pipeline.restore import restore
from sourcebook.query.looks import orphans
from sourcebook.store import Cited, SqliteStore

EVERYTHING = Plan(everything=True)


@pytest.fixture(autouse=True)
def private(monkeypatch):
    quick(monkeypatch)


def clock(day="2024-06-01"):
    return lambda: f"{day}T10:00:00Z"


def outcomes(found):
    return {one.url.rpartition("/")[2]: one.outcome for one in found.checked}


def test_every_address_is_classed_and_the_look_is_noted(tmp_path):
    table = {
        "/read": FOUND,
        "/moved": answer("301 Moved", "", "Location: /new"),
        "/new": FOUND,
        "/changed": answer("200 OK", page("Festival", OTHER), HTML),
        "/gone": LOST,
        "/busy": answer("500 Error"),
    }
    with site(table) as server:
        folder = citing(tmp_path / "s", *(server.url(path) for path in table))
        found = check(folder, EVERYTHING, now=clock())
        assert outcomes(found) == {
            "read": "read", "moved": "moved", "new": "read", "changed": "changed", "gone": "gone", "busy": "unreachable",
        }  # fmt: skip
        moved = next(one for one in found.checked if one.outcome == "moved")
        assert moved.to == server.url("/new")
        with SqliteStore(folder).view() as view:
            work = view.citing(server.url("/gone"))[0].entry.work.id
            visits = view.visits(work)
            (look,) = view.looks(server.url("/gone"))
        assert [(visit.when, visit.outcome) for visit in visits] == [("2013-06-13", "unknown"), ("2024-06-01", "gone")]
        assert "404" in visits[-1].because
        assert (look.outcome, look.status) == ("gone", 404)


def test_bad_news_is_looked_at_twice_after_the_delay(tmp_path, monkeypatch):
    quick(monkeypatch, RETRY_DELAY="0.4")
    with site({"/gone": LOST}) as server:
        folder = citing(tmp_path / "s", server.url("/gone"))
        check(folder, EVERYTHING, now=clock())
        times = [when for path, when in zip(server.asked, server.times, strict=True) if path == "/gone"]
    assert len(times) == 2
    assert times[1] - times[0] >= 0.4


def test_only_what_is_due_is_visited_the_longest_unseen_first():
    cited = (
        Cited(url="never"),
        Cited(url="long ago", last_noted="2009"),
        Cited(url="by us, long ago", last_noted="2013", last_checked="2024-01-01T00:00:00Z"),
        Cited(url="by us, lately", last_checked="2024-05-30T00:00:00Z"),
    )
    today = "2024-06-01"
    assert [one.url for one in due(cited, Plan(), today)] == ["never", "long ago", "by us, long ago"]
    assert [one.url for one in due(cited, Plan(older_than=1), today)][-1] == "by us, lately"
    assert [one.url for one in due(cited, Plan(limit=1), today)] == ["never"]
    assert len(due(cited, EVERYTHING, today)) == 4


def test_a_second_run_goes_on_with_what_the_first_left(tmp_path):
    with site(FOUND) as server:
        folder = citing(tmp_path / "s", *(server.url(f"/{n}") for n in range(5)))
        first = check(folder, Plan(limit=2), now=clock())
        second = check(folder, Plan(), now=clock())
        third = check(folder, Plan(), now=clock())
    assert (len(first.checked), len(second.checked), len(third.checked)) == (2, 3, 0)
    assert not {one.url for one in first.checked} & {one.url for one in second.checked}


def test_a_run_that_is_stopped_keeps_what_it_found(tmp_path):
    stop = threading.Event()
    with site(FOUND) as server:
        folder = citing(tmp_path / "s", *(server.url(f"/{n}") for n in range(60)))
        found = check(folder, EVERYTHING, now=clock(), stop=stop, progress=lambda *_: stop.set())
        assert 0 < len(found.checked) < 60
        rest = check(folder, Plan(), now=clock())
    assert len(found.checked) + len(rest.checked) == 60


def test_a_run_begins_nothing_after_its_minutes(tmp_path):
    with site(FOUND) as server:
        folder = citing(tmp_path / "s", server.url("/a"))
        assert check(folder, Plan(minutes=0.0), now=clock()).checked == ()


def test_only_the_pages_of_a_country_are_looked_at(tmp_path):
    with site(FOUND) as server:
        folder = citing(tmp_path / "s", server.url("/a"))
        assert check(folder, Plan(place="LV", everything=True), now=clock()).checked == ()
        assert len(check(folder, Plan(place="BY", everything=True), now=clock()).checked) == 1


def test_a_kept_copy_is_what_the_page_of_now_is_compared_with(tmp_path):
    other = ARTICLE.replace(EXCERPT, "")
    said = {"/a": answer("200 OK", ARTICLE.replace("eleven", "twelve"), HTML)}
    with site(lambda path, _: said.get(path, LOST)) as server:
        folder = citing(tmp_path / "s", server.url("/a"))
        capture(folder, [server.url("/a")])
        assert outcomes(check(folder, EVERYTHING, now=clock("2024-06-01"))) == {"a": "read"}
        said["/a"] = answer("200 OK", page(TITLE, OTHER), HTML)
        found = check(folder, EVERYTHING, now=clock("2024-06-02"))
        assert outcomes(found) == {"a": "changed"}
        with SqliteStore(folder).view() as view:
            (kept,) = view.captures_of(server.url("/a"))
            assert view.looks(server.url("/a"))[-1].digest == kept.digest
    assert other


def test_what_the_page_says_now_of_each_cited_passage_is_noted_with_the_figures_that_went(tmp_path):
    said = {"/a": answer("200 OK", ARTICLE, HTML)}
    with site(lambda path, _: said.get(path, LOST)) as server:
        folder = citing(tmp_path / "s", server.url("/a"))
        with SqliteStore(folder).view() as view:
            passages = view.citing(server.url("/a"))[0].entry.passages
            figure = next(one for one in view.evidence.figures_in(passages[0].id) if one.number.startswith("27"))
        check(folder, EVERYTHING, now=clock("2024-06-01"))
        said["/a"] = answer("200 OK", page(TITLE, EXCERPT.replace("27 women", "some women"), OTHER), HTML)
        check(folder, EVERYTHING, now=clock("2024-06-02"))
        said["/a"] = LOST
        check(folder, EVERYTHING, now=clock("2024-06-03"))
        with SqliteStore(folder).view() as view:
            before, after, gone = view.looks(server.url("/a"))
            found = orphans(view)
            own = view.own_visits("BY")
        restore(folder)
        with SqliteStore(folder).view() as view:
            assert orphans(view) == found
    assert [one.state for one in before.passages] == ["unchanged", "unchanged"]
    assert [(one.passage, one.state) for one in after.passages] == [
        (passages[0].id, "reworded"),
        (passages[1].id, "gone"),
    ]
    assert figure.id in after.passages[0].lost
    assert gone.passages == ()
    assert [(one.ordinal, one.state, one.looked) for one in found] == [
        (1, "reworded", "2024-06-02"),
        (2, "gone", "2024-06-02"),
    ]
    assert [visit.outcome for visits in own.values() for visit in visits] == ["read", "changed", "gone"]


def test_a_passage_is_not_tied_to_words_that_only_look_like_it(tmp_path):
    alike = EXCERPT.replace("27 women", "72 women")
    said = {"/a": answer("200 OK", page(TITLE, alike, SECOND, OTHER), HTML)}
    with site(lambda path, _: said.get(path, LOST)) as server:
        folder = citing(tmp_path / "s", server.url("/a"))
        check(folder, EVERYTHING, now=clock())
        with SqliteStore(folder).view() as view:
            (found,) = orphans(view)
            (entry,) = (one.entry for one in view.citing(server.url("/a")))
    assert (found.state, found.ordinal) == ("reworded", 1)
    assert entry.passages[0].text == EXCERPT


def test_a_kept_copy_is_found_past_the_redirects_that_led_to_it_and_an_error_page_is_none(tmp_path):
    table = {"/old": answer("301 Moved", "", "Location: /new"), "/new": FOUND, "/lost": LOST}
    with site(table) as server:
        folder = citing(tmp_path / "s", server.url("/old"), server.url("/lost"))
        capture(folder, [server.url("/old"), server.url("/lost")])
        for _ in range(2):
            with SqliteStore(folder).view() as view:
                (copy,) = view.copies_of(server.url("/old"))
                assert (copy.url, copy.status) == (server.url("/new"), 200)
                assert view.copies_of(server.url("/lost")) == ()
                assert [one.to for one in view.captures_of(server.url("/old"))] == [server.url("/new")]
            restore(folder)


def test_looks_are_made_again_from_the_kept_files(tmp_path):
    with site({"/a": FOUND, "/b": LOST}) as server:
        folder = citing(tmp_path / "s", server.url("/a"), server.url("/b"))
        check(folder, EVERYTHING, now=clock())
        with SqliteStore(folder).view() as view:
            before = [view.looks(server.url(path)) for path in ("/a", "/b")]
        restore(folder)
        with SqliteStore(folder).view() as view:
            assert [view.looks(server.url(path)) for path in ("/a", "/b")] == before


def test_a_copy_elsewhere_is_proposed_and_noted(tmp_path):
    with site({"/a": LOST}) as server:
        made = "Thu, 13 Jun 2013 10:00:00 GMT"

        def archive(path, request):
            if path.startswith("/gate/"):
                assert b"Accept-Datetime: Thu, 13 Jun 2013" in request
                return answer("302 Found", "", f"Location: /copy/20130613100000/{path[6:]}", "Vary: accept-datetime")
            if path.startswith("/copy/"):
                return answer("200 OK", ARTICLE, HTML, f"Memento-Datetime: {made}")
            return answer("200 OK", '{"archived_snapshots": {}}')

        with site(archive) as other:
            folder = citing(tmp_path / "s", server.url("/a"))
            settings = f'[fetch]\ntimegates = ["{other.url("/gate/")}"]\navailability = ["{other.url("/available")}"]\n'
            (folder / "sourcebook.toml").write_text(settings)
            found = check(folder, Plan(everything=True, copies=True), now=clock())
            (copy,) = found.copies
            assert copy.to == other.url(f"/copy/20130613100000/{server.url('/a')}")
            assert found.checked[0].outcome == "gone"
            with SqliteStore(folder).view() as view:
                work = view.citing(server.url("/a"))[0].entry.work.id
                assert {visit.outcome for visit in view.visits(work)} == {"unknown", "gone", "archived_elsewhere"}
