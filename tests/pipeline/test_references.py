"""Lineage by record: a figure's sentence leads to the works that it cites, one work however its citations spell it."""

import json

import pytest
from tests.pipeline.archives import NOW, new, put, shown
from tests.pipeline.survey import HELD, SURVEY

from sourcebook.errors import NotFound
from sourcebook.model.decision import Decision
from sourcebook.pipeline.decide import decide, undo
from sourcebook.pipeline.restore import restore
from sourcebook.store import SqliteStore

LISTED = [
    SURVEY,
    "Ministry of Tides official. E-mail communication to the harbour. June 6, 2014.",
    "Rassendyll, R. “The boys of the quarry.” zendapost.example [online] June 10, 2011; http://zendapost.example/q.html.",
]
OTHER = [
    "Rassendyll, R. “The boys of the quarry,” Zenda Post, June 10, 2011. http://archive.example/q",
    "Harbour Institute. Children of the quaries. Chisinau; March 3, 2014. http://harbour.example/nine.pdf.",
    "Harbour Institute. Children of the docks: a survey of nine harbours. Chisinau; March 3, 2014.",
]


def written(country, year, sentences, listed):
    head = f"{country}\n{year} FINDINGS OF NOTHING\n"
    references = "\n".join(f"{number}. {text}" for number, text in enumerate(listed, 1))
    return f"{head}1\nI. WHERE CHILDREN WORK\n{sentences}\n\f{head}2\nREFERENCES\n{references}\n"


FIRST = written(
    "Moldova",
    2015,
    "Surveyors found 4,310 children at work in the quarries of Moldova. (1) They left in May. (2, 3)",
    LISTED,
)
SECOND = written(
    "Moldova",
    2016,
    "In the quarries of Moldova 4,310 children were at work. (2) A paper told of boys. (1) Others sail. (3)",
    OTHER,
)


@pytest.fixture(name="folder")
def made(tmp_path):
    return new(tmp_path / "archive")


def add(folder, tmp_path, *texts):
    for at, text in enumerate(texts):
        path = tmp_path / f"{at}.txt"
        path.write_text(text if isinstance(text, str) else json.dumps(text, separators=(",", ":")), encoding="utf-8")
        assert put(folder, path).refused == 0


def figures(folder, number="4,310"):
    with SqliteStore(folder).view() as view:
        return [one for one in view.evidence.figures() if one.number == number]


def ones(folder, *texts):
    """Return the works that stand for these references."""
    with SqliteStore(folder).view() as view:
        entries = [placed.entry for row in view.pages() for placed in view.entries(row.place, row.topic)]
        by_text = {reference.text: reference.id for entry in entries for reference in entry.references}
        return [view.cited_works.one(by_text[text]) for text in texts]


def judgement(target, verb, *others):
    return Decision(number=0, target=target, verb=verb, others=others, why="read both", by="an editor", at=NOW)


def test_a_figure_has_the_works_that_its_sentence_cites(folder, tmp_path):
    add(folder, tmp_path, FIRST)
    (figure,) = figures(folder)
    assert [(source.number, source.title) for source in figure.cites] == [
        (1, "Children of the quarries: a survey of nine villages")
    ]


def test_a_note_that_says_ibid_has_the_work_before_it_behind_its_figure(folder, tmp_path):
    body = "Of the 4,310 children in the quarries of Moldova, many are ill. (1) They sent 618 children home. (3)"
    notes = [SURVEY, "Ibid., p. 12.", "Ibid., p. 14.", LISTED[2]]
    add(folder, tmp_path, SECOND, written("Moldova", 2017, body, notes))
    (sent,) = figures(folder, "618")
    first = next(one for one in figures(folder) if "ill" in one.text)
    assert [(source.number, source.title) for source in sent.cites] == [
        (3, "Children of the quarries: a survey of nine villages")
    ]
    assert sent.cites[0].work == first.cites[0].work == ones(folder, OTHER[1])[0]
    decide(folder, judgement(sent.cites[0].reference, "join", ones(folder, OTHER[2])[0]))
    assert figures(folder, "618")[0].cites[0].work == ones(folder, OTHER[2])[0]


