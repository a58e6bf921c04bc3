"""What comparing shows is kept up to date scope by scope, and is the same as if everything were compared anew."""

import random

import pytest
from tests.pipeline.archives import SAMPLE, new, put

from sourcebook.pipeline.comparing import compare_stale, mark_everything
from sourcebook.store import SqliteStore


def findings_of(folder):
    with SqliteStore(folder).view() as view:
        evidence = view.evidence
        figures = sorted((mention.id, mention.page) for mention in evidence.figures())
        families = sorted(family.id for family in evidence.families(least_works=1))
        bounds = sorted((family.id, family.at_least, family.at_most, family.works) for family in evidence.families())
        return figures, families, bounds, sorted((one.id, one.text, one.because) for one in evidence.findings())


@pytest.mark.slow
def test_adding_page_by_page_finds_what_a_full_comparison_finds(tmp_path):
    folder = new(tmp_path / "archive")
    for page in sorted(SAMPLE.glob("*.txt")):
        put(folder, page)
    kept = findings_of(folder)
    store = SqliteStore(folder)
    with store.writer() as writer:
        mark_everything(writer.evidence)
    compare_stale(store)
    assert findings_of(folder) == kept
    assert kept[3]


@pytest.mark.slow
def test_the_order_of_adding_makes_no_difference(tmp_path):
    pages = sorted(SAMPLE.glob("*.txt"))
    shuffled = random.Random(4).sample(pages, len(pages))
    one, other = new(tmp_path / "one"), new(tmp_path / "other")
    put(one, *pages)
    put(other, *shuffled)
    assert findings_of(one) == findings_of(other)


def test_what_a_later_state_no_longer_says_is_no_longer_found(tmp_path):
    folder = new(tmp_path / "archive")
    page = (
        "Human Trafficking & Modern-day Slavery\n\nRepublic of Ghana\n\n*** ARCHIVES ***\n\n"
        "A count\nHarbour Chronicle, 3 May 2004\n[accessed 3 March 2021]\n\n{}\n"
    )
    put(folder, "-", stdin=page.format("Police identified 90 victims: 60 women and 30 men.").encode())
    assert "parts_hold" in set(_kinds(folder))
    put(folder, "-", stdin=page.format("Police identified nobody.").encode())
    assert "parts_hold" not in set(_kinds(folder))


def _kinds(folder):
    with SqliteStore(folder).view() as view:
        return [finding.kind for finding in view.evidence.findings()]
