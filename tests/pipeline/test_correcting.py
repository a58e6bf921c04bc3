"""Corrections: a field takes only what a figure can hold."""

from __future__ import annotations

import pytest

from sourcebook.errors import UsageError
from sourcebook.pipeline.decide import corrected_field


@pytest.mark.parametrize(
    ("name", "value", "kept"),
    [
        ("status", "identified", '"identified"'),
        ("status", "null", "null"),
        ("low", "1,200", "1200.0"),
        ("place", "BY", '"BY"'),
        ("origin", "ua, md", '["UA","MD"]'),
        ("period", "2004", '"2004"'),
    ],
)
def test_a_field_takes_what_a_figure_can_hold(name, value, kept):
    assert corrected_field(name, value) == (name, kept)


@pytest.mark.parametrize(
    ("name", "value", "told"),
    [
        ("status", "nonsense", "identified, presumed, estimated, assisted"),
        ("qualifier", "null", "exact, about"),
        ("sex", "women", "female, male"),
        ("low", "many", "low=591"),
        ("place", "Atlantis", "two letters"),
        ("origin", "UA, XX", "two letters"),
        ("reasons", "x", "Choose one of"),
    ],
)
def test_a_value_that_no_figure_can_hold_is_refused_with_what_it_can(name, value, told):
    with pytest.raises(UsageError) as refused:
        corrected_field(name, value)
    assert told in f"{refused.value} {refused.value.next_step}"
