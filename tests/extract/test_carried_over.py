"""What a figure takes over from words further off: the sentence before, a verb behind a list, the year just named."""

from __future__ import annotations

import pytest

from sourcebook.extract import claims

MAIDS = "Malian women are trafficked to Oman for domestic servitude. "


def values(text, field, about="KE"):
    return [getattr(figure, field) for figure in claims(text, about=about).figures]


@pytest.mark.parametrize(
    ("field", "text", "expected"),
    [
        ("counts", MAIDS + "A journalist counted 75 such women.", ["victims"]),
        ("exploitation", MAIDS + "At least 599 were intercepted at the border.", ["domestic"]),
        ("sex", MAIDS + "At least 599 were intercepted at the border.", ["female"]),
        ("counts", "Boys herd goats in the north. A charity sent 96 of them to school.", ["people"]),
        ("exploitation", "Boys are forced to beg. The police freed twelve children used in this way.", ["begging"]),
        ("counts", "Courts had 134 accused and 57 convictions in 2013, against 98 charged and 33 convictions in 2012.",
         ["offenders", "convictions", "offenders", "convictions"]),
        ("period", "Courts had 134 accused and 57 convictions in 2013, against 98 charged and 33 convictions in 2012.",
         ["2013", "2013", "2012", "2012"]),
        ("status", "Some 155 victims of forced labour and 58 of forced begging had been detected.", ["identified"] * 2),
        ("counts", "Police rescued 86 abducted children and 15 women in 2011, and broke up 31 gangs.",
         ["victims", "victims", "other"]),
        ("counts", "It sent 21 of the 369 cases to court; the remaining 348 were closed.", ["cases"] * 3),
        ("counts", "Since 1995, when the units were set up, 47,000 have been freed.", ["victims"]),
        ("counts", "Ten persons, of whom seven were Greeks, stand accused.", ["offenders", "offenders"]),
        ("counts", "Police arrested two women who had sold 19 girls. A court let one of them go.",
         ["offenders", "victims", "offenders"]),
        ("exploitation", "A ring had forced 23 men to pick strawberries.", ["labour"]),
        ("exploitation", "The police removed five girls who had worked long hours without pay.", ["labour"]),
        ("counts", "The floods forced 300 families to leave.", ["people"]),
        ("counts", "It won 312 convictions. In Benin City it can house 50 at a time.", ["convictions", "people"]),
        ("status", "More than 110,000 people may have fallen victim to traffickers, by IOM's reckoning.", ["estimated"]),
        ("qualifier", "The shelter housed 4,000 women or so.", ["about"]),
        ("age", "It put at 43 per cent the share of children who work.", ["minor"]),
        ("period", "The border guard opened three investigations in 2011.", ["2011"]),
        ("period", "Cases rose by 25 percent on 2014, when there were 5,466.", [None, "2014"]),
        ("period", "In 2016 it admitted 130 victims. At the end of December it cared for 332.", ["2016", "2016-12"]),
        ("period", "It admitted 130 victims in May.", [None]),
        ("period", "In 2016 it admitted 130 victims, 12 of them on 3 May.", ["2016", "2016-05-03"]),
        ("part_of", "Of 591 victims, 458 were sold for sex, among them 96 minors, and 133 for forced labour.",
         [None, "f1", "f2", "f1"]),
        ("same_as", "It found 591 victims. By sex the same 591 were 366 women and 225 men.", [None, "f1", None, None]),
        ("number", "The country is a union of two states. Police found nine victims.", ["nine"]),
        ("number", "He sold two girls of 15 to sailors; each was sold from one ship to the next.", ["two"]),
        ("number", "It returned 145 victims under 18.", ["145"]),
        ("age", "It found 134 child victims and one adult victim; before, the total had been 173.", ["minor", "adult", None]),
        ("status", "Of the estimated 30,000 children whom teachers force to beg, it helped fifty.", ["estimated", "assisted"]),
        ("status", "The centre had 228 victims in its care.", ["assisted"]),
        ("number", "Of 90 migrants, 20 of them under 15 were sold.", ["90", "20"]),
        ("part_of", "It found 668 victims. They included 133 Chadians and 47 Malian nationals.", [None, "f1", "f1"]),
        ("counts", "Border guards stopped 153 girls bound for Oman.", ["victims"]),
        ("part_of", "It took up 119 complaints, 35 relating to begging and 33 to forced marriage.", [None, "f1", "f1"]),
        ("exploitation", "It took up 119 complaints, 35 relating to begging and 33 to forced marriage.",
         [None, "begging", "marriage"]),
        ("exploitation", "Women are lured and forced to marry abroad; police looked into eleven such cases.", ["marriage"]),
        ("part_of", "It found 23 victims, 17 of them children. Nine of the children went home.", [None, "f1", "f2"]),
        ("counts", "Courts heard of 621 people, among them 123 minors, who had been trafficked.", ["victims", "victims"]),
        ("counts", "It heard 37 cases in which 621 people, among them 12 minors, were sold.", ["cases", "victims", "victims"]),
        ("counts", "A raid led to the arrest of one Turkish and one Georgian citizen.", ["offenders", "offenders"]),
        ("exploitation", "It freed six women from prostitution and announced the arrest of nine men.", ["sexual", None]),
        ("age", "It found 14 victims: nine female and five male, three children among them.", [None, None, None, "minor"]),
        ("counts", "Labourers worked for months without wages; some 2,000 of them complained.", ["victims"]),
    ],
)  # fmt: skip
def test_words_further_off_say_what_a_figure_leaves_unsaid(field, text, expected):
    assert values(text, field) == expected
