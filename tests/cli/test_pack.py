"""`sourcebook pack` makes a file, and says first what does not exist."""

from __future__ import annotations

import pytest
from tests.cli.run import run
from tests.world.archive import WORLD
from tests.world.stored import stored_pages


@pytest.fixture(scope="module")
def book(tmp_path_factory):
    folder = tmp_path_factory.mktemp("packs")
    stored_pages(folder, WORLD.held)
    return folder / "book"


@pytest.mark.parametrize("name", ["paper.html", "paper.docx", "paper.PDF"])
def test_the_ending_of_the_file_gives_the_format(book, tmp_path, name):
    done = run("pack", "term-paper", "Andorra", "FR", "-C", book, "-o", tmp_path / name, "--as-of", "2026-11-25")
    assert done.code == 0
    assert (tmp_path / name).read_bytes()[:4] in {b"<!do", b"PK\x03\x04", b"%PDF"}
    assert "`address` in sourcebook.toml" in done.err


def test_a_teachers_pack_without_a_country_takes_every_one(book, tmp_path):
    assert run("pack", "teacher", "-C", book, "-o", tmp_path / "lesson.html").code == 0
    assert "Andorra, Fiji, France" in (tmp_path / "lesson.html").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["poster", "AD", "-o", "x.html"], "There is no pack 'poster'"),
        (["brief", "AD", "-o", "x.odt"], "cannot be written as '.odt'"),
        (["brief", "AD", "-o", "x.html", "--style", "oxford"], "There is no style 'oxford'"),
        (["brief", "AD", "-o", "x.html", "--theme", "zzzz"], "There is no theme 'zzzz'"),
        (["brief", "-o", "x.html"], "A pack is of some country"),
        (["brief", "PL", "-o", "x.html"], "no page of any of these"),
        (["brief", "Atlantis", "-o", "x.html"], "No country has this name"),
    ],
)
def test_what_does_not_exist_is_refused_and_nothing_is_written(book, tmp_path, arguments, words):
    arguments = [str(tmp_path / one) if one.startswith("x.") else one for one in arguments]
    done = run("pack", *arguments, "-C", book)
    assert done.code == 2
    assert words in done.err
    assert not list(tmp_path.iterdir())


def test_a_file_that_cannot_be_written_is_named(book, tmp_path):
    done = run("pack", "brief", "AD", "-C", book, "-o", tmp_path / "nowhere" / "x.html")
    assert done.code == 1
    assert "nowhere" in done.err
