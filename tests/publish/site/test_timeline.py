from hypothesis import given
from hypothesis import strategies as st

from sourcebook.model import Visit
from sourcebook.publish.site.parts.timeline import timeline

DATES = st.one_of(
    st.dates().map(str),
    st.integers(1000, 9999).map(str),
    st.sampled_from(["2006-21", "[2004-02-03,2004-03-02]", "2003/2005", "2004~", "nonsense", ""]),
    st.none(),
)


def test_a_look_at_a_work_that_was_gone_is_hollow():
    drawn = timeline("2004", [Visit(when="2010-01-02", outcome="read"), Visit(when="2024-02", outcome="gone")])
    assert [look.found for look in drawn.looks] == [True, False]


def test_a_date_that_spans_years_is_a_long_bar():
    narrow, wide = (timeline(issued, [Visit(when="2010")]) for issued in ("2004-01-01", "2003/2006"))
    assert float(wide.published_wide) > 3 * float(narrow.published_wide)


def test_one_date_alone_is_no_line():
    assert timeline("2004", []) is None
    assert timeline(None, [Visit(when="2010")]) is None


@given(DATES, st.lists(DATES.map(lambda date: Visit(when=date)), max_size=6))
def test_every_mark_lies_on_the_line(issued, visits):
    drawn = timeline(issued, visits)
    if drawn:
        places = [float(look.x) for look in drawn.looks] + [float(tick.x) for tick in drawn.ticks]
        assert all(0 <= place <= 400 for place in places)
