"""A law: a work and every look at it go to each format and come back the same, through the file's own bytes."""

from __future__ import annotations

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.publish.cite.test_csl import CITED
from tests.publish.cite.works import UNSURE, WORKS

from sourcebook.model import PassageNow, Visit, Work
from sourcebook.publish.cite import Cited, formats
from sourcebook.read import document
from sourcebook.segment.library import library_in

FORMS = ("csl", "bibtex", "ris", "zotero")
TEXT = st.text(st.characters(codec="utf-8"), max_size=20)
HARD = st.sampled_from(
    ["{", "}}", "\\", '"', "--", "``x''", "$x^2$", "~", "%", "@misc{x,", "ER  - ", "TY  - BOOK", "</p>", ", Jr.", " and ",
     "a  b", "\n\nTY  - NEWS", "\u2028", "\x0c", "\x00", "\ufeff", "\u202e", "Original Date: 1968", "sourcebook: {}", "null"],
)  # fmt: skip
ODD = st.none() | TEXT | st.lists(HARD | TEXT, min_size=1, max_size=4).map("".join)


def through(form, works):
    """Write works to a file of a format, and read it as one that was handed in."""
    return library_in(document(formats()[form].write(works).encode()))


def of_any(kind, fields):
    """Return a strategy that fills every field of a value, so that one added later is under the law too."""
    return st.builds(kind, **fields)


WORK = of_any(
    Work,
    {
        field.name: {"authors": st.lists(ODD.map(lambda text: text or ""), max_size=3).map(tuple)}.get(
            field.name, ODD if field.default is None else ODD.map(lambda text: text or "")
        )
        for field in msgspec.structs.fields(Work)
    },
)
VISIT = of_any(
    Visit,
    {
        "when": ODD | st.sampled_from(["2004", "2004-03", "2004-03-24", "[2004-02-03,2004-03-02]", "199X", "2004?", "2009/.."]),
        "outcome": st.sampled_from(msgspec.inspect.type_info(Visit).fields[1].type.values),
        "address": ODD | st.just("https://web.archive.org/web/2011/http://a.example/b"),
        "as_written": ODD,
        "because": ODD,
        "passages": st.lists(st.builds(PassageNow, passage=TEXT, state=st.just("gone"), lost=st.just(("x",))), max_size=1).map(tuple),
    },
)  # fmt: skip


@pytest.mark.parametrize("form", FORMS)
@settings(deadline=None, max_examples=60)
@given(work=WORK, visits=st.lists(VISIT, max_size=3).map(tuple))
def test_every_field_of_a_work_and_of_its_visits_comes_back(form, work, visits):
    (item,) = through(form, [Cited(work=work, visits=visits)]).items
    assert item.cited == Cited(work=work, visits=visits)


def test_the_law_fills_every_field_of_a_visit():
    assert {field.name for field in msgspec.structs.fields(Visit)} == {
        "when", "outcome", "address", "as_written", "because", "passages"
    }  # fmt: skip


@pytest.mark.parametrize("form", FORMS)
@settings(deadline=None, max_examples=60)
@given(cited=CITED)
def test_where_a_work_is_cited_comes_back_too(form, cited):
    assert through(form, [cited]).items[0].cited == cited


@pytest.mark.parametrize("form", FORMS)
def test_the_forty_come_back_in_their_order_from_one_file(form):
    works = list({work.work.id: work for work in (WORKS | UNSURE).values()}.values())
    library = through(form, works)
    assert [item.cited for item in library.items] == works
    assert library.problems == ()


@pytest.mark.parametrize("form", FORMS)
def test_what_a_format_has_fields_for_is_read_without_our_own(form):
    """Another program may drop what only Sourcebook reads; the rest still says what the work is."""
    work = Work(
        title="Boys from the hills work in the brick kilns", authors=("Ama Mensah", "Jean-Paul de la Cruz, Jr."),
        publisher="Hill Watch", publisher_place="Accra", issued="2004-03-24", original_issued="1998-05", language="en",
        url="http://hill.example/kilns", kind="report", archive="Hill Archive", archive_location="Box 12",
        credit="Ama Mensah, Jean-Paul de la Cruz, Jr., Hill Watch, Accra, 24 March 2004",
    )  # fmt: skip
    cited = Cited(work=work, visits=(Visit(when="2011-01-22", outcome="read", address=work.url),))
    written = formats()[form].write([cited])
    assert "sourcebook" not in written
    assert library_in(document(written.encode())).items[0].cited == cited
