"""BibTeX and BibLaTeX as people write them become works."""

from __future__ import annotations

import time
import tracemalloc

import pytest

from sourcebook.errors import InputRefused
from sourcebook.read import document
from sourcebook.segment.library import library_in
from sourcebook.segment.library.latex import to_address, to_text
from sourcebook.settings import Limits


def library(text, encoding="utf-8"):
    return library_in(document(text.encode(encoding)))


def work(text):
    (item,) = library(text).items
    return item.cited.work


@pytest.mark.parametrize(
    ("tex", "text"),
    [
        (r"M{\"u}ller", "Müller"),
        (r"\'E\'{e}n\`a \v{S}\c{c}\aa\o{} \ss", "Éénà Šçåø ß"),
        (r"The {{BBC}} and {UN}icef", "The BBC and UNicef"),
        (r"50\% of \$3 \& more\_or less \#1", "50% of $3 & more_or less #1"),
        (r"pages 3--4 --- ``so'' said 'he'", "pages 3–4 — “so” said 'he'"),
        (r"a~b\textbraceleft{}c", "a b{c"),
        (r"\emph{Daily} \textbf{News}", "Daily News"),
        ("plain  text\n over lines", "plain text over lines"),
        ("Київ 東京 é", "Київ 東京 é"),
        ("{" * 3000 + "deep" + "}" * 3000, "deep"),
        ("\\" * 50, None),
    ],
)
def test_tex_becomes_the_text_that_it_means(tex, text):
    read = to_text(tex)
    assert isinstance(read, str) if text is None else read == text


def test_an_address_keeps_every_character_but_the_escapes():
    assert to_address(r"{http://a.example/b\_c\%20d~e#f?x=1\&y}") == "http://a.example/b_c%20d~e#f?x=1&y"


@pytest.mark.parametrize(
    ("written", "authors", "publisher"),
    [
        ("Ama Mensah", ("Ama Mensah",), None),
        ("Mensah, Ama and de la Cruz, Jr., Jean-Paul", ("Ama Mensah", "Jean-Paul de la Cruz, Jr."), None),
        ("Ludwig van Beethoven and others", ("Ludwig van Beethoven",), None),
        ("{UN Office on Drugs {and} Crime}", (), "UN Office on Drugs and Crime"),
        ("{Hill Watch} and O'Brien, Tim", ("Hill Watch", "Tim O'Brien"), None),
        ("{\\'E}mile Zola", ("Émile Zola",), None),
        ("family=Gogh, given=Vincent, prefix=van, useprefix=true", ("Vincent van Gogh",), None),
        ("Madonna", ("Madonna",), None),
        ("李, 小龙", ("小龙 李",), None),
        ("A, B, C, D, E", None, None),
    ],
)
def test_names_are_taken_apart_as_bibtex_does(written, authors, publisher):
    read = work(f"@book{{k, title={{T}}, author={{{written}}}}}")
    assert authors is None or (read.authors, read.publisher) == (authors, publisher)


@pytest.mark.parametrize(
    ("fields", "issued"),
    [
        ("date = {2004-03-24}", "2004-03-24"),
        ("date = {2004~}", "2004~"),
        ("date = {2004-02/2004-05}", "2004-02/2004-05"),
        ("date = {2009/..}", "2009/.."),
        ("date = {199X}", "199X"),
        ("date = {2006-21}", "2006-21"),
        ("year = 2004", "2004"),
        ('year = "2004", month = mar', "2004-03"),
        ("year = {2004}, month = {3}, day = {7}", "2004-03-07"),
        ('year = 2004, month = mar # "~12"', "2004-03-12"),
        ('year = 2004, month = "12 " # mar', "2004-03-12"),
        ("year = {[2004]}", "2004"),
    ],
)
def test_dates_are_read_as_both_write_them(fields, issued):
    assert work(f"@article{{k, title={{T}}, {fields}}}").issued == issued


def test_a_date_that_is_none_is_told_and_the_work_is_read():
    read = library("@article{k, title={T}, year={in press}}")
    assert read.items[0].cited.work.issued is None
    assert "'in press'" in read.problems[0].what


def test_looks_archives_and_first_editions_are_read():
    (item,) = library(
        "@online{k, title={T}, url={http://a.example/x}, urldate={2011-01-22}, origdate={1998-05},"
        " archive={Hill Archive}, archivelocation={Box 12}, langid={french}}"
    ).items
    (visit,) = item.cited.visits
    assert (visit.when, visit.outcome, visit.address) == ("2011-01-22", "read", "http://a.example/x")
    read = item.cited.work
    assert (read.original_issued, read.archive, read.archive_location) == ("1998-05", "Hill Archive", "Box 12")


