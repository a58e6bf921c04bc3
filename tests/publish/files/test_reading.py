"""A view that remembers answers as the archive does, in whatever order it is asked."""

from __future__ import annotations

import random

import pytest
from tests.world.archive import WORLD
from tests.world.stored import stored_pages

from sourcebook.publish.files import reading
from sourcebook.publish.files.reading import OF_A_COUNTRY, RememberingView
from sourcebook.query.beside import beside

PLACES = tuple(sorted({page.place for page in WORLD.held}))
OF_A_FIGURE = ("figure", "family_of", "read_by")


@pytest.fixture(scope="module")
def archive(tmp_path_factory):
    return stored_pages(tmp_path_factory.mktemp("world"), WORLD.held)


def questions(view):
    """Return everything that pages ask, as (what, asked of a view)."""
    works = view.inventory().works
    figures = [figure for work in works for figure in work.figures] + ["0" * 12]
    passages = [passage for work in works for passage in work.passages] + ["0" * 12]
    asked = [lambda view, one=one, how=how: getattr(view.evidence, how)(one) for one in figures for how in OF_A_FIGURE]
    asked += [lambda view, one=one: view.evidence.findings_of([one]) for one in figures]
    asked += [lambda view, one=one: view.evidence.figures_in(one) for one in passages]
    asked += [lambda view, one=one: view.passage(one) for one in passages]
    asked += [lambda view, one=one: (view.work(one.id), view.visits(one.id)) for one in works]
    asked += [
        lambda view, place=place: (view.page(place), view.entries(place), beside(view, place)) for place in PLACES
    ]
    asked += [lambda v, p=place, how=how: getattr(v.evidence, how)(p) for place in PLACES for how in OF_A_COUNTRY]
    asked += [lambda view: view.evidence.findings_of(figures), lambda view: view.evidence.held(), lambda v: v.pages()]
    return asked


@pytest.mark.parametrize("kept", [0, 2000])
def test_every_answer_is_that_of_the_archive(archive, monkeypatch, kept):
    monkeypatch.setattr(reading, "KEPT_FIGURES", kept)
    monkeypatch.setattr(reading, "KEPT_PASSAGES", kept)
    with archive.view() as view:
        asked = questions(view)
        random.Random(kept).shuffle(asked)
        remembering = RememberingView(view)
        assert any(one(view) for one in asked)
        for one in (*asked, *reversed(asked)):
            assert one(remembering) == one(view)


def test_the_figures_of_an_entry_are_read_once(archive):
    read = []
    with archive.view() as view:
        view._connection.set_trace_callback(read.append)  # the statements that reach the database
        remembering = RememberingView(view)
        work = max(view.inventory().works, key=lambda work: len(work.figures))
        assert len(work.figures) > 1
        remembering.evidence.figure(work.figures[0])
        before = len(read)
        for figure in work.figures:
            remembering.evidence.figure(figure)
            remembering.evidence.family_of(figure)
            remembering.evidence.read_by(figure)
            remembering.evidence.findings_of([figure])
        assert len(read) == before
