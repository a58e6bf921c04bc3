"""EDTF is read into parts, and dates are written as each style writes them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sourcebook.publish.cite.datewords import AMERICAN_ORDER, BRITISH_ORDER, DAY, IEEE_ORDER, MLA_ORDER, MONTH, spell
from sourcebook.vocabulary.cited_dates import either, read_edtf, write_edtf

ROWS = [
    ("2004", "2004", "2004", "2004", "2004"),
    ("2004-06", "June 2004", "June 2004", "June 2004", "Jun. 2004"),
    ("2004-09-03", "September 3, 2004", "3 September 2004", "3 Sept. 2004", "Sep. 03, 2004"),
    ("2003-02-10/2003-02-12", "February 10–12, 2003", "10–12 February 2003", "10–12 Feb. 2003", "Feb. 10–12, 2003"),
    ("2003-04/2003-05", "April–May 2003", "April–May 2003", "Apr.–May 2003", "Apr.–May 2003"),
    ("2013/2014", "2013–2014", "2013–2014", "2013–2014", "2013–2014"),
    ("2006-21", "Spring 2006", "Spring 2006", "Spring 2006", "Spring 2006"),
    (
        "[2004-02-03,2004-03-02]",
        "February 3 or March 2, 2004",
        "3 February or 2 March 2004",
        "3 Feb. or 2 Mar. 2004",
        "Feb. 03 or Mar. 02, 2004",
    ),
    ("199X", "199X", "199X", "199X", "199X"),
]


@pytest.mark.parametrize(("edtf", "american", "british", "mla", "ieee"), ROWS)
def test_a_date_is_written_in_each_order(edtf, american, british, mla, ieee):
    when = read_edtf(edtf)
    orders = (AMERICAN_ORDER, BRITISH_ORDER, MLA_ORDER, IEEE_ORDER)
    assert tuple(spell(when, order) for order in orders) == (american, british, mla, ieee)


@pytest.mark.parametrize("edtf", [row[0] for row in ROWS] + ["1998~", "[2004,2005]", "0099-01"])
def test_a_date_comes_back_as_the_edtf_it_was(edtf):
    assert write_edtf(read_edtf(edtf)) == edtf


@pytest.mark.parametrize("text", ["2004-13", "2004-02-30", "2004/..", "soon", "2004-00-00", "[2004]", "[a,b]"])
def test_what_is_no_date_is_kept_in_its_own_words(text):
    assert read_edtf(text).literal == text


def test_a_day_and_month_leave_the_year_out():
    assert spell(read_edtf("2003-12-30/2004-01-02"), AMERICAN_ORDER.only(MONTH, DAY)) == "December 30–January 2"


def test_a_set_is_said_in_words():
    assert either(read_edtf("[2004-02-03,2005-03-02]")) == "3 February 2004 or 2 March 2005"


@given(st.text(max_size=40))
def test_any_text_is_read_and_written(text):
    when = read_edtf(text)
    assert isinstance(spell(when, MLA_ORDER), str)
