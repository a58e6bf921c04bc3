"""Twelve manners of citing that other publishers have: what is read of each, held from below by what was reached."""

import re
from collections import defaultdict

import pytest
from tests.segment.report.styles import STYLES
from tests.segment.report.works import WORKS

from sourcebook.model import Document
from sourcebook.segment.report import segment_report

REPEATED = re.compile(r"^Ibid|op\. cit|supra")
LEAST = {"split": 0.93, "title": 0.93, "publisher": 0.93, "year": 0.93, "url": 0.93, "linked": 0.9, "repeats": 1.0}


def plain(text):
    return re.sub(r"[\W_]+", " ", text or "").strip().casefold()


def squeezed(text):
    return re.sub(r"\s", "", text or "")


def unschemed(url):
    return re.sub(r"^\w+://", "", url or "")


@pytest.fixture(scope="module", params=STYLES, name="read")
def read_style(request):
    written = STYLES[request.param]()
    report = segment_report(Document(text=written.text, media_type="text/plain"))
    waiting = defaultdict(list)
    for note in written.notes:
        waiting[squeezed(note.text)].append(note)
    found = [
        (reference, waiting[squeezed(reference.text)].pop(0))
        for reference in report.references
        if waiting[squeezed(reference.text)]
    ]
    return written, report, found


def share(right, whole):
    return right / whole if whole else 1.0


def test_entries_are_parted_and_numbered(read):
    written, _, found = read
    right = sum(note.number in (None, reference.number) for reference, note in found)
    assert share(right, len(written.notes)) >= LEAST["split"]


@pytest.mark.parametrize(
    ("field", "got", "wanted"),
    [
        ("title", lambda one: plain(one.title), lambda work: plain(work.title)),
        ("year", lambda one: (one.issued or "").lstrip("[")[:4], lambda work: work.year),
        ("url", lambda one: unschemed(one.url), lambda work: unschemed(work.url)),
    ],
)
def test_what_a_reference_says_is_read(read, field, got, wanted):
    written, _, found = read
    right = sum(got(reference) == wanted(WORKS[note.work]) for reference, note in found)
    assert share(right, len(written.notes)) >= LEAST[field]


def test_who_published_it_is_read_where_the_manner_says_it(read):
    _, _, found = read
    told = [
        (one, WORKS[note.work].publisher) for one, note in found if plain(WORKS[note.work].publisher) in plain(one.text)
    ]
    right = sum(plain(maker) in (plain(one.publisher), plain(one.container)) for one, maker in told)
    assert share(right, len(told)) >= LEAST["publisher"]


def ending(linked, sentence):
    """Return what is linked from a sentence, which may stand behind a title, but not behind words that vary it."""
    varied = re.compile(rf"(?:in the north|in the south|for years) {re.escape(sentence)}$")
    found = (works for told, works in linked.items() if told.endswith(sentence) and not varied.search(told))
    return set().union(*found)


def test_marks_lead_from_their_sentences_to_the_works(read):
    written, report, found = read
    works = {id(reference): note.work for reference, note in found}
    linked = defaultdict(set)
    for block in report.blocks:
        for mark in block.marks:
            sentence = plain(block.text[mark.sentence : mark.start])
            linked[sentence] |= {works.get(id(report.references[place - 1])) for place in mark.places}
    right = sum(ending(linked, plain(sentence)) == set(group) for sentence, group in written.marked)
    assert share(right, len(written.marked)) >= LEAST["linked"]


def test_notes_that_repeat_stand_for_the_work_that_they_mean(read):
    _, report, found = read
    works = {id(reference): note.work for reference, note in found}
    again = [(reference, note) for reference, note in found if REPEATED.search(note.text)]
    right = sum(
        works.get(id(report.references[(reference.stands_for or 0) - 1])) == note.work for reference, note in again
    )
    assert share(right, len(again)) >= LEAST["repeats"]
