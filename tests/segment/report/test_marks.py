"""Marks: which of the brackets and high numbers in a text are some, and the sentence or cell to which each belongs."""

import time

import pytest

from sourcebook.model import Document
from sourcebook.segment.report import segment_report
from sourcebook.segment.report.marks import marks_in

KNOWN = {number: number for number in range(1, 41)}

NUMBERS = [
    ("The kilns hire boys of ten.(3, 4) They pay in bricks. (5)", [(3, 4), (5,)]),
    ("Article 15(2) of the Labour Act sets the age at 16. (7)", [(7,)]),
    ("Section 16 (1) of the Schools Act applies; Section 9 (12)", [(12,)]),
    ("See Articles 22(3), 24(1), and 25(2) of the Child Act (8, 9)", [(8, 9)]),
    ("Articles 4(2)(c)–(d), 5(1), and 6 (2–3) of the Penal Code (11)", [(11,)]),
    ("Articles 131, 132, and 135.2(9) of the Criminal Code; Decree 12 (13)", [(13,)]),
    ("The law is Article 103 of the Penal Code (14)", [(14,)]),
    ("Artículo 12(1) de la Ley de Trabajo (6)", [(6,)]),
    ("It has four aims: (1) prevention, (2) protection, (3) courts, and (4) return.(20)", [(20,)]),
    ("The plan asks to (1) find the boys; (2) feed them; and (3) send them home. (21)", [(21,)]),
    ("Children work in mines (1), in quarries (2), and on boats (3).", [(1,), (2,), (3,)]),
    ("The ministry says so (1) and the union denies it (2) to this day.", [(1,), (2,)]),
    ("Inspectors visited 412 (1,150) kilns in May. (2)", [(2,)]),
    ("Violations found 0(9)\n4 (14)\n6(17)", [(9,), (14,), (17,)]),
    ("The plan (2012–2018) ended; a Strategy (2020) follows. (22-24)", [(22, 23, 24)]),
]


@pytest.mark.parametrize(("text", "numbers"), NUMBERS)
def test_paragraphs_of_laws_parts_of_a_list_and_counts_are_no_marks(text, numbers):
    assert [mark.numbers for mark in marks_in(text, "round", KNOWN)] == numbers


SENTENCES = [
    ("Boys cut stone. (1) Girls carry it. (2)", ["Boys cut stone.", "Girls carry it."]),
    ("Boys cut stone.(1)Girls carry it.(2)", ["Boys cut stone.", "Girls carry it."]),
    ("Inspectors\n12 (1)\n14 (2)\nPenalties imposed\nUnknown (3)", ["Inspectors\n12", "14", "Penalties imposed\nUnknown"]),
    ("Selling cloth is not forbidden (1) Schools are free. (2)", ["Selling cloth is not forbidden", "Schools are free."]),
    ("Dr. Vale of St. Agnes counted them. (1)", ["Dr. Vale of St. Agnes counted them."]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "sentences"), SENTENCES)
def test_a_mark_belongs_to_its_sentence_or_to_its_cell(text, sentences):
    marks = marks_in(text, "round", KNOWN)
    assert [text[mark.sentence : mark.start].strip() for mark in marks] == sentences


def test_a_long_row_of_numbers_costs_no_more_than_its_length():
    text = f"Articles {'1, ' * 20_000}(2) of the Act. (3)"
    began = time.process_time()
    marks_in(text, "round", KNOWN)
    assert time.process_time() - began < 2


PAGES = (
    (
        "In May 2014 the harbour police held 31 men.1 Of these, 4 had papers.2\n"
        "A “house of rest”3 stood by the pier, said Captain Ostrander (in a letter of 2 June);4 H1N1 kept it shut\n"
        "till 2010. By 2012, 17 girls worked there.5\n"
        "1 Harbour Office, Annual Report (Port Royal: Harbour Office, 2014), 8.\n"
        "2 Ibid., 9.\n"
        "3 Ann Vale, “The house by the pier,” The Courier, May 3, 2013.\n"
        "4 Letter of Captain Ostrander, 2 June 2013.\n"
        "5 Vale, “The house by the pier,” 12."
    ),
    (
        "The mill paid 3.50 a day6 and kept the passports,7 as Table 3 shows. Nobody asked why.8\n"
        "In 2015 the court heard 11 of 14 cases.9,10 It freed the owner.\n"
        "And the town was silent, as in Article 12 of an older law.\n"
        "6 Rupert Bell, Wages of the mill (Strelsau: Elphberg Press, 2015), 40.\n"
        "7 Ibid.\n"
        "8 Interview with a weaver, 9 July 2015.\n"
        "9 Court of Strelsau, Judgment 14/2015.\n"
        "10 Court of Strelsau, Judgment 15/2015."
    ),
)
FOOT = [
    ("held 31 men.", (1,)),
    ("4 had papers.", (2,)),
    ("“house of rest”", (3,)),
    ("2 June);", (4,)),
    ("17 girls worked there.", (5,)),
    ("3.50 a day", (6,)),
    ("kept the passports,", (7,)),
    ("Nobody asked why.", (8,)),
    ("11 of 14 cases.", (9, 10)),
]


def test_notes_at_the_foot_are_marked_where_they_are_and_nowhere_else():
    report = segment_report(Document(text="\f".join(PAGES), media_type="text/plain"))
    assert [reference.number for reference in report.references] == list(range(1, 11))
    marked = [(block.text[: mark.start], mark.numbers) for block in report.blocks for mark in block.marks]
    assert [numbers for _, numbers in marked] == [numbers for _, numbers in FOOT]
    assert all(text.endswith(end) for (text, _), (end, _) in zip(marked, FOOT, strict=True))
