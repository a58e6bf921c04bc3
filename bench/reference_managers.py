"""Read a library of made-up works in each format, beside pybtex and rispy on the same files; memory as the file grows."""

from __future__ import annotations

import argparse
import json
import resource
import statistics
import time

import pybtex.database
import rispy

from sourcebook.model import Visit, Work
from sourcebook.model.cited import Cited
from sourcebook.publish.cite import formats
from sourcebook.read import document
from sourcebook.segment.library import library_in
from sourcebook.settings import Limits

PEERS = {
    "bibtex": lambda text: pybtex.database.parse_string(text, "bibtex").entries,
    "ris": rispy.loads,
    "csl": json.loads,
    "zotero": json.loads,
}
LIMITS = Limits(max_file_bytes=1 << 40)


def works(count):
    for at in range(count):
        yield Cited(
            work=Work(
                title=f"Boys from the hills work in kilns & camps, part {at} — a {{survey}}",
                authors=("Ama Mensah", "Jörg Müller-Öz"),
                publisher="Hill Watch",
                issued=f"20{at % 20 + 10}-03-{at % 28 + 1:02d}",
                url=f"http://hill.example/kilns_{at}?x=1&y=2",
                kind="report",
                credit=f"Mensah and Müller-Öz for Hill Watch, no. {at}",
            ),
            visits=(Visit(when="2011-01-22", outcome="read"),),
        )


def timed(function, runs):
    spent = []
    for _ in range(runs):
        began = time.process_time()
        found = function()
        spent.append(time.process_time() - began)
    return statistics.median(spent), len(found)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--works", type=int, default=2000)
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--megabytes", type=int, default=20, help="how large a BibTeX file to read for the memory")
    told = parser.parse_args()
    for name, peer in PEERS.items():
        text = formats()[name].write(works(told.works))
        read = document(text.encode(), limits=LIMITS)
        ours, count = timed(lambda read=read: library_in(read).items, told.runs)
        theirs, held = timed(lambda text=text, peer=peer: peer(text), told.runs)
        print(f"{name}: {count} works in {ours:.2f} s, the peer {held} in {theirs:.2f} s; ratio {theirs / ours:.2f}")
    entry = formats()["bibtex"].write(works(500))
    for megabytes in (told.megabytes // 4, told.megabytes):
        text = entry * (megabytes * 1_000_000 // len(entry.encode()))
        read = document(text.encode(), limits=LIMITS)
        held, began = most_held(), time.process_time()
        count = len(library_in(read).items)
        spent = time.process_time() - began
        print(f"BibTeX of {megabytes} MB: {count} works in {spent:.1f} s, {most_held() - held:.0f} MB beside the text")


def most_held():
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    main()
