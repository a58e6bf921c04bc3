"""An article goes in as a work of the country that it is about, and is read in again alike."""

from __future__ import annotations

from tests.pipeline.archives import new, put, shown

from sourcebook.pipeline.restore import restore
from sourcebook.store import SqliteStore

PAGE = """<!DOCTYPE html><html lang="en"><head><title>Boys counted in Ghana</title>
<meta property="og:site_name" content="Harbour Media"><meta property="article:published_time" content="2011-03-04">
<meta name="author" content="Ana Petrel"></head><body><nav><a href="/">Home</a></nav><article>
<p>In 2010 police freed 120 boys from the kilns of Ghana, the labour inspector said, and sent them to a shelter.</p>
<p>Some of them had come from Togo with a man who had promised a school and a bed to their mothers.</p></article>
<div class="comments"><p>I have read of 5,000 boys in Ghana in another paper, why not here?</p></div></body></html>"""
TOPIC = "article-2011-boys-counted-in-ghana"


def test_an_article_becomes_a_work_with_its_passages_and_figures(tmp_path):
    path, folder = tmp_path / "article.html", new(tmp_path / "archive")
    path.write_text(PAGE)
    (outcome,) = put(folder, path).outcomes
    assert (outcome.status, outcome.place, outcome.topic, outcome.passages) == ("added", "GH", TOPIC, 2)
    with SqliteStore(folder).view() as view:
        (placed,) = view.entries("GH", TOPIC)
        work = placed.entry.work
        assert (work.title, work.authors, work.publisher, work.issued, work.language) == (
            "Boys counted in Ghana", ("Ana Petrel",), "Harbour Media", "2011-03-04", "en"
        )  # fmt: skip
        assert [figure.number for figure in view.evidence.figures("GH")] == ["120"]
    before = shown(folder)
    (folder / "sourcebook.db").unlink()
    restore(folder)
    assert shown(folder) == before


def test_an_article_about_no_country_needs_to_be_told_one(tmp_path):
    path, folder = tmp_path / "article.html", new(tmp_path / "archive")
    path.write_text(PAGE.replace("Ghana", "the north").replace("Togo", "the south"))
    (outcome,) = put(folder, path).outcomes
    assert (outcome.status, "--place COUNTRY" in outcome.reason) == ("refused", True)
