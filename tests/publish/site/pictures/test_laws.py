"""Laws of the pictures, attacked with invented data of every size."""

from __future__ import annotations

import math

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.publish.site.pictures.gallery import WORDS, end, gallery, shown, sums_shown
from tests.publish.site.pictures.laws import check, check_html

from sourcebook.publish.site.pictures.age import Known, age_of_knowledge
from sourcebook.publish.site.pictures.axes import TOO_LARGE, counts_scale, years_scale
from sourcebook.publish.site.pictures.entries import EntryMark, entries_by_publisher
from sourcebook.publish.site.pictures.family import family_tree
from sourcebook.publish.site.pictures.family_nodes import FamilyNode, turning_points
from sourcebook.publish.site.pictures.figures import figures_over_time
from sourcebook.publish.site.pictures.marks import FigureMark
from sourcebook.publish.site.pictures.routes import RouteCount, routes
from sourcebook.publish.site.pictures.shapes import SHAPES, STATUSES
from sourcebook.publish.site.pictures.tiers import TIERS, TierMark, tier_history
from sourcebook.vocabulary.countries import countries

QUICK = settings(deadline=None, max_examples=40)
WORDING = st.text(max_size=60) | st.sampled_from(
    [
        "<script>alert(1)</script>",
        '"><svg onload=x>',
        "{{ 7 * 7 }}",
        "عدد الضحايا",
        "👩‍👧 " * 20,
        "数" * 80,
        "x" * 10_000,
    ]
)
VALUES = st.none() | st.floats(0, 1e35) | st.integers(0, 3000).map(float) | st.just(math.inf)
YEARS = st.floats(1990, 2030)


@st.composite
def figure_marks(draw):
    start = draw(YEARS | st.just(0.0))
    low, high = draw(st.tuples(VALUES, VALUES))
    if low is not None and high is not None and low > high:
        low, high = high, low
    return FigureMark(
        id=draw(st.text(max_size=5)),
        start=start,
        end=start + draw(st.sampled_from([0.0, 0.0, 5.0])) if start else 0.0,
        low=low,
        high=high,
        short=draw(WORDING),
        label=draw(WORDING.filter(str.strip)),
        when=draw(WORDING),
        href=draw(st.none() | st.just("/f/x/")),
        status=draw(st.none() | st.sampled_from(list(STATUSES))),
        exploitation=draw(st.none() | st.sampled_from(list(SHAPES))),
        counts_as=draw(st.none() | st.just("police")),
    )


@QUICK
@given(st.lists(figure_marks(), max_size=30))
def test_figures_of_any_size_stay_within_their_drawing(marks):
    picture = figures_over_time("figures", marks, WORDS)
    check(picture)
    check_html(shown(picture))


@QUICK
@given(st.lists(figure_marks(), max_size=12), st.randoms())
def test_a_picture_does_not_depend_on_the_order_of_its_figures(marks, shuffled):
    unique = [FigureMark(**{**_fields(mark), "id": str(at)}) for at, mark in enumerate(marks)]
    again = list(unique)
    shuffled.shuffle(again)
    assert figures_over_time("figures", again, WORDS) == figures_over_time("figures", unique, WORDS)


def _fields(mark):
    return {name: getattr(mark, name) for name in mark.__struct_fields__}


@QUICK
@given(st.lists(st.floats(0, TOO_LARGE, exclude_max=True), min_size=1))
def test_a_larger_count_never_stands_lower(values):
    scale = counts_scale(values, bottom=100, top=0)
    heights = [scale.at(value) for value in sorted(values)]
    assert heights == sorted(heights, reverse=True)
    assert all(0 <= height <= 100 for height in heights)
    ticks = scale.ticks()
    assert 2 <= len(ticks) <= 7
    assert [scale.at(tick) for tick in ticks] == sorted((scale.at(tick) for tick in ticks), reverse=True)


