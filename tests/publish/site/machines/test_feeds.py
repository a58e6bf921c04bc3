"""Feeds of what changes, as a reader of feeds takes them."""

from __future__ import annotations

import calendar
import shutil
import warnings
from datetime import UTC, datetime

import msgspec
import pytest
from tests.world.archive import ANDORRA, WORLD, entry
from tests.world.stored import stored_pages

from sourcebook.errors import NotFound
from sourcebook.model import Work
from sourcebook.pipeline.create import create
from sourcebook.pipeline.demo import sample_pages
from sourcebook.pipeline.document import add
from sourcebook.pipeline.restore import restore
from sourcebook.publish.site.machines.feeds import country_feed, entries_feed, findings_feed, theme_feed, theme_feeds
from sourcebook.publish.site.site_page import Site
from sourcebook.settings import Settings
from sourcebook.store import SqliteStore
from sourcebook.vocabulary.themes import themes

with warnings.catch_warnings():
    warnings.simplefilter("ignore", DeprecationWarning)
    import feedparser

SITE = Site(settings=Settings(title="An invented sourcebook"), address="https://archive.example", as_of="2026-11-25")
FIRST, SECOND = "2026-03-01T10:00:00Z", "2026-04-02T11:30:00Z"


@pytest.fixture(scope="module", name="folder")
def in_two_steps(tmp_path_factory):
    """A sourcebook that was given half of the sample's pages on one day and the rest on another."""
    folder = tmp_path_factory.mktemp("steps") / "book"
    pages = sample_pages()
    _added(folder, pages[:7], FIRST)
    add(folder, pages[7:], now=SECOND)
    return folder


def _added(folder, pages, now):
    create(folder, Settings())
    add(folder, pages, now=now)


@pytest.fixture(name="view")
def opened(folder):
    with SqliteStore(folder).view() as view:
        yield view


def read(content: bytes):
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)
        parsed = feedparser.parse(content)
    assert not parsed.bozo
    assert parsed.version == "atom10"
    return parsed


def time_of(item) -> str:
    stamp = datetime.fromtimestamp(calendar.timegm(item.updated_parsed), tz=UTC)
    return stamp.strftime("%Y-%m-%dT%H:%M:%SZ")


FEEDS = {
    "entries": lambda view: entries_feed(view, SITE),
    "findings": lambda view: findings_feed(view, SITE),
    "country": lambda view: country_feed(view, SITE, "BY", "changes.atom"),
    "theme": lambda view: theme_feed(view, SITE, "sexual.atom"),
}


@pytest.mark.parametrize("name", FEEDS)
def test_a_feed_has_all_that_the_format_requires(view, name):
    feed = read(FEEDS[name](view).content)
    assert feed.feed.id.startswith("urn:uuid:")
    assert feed.feed.title
    assert feed.feed.updated_parsed
    assert {link.rel for link in feed.feed.links} == {"self", "alternate"}
    assert feed.feed.author_detail.name
    assert feed.entries
    assert len({item.id for item in feed.entries}) == len(feed.entries) <= 50
    for item in feed.entries:
        assert item.id.startswith("urn:uuid:")
        assert item.title
        assert item.summary
        assert item.updated_parsed
        assert item.link.startswith("https://archive.example/")
    times = [item.updated_parsed for item in feed.entries]
    assert times == sorted(times, reverse=True)


def test_entries_bear_the_time_at_which_they_came_in(view):
    times = {time_of(item) for item in read(entries_feed(view, SITE).content).entries}
    assert times <= {FIRST, SECOND}
    assert time_of(read(entries_feed(view, SITE).content).entries[0]) == SECOND


def test_a_finding_is_there_since_the_last_of_what_it_rests_on_came_in(view):
    found = view.evidence.changed_last(10_000)
    assert {one.first for one in found} == {FIRST, SECOND}
    assert all(one.first == one.changed for one in found)
    by_country = {one.finding.country: one.first for one in found if len(one.finding.works) == 1}
    pages = {place: view.states(place)[0].time for place in by_country if place and view.page(place)}
    assert {place: by_country[place] for place in pages} == pages


