"""Where something was withdrawn its address says when and why, and nothing of what it was."""

import pytest
from tests.pipeline.archives import SAMPLE, new, put
from tests.pipeline.test_rebuild import LATER

from sourcebook.errors import NotFound
from sourcebook.model.withdrawal import Withdrawal
from sourcebook.pipeline.withdraw import withdraw
from sourcebook.publish.site.pages.entry import entry
from sourcebook.publish.site.pages.passage import passage
from sourcebook.publish.site.render import render
from sourcebook.publish.site.site_page import Site
from sourcebook.store import SqliteStore

WHY = "It names a <b>victim</b>."


@pytest.fixture(scope="module", name="told")
def made(tmp_path_factory):
    """A sourcebook from which an entry and a passage were withdrawn, and the two."""
    folder = new(tmp_path_factory.mktemp("site") / "archive")
    put(folder, SAMPLE / "BY.txt")
    with SqliteStore(folder).view() as view:
        work, other = view.entries("BY")[2].entry.work, view.entries("BY")[4].entry.passages[0]
    for target in (work.id, other.id):
        withdraw(folder, Withdrawal(target=target, what="work", why=WHY, at=LATER))
    return folder, work, other


def test_a_withdrawn_work_has_a_tombstone_at_its_address(told):
    folder, work, _ = told
    with SqliteStore(folder).view() as view:
        page = entry(view, Site(), work.id)
        shown = render(page, Site())
    assert page.status == 410
    assert "It names a &lt;b&gt;victim&lt;/b&gt;." in shown
    assert "2024" in shown
    assert work.title not in shown


def test_a_withdrawn_passage_and_the_passages_of_a_withdrawn_work_are_not_shown(told):
    folder, _, other = told
    with SqliteStore(folder).view() as view:
        page = passage(view, Site(), other.id)
        assert page.status == 410
        assert other.text not in render(page, Site())
        with pytest.raises(NotFound):
            passage(view, Site(), "0123456789ab")
