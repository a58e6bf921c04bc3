"""The teacher's pack: a lesson from a real disagreement, its answers kept apart, and the exercise."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.cli.run import run
from tests.publish.packs.conftest import entry_of, held
from tests.publish.packs.test_packs import SITE, pack_of, passages, said

from sourcebook.publish.cite import cite, find_cited, styles, to_plain
from sourcebook.publish.packs.pack import Quoted
from sourcebook.store import SqliteStore

BELARUS = Path(__file__).parents[4] / "shared" / "data" / "pages" / "belarus.txt"
TOLD = (
    ("According to Ann Example of the IOM, some 10,000 victims of trafficking a year are taken abroad.", "2004"),
    ("A representative of the IOM said that 10,000 victims of trafficking a year are taken abroad.", "2006"),
    ("NGO sources estimated that 10,000 victims of trafficking a year are taken abroad.", "2008"),
)


def sections(pack):
    return [section.heading for section in pack.sections]


@pytest.fixture
def repeated(tmp_path):
    entries = [
        entry_of(text, title=f"Report {number}", issued=issued, publisher=f"Paper {number}")
        for number, (text, issued) in enumerate(TOLD)
    ]
    with held(tmp_path, *entries).view() as view:
        yield view


def test_a_number_that_drifts_makes_the_lesson(repeated):
    pack = pack_of(repeated, "teacher")
    assert pack.title == "Where does “10,000” come from?"
    assert [block.label for block in passages(pack)] == ["Source A", "Source B", "Source C"]


def test_the_answers_stand_on_pages_of_their_own_after_everything_else(repeated):
    pack = pack_of(repeated, "teacher")
    last = pack.sections[-1]
    assert last.heading == "For the teacher: answers"
    assert last.apart
    sheet = next(section for section in pack.sections if section.heading.startswith("For the class"))
    assert sheet.apart
    assert not any("May I quote it?" in str(block) for block in sheet.blocks)
    assert "May I quote it?" in str(last.blocks)


def test_the_lesson_fills_45_minutes(repeated):
    text = said(pack_of(repeated, "teacher"))
    assert "45 minutes" in text
    minutes = [int(line.split()[0]) for line in text.split("\n") if line.endswith(" minutes") and line != "45 minutes"]
    assert sum(minutes) == 45


def test_a_teachers_pack_says_how_old_its_own_sources_are(repeated):
    assert "The lesson rests on three passages of three works, the oldest of 2004 and the newest of 2008." in said(
        pack_of(repeated, "teacher")
    )


@pytest.mark.parametrize("style", styles())
def test_the_sources_of_a_lesson_are_cited_as_the_archive_cites_them_in_every_style(repeated, style):
    pack = pack_of(repeated, "teacher", style=style)
    (listed,) = [section for section in pack.sections if section.heading == "Reading list"]
    entries = [to_plain(item).rsplit(" https://archive.example/e/", 1) for item in listed.blocks[0].items]
    cited = [one for _, work in entries for one in find_cited(repeated, work.strip("/"))]
    assert [entry for entry, _ in entries] == [one.plain for one in cite(cited, style)]
    assert len(entries) == 3


def test_what_is_answered_is_told_in_whole_sentences(repeated):
    answers = said(pack_of(repeated, "teacher")).partition("For the teacher: answers")[2]
    assert "A: origin (the earliest work held that carries it; it names the speaker)." in answers
    assert "Of three works, " in answers
    assert "What changed: A to B, from " in answers


def test_every_figure_that_the_class_reads_has_its_worth_with_the_answers(tmp_path):
    more = [
        (text.replace(" are taken abroad.", " are taken abroad, of whom 300 are children."), issued)
        for text, issued in TOLD
    ]
    entries = [
        entry_of(text, title=f"Report {number}", issued=issued, publisher=f"Paper {number}")
        for number, (text, issued) in enumerate(more)
    ]
    with held(tmp_path, *entries).view() as view:
        pack = pack_of(view, "teacher")
        read = [one for block in passages(pack) for one in view.evidence.figures_in(address_of(block))]
    listed = [to_plain(item) for item in pack.sections[-1].blocks[-1].items]
    assert sorted(one.split(": ")[1].split()[0] for one in listed) == sorted(one.number for one in read)
    assert len(listed) == 6
    assert all("May I quote it?" in one for one in listed)


def address_of(block):
    (told,) = [told for name, told in block.facts if name == "Address"]
    return to_plain(told).split("/p/")[1].strip("/")


def test_two_figures_that_contradict_make_the_lesson_where_nothing_is_repeated(tmp_path):
    entries = [
        entry_of("In 2019 the police identified 41 victims of trafficking in Andorra.", title="One", issued="2020"),
        entry_of("In 2019 the police identified 87 victims of trafficking in Andorra.", title="Two", issued="2020"),
    ]
    with held(tmp_path, *entries).view() as view:
        kinds = {finding.kind for finding in view.evidence.findings("AD")}
        pack = pack_of(view, "teacher")
    assert "conflict" in kinds
    assert "both be right?" in pack.title


def test_an_archive_without_disagreements_says_so_and_offers_the_exercise(tmp_path):
    with held(tmp_path, entry_of("The workers came home in spring.")).view() as view:
        pack = pack_of(view, "teacher")
    assert pack.title == "One country a student"
    assert "no lesson can be built on a real disagreement" in said(pack)
    assert "Exercise: one country a student" in sections(pack)
    assert "For the teacher: answers" not in sections(pack)
    assert "Reading list" not in sections(pack)


def test_the_exercise_asks_the_five_questions_and_hands_out_every_country(view):
    text = said(pack_of(view, "teacher", "AD"))
    for what in ("Magnitude", "Mode", "Factors", "Routes", "Prevention"):
        assert what in text
    for name in ("Andorra", "Fiji", "France"):
        assert f"{name}: " in text


@pytest.mark.skipif(not BELARUS.exists(), reason="the material for local runs is not here")
def test_the_real_page_builds_its_lesson_on_the_10000(tmp_path):
    from sourcebook.pipeline.create import create

    create(tmp_path / "book")
    assert run("add", BELARUS, "-C", tmp_path / "book").code == 0
    with SqliteStore(tmp_path / "book").view() as view:
        pack = pack_of(view, "teacher", "BY", site=SITE)
    assert pack.title == "Where does “10,000” come from?"
    quotes = [block.text for block in passages(pack) if isinstance(block, Quoted)]
    assert sum("10,000" in one or "10 thousand" in one for one in quotes) == 3
