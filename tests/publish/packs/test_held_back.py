"""What waits for an editor stands nowhere in a pack: not as a passage, a title, a source of a lesson, or a reason."""

from __future__ import annotations

import msgspec
import pytest
from tests.publish.packs.conftest import entry_of, held
from tests.publish.packs.test_packs import pack_of, passages, said

from sourcebook.model import Passage
from sourcebook.model.identity import passage_id
from sourcebook.publish.packs.table import KINDS

REPEATED = "According to {who} of the IOM, some 10,000 victims of trafficking a year are taken abroad."
NAMED = "Amina Yusuf, 17, who was sold to a brothel, said that 10,000 victims of trafficking a year are taken abroad."
HEADLINE = "The victim Amina Yusuf, 17, was sold to a brothel"


def titled(entry):
    """Return an entry whose title is a passage too, as a page that was read has it."""
    words = entry.work.title
    title = Passage(
        id=passage_id(entry.work.id, words, 1), text=words, start=0, end=len(words), ordinal=0, role="title"
    )
    return msgspec.structs.replace(entry, title_passage=title)


@pytest.fixture
def waiting(tmp_path):
    """A number of which one work names a victim in its passage, and another one in its title."""
    entries = (
        entry_of(NAMED, title="First report", issued="2003", publisher="Paper 1"),
        entry_of(REPEATED.format(who="a representative"), title=HEADLINE, issued="2004", publisher="Paper 2"),
        entry_of(REPEATED.format(who="Ann Example"), title="Third report", issued="2006", publisher="Paper 3"),
        entry_of(REPEATED.format(who="a representative"), title="Fourth report", issued="2008", publisher="Paper 4"),
    )
    with held(tmp_path, *map(titled, entries)).view() as view:
        assert {one.role for one in view.evidence.held()} == {"excerpt", "title"}
        yield view


@pytest.mark.parametrize("kind", KINDS)
def test_nobody_who_was_harmed_is_named_in_a_pack_before_an_editor_decided(waiting, kind):
    text = said(pack_of(waiting, kind))
    assert "Amina" not in text
    assert "Two passages are held back" in text


def test_a_work_whose_title_waits_is_left_out_whole_and_counted(waiting):
    pack = pack_of(waiting, "term-paper")
    assert len(passages(pack)) == 2
    assert "One work is held back whole" in said(pack)


def test_a_number_told_by_what_waits_makes_no_lesson_and_its_worth_says_why(waiting):
    assert pack_of(waiting, "teacher").title == "One country a student"
    told = said(pack_of(waiting, "term-paper"))
    assert "May I quote it? Not from here: a work that tells this number waits for an editor." in told