@QUICK
@given(st.lists(st.floats(1, 9999), min_size=1))
def test_a_later_year_never_stands_further_left(years):
    scale = years_scale(years, 0, 360)
    places = [scale.at(year) for year in sorted(years)]
    assert places == sorted(places)
    assert 0 <= places[0] <= places[-1] <= 360
    assert len(scale.ticks()) <= 8


@QUICK
@given(
    st.lists(
        st.builds(
            TierMark,
            year=st.integers(1995, 2030),
            tier=st.sampled_from(list(TIERS)),
            implied=st.booleans(),
            says=WORDING,
        ),
        max_size=30,
    )
)
def test_ratings_stay_within_their_drawing(marks):
    picture = tier_history("tiers", marks, WORDS)
    check(picture)
    check_html(shown(picture))


CODES = st.sampled_from(["region of nobody", *(code for code in countries())])


@settings(deadline=None, max_examples=25)
@given(
    st.sampled_from(["HU", "FJ", "RU", "US", "NZ", "TV", "VA", "CL", "KI"]),
    st.lists(st.tuples(CODES, st.booleans(), st.integers(0, 9)), max_size=25),
)
def test_routes_from_anywhere_to_anywhere_stay_within_their_map(home, ends):
    counts = [
        RouteCount(origin=end(home) if out else end(other), destination=end(other) if out else end(home), works=works)
        for other, out, works in ends
    ]
    picture = routes("routes", end(home), counts, WORDS)
    if picture is not None:
        check(picture)
        check_html(shown(picture))


@st.composite
def families(draw):
    nodes = []
    for at in range(draw(st.integers(0, 40))):
        latest = draw(st.none() | YEARS)
        span = draw(st.none() | st.sampled_from([0.0, 0.5, 8.0]))
        nodes.append(
            FamilyNode(
                id=str(at),
                title=draw(WORDING.filter(str.strip)),
                short=draw(WORDING),
                when=draw(WORDING),
                speaker=draw(st.sampled_from(["official", "body", "kind", "none"])),
                role=draw(st.sampled_from(["origin", "repeat", "independent", "unclear"])),
                reason=draw(WORDING),
                status=draw(st.none() | st.sampled_from(list(STATUSES))),
                latest=latest,
                earliest=None if latest is None or span is None else latest - span,
                repeats=draw(st.none() | st.integers(0, 40).map(str)),
            )
        )
    return nodes


@settings(deadline=None, max_examples=25)
@given(families())
def test_a_family_of_any_shape_stays_within_its_drawing(nodes):
    picture = family_tree("family", nodes, WORDS)
    assert (picture is None) == (len(nodes) < 2)
    if picture is not None:
        check(picture)
        check_html(shown(picture))


@QUICK
@given(families())
def test_a_large_family_shows_its_first_its_last_and_no_more_than_twelve(nodes):
    drawn = turning_points(nodes, 12)
    assert len(drawn) <= 12
    assert len(nodes) > 12 or [one.node for one in drawn] == nodes
    if nodes:
        assert [drawn[0].node, drawn[-1].node] == [nodes[0], nodes[-1]]
    places = [nodes.index(one.node) for one in drawn]
    assert places == sorted(set(places))


@QUICK
@given(
    st.lists(st.builds(EntryMark, publisher=st.none() | WORDING, year=st.none() | st.integers(1900, 2030)), max_size=40)
)
def test_entries_of_any_publisher_stay_within_their_drawing(entries):
    picture = entries_by_publisher("entries", entries, WORDS)
    assert (picture is None) == (not entries)
    if picture is not None:
        check(picture)
        check_html(shown(picture))


@QUICK
@given(st.lists(st.builds(Known, kind=WORDING, years=st.lists(st.integers(1900, 2040)).map(tuple)), max_size=8))
def test_the_age_of_anything_stays_within_its_drawing(kinds):
    picture = age_of_knowledge("age", kinds, 2026, WORDS)
    if picture is not None:
        check(picture)
        check_html(shown(picture))


def test_the_pictures_of_the_gallery_keep_the_laws():
    for picture in gallery().values():
        check(picture)
        check_html(shown(picture))
    check_html(sums_shown())
