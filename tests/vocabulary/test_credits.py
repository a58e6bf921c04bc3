"""A credit line is parted into who wrote it, who stands behind it, where, and when, in whatever order it is written."""

import pytest

from sourcebook.vocabulary.credits import read_credit


@pytest.mark.parametrize(
    ("line", "author", "publisher", "place", "issued"),
    [
        ("Hill Documentation Circle, Sao Vang, Vietnam, 3 May 2004", None, "Hill Documentation Circle", "Sao Vang, Vietnam", "2004-05-03"),
        ("Maria Okello, Lake Reporter, Port Bell, Uganda, 2011", "Maria Okello", "Lake Reporter", "Port Bell, Uganda", "2011"),
        ("Department of Paediatrics, Marmara Polytechnic, 2012", None, "Department of Paediatrics, Marmara Polytechnic", None, "2012"),
        ("Committee on Cruel Punishment, Forty-first Session, 2008", None, "Committee on Cruel Punishment", None, "2008"),
        ("2nd Edition, 2014", None, None, None, "2014"),
        ("R. T. Alder, Bridgehead Books, 2003", "R. T. Alder", "Bridgehead Books", None, "2003"),
        ("Valley Intelligencer, 31/31/2009", None, "Valley Intelligencer", None, None),
        ("Synod of the Coast, 2006-09", None, "Synod of the Coast", None, "2006-09"),
    ],
)  # fmt: skip
def test_each_part_of_a_credit_is_told_apart(line, author, publisher, place, issued):
    credit = read_credit(line)
    assert (credit.author, credit.publisher, credit.place, credit.issued) == (author, publisher, place, issued)
