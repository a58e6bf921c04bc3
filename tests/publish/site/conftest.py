import pytest
from tests.world.stored import stored


@pytest.fixture(scope="session")
def store(tmp_path_factory):
    return stored(tmp_path_factory.mktemp("world"))


@pytest.fixture
def view(store):
    with store.view() as opened:
        yield opened
