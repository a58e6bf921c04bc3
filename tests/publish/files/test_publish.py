"""A published site: the pages that are served, only what changed, and never a half of it."""

from __future__ import annotations

import os
import subprocess
import sys

import msgspec
import pytest
from tests.world.archive import ANDORRA, COUNTING, WORLD, entry
from tests.world.stored import stored_pages

from sourcebook.errors import ArchiveBusy, StorageFailed, UsageError
from sourcebook.model import Document, Page, Work
from sourcebook.pipeline.claiming import claims_of
from sourcebook.pipeline.comparing import compare_stale, mark_everything
from sourcebook.publish.files import flow
from sourcebook.publish.files.flow import Asked, publish
from sourcebook.publish.files.links import broken_links
from sourcebook.publish.files.manifest import NAME, STAGING, UNDER_WAY
from sourcebook.publish.files.plan import plan
from sourcebook.publish.offered import OFFERED_FILES, SERVED_FILES, packs_to_publish
from sourcebook.publish.site.addresses import root_of
from sourcebook.publish.site.app import create_app
from sourcebook.publish.site.site_page import Site
from sourcebook.publish.site.table import FURTHER_PARTS, PAGES
from sourcebook.settings import Settings

SETTINGS = Settings(title="An invented sourcebook", address="https://archive.example")
DAY = "2026-11-25"


def asked(store, folder, **more):
    return Asked(
        archive=store.folder,
        folder=folder,
        **({"settings": SETTINGS, "as_of": DAY, "search": False, "jobs": 1} | more),
    )


