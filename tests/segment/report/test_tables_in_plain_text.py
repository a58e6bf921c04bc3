"""Tables in plain text, whose cells follow one another line by line: where they end and running text goes on."""

from tests.segment.report.reports import REFERENCES, listed

from sourcebook.model import Document
from sourcebook.segment.report import segment_report

OPENING = """V. WHO LOOKS AFTER THE CHILDREN
The council of the harbour towns has named four bodies that look after children who were sent away to the \nquarries, and the law of the coast says which of them is to be told first by those who meet such children.
"""
ROWS = """Table 3. Bodies That Look After Children
Body
What It Does
Harbour Office
Counts the children on the quay each morning, and asks the masters of boats by whom they were brought there. (1)
Meets twice a year with the wardens of the towns. (2)
"""
LATER_ROWS = """Wardens of the \nUpper Quarries and \nof the Salt Road
Walk the road in the autumn, when children are taken up from the coast, and write down the names of those that \nthey meet and of the men who lead them, which are read to the council when it sits. (3)
"""
LONG_CELL = """Wardens of the Coast: Formed by the council to walk the beaches, and asked since then to count the boats that come \nin at night, to board those that have children in them, and to bring the children to the office, where each is \ngiven a bed and is asked where home is before anybody else may speak with that child. (4)
"""
PROSE = """The council heard in the autumn that two of the four bodies had not met at all, and that nobody had been told of \nthe children who were counted on the quay, so that the wardens did not know whom they were to look for. (5)
"""
SHORT = "Sources said that the wardens were not paid for what they did on the road. (6)\n"
NEXT = """VI. WHAT WAS ADVISED
The council was advised to name one body only, to pay its wardens, and to have it report in the spring of each \nyear what it had seen on the road, in the harbour and in the quarries of the upper country.
"""


def kinds(*parts):
    text = "".join((OPENING, *parts, NEXT)) + f"REFERENCES\n{listed(REFERENCES)}"
    blocks = segment_report(Document(text=text, media_type="text/plain")).blocks
    return {" ".join(block.text.split())[:24]: block.kind for block in blocks}


def test_a_long_cell_ends_no_table_that_has_further_rows():
    found = kinds(ROWS, LONG_CELL, LATER_ROWS)
    assert "Wardens of the Coast: Fo" not in found
    assert found["Table 3. Bodies That Loo"] == "table"


def test_running_text_behind_a_table_is_a_paragraph():
    assert kinds(ROWS, LATER_ROWS, PROSE)["The council heard in the"] == "paragraph"


def test_a_single_sentence_between_a_table_and_a_heading_is_a_paragraph():
    assert kinds(ROWS, SHORT)["Sources said that the wa"] == "paragraph"


def test_running_text_ends_at_a_heading_though_white_space_ends_its_last_line():
    found = kinds(ROWS, PROSE.replace("(5)\n", "(5) \n"))
    assert found["The council heard in the"] == "paragraph"
    assert found["VI. WHAT WAS ADVISED"] == "heading"
