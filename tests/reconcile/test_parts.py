"""Totals are checked along each way of dividing them, and what follows from them is derived."""

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sourcebook.model.finding import Mention
from sourcebook.reconcile.parts import children, implied, ways
from tests.reconcile.invented import mention

TWO_WAYS = (
    "Police registered 90 victims, of whom 60 were exploited sexually (including 20 minors) and 30 in labour; "
    "50 were female (including 16 minors) and 40 were male (including 9 minors)."
)


def two_ways():
    total = mention(TWO_WAYS, "90")
    sexual = mention(TWO_WAYS, "60", exploitation="sexual", part_of=total.id)
    labour = mention(TWO_WAYS, "30", exploitation="labour", part_of=total.id)
    female = mention(TWO_WAYS, "50", sex="female", part_of=total.id)
    male = mention(TWO_WAYS, "40", sex="male", part_of=total.id)
    minors = [
        mention(TWO_WAYS, "20", exploitation="sexual", age="minor", part_of=sexual.id),
        mention(TWO_WAYS, "16", sex="female", age="minor", part_of=female.id),
        mention(TWO_WAYS, "9", sex="male", age="minor", part_of=male.id),
    ]
    return [total, sexual, labour, female, male, *minors]


def test_a_total_is_checked_along_each_way_of_dividing_it():
    found = {(way.by, way.verdict) for way in ways(two_ways()) if len(way.parts) > 1}
    assert found == {("exploitation", "holds"), ("sex", "holds")}


def test_what_two_holding_ways_imply_is_derived_with_its_arithmetic():
    found = {(one.within.number if one.within else None, one.number, one.derivation) for one in implied(two_ways())}
    assert found == {(None, 25, "16 + 9"), ("30", 5, "16 + 9 - 20")}


def test_a_subset_named_by_including_is_not_added_to_its_siblings():
    text = "Of 100 crimes 20 were recruiting, 70 keeping brothels (including 40 abroad) and 10 kidnapping."
    total = mention(text, "100", counts="cases")
    parts = [mention(text, n, counts="cases", part_of=total.id) for n in ("20", "70", "10")]
    below = mention(text, "40", counts="cases", part_of=parts[1].id)
    (way,) = [way for way in ways([total, *parts, below]) if way.total == total]
    assert way.verdict == "holds"
    assert below not in way.parts


@pytest.mark.parametrize(
    ("text", "total", "fields", "verdict", "difference"),
    [
        ("They identified 54 victims: 31 women and 14 men.", "54", {"31": "female", "14": "male"}, "short", -9),
        ("They identified 40 victims: 31 women and 14 men.", "40", {"31": "female", "14": "male"}, "over", 5),
        (
            "They identified 54 victims, including 31 women and 14 men.",
            "54",
            {"31": "female", "14": "male"},
            "cannot_say",
            -9,
        ),
        ("Among the 54 victims were 31 women and 14 men.", "54", {"31": "female", "14": "male"}, "cannot_say", -9),
    ],
)
def test_a_difference_is_named_only_where_the_wording_promises_all_parts(text, total, fields, verdict, difference):
    whole = mention(text, total)
    parts = [mention(text, number, sex=sex, part_of=whole.id) for number, sex in fields.items()]
    (way,) = ways([whole, *parts])
    assert (way.verdict, way.difference) == (verdict, difference)


def test_a_rough_total_cannot_be_found_short():
    text = "About 54 victims were found: 31 women and 14 men."
    whole = mention(text, "54", qualifier="about")
    parts = [mention(text, "31", sex="female", part_of=whole.id), mention(text, "14", sex="male", part_of=whole.id)]
    assert [way.verdict for way in ways([whole, *parts])] == ["cannot_say"]


def test_cycles_and_totals_of_themselves_have_no_parts():
    text = "It was 1 and 2 and 3."
    one = mention(text, "1", id="one", part_of="two")
    two = mention(text, "2", id="two", part_of="one")
    own = mention(text, "3", id="own", part_of="own")
    assert children([one, two, own]) == {}
    assert ways([one, two, own]) == ()


links = st.lists(st.integers(-1, 7), min_size=8, max_size=8)


@given(links, st.lists(st.integers(0, 50), min_size=8, max_size=8), st.permutations(range(8)))
def test_any_tangle_of_parts_gives_the_same_answer_in_any_order(parents, values, order):
    text = " ".join(f"{value} people" for value in values)
    places = [0]
    for value in values:
        places.append(places[-1] + len(f"{value} people") + 1)
    tangle = [
        Mention(
            id=str(at), passage="p", work="w", title="t", page="BY", place="BY", number=str(value), start=places[at],
            end=places[at] + len(str(value)), text=text, low=value, high=value,
            part_of=str(parents[at]) if parents[at] >= 0 else None,
        )
        for at, value in enumerate(values)
    ]  # fmt: skip
    first = {(way.total.id, way.by, way.parts, way.verdict) for way in ways(tangle)}
    assert first == {(way.total.id, way.by, way.parts, way.verdict) for way in ways([tangle[at] for at in order])}


def test_a_part_that_was_not_read_as_one_forbids_calling_the_sum_short():
    text = "Of 80 cases: 19 of trafficking, 20 of begging, 5 of theft and 30 of unknown kind."
    total = mention(text, "80", counts="cases")
    parts = [mention(text, number, counts="cases", part_of=total.id) for number in ("19", "20", "5")]
    loose = mention(text, "30", counts="cases")
    (way,) = ways([total, *parts, loose])
    assert way.verdict == "cannot_say"
    whole = msgspec.structs.replace(loose, part_of=total.id)
    (way,) = ways([total, *parts, whole])
    assert (way.verdict, way.difference) == ("short", -6)