def test_identifiers_and_days_stay_when_the_database_is_made_again(folder, view, tmp_path):
    before = {name: make(view).content for name, make in FEEDS.items()}
    shutil.copytree(folder, tmp_path / "again")
    assert restore(tmp_path / "again") == ()
    with SqliteStore(tmp_path / "again").view() as made:
        assert {name: make(made).content for name, make in FEEDS.items()} == before


def test_a_finding_whose_sentence_changes_keeps_its_first_day_and_has_a_new_one(tmp_path):
    folder = tmp_path / "book"
    _added(folder, sample_pages()[:4], FIRST)
    store = SqliteStore(folder)
    with store.view() as view:
        one = view.evidence.changed_last(1)[0]
    add(folder, sample_pages()[4:5], now=SECOND)
    with store.writer() as writer:
        scope = writer.evidence._connection.execute(
            "SELECT scope FROM findings WHERE finding = ?", (one.finding.id,)
        ).fetchone()[0]
        others = [
            msgspec.json.decode(row[0], type=type(one.finding))
            for row in writer.evidence._connection.execute("SELECT value FROM findings WHERE scope = ?", (scope,))
        ]
        kept = [other for other in others if other.id != one.finding.id]
        said = msgspec.structs.replace(one.finding, text="It is said otherwise now.")
        writer.evidence.replace(scope, [*kept, said])
    with store.view() as view:
        found = {dated.finding.id: dated for dated in view.evidence.changed_last(10_000)}
    assert (found[one.finding.id].first, found[one.finding.id].changed) == (FIRST, SECOND)
    assert found[said.id].finding.text == "It is said otherwise now."


def test_every_theme_has_a_feed_which_is_the_same_alone(view):
    made = dict(theme_feeds(view, SITE))
    assert len(made) == len(themes())
    for path, content in made.items():
        assert theme_feed(view, SITE, path.rpartition("/")[2]).content == content


@pytest.mark.parametrize(
    "ask",
    [
        lambda view: country_feed(view, SITE, "XX", "changes.atom"),
        lambda view: country_feed(view, SITE, "BY", "other.atom"),
        lambda view: theme_feed(view, SITE, "nothing.atom"),
        lambda view: theme_feed(view, SITE, next(iter(themes()))),
    ],
)
def test_a_feed_that_there_is_not_is_not_found(view, ask):
    with pytest.raises(NotFound):
        ask(view)


def test_whatever_stands_in_a_title_the_feed_can_be_read(tmp_path):
    evil = "]]></title><script>&\x00\x0b\x1b\ufffe\ud7ff 😀 \u202e"
    page = msgspec.structs.replace(ANDORRA, entries=(entry(Work(title=evil, credit=evil, authors=(evil,)), evil),))
    with stored_pages(tmp_path, (page,)).view() as view:
        for made in (entries_feed(view, SITE), country_feed(view, SITE, "AD", "changes.atom")):
            (item,) = [item for item in read(made.content).entries if "/e/" in item.link]
            assert "😀" in item.title
            assert time_of(item) == "2026-11-25T00:00:00Z"


def test_an_archive_without_entries_has_feeds_that_can_be_read(tmp_path):
    with stored_pages(tmp_path, ()).view() as view:
        for made in (entries_feed(view, SITE), findings_feed(view, SITE)):
            assert read(made.content).entries == []


def test_without_an_address_of_the_site_links_lead_from_the_feed(tmp_path):
    bare = Site(settings=SITE.settings, as_of=SITE.as_of)
    with stored_pages(tmp_path, WORLD.held).view() as view:
        feed = read(entries_feed(view, bare).content)
    assert {item.link[:5] for item in feed.entries} == {"../e/"}
