"""The share of a work that is quoted is told where a kept copy of it can be read, which is read once for that."""

from __future__ import annotations

import contextlib
import io
import sqlite3

import pytest
from tests.pipeline.web import HTML, LOST, new, quick, site
from tests.preserve.loopback import answer

from sourcebook.cli.publish import _warn_of_excerpts
from sourcebook.errors import InputRefused, StorageFailed
from sourcebook.pipeline.capture import capture
from sourcebook.pipeline.document import add
from sourcebook.pipeline.excerpts import count_copies, excerpts_of
from sourcebook.pipeline.sources import Source
from sourcebook.publish.files.flow import Asked, publish
from sourcebook.settings import Excerpts, Settings

NOW = "2026-01-02T03:04:05Z"
QUOTED = "Police freed fourteen girls in May of that year."
PAGE = """Human Trafficking

Kenya

*** ARCHIVES ***

Girls freed on the coast

The Coast Paper, 4 June 2011

{url}

[accessed 5 June 2012]

{quoted}
"""


@pytest.fixture(autouse=True)
def private(monkeypatch):
    quick(monkeypatch)


def quoted_from(tmp_path, words):
    """Return the folder of a sourcebook that quotes nine words of a kept work of so many words."""
    folder = new(tmp_path / "s")
    body = f"<html><body><article><p>{'word ' * (words - 9)}{QUOTED}</p></article></body></html>"
    page = answer("200 OK", body, HTML)
    with site({"/a": page, "/robots.txt": LOST}) as server:
        url = server.url("/a")
        text = PAGE.format(url=url, quoted=QUOTED).encode()
        assert (
            add(folder, [Source(shown="Kenya", name="Kenya.txt", open=lambda: io.BytesIO(text))], now=NOW).refused == 0
        )
        (done,) = capture(folder, [url])
    assert done.result == "kept"
    return folder


def test_the_share_of_a_kept_work_is_told_and_judged(tmp_path, capsys):
    folder = quoted_from(tmp_path, 90)
    strict = Settings(excerpts=Excerpts(most_share=0.05))
    (one,) = excerpts_of(folder, strict)
    assert (one.words, one.of, one.share, one.over) == (9, 90, 0.1, True)
    assert excerpts_of(folder, Settings(excerpts=Excerpts(most_share=0.1)))[0].over is False
    _warn_of_excerpts(folder, strict)
    assert "“Girls freed on the coast” with 9 words, 10% of it" in capsys.readouterr().err


def test_no_share_is_told_of_a_page_that_says_too_little_to_be_the_work(tmp_path):
    (one,) = excerpts_of(quoted_from(tmp_path, 20), Settings())
    assert (one.words, one.of, one.share, one.over) == (9, None, None, False)


def unable(*_, **__):
    raise AssertionError("a kept copy was read again")


def test_a_copy_is_counted_when_it_is_captured_and_never_read_again(tmp_path, monkeypatch):
    folder = quoted_from(tmp_path, 90)
    monkeypatch.setattr("sourcebook.pipeline.excerpts.read_safely", unable)
    assert [one.of for one in excerpts_of(folder, Settings())] == [90]


def forget(folder):
    with contextlib.closing(sqlite3.connect(folder / "sourcebook.db", isolation_level=None)) as connection:
        connection.execute("DELETE FROM lengths")


def test_what_an_older_archive_never_counted_is_counted_when_it_is_needed_first(tmp_path, monkeypatch):
    folder = quoted_from(tmp_path, 90)
    forget(folder)
    told = []
    count_copies(folder, Settings(), progress=lambda url, count: told.append((url.rpartition("/")[2], count)))
    assert told == [("a", 1)]
    monkeypatch.setattr("sourcebook.pipeline.excerpts.read_safely", unable)
    assert excerpts_of(folder, Settings())[0].share == 0.1


def test_a_copy_whose_file_is_away_is_asked_again_once_it_is_back(tmp_path):
    folder = quoted_from(tmp_path, 90)
    forget(folder)
    (folder / "captures").rename(folder / "away")
    assert excerpts_of(folder, Settings())[0].of is None
    (folder / "away").rename(folder / "captures")
    assert excerpts_of(folder, Settings())[0].of == 90


def test_a_copy_that_nothing_reads_is_tried_once(tmp_path, monkeypatch):
    folder = quoted_from(tmp_path, 90)
    forget(folder)
    tried = []

    def refuse(*_, **__):
        tried.append(1)
        raise InputRefused("No reader knows it.")

    monkeypatch.setattr("sourcebook.pipeline.excerpts.read_safely", refuse)
    assert [excerpts_of(folder, Settings())[0].of for _ in range(2)] == [None, None]
    assert tried == [1]


def test_where_nothing_can_be_written_the_words_are_told_without_the_share(tmp_path, monkeypatch):
    folder = quoted_from(tmp_path, 90)
    forget(folder)

    def full(*_):
        raise StorageFailed("The disk is full.")

    monkeypatch.setattr("sourcebook.store.SqliteStore.writer", full)
    (one,) = excerpts_of(folder, Settings())
    assert (one.words, one.of) == (9, None)


def test_a_withheld_copy_tells_no_share(tmp_path):
    folder = quoted_from(tmp_path, 90)
    with contextlib.closing(sqlite3.connect(folder / "sourcebook.db", isolation_level=None)) as connection:
        connection.execute("INSERT INTO withheld (digest) SELECT digest FROM lengths")
    assert excerpts_of(folder, Settings())[0].of is None


def test_publishing_and_the_page_of_the_work_tell_the_same(tmp_path):
    folder = quoted_from(tmp_path, 90)
    forget(folder)
    out = tmp_path / "site"
    strict = Settings(excerpts=Excerpts(most_share=0.05))
    publish(Asked(archive=folder, folder=out, settings=strict, as_of="2026-01-02", search=False))
    (work,) = (one.work for one in excerpts_of(folder, strict))
    shown = (out / "e" / work / "index.html").read_text()
    assert (
        "Nine words of it are quoted on all pages together.</b> The kept copy has 90 words; 10% of it is quoted."
        in shown
    )
    assert (
        "<b>That is more than the policy of this archive allows: at most 800 words, and at most 5% of a work.</b>"
        in shown
    )
