"""A cue spares work and never decides: with every cue said to be there, the same is read."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from sourcebook.extract import claims
from sourcebook.extract.cues import Cue, cues_of
from sourcebook.extract.route_words import HARM, first_harm
from sourcebook.extract.sentence import Sentence

EVIDENCE = Path(__file__).parents[2] / "bench" / "evidence"
TEXTS = [
    json.loads(line)["text"]
    for name in ("passages.jsonl", "themes.jsonl")
    for line in (EVIDENCE / name).read_text(encoding="utf-8").splitlines()
]


def test_the_same_is_read_where_every_pattern_is_tried(monkeypatch):
    spared = [claims(text, about="KE") for text in TEXTS]
    monkeypatch.setattr(Sentence, "cues", property(lambda _: -1, lambda _, _bits: None))
    monkeypatch.setattr(Cue, "search", lambda cue, text, *span: cue.pattern.search(text, *span))
    monkeypatch.setattr(Cue, "finditer", lambda cue, text, *span: cue.pattern.finditer(text, *span))
    assert [claims(text, about="KE") for text in TEXTS] == spared


@pytest.mark.parametrize(
    ("words", "there"),
    [
        (["sold"], True),
        (["resold"], True),
        (["per"], True),
        (["as-per"], True),
        (["percent"], False),
        (["person", "14", ","], False),
        ([], False),
    ],
)
def test_a_word_cues_a_pattern_by_a_part_of_it_or_as_a_whole(words, there):
    cue = Cue(r"sold|\bper\b", "sold =per")
    assert bool(cues_of(words) & cue.bit) is there
    assert re.search(cue.pattern, " ".join(words)) is None or there


@pytest.mark.parametrize("text", TEXTS)
def test_harm_is_first_said_where_a_search_finds_it(text):
    low = text.lower()
    match = HARM.pattern.search(low)
    assert first_harm(low) == (match.start() if match else len(low))
