"""Entries given as values read back as they stand, whatever their words."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sourcebook.errors import InputRefused
from sourcebook.model import Document
from sourcebook.segment import GivenEntries, GivenWork, entries_as_text, given_page, is_given

WORDS = st.text(st.characters(exclude_categories=["Cs"]), min_size=1).filter(str.strip)
WORKS = st.builds(
    GivenWork,
    title=WORDS,
    publisher=st.none() | WORDS,
    issued=st.none() | st.sampled_from(["2004", "2004-03", "2004-03-24"]),
    url=st.none() | st.just("https://example.org/a"),
    looks=st.lists(st.just("2015-03-02"), max_size=1).map(tuple),
    passages=st.lists(WORDS, unique=True, max_size=4).map(tuple),
)


@given(st.lists(WORKS, max_size=4))
def test_every_work_and_passage_reads_back_where_it_stands(works):
    text = entries_as_text(GivenEntries(sourcebook_entries=1, place="KE", collection="Found", works=tuple(works)))
    page = given_page(Document(text=text, media_type="text/plain"))
    assert is_given(text)
    assert [entry.work.title for entry in page.entries] == [work.title for work in works]
    for entry, work in zip(page.entries, works, strict=True):
        assert tuple(passage.text for passage in entry.passages) == work.passages
        assert (entry.work.issued, entry.work.url) == (work.issued, work.url)
        for passage in entry.passages:
            assert json.loads(f'"{text[passage.start : passage.end]}"') == passage.text


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('{"sourcebook_entries":1', "no JSON"),
        ('{"sourcebook_entries":1}', "place"),
        ('{"sourcebook_entries":2,"place":"KE","collection":"x","works":[]}', "not as they must be"),
        ('{"sourcebook_entries":1,"place":"KE","collection":"x","works":[{"title":3}]}', "title"),
    ],
)
def test_entries_that_are_not_as_they_must_be_are_refused(text, said):
    with pytest.raises(InputRefused, match=said):
        given_page(Document(text=text, media_type="text/plain"))
