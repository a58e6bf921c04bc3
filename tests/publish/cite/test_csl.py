"""Works go to CSL-JSON and come back the same, and items of other programs are read."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.publish.cite.works import UNSURE, WORKS

from sourcebook.errors import InputRefused
from sourcebook.model import Visit, Work
from sourcebook.publish.cite import Cited, Locator, from_csl, to_csl

TEXT = st.text(st.characters(codec="utf-8"), max_size=30)
MAYBE = st.none() | TEXT
DATE = st.none() | st.sampled_from(
    ["2004", "2004-03", "2004-03-24", "2006-21", "2003-02-10/2003-02-12", "[2004-02-03,2004-03-02]", "199X", "2004?"]
)
WORK = st.builds(
    Work, title=TEXT, credit=TEXT, authors=st.lists(TEXT, max_size=3).map(tuple), publisher=MAYBE,
    publisher_place=MAYBE, container=MAYBE, issued=DATE | MAYBE, url=MAYBE, language=MAYBE, format_noted=MAYBE,
    kind=st.sampled_from(["webpage", "report", "book", "press-release", "treaty"]) | TEXT,
)  # fmt: skip
VISIT = st.builds(
    Visit, when=DATE, outcome=st.sampled_from(["read", "gone", "archived_elsewhere", "unknown"]), address=MAYBE,
    as_written=MAYBE,
)  # fmt: skip
CITED = st.builds(
    Cited, work=WORK, visits=st.lists(VISIT, max_size=3).map(tuple), place=MAYBE, topic=MAYBE,
    number=st.none() | st.integers(1, 99), archived_copy_noted=st.booleans(),
    locator=st.none() | st.builds(Locator, label=st.sampled_from(["paragraph", "page"]), value=TEXT),
)  # fmt: skip


@given(CITED)
def test_a_work_comes_back_from_csl_json_the_same(cited):
    assert from_csl(json.loads(json.dumps(to_csl(cited)))) == cited


@pytest.mark.parametrize("name", [*WORKS, *UNSURE])
def test_each_of_the_forty_comes_back_the_same(name):
    work = (WORKS | UNSURE)[name]
    assert from_csl(to_csl(work)) == work


def test_only_what_csl_has_no_field_for_is_custom():
    known = {"title": "A", "authors": ("Tony Robson",), "publisher": "B", "issued": "2002-08-21"}
    item = to_csl(Cited(work=Work(credit="Tony Robson, B, 21 August 2002", **known)))
    assert item.get("custom") is None
    odd = to_csl(Cited(work=Work(credit="By Tony Robson. B", **known)))
    assert odd["custom"] == {"sourcebook": {"work": {"credit": "By Tony Robson. B"}}}
    assert item["author"] == [{"family": "Robson", "given": "Tony"}]


@pytest.mark.parametrize(
    ("issued", "date"),
    [
        ("2004-03-24", {"date-parts": [[2004, 3, 24]]}),
        ("2006-21", {"date-parts": [[2006]], "season": 1}),
        ("2003-02-10/2003-02-12", {"date-parts": [[2003, 2, 10], [2003, 2, 12]]}),
        ("1998~", {"date-parts": [[1998]], "circa": True}),
        ("[2004-02-03,2004-03-02]", {"date-parts": [[2004]]}),
        ("[2004,2005]", {"literal": "2004 or 2005"}),
        ("199X", {"literal": "199X"}),
    ],
)
def test_a_date_is_written_as_csl_has_it(issued, date):
    assert to_csl(Cited(work=Work(title="A", issued=issued)))["issued"] == date


@pytest.mark.parametrize(("label", "value"), [("page", "12"), ("paragraph", "3")])
def test_the_place_in_a_work_is_written_as_csl_has_it(label, value):
    item = to_csl(Cited(work=Work(title="A", credit=""), locator=Locator(label=label, value=value)))
    assert (item["locator"], item["label"], item.get("custom")) == (value, label, None)
    assert from_csl(item).locator == Locator(label=label, value=value)


@pytest.mark.parametrize(
    ("told", "locator"),
    [({"locator": 7}, Locator(label="page", value="7")), ({"locator": "2", "label": "chapter"}, None)],
)
def test_the_place_that_another_program_points_to_is_read_where_we_know_its_kind(told, locator):
    assert from_csl({"type": "book", "title": "T"} | told).locator == locator


def test_an_item_of_another_program_is_read():
    item = {
        "id": 7, "type": "article-newspaper", "title": "T", "container-title": "The Courier",
        "author": [{"family": "Cruz", "given": "Ana", "dropping-particle": "de la"}], "volume": "3",
        "issued": {"raw": "2004-03"}, "accessed": {"date-parts": [["2011", "1"]]},
    }  # fmt: skip
    work = from_csl(item).work
    assert (work.title, work.publisher, work.issued, work.kind) == ("T", "The Courier", "2004-03", "article-newspaper")
    assert work.authors == ("Ana de la Cruz",)


@given(st.recursive(st.none() | st.booleans() | st.integers() | TEXT, lambda inner: st.lists(inner, max_size=3)
       | st.dictionaries(st.sampled_from(["id", "type", "title", "author", "issued", "custom", "date-parts", "family",
       "sourcebook", "work", "season", "literal"]), inner, max_size=5)))  # fmt: skip
def test_any_json_is_read_or_refused_in_a_sentence(value):
    try:
        read = from_csl(value)
    except InputRefused as error:
        read = error
    assert isinstance(read, Cited) or "." in str(read)
