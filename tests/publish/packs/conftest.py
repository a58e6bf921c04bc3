from types import MappingProxyType

import pytest
from tests.world.archive import WORLD
from tests.world.stored import stored_pages

from sourcebook.model import Document, Entry, Page, Passage, Work
from sourcebook.model.identity import passage_id
from sourcebook.pipeline.create import create
from sourcebook.store import SqliteStore


@pytest.fixture(scope="session")
def store(tmp_path_factory):
    return stored_pages(tmp_path_factory.mktemp("world"), WORLD.held)


@pytest.fixture
def view(store):
    with store.view() as opened:
        yield opened


def entry_of(text, title="A report", **more):
    """An entry with one passage, as a page has it."""
    work = Work(**({"title": title, "publisher": "Invented Office", "issued": "2019"} | more))
    passage = Passage(id=passage_id(work.id, text, 0), text=text, start=0, end=len(text), ordinal=1)
    return Entry(work=work, start=0, end=1, section="archives", passages=(passage,))


def unread(folder, page):
    """Return a store that holds a page whose passages nobody read for claims: quick for a large one."""
    create(folder / "book")
    store = SqliteStore(folder / "book")
    with store.writer() as writer:
        writer.put_page(
            page, Document(text="", media_type="text/plain", digest=f"sha256:{1:064x}"), MappingProxyType({})
        )
    return store


def held(folder, *entries, place="AD"):
    """Return a store that holds a page with these entries, read and compared."""
    return stored_pages(folder, (Page(place=place, entries=entries),))
