import pytest

from sourcebook.model import Entry, Visit, Work
from sourcebook.publish.site.parts.caution import caution_sentences
from sourcebook.publish.site.parts.condition import condition_of, condition_sentences
from sourcebook.publish.site.words import words_in

WORDS = words_in("en")


def entry(issued=None, looked=None, *, publisher="A press", title="A", archived=False):
    visits = (Visit(when=looked, outcome="read"),) if looked else ()
    work = Work(title=title, issued=issued, publisher=publisher)
    return Entry(work=work, start=0, end=1, visits=visits, archived_copy_noted=archived)


def condition(*entries):
    return " ".join(condition_sentences(condition_of(entries, "2026-11-25"), WORDS))


def caution(*entries):
    return " ".join(caution_sentences(condition_of(entries, "2026-11-25"), WORDS))


@pytest.mark.parametrize(
    ("entries", "said"),
    [
        ([], "This page holds no entry yet."),
        ([entry()], "One entry without a date, by one publisher. No date is known on which anyone looked at it."),
        (
            [entry("2004", "2010-01-02")],
            "One entry from 2004, by one publisher. Nobody has looked at it since 2 January 2010.",
        ),
        (
            [entry("2002-05"), entry("2004", "2010"), entry("2021", publisher="B press")],
            (
                "Three entries from 2002 to 2021, by two publishers. Most are older than 2005, "
                "and nobody has looked at any of them since 2010."
            ),
        ),
        (
            [entry("2024", "2025-01-01"), entry(None, publisher=None)],
            (
                "Two entries from 2024, by one publisher; one has no date. "
                "Nobody has looked at any of them since 1 January 2025."
            ),
        ),
        (
            [entry(str(2000 + number)) for number in range(25)],
            "25 entries from 2000 to 2024, by one publisher. No date is known on which anyone looked at them.",
        ),
    ],
)
def test_the_condition_of_a_page_is_said_from_counts(entries, said):
    assert condition(*entries) == said


def test_most_are_called_old_only_where_more_than_half_of_all_entries_are():
    assert "Most" not in condition(entry("2002", "2020"), entry("2024", "2020"))
    assert "Most" not in condition(entry("2002", "2020"), entry(None, "2020"))


def test_the_caution_counts_what_was_looked_at_and_what_nobody_tried():
    said = caution(entry("2002", "2011-01-22", archived=True), entry("2004"), entry("2005", "2012"))
    assert said.startswith(
        "None of these three entries has been checked against its original. "
        "Two were looked at on dates that are given, the latest 2012. One has no access date. "
        "One says that an archived copy may exist, and nobody has tried it. Three are listed without a passage."
    )


def test_the_caution_of_an_empty_page_claims_nothing():
    assert caution() == "There is no entry here yet, so there is nothing to rely on."
