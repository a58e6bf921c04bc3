"""Small lines side by side."""

from __future__ import annotations

from tests.publish.site.pictures.gallery import WORDS
from tests.publish.site.pictures.laws import check_drawing, starts

from sourcebook.publish.site.pictures.spark import sparks

SERIES = {"AD": [(2010, 20.0), (2011, 40.0), (2013, 10.0)], "FR": [(2012, 400.0)], "FJ": []}


def test_small_lines_share_one_scale_which_is_stated():
    made = sparks(SERIES, WORDS)
    assert made.scale == "Each small line runs from 2010 to 2013 and from 0 to 400."
    heights = {
        code: [y for path in one.lines if path.css == "dot1" for _, y in starts(path.d)]
        for code, one in made.drawings.items()
    }
    assert min(heights["AD"]) > heights["FR"][0]
    for drawing in made.drawings.values():
        check_drawing(drawing)


def test_a_year_without_a_figure_breaks_the_line():
    (joined,) = [path.d for path in sparks(SERIES, WORDS).drawings["AD"].lines if path.css == "ln"]
    assert joined.count("M") == 1


def test_a_country_without_figures_says_so_and_nothing_at_all_is_no_drawing():
    assert sparks(SERIES, WORDS).drawings["FJ"].says == "No figure"
    assert sparks({"AD": [(2010, 1e30)]}, WORDS) is None
