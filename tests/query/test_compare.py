"""Which figures of which countries stand side by side, and what is said of those that do not."""

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.reconcile import invented
from tests.world.neighbours import NEIGHBOURS

from sourcebook.query.beside import beside, find_group, groups, neighbourhood, regions
from sourcebook.query.compare import lone, points_of, rows


def figure(number, work="A work", **fields):
    text = f"They counted {number} victims."
    told = {"counts": "victims", "status": "identified", "period": "2019", "said_by": "the government"}
    return invented.mention(text, str(number), work=work, **(told | fields))


def side(*mentions):
    return points_of(mentions)


def test_figures_of_one_kind_and_year_stand_in_one_row():
    (row,) = rows([side(figure(128)), side(figure(262))])
    assert not row.refused
    assert row.year == 2019
    assert [cell[0].value for cell in row.cells] == [128, 262]


def test_the_year_that_most_countries_share_is_chosen_and_of_even_ones_the_latest():
    both = (figure(1, period="2018"), figure(2, period="2019"))
    (row, *_) = rows([side(*both), side(*both), side(figure(3, period="2018"))])
    assert row.year == 2018
    (row,) = rows([side(*both), side(*both)])
    assert row.year == 2019


def test_numbers_through_the_years_are_drawn_only_of_one_kind():
    one = side(figure(1, period="2018"), figure(2, period="2019"), figure(900, status="estimated"))
    (row, *_) = rows([one, side(figure(3))])
    assert row.series == (((2018, 1), (2019, 2)), ((2019, 3),))


@pytest.mark.parametrize(
    ("other", "field"),
    [
        ({"status": "estimated"}, "status"),
        ({"period": "2019-01/2019-06"}, "length"),
        ({"counts": "cases"}, "counts"),
        ({"said_by": "the IOM"}, "counter"),
        ({"period": "2012"}, "year"),
    ],
)
def test_what_is_not_alike_is_shown_and_refused_with_its_reason(other, field):
    (row,) = rows([side(figure(128)), side(figure(262, **other))])
    assert row.refused
    assert [cell[0].value for cell in row.cells] == [128, 262]
    assert field in {one.field for one in row.differs}


def test_figures_that_nobody_answers_for_are_never_compared():
    (row,) = rows([side(figure(1, said_by=None)), side(figure(2, said_by=None))])
    assert row.refused
    assert not row.differs


def test_a_number_that_several_works_tell_is_one_point_and_two_numbers_are_two():
    points = side(figure(128), figure(128, work="Another"), figure(130, work="A third"))
    (held,) = points.values()
    assert sorted((point.value, point.works) for point in held) == [(128, 2), (130, 1)]


def test_years_that_were_not_asked_for_are_left_out():
    sides = [side(figure(1), figure(9, period="2010")), side(figure(2), figure(8, period="2010"))]
    (row,) = rows(sides, (2005, 2015))
    assert row.year == 2010
    assert rows(sides, (1990, 1995)) == ()


def test_what_only_one_country_answers_is_counted_and_not_shown():
    sides = [side(figure(1), figure(2, exploitation="labour")), side(figure(3))]
    assert len(rows(sides)) == 1
    assert lone(sides) == 1


FIELDS = st.fixed_dictionaries(
    {
        "number": st.integers(1, 10**30),
        "status": st.sampled_from([None, "identified", "estimated"]),
        "period": st.sampled_from([None, "2018", "2019", "annual", "2019-01/2019-06"]),
        "said_by": st.sampled_from([None, "the government", "the IOM"]),
        "counts": st.sampled_from(["victims", "cases", "convictions", "people"]),
        "issued": st.sampled_from([None, "2004", "2020"]),
    }
)
SIDES = st.lists(st.lists(FIELDS, max_size=5), min_size=2, max_size=4)


@settings(deadline=None)
@given(SIDES)
def test_a_compared_row_never_holds_two_kinds_or_years_and_a_refused_one_always_lacks_something(sides):
    held = [side(*(figure(**fields) for fields in one)) for one in sides]
    for row in rows(held):
        points = [point for cell in row.cells for point in cell]
        assert sum(map(bool, row.cells)) > 1
        if row.refused:
            assert row.differs or not any(point.kind.counter for point in points) or len({p.kind for p in points}) == 1
        else:
            assert {(point.kind, point.year) for point in points} == {(row.kind, row.year)}
            assert row.kind.counter


@settings(deadline=None)
@given(SIDES, st.randoms())
def test_the_order_in_which_figures_came_in_changes_nothing(sides, chance):
    one = [[figure(**fields) for fields in figures] for figures in sides]
    other = [chance.sample(figures, len(figures)) for figures in one]
    assert rows([side(*figures) for figures in one]) == rows([side(*figures) for figures in other])


def test_the_sets_at_hand_are_countries_with_their_neighbours_and_regions_of_two_or_more():
    made = {group.key: group.places for group in groups(NEIGHBOURS.pages())}
    assert made == {
        "AD": ("AD", "ES", "FR"),
        "ES": ("ES", "AD", "FR"),
        "FR": ("FR", "AD", "ES"),
        "FJ": ("FJ",),
        "southern-europe": ("AD", "ES"),
    }
    assert find_group(NEIGHBOURS.pages(), "nowhere") is None


def test_no_ready_made_region_is_as_large_as_a_continent():
    assert {group.key for group in regions(["AD", "ES", "FR"])} == {"southern-europe"}
    assert neighbourhood("XX", ["AD"]).places == ("XX",)


def test_a_country_of_which_nothing_is_held_is_empty():
    held = beside(NEIGHBOURS, "ZZ")
    assert (held.points, held.routes, held.themes, held.tiers, held.entries, held.newest) == ({}, {}, {}, {}, 0, None)


def test_routes_themes_and_tiers_are_counted_by_works():
    held = beside(NEIGHBOURS, "AD")
    assert held.routes == {"ES": 1, "FR": 1}
    assert held.themes["poverty"] == 1
    assert held.tiers[2020][0] == "2"
    assert msgspec.json.encode(held.tiers)
