"""The references on the page of a report: each has a place of its own, and leads on to what it stands for."""

import pytest
from tests.pipeline.archives import new, put
from tests.publish.site.test_goldens import SITE

from sourcebook.publish.site.pages.entry import entry
from sourcebook.store import SqliteStore

SURVEY = "Harbour Institute. Children of the quarries: a survey of nine villages. Chisinau; March 3, 2014."
NOTES = [SURVEY, "Ibid.", "Rassendyll, R. “The boys of the quarry.” Zenda Post; June 10, 2011.", "Ibid."]


def report(year, notes):
    head = f"Moldova\n{year} FINDINGS OF NOTHING\n"
    listed = "\n".join(f"{number}. {text}" for number, text in enumerate(notes, 1))
    told = "In Moldova 4,310 children cut stone. (1, 2) They left in May. (3, 4)"
    return f"{head}1\nI. WHERE CHILDREN WORK\n{told}\n\f{head}2\nREFERENCES\n{listed}\n"


@pytest.fixture(name="folder")
def made(tmp_path):
    folder = new(tmp_path / "archive")
    (tmp_path / "2015.txt").write_text(report(2015, NOTES), encoding="utf-8")
    put(folder, tmp_path / "2015.txt")
    return folder


def shown(folder, topic):
    with SqliteStore(folder).view() as view:
        (placed,) = view.entries("MD", topic)
        return entry(view, SITE, placed.entry.work.id).content


def test_two_notes_of_the_same_words_have_two_places_on_the_page(folder):
    anchors = [one.anchor for one in shown(folder, "report-2015-moldova").references]
    assert len(set(anchors)) == len(NOTES)
    assert anchors[3] == f"{anchors[1]}-4"
