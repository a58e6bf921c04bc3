"""BibTeX and RIS are read back by other programs' readers, with the same fields."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.publish.cite.works import UNSURE, WORKS

from sourcebook.errors import UsageError
from sourcebook.model import Work
from sourcebook.publish.cite import Cited, Format, find_format, formats, refer
from sourcebook.publish.cite.bibtex import escape

ALL = WORKS | UNSURE
NAMED = {"\\textbraceleft{}": "{", "\\textbraceright{}": "}", "\\textasciitilde{}": "~", "\\textasciicircum{}": "^"}


def unescaped(text):
    """Return what BibTeX means by a text that our writer escaped."""
    text = text.removeprefix("{").removesuffix("}") if text.startswith("{") else text
    for command, character in NAMED.items():
        text = text.replace(command, character)
    for character in "&%$#_":
        text = text.replace(f"\\{character}", character)
    return text.replace("\\textbackslash{}", "\\")


def parsed(text):
    from pybtex.database import parse_string

    return parse_string(text, "bibtex").entries


@pytest.mark.slow
def test_bibtex_gives_the_same_fields_to_pybtex():
    entries = parsed(formats()["bibtex"].write(ALL.values()))
    assert len(entries) == len(ALL)
    for work in ALL.values():
        reference = refer(work)
        (entry,) = (found for key, found in entries.items() if key.endswith(reference.id))
        assert unescaped(entry.fields.get("title", "")) == reference.title
        assert entry.fields.get("url", "") == reference.url
        people = entry.persons.get("author", [])
        for name, person in zip(reference.names, people, strict=True):
            family = " ".join(part.strip("{}") for part in (*person.prelast_names, *person.last_names))
            assert unescaped(family) == name.short
            assert " ".join((*person.first_names, *person.middle_names)) == name.given
            assert " ".join(person.lineage_names) == name.suffix


@pytest.mark.slow
@given(st.text(st.characters(codec="utf-8", exclude_categories=["C", "Z"]), min_size=1))
def test_any_title_survives_bibtex(title):
    (entry,) = parsed(formats()["bibtex"].write([Cited(work=Work(title=title))])).values()
    assert unescaped(entry.fields["title"]) == title


def test_no_text_can_close_its_field_or_command_latex():
    assert escape("}} \\input{x} & 50% of_it") == (
        r"\textbraceright{}\textbraceright{} \textbackslash{}input\textbraceleft{}x\textbraceright{} \& 50\% of\_it"
    )


@pytest.mark.parametrize(
    ("name", "line"),
    [
        ("a report of some days", "date = {2003-02-10/2003-02-12}"),
        ("a season", "date = {2006-21}"),
        ("about a year", "date = {1998~}"),
        ("a page of an unsure day", "date = {2009}"),
        ("a page of an unsure day", "note = {Dated 12 January or 1 December 2009}"),
        ("a corporate author", "author = {{U.S. Dept of State Bureau of Democracy, Human Rights, and Labor}}"),
        ("a particle and a suffix", "author = {de la Cruz, Jr., Jean-Paul and Aung}"),
        ("an archived article", "note = {Archived copy: Perma.cc}"),
        ("a signed article", "journaltitle = {Nairobi Evening Clarion}"),
        ("a corporate author", "urldate = {2021-05-11}"),
    ],
)
def test_bibtex_says_what_is_known(name, line):
    assert f"  {line},\n" in formats()["bibtex"].write([ALL[name]])


@pytest.mark.slow
def test_ris_gives_the_same_fields_to_rispy():
    import rispy

    text = formats()["ris"].write(ALL.values())
    records = {record["id"]: record for record in rispy.loads(text)}
    assert len(records) == len(ALL)
    for work in ALL.values():
        reference = refer(work)
        record = records[reference.id]
        assert record.get("title", "") == reference.title
        assert record.get("secondary_title", "") == reference.container
        assert record.get("publisher", "") == reference.publisher
        assert record.get("place_published", "") == reference.place
        assert "".join(record.get("urls", [])) == reference.url
        assert len(record.get("authors", [])) == len(reference.names)
        year = reference.issued.common[:1] if reference.issued else ()
        assert record.get("year", "") == "".join(f"{unit:04d}" for unit in year)


@pytest.mark.parametrize(
    ("name", "line"),
    [
        ("a page of an unsure day", "DA  - 2009///12 January or 1 December 2009"),
        ("a report of some days", "DA  - 2003/02/10/February 10–12, 2003"),
        ("a season", "DA  - 2006///Spring 2006"),
        ("a corporate author", "Y2  - 2021/05/11/"),
        ("a particle and a suffix", "AU  - de la Cruz, Jean-Paul, Jr."),
    ],
)
def test_ris_says_what_is_known(name, line):
    assert f"{line}\r\n" in formats()["ris"].write([ALL[name]])


def test_a_line_break_in_a_title_starts_no_new_ris_field():
    assert "\r\nAU  - Nobody" not in formats()["ris"].write([Cited(work=Work(title="A\r\nAU  - Nobody"))])


@pytest.mark.parametrize("name", formats())
def test_a_work_is_exported_once_and_always_alike(name):
    work = ALL["a corporate author"]
    once = formats()[name].write([work])
    assert formats()[name].write([work, work]) == once


def test_csl_is_a_json_list():
    assert [item["id"] for item in json.loads(formats()["csl"].write(ALL.values()))] == [
        work.work.id for work in ALL.values()
    ]


def test_a_format_is_one_value_in_a_table():
    toy = Format(name="toy", title="Toy", media_type="text/plain", extension="txt", write=lambda works: str(len(works)))
    assert find_format("TOY", {"toy": toy}).write(["a", "b"]) == "2"
    with pytest.raises(UsageError, match=r"'endnote'.*csl, bibtex, ris"):
        find_format("endnote")
