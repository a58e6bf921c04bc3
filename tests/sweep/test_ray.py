"""The Ray engine gives the rows that the local one gives, also where a node is lost in the middle."""

from __future__ import annotations

import logging
import threading
import time

import pytest

ray = pytest.importorskip("ray")

from ray.cluster_utils import Cluster  # noqa: E402
from tests.sweep.archives import OFF_TOPIC, ON_TOPIC, html, response, warc  # noqa: E402
from tests.sweep.test_run import tables  # noqa: E402

from sourcebook.errors import UsageError  # noqa: E402
from sourcebook.sweep.engine import Job  # noqa: E402
from sourcebook.sweep.local_engine import LocalEngine  # noqa: E402
from sourcebook.sweep.ray_engine import RayEngine  # noqa: E402
from sourcebook.sweep.run import sweep  # noqa: E402

pytestmark = [
    pytest.mark.slow,
    pytest.mark.xdist_group("ray"),
    pytest.mark.filterwarnings("ignore::ResourceWarning", "ignore::FutureWarning", "ignore::DeprecationWarning"),
    pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning"),
]


@pytest.fixture(name="cluster", scope="module")
def two_nodes():
    cluster = Cluster(initialize_head=True, head_node_args={"num_cpus": 1})
    cluster.add_node(num_cpus=1)
    ray.init(address=cluster.address, log_to_driver=False, logging_level=logging.ERROR)
    yield cluster
    ray.shutdown()
    cluster.shutdown()


def files(tmp_path, count=8, pages=6):
    made = []
    for number in range(count):
        answers = [
            response(f"https://example.org/{number}/{at}", html(f"{ON_TOPIC} {number * 31 + at}", OFF_TOPIC))
            for at in range(pages)
        ]
        made.append(str(warc(tmp_path / f"{number}.warc.gz", *answers)))
    return made


def test_a_cluster_that_does_not_answer_is_refused_with_what_to_do(tmp_path):
    started = time.monotonic()
    with pytest.raises(UsageError, match="No Ray cluster"):
        list(RayEngine(address="127.0.0.1:1").run([], Job("trafficking", tmp_path), threading.Event()))
    assert time.monotonic() - started < 30


def test_a_cluster_of_two_nodes_gives_the_rows_of_one_process(tmp_path, cluster):
    del cluster
    paths = files(tmp_path)
    there = sweep(paths, tmp_path / "ray", RayEngine())
    here = sweep(paths, tmp_path / "here", LocalEngine(1))
    assert (there.records, there.rows, there.errors) == (here.records, here.rows, ())
    assert tables(tmp_path / "ray") == tables(tmp_path / "here")


def test_a_node_that_is_lost_in_the_middle_costs_no_row(tmp_path, cluster):
    paths = files(tmp_path, count=10, pages=20)
    node = next(iter(cluster.worker_nodes))
    lost = threading.Event()

    def lose(*_):
        if not lost.is_set():
            lost.set()
            cluster.remove_node(node, allow_graceful=False)

    there = sweep(paths, tmp_path / "ray", RayEngine(), progress=lose)
    sweep(paths, tmp_path / "here", LocalEngine(1))
    assert lost.is_set()
    assert there.errors == ()
    assert tables(tmp_path / "ray") == tables(tmp_path / "here")
