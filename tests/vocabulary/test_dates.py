"""Dates: what is written, what it may mean, and how it is said again."""

from __future__ import annotations

import time
from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sourcebook.errors import UsageError
from sourcebook.vocabulary.dates import dates_in, edtf_bounds, edtf_to_words, edtf_year, is_edtf, parse_date
from sourcebook.vocabulary.months import MONTHS

WRITTEN = [
    ("30 March 2021", "2021-03-30"),
    ("March 8, 2006", "2006-03-08"),
    ("Mar. 8, 2006", "2006-03-08"),
    ("Nov 06, 2002", "2002-11-06"),
    ("Sept 2005", "2005-09"),
    ("June, 2009", "2009-06"),
    ("JUNE 2009", "2009-06"),
    ("2009", "2009"),
    ("08/23/2005", "2005-08-23"),
    ("26/10/2006", "2006-10-26"),
    ("07/19/2007", "2007-07-19"),
    ("02/03/2004", "[2004-02-03,2004-03-02]"),
    ("05/05/2006", "2006-05-05"),
    ("02.03.2004", "[2004-02-03,2004-03-02]"),
    ("2-3-2004", "[2004-02-03,2004-03-02]"),
    ("2010-11-05", "2010-11-05"),
    ("2010-11-05T10:20:00Z", "2010-11-05"),
    ("Updated 2004-03-24", "2004-03-24"),
    ("Last updated: 5 May 2004, 10:15 GMT", "2004-05-05"),
    ("[accessed 2009]", "2009"),
    ("10-12 February 2003", "2003-02-10/2003-02-12"),
    ("10 to 12 February 2003", "2003-02-10/2003-02-12"),
    ("February 10–12, 2003", "2003-02-10/2003-02-12"),
    ("February 28 - March 2, 2003", "2003-02-28/2003-03-02"),
    ("28 February - 2 March 2003", "2003-02-28/2003-03-02"),
    ("28 December - 3 January 2006", "2005-12-28/2006-01-03"),
    ("28 February 2003 to 2 March 2004", "2003-02-28/2004-03-02"),
    ("March-April 2010", "2010-03/2010-04"),
    ("March 2009 - April 2010", "2009-03/2010-04"),
    ("2006-2009", "2006/2009"),
    ("between 2006 and 2009", "2006/2009"),
    ("from 2006 to 2009", "2006/2009"),
    ("2003-04", "2003/2004"),
    ("2010-11", "2010/2011"),
    ("1999-00", "1999/2000"),
    ("2005-11", "2005-11"),
    ("2005-19", "2005/2019"),
    ("2018-07", "2018-07"),
    ("06/2009", "2009-06"),
    ("2018 Edition", "2018"),
    ("Spring 2006", "2006-21"),
    ("summer 2006", "2006-22"),
    ("Autumn 2006", "2006-23"),
    ("Fall 2006", "2006-23"),
    ("Winter 2005-2006", "2005-24"),
    ("Spring/Summer 2006", "2006-21/2006-22"),
    ("early 2004", "2004~"),
    ("circa 2004", "2004~"),
    ("c. 2004", "2004~"),
    ("late March 2004", "2004-03~"),
    ("2004?", "2004?"),
    ("the 1990s", "199X"),
    ("mid-1990s", "199X~"),
    ("Q1 2010", "2010-33"),
    ("third quarter of 2010", "2010-35"),
    ("first half of 2010", "2010-40"),
    ("5/6/98", "[1998-05-06,1998-06-05]"),
    ("25/6/49", "2049-06-25"),
    ("25/6/50", "1950-06-25"),
    ("May '98", "1998-05"),
    ("30-Mar-98", "1998-03-30"),
    ("3rd of May 2012", "2012-05-03"),
    ("1 st May 2012", "2012-05-01"),
    ("Monday, 3 May 2010", "2010-05-03"),
    ("Thurs. July 4th 2006", "2006-07-04"),
    ("14 Febuary 2016", "2016-02-14"),
    ("22ugust 2011", "2011-08-22"),
    ("22August 2011", "2011-08-22"),
    ("Janury 2010", "2010-01"),
    ("Septmber 9, 2011", "2011-09-09"),
    ("3 Jully 2011", "2011-07-03"),
    ("30\nMarch\r\n2021", "2021-03-30"),
    ("30\u00a0March\u00a02021", "2021-03-30"),
    ("10 and 12 February 2003", "{2003-02-10,2003-02-12}"),
    ("5 or 6 May 2010", "[2010-05-05,2010-05-06]"),
    ("29 February 2004", "2004-02-29"),
    ("2003-02-10/2003-02-12", "2003-02-10/2003-02-12"),
]

NO_DATES = [
    "",
    "Undated",
    "n.d.",
    "31 February 2009",
    "29 February 2005",
    "February 30, 2009",
    "2010-02-30",
    "13/13/2009",
    "0/5/2009",
    "32 March 2009",
    "0 March 2010",
    "2009-2006",
    "April 2010 - March 2010 and more",
    "12 March",
    "March",
    "March 05",
    "12 people 2005",
    "Juno 2007",
    "Marsh 2010",
    "Augusta 2010",
    "2,009",
    "12345",
    "3 May 2010 and 4 May 2011",
    "30 March 2021 Minsk",
    "Article 5",
    "March\n\n2010",
]

