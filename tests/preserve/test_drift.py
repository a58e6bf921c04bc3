"""Each passage is unchanged, moved, reworded or gone, and nothing that looks like it is taken for it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sourcebook.model import Block, Document, Link
from sourcebook.preserve.drift import drift, passages_of

ONE = "Police in the river towns said on Monday that 27 women had been taken abroad since the spring."
TWO = "A spokesman for the border guard said that two men from the district had been charged with the crime."
THREE = "The charity that runs the shelter in the old school says that it has beds for nine people."
REST = "The harvest festival will be held on the last Saturday of the month on the meadow behind the church."
PAGE = f"Menu\n{ONE}\n{TWO}\n{THREE}\n{REST}"

CASES = {
    "as it was": (ONE, PAGE, "unchanged"),
    "in another layout": (ONE, PAGE.replace(" ", "\n  "), "unchanged"),
    "in capitals": (ONE, PAGE.upper(), "unchanged"),
    "with other marks": (ONE, PAGE.replace("said on", "said – on"), "unchanged"),
    "a slip mended": (
        "The charity that runs the sheltr in the old school says that it has beds for nine people.",
        PAGE,
        "unchanged",
    ),
    "another number": (ONE, PAGE.replace("27", "72"), "reworded"),
    "a number gone": (ONE, PAGE.replace("27 women", "women"), "reworded"),
    "a not came in": (TWO, PAGE.replace("had been charged", "had not been charged"), "reworded"),
    "half of it new": (
        TWO,
        PAGE.replace("from the district had been charged with the crime", "of the village face trial for the crime"),
        "reworded",
    ),
    "gone": (ONE, REST * 3, "gone"),
    "an empty page": (ONE, "", "gone"),
    "with words left out, marked": (
        "Police in the river towns said ... taken abroad since the spring.",
        PAGE,
        "unchanged",
    ),
    "with words of an editor": (
        "A spokesman for the border guard [on Monday] said that two men from the district",
        PAGE,
        "unchanged",
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_a_passage_is_in_the_state_that_it_is_in(name):
    passage, page, state = CASES[name]
    assert [one.state for one in drift([passage], page).passages] == [state]


def test_the_words_that_stand_in_place_of_a_passage_are_told():
    found = drift([ONE], PAGE.replace("27", "72")).passages[0]
    assert "72 women" in found.now


def test_passages_in_another_order_are_moved_and_not_lost():
    found = drift([ONE, TWO, THREE], f"{TWO} {THREE} {ONE}")
    assert found.lost == 0
    assert found.count("moved") >= 1


def test_a_passage_of_a_few_letters_is_not_compared():
    assert drift(["Yes."], "No.").passages == ()


@given(st.lists(st.sampled_from([ONE, TWO, THREE, REST]), unique=True), st.text(max_size=200))
def test_what_stands_in_the_text_is_never_lost(passages, around):
    assert drift(passages, around + "\n" + "\n".join(passages) + "\n" + around).lost == 0


@given(st.text(max_size=400), st.text(max_size=400))
def test_any_two_texts_can_be_compared(passage, page):
    found = drift([passage], page)
    assert 0 <= found.share <= 1


def test_running_text_is_compared_and_menus_are_not():
    text = f"Home News About us and all the other pages of this site\n{ONE}\n{TWO}"
    menu = text.index("\n")
    blocks = (
        Block(start=0, end=menu),
        Block(start=menu + 1, end=menu + 1 + len(ONE)),
        Block(start=menu + 2 + len(ONE), end=len(text)),
    )
    document = Document(text=text, media_type="text/html", blocks=blocks, links=(Link(start=0, end=menu, href="/"),))
    assert passages_of(document) == (ONE, TWO)
