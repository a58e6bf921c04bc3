"""Maps: areas stay true, the 180th meridian is no edge, and every country of the vocabulary is somewhere."""

from __future__ import annotations

import json
import math
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.publish.site.pictures.gallery import COVERED, ROUTES, WORDS, end, route, shown
from tests.publish.site.pictures.laws import check, starts

from sourcebook.publish.site.pictures.coverage import Coverage, coverage_map
from sourcebook.publish.site.pictures.land import closed, world
from sourcebook.publish.site.pictures.outlines import outlines
from sourcebook.publish.site.pictures.projection import Around, distance_km, equal_earth, window_around
from sourcebook.publish.site.pictures.routes import routes
from sourcebook.publish.site.pictures.simplify import simplify
from sourcebook.vocabulary.countries import countries

LONGITUDES, LATITUDES = st.floats(-179, 179), st.floats(-79, 79)


def area(points):
    return abs(sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in pairwise([*points, points[0]]))) / 2


@settings(deadline=None)
@given(LONGITUDES, LATITUDES, LONGITUDES, LATITUDES)
def test_both_projections_keep_a_small_area_true_wherever_it_is(longitude, latitude, x, y):
    side = 0.01
    corners = [(x, y), (x + side, y), (x + side, y + side), (x, y + side)]
    true = math.radians(side) * (math.sin(math.radians(y + side)) - math.sin(math.radians(y)))
    assert math.isclose(area([equal_earth(*corner) for corner in corners]), true, rel_tol=1e-3)
    around = Around(longitude=longitude, latitude=latitude)
    if distance_km((longitude, latitude), (x, y)) < 12_000:
        assert math.isclose(area([around.flat(*corner) for corner in corners]), true, rel_tol=2e-3)


@settings(deadline=None)
@given(LONGITUDES, LATITUDES)
def test_a_point_stands_in_the_middle_of_its_own_map_whichever_way_round_it_is_written(longitude, latitude):
    around = Around(longitude=longitude, latitude=latitude)
    assert around.flat(longitude, latitude) == pytest.approx((0, 0), abs=1e-9)
    assert around.flat(longitude + 361, latitude) == pytest.approx(around.flat(longitude + 1, latitude), abs=1e-9)


def test_the_distance_from_minsk_to_moscow_is_as_an_atlas_has_it():
    assert distance_km((27.56, 53.9), (37.62, 55.75)) == pytest.approx(675, abs=10)


def test_every_country_that_exists_has_a_point_and_all_but_the_smallest_an_outline():
    places = outlines().places
    missing = {code for code, one in countries().items() if one.dissolved is None} - set(places)
    assert missing <= {"AQ", "BV", "UM"}
    assert {code for code, one in places.items() if not one.rings} <= {"AN", "CC", "CX", "GI", "TK", "TV"}


@pytest.mark.parametrize("code", ["RU", "FJ", "US"])
def test_a_country_across_the_180th_meridian_is_not_cut_there(code):
    held = outlines()
    for ring in held.places[code].rings:
        points = held.points(ring)
        assert all(abs(one[0] - other[0]) < 180 for one, other in pairwise([*points, points[0]]))
        along = sum(one[0] == other[0] and abs(one[0]) == 180 for one, other in pairwise(points))
        assert along == 0


def test_the_far_east_of_russia_hangs_together_with_the_rest():
    held = outlines()
    longest = held.points(held.places["RU"].rings[0])
    assert max(x for x, _ in longest) - min(x for x, _ in longest) > 155


def test_a_border_is_one_line_for_both_its_countries():
    held = outlines()
    together = held.rings(["BY", "PL"])
    apart = [*held.rings(["BY"]), *held.rings(["PL"])]
    shared = held.borders(["BY", "PL"])
    assert shared
    assert sum(map(len, together)) == sum(map(len, apart)) - 2 * len(shared)


def test_the_file_of_outlines_stays_small():
    from sourcebook.publish.site.pictures import outlines as module

    path = module.files(module.__package__).joinpath("outlines.json")
    assert len(path.read_bytes()) < 150_000
    assert set(json.loads(path.read_bytes())) == {"scale", "lines", "places"}


@settings(deadline=None)
@given(st.lists(st.tuples(st.floats(0, 50), st.floats(0, 50)), min_size=2, max_size=40), st.floats(0.1, 5))
def test_a_simpler_line_keeps_its_ends_and_strays_no_further_than_it_may(points, tolerance):
    kept = simplify(points, tolerance)
    assert kept[0] == points[0]
    assert kept[-1] == points[-1]
    assert len(kept) <= len(points)
    if points[0] != points[-1]:
        spans = list(pairwise(kept))
        assert all(min(_away(point, *span) for span in spans) <= tolerance + 1e-6 for point in points)


