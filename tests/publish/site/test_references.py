"""The references on the page of a report: each has a place of its own, and leads on to what it stands for."""

import json

import pytest
from tests.pipeline.archives import new, put
from tests.pipeline.survey import HELD, SURVEY
from tests.publish.site.test_goldens import SITE

from sourcebook.publish.site.pages.entry import entry
from sourcebook.store import SqliteStore

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


SEEN = [
    f"{SURVEY} http://harbour.example/nine.pdf [accessed 5 June 2015].",
    "Harbour Institute. Children of the quaries. Chisinau; March 3, 2014. Accessed 7 May 2016. http://moved.example/9",
]
SEEN_WORK = HELD | {"works": [HELD["works"][0] | {"looks": ["2015-11"]}]}


def test_a_work_shows_when_those_who_cite_it_looked_at_it(tmp_path):
    folder = new(tmp_path / "seen")
    (tmp_path / "held.json").write_text(json.dumps(SEEN_WORK, separators=(",", ":")), encoding="utf-8")
    for year, seen in zip((2015, 2016), SEEN, strict=True):
        (tmp_path / f"{year}.txt").write_text(report(year, [NOTES[2], seen, *NOTES[2:]]), encoding="utf-8")
    names = ("held.json", "2015.txt", "2016.txt")
    assert put(folder, *(tmp_path / name for name in names)).refused == 0
    with SqliteStore(folder).view() as view:
        work = next(one for one in view.entries("MD") if one.entry.work.publisher == "Harbour Institute").entry.work
        looks = entry(view, SITE, work.id).content.looks
    assert [(look.day.text, look.found, look.address) for look in looks if look.told_by] == [
        ("5 June 2015", "accessed", "http://harbour.example/nine.pdf"),
        ("7 May 2016", "accessed", "http://moved.example/9"),
    ]
    assert [look.told_by and look.told_by.text.rpartition(", ")[2] for look in looks] == [
        "reference 2",
        None,
        "reference 2",
    ]


def shown(folder, topic):
    with SqliteStore(folder).view() as view:
        (placed,) = view.entries("MD", topic)
        return entry(view, SITE, placed.entry.work.id).content


def test_two_notes_of_the_same_words_have_two_places_on_the_page(folder):
    anchors = [one.anchor for one in shown(folder, "report-2015-moldova").references]
    assert len(set(anchors)) == len(NOTES)
    assert anchors[3] == f"{anchors[1]}-4"
