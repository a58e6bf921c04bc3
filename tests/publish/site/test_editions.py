import pytest

from sourcebook.model import Entry, Work
from sourcebook.publish.site.parts.editions import edition_key, newer_edition
from sourcebook.publish.site.words import words_in
from sourcebook.store.base import Placed

WORDS = words_in("en")


def held(*works):
    return [
        Placed(place="AD", topic=None, number=number, entry=Entry(work=work, start=0, end=1))
        for number, work in enumerate(works, start=1)
    ]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("U.S. State Dept Trafficking in Persons Report", "Trafficking in Persons Report 2016: Andorra"),
        ("2017 Country Reports on Human Rights Practices", "2020 Country Reports on Human Rights Practices: Andorra"),
        ("The Invented Yearbook", "Invented Yearbook, 2021 Edition"),
    ],
)
def test_editions_of_one_report_are_known_by_their_title(one, other):
    assert edition_key(one, ["Andorra"]) == edition_key(other, ["Andorra"])


def test_different_reports_are_not_taken_for_editions_of_one():
    assert edition_key("Trafficking in Persons Report") != edition_key("Report on Human Rights Practices")


def test_the_newest_edition_that_is_held_is_named():
    work = Work(title="Trafficking in Persons Report", issued="2009-06")
    found = newer_edition(
        work,
        held(
            Work(title="Trafficking in Persons Report 2005", issued="2005"),
            Work(title="Trafficking in Persons Report 2016: Andorra", issued="2016-06-30"),
            Work(title="Trafficking in Persons Report 2013: Andorra", issued="2013"),
            Work(title="Trafficking in Persons Report: Andorra"),
        ),
        ["Andorra"],
        WORDS,
    )
    assert (found.title, found.when) == ("Trafficking in Persons Report 2016: Andorra", "30 June 2016")


@pytest.mark.parametrize(
    "work",
    [Work(title="Trafficking in Persons Report"), Work(title="2009", issued="2009"), Work(title="A", issued="2009")],
)
def test_without_a_date_or_a_title_that_tells_nothing_is_newer(work):
    assert newer_edition(work, held(Work(title=work.title, issued="2020")), (), WORDS) is None