IN_TEXT = [
    ("In 2009, on 3 May 2010.", [("2009", "2009", "year"), ("3 May 2010", "2010-05-03", "day")]),
    ("ITAR-TASS, Minsk, 26/10/2006", [("26/10/2006", "2006-10-26", "day")]),
    ("TCS Daily,, 08/23/2005 – Source:", [("08/23/2005", "2005-08-23", "day")]),
    ("Codru Weekly, Mon, Nov 06, 2002", [("Mon, Nov 06, 2002", "2002-11-06", "day")]),
    ("Bamako, 10-12 February\n2003", [("10-12 February\n2003", "2003-02-10/2003-02-12", "interval")]),
    ("Agency,, 12/04/2003", [("12/04/2003", "[2003-04-12,2003-12-04]", "choice")]),
    ("Updated 2004-03-24", [("2004-03-24", "2004-03-24", "day")]),
    ("in the mid-1990s", [("mid-1990s", "199X~", "about")]),
    ("since early 2004", [("early 2004", "2004~", "about")]),
    ("on 31 February 2009 they", []),
    ("2,000 girls, 375 17 220, $2009, 1.2010, page 12,2010", []),
    ("http://a.example/2020/06/05/b", []),
    ("Law 3/2009 and 4/2009", [("4/2009", "2009-04", "month")]),
    ("between 2005 and 2007", [("between 2005 and 2007", "2005/2007", "interval")]),
    ("in 2005 and 2007", [("2005", "2005", "year"), ("2007", "2007", "year")]),
    ("[accessed 22 January 2011]", [("22 January 2011", "2011-01-22", "day")]),
    ("ended in March\n\n2010 Country Reports", [("2010", "2010", "year")]),
]

SAID = [
    ("2021-05-11", "11 May 2021"),
    ("2009-06", "June 2009"),
    ("2009", "2009"),
    ("2006-21", "spring 2006"),
    ("2010-33", "first quarter of 2010"),
    ("2004-41", "second half of 2004"),
    ("199X", "the 1990s"),
    ("2004~", "about 2004"),
    ("2004?", "perhaps 2004"),
    ("2004%", "perhaps about 2004"),
    ("[2004-02-03,2004-03-02]", "3 February or 2 March 2004"),
    ("2003-02-10/2003-02-12", "10 to 12 February 2003"),
    ("2003-02-28/2003-03-02", "28 February to 2 March 2003"),
    ("2005-12-28/2006-01-03", "28 December 2005 to 3 January 2006"),
    ("2010-03/2010-04", "March to April 2010"),
    ("2006/2009", "2006 to 2009"),
    ("2006/..", "since 2006"),
    ("../2009-05", "until May 2009"),
    ("{2005,2007}", "2005 and 2007"),
    ("[2005,2006,2007]", "2005, 2006 or 2007"),
    ("long ago", "long ago"),
]

BOUNDS = [
    ("2021-05-11", date(2021, 5, 11), date(2021, 5, 11)),
    ("2004-02", date(2004, 2, 1), date(2004, 2, 29)),
    ("2009", date(2009, 1, 1), date(2009, 12, 31)),
    ("2009~", date(2009, 1, 1), date(2009, 12, 31)),
    ("2006-21", date(2006, 1, 1), date(2006, 12, 31)),
    ("2006-24", date(2006, 1, 1), date(2007, 2, 28)),
    ("2010-34", date(2010, 4, 1), date(2010, 6, 30)),
    ("2010-40", date(2010, 1, 1), date(2010, 6, 30)),
    ("199X", date(1990, 1, 1), date(1999, 12, 31)),
    ("[2004-02-03,2004-03-02]", date(2004, 2, 3), date(2004, 3, 2)),
    ("2003-02-10/2003-03", date(2003, 2, 10), date(2003, 3, 31)),
    ("../2009", date.min, date(2009, 12, 31)),
    ("2009/..", date(2009, 1, 1), date.max),
]


@pytest.mark.parametrize(("text", "edtf"), WRITTEN)
def test_a_date_is_read_in_the_form_in_which_it_is_written(text, edtf):
    assert parse_date(text) == edtf
    assert is_edtf(edtf)


@pytest.mark.parametrize("text", NO_DATES)
def test_what_is_no_date_or_never_was_is_not_guessed(text):
    assert parse_date(text) is None


@pytest.mark.parametrize(("text", "expected"), IN_TEXT)
def test_dates_are_found_where_they_stand(text, expected):
    assert [(text[found.start : found.end], found.edtf, found.kind) for found in dates_in(text)] == expected


@pytest.mark.parametrize(("edtf", "words"), SAID)
def test_a_date_is_said_in_plain_words(edtf, words):
    assert edtf_to_words(edtf) == words


