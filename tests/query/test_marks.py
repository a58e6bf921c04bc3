import pytest
from hypothesis import given
from hypothesis import strategies as st

from sourcebook.query.marks import marked
from sourcebook.query.words import units

CASES = [
    ("Glass workers held by debt", "workers", "Glass [workers] held by debt"),
    ("Glass workers held by debt", "work*", "Glass [workers] held by debt"),
    ("Glass workers held by debt", "work", "Glass workers held by debt"),
    ("Held by debt, held", '"held by" held', "[Held by] debt, [held]"),
    ("Travail forcé", "FORCE", "Travail [forcé]"),
    ("Forced labor and labour", "labour", "Forced [labor] and [labour]"),
    ("<b>law</b>", "b", "<[b]>law</[b]>"),
    ("", "law", ""),
]


@pytest.mark.parametrize(("text", "typed", "wanted"), CASES)
def test_marks_stand_where_the_words_do(text, typed, wanted):
    assert "".join(f"[{p.text}]" if p.marked else p.text for p in marked(text, units(typed))) == wanted


def test_a_long_text_is_cut_around_its_first_mark_at_words():
    text = "before " * 200 + "found " + "after " * 200
    pieces = marked(text, units("found"), longest=100)
    shown = "".join(piece.text for piece in pieces)
    assert shown.startswith("…before")
    assert shown.endswith("…")
    assert [piece.text for piece in pieces if piece.marked] == ["found"]
    assert len(shown) <= 102
    assert shown.strip("…") in text


@given(st.text(max_size=200), st.text(max_size=30))
def test_the_pieces_of_a_short_text_are_the_text(text, typed):
    assert "".join(piece.text for piece in marked(text, units(typed), longest=200)) == text
