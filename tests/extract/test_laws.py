"""What holds of claims for any text."""

from __future__ import annotations

import unicodedata

from hypothesis import given, settings
from hypothesis import strategies as st

from sourcebook.extract import claims
from sourcebook.model import to_json

PIECES = st.sampled_from(
    [
        "In 2014, ", "between 5 and ", "12 girls ", "1,057 boys and ", "of whom 3 ", "(7 of them) ", "no victims ", "were identified",
        ", including ", "from Mali ", "to Côte d’Ivoire ", "Nepali women ", "; ", ". ", " - ", "compared with ", "the 33 rings ",
        "one in five ", "half of the ", "$500 ", "percent ", "trafficked ", "convicted ", "up from ", "respectively", "\n", "(4, 9)",
        "\u200f", "e\u0301", "in all ", "a dozen ", "each year ", "said the police", "Tier 2 ", "both ", "\u0130", "2 0 1 4 ",
    ]
)  # fmt: skip
TEXTS = st.one_of(st.text(max_size=80), st.lists(PIECES, max_size=24).map("".join))


@given(TEXTS)
@settings(deadline=None)
def test_any_text_is_read_and_its_spans_hold_the_words_of_its_numbers(text):
    found = claims(text, about="KE")
    assert [f.number for f in found.figures] == [text[f.start : f.end] for f in found.figures]
    spans = [(c.start, c.end) for c in (*found.figures, *found.routes, *found.themes, *found.tiers)]
    spans += [(r.start, r.end) for c in (*found.figures, *found.routes) for r in c.reasons]
    assert all(0 <= start < end <= len(text) for start, end in spans)
    to_json(found)


@given(TEXTS)
@settings(deadline=None)
def test_ids_are_unique_and_parts_lead_to_a_whole(text):
    figures = {figure.id: figure for figure in claims(text, about="KE").figures}
    assert len(figures) == len(claims(text, about="KE").figures)
    for figure in figures.values():
        seen = set()
        while figure.part_of:
            assert figure.id not in seen
            seen.add(figure.id)
            figure = figures[figure.part_of]  # noqa: PLW2901
        assert figure.same_as is None or figure.same_as in figures


@given(TEXTS)
@settings(deadline=None)
def test_composed_and_decomposed_text_claim_the_same(text):
    def values(form):
        found = claims(unicodedata.normalize(form, text), about="KE")
        return [(f.low, f.high, f.counts, f.place, f.period) for f in found.figures], [
            (r.origin, r.destination) for r in found.routes
        ]

    assert values("NFC") == values("NFD")


@given(TEXTS)
@settings(deadline=None)
def test_a_sentence_that_claims_nothing_moves_the_offsets_and_nothing_else(text):
    before = "The meeting was quiet.\n\n"
    alone, moved = claims(text, about="KE").figures, claims(before + text, about="KE").figures
    assert [(f.start + len(before), f.low, f.counts, f.part_of) for f in alone] == [
        (f.start, f.low, f.counts, f.part_of) for f in moved
    ]
