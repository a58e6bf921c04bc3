"""From the archive's values to marks, nodes, ratings, routes and sums."""

from __future__ import annotations

from datetime import date

import pytest
from tests.publish.site.pictures.gallery import WORDS
from tests.publish.site.pictures.laws import check
from tests.reconcile.invented import mention

from sourcebook.model.kinds import Route, Tier
from sourcebook.publish.site.pictures.family import family_tree
from sourcebook.publish.site.pictures.figures import figures_over_time
from sourcebook.publish.site.pictures.of_claims import route_counts, tier_marks
from sourcebook.publish.site.pictures.of_mentions import family_nodes, figure_marks
from sourcebook.publish.site.pictures.of_sums import sum_tables
from sourcebook.publish.site.pictures.sums import checked_sums
from sourcebook.publish.site.pictures.tiers import tier_history
from sourcebook.reconcile.families import families
from sourcebook.reconcile.parts import implied, ways

TEXT = "The office identified 571 victims in 2009."


def address(figure):
    return f"/f/{figure}/"


def marks_of(*mentions):
    return figure_marks(mentions, WORDS, address)


@pytest.mark.parametrize(
    ("fields", "years", "when"),
    [
        ({"period": "2009"}, (2009, 2009), "2009"),
        ({"period": "2009-01/2009-09"}, (2009, 2009), "January 2009 to September 2009"),
        ({"period": "2005/2009"}, (2005, 2009), "2005 to 2009"),
        ({"period": "annual", "issued": "2004-02-03"}, (2004, 2004), "a year, in a work of 3 February 2004"),
        ({"issued": "2010"}, (2010, 2010), "in a work of 2010"),
        ({"period": "../2009"}, (2009, 2009), "until 2009"),
        ({"known_by": "2009"}, (0, 0), "no date"),
        ({}, (0, 0), "no date"),
    ],
)
def test_a_figure_stands_at_its_period_or_at_its_work_and_is_else_undated(fields, years, when):
    (mark,) = marks_of(mention(TEXT, "571", **fields))
    assert ((mark.start, mark.end), mark.when) == (years, when)


@pytest.mark.parametrize(
    ("fields", "short"),
    [
        ({}, "571"),
        ({"qualifier": "about"}, "about 571"),
        ({"qualifier": "at_least", "high": None}, "at least 571"),
        ({"qualifier": "at_most", "low": None}, "at most 571"),
        ({"qualifier": "between", "low": 571.0, "high": 1200.0}, "571 to 1,200"),
    ],
)
def test_a_figure_is_never_named_without_what_bounds_it(fields, short):
    assert marks_of(mention(TEXT, "571", **fields))[0].short == short


def test_parts_repeats_within_a_passage_and_shares_are_not_figures_over_time():
    assert (
        marks_of(
            mention(TEXT, "571", part_of="x"), mention(TEXT, "571", same_as="x"), mention(TEXT, "571", counts="share")
        )
        == ()
    )


def test_figures_of_one_office_and_kind_are_joined_and_those_of_two_are_not():
    def marks(*offices):
        return marks_of(
            *(
                mention(TEXT, "571", work=f"Report {at}", said_by=office, period=str(2009 + at), status="identified")
                for at, office in enumerate(offices)
            )
        )

    joined = figures_over_time("f", marks("the police", "the police"), WORDS)
    apart = figures_over_time("f", marks("the police", "charities"), WORDS)
    check(joined)
    assert [sum(path.css == "ln" for path in one.drawings[0].lines) for one in (joined, apart)] == [1, 0]


def test_a_family_is_drawn_from_its_mentions_with_its_reasons():
    said = "Some 9,000 people are trafficked from the islands each year, said "
    found = families(
        [
            mention(
                said + "Ann Bell of the Glass Office.",
                "9,000",
                work="w1",
                said_by="Ann Bell of the Glass Office",
                issued="2004-02-03",
                status="estimated",
                qualifier="about",
                publisher="Glass Gazette",
            ),
            mention(
                said + "the Glass Office.",
                "9,000",
                work="w2",
                said_by="the Glass Office",
                issued="2006",
                status="estimated",
                qualifier="about",
                publisher="Island News",
            ),
        ],
        date(2026, 11, 25),
    )
    nodes = family_nodes(found[0], WORDS, address)
    assert [(node.speaker, node.role, node.when, node.short) for node in nodes] == [
        ("official", "origin", "3 February 2004", "Glass Gazette"),
        ("body", "repeat", "2006", "Island News"),
    ]
    assert [node.repeats for node in nodes] == [None, nodes[0].id]
    assert nodes[0].earliest < nodes[0].latest + 1e-9 < 2004.2
    picture = family_tree("family", nodes, WORDS)
    check(picture)
    assert picture.title == "As it was repeated, it lost its speaker"
    assert [path.css for path in picture.drawings[0].lines].count("ln dash") == 0


def test_a_work_of_a_year_stands_in_that_year_and_not_at_the_start_of_the_next():
    found = families([mention(TEXT, "571", issued="2016")], date(2026, 11, 25))
    (node,) = family_nodes(found[0], WORDS, address)
    assert 2016.4 < node.at < 2016.6


def test_two_works_of_one_row_have_their_names_off_the_line_between_them():
    said = "Some 9,000 people are trafficked each year."
    works = [
        mention(said, "9,000", work=f"w{year}", issued=year, publisher="The Glass Office of the Islands")
        for year in ("2016", "2017")
    ]
    nodes = family_nodes(families(works, date(2026, 11, 25))[0], WORDS, address)
    drawing = family_tree("family", nodes, WORDS).drawings[0]
    check(family_tree("family", nodes, WORDS))
    marks = {float(one.y) for one in drawing.marks}
    names = [float(one.y) for one in drawing.texts if "Glass Office" in one.text]
    assert len(names) == 2
    assert all(abs(name - mark) > 8 for name in names for mark in marks)


