"""Reading apart: a file that takes too long or too much ends its own process, and the next one is read."""

import os
import signal

import pytest
from tests.read.pdfs import lines, made, pdf

from sourcebook.errors import InputRefused
from sourcebook.pipeline.apart import ReadingProcess, watched
from sourcebook.settings import Limits

pytestmark = pytest.mark.xdist_group("apart")


@pytest.fixture
def process():
    made_process = ReadingProcess()
    yield made_process
    made_process.close()


def test_it_reads_what_it_would_read_here_and_stays(process):
    assert process.read(pdf([lines(["Words."])]), name="a.pdf", limits=Limits()).text == "Words."
    first = process.pid
    assert process.read(b"More words.", name="a.txt", limits=Limits()).text == "More words."
    assert process.pid == first


def test_a_refusal_comes_through_whole(process):
    with pytest.raises(InputRefused, match=r"a.pdf: This PDF is damaged") as caught:
        process.read(b"%PDF-1.4", name="a.pdf", limits=Limits())
    assert caught.value.next_step


def test_a_file_that_takes_too_long_is_ended_and_the_next_is_read(process):
    with pytest.raises(InputRefused, match=r"longer than 0.01 seconds"):
        process.read(made(300, 1), name="slow.pdf", limits=Limits(max_seconds=0.01))
    assert process.pid is None
    assert process.read(b"Words.", name="a.txt", limits=Limits()).text == "Words."


def test_a_file_that_takes_too_much_memory_is_refused_and_the_next_is_read(process):
    process.read(b"Words.", name="a.txt", limits=Limits())
    with pytest.raises(InputRefused, match="MB of memory"):
        process.read(b"words " * (4 << 20), name="large.txt", limits=Limits(max_memory=1 << 20))
    assert process.read(b"Words.", name="a.txt", limits=Limits()).text == "Words."


@pytest.mark.slow
def test_a_process_does_not_count_what_the_one_that_started_it_holds(process):
    held = b"x" * (600 << 20)
    process.read(b"Words.", name="a.txt", limits=Limits())
    assert process.pid is not None
    assert held


@pytest.mark.slow
def test_a_process_is_replaced_after_some_files_and_when_it_has_grown(process, monkeypatch):
    monkeypatch.setattr("sourcebook.pipeline.apart._FILES", 2)
    read = [process.read(b"Words.", name="a.txt", limits=Limits()).text for _ in range(5)]
    assert read == ["Words."] * 5
    first = process.pid
    monkeypatch.setattr("sourcebook.pipeline.apart._GROWN", 1)
    process.read(b"Words.", name="a.txt", limits=Limits())
    assert first is not None
    assert process.pid is None


@pytest.mark.slow
def test_a_process_that_was_killed_between_two_files_is_replaced(process):
    process.read(b"Words.", name="a.txt", limits=Limits())
    first = process.pid
    os.kill(first, signal.SIGKILL)
    os.waitid(os.P_PID, first, os.WEXITED | os.WNOWAIT)
    assert process.read(b"Words.", name="a.txt", limits=Limits()).text == "Words."
    assert process.pid != first


@pytest.mark.slow
def test_a_process_that_is_killed_while_it_reads_costs_that_file_alone(process):
    report = made(1000, 1)
    with (
        watched(lambda _file, _page, _pages: os.kill(process.pid, signal.SIGKILL)),
        pytest.raises(InputRefused, match="ended the process that read it"),
    ):
        process.read(report, name="large.pdf", limits=Limits())
    assert process.read(b"Words.", name="a.txt", limits=Limits()).text == "Words."
