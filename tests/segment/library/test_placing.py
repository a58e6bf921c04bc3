"""The works of a library stand on the pages of the countries that they are about."""

from __future__ import annotations

import pytest

from sourcebook.errors import InputRefused
from sourcebook.model import Work
from sourcebook.model.cited import Cited, LibraryItem
from sourcebook.read import document
from sourcebook.segment.library import library_in, library_pages
from sourcebook.segment.library.placing import places_of


def pages(text, **options):
    read = document(text.encode())
    return library_pages(library_in(read), read, name="lib.bib", **options)


@pytest.mark.parametrize(
    ("title", "keywords", "abstract", "codes"),
    [
        ("Ghana: boys at the lake", (), "Togo Togo Togo", ("GH",)),
        ("From Benin to Gabon", (), "", ("BJ", "GA")),
        ("Boys at the lake", ("kilns", "Kenya"), "Togo", ("KE",)),
        ("Boys at the lake", (), "Boys from Togo and Benin work in Togo.", ("TG",)),
        ("Boys at the lake", (), "No name at all", ()),
    ],
)
def test_a_title_counts_before_keywords_and_these_before_the_text(title, keywords, abstract, codes):
    item = LibraryItem(cited=Cited(work=Work(title=title)), keywords=keywords, abstract=abstract)
    assert places_of(item) == codes


def test_an_item_of_an_archive_like_this_goes_where_it_stood():
    assert places_of(LibraryItem(cited=Cited(work=Work(title="Ghana"), place="TG"))) == ("TG",)


def test_abstract_and_notes_are_passages_with_their_places_in_the_file():
    text = "@book{k, title={Ghana}, abstract={Some 120 boys were found.}, note={Lent by {K}.}}"
    (page,) = pages(text)
    (entry,) = page.entries
    assert [(one.kind, one.text) for one in entry.passages] == [
        ("quoted", "Some 120 boys were found."),
        ("note", "Lent by K."),
    ]
    first, second = entry.passages
    assert text[first.start : first.end] == first.text
    assert (second.start, second.end) == (entry.start, entry.end)
    assert page.collection == "Reference library: lib.bib"


def test_works_without_a_country_go_where_they_are_told_or_are_named():
    text = "@book{k, title={Ghana}}\n@book{l, title={Elsewhere}}\n@book{m, year=2004}"
    (page,) = pages(text)
    assert [problem.what for problem in page.problems] == [
        "1 works have no title and were left out.",
        "1 works name no country and were left out (--place places them): Elsewhere",
    ]
    assert [one.place for one in pages(text, place="TG")] == ["GH", "TG"]


def test_a_library_that_names_no_country_is_refused_with_the_next_step():
    with pytest.raises(InputRefused, match="--place COUNTRY"):
        pages("@book{l, title={Elsewhere}}")
