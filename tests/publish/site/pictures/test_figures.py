"""Figures over time: what is drawn, what joins, and what happens to too many or too much."""

from __future__ import annotations

from tests.publish.site.pictures.gallery import FIGURES, WORDS, mark, shown
from tests.publish.site.pictures.laws import check

from sourcebook.publish.site.pictures.figures import figures_over_time


def over_time(*marks, **more):
    picture = figures_over_time("figures", marks, WORDS, **more)
    check(picture)
    return picture


def paths(picture, css):
    return [path.d for path in picture.drawings[0].lines if path.css == css]


def words_of(picture):
    return [one.text for one in picture.drawings[0].texts]


def test_estimates_and_counts_have_panels_and_scales_of_their_own():
    picture = over_time(mark(2004, 9000, "estimated"), mark(2009, 571))
    assert {"Estimated", "Identified"} <= set(words_of(picture))
    heights = [float(one.y) for one in picture.drawings[0].marks]
    assert abs(heights[0] - heights[1]) > 100
    assert picture.title == "One count and one estimate, 2004 to 2009"
    assert picture.notes[0].startswith("Scales of their own")


def test_what_nobody_says_to_be_counted_or_estimated_shares_a_scale_with_neither():
    picture = over_time(mark(2004, 9000, "estimated"), mark(2009, 571), mark(2012, 8, None))
    assert {"Estimated", "Identified", "Not said how known"} <= set(words_of(picture))
    assert picture.title == "One count, one estimate and one figure said to be neither, 2004 to 2012"
    assert all(
        one.paths[0].css == css
        for one, css in zip(picture.drawings[0].marks, ("dot0", "dot1", "dot0 dots"), strict=True)
    )


def test_a_line_joins_only_figures_that_count_alike():
    alike = over_time(mark(2004, 300, counts_as="police"), mark(2009, 571, counts_as="police"))
    apart = over_time(mark(2004, 300, counts_as="police"), mark(2009, 571, counts_as="charities"))
    unsaid = over_time(mark(2004, 300), mark(2009, 571))
    assert [len(paths(one, "ln")) for one in (alike, apart, unsaid)] == [1, 0, 0]
    assert "A line joins only figures that count alike." in alike.notes
    assert "No line joins them: each counts differently." in apart.notes


def test_two_figures_of_one_year_that_count_alike_are_not_a_line():
    assert not paths(
        over_time(mark(2004, 300, counts_as="a"), mark(2004, 310, counts_as="a"), mark(2009, 5, counts_as="a")), "ln"
    )


def test_a_range_has_a_whisker_and_an_unsure_date_a_bar_across():
    ranged = over_time(mark(2004, 300, high=400), mark(2010, 0))
    unsure = over_time(mark(2004, 300, to=2009), mark(2010, 0))
    assert "V" in paths(ranged, "whisker")[0]
    assert "H" in paths(unsure, "whisker")[0]
    assert not paths(over_time(mark(2004, 300)), "whisker")


def test_one_number_that_is_said_thrice_is_named_once():
    said = [one for one in words_of(over_time(*FIGURES)) if "9,000" in one]
    assert said == ["9,000, said three times"]


def test_five_thousand_figures_of_one_year_are_one_bar_that_counts_them():
    crowd = [mark(2019, at + 1, id=str(at)) for at in range(5000)]
    picture = over_time(*crowd, mark(2004, 9), all_at="/AD/figures/")
    html = shown(picture)
    bar, single = picture.drawings[0].marks
    assert bar.label == "2019: 5,000 figures, from 1 to 5k"
    assert bar.href == "/AD/figures/"
    assert single.label.startswith("2004")
    assert "5,000 figures" in words_of(picture)
    assert len(html) < 12_000
    assert [[cell.text for cell in row] for row in picture.table.rows] == [
        ["2004", "identified", "1", "9", "9"],
        ["2019", "identified", "5,000", "1", "5k"],
    ]


def test_five_thousand_figures_of_fifty_years_are_a_bar_a_year():
    picture = over_time(*(mark(1970 + at % 50, at + 1, id=str(at)) for at in range(5000)))
    assert len(picture.drawings[0].marks) == 50
    assert len(shown(picture)) < 60_000


def test_what_is_too_large_to_draw_is_an_arrow_and_does_not_press_the_others_flat():
    picture = over_time(mark(2004, 300), mark(2009, 571), mark(2012, 1e30, short="10^30"))
    assert [one for one in words_of(picture) if one in ("0", "200", "400", "600")] == ["0", "200", "400", "600"]
    arrow = picture.drawings[0].marks[-1]
    assert arrow.paths[0].css == "ln"
    assert "One figure is too large to draw and marked by an arrow." in picture.notes
    assert "10^30" in words_of(picture)


def test_figures_far_apart_have_a_scale_by_tens_that_says_so():
    picture = over_time(mark(2004, 3), mark(2009, 500_000), mark(2010, 0))
    assert {"Identified, by tens", "0", "1", "100", "10k", "1m"} <= set(words_of(picture))


def test_what_nothing_dates_stands_in_the_table_alone():
    picture = over_time(mark(2004, 3), mark(0, 571))
    assert len(picture.drawings[0].marks) == 1
    assert len(picture.table.rows) == 2
    assert "One undated figure is in the table only." in picture.notes


def test_without_a_dated_figure_there_is_a_table_and_no_drawing():
    assert over_time(mark(0, 571)).drawings == ()
    assert over_time().title == "No figure"


def test_every_mark_leads_to_its_figure():
    html = shown(over_time(*FIGURES))
    assert html.count('href="../f/2004380/"') == 2
    assert 'role="group"' in html
    assert html.count('r="13"/>') == len(FIGURES)


def test_what_a_source_wrote_is_escaped_wherever_it_stands():
    wicked = '"><script>alert(1)</script>'
    html = shown(over_time(mark(2004, 3, short=wicked, said_by=wicked)))
    assert "<script" not in html
    assert html.count("&lt;script&gt;") >= 3