def held(folder):
    """Return what a folder holds, by path."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def put(store, page, digest):
    with store.writer() as writer:
        writer.put_page(page, Document(text="", media_type="text/plain", digest=digest), claims_of(page))
        mark_everything(writer.evidence)
    compare_stale(store)


@pytest.fixture
def archive(tmp_path):
    return stored_pages(tmp_path, WORLD.held)


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    folder = tmp_path_factory.mktemp("published")
    publish(asked(stored_pages(folder, WORLD.held), folder / "site"))
    return folder


def test_every_route_of_the_site_is_planned(archive):
    with archive.view() as view:
        planned = {job.route for unit in plan(view.inventory(), "", SETTINGS) for job in unit.jobs}
    # Further parts are rendered after the first, which tells how many there are.
    assert planned == {*PAGES, *OFFERED_FILES} - set(FURTHER_PARTS.values())


def test_a_page_is_the_same_served_and_published(site):
    from litestar.testing import TestClient

    from sourcebook.store import SqliteStore

    app = create_app(
        SqliteStore(site / "book").view,
        lambda: Site(settings=SETTINGS, address=SETTINGS.address, as_of=DAY, packs=packs_to_publish(SETTINGS)),
        SERVED_FILES,
    )
    with TestClient(app) as client:
        for path, content in held(site / "site").items():
            if not path.startswith((".", "search/", "404")) and path != "compare/index.html":
                address = path.removesuffix("index.html")
                assert client.get(f"/{address}").content == content, path


def test_every_link_and_anchor_leads_somewhere(site):
    assert list(broken_links(site / "site")) == []


def test_links_of_a_site_in_a_folder_of_its_host_are_followed_from_that_folder(archive, tmp_path):
    settings = msgspec.structs.replace(SETTINGS, address="https://archive.example/old/book/")
    publish(asked(archive, tmp_path / "site", settings=settings))
    assert 'href="/old/book/' in (tmp_path / "site/404.html").read_text(encoding="utf-8")
    assert list(broken_links(tmp_path / "site", root_of(settings.address))) == []


def test_a_country_that_is_held_only_by_a_sister_topic_is_linked_there(archive, tmp_path):
    glass = entry(Work(title="Glass", issued="2011"), "In 2010 police identified 31 victims of forced labour in Ghana.")
    put(archive, Page(place="GH", topic="street_children", heading="Ghana", entries=(glass,)), "sha256:ghana")
    publish(asked(archive, tmp_path / "site"))
    site = tmp_path / "site"
    assert list(broken_links(site)) == []
    assert "../GH/street_children/" in (site / "data/index.html").read_text(encoding="utf-8")
    front = (site / "index.html").read_text(encoding="utf-8")
    assert '<th scope="row"><a href="./GH/street_children/"><span>Ghana: </span>' in front.replace('"GH/', '"./GH/')


def test_a_link_that_leads_nowhere_is_found(site, tmp_path):
    (tmp_path / "a").mkdir()
    (tmp_path / "index.html").write_text(
        '<a href="a/#there">x</a><a href="b/">y</a><a href="a/">z</a>', encoding="utf-8"
    )
    (tmp_path / "a/index.html").write_text("<p id='here'>x", encoding="utf-8")
    assert list(broken_links(tmp_path)) == [
        "index.html: a/index.html has no anchor there.",
        "index.html: b/index.html is not there.",
    ]


def test_the_same_archive_and_day_give_the_same_bytes(archive, tmp_path):
    publish(asked(archive, tmp_path / "one"))
    publish(asked(archive, tmp_path / "other"))
    assert held(tmp_path / "one") == held(tmp_path / "other")


@pytest.mark.slow
def test_several_processes_write_what_one_does(archive, tmp_path, monkeypatch):
    monkeypatch.setattr(flow, "ALONE", 0)
    publish(asked(archive, tmp_path / "one"))
    publish(asked(archive, tmp_path / "other", jobs=2))
    assert held(tmp_path / "one") == held(tmp_path / "other")


@pytest.mark.slow
def test_the_search_index_is_the_same_each_time_and_lists_results_by_country(archive, tmp_path):
    publish(asked(archive, tmp_path / "one", search=True))
    publish(asked(archive, tmp_path / "other", search=True))
    assert held(tmp_path / "one") == held(tmp_path / "other")
    listed = msgspec.json.decode((tmp_path / "one/pagefind/places/AD.json").read_bytes())
    assert len(listed) == len(set(listed)) == len(ANDORRA.entries) + 3


def test_nothing_is_written_where_nothing_changed(archive, tmp_path):
    first = publish(asked(archive, tmp_path / "site"))
    stamps = {path: path.stat().st_mtime_ns for path in (tmp_path / "site").rglob("*")}
    again = publish(asked(archive, tmp_path / "site"))
    assert (first.written, again.written, again.files) == (first.files, 0, first.files)
    assert {path: path.stat().st_mtime_ns for path in (tmp_path / "site").rglob("*")} == stamps


def test_a_changed_page_is_written_anew_and_what_is_no_more_is_taken_away(archive, tmp_path):
    folder = tmp_path / "site"
    publish(asked(archive, folder))
    before = held(folder)
    put(archive, msgspec.structs.replace(ANDORRA, entries=ANDORRA.entries[1:]), "sha256:new")
    publish(asked(archive, folder))
    after = held(folder)
    assert f"e/{COUNTING.id}/index.html" in before
    assert not any(path.startswith(f"e/{COUNTING.id}") for path in after)
    assert not (folder / "e" / COUNTING.id).exists()
    # The address of a passage outlives the entry.
    assert f"p/{ANDORRA.entries[0].passages[0].id}/index.html" in after
    assert before["FR/index.html"] == after["FR/index.html"]
    publish(asked(archive, tmp_path / "fresh"))
    assert held(tmp_path / "fresh") == after


@pytest.mark.parametrize("name", ["index.html", "CNAME", "deep/notes.txt"])
def test_a_folder_with_files_of_somebody_else_is_refused_and_left_alone(archive, tmp_path, name):
    path = tmp_path / "site" / name
    path.parent.mkdir(parents=True)
    path.write_text("mine", encoding="utf-8")
    with pytest.raises(UsageError, match="not published by Sourcebook"):
        publish(asked(archive, tmp_path / "site"))
    assert held(tmp_path / "site") == {name: b"mine"}


def test_the_archive_itself_is_refused_as_the_folder(archive):
    with pytest.raises(UsageError):
        publish(asked(archive, archive.folder))
    assert not (archive.folder / STAGING).exists()


def test_files_that_a_host_needs_may_stand_beside_the_pages(archive, tmp_path):
    publish(asked(archive, tmp_path / "site"))
    (tmp_path / "site/CNAME").write_text("archive.example", encoding="utf-8")
    publish(asked(archive, tmp_path / "site", as_of="2027-01-01"))
    assert (tmp_path / "site/CNAME").read_text(encoding="utf-8") == "archive.example"


@pytest.mark.parametrize("kind", ["file", "link"])
def test_a_file_that_is_not_ours_is_never_overwritten(archive, tmp_path, kind):
    folder, elsewhere = tmp_path / "site", tmp_path / "elsewhere"
    publish(asked(archive, folder))
    before = held(folder)
    new = entry(Work(title="A work to come", credit="2026"), "Its passage.")
    address = folder / "e" / new.work.id
    elsewhere.mkdir()
    if kind == "link":
        address.symlink_to(elsewhere)
    else:
        address.mkdir()
        (address / "index.html").write_text("mine", encoding="utf-8")
    put(archive, msgspec.structs.replace(ANDORRA, entries=(*ANDORRA.entries, new)), "sha256:new")
    with pytest.raises(UsageError, match="not ours"):
        publish(asked(archive, folder))
    assert not list(elsewhere.iterdir())
    assert {path: held(folder).get(path) for path in before} == before


def test_a_full_disk_leaves_the_old_site_whole(archive, small_disk):
    folder = small_disk / "site"
    subprocess.run(["mount", "-o", "remount,size=5m", small_disk], check=True)
    light = msgspec.structs.replace(SETTINGS, packs=())
    publish(asked(archive, folder, settings=light))
    before = held(folder)
    long = "A sentence that is far too long for the disk. " * 60_000
    put(archive, msgspec.structs.replace(ANDORRA, entries=(entry(Work(title="Long"), long),)), "sha256:new")
    with pytest.raises(StorageFailed, match="the site that was there is whole"):
        publish(asked(archive, folder, settings=light))
    assert held(folder) == before


def test_two_processes_do_not_publish_into_one_folder_at_the_same_time(archive, tmp_path):
    folder = tmp_path / "site"
    publish(asked(archive, folder))
    before = held(folder)
    code = "import sys; from pathlib import Path; from sourcebook.publish.files.turns import alone_in\n"
    code += "with alone_in(Path(sys.argv[1])): print('held', flush=True); sys.stdin.read()"
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE}
    with subprocess.Popen([sys.executable, "-c", code, folder], **pipes) as other:
        other.stdout.readline()
        with pytest.raises(ArchiveBusy, match="Another process is publishing"):
            publish(asked(archive, folder, as_of="2020-01-01"))
        assert held(folder) == before
        other.communicate()
    assert publish(asked(archive, folder, as_of="2020-01-01")).written


@pytest.mark.parametrize("first", [True, False])
def test_a_run_that_is_cut_off_while_it_puts_files_in_place_is_made_good_by_the_next(
    archive, tmp_path, monkeypatch, first
):
    folder = tmp_path / "site"
    if not first:
        publish(asked(archive, folder, as_of="2020-01-01"))
    real, moved = os.replace, []

    def cut_off(source, target, **more):
        moved.append(target)
        if len(moved) == 5:
            raise KeyboardInterrupt
        return real(source, target, **more)

    with monkeypatch.context() as patched:
        patched.setattr(os, "replace", cut_off)
        with pytest.raises(KeyboardInterrupt):
            publish(asked(archive, folder))
    assert (folder / UNDER_WAY).exists()
    publish(asked(archive, folder, as_of="2020-01-01"))
    publish(asked(archive, tmp_path / "fresh", as_of="2020-01-01"))
    assert held(folder) == held(tmp_path / "fresh")
    assert NAME in held(folder)
    assert UNDER_WAY not in held(folder)


def test_anything_may_stand_in_an_archive(archive, tmp_path):
    evil = "<script>alert(1)</script><img src=x onerror=alert(1)>"
    works = (
        Work(title="T" * 10_000, credit=evil, url="javascript:alert(1)", publisher=evil, issued="2004"),
        Work(title=evil, credit=evil, authors=(evil,), url="javascript:alert(2)", language='x" onload="alert(1)'),
        Work(title="عمّال الزجاج \u202eevil\u202c", credit="صحيفة", language="ar"),
        Work(title="🧶 wool 👩🏽‍🏭", credit="😀"),
        Work(title=f"{10**30} people", credit="9" * 400),
    )
    entries = tuple(entry(work, f"{evil} {10**30} people 🧶", "\u0000\ud7ff") for work in works)
    page = msgspec.structs.replace(ANDORRA, heading=evil, study_themes=(evil,), entries=entries)
    put(archive, page, "sha256:new")
    publish(asked(archive, tmp_path / "site"))
    assert list(broken_links(tmp_path / "site")) == []
    for path, content in held(tmp_path / "site").items():
        if path.endswith(".html"):
            assert b"<script>alert" not in content, path
            assert b"<img" not in content, path
            assert b'href="javascript' not in content, path
