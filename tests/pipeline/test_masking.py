"""What may identify someone is held, and an editor masks, shortens or publishes it, in every place and for good."""

from __future__ import annotations

import io
from datetime import date

import pytest

from sourcebook.errors import HeldBack, NotFound, UsageError
from sourcebook.model.decision import Decision
from sourcebook.pipeline.create import create
from sourcebook.pipeline.decide import decide, undo
from sourcebook.pipeline.document import add
from sourcebook.pipeline.masking import GONE, masked, shortened
from sourcebook.pipeline.restore import restore
from sourcebook.pipeline.sources import Source
from sourcebook.publish.files.held import refuse_held
from sourcebook.query.todo import waiting
from sourcebook.store import SqliteStore

NOW = "2026-01-02T03:04:05Z"
SAID = "Police freed 14 girls in May 2011. Amina Yusuf, 17, was sold to a brothel for 400 dollars. Two men were jailed."
PAGE = f"""Human Trafficking

Kenya

*** ARCHIVES ***

Girls freed on the coast

The Coast Paper, 4 June 2011

www.example.org/girls

[accessed 5 June 2012]

{SAID}

The ministry said that 30 victims had been helped in 2010.
"""


@pytest.fixture(name="archive")
def with_a_held_passage(tmp_path):
    folder = tmp_path / "archive"
    create(folder)
    put(folder, PAGE)
    return folder


def put(folder, text):
    source = Source(shown="kenya.txt", name="kenya.txt", open=lambda: io.BytesIO(text.encode()))
    assert add(folder, [source], now=NOW).refused == 0


def held(folder):
    with SqliteStore(folder).view() as view:
        return view.evidence.held()


def judge(folder, verb, target=None):
    wanted = Decision(
        number=0, target=target or held(folder)[0].passage, verb=verb, why="she is named", by="An Editor", at=NOW
    )
    return decide(folder, wanted)


def texts(folder):
    with SqliteStore(folder).view() as view:
        return [passage.text for placed in view.entries("KE") for passage in placed.entry.passages]


def test_masked_and_shortened_texts_are_as_long_as_the_text():
    assert masked(SAID) == SAID.replace("Amina Yusuf", GONE.ljust(11))
    assert "Amina" not in shortened(SAID)
    assert shortened(SAID).startswith("Police freed 14 girls in May 2011. […]")
    assert len(masked(SAID)) == len(shortened(SAID)) == len(SAID)


def test_publishing_stops_and_says_which_passages_wait(archive):
    with SqliteStore(archive).view() as view, pytest.raises(HeldBack, match="1 passage may identify") as raised:
        refuse_held(view.evidence)
    assert held(archive)[0].passage in str(raised.value)
    with SqliteStore(archive).view() as view:
        (one,) = [one for one in waiting(view, date(2026, 1, 1)) if one.what == "risk"]
    assert one.id == held(archive)[0].passage


@pytest.mark.parametrize(("verb", "shown"), [("mask", masked(SAID)), ("shorten", shortened(SAID)), ("publish", SAID)])
def test_an_editor_decides_and_publishing_goes_on(archive, verb, shown):
    judge(archive, verb)
    assert held(archive) == ()
    assert texts(archive)[0] == shown
    with SqliteStore(archive).view() as view:
        refuse_held(view.evidence)
        figures = {mention.number: mention.text for mention in view.evidence.figures("KE")}
    assert figures["14"] == shown


def test_what_is_masked_cannot_be_found_and_stays_masked_in_later_states_and_after_a_rebuild(archive):
    judge(archive, "mask")
    put(archive, PAGE + "\nAnother sentence that says nothing of anyone at all.\n")
    assert texts(archive)[0] == masked(SAID)
    restore(archive)
    assert texts(archive)[0] == masked(SAID)
    assert held(archive) == ()


def test_a_masking_that_is_undone_shows_the_words_and_holds_them_again(archive):
    number = judge(archive, "mask").number
    undo(archive, number, NOW)
    assert texts(archive)[0] == SAID
    assert len(held(archive)) == 1


def test_only_a_held_passage_can_be_masked(archive):
    with SqliteStore(archive).view() as view:
        entry = view.entries("KE")[0].entry
    with pytest.raises(UsageError, match="No word"):
        judge(archive, "mask", entry.passages[1].id)
    with pytest.raises(UsageError, match="title"):
        judge(archive, "mask", entry.title_passage.id)
    with pytest.raises(NotFound, match="No passage"):
        judge(archive, "shorten", "0123456789ab")