@pytest.mark.parametrize(("edtf", "earliest", "latest"), BOUNDS)
def test_the_bounds_hold_every_day_that_a_date_may_mean(edtf, earliest, latest):
    assert edtf_bounds(edtf) == (earliest, latest)


def test_the_year_of_a_date_is_the_earliest_it_may_mean():
    assert [edtf_year(edtf) for edtf in ("2004", "[2003-12-01,2004-01-12]", "199X~", "2006/2009")] == [
        2004,
        2003,
        1990,
        2006,
    ]
    assert edtf_year("../2009") is None


@pytest.mark.parametrize(
    "text", ["", "2004-13", "2004-02-30", "2009/2006", "/", "../..", "[2004]", "0000", "x", "2004-21-03", "20X4"]
)
def test_what_is_no_edtf_is_refused(text):
    assert not is_edtf(text)
    with pytest.raises(UsageError):
        edtf_bounds(text)


DAYS = st.dates(date(1500, 1, 1), date(2099, 12, 31))
FORMS = [
    lambda d: f"{d.day} {MONTHS[d.month - 1]} {d.year}",
    lambda d: f"{MONTHS[d.month - 1]} {d.day}, {d.year}",
    lambda d: f"{d.day:02}-{MONTHS[d.month - 1][:3]}-{d.year}",
    lambda d: f"{MONTHS[d.month - 1][:3].upper()}. {d.day} {d.year}",
    lambda d: f"{d:%A}, {MONTHS[d.month - 1]} {d.day}{'th' if 3 < d.day < 21 else ''}, {d.year}",
    lambda d: d.isoformat(),
    lambda d: f"{d.year}/{d.month}/{d.day}",
    lambda d: f"({d.day}\n of {MONTHS[d.month - 1]}\n{d.year})",
]


@given(DAYS, st.sampled_from(FORMS))
def test_a_day_comes_back_from_every_form_in_which_it_is_written(day, form):
    assert parse_date(form(day)) == day.isoformat()


@given(DAYS, st.sampled_from("/.-"))
def test_figures_mean_a_set_exactly_when_both_orders_are_days(day, sign):
    read = parse_date(f"{day.day:02}{sign}{day.month:02}{sign}{day.year}")
    low, high = edtf_bounds(read)
    assert day in (low, high)
    assert read.startswith("[") == (day.day <= 12 and day.day != day.month)
    assert parse_date(f"{day.month}{sign}{day.day}{sign}{day.year}") == read


@given(DAYS, st.integers(0, 700))
def test_an_interval_comes_back_from_its_words(day, length):
    last = min(date.fromordinal(day.toordinal() + length), date(2099, 12, 31))
    edtf = f"{day}/{last}" if last > day else f"{day}"
    assert parse_date(edtf_to_words(edtf)) == edtf
    low, high = edtf_bounds(edtf)
    assert (low, high) == (day, last)


YEARS = st.integers(1500, 2099)
POINTS = st.one_of(
    YEARS.map(str),
    st.tuples(YEARS, st.sampled_from([*range(1, 13), *range(21, 25), *range(33, 37), 40, 41])).map(
        "{0[0]}-{0[1]:02}".format
    ),
    DAYS.map(str),
    st.integers(150, 209).map("{}X".format),
)


@given(POINTS, st.sampled_from(["", "~", "?"]))
def test_a_date_with_its_doubt_comes_back_from_its_words(point, doubt):
    assert parse_date(edtf_to_words(point + doubt)) == point + doubt


@given(st.lists(DAYS, min_size=2, max_size=2, unique=True).map(sorted))
def test_one_of_two_days_comes_back_from_its_words(days):
    edtf = f"[{days[0]},{days[1]}]"
    assert parse_date(edtf_to_words(edtf)) == edtf


DATELIKE = st.lists(
    st.sampled_from(
        [*MONTHS, *"0123456789/.-, \n'’?", "2004", "th", "of", "to", "and", "or", "spring", "circa", "Q1", "s", "é"]
    )
).map("".join)


@given(st.one_of(st.text(), DATELIKE, DATELIKE.map(" ".join)))
def test_no_text_makes_the_reading_fail_and_spans_lie_inside_in_order(text):
    assert parse_date(text) is None or is_edtf(parse_date(text))
    found = dates_in(text)
    assert all(0 <= match.start < match.end <= len(text) and is_edtf(match.edtf) for match in found)
    assert all(first.end <= second.start for first, second in pairwise(found))


@given(st.text())
def test_no_text_makes_the_words_fail(text):
    assert edtf_to_words(text) == text or is_edtf(text)


@pytest.mark.slow
@pytest.mark.parametrize(
    "piece", ["1/", "0", "11/11/2011/", "1 ", "March 2010 - ", "10 March - 12 ", "2010-", "may ", "\u0301", "early "]
)
def test_a_megabyte_of_what_looks_like_dates_takes_seconds_at_most(piece):
    text = piece * (1_000_000 // len(piece))
    began = time.perf_counter()
    dates_in(text)
    assert time.perf_counter() - began < 20
