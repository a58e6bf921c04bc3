"""Every style writes what pandoc's citeproc writes, to the character and the italics."""

from __future__ import annotations

import pytest
from tests.publish.cite.oracle import ask, marked
from tests.publish.cite.works import UNSURE, WORKS

from sourcebook.errors import UsageError
from sourcebook.model import Visit, Work
from sourcebook.publish.cite import Cited, Locator, Mark, Style, cite, refer, styles, to_csl, to_plain
from sourcebook.publish.cite.citation import find_style
from sourcebook.publish.cite.runs import plain

# What differs from the oracle, by style and work, with the reason; none does, and none may be added silently.
DIFFERENCES: dict[tuple[str, str], str] = {}


def items(works):
    return [to_csl(work) | {"id": f"w{place}"} for place, work in enumerate(works)]


def ours(work, style, number=1):
    return marked(styles()[style].entry(refer(work), Mark(number=number)))


def test_forty_works_of_every_shape_are_compared():
    assert len(WORKS) == 40
    assert list(styles()) == ["apa", "mla", "chicago", "harvard", "ieee"]


@pytest.mark.slow
@pytest.mark.parametrize("style", styles())
def test_an_entry_equals_the_oracles(style):
    entries, _ = ask(items(WORKS.values()), style)
    pairs = {
        (style, name): (ours(work, style, place + 1), entries[f"w{place}"])
        for place, (name, work) in enumerate(WORKS.items())
    }
    assert {key: pair for key, pair in pairs.items() if pair[0] != pair[1]}.keys() == {
        key for key in DIFFERENCES if key[0] == style
    }


@pytest.mark.slow
@pytest.mark.parametrize("style", styles())
@pytest.mark.parametrize("locator", [None, Locator(label="paragraph", value="3"), Locator(label="page", value="14")])
def test_a_citation_in_a_sentence_equals_the_oracles(style, locator):
    words = {None: "", "paragraph": ", para. 3", "page": ", p. 14"}[locator and locator.label]
    keys = [f"w{place}" for place in range(len(WORKS))]
    _, cites = ask(items(WORKS.values()), style, tuple((key, words) for key in keys))
    found = {
        name: marked(styles()[style].in_text(refer(at(work, locator)), Mark(number=place + 1)))
        for place, (name, work) in enumerate(WORKS.items())
    }
    assert found == {name: cites[f"w{place}"] for place, name in enumerate(WORKS)}


def at(work, locator):
    return Cited(work=work.work, visits=work.visits, locator=locator)


@pytest.mark.slow
@pytest.mark.parametrize("style", styles())
def test_each_day_of_an_unsure_date_is_what_the_oracle_writes_for_that_day(style):
    """CSL cannot say "one of these days": we print both, and either alone is the oracle's."""
    for day in (0, 1):
        each = [
            Cited(work=dated(work.work, work.work.issued.strip("[]").split(",")[day]), visits=work.visits)
            for work in UNSURE.values()
        ]
        entries, _ = ask(items(each), style)
        assert {f"w{place}": ours(work, style, place + 1) for place, work in enumerate(each)} == entries


def reading_list_with_likenesses():
    """Return the forty, and others that only a letter, a second name or a title tells from them."""
    body = "U.S. Dept of State Bureau of Democracy, Human Rights, and Labor"
    more = [
        {"title": "2017 Country Reports on Human Rights Practices", "publisher": body, "issued": "2018-04-20"},
        {"title": "Another report of the same year", "publisher": body, "issued": "2018-01-20"},
        {"title": "A third, without a date", "publisher": body},
        {"title": "A fourth, without a date", "publisher": body},
        {"title": "Boys walk home", "publisher": "Kisumu Evening Herald", "issued": "2010-03-04"},
        {"title": "Another by Robson", "authors": ("Tony Robson",), "issued": "2002-03-04"},
        {"title": "Third by Robson", "authors": ("Tony Robson", "Ann Bell"), "issued": "2001-03-04"},
        {"title": "Fourth by Robson", "authors": ("Tony Robson",), "issued": "1999"},
        {"title": "Étude de la route", "authors": ("Émile Zola",), "issued": "1999"},
        {"title": "The ends of the road", "authors": ("Ursula von Ende",), "issued": "1999"},
        {"title": "A way out", "issued": "1999"},
    ]
    listed = [Cited(work=Work(**fields), visits=(Visit(when="2020-01-01"),)) for fields in more]
    return [*reversed(listed), *WORKS.values()]


@pytest.mark.slow
@pytest.mark.parametrize("style", styles())
def test_a_reading_list_is_sorted_lettered_and_numbered_as_the_oracles(style):
    works = reading_list_with_likenesses()
    entries, _ = ask([to_csl(work) for work in works], style)
    assert [(one.id, marked(one.entry)) for one in cite(works, style)] == list(entries.items())


def dated(work, day):
    return Work(**{field: getattr(work, field) for field in work.__struct_fields__} | {"issued": day})


@pytest.mark.parametrize(
    ("style", "name", "expected"),
    [
        ("apa", "a page of an unsure day", "(2009, January 12 or December 1)"),
        ("mla", "a page of an unsure day", "12 Jan. or 1 Dec. 2009"),
        ("chicago", "a page of an unsure day", "2009. “Ferrymen Charged.” January 12 or December 1."),
        ("harvard", "an unsigned article of an unsure day", "(2004)"),
        ("harvard", "an unsigned article of an unsure day", ", 3 February or 2 March."),
        ("ieee", "an unsigned article of an unsure day", "Feb. 03 or Mar. 02, 2004"),
        ("ieee", "a report of an unsure day", "Apr. or Dec. 2003"),
    ],
)
def test_an_unsure_date_is_printed_as_unsure(style, name, expected):
    assert expected in to_plain(styles()[style].entry(refer(UNSURE[name]), Mark()))


def test_a_style_is_one_value_in_a_table():
    toy = Style(
        name="toy",
        title="Toy",
        entry=lambda reference, mark: plain(f"{mark.number} {reference.title}"),
        in_text=lambda reference, _: plain(reference.title),
        order=lambda reference: (reference.title,),
    )
    works = [Cited(work=Work(title=title)) for title in "cab"]
    assert [entry.plain for entry in cite(works, toy)] == ["1 a", "2 b", "3 c"]
    assert find_style("TOY", {"toy": toy}) is toy


def test_an_unknown_style_names_those_there_are():
    with pytest.raises(UsageError, match=r"'vancouver'.*apa, mla, chicago, harvard, ieee"):
        cite([], "vancouver")


def test_markup_in_a_title_is_escaped_and_only_web_addresses_are_links():
    work = Work(title='<script>alert("1")</script> & more', url="javascript:alert(1)")
    (citation,) = cite([Cited(work=work, visits=(Visit(when="2020"),))], "apa")
    assert "<script" not in citation.html
    assert "<a " not in citation.html
    assert "javascript:alert(1)" in citation.plain
