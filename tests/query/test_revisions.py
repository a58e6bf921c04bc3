"""A later state of a page adds what is new and keeps what is gone, with the day on which it went."""

import pytest
from tests.pipeline.archives import SAMPLE, new

from sourcebook.pipeline.document import add
from sourcebook.pipeline.restore import restore
from sourcebook.pipeline.sources import sources
from sourcebook.query.revisions import gone, revisions
from sourcebook.store import SqliteStore

TIMES = ("2013-06-13T00:00:00Z", "2017-05-28T00:00:00Z", "2020-01-01T00:00:00Z")
TEXT = (SAMPLE / "BY.txt").read_text(encoding="utf-8")


@pytest.fixture(scope="module", name="entries")
def read(tmp_path_factory):
    folder = new(tmp_path_factory.mktemp("first") / "archive")
    put(folder, TEXT, TIMES[0], tmp_path_factory.mktemp("file"))
    with SqliteStore(folder).view() as view:
        return view.page("BY").entries


def put(folder, text, time, where):
    path = where / "BY.txt"
    path.write_text(text, encoding="utf-8")
    (outcome,) = add(folder, list(sources([str(path)], None)), now=time).outcomes
    return outcome


def without(text, entry):
    """Return the page's text without one entry."""
    return text[: entry.start] + text[entry.end :]


@pytest.fixture(name="folder")
def made(tmp_path, entries):
    """A page whose second state lacks its third entry and has a passage reworded, and whose third has that entry back."""
    folder = new(tmp_path / "archive")
    reworded = entries[5].passages[0].text.split()
    words = " ".join(reworded[:3])
    later = without(TEXT.replace(words, f"{words} indeed", 1), entries[2])
    for text, time in zip((TEXT, later, without(TEXT, entries[4])), TIMES, strict=True):
        put(folder, text, time, tmp_path)
    return folder


def test_what_each_state_changed_is_told_the_last_first(folder, entries):
    with SqliteStore(folder).view() as view:
        last, first = revisions(view, "BY")
        assert [state.time for state in view.states("BY")] == list(TIMES)
        assert [state.shown for state in view.states("BY")] == [False, False, True]
    assert (first.state.time, first.before.time) == (TIMES[1], TIMES[0])
    assert [placed.entry.work.id for placed in first.gone] == [entries[2].work.id]
    assert first.added == ()
    (change,) = first.changed
    assert change.entry.work.id == entries[5].work.id
    assert [run.text.strip() for run in change.reworded[0].runs if run.change == "added"] == ["indeed"]
    assert [placed.entry.work.id for placed in last.added] == [entries[2].work.id]
    assert [placed.entry.work.id for placed in last.gone] == [entries[4].work.id]


def test_what_is_gone_is_kept_with_the_day_on_which_it_went(folder, entries):
    with SqliteStore(folder).view() as view:
        (one,) = gone(view, "BY")
        assert one.placed.entry.work == entries[4].work
        assert [passage.text for passage in one.placed.entry.passages] == [one.text for one in entries[4].passages]
        assert one.since == TIMES[2]
        assert view.passage(entries[4].passages[0].id).passage.text == entries[4].passages[0].text


def test_revisions_are_the_same_when_the_database_is_made_again(folder):
    with SqliteStore(folder).view() as view:
        before = revisions(view, "BY"), gone(view, "BY")
    restore(folder)
    with SqliteStore(folder).view() as view:
        assert (revisions(view, "BY"), gone(view, "BY")) == before


def test_a_page_with_one_state_or_none_has_no_revision(tmp_path):
    folder = new(tmp_path / "archive")
    put(folder, TEXT, TIMES[0], tmp_path)
    with SqliteStore(folder).view() as view:
        assert (revisions(view, "BY"), gone(view, "BY")) == ((), ())
        assert (revisions(view, "FR"), view.states("FR")) == ((), ())
