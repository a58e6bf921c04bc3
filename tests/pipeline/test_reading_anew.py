"""A later version of what reads the texts: everything is read anew, and what editors decided stands."""

from importlib import import_module

import pytest
from tests.pipeline.archives import SAMPLE, new, put

from sourcebook.model.decision import Decision
from sourcebook.pipeline.decide import decide
from sourcebook.pipeline.restore import restore
from sourcebook.store import SqliteStore

READER = import_module("sourcebook.extract.claims")
WHEN = "2024-06-01T00:00:00Z"
pytestmark = pytest.mark.slow


@pytest.fixture(name="folder")
def made(tmp_path):
    folder = new(tmp_path / "archive")
    put(folder, SAMPLE / "BY.txt", SAMPLE / "UA.txt", SAMPLE / "PL.txt")
    return folder


def figures(folder):
    with SqliteStore(folder).view() as view:
        return {mention.id: mention for mention in view.evidence.figures()}


def versions(folder):
    with SqliteStore(folder).view() as view:
        return {view.evidence.read_by(figure) for figure in figures(folder)}


def read_anew(folder, monkeypatch):
    """Read everything again with a version that says another status, another kind of count and no parts."""

    def otherwise(passage):
        drafts = as_before(passage)
        for draft in drafts:
            draft.counts, draft.status, draft.part_of = "victims", "presumed", None
        return drafts

    as_before = READER.read_figures
    with monkeypatch.context() as patch:
        patch.setattr(READER, "VERSION", "later")
        patch.setattr(READER, "read_figures", otherwise)
        restore(folder)


def decided(folder, figure, verb, **more):
    decide(folder, Decision(number=0, target=figure, verb=verb, why="checked", by="ed", at=WHEN, **more))


def test_decisions_stand_when_a_later_version_reads_everything_anew(folder, monkeypatch):
    before = figures(folder)
    rejected, corrected, confirmed, untouched, *_ = before
    decided(folder, rejected, "reject")
    decided(folder, corrected, "correct", changes=(("status", '"identified"'), ("low", "7")))
    decided(folder, confirmed, "confirm")
    assert "sourcebook.extract later" not in versions(folder)
    read_anew(folder, monkeypatch)
    assert versions(folder) == {"sourcebook.extract later"}
    after = figures(folder)
    assert (after[corrected].status, after[corrected].low) == ("identified", 7)
    assert after[untouched].status == "presumed"
    assert set(before) - set(after) == {rejected}
    with SqliteStore(folder).view() as view:
        found = view.evidence.decisions()
    assert [(one.verb, one.target) for one in found] == [
        ("reject", rejected),
        ("correct", corrected),
        ("confirm", confirmed),
    ]


def test_a_rejected_figure_is_compared_with_nothing_after_reading_anew(folder, monkeypatch):
    with SqliteStore(folder).view() as view:
        figure = next(told.mention.id for family in view.evidence.families() for told in family.mentions)
    decided(folder, figure, "reject")
    read_anew(folder, monkeypatch)
    with SqliteStore(folder).view() as view:
        compared = {told.mention.id for family in view.evidence.families() for told in family.mentions}
    assert compared
    assert figure not in compared
