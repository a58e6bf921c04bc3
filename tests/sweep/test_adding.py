"""Works of a sweep taken into a sourcebook: chosen, with their captures, and read again from what is kept."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.sweep.archives import html, response, warc

from sourcebook.errors import NotFound, UsageError
from sourcebook.pipeline.create import create
from sourcebook.pipeline.restore import restore
from sourcebook.pipeline.verify import verify
from sourcebook.store import SqliteStore
from sourcebook.sweep.adding import add_from_sweep
from sourcebook.sweep.choosing import Choice, chosen
from sourcebook.sweep.local_engine import LocalEngine
from sourcebook.sweep.run import sweep

NOW = "2026-01-02T03:04:05Z"
SAID = "The ministry said that 12 girls from Kenya were trafficked to Oman in 2019."
PLAIN = "Trafficking from Kenya to Oman is a worry to many."


@pytest.fixture(name="swept")
def swept_folder(tmp_path):
    path = warc(
        tmp_path / "a.warc.gz",
        response("https://news.example.org/2019/05/girls", html(SAID, title="Girls taken")),
        response("https://www.example.com/worry", html(PLAIN, title="# odd {title} [accessed]")),
        response("https://example.org/gh", html("In Ghana 17 men were identified as victims of trafficking.")),
    )
    plain = warc(
        tmp_path / "b.warc",
        response("https://example.org/late", html("Kenya: 3 boys were trafficked in 2021.", title="Late")),
        compressed=False,
    )
    sweep([str(path), str(plain)], tmp_path / "swept", LocalEngine(1))
    return tmp_path / "swept"


@pytest.fixture(name="archive")
def empty_archive(tmp_path):
    create(tmp_path / "archive")
    return tmp_path / "archive"


@pytest.mark.parametrize(
    ("choice", "titles"),
    [
        (Choice(country="KE"), {"Girls taken", "# odd {title} [accessed]", "Late"}),
        (Choice(country="KE", worth="said"), {"Girls taken"}),
        (Choice(country="KE", years=(2019, 2019)), {"Girls taken"}),
        (Choice(publisher="EXAMPLE.COM"), {"# odd {title} [accessed]"}),
        (Choice(country="GH", worth="figure"), {"A page"}),
    ],
)
def test_works_are_chosen_by_country_year_publisher_and_worth(swept, choice, titles):
    assert {work.title for work in chosen(swept, choice)} == titles


def test_a_page_a_country_goes_in_with_the_captures_and_reads_again_from_them(swept, archive):
    report = add_from_sweep(archive, swept, Choice(country="KE"), now=NOW)
    assert report.refused == 0
    with SqliteStore(archive).view() as view:
        before = sorted((row.number, row.title) for row in view.evidence.figures("KE"))
    assert {number for number, _ in before} == {"12", "3"}
    assert verify(archive).sound
    restore(archive)
    with SqliteStore(archive).view() as view:
        assert sorted((row.number, row.title) for row in view.evidence.figures("KE")) == before


def test_adding_again_changes_nothing(swept, archive):
    add_from_sweep(archive, swept, Choice(), now=NOW)
    again = add_from_sweep(archive, swept, Choice(), now=NOW)
    assert {outcome.status for outcome in again.outcomes} == {"there"}


def test_captures_that_are_gone_are_told_and_the_pages_go_in(swept, archive, tmp_path):
    (tmp_path / "b.warc").unlink()
    report = add_from_sweep(archive, swept, Choice(country="KE"), now=NOW)
    assert [outcome.status for outcome in report.outcomes] == ["added", "added", "refused"]
    assert "b.warc" in report.outcomes[-1].reason


def test_what_nothing_is_like_and_what_is_no_worth_are_refused(swept, archive):
    with pytest.raises(NotFound, match="No work"):
        add_from_sweep(archive, swept, Choice(country="FR"), now=NOW)
    with pytest.raises(UsageError, match="worth"):
        add_from_sweep(archive, swept, Choice(worth="much"), now=NOW)
    with pytest.raises(NotFound, match="no tables"):
        add_from_sweep(archive, Path(archive), Choice(), now=NOW)
