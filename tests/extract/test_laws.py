"""What holds of claims for any text."""

from __future__ import annotations

import os
import subprocess
import sys
import unicodedata
from pathlib import Path

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
        "Albanians (947) ", "in Bangkok ", "the two years to March 2015 ", "ten of the 12 ", "while 9 ", ", all women", "24. ",
        "twice as many as 5 ", "the figures were 3, 4 ", "accounted for 78 percent ", "the share of men ", ", but no longer in Japan",
        "by the reckoning of ", "(2012: eight and 25) ", "others ", "for labour ", "took in ", "Filipinas ", "Every year ", "accused ",
        "\x00", "\x01\x01 ",
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
def test_a_text_read_twice_claims_the_same(text):
    assert to_json(claims(text, about="KE")) == to_json(claims(text, about="KE"))


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


READ_ALL = """
import json, pathlib, sys
from sourcebook.extract import claims
from sourcebook.model import to_json
for path in sorted(pathlib.Path(sys.argv[1]).glob("varied-*.jsonl")):
    for line in path.read_text("utf-8").splitlines():
        passage = json.loads(line)
        sys.stdout.buffer.write(to_json(claims(passage["text"], about=passage["about"])))
"""


def test_every_process_claims_the_same_whatever_its_hash_seed():
    evidence = Path(__file__).parents[2] / "bench" / "evidence"

    def read(seed):
        environment = os.environ | {"PYTHONHASHSEED": seed}
        return subprocess.check_output([sys.executable, "-c", READ_ALL, str(evidence)], env=environment)

    assert read("1") == read("2")


def test_a_span_takes_the_marks_on_its_last_letter():
    text = unicodedata.normalize("NFD", "Girls worked in a café.")
    spans = [text[theme.start : theme.end] for theme in claims(text, about="KE").themes]
    assert "cafe\u0301" in spans
