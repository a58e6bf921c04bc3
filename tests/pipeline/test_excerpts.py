"""The share of a work that is quoted is told where a kept copy of it can be read, and warned of at publishing."""

from __future__ import annotations

import io

import pytest
from tests.pipeline.web import HTML, LOST, new, quick, site
from tests.preserve.loopback import answer

from sourcebook.cli.publish import _warn_of_excerpts
from sourcebook.pipeline.capture import capture
from sourcebook.pipeline.document import add
from sourcebook.pipeline.excerpts import excerpts_of
from sourcebook.pipeline.sources import Source
from sourcebook.settings import Excerpts, Settings

NOW = "2026-01-02T03:04:05Z"
QUOTED = "Police freed fourteen girls in May of that year."
PAGE = """Human Trafficking

Kenya

*** ARCHIVES ***

Girls freed on the coast

The Coast Paper, 4 June 2011

{url}

[accessed 5 June 2012]

{quoted}
"""


@pytest.fixture(autouse=True)
def private(monkeypatch):
    quick(monkeypatch)


def quoted_from(tmp_path, words):
    """Return the folder of a sourcebook that quotes nine words of a kept work of so many words."""
    folder = new(tmp_path / "s")
    body = f"<html><body><article><p>{'word ' * (words - 9)}{QUOTED}</p></article></body></html>"
    page = answer("200 OK", body, HTML)
    with site({"/a": page, "/robots.txt": LOST}) as server:
        url = server.url("/a")
        text = PAGE.format(url=url, quoted=QUOTED).encode()
        assert (
            add(folder, [Source(shown="Kenya", name="Kenya.txt", open=lambda: io.BytesIO(text))], now=NOW).refused == 0
        )
        (done,) = capture(folder, [url])
    assert done.result == "kept"
    return folder


def test_the_share_of_a_kept_work_is_told_and_judged(tmp_path, capsys):
    folder = quoted_from(tmp_path, 90)
    strict = Settings(excerpts=Excerpts(most_share=0.05))
    (one,) = excerpts_of(folder, strict)
    assert (one.words, one.of, one.share, one.over) == (9, 90, 0.1, True)
    assert excerpts_of(folder, Settings(excerpts=Excerpts(most_share=0.1)))[0].over is False
    _warn_of_excerpts(folder, strict)
    assert "“Girls freed on the coast” with 9 words, 10% of it" in capsys.readouterr().err


def test_no_share_is_told_of_a_page_that_says_too_little_to_be_the_work(tmp_path):
    (one,) = excerpts_of(quoted_from(tmp_path, 20), Settings())
    assert (one.words, one.of, one.share, one.over) == (9, None, None, False)
