import pytest
from tests.world.archive import WORLD
from tests.world.stored import stored_pages


@pytest.fixture(scope="session")
def store(tmp_path_factory):
    return stored_pages(tmp_path_factory.mktemp("world"), WORLD.held)


@pytest.fixture
def view(store):
    with store.view() as opened:
        yield opened
