"""Fifteen further manners of citing, ten references each, labelled by hand: what is read of each is held from below."""

import re
import time

import pytest
from tests.segment.report.manners import TABLE, document, manners

from sourcebook.model import Document
from sourcebook.segment.report import segment_report
from sourcebook.segment.report.entries import read_reference

LEAST = {
    "manners.txt": {"title": 0.98, "publisher": 0.98, "authors": 0.98, "year": 0.98, "url": 0.98},
    "later_manners.txt": {"title": 0.96, "publisher": 0.96, "authors": 0.98, "year": 0.98, "url": 0.98},
    "last_manners.txt": {"title": 0.85, "publisher": 0.87, "authors": 0.98, "year": 0.96, "url": 0.98},
}


def plain(text):
    return re.sub(r"[\W_]+", " ", text or "").strip().casefold()


def bare(url):
    return re.sub(r"^(?:\w+://doi\.org/|\w+://|doi:)", "", url or "")


GOT = {
    "title": lambda one, label: plain(one.title) == plain(label.title),
    "publisher": lambda one, label: plain(label.publisher) in (plain(one.publisher), plain(one.container), ""),
    "authors": lambda one, label: list(map(plain, one.authors)) == list(map(plain, label.authors)),
    "year": lambda one, label: (one.issued or "").lstrip("[")[:4] == label.year,
    "url": lambda one, label: bare(one.url) == bare(label.url),
}


@pytest.fixture(scope="module", params=sorted(LEAST), name="read")
def read_table(request):
    """Return the table's name, and each label with the reference that was read where it stands."""
    found = []
    for manner in manners(TABLE.with_name(request.param)):
        references = segment_report(Document(text=document(manner), media_type="text/plain")).references
        assert len(references) == len(manner.references), manner.name
        found += zip(manner.references, references, strict=True)
    return request.param, found


def test_every_entry_is_parted_and_numbered(read):
    _, found = read
    assert [re.sub(r"\s", "", one.text) for _, one in found] == [re.sub(r"\s", "", label.text) for label, _ in found]
    assert all(one.number == at % 10 + 1 for at, (_, one) in enumerate(found))


@pytest.mark.parametrize("field", sorted(GOT))
def test_what_a_reference_says_is_read(read, field):
    table, found = read
    told = [GOT[field](one, label) for label, one in found if label.stands_for is None]
    assert sum(told) / len(told) >= LEAST[table][field]


def test_short_notes_stand_for_the_earlier_one_that_they_mean(read):
    _, found = read
    assert [one.stands_for for _, one in found] == [label.stands_for for label, _ in found]


@pytest.mark.parametrize(
    "part", ["A. " + " " * 2000 + "x ", "A (b ", "“a ", "a v. ", ", p. 1", "VALE, Jonas; ", "A/B/", "(May 2010, 2011) "]
)
def test_a_text_that_never_ends_takes_no_longer_than_a_reference_may(part):
    began = time.process_time()
    read_reference(part * (30_000 // len(part)), 1)
    assert time.process_time() - began < 2
