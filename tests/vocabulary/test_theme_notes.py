"""Every theme has a meaning with a source, and its ties lead to themes that there are, both ways."""

from __future__ import annotations

import pytest

from sourcebook.vocabulary.theme_notes import theme_notes
from sourcebook.vocabulary.themes import themes


def test_every_theme_has_a_note_and_every_note_a_theme():
    assert list(theme_notes()) == list(themes())


@pytest.mark.parametrize("key", themes())
def test_a_note_is_a_sentence_with_a_source_and_ties_that_hold_both_ways(key):
    note = theme_notes()[key]
    assert note.means[0].isupper()
    assert note.means.endswith(".")
    assert note.source
    assert key not in note.kindred
    assert all(key in theme_notes()[other].after for other in note.before)
    assert all(key in theme_notes()[other].before for other in note.after)
    assert all(key in theme_notes()[other].kindred for other in note.kindred)


@pytest.mark.parametrize("key", themes())
def test_only_a_precursor_comes_before_another_theme(key):
    kinds = {themes()[other].kind for other in theme_notes()[key].before}
    assert kinds <= {"precursors"}
    assert not theme_notes()[key].after or themes()[key].kind == "precursors"


def test_a_sector_of_isic_is_defined_after_isic():
    for key, theme in themes().items():
        if theme.isic:
            assert theme_notes()[key].source.startswith("ISIC")
