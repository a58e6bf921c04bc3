"""Numbers whose noun is left out: what they count, of what they are a part, and when, by the words around them."""

from __future__ import annotations

import pytest

from sourcebook.extract import claims


def values(text, field, about="KE"):
    return [getattr(figure, field) for figure in claims(text, about=about).figures]


@pytest.mark.parametrize(
    ("field", "text", "expected"),
    [
        (
            "counts",
            "There were 23 cases with 60 victims. Nine ended in a guilty verdict.",
            ["cases", "victims", "cases"],
        ),
        ("part_of", "There were 23 cases with 60 victims. Nine ended in a guilty verdict.", [None, None, "f1"]),
        ("part_of", "It helped 60 victims. Nine were under 18.", [None, "f1"]),
        ("part_of", "It helped 60 victims. Nine went home.", [None, None]),
        ("counts", "At the border 599 were intercepted.", ["victims"]),
        ("counts", "In May 2016, 12 were arrested.", ["offenders"]),
        ("counts", "There were ten convictions; six of those sentenced were foreigners.", ["convictions", "offenders"]),
        (
            "counts",
            "They opened 30 cases against 59 suspects, of which 25 concerned begging.",
            ["cases", "offenders", "cases"],
        ),
        ("part_of", "They opened 30 cases against 59 suspects, of which 25 concerned begging.", [None, None, "f1"]),
        ("part_of", "It freed 54 victims in 11 raids. Among those freed, 88 percent were women.", [None, None, "f1"]),
        (
            "part_of",
            "It helped 80 victims: 50 women and 30 men. Twelve of the former went home.",
            [None, "f1", "f1", "f2"],
        ),
        (
            "part_of",
            "It helped 80 victims: 50 women and 30 men. Of the latter, 12 went home.",
            [None, "f1", "f1", "f3"],
        ),
        (
            "part_of",
            "Of 90 migrants, 40 percent were exploited, and of these 10 percent were sold.",
            [None, "f1", "f2"],
        ),
        (
            "part_of",
            "It helped 90 victims. Nigerians (40) and Romanians (12) were the largest groups.",
            [None, "f1", "f1"],
        ),
        ("part_of", "It sheltered 43 women in 2017 (2016: 40), 30 for forced labour.", [None, None, "f1"]),
        (
            "part_of",
            "It sheltered 43 victims, 17 from Chad, nine from Mali and the rest from Niger.",
            [None, "f1", "f1"],
        ),
        ("status", "The police identified 35 victims and NGOs 70.", ["identified", "identified"]),
        ("status", "It reported that 350 victims had received help.", ["assisted"]),
        ("status", "The coalition granted victim status to 16 people.", ["identified"]),
        ("counts", "The shelter took in 43 victims. Another shelter housed 71.", ["victims", "victims"]),
        ("counts", "There are 72 inspectors, 12 of whom watch over forced labour.", ["people", "people"]),
        (
            "exploitation",
            "It opened 23 cases, 17 for sexual and six for labour exploitation.",
            [None, "sexual", "labour"],
        ),
        (
            "exploitation",
            "It heard of 75 cases: 51 sex trafficking, 10 labour trafficking, and 14 of both kinds.",
            [None, "sexual", "labour", None],
        ),
        ("counts", "It looked into 79 sex-trafficking and 24 labour-trafficking complaints.", ["cases", "cases"]),
        (
            "age",
            "For 2012 it counted 540 victims, two boys and 43 girls. For 2011 the figures were 512, one and 60.",
            [None, "minor", "minor", None, "minor", "minor"],
        ),
        (
            "part_of",
            "It found 50 victims, including two boys and 43 girls. Before, the figures were 51, one and 40.",
            [None, "f1", "f1", None, "f4", "f4"],
        ),
        ("low", "Courts convicted 64 traffickers, fewer than the 104 convicted before.", [64, 104]),
        ("age", "It counted 42 victims, eight in ten of them aged over 18.", [None, "adult"]),
        ("sex", "Of the 40 victims, 88 percent were women or girls.", [None, "female"]),
        ("counts", "More than 300 fishers - mostly Burmese - were brought out of forced labour.", ["victims"]),
        (
            "period",
            "In 2012 it opened 44 cases, a fall of 9 percent on the previous year's 49, and freed 20 victims.",
            ["2012", "2012", "2011", "2012"],
        ),
        (
            "period",
            "There was one conviction against two during 2007, when 11 cases were tried.",
            [None, "2007", "2007"],
        ),
        ("counts", "A network trained 40 law enforcement, health and media actors.", ["people"]),
        ("counts", "The police paid for 23 transit centres.", ["places"]),
        ("counts", "It identified 63 forced labour and sex trafficking victims.", ["victims"]),
        ("status", "With the assistance of the centres, 41 trafficked children were interviewed.", [None]),
        ("counts", 'It found 22 victims through the national "147" hotline.', ["victims"]),
        (
            "exploitation",
            "It helped 150 victims; 52 percent were exploited at work, 44 percent sexually.",
            [None, "labour", "sexual"],
        ),
        (
            "part_of",
            "It stopped 99 trafficked children, 40 girls among them, and held nine suspects.",
            [None, "f1", None],
        ),
        ("part_of", "It met 712 trafficked children, one in three a girl.", [None, "f1"]),
        ("part_of", "It counted 303 victims. Syrians were many, and 76 had been sexually exploited.", [None, "f1"]),
        ("counts", "At Tampere, two Estonians were found guilty.", ["offenders"]),
        ("counts", "It put nine employers before the industrial court.", ["offenders"]),
        ("number", "Two pimps got seven and ten years.", ["Two"]),
        (
            "exploitation",
            "It verified the recruitment of 116 children, 13 of them by the police.",
            ["armed_conflict"] * 2,
        ),
        (
            "exploitation",
            "It found 31 victims, 11 of forced labour; before, it had found eight.",
            [None, "labour", None],
        ),
        ("counts", "He had taken the passports of 30 workers.", ["victims"]),
        ("period", "In 2011 the programme took in 30 victims.", ["2011"]),
        ("period", "It heard of 340 cases in 2016, the most since such counts began in 2009.", ["2016"]),
    ],
)
def test_a_number_without_a_noun_is_read_by_what_is_said_around_it(field, text, expected):
    assert values(text, field) == expected


@pytest.mark.parametrize(
    "text",
    [
        "It estimates that 128,000 people lived in slavery, 3.4 in every 1,000 of 38,265,000.",
        "It estimates that 128,000 people lived in slavery, 3.4 of every 1,000 of the 38,265,000.",
    ],
)
def test_the_people_of_whom_a_rate_is_are_not_counted_as_victims(text):
    assert values(text, "counts", about="PL") == ["victims", "share"]
