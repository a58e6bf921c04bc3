"""RIS as managers and databases write it becomes works."""

from __future__ import annotations

import io

import pytest

from sourcebook.errors import InputRefused
from sourcebook.pipeline.sources import Source, read_bytes
from sourcebook.read import document
from sourcebook.segment.library import library_in

RECORD = """TY  - NEWS
A1  - Mensah, Ama
AU  - de la Cruz, Jean-Paul, Jr.
AU  - Hill Watch
T1  - Boys from the hills
 work in the kilns
JO  - The Courier
CY  - Accra
Y1  - 2004/03/24/
Y2  - 2011/01/22
UR  - http://a.example/x
N2  - Some 120 boys were found.
N1  - Seen in print.
KW  - Ghana; Togo
KW  - kilns
DB  - Hill Archive
AN  - Box 12
OP  - 1998
LA  - en
ER  - """


def library(text, encoding="utf-8"):
    return library_in(document(text.encode(encoding)))


def test_a_record_becomes_a_work_with_a_look_at_it():
    (item,) = library(RECORD).items
    work = item.cited.work
    assert work.authors == ("Ama Mensah", "Hill Watch") or work.authors == (
        "Jean-Paul de la Cruz, Jr.", "Hill Watch", "Ama Mensah"
    )  # fmt: skip
    assert work.title == "Boys from the hills work in the kilns"
    assert (work.publisher, work.publisher_place, work.kind) == ("The Courier", "Accra", "article-newspaper")
    assert (work.issued, work.original_issued, work.language) == ("2004-03-24", "1998", "en")
    assert (work.archive, work.archive_location) == ("Hill Archive", "Box 12")
    assert item.cited.visits[0].when == "2011-01-22"
    assert (item.keywords, item.abstract) == (("Ghana", "Togo", "kilns"), "Some 120 boys were found.")
    assert item.notes == ("Seen in print.",)


@pytest.mark.parametrize(
    ("lines", "issued"),
    [
        ("PY  - 2004", "2004"),
        ("PY  - 2004///", "2004"),
        ("PY  - 2004\nDA  - 2004/03/24", "2004-03-24"),
        ("PY  - 2004/00/00/", "2004"),
        ("PY  - 2004/3/7/", "2004-03-07"),
        ("Y1  - 2006///about 2006", "2006~"),
        ("DA  - March 24, 2004", "2004-03-24"),
        ("DA  - 2004-03-24", "2004-03-24"),
        ("DA  - no date", None),
    ],
)
def test_dates_are_read_in_every_form(lines, issued):
    assert library(f"TY  - RPRT\nTI  - T\n{lines}\nER  - \n").items[0].cited.work.issued == issued


@pytest.mark.parametrize("tag", ["Y2", "RD"])
def test_both_tags_of_the_day_of_access_are_read(tag):
    assert library(f"TY  - ELEC\nTI  - T\n{tag}  - 2011/01/22\nER  - ").items[0].cited.visits[0].when == "2011-01-22"


def test_a_record_without_its_end_closes_where_the_next_begins():
    read = library("TY  - RPRT\nTI  - One\nTY  - BOOK\nTI  - Two\nER  - \nTY  - JOUR\nTI  - Three")
    assert [item.cited.work.title for item in read.items] == ["One", "Two", "Three"]
    assert [problem.offset for problem in read.problems] == [0, 49]


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_any_charset_and_line_end_is_read(newline, encoding):
    text = newline.join(["TY  - BOOK", "AU  - Müller, Jörg", "TI  - Café", "ER  - ", ""])
    assert library(text, encoding).items[0].cited.work.authors == ("Jörg Müller",)


def test_words_before_the_first_record_and_unknown_tags_do_no_harm():
    assert library(f"Exported today\n\n{RECORD}\nXX  - what\nZ9  - is\n").items[0].cited.work.publisher == "The Courier"


def test_ris_without_end_is_refused_at_the_limit_and_not_read_on():
    class Endless(io.RawIOBase):
        given = 0

        def readable(self):
            return True

        def readinto(self, buffer):
            self.given += len(buffer)
            buffer[:] = (b"TY  - BOOK\nTI  - T\n" * (len(buffer) // 19 + 1))[: len(buffer)]
            return len(buffer)

    raw = Endless()
    endless = io.BufferedReader(raw)
    source = Source(shown="standard input", name="standard-input", open=lambda: endless)
    with pytest.raises(InputRefused, match="max_file_bytes"):
        read_bytes(source, 10_000)
    assert raw.given <= 30_000


def test_a_record_of_very_many_lines_takes_time_in_proportion():
    body = "N1  - a note that goes on\n" + "and on and on\n" * 20_000
    (item,) = library(f"TY  - BOOK\nTI  - T\n{body}ER  - ").items
    assert item.notes[0].count("and on and on") == 20_000