def test_an_undated_work_has_no_earliest_day_and_is_bounded_by_the_day_it_was_looked_at():
    found = families([mention(TEXT, "571", known_by="2009-05")], date(2026, 11, 25))
    (node,) = family_nodes(found[0], WORDS, address)
    assert (node.earliest, node.when) == (None, "no date; looked at May 2009")
    assert 2009.3 < node.latest < 2009.5


def tier(year, value, **more):
    return f"/p/{year}/", Tier(start=0, end=1, tier=value, country="AD", year=year, **more)


def test_ratings_are_one_a_year_and_a_move_tells_of_the_year_before_it():
    marks = tier_marks([tier(2010, "2"), tier(2012, "3", change="downgraded")], "AD", WORDS)
    assert [(mark.year, mark.tier, mark.implied, mark.says) for mark in marks] == [
        (2010, "2", False, ""),
        (2011, "2 Watch List", True, "above Tier 3"),
        (2012, "3", False, ""),
    ]
    check(tier_history("tiers", marks, WORDS))


@pytest.mark.parametrize(
    ("change", "at", "implied_at", "says"),
    [
        ("remained", "2", "2", "Tier 2"),
        ("upgraded", "2", "2 Watch List", "below Tier 2"),
        ("upgraded", "3", None, None),
        ("downgraded", "1", None, None),
        ("downgraded", "Special Case", None, None),
    ],
)
def test_a_move_implies_no_more_than_it_says(change, at, implied_at, says):
    marks = tier_marks([tier(2012, at, change=change)], "AD", WORDS)
    assert [(mark.tier, mark.says) for mark in marks if mark.implied] == ([(implied_at, says)] if says else [])


def test_former_ratings_other_countries_and_years_not_said_are_left_out():
    claims = [
        tier(2010, "2", former=True),
        tier(None, "2"),
        ("/p/", Tier(start=0, end=1, tier="1", country="FR", year=2010)),
    ]
    assert tier_marks(claims, "AD", WORDS) == ()


def test_where_works_differ_on_a_year_the_rating_of_most_of_them_is_drawn():
    marks = tier_marks([tier(2010, "1"), tier(2010, "2"), tier(2010, "2")], "AD", WORDS)
    assert [mark.tier for mark in marks] == ["2"]


def test_a_route_counts_each_work_once_and_none_that_denies_it():
    def said(work, origin, destination, **more):
        return work, Route(start=0, end=1, origin=origin, destination=destination, **more)

    counts = route_counts(
        [
            said("w1", "AD", "FR"),
            said("w1", "AD", "FR"),
            said("w2", "AD", "FR"),
            said("w3", "AD", "FR", negated=True),
            said("w3", "AD", "region:western Europe"),
        ],
        WORDS,
        {"FR": "/FR/"}.get,
    )
    assert [(one.destination.name, one.destination.href, one.works) for one in counts] == [
        ("France", "/FR/", 2),
        ("western Europe", None, 1),
    ]


def test_a_total_is_shown_with_its_parts_and_what_adding_them_shows():
    text = "The office identified 45 victims: 31 women and 14 men."
    total = mention(text, "45", id="total")
    parts = [mention(text, number, part_of="total", sex=sex) for number, sex in (("31", "female"), ("14", "male"))]
    tables = sum_tables(ways([total, *parts]), implied([total, *parts]), WORDS, address)
    shown = checked_sums("sums", tables, WORDS)
    assert shown.title == "The parts of one sum hold"
    (one,) = shown.shown
    assert (one.table.by, one.sign, one.says, one.css) == ("by sex", "=", "the parts hold", "holds")
    assert [(part.label, part.written) for part in one.table.parts] == [
        ("women and girls", "31"),
        ("men and boys", "14"),
    ]
    assert one.table.total.label == "victims"
    assert one.table.total.href == "/f/total/"


def test_parts_that_fall_short_say_by_how_much():
    text = "The office identified 45 victims, of whom 31 women and 10 men."
    total = mention(text, "45", id="total")
    parts = [mention(text, number, part_of="total", sex=sex) for number, sex in (("31", "female"), ("10", "male"))]
    (one,) = checked_sums("sums", sum_tables(ways([total, *parts]), (), WORDS, address), WORDS).shown
    assert (one.sign, one.says, one.css) == ("<", "the parts are short by 4", "watch")


def test_what_follows_from_the_parts_of_parts_is_listed_and_marked_as_implied():
    text = (
        "The office identified 45 victims: 31 for glass and 14 for sand, or 30 women and 15 men; of the women 5 were minors"
        " and of the men 2, and of those for glass 4."
    )
    total = mention(text, "45", id="t")
    glass = mention(text, "31", id="g", part_of="t", exploitation="labour")
    sand = mention(text, "14", id="s", part_of="t", exploitation="sexual")
    women = mention(text, "30", id="w", part_of="t", sex="female")
    men = mention(text, "15", id="m", part_of="t", sex="male")
    minors = [
        mention(text, "5", part_of="w", sex="female", age="minor"),
        mention(text, "2", part_of="m", sex="male", age="minor"),
        mention(text, "4", part_of="g", exploitation="labour", age="minor"),
    ]
    held = [total, glass, sand, women, men, *minors]
    shown = checked_sums("sums", sum_tables(ways(held), implied(held), WORDS, address), WORDS)
    written = {part.written: part.label for one in shown.shown for part in one.table.parts if part.implied}
    assert shown.has_implied
    assert written["3"] == "of these, minors"
