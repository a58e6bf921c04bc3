"""Choose among a million due links of 10,000 hosts, by a clock of its own: how long a choice takes, and the rates.

    python bench/polite_queue.py [--hosts 10000] [--links 1000000] [--delay 2.0] [--floor]

Links are spread over hosts as they are over the web: few hosts have many. With `--floor` the exit code says whether
every choice stayed under a millisecond, but for the pauses of the machine, and no host was asked above its rate.
"""

from __future__ import annotations

import argparse
import random
import sys
import time

from sourcebook.preserve.queue import PoliteQueue

MOST_SECONDS = 0.001


def main():
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--hosts", type=int, default=10_000)
    options.add_argument("--links", type=int, default=1_000_000)
    options.add_argument("--delay", type=float, default=2.0)
    options.add_argument("--floor", action="store_true")
    told = options.parse_args()
    chance = random.Random(6)
    queue: PoliteQueue[int] = PoliteQueue()
    weights = [1 / (rank + 10) for rank in range(told.hosts)]
    hosts = chance.choices([f"h{n}.example:443" for n in range(told.hosts)], weights, k=told.links)
    began = time.perf_counter()
    for link, host in enumerate(hosts):
        queue.put(host, link)
    print(f"put   {told.links / (time.perf_counter() - began):12,.0f} links/s")
    now, last, took, above, taken, busiest = 0.0, {}, [], 0, 0, 0.0
    while len(queue):
        began, worked = time.perf_counter(), time.thread_time()
        found = queue.take(now)
        took.append(time.perf_counter() - began)
        busiest = max(busiest, time.thread_time() - worked)
        if found is None:
            now = max(now, queue.next_time() or now)
            continue
        host, _ = found
        above += host in last and now - last[host] < told.delay - 1e-6
        last[host] = now
        began = time.perf_counter()
        queue.done(host, free_at=now + told.delay)
        took[-1] += time.perf_counter() - began
        taken += 1
        now += 0.0001
    took.sort()
    p50, p999, worst = (took[int(len(took) * share)] * 1e6 for share in (0.5, 0.999, 1 - 1e-9))
    print(f"taken {taken:,} links, {above} above a host's rate, {now / 3600:,.1f} hours of the simulated clock")
    print(
        f"a choice takes {p50:.1f} us (p50), {p999:.1f} us (p99.9), {worst:.0f} us (worst, with pauses of the machine)"
    )
    print(f"the most processor time that a choice took is {busiest * 1e6:.0f} us")
    if told.floor and (above or taken != told.links or busiest > MOST_SECONDS):
        sys.exit("The floor is not reached.")


if __name__ == "__main__":
    main()
