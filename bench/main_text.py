"""The main text of thirty invented pages in ten layouts beside trafilatura's: how much of it is found, and how fast.

    python -m bench.main_text

F1 is of words as a bag, case aside; headlines, bylines, dates and captions count neither for nor against. Ours is the
whole reader, from bytes to blocks with links and metadata; trafilatura extracts text alone, with the readers' comments
and without, and the better of the two counts. `--unnamed` takes from every element the names that tell what it is;
`--later` reads eighteen pages in six other layouts.
"""

from __future__ import annotations

import argparse
import re
import statistics
import time
from collections import Counter, defaultdict
from functools import partial
from pathlib import Path

from bench.cluttered import pages
from bench.cluttered.later_layouts import LATER
from bench.cluttered.layouts import LAYOUTS

from sourcebook.read import document

ROUNDS = 7
WORD = re.compile(r"\w+")
NAMES = re.compile(r' (?:class|id|role)="[^"]*"')


def ours(markup):
    read = document(markup.encode(), name="page.html")
    return "\n".join(read.text[block.start : block.end] for block in read.blocks if not block.aside)


def theirs(markup, *, comments):
    import trafilatura

    return trafilatura.extract(markup, include_comments=comments) or ""


PEERS = {
    "trafilatura, with comments": partial(theirs, comments=True),
    "trafilatura, without": partial(theirs, comments=False),
}


def words(text):
    return Counter(WORD.findall(text.casefold()))


def f1(found, page):
    got, main = words(found), words(page.main)
    right = (got & main).total()
    wrong = ((got - main) - words(page.either)).total()
    return 2 * right / (2 * right + wrong + (main - got).total()) if right else 0.0


def scores(extract, made):
    by_layout = defaultdict(list)
    for page in made:
        by_layout[page.layout].append(f1(extract(page.markup), page))
    return {layout: statistics.mean(found) for layout, found in by_layout.items()}


def timed(extract, made):
    began = time.process_time()
    for page in made:
        extract(page.markup)
    return time.process_time() - began


def ratio(extract, made):
    """Return how many times faster ours is, the median of rounds in which both take turns."""
    return statistics.median(timed(extract, made) / timed(ours, made) for _ in range(ROUNDS))


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--unnamed", action="store_true", help="take the names from every element")
    parser.add_argument("--later", action="store_true", help="the six layouts that were written after the rules")
    parser.add_argument("--write", type=Path, help="a folder to write the pages to, to look at")
    told = parser.parse_args()
    made = pages(LATER if told.later else LAYOUTS)
    if told.unnamed:
        made = [type(page)(page.layout, NAMES.sub("", page.markup), page.main, page.either) for page in made]
    if told.write:
        told.write.mkdir(parents=True, exist_ok=True)
        for number, page in enumerate(made):
            (told.write / f"{number:02d}-{page.layout}.html").write_text(page.markup, encoding="utf-8")
    rows = {"ours": scores(ours, made)} | {name: scores(peer, made) for name, peer in PEERS.items()}
    print(f"{'':12}" + "".join(f"{name:>28}" for name in rows))
    for layout in rows["ours"]:
        print(f"{layout:12}" + "".join(f"{found[layout]:28.3f}" for found in rows.values()))
    means = {name: statistics.mean(found.values()) for name, found in rows.items()}
    print(f"{'mean F1':12}" + "".join(f"{mean:28.3f}" for mean in means.values()))
    best = max(PEERS, key=means.__getitem__)
    print(f"{ratio(PEERS[best], made):.1f} times the speed of {best} ({len(made)} pages, {ROUNDS} rounds)")


if __name__ == "__main__":
    main()
