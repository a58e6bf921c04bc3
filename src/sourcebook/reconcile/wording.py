"""The difference between two texts word by word, so that a reader sees what was kept, dropped and added."""

from __future__ import annotations

import re
from typing import Literal

from rapidfuzz.distance import Indel

from sourcebook.model import Value

Change = Literal["same", "dropped", "added"]
_WORD = re.compile(r"\s*(?:\w[\w'’-]*|[^\w\s])")


class Run(Value, frozen=True):
    """A run of words and what became of it between the earlier text and the later."""

    change: Change
    text: str


def word_difference(earlier: str, later: str) -> tuple[Run, ...]:
    """Return the runs of words that two texts share, that only the earlier has, and that only the later has.

    Joining the runs that are not `added` gives the earlier text with its white space folded, and those that are not
    `dropped` the later one. Words keep the space before them; marks of punctuation are words of their own.
    """
    before, after = (_WORD.findall(" ".join(text.split())) for text in (earlier, later))
    runs: list[Run] = []
    for step in Indel.opcodes(before, after):
        if step.tag == "equal":
            runs.append(Run(change="same", text="".join(before[step.src_start : step.src_end])))
            continue
        for change, words in (
            ("dropped", before[step.src_start : step.src_end]),
            ("added", after[step.dest_start : step.dest_end]),
        ):
            if words:
                runs.append(Run(change=change, text="".join(words)))  # type: ignore[arg-type]
    return tuple(runs)


def lost(runs: tuple[Run, ...]) -> tuple[str, ...]:
    """Return what the later text no longer says, run by run."""
    return tuple(run.text.strip() for run in runs if run.change == "dropped")


def gained(runs: tuple[Run, ...]) -> tuple[str, ...]:
    """Return what only the later text says, run by run."""
    return tuple(run.text.strip() for run in runs if run.change == "added")
