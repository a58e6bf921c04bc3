"""Marks: fill and shape are told apart without colour, and always have their word."""

from __future__ import annotations

from itertools import product

from tests.publish.site.pictures.gallery import WORDS

from sourcebook.publish.site.pictures.shapes import PURPOSES, SHAPES, STATUSES, inline_mark, mark_paths, marks_key
from sourcebook.publish.site.render import environment


def test_every_status_and_purpose_has_a_mark_of_its_own():
    marks = {mark_paths(0, 0, status, shape) for status, shape in product(STATUSES, SHAPES)}
    assert len(marks) == len(STATUSES) * len(SHAPES)
    assert set(SHAPES) == set(PURPOSES)


def test_what_is_unknown_has_the_mark_of_what_was_not_said():
    assert mark_paths(0, 0, "guessed", "tourism") == mark_paths(0, 0, None, None) == mark_paths(0, 0, "unsaid", "any")


def test_a_key_explains_what_a_drawing_uses_and_nothing_else():
    assert [one.text for one in marks_key(iter(["estimated", None, "identified"]), iter([None, "sexual"]), WORDS)] == [
        "identified",
        "estimated",
        "not said how known",
        "sexual exploitation",
        "several purposes, or not said",
    ]
    assert marks_key(["identified"], [None], WORDS) == ()


def test_a_mark_in_a_text_is_silent_for_its_word_stands_beside_it():
    html = str(environment(WORDS).get_template("pictures/mark.html").module.mark(inline_mark("presumed", "labour")))
    assert html.startswith('<svg class="k" viewBox="-9 -9 18 18" aria-hidden="true">')
    assert html.count("<path") == 2
