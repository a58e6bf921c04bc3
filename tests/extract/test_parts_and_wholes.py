"""What the parts of a whole take over from it, and what is said of a part and never of its whole."""

from __future__ import annotations

import pytest

from sourcebook.extract import claims

FLOWN = (
    "Of the 64 Nepali women brought back from domestic servitude in Kuwait, 51 gave evidence, twelve knew the agent and"
    " just two agreed to appear in court."
)
SENT = "Of the 96 cases sent to court, 40 - pimping, 31 - trade in persons (including 8 with minors), and 25 - forced labour."


def values(text, field, about="KE"):
    return [getattr(figure, field) for figure in claims(text, about=about).figures]


@pytest.mark.parametrize(
    ("field", "text", "expected"),
    [
        ("counts", FLOWN, ["victims"] * 4),
        ("part_of", FLOWN, [None, "f1", "f1", "f1"]),
        ("sex", FLOWN, ["female"] * 4),
        ("exploitation", FLOWN, ["domestic"] * 4),
        ("counts", "Of the 30 girls freed from forced begging, nine told lies.", ["victims", "victims"]),
        ("age", "Of the 30 girls freed from forced begging, nine told lies.", ["minor", "minor"]),
        ("counts", "The ministry paid for six transit centres.", ["places"]),
        ("exploitation", SENT, [None, "sexual", None, None, "labour"]),
        ("exploitation", "Of 12 convictions, seven \N{EN DASH} forced begging, five \N{EN DASH} pimping.",
         [None, "begging", "sexual"]),
        ("sex", "It found 212 victims; 17 of the 212 were boys.", [None, "male", None]),
        ("age", "It found 212 victims; 17 of the 212 were boys.", [None, "minor", None]),
        ("age", "It found 212 victims; 17 of the 212 victims were under 18.", [None, "minor", None]),
        ("sex", "Some 500 children sell water. Seven out of ten of these children are girls.", [None, "female"]),
        ("age", "Half of the women were adults.", ["adult"]),
    ],
)  # fmt: skip
def test_a_part_takes_over_from_its_whole_and_keeps_what_is_said_of_it(field, text, expected):
    assert values(text, field) == expected


def test_a_blank_line_ends_a_sentence_whatever_the_next_paragraph_opens_with():
    found = claims("All was calm\n\n// 40 victims, 12 percent were minors", about="KE").figures
    alone = claims("// 40 victims, 12 percent were minors", about="KE").figures
    assert [(f.low, f.part_of) for f in found] == [(f.low, f.part_of) for f in alone]


def test_the_end_of_a_paragraph_ends_a_sentence_after_a_short_form_too():
    found = claims("They left at 5 p.m.\n\nThe police freed nine girls.", about="KE").figures
    assert [(f.low, f.said_by) for f in found] == [(9, None)]
