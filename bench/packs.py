"""How long packs of 12 countries with 400 passages take, in every format, and that the same bytes come twice.

    python bench/packs.py [COUNTRIES] [PASSAGES]

The passages are invented, each with figures that other works repeat; time is that of the processor, the median of three.
"""

from __future__ import annotations

import statistics
import sys
import tempfile
import time
from pathlib import Path

from sourcebook.model import Document, Entry, Page, Passage, Visit, Work
from sourcebook.model.identity import passage_id
from sourcebook.pipeline.claiming import claims_of
from sourcebook.pipeline.comparing import compare_stale, mark_everything
from sourcebook.pipeline.create import create
from sourcebook.publish.packs.making import asked_for
from sourcebook.publish.packs.table import FORMATS, KINDS
from sourcebook.publish.site.site_page import Site
from sourcebook.store import SqliteStore

CODES = ("BY", "UA", "LT", "PL", "RU", "MD", "RO", "BG", "AL", "GR", "TR", "DE", "FR", "ES", "IT", "PT", "NL", "BE")
SAID = (
    "In {year} the office of {code} identified {n} victims of trafficking, of whom {m} were women sold for sexual "
    "exploitation and {k} men held in forced labour on farms. According to a representative of the institute {big:,} "
    "people a year are taken to Germany and Poland, where debts and threats keep them from leaving."
)


def pages(countries: int, passages: int) -> list[Page]:
    made = []
    for at, code in enumerate(CODES[:countries]):
        entries = []
        for number in range(at, passages, countries):
            year = 2000 + number % 24
            work = Work(
                title=f"Report {number} on people held",
                publisher="Invented Office",
                issued=str(year),
                url=f"https://office.example/{number}",
            )
            text = SAID.format(year=year, code=code, n=90 + number, m=50 + number, k=40, big=1000 * (at + 2))
            one = Passage(id=passage_id(work.id, text, 0), text=text, start=0, end=len(text), ordinal=1)
            entries.append(
                Entry(
                    work=work, start=0, end=1, section="archives", visits=(Visit(when="2020-01-02"),), passages=(one,)
                )
            )
        made.append(Page(place=code, entries=tuple(entries)))
    return made


def stored(folder: Path, made: list[Page]) -> SqliteStore:
    create(folder)
    store = SqliteStore(folder)
    with store.writer() as writer:
        for number, page in enumerate(made):
            document = Document(text="", media_type="text/plain", digest=f"sha256:{number:064x}")
            writer.put_page(page, document, claims_of(page))
        mark_everything(writer.evidence)
    compare_stale(store)
    return store


def main() -> None:
    countries, passages = [int(one) for one in sys.argv[1:]] or [12, 400]
    with tempfile.TemporaryDirectory() as folder:
        store = stored(Path(folder) / "book", pages(countries, passages))
        site = Site(address="https://archive.example", as_of="2026-11-25")
        with store.view() as view:
            asked = asked_for(view, site, tuple(CODES[:countries]))
            for name, make in KINDS.items():
                for ending, form in FORMATS.items():
                    times, made = [], set()
                    for _ in range(3):
                        begun = time.process_time()
                        made.add(form.write(make(asked), "https://elsewhere.example/").content)
                        times.append(time.process_time() - begun)
                    size = len(next(iter(made))) // 1024
                    same = "the same bytes" if len(made) == 1 else "OTHER BYTES"
                    print(f"{name:10} {ending:4} {statistics.median(times):6.2f} s (at most 5) {size:6,} kB, {same}")


if __name__ == "__main__":
    main()
