from hypothesis import given
from hypothesis import strategies as st

from sourcebook.model import Entry, Page, Work
from sourcebook.store.tags import tags_of, year_tags

YEARS = st.tuples(st.integers(1800, 2199), st.integers(0, 60)).map(lambda pair: (pair[0], pair[0] + pair[1]))


@given(issued=YEARS, asked=YEARS)
def test_a_range_of_years_finds_the_works_that_may_be_of_one_of_them_and_no_others(issued, asked):
    entry = Entry(work=Work(title="A"), start=0, end=0)
    borne = set(tags_of(Page(place="BY"), "entry", entry, issued).split())
    meets = issued[0] <= asked[1] and asked[0] <= issued[1]
    assert bool(borne & set(year_tags(*asked))) == meets
    assert len(year_tags(*asked)) <= 16
