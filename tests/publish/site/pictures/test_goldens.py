"""A golden drawing of each picture; `WRITE_GOLDENS=1` writes them anew, to be looked at before they stay."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from tests.publish.site.pictures.gallery import gallery, shown, sums_shown

GOLDEN = Path(__file__).with_name("golden")
PICTURES = {name: shown(picture) for name, picture in gallery().items()} | {"sums": sums_shown()}


@pytest.mark.parametrize("name", PICTURES)
def test_a_picture_is_as_it_was_when_somebody_last_looked_at_it(name):
    golden = GOLDEN / f"{name}.html"
    if os.environ.get("WRITE_GOLDENS"):
        golden.parent.mkdir(exist_ok=True)
        golden.write_text(PICTURES[name], encoding="utf-8")
    assert PICTURES[name] == golden.read_text(encoding="utf-8")


def test_every_golden_is_of_a_picture_that_there_is():
    assert {path.stem for path in GOLDEN.glob("*.html")} == set(PICTURES)
