"""Zotero's JSON, in the shapes in which it is met, becomes works."""

from __future__ import annotations

import json

import pytest

from sourcebook.errors import InputRefused
from sourcebook.read import document
from sourcebook.segment.library import library_in

ITEM = {
    "key": "ABCD1234", "itemType": "newspaperArticle", "title": "Boys from the hills", "publicationTitle": "The Courier",
    "creators": [
        {"creatorType": "author", "firstName": "Ama", "lastName": "Mensah"},
        {"creatorType": "author", "name": "Hill Watch"},
        {"creatorType": "translator", "firstName": "No", "lastName": "Body"},
    ],
    "place": "Accra", "date": "March 24, 2004", "url": "http://a.example/x", "accessDate": "2011-01-22T10:11:12Z",
    "abstractNote": "Some 120 boys.", "archive": "Hill Archive", "archiveLocation": "Box 12", "language": "en",
    "extra": "Original Date: 1998-05\nlent by a friend\nDOI: 10.1/x", "tags": [{"tag": "Ghana"}, {"tag": "kilns", "type": 1}],
    "notes": [{"note": "<p>First &amp; last</p><p>Second</p>"}],
}  # fmt: skip
NOTE = {"key": "N1", "itemType": "note", "parentItem": "ABCD1234", "note": "<b>A</b> child note"}
ATTACHMENT = {"key": "F1", "itemType": "attachment", "title": "Snapshot"}


def library(value):
    return library_in(document((value if isinstance(value, str) else json.dumps(value)).encode()))


@pytest.mark.parametrize(
    "value",
    [
        [ITEM, NOTE, ATTACHMENT],
        {"config": {"id": "x"}, "items": [ITEM, NOTE]},
        [
            {"key": "ABCD1234", "version": 3, "library": {"type": "user"}, "data": one}
            for one in (ITEM, NOTE, ATTACHMENT)
        ],
        [NOTE, ITEM],
    ],
)
def test_an_item_becomes_a_work_in_every_shape_of_the_file(value):
    (item,) = library(value).items
    work = item.cited.work
    assert (work.title, work.publisher, work.publisher_place) == ("Boys from the hills", "The Courier", "Accra")
    assert work.authors == ("Ama Mensah", "Hill Watch")
    assert (work.issued, work.original_issued, work.kind) == ("2004-03-24", "1998-05", "article-newspaper")
    assert (work.archive, work.archive_location, work.url) == ("Hill Archive", "Box 12", "http://a.example/x")
    assert [(visit.when, visit.outcome) for visit in item.cited.visits] == [("2011-01-22", "read")]
    assert item.keywords == ("Ghana", "kilns")
    assert item.notes == ("First & last\nSecond", "lent by a friend", "A child note")


def test_a_single_item_is_a_library_too():
    assert len(library(ITEM).items) == 1


def test_broken_json_is_refused_with_its_place():
    with pytest.raises(InputRefused, match="broken or ends early at character"):
        library(json.dumps([ITEM, ITEM])[:-5])


def test_deep_json_is_refused():
    text = '[{"itemType": "book", "id": 1, "x": ' + "[" * 100_000
    with pytest.raises(InputRefused, match="broken"):
        library(text)


@pytest.mark.parametrize("odd", [{"creators": 3}, {"tags": {"a": 1}}, {"notes": "x"}, {"date": None}, {"title": 7}])
def test_fields_of_the_wrong_kind_are_passed_over(odd):
    assert library([{**ITEM, **odd}]).items[0].cited.work.kind == "article-newspaper"
