"""Pages beside which the right answers stand."""

from pathlib import Path

import pytest
from tests.segment.answers import differences, read

OWN = Path(__file__).parents[1] / "vectors" / "pages"
SHARED = Path(__file__).parents[3] / "shared" / "data" / "pages"
PAGES = [*sorted(OWN.glob("*.txt")), *sorted(SHARED.glob("*.txt"))]


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_every_field_of_a_page_is_right(path):
    _, wrong = differences(path)
    assert wrong == []


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_the_spans_are_the_text(path):
    found, page = read(path)
    assert "".join(found.text[span.start : span.end] for span in page.spans) == found.text


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_every_passage_stands_where_it_says(path):
    found, page = read(path)
    for entry in page.entries:
        for passage in (entry.title_passage, *entry.passages):
            there = "".join(found.text[passage.start : passage.end].split())
            assert there.startswith("".join(passage.text.split())[:20])
            assert there.endswith("".join(passage.text.split())[-20:])