def _away(point, one, other):
    (x, y), (x1, y1), (x2, y2) = point, one, other
    length = (x2 - x1) ** 2 + (y2 - y1) ** 2
    share = max(0, min(1, ((x - x1) * (x2 - x1) + (y - y1) * (y2 - y1)) / length)) if length else 0
    return math.hypot(x - x1 - share * (x2 - x1), y - y1 - share * (y2 - y1))


def test_a_window_shows_all_that_it_is_made_for_and_keeps_its_edges_free():
    points = [(0.0, 0.0), (0.5, 0.2), (-0.1, 0.4)]
    window = window_around(points, 400, 330, 30)
    assert all(window.holds(window.at(point), 29.9) for point in points)


def test_every_country_of_the_world_is_within_the_map_of_it():
    for code, path in world().items():
        assert path, code
        for x, y in starts(path):
            assert -2 <= x <= 862, code
            assert -2 <= y <= 402, code


def test_a_ring_without_an_area_is_no_path():
    assert closed([(1, 1), (1.2, 1.1), (1, 1)]) == ""


def test_coverage_has_four_steps_and_hatching_for_none():
    picture = coverage_map("coverage", COVERED, 2026, WORDS)
    check(picture)
    assert {path.css for path in picture.drawings[0].lines} == {"age1", "age2", "age3", "age4", "hatched"}
    assert picture.title == "Seven countries have figures here"
    assert picture.drawings[0].says.endswith(
        "up to 2 years old: 3; 3 to 5 years: 1; 6 to 10 years: 1; older: 2; no figure: 1."
    )
    assert [group.title for group in picture.groups] == ["Americas", "Asia", "Europe", "Oceania"]
    assert 'fill="url(#coverage-none)"' in shown(picture)


@pytest.mark.parametrize(
    ("age", "step"), [(0, "age1"), (2, "age1"), (3, "age2"), (5, "age2"), (10, "age3"), (11, "age4")]
)
def test_a_country_is_as_dark_as_its_newest_figure_is_new(age, step):
    one = Coverage(code="RU", name="Russia", region="Europe", newest_year=2026 - age)
    drawn = {path.css: path.d for path in coverage_map("c", [one], 2026, WORDS).drawings[0].lines}
    assert drawn[step] == world()["RU"]


def test_routes_are_ranked_by_works_and_never_by_people():
    picture = routes("routes", end("HU"), ROUTES, WORDS)
    check(picture)
    out, into, within = picture.rankings
    assert [(row.count, row.text) for row in out.rows] == [
        ("6", "Austria"),
        ("3", "Germany"),
        ("2", "Italy"),
        ("2", "Netherlands"),
    ]
    assert out.sentences == ("Named once: Japan, Switzerland and United Arab Emirates.",)
    assert [(row.count, row.text) for row in into.rows] == [("2", "Ukraine")]
    assert into.sentences == ("Named once: Romania.", "“eastern Europe”, no country named, by one work.")
    assert within.sentences == ("Two works tell of it.",)
    assert picture.title == "Six works name Austria as a destination; no other is named by more than three"


def test_a_curve_is_thicker_where_more_works_say_so():
    drawn = routes("routes", end("HU"), ROUTES, WORDS).drawings[0]
    assert [path.css for path in drawn.lines if path.css.startswith("way")] == [
        "way1",
        "way1 into",
        "way2",
        "way2 into",
        "way5",
    ]


def test_a_place_beyond_the_map_is_named_at_its_edge():
    drawn = routes("routes", end("HU"), ROUTES, WORDS).drawings[0]
    assert drawn.texts[-1].text == "beyond this map: Japan, United Arab Emirates"


def test_routes_that_do_not_touch_the_country_or_that_no_work_says_are_no_picture():
    assert routes("routes", end("HU"), [route("PL", "DE", 3), route("HU", "AT", 0)], WORDS) is None


def test_a_place_that_is_only_a_region_has_a_list_and_a_map_without_curves():
    picture = routes("routes", end("HU"), [route("HU", "western Europe", 2)], WORDS)
    check(picture)
    assert picture.rankings[0].sentences == ("“western Europe”, no country named, by two works.",)
    assert not [path for path in picture.drawings[0].lines if path.css.startswith("way")]
    assert picture.title == "Routes of Hungary, named by region only"
