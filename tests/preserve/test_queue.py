"""Links are taken in turn, one a host at a time, and no host is asked more often than its rate, whatever the order."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from sourcebook.preserve.pace import Pace
from sourcebook.preserve.queue import PoliteQueue

HOSTS = st.sampled_from(["a", "b", "c"])


def run(queue, delay=5.0, visit=1.0, end=10_000.0):
    """Take everything from a queue by a clock of its own, and return what was taken when."""
    now, taken = 0.0, []
    while now < end:
        found = queue.take(now)
        if found is None:
            due = queue.next_time()
            if due is None:
                return taken
            now = max(now, due)
            continue
        taken.append((now, *found))
        queue.done(found[0], free_at=now + delay)
        now += visit / 10
    return taken


@given(st.lists(st.tuples(HOSTS, st.integers(0, 100), st.sampled_from([0.0, 3.0, 40.0]))))
def test_everything_is_taken_once_and_no_host_too_soon(links):
    queue = PoliteQueue()
    for host, link, not_before in links:
        queue.put(host, link, not_before=not_before)
    taken = run(queue)
    assert sorted((host, link) for _, host, link in taken) == sorted((host, link) for host, link, _ in links)
    assert len(queue) == 0
    for host in "abc":
        times = [when for when, of, _ in taken if of == host]
        assert all(later - earlier >= 5.0 - 1e-9 for earlier, later in pairwise(times))


@given(st.lists(st.tuples(HOSTS, st.integers())))
def test_the_links_of_a_host_keep_their_order(links):
    queue = PoliteQueue()
    for host, link in links:
        queue.put(host, link)
    taken = run(queue)
    for host in "abc":
        assert [link for _, of, link in taken if of == host] == [link for of, link in links if of == host]


def test_a_host_has_one_link_out_at_a_time():
    queue = PoliteQueue()
    for link in (1, 2):
        queue.put("a", link)
    assert queue.take(0) == ("a", 1)
    assert queue.take(1000) is None
    queue.done("a", free_at=5)
    assert queue.take(4) is None
    assert queue.take(5) == ("a", 2)


def test_a_link_that_waits_does_not_hold_up_the_others_and_comes_when_it_is_due():
    queue = PoliteQueue()
    queue.put("a", "later", not_before=50)
    queue.put("a", "now")
    assert queue.take(0) == ("a", "now")
    queue.done("a", free_at=5)
    assert queue.take(49) is None
    assert queue.next_time() == 50
    assert queue.take(50) == ("a", "later")


def test_no_time_is_lost_on_a_host_that_rests():
    queue = PoliteQueue()
    for host in "abc":
        for link in range(3):
            queue.put(host, link)
    assert [host for _, host, _ in run(queue, delay=5.0)[:3]] == ["a", "b", "c"]


@given(st.lists(HOSTS, max_size=40))
def test_the_pace_leaves_each_host_its_time(asked):
    now, turns = [0.0], []
    pace = Pace(2.0, clock=lambda: now[0], sleep=lambda seconds: now.__setitem__(0, now[0] + seconds))
    pace.slow("b", 7.0)
    for host in asked:
        pace.before(host)
        turns.append((host, now[0]))
    for host, least in (("a", 2.0), ("b", 7.0), ("c", 2.0)):
        times = [when for of, when in turns if of == host]
        assert all(later - earlier >= least - 1e-9 for earlier, later in pairwise(times))
