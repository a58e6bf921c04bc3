import pytest

from sourcebook.publish.site.when import in_words, is_unsure, last_day, years
from sourcebook.publish.site.words import words_in

WORDS = words_in("en")


@pytest.mark.parametrize(
    ("edtf", "said"),
    [
        ("2021-05-11", "11 May 2021"),
        ("2009-06", "June 2009"),
        ("2009", "2009"),
        ("2006-21", "spring 2006"),
        ("2006-24", "winter 2006"),
        ("2004~", "about 2004"),
        ("2003-02-10/2003-02-12", "10 to 12 February 2003"),
        ("2003-02-10/2003-03-12", "10 February to 12 March 2003"),
        ("2003/2005", "2003 to 2005"),
        ("2003/..", "since 2003"),
        ("../2003", "until 2003"),
        ("[2004-02-03,2004-03-02]", "3 February or 2 March 2004"),
        ("[2003-02-03,2004-03-02]", "3 February 2003 or 2 March 2004"),
        ("2004-13-40", "2004-13-40"),
        ("20XX", "20XX"),
    ],
)
def test_a_date_is_said_in_words_and_an_unknown_form_stands_as_it_is(edtf, said):
    assert in_words(edtf, WORDS) == said


def test_alternatives_and_marks_of_doubt_are_unsure_and_a_span_is_not():
    assert is_unsure("[2004-02-03,2004-03-02]")
    assert is_unsure("2004?")
    assert not is_unsure("2003-02-10/2003-02-12")


def test_years_and_last_days_are_read_from_any_form():
    assert years("[2003-02-03,2004-03-02]") == (2003, 2004)
    assert years(None) == ()
    assert last_day("2003-02-10/2003-02-12") == "2003-02-12"
    assert last_day("2009") == "2009"


@pytest.mark.parametrize(
    ("edtf", "said"),
    [("2021-03", "март 2021"), ("2021-03-05", "5 марта 2021"), ("2006-21", "весна 2006")],
)
def test_russian_names_a_month_in_the_nominative_unless_a_day_stands_before_it(edtf, said):
    assert in_words(edtf, words_in("ru")) == said


@pytest.mark.parametrize(
    ("edtf", "said"),
    [
        ("2021-03-05", "5 de marzo de 2021"),
        ("2021-03", "marzo de 2021"),
        ("2021", "2021"),
        ("2006-21", "primavera de 2006"),
        ("[2004-02-03,2004-03-02]", "3 de febrero o 2 de marzo de 2004"),
    ],
)
def test_spanish_joins_the_parts_of_a_date_with_a_word(edtf, said):
    assert in_words(edtf, words_in("es")) == said
