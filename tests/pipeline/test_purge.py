"""What is purged is in no file any more, everything else stays as it was, and the chain says so."""

import gzip
import random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.pipeline.archives import SAMPLE, new, put, shown
from tests.pipeline.test_rebuild import LATER
from tests.pipeline.test_web_archives import BODY, captures, warc

from sourcebook.model.withdrawal import Withdrawal
from sourcebook.pipeline.restore import restore
from sourcebook.pipeline.verify import verify
from sourcebook.pipeline.withdraw import withdraw
from sourcebook.preserve import Deposit, KeptFiles
from sourcebook.preserve.members import stretches, unpacked
from sourcebook.preserve.rewrite import rewritten
from sourcebook.store import SqliteStore

WHY = "It names a victim."
TEXT = (SAMPLE / "BY.txt").read_text(encoding="utf-8")


def marked_up(text):
    """Return a page as HTML, with marks within its lines and letters written as entities."""
    lines = [f"<p>{line.replace('&', '&amp;').replace('a ', '<b>a</b> ')}</p>" for line in text.split("\n")]
    body = "\n".join(lines).replace("—", "&mdash;").replace("é", "&#233;")
    return f"<html><head><meta charset=utf-8><title>Belarus</title></head><body>{body}</body></html>".encode()


@pytest.fixture(name="folder")
def made(tmp_path):
    folder = new(tmp_path / "archive")
    put(folder, SAMPLE / "BY.txt", SAMPLE / "PL.txt")
    return folder


def entries(folder, place="BY"):
    with SqliteStore(folder).view() as view:
        return [placed.entry for placed in view.entries(place)]


def taken(folder, target, **more):
    return withdraw(folder, Withdrawal(target=target, what="work", why=WHY, at=LATER, **more), purged=True)


def files_hold(folder, words):
    """Tell whether any file of a sourcebook holds these words, packed or not."""
    found = False
    for path in folder.rglob("*"):
        if path.is_file():
            data = path.read_bytes()
            found |= words.encode() in data
            if path.suffix == ".gz":
                found |= words.encode() in gzip.decompress(data)
    return found


def test_a_purged_passage_is_in_no_file_and_the_rest_of_its_page_stays(folder):
    before = entries(folder)
    passage = before[3].passages[0]
    others = [one.text for entry in before for one in entry.passages if one.id != passage.id]
    words = " ".join(passage.text.split()[:6])
    assert files_hold(folder, words)
    offsets = [capture.offset for capture in captures(folder)]
    assert taken(folder, passage.id).purged
    assert not files_hold(folder, words)
    assert [one.text for entry in entries(folder) for one in entry.passages] == others
    assert [capture.offset for capture in captures(folder)] == offsets
    report = verify(folder)
    assert report.findings == ()
    assert WHY in "".join(path.read_text() for path in (folder / "chain").iterdir())
    with SqliteStore(folder).view() as view:
        assert view.withdrawals(passage.id)[0].purged


def test_a_purged_work_goes_with_the_captures_of_its_address(folder, tmp_path):
    work = next(entry.work for entry in entries(folder) if entry.work.url)
    put(folder, warc(tmp_path / "x.warc.gz", ("response", work.url, "2013-06-13T01:02:03Z", BODY)))
    count = len(captures(folder))
    others = [entry.work.id for entry in entries(folder) if entry.work.id != work.id]
    taken(folder, work.id)
    assert not files_hold(folder, work.title)
    assert not files_hold(folder, "Some words about nothing")
    assert [entry.work.id for entry in entries(folder)] == others
    assert len(captures(folder)) == count - 1
    assert verify(folder).findings == ()


def test_after_a_purge_the_database_made_again_says_the_same(folder):
    taken(folder, entries(folder)[2].work.id)
    before = shown(folder)
    assert restore(folder) == ()
    assert shown(folder) == before
    put(folder, SAMPLE / "LV.txt")
    assert verify(folder).findings == ()


def test_words_are_cut_out_of_markup_too(tmp_path):
    folder = new(tmp_path / "archive")
    put(folder, "-", stdin=marked_up(TEXT), place="BY")
    passage = entries(folder)[3].passages[0]
    words = passage.text.split()[1]
    assert taken(folder, passage.id).purged
    assert all(one.id != passage.id for entry in entries(folder) for one in entry.passages)
    with SqliteStore(folder).view() as view:
        (capture,) = view.captures(view.pages()[0].digest)
    data = KeptFiles(folder).read(capture).decode()
    assert data.count(f" {words} ") < marked_up(TEXT).decode().count(f" {words} ")
    assert verify(folder).findings == ()


def test_what_was_only_withdrawn_can_be_purged_later(folder):
    passage = entries(folder)[3].passages[0]
    withdraw(folder, Withdrawal(target=passage.id, what="work", why=WHY, at=LATER))
    words = " ".join(passage.text.split()[:6])
    assert files_hold(folder, words)
    taken(folder, passage.id)
    assert not files_hold(folder, words)


def test_every_state_of_the_page_is_purged(folder):
    put(folder, "-", stdin=TEXT.encode() + b"\n")
    passage = entries(folder)[3].passages[0]
    taken(folder, passage.id)
    assert not files_hold(folder, " ".join(passage.text.split()[:6]))
    assert verify(folder).findings == ()


def test_a_rewritten_record_that_the_chain_was_not_told_of_is_a_fault(folder):
    taken(folder, entries(folder)[3].passages[0].id)
    (day,) = [path for path in (folder / "chain").iterdir() if WHY in path.read_text()]
    day.write_text("".join(line for line in day.read_text().splitlines(keepends=True) if WHY not in line))
    assert not verify(folder).sound


@given(data=st.binary(max_size=3000), spare=st.integers(0, 200))
def test_a_record_is_packed_to_any_greater_length(data, spare, tmp_path_factory):
    least = len(rewritten(data, len(data) + 100)) - 100 + 40
    member = rewritten(data, max(least, 40) + len(data) + spare)
    assert len(member) == max(least, 40) + len(data) + spare
    assert unpacked(member, 10_000) == data
    assert gzip.decompress(member) == data
    path = tmp_path_factory.mktemp("packed") / "x.gz"
    path.write_bytes(member * 2)
    assert [stretch.kind for stretch in stretches(path)] == ["member", "member"]


def test_a_record_that_does_not_fit_is_refused():
    with pytest.raises(ValueError, match="more than"):
        rewritten(random.Random(1).randbytes(1000), 900)


def test_a_page_of_which_nothing_is_left_is_taken_away_whole(tmp_path):
    folder = new(tmp_path / "archive")
    first = entries(_with(folder, TEXT))[0]
    text = TEXT[: first.start] + TEXT[first.start : first.end]
    other = new(tmp_path / "other")
    _with(other, text)
    if len(entries(other)) != 1:
        pytest.skip("the sample's page does not end with one entry")
    taken(other, entries(other)[0].work.id)
    with SqliteStore(other).view() as view:
        assert [row.place for row in view.pages()] == ["LV"]
    assert [capture.url for capture in captures(other)] == ["file:///LV.txt"]
    assert verify(other).findings == ()


def _with(folder, text):
    KeptFiles(folder).append(Deposit(data=text.encode(), name="BY.txt", time=LATER, media_type="text/plain"))
    put(folder, SAMPLE / "LV.txt")
    return folder
