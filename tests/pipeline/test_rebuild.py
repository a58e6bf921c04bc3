"""The database is made of the kept files alone: what it says is the same when it is made again."""

import pytest
from tests.pipeline.archives import NOW, SAMPLE, new, put, shown

from sourcebook.errors import NotFound, StorageFailed
from sourcebook.model import Look
from sourcebook.model.decision import Decision
from sourcebook.model.withdrawal import Withdrawal
from sourcebook.pipeline.decide import decide, undo
from sourcebook.pipeline.noting import with_notes
from sourcebook.pipeline.restore import restore
from sourcebook.pipeline.verify import verify
from sourcebook.pipeline.withdraw import withdraw
from sourcebook.settings import load
from sourcebook.store import SqliteStore
from sourcebook.store.writer import SqliteWriter

LATER = "2024-06-01T00:00:00Z"


@pytest.fixture(name="folder")
def made(tmp_path):
    folder = new(tmp_path / "archive")
    put(folder, SAMPLE / "BY.txt", SAMPLE / "PL.txt", SAMPLE / "UA.txt")
    return folder


def decided(folder, figure, verb, **more):
    return decide(folder, Decision(number=0, target=figure, verb=verb, why="checked", by="ed", at=LATER, **more))


def figures(folder):
    with SqliteStore(folder).view() as view:
        return [mention.id for mention in view.evidence.figures()]


def works(folder):
    with SqliteStore(folder).view() as view:
        return [entry.work.id for row in view.pages() for entry in view.page(row.place, row.topic).entries]


def look(folder, look):
    def change(writer):
        writer.put_look(look)
        return None, [look]

    with SqliteStore(folder) as store:
        with_notes(store, load(folder), change)


def test_a_database_made_again_says_the_same_in_every_view(folder):
    first, second, third, *_ = figures(folder)
    decided(folder, first, "reject")
    corrected = decided(folder, second, "correct", changes=(("low", "7"),))
    decided(folder, third, "confirm")
    undo(folder, corrected.number, LATER)
    decided(folder, second, "correct", changes=(("low", "8"),))
    with SqliteStore(folder).view() as view:
        address = next(iter(view.cited())).url
    look(folder, Look(url=address, time=LATER, outcome="gone", because="It answered 404 twice.", status=404))
    put(folder, "-", stdin=(SAMPLE / "BY.txt").read_bytes() + b"\n")
    withdraw(folder, Withdrawal(target=works(folder)[3], what="work", why="A person is named.", at=LATER))
    put(folder, SAMPLE / "LV.txt")
    before = shown(folder)
    assert [decision.undone for decision in before["decisions"]] == [None, LATER, None, None]
    (folder / "sourcebook.db").unlink()
    assert restore(folder) == ()
    assert shown(folder) == before
    assert verify(folder).findings == ()


def test_a_decision_that_the_database_cannot_take_is_not_kept_either(folder, monkeypatch):
    before, size = shown(folder), (folder / "captures" / "sourcebook-00001.warc.gz").stat().st_size

    def fail(*_):
        raise StorageFailed("The disk is full; nothing was changed.")

    with monkeypatch.context() as patch:
        patch.setattr(SqliteWriter, "put_known_end", fail)
        with pytest.raises(StorageFailed):
            decided(folder, figures(folder)[0], "reject")
    assert shown(folder) == before
    assert (folder / "captures" / "sourcebook-00001.warc.gz").stat().st_size == size
    assert verify(folder).findings == ()
    assert decided(folder, figures(folder)[0], "reject").number == 1


def everything(folder):
    return repr({name: value for name, value in shown(folder).items() if name not in ("withdrawals", "captures")})


def test_a_withdrawn_work_is_shown_nowhere_and_its_tombstone_says_why(folder):
    with SqliteStore(folder).view() as view:
        placed = view.entries("BY")[2]
        passages = placed.entry.passages
        count = view.pages()[0].entries
    work = placed.entry.work
    withdraw(folder, Withdrawal(target=work.id, what="work", why="A person is named.", at=LATER))
    with SqliteStore(folder).view() as view:
        assert view.work(work.id) == ()
        assert [view.passage(passage.id) for passage in passages] == [None] * len(passages)
        assert view.pages()[0].entries == count - 1
        assert [one.number for one in view.entries("BY")][:3] == [1, 2, 4]
        (tombstone,) = view.withdrawals(work.id)
        assert (tombstone.what, tombstone.why, tombstone.at) == ("work", "A person is named.", LATER)
    said = everything(folder)
    assert work.title not in said
    assert not any(passage.text in said for passage in passages)


def test_a_withdrawn_passage_leaves_its_work(folder):
    with SqliteStore(folder).view() as view:
        placed = view.entries("BY")[2]
        passage = placed.entry.passages[0]
    withdraw(folder, Withdrawal(target=passage.id, what="work", why="A person is named.", at=LATER))
    with SqliteStore(folder).view() as view:
        (now,) = view.work(placed.entry.work.id)
        assert now.entry.passages == placed.entry.passages[1:]
        assert view.withdrawals(passage.id)[0].what == "passage"
    assert passage.text not in everything(folder)


def test_a_withdrawn_entry_is_gone_from_its_page_alone(folder):
    text = (SAMPLE / "BY.txt").read_text(encoding="utf-8")
    put(folder, "-", stdin=text.encode(), place="EE")
    with SqliteStore(folder).view() as view:
        shared = [work for work in works(folder) if len(view.work(work)) > 1]
    if not shared:
        pytest.skip("no work stands on two pages of the sample")
    withdraw(folder, Withdrawal(target=shared[0], what="work", why="Not of here.", at=LATER, place="BY"))
    with SqliteStore(folder).view() as view:
        assert "BY" not in [placed.place for placed in view.work(shared[0])]


def test_what_was_withdrawn_stays_so_when_a_later_state_of_its_page_is_added(folder):
    work = works(folder)[2]
    withdraw(folder, Withdrawal(target=work, what="work", why="A person is named.", at=LATER))
    put(folder, "-", stdin=(SAMPLE / "BY.txt").read_bytes() + b"\n\n")
    with SqliteStore(folder).view() as view:
        assert view.work(work) == ()
    assert works(folder).count(work) == 0
    restore(folder)
    assert works(folder).count(work) == 0


def test_what_is_not_held_cannot_be_withdrawn(folder):
    with pytest.raises(NotFound):
        withdraw(folder, Withdrawal(target="0123456789ab", what="work", why="x", at=NOW))
