"""Texts that are the same or nearly so are found, and no others."""

from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st
from rapidfuzz import fuzz

from sourcebook.reconcile.carried import Wording, carried_over
from sourcebook.reconcile.near import folded, near_pairs
from sourcebook.reconcile.wording import gained, lost, word_difference

SENTENCE = (
    "Labour inspectors visited the brick kilns twice in the year and wrote down what the workers told them "
    "about wages that were promised in spring and never paid when the season ended in the first snow."
)
words = st.lists(st.sampled_from(sorted(set(SENTENCE.split()))), min_size=0, max_size=40).map(" ".join)


def test_equal_texts_are_a_chain_of_neighbours():
    assert [(p.first, p.second, p.ratio) for p in near_pairs([SENTENCE, "x" * 90, SENTENCE, SENTENCE])] == [
        (0, 2, 100.0),
        (2, 3, 100.0),
    ]


def test_line_breaks_make_no_difference():
    broken = SENTENCE.replace(" the ", "\n   the ")
    assert [p.ratio for p in near_pairs([SENTENCE, broken])] == [100.0]


def test_one_changed_clause_is_near_and_a_short_text_never_counts():
    changed = SENTENCE.replace("twice in the year", "once that year")
    (pair,) = near_pairs([SENTENCE, "short", changed, "short"])
    assert (pair.first, pair.second) == (0, 2)
    assert 90 <= pair.ratio < 100


@settings(max_examples=60, deadline=None)
@given(st.lists(words, max_size=8), st.lists(words, max_size=4))
def test_only_pairs_that_reach_the_ratio_are_given(tails, others):
    texts = [f"{SENTENCE} {tail}" for tail in tails] + others
    found = {(p.first, p.second): p.ratio for p in near_pairs(texts)}
    for (a, b), ratio in found.items():
        assert a < b
        assert fuzz.ratio(folded(texts[a]), folded(texts[b])) == ratio >= 90


@settings(max_examples=40, deadline=None)
@given(st.lists(st.integers(0, len(SENTENCE) - 6), min_size=2, max_size=6, unique=True))
def test_texts_with_one_run_of_five_characters_replaced_are_all_found(places):
    texts = [SENTENCE[:at] + "#####" + SENTENCE[at + 5 :] for at in places]
    found = {(p.first, p.second) for p in near_pairs(texts)}
    assert found == set(combinations(range(len(texts)), 2))


def test_the_lost_clause_is_named():
    runs = word_difference("They were minimal and inadequate to deter violations.", "They were minimal.")
    assert lost(runs) == ("and inadequate to deter violations",)
    assert gained(runs) == ()


@given(words, words)
def test_the_runs_give_both_texts_back(earlier, later):
    runs = word_difference(earlier, later)
    assert "".join(r.text for r in runs if r.change != "added") == earlier
    assert "".join(r.text for r in runs if r.change != "dropped") == later


def test_among_few_texts_each_is_compared_with_each_however_narrow_the_window():
    others = [f"{word} " * 20 for word in ("alpha", "gamma", "delta", "kappa", "sigma", "theta", "omega", "zetas")]
    one = "The government did not impose penalties severe enough to deter violations in that year, it was said."
    other = one.replace(" to deter violations", "")
    found = list(near_pairs([one, *others, other], ratio=80, window=1))
    assert [(pair.first, pair.second) for pair in found] == [(0, 9)]


def test_a_page_that_is_compared_text_by_text_misses_no_lost_clause_among_texts_of_like_length():
    kept = "Rules against forced labour were seldom enforced, and what was set aside for preventing it was minimal."
    lost_later = kept.replace("minimal", "minimal and inadequate to deter those who break the rules")
    between = [f"{chr(97 + at) * 40} {chr(97 + at) * (66 + at)}" for at in range(24)]
    texts = [lost_later, *between, kept]
    found = carried_over(
        [
            Wording(passage=str(at), work=str(at), title=f"Work {at}", page="GH", text=text, order=str(2000 + at))
            for at, text in enumerate(texts)
        ]
    )
    assert [(pair.earlier.work, pair.later.work) for pair in found] == [("0", "25")]
    assert lost(found[0].runs) == ("and inadequate to deter those who break the rules",)
