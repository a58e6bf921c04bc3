"""A page composed from values is read back as those values, in each manner in which the archive's pages are saved."""

import html
import random
import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.laws.composed import a_page

from sourcebook.read import document
from sourcebook.segment import page_form, segment_page


def form_of(text):
    found = document(text.encode())
    return page_form(segment_page(found), found)


def as_html(text):
    """Return a page's text as the markup of a word processor's page, its addresses as links."""
    rows = []
    for part in re.split(r"\n\s*?\n+", text.strip()):
        lines = [html.escape(line.strip()) for line in part.split("\n")]
        lines = [f'<a href="{line}">{line}</a>' if line.startswith(("www.", "http")) else line for line in lines]
        items = "".join(f"<li>{line[2:]}" for line in lines)
        rows.append(
            f"<ul>{items}</ul>" if lines[0].startswith("•") else f"<p class=MsoNormal><span>{'<br>'.join(lines)}</span>"
        )
    return f"<html><head><title>x</title></head><body><table><tr><td>{chr(10).join(rows)}</table></body></html>"


def wanted(entry, manner):
    """Return an entry's fields as its form must give them."""
    written = [note.text for note in entry.notes if note.odd]
    issued = entry.date[1] if entry.date else None
    either = bool(issued) and issued.startswith("[")
    fields = {
        "section": entry.section,
        "title": entry.title,
        "credit": entry.credit,
        "accessed": [note.edtf for note in entry.notes],
        "passages": len(entry.paragraphs) + len(entry.items),
        "author": entry.author,
        "publisher": entry.publisher,
        "place": entry.place,
        "published": None if either else issued,
        "published_ambiguous": issued.strip("[]").split(",") if either else None,
        "headings": entry.headings,
        "urls": list(dict.fromkeys(entry.urls)) if manner != "blank" else [],
        "archived_copy_noted": entry.archived is not None,
        "access_date_unavailable": entry.unavailable,
        "paragraph_numbers": entry.numbers,
        "format_noted": "PDF" if "[PDF]" in entry.title else "DOC" if "[DOC]" in entry.title else None,
        "source_link_missing": bool(entry.source) and not (entry.urls and manner != "blank"),
        "first_passage_starts": entry.paragraphs[0][:60] if entry.paragraphs else "",
        "accessed_as_written": written if manner != "wrapped" else None,
    }
    if manner == "wrapped":
        del fields["accessed_as_written"]
    return {name: value for name, value in fields.items() if value not in (None, [], False, "")}


def found_fields(entry, want):
    return {name: entry.get(name) for name in want}


@pytest.mark.parametrize("manner", ["blank", "tight", "wrapped"])
@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.integers(0, 4_000))
def test_a_composed_page_is_read_back(manner, seed):
    page = a_page(random.Random(seed), manner)
    form = form_of(page.text)
    assert [entry["title"] for entry in form["entries"]] == [entry.title for entry in page.entries]
    for entry, got in zip(page.entries, form["entries"], strict=True):
        want = wanted(entry, manner)
        assert found_fields(got, want) == want
    assert form["place"] == page.place
    assert form["heading"] == page.heading
    assert [phone for entry in form["help"] for phone in entry["phones"]] == page.phones
    assert form["study_themes"] == [theme.lower() for theme in page.themes]
    assert form["unplaced"] == []


@settings(max_examples=40, deadline=None)
@given(st.integers(0, 100_000), st.sampled_from(["blank", "tight"]), st.sampled_from(["utf-8", "cp1252"]))
def test_a_page_saved_as_html_holds_what_its_text_holds(seed, manner, charset):
    text = a_page(random.Random(seed), manner).text
    found = document(as_html(text).encode(charset), name="page.htm")
    form, plain = page_form(segment_page(found), found), form_of(text)
    assert form["entries"] == plain["entries"]
    assert form["heading"].split() == plain["heading"].split()  # markup folds double spaces
    assert (form["background"], form["summary"]) == (plain["background"], plain["summary"])
