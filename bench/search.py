"""Search over a million generated passages: how long a fixed mix of questions takes, beside tantivy on the same ones.

    python bench/search.py [--passages 1000000] [--folder KEEP]

Ours returns twenty hits in order with their works and marks, the total and the counts for every filter; tantivy
returns the twenty best documents by BM25 and their number. Needs the extra `bench`.
"""

from __future__ import annotations

import argparse
import random
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import tantivy

from generated import COMMON, PLACES, STOP_LIKE, VOCABULARY, pages, texts, vocabulary
from sourcebook.model import Page, Value
from sourcebook.query.search import search
from sourcebook.query.words import units
from sourcebook.store import SqliteStore, View
from sourcebook.store.match import Filters

PAGES_A_TRANSACTION = 200
HITS = 20


class Question(Value, frozen=True):
    """What is asked, of which kind it is, and within which place or years."""

    kind: str
    typed: str
    place: str | None = None
    years: tuple[int, int] | None = None


def main() -> None:
    """Print the figures."""
    asked = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    asked.add_argument("--passages", type=int, default=1_000_000)
    asked.add_argument("--folder", type=Path, help="keep the two indexes here, and use them again")
    asked.add_argument("--each", type=int, default=60, help="questions of each kind")
    options = asked.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        folder = options.folder or Path(temporary)
        folder.mkdir(parents=True, exist_ok=True)
        if not (folder / "sourcebook.db").exists():
            fill(folder, options.passages)
        compare(folder, options.each)


def fill(folder: Path, passages: int) -> None:
    """Put the passages into a sourcebook and into a tantivy index."""
    (folder / "tantivy").mkdir()
    writer = tantivy.Index(schema(), path=str(folder / "tantivy")).writer(100_000_000, 1)
    store = SqliteStore(folder)
    store.create()
    waiting = pages(passages)
    spent = [0.0, 0.0]
    with store:
        while batch := [page for page, _ in zip(waiting, range(PAGES_A_TRANSACTION), strict=False)]:
            began = time.perf_counter()
            with store.writer() as ours:
                for page, document in batch:
                    ours.put_page(page, document)
            between = time.perf_counter()
            for page, _ in batch:
                for added in documents(page):
                    writer.add_document(added)
            spent[0] += between - began
            spent[1] += time.perf_counter() - between
    began = time.perf_counter()
    writer.commit()
    writer.wait_merging_threads()
    spent[1] += time.perf_counter() - began
    for name, seconds in zip(("sourcebook", "tantivy"), spent, strict=True):
        print(f"{name}: {passages:,} passages written in {seconds:.0f} s")


def schema() -> tantivy.Schema:
    """Return the fields of the tantivy index."""
    builder = tantivy.SchemaBuilder()
    builder.add_text_field("title", stored=True)
    builder.add_text_field("text", stored=True)
    builder.add_text_field("place", stored=True, tokenizer_name="raw")
    builder.add_integer_field("year", indexed=True, fast=True)
    return builder.build()


def documents(page: Page) -> Iterator[tantivy.Document]:
    """Return a page's passages as documents."""
    for entry in page.entries:
        year = int((entry.work.issued or "0")[:4])
        for passage in (*entry.passages, *([entry.title_passage] if entry.title_passage else [])):
            yield tantivy.Document(title=entry.work.title, text=passage.text, place=page.place, year=year)


def questions(each: int, seed: int) -> list[Question]:
    """Return the mix: as many of each kind, in an order that mixes them."""
    chance = random.Random(seed)
    words = vocabulary(random.Random(0))
    runs = [text.rstrip(".").split() for text in texts(each, seed=1)]
    asked = []
    for number in range(each):
        run = runs[number]
        at = chance.randrange(len(run) - 3)
        two = f"{chance.choice(COMMON)} {words[int(10 ** chance.uniform(1, 3.5))]}"
        asked += [
            Question(kind="rare word", typed=chance.choice(words[5_000 : VOCABULARY // 2])),
            Question(kind="common word", typed=chance.choice(COMMON)),
            Question(kind="stop-like word", typed=chance.choice(STOP_LIKE)),
            Question(kind="phrase", typed=f'"{" ".join(run[at : at + chance.randint(2, 3)])}"'),
            Question(kind="prefix", typed=f"{chance.choice(words[20:20_000])[: chance.randint(3, 6)]}*"),
            Question(kind="two words, a place", typed=two, place=chance.choice(PLACES[:100])),
            Question(kind="two words, years", typed=two, years=(2005, 2005 + chance.randint(0, 9))),
        ]
    chance.shuffle(asked)
    return asked


def ask_ours(view: View, question: Question) -> int:
    """Ask the sourcebook; return how many hits were shown."""
    filters = Filters(places=(question.place,) if question.place else (), years=question.years)
    return len(search(view, question.typed, filters, limit=HITS).hits)


def ask_tantivy(index: tantivy.Index, question: Question) -> int:
    """Ask tantivy; return how many hits were read."""
    fields = index.schema
    must = []
    for unit in units(question.typed):
        if unit.prefix:
            must.append(tantivy.Query.regex_query(fields, "text", f"{unit.words[-1]}.*"))
        elif len(unit.words) > 1:
            must.append(tantivy.Query.phrase_query(fields, "text", list(unit.words)))
        else:
            must.append(tantivy.Query.term_query(fields, "text", unit.words[0]))
    if question.place:
        must.append(tantivy.Query.term_query(fields, "place", question.place))
    if question.years:
        must.append(tantivy.Query.range_query(fields, "year", tantivy.FieldType.Integer, *question.years))
    searcher = index.searcher()
    found = searcher.search(tantivy.Query.boolean_query([(tantivy.Occur.Must, query) for query in must]), HITS)
    return len([searcher.doc(address)["text"] for _, address in found.hits])


def compare(folder: Path, each: int) -> None:
    """Ask both the same questions and print the table."""
    index = tantivy.Index.open(str(folder / "tantivy"))
    with SqliteStore(folder).view() as view:
        engines = {"sourcebook": lambda q: ask_ours(view, q), "tantivy": lambda q: ask_tantivy(index, q)}
        print(f"{sum(row.passages for row in view.pages()):,} passages, {each * 7} questions, times in ms\n")
        print(f"{'':20}" + "".join(f"{name:>12} p50{'p99':>8}{'cpu p50':>9}{'cpu p99':>9}" for name in engines))
        taken = {name: timed(ask, each) for name, ask in engines.items()}
    kinds = ["all", *dict.fromkeys(took[0] for took in next(iter(taken.values())))]
    for kind in sorted(kinds, key=lambda kind: kind != "all"):
        row = f"{kind:20}"
        for times in taken.values():
            for clock, wide in ((1, 16), (2, 9)):
                chosen = sorted(took[clock] for took in times if kind in {"all", took[0]})
                row += f"{statistics.median(chosen):{wide}.2f}{chosen[int(len(chosen) * 0.99)]:{8 if clock == 1 else 9}.2f}"
        print(row)


def timed(ask: Callable[[Question], int], each: int) -> list[tuple[str, float, float]]:
    """Return how long each question took, by the clock and by the processor, after others have warmed the caches."""
    for question in questions(each // 2, seed=99):
        ask(question)
    taken = []
    for question in questions(each, seed=7):
        began, busy = time.perf_counter(), time.process_time()
        ask(question)
        taken.append((question.kind, (time.perf_counter() - began) * 1000, (time.process_time() - busy) * 1000))
    return taken


if __name__ == "__main__":
    main()