def test_a_copy_in_a_web_archive_is_a_look_at_the_address_it_holds():
    (item,) = library("@online{k, title={T}, url={https://web.archive.org/web/20110904/http://a.example/x}}").items
    assert item.cited.work.url == "http://a.example/x"
    assert item.cited.visits[0].outcome == "archived_elsewhere"


def test_strings_are_put_in_and_joined_and_shadowed_by_later_ones():
    read = work('@string{un = "United " # nat}\n@STRING(nat = {Nations})\n@string{un = "United " # nat}\n'
                '@report{k, title={T}, institution = un # " Office", type = {Survey}}')  # fmt: skip
    assert read.publisher == "United Nations Office"


def test_a_chapter_takes_from_the_book_that_it_names_wherever_that_stands():
    text = (
        "@incollection{c, title={Brick kilns}, author={A B}, crossref={Book}}\n"
        "@book{book, title={Work and debt}, publisher={Hill}, year=2001, note={of the book}}"
    )
    chapter = library(text).items[0].cited.work
    assert (chapter.container, chapter.publisher, chapter.issued) == ("Work and debt", "Hill", "2001")


def test_entries_that_name_each_other_end():
    assert len(library("@book{a, title={A}, crossref={b}}\n@book{b, title={B}, crossref={a}}").items) == 2


def test_comments_parentheses_and_text_between_entries_are_passed_over():
    text = (
        'Some words @ home, me@example.org\n% a comment\n@comment{ @book{no, title={No}} }\n@preamble{"x"}\n'
        '@book(one, title = "A {"}quoted{"} title")\n@Online{two , title={Two},}\n'
    )
    assert [item.cited.work.title for item in library(text).items] == ['A "quoted" title', "Two"]


def test_what_is_broken_is_told_and_the_next_entry_is_read():
    read = library("@misc{a, title = {no end\n@misc{b, title={After}}\n@misc{c, title={Twice}, title={No}}")
    assert [item.cited.work.title for item in read.items] == ["After", "Twice"]
    assert "could not be read" in read.problems[0].what
    assert read.problems[0].offset == 0


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-be", "cp1252"])
def test_any_charset_is_read(encoding):
    read = library("@book{k, title={Café für Mädchen, «là»}, author={Müller, Jörg}}", encoding)
    assert read.items[0].cited.work.authors == ("Jörg Müller",)
    assert read.items[0].cited.work.title == "Café für Mädchen, «là»"


def test_each_entry_knows_its_place_in_the_file():
    text = "@book{a, title={A}}\n\n@book{b, title={B}}\n"
    assert [text[item.start : item.end] for item in library(text).items] == [
        "@book{a, title={A}}",
        "@book{b, title={B}}",
    ]


def test_a_file_without_a_work_is_refused():
    with pytest.raises(InputRefused, match="No work was found in this BibTeX file"):
        library("@comment{only words}\n@string{a = {b}}")


def test_a_file_past_the_limit_is_refused_with_the_name_of_the_limit():
    with pytest.raises(InputRefused, match=r"max_file_bytes"):
        document(b"@book{a, title={A}}\n" * 100, name="a.bib", limits=Limits(max_file_bytes=1000))


ENTRY = (
    '@article{{key{0},\n  author = {{M{{\\"u}}ller, J{{\\"o}}rg and Smith, John}},\n  title = {{The {{BBC}} on the kilns, {0}}},\n'
    "  journal = {{The Courier}},\n  year = 2004, abstract = {{{1}}}\n}}\n"
)


@pytest.mark.slow
def test_time_and_memory_grow_with_the_file_alone():
    """An entry holds words of many kilobytes: the file itself must be most of what is held."""

    def cost(count):
        text = "".join(ENTRY.format(at, "They were told that the work was easy. " * 40) for at in range(count))
        read = document(text.encode())
        tracemalloc.start()
        began = time.process_time()
        assert len(library_in(read).items) == count
        spent, (_, peak) = time.process_time() - began, tracemalloc.get_traced_memory()
        tracemalloc.stop()
        return spent, peak / len(text)

    (_, _), (few, small), (many, large) = cost(10), cost(400), cost(1600)
    assert many < 10 * few
    assert large < 6
    assert large < 2 * small
