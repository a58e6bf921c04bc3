"""What became of a link is told right on a table of server behaviours, and no living page is called dead."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from tests.pipeline.links import alive, changed, dead, kept_from_us, unseen_dead, unseen_second, unseen_walls
from tests.pipeline.links.behaviours import ROWS
from tests.pipeline.links.serving import staged

DEAD = {"gone", "soft_404"}
TABLES = (alive, changed, dead, kept_from_us, unseen_dead, unseen_walls, unseen_second)
BEYOND = [row for row in ROWS if row.beyond]


@pytest.fixture(name="verdicts", scope="module")
def looked_at():
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SOURCEBOOK_FETCH_ALLOW_PRIVATE", "1")
        with staged(ROWS) as look, ThreadPoolExecutor(24) as pool:
            return dict(zip([row.name for row in ROWS], pool.map(look, range(len(ROWS))), strict=True))


def test_the_table_holds_at_least_200_behaviours_with_names_of_their_own():
    assert len({row.name for row in ROWS}) == len(ROWS) >= 200


@pytest.mark.parametrize("row", [row for row in ROWS if not row.beyond], ids=lambda row: row.name)
def test_a_behaviour_is_told_right(row, verdicts):
    verdict, host = verdicts[row.name]
    assert verdict.outcome == row.outcome, verdict.because
    assert verdict.because.endswith(".")
    if row.to is not None:
        assert verdict.to == host + row.to


def test_what_no_rule_knows_is_told_late_and_is_less_than_a_twentieth(verdicts):
    assert 20 * len(BEYOND) < len(ROWS)
    assert {verdicts[row.name][0].outcome for row in BEYOND} <= {"changed", "paywalled"}


def test_no_living_page_is_called_dead(verdicts):
    assert [row.name for row in ROWS if verdicts[row.name][0].outcome in DEAD and row.outcome not in DEAD] == []