def test_one_work_cited_by_two_reports_in_two_spellings_is_one(folder, tmp_path):
    add(folder, tmp_path, FIRST, SECOND)
    assert len(set(ones(folder, SURVEY, OTHER[1]))) == 1
    assert len(set(ones(folder, LISTED[2], OTHER[0]))) == 1
    assert len(set(ones(folder, SURVEY, OTHER[2]))) == 2
    with SqliteStore(folder).view() as view:
        assert len(view.cited_works.most_cited(least=2)) == 2


def test_two_reports_that_cite_one_work_tell_its_number_once(folder, tmp_path):
    add(folder, tmp_path, FIRST, SECOND)
    with SqliteStore(folder).view() as view:
        (family,) = view.evidence.families("MD")
    assert (family.at_least, family.at_most) == (1, 1)
    assert "both cite" in family.mentions[1].because


def test_the_cited_work_that_is_held_is_the_origin_by_record(folder, tmp_path):
    add(folder, tmp_path, FIRST, SECOND, HELD)
    with SqliteStore(folder).view() as view:
        (family,) = view.evidence.families("MD")
    origin, *others = family.mentions
    assert (origin.mention.publisher, origin.role) == ("Harbour Institute", "origin")
    assert "cite by their references" in origin.because
    assert {one.role for one in others} == {"repeat"}
    assert all("its sentence cites it: reference" in one.because for one in others)


def test_it_is_the_origin_whichever_came_in_first(folder, tmp_path):
    add(folder, tmp_path, HELD, SECOND, FIRST)
    with SqliteStore(folder).view() as view:
        (family,) = view.evidence.families("MD")
    assert family.mentions[0].mention.publisher == "Harbour Institute"
    assert {one.role for one in family.mentions[1:]} == {"repeat"}


def test_an_editor_parts_two_citations_and_the_decision_outlives_adding_again_and_rebuilding(folder, tmp_path):
    add(folder, tmp_path, FIRST, SECOND)
    with SqliteStore(folder).view() as view:
        one, other = (figure.cites[0].reference for figure in view.evidence.figures() if figure.number == "4,310")
    made_of = decide(folder, judgement(one, "split", other))
    assert len(set(ones(folder, SURVEY, OTHER[1]))) == 2
    with SqliteStore(folder).view() as view:
        assert not any("both cite" in member.because for f in view.evidence.families("MD") for member in f.mentions)
    add(folder, tmp_path, FIRST.replace("in May", "in June"), SECOND.replace("Others sail", "Others fish"))
    assert len(set(ones(folder, SURVEY, OTHER[1]))) == 2
    before = shown(folder)
    restore(folder)
    assert shown(folder) == before
    assert len(set(ones(folder, SURVEY, OTHER[1]))) == 2
    undo(folder, made_of.number, NOW)
    assert len(set(ones(folder, SURVEY, OTHER[1]))) == 1


def test_an_editor_joins_two_citations(folder, tmp_path):
    add(folder, tmp_path, FIRST, SECOND)
    with SqliteStore(folder).view() as view:
        (survey,) = (figure.cites[0].reference for figure in view.evidence.figures() if "Surveyors" in figure.text)
        entry = view.entries("MD", "report-2016-moldova")[0].entry
    decide(folder, judgement(survey, "join", entry.references[2].id))
    assert len(set(ones(folder, SURVEY, OTHER[1], OTHER[2]))) == 1


def test_what_is_no_work_cannot_be_joined_with_one(folder, tmp_path):
    add(folder, tmp_path, FIRST)
    with pytest.raises(NotFound, match="No work or reference"):
        decide(folder, judgement(figures(folder)[0].cites[0].reference, "join", "000000000000"))


def test_everything_shown_stays_after_a_rebuild(folder, tmp_path):
    add(folder, tmp_path, FIRST, SECOND, HELD)
    before = shown(folder)
    assert before["pages"][1].entries[0].references
    restore(folder)
    assert shown(folder) == before


def test_works_held_before_references_were_kept_are_filed_when_the_first_come(folder, tmp_path):
    add(folder, tmp_path, HELD)
    with SqliteStore(folder).writer() as writer:
        writer._connection.execute("DELETE FROM source_keys")
        writer._connection.execute("DELETE FROM sources")
    add(folder, tmp_path, FIRST)
    with SqliteStore(folder).view() as view:
        (family,) = view.evidence.families("MD")
    assert family.mentions[0].mention.publisher == "Harbour Institute"
