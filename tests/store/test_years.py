import pytest

from sourcebook.store.years import years

CASES = [
    ("2004", (2004, 2004)),
    ("2004-03-24", (2004, 2004)),
    ("2006-21", (2006, 2006)),
    ("[2004-02-03,2005-03-02]", (2004, 2005)),
    ("2003-12-30/2004-01-02", (2003, 2004)),
    ("2009~", (2009, 2009)),
    ("199X", (1990, 1999)),
    ("../2009", (2009, 2009)),
    ("", None),
    (None, None),
    ("soon", None),
]


@pytest.mark.parametrize(("edtf", "wanted"), CASES)
def test_a_date_stands_for_its_first_and_last_year(edtf, wanted):
    assert years(edtf) == wanted
