"""Copies in other archives are read from what TimeGates, TimeMaps and availability interfaces say (RFC 7089)."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sourcebook.preserve.memento import (
    Memento,
    asking_timegate,
    availability_address,
    from_availability,
    from_links,
    moment_of,
    nearest,
)

TIMEMAP = """<http://a.example/>; rel="original",
<http://arxiv.example/timemap/http://a.example/>; rel="self"; type="application/link-format",
<http://arxiv.example/timegate/http://a.example/>; rel="timegate",
<http://arxiv.example/20000620180259/http://a.example/>; rel="first memento"; datetime="Tue, 20 Jun 2000 18:02:59 GMT",
<http://arxiv.example/20091027204954/http://a.example/>; rel="last memento"; datetime="Tue, 27 Oct 2009 20:49:54 GMT",
</20030618170250/http://a.example/>; rel=memento; datetime="Wed, 18 Jun 2003 17:02:50 GMT"
"""


def test_a_timemap_is_read():
    assert [one.time for one in from_links(TIMEMAP, "http://arxiv.example/tm/x")] == [
        "2000-06-20T18:02:59Z",
        "2009-10-27T20:49:54Z",
        "2003-06-18T17:02:50Z",
    ]


@pytest.mark.parametrize(
    ("when", "time"),
    [
        ("2003-07-01", "2003-06-18T17:02:50Z"),
        ("1999", "2000-06-20T18:02:59Z"),
        ("2013-06", "2009-10-27T20:49:54Z"),
        ("[2003-02-03,2003-03-02]", "2003-06-18T17:02:50Z"),
        (None, "2000-06-20T18:02:59Z"),
    ],
)
def test_the_nearest_to_the_date_of_access_is_chosen(when, time):
    assert nearest(from_links(TIMEMAP, "http://arxiv.example/"), when).time == time


def test_without_copies_there_is_none():
    assert nearest([], "2003") is None


def test_a_timegate_is_told_the_date():
    assert asking_timegate("2013-06-13") == {"Accept-Datetime": "Thu, 13 Jun 2013 12:00:00 GMT"}
    assert asking_timegate(None) == {}


def test_an_availability_interface_is_asked_and_read():
    asked = availability_address("https://wb.example/available", "http://a.example/x?y=1&z", "2013-06-13")
    assert asked == "https://wb.example/available?url=http%3A%2F%2Fa.example%2Fx%3Fy%3D1%26z&timestamp=20130613120000"
    said = b'{"url": "a.example", "archived_snapshots": {"closest": {"available": true, "url": "http://wb.example/web/20130614000000/http://a.example/", "timestamp": "20130614000000", "status": "200"}}}'
    assert from_availability(said) == (
        Memento(url="http://wb.example/web/20130614000000/http://a.example/", time="2013-06-14T00:00:00Z"),
    )


@pytest.mark.parametrize(
    "said",
    [
        b"",
        b"<html>",
        b"[]",
        b'{"archived_snapshots": {}}',
        b'{"archived_snapshots": {"closest": {"available": false}}}',
        b'{"archived_snapshots": {"closest": {"available": true, "url": "x", "timestamp": "soon", "status": "200"}}}',
        b'{"archived_snapshots": {"closest": {"available": true, "url": "file:///x", "timestamp": "2013", "status": "200"}}}',
        b'{"archived_snapshots": {"closest": {"available": true, "url": "http://a/", "timestamp": "20130614000000", "status": "404"}}}',
    ],
)
def test_an_interface_that_names_no_copy_names_none(said):
    assert from_availability(said) == ()


@given(st.text(max_size=300))
def test_any_text_can_be_taken_for_links_or_a_date(text):
    assert isinstance(from_links(text, "http://a.example/"), tuple)
    moment = moment_of(text)
    assert moment is None or moment.utcoffset() == timedelta(0)
