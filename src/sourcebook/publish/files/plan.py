"""What is to be written: every page and file, in units that are rendered anew when what they rest on changed."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from urllib.parse import quote

from sourcebook.model import Value
from sourcebook.publish.cite import page_formats
from sourcebook.publish.export.package import files_of_part
from sourcebook.publish.export.told import ELSEWHERE
from sourcebook.publish.offered import OFFERED_FILES, pack_files, packs_to_publish
from sourcebook.publish.site import addresses
from sourcebook.publish.site.pages.cite import LIST_FILE, PAGE_FILE
from sourcebook.publish.site.pages.compare import CSV_FILE, SIDE_FILE
from sourcebook.publish.site.pages.entry import CITATION_FILE
from sourcebook.publish.site.parts.layout import laid_out
from sourcebook.publish.site.table import FURTHER_PARTS, PAGES
from sourcebook.query.beside import neighbourhood, regions
from sourcebook.settings import Settings
from sourcebook.store.inventory import HeldPage, HeldWork, Inventory
from sourcebook.vocabulary.themes import themes

PACKAGE = Path(__file__).parents[2]
PROGRAM_FILES = (".py", ".html", ".css", ".js", ".mo", ".toml", ".json", ".tsv", ".typ")
WHOLE = "site"
ONE_A_COUNTRY = {
    "feed": (addresses.feed_of_country("").rpartition("/")[2],),
    "card": (addresses.card("").rpartition("/")[2],),
}
"""The names of the files of which each country has one."""


class Job(Value, frozen=True):
    """One page or file: the row of the site's tables that makes it, and the parts of its address."""

    route: str
    parts: tuple[tuple[str, str], ...] = ()
    is_file: bool = False

    @property
    def path(self) -> str:
        """Where the file is written, relative to the folder; a page is the index of the folder of its address."""
        parts = dict(self.parts)
        filled = "/".join(quote(parts[name], safe="") if name else step for step, name in _steps(self.route))
        if self.is_file:
            return filled
        return f"{filled}/index.html" if filled else "index.html"

    def further(self, part: int) -> Job:
        """Return the job of a further part of the same page."""
        return Job(route=FURTHER_PARTS[self.route], parts=(*self.parts, ("part", str(part))))


class Unit(Value, frozen=True):
    """Pages and files that rest on the same things; `rests_on` is a digest of those.

    Units of one `place` share what is read of the archive. The pages of a work are listed when they are asked for: of
    twenty thousand works few have changed.
    """

    key: str
    rests_on: str
    listed: tuple[Job, ...] = ()
    work: HeldWork | None = None
    place: str = ""

    @property
    def jobs(self) -> tuple[Job, ...]:
        """What is to be written."""
        return self.listed if self.work is None else _jobs_of_work(self.work)


def plan(inventory: Inventory, said: str, settings: Settings) -> list[Unit]:
    """Return the units in which an archive is written; `said` stands for everything else that a page shows.

    The works of a country come after its pages, since they share what is read of the archive.
    """
    shared = digest_of(said, inventory.listing, program())
    everything = digest_of(shared, *(page.digest for page in inventory.pages))
    countries = _country_units(inventory.pages, shared, pack_files(packs_to_publish(settings)))
    return [
        Unit(key=WHOLE, rests_on=everything, listed=tuple(_jobs({}))),
        *sorted((*countries, *_work_units(inventory, shared)), key=lambda unit: unit.place),
        Unit(key="data elsewhere", rests_on=everything, listed=_elsewhere()),
        *_group_units(inventory.pages, shared),
        *_theme_units(inventory.themes, shared),
    ]


def digest_of(*parts: str) -> str:
    """Return one short digest of several texts."""
    return hashlib.blake2b("\x1f".join(parts).encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()


@cache
def program() -> str:
    """Return a digest of the program that writes the pages: another program may write other ones."""
    found = hashlib.blake2b(digest_size=8)
    for path in sorted(PACKAGE.rglob("*")):
        if path.suffix in PROGRAM_FILES:
            found.update(path.relative_to(PACKAGE).as_posix().encode())
            found.update(path.read_bytes())
    return found.hexdigest()


def _country_units(pages: Iterable[HeldPage], shared: str, packs: tuple[str, ...]) -> Iterator[Unit]:
    held: dict[str, list[HeldPage]] = {}
    for page in pages:
        held.setdefault(page.place, []).append(page)
    for place, its_pages in held.items():
        known = {"place": (place,), "file": _page_files(), "pack": packs, "table": files_of_part(), **ONE_A_COUNTRY}
        jobs = [*_jobs(known)]
        topics = tuple(page.topic for page in its_pages if page.topic)
        jobs += _jobs({"place": (place,), "topic": topics, "file": _page_files()}, needs="topic")
        digests = (page.digest for page in its_pages)
        yield Unit(key=f"country {place}", rests_on=digest_of(shared, *digests), listed=tuple(jobs), place=place)


def _elsewhere() -> tuple[Job, ...]:
    """Return the tables of what is about no country with a page."""
    return tuple(_jobs({"place": (ELSEWHERE,), "table": files_of_part()}, needs="table"))


def _group_units(pages: Sequence[HeldPage], shared: str) -> Iterator[Unit]:
    """Yield a unit for each ready-made comparison; it rests on what is known of its countries."""
    held = sorted({page.place for page in pages})
    for group in (*(neighbourhood(place, held) for place in held), *regions(held)):
        digests = (page.digest for page in pages if page.place in group.places)
        files = (CSV_FILE,) if group.region else (CSV_FILE, SIDE_FILE)
        jobs = _jobs({"group": (group.key,), "file": files})
        yield Unit(key=f"compare {group.key}", rests_on=digest_of(shared, *digests), listed=tuple(jobs))


def _theme_units(digests: Mapping[str, str], shared: str) -> Iterator[Unit]:
    """Yield a unit for each theme, which rests on the works that name it, and one for the grid of each kind.

    A theme also tells how many works name it with another one: those are among its own.
    """
    by_kind: dict[str, list[str]] = {}
    for key, theme in themes().items():
        by_kind.setdefault(theme.kind, []).append(digests.get(key, ""))
        rests_on = digest_of(shared, digests.get(key, ""))
        yield Unit(key=f"theme {key}", rests_on=rests_on, listed=tuple(_jobs({"key": (key,)})))
    for kind, held in by_kind.items():
        yield Unit(key=f"themes {kind}", rests_on=digest_of(shared, *held), listed=tuple(_jobs({"kind": (kind,)})))


def _work_units(inventory: Inventory, shared: str) -> Iterator[Unit]:
    """Yield a unit for each work; it also rests on the parts of pages in which it stands, where its pages lead."""
    stands: dict[str, list[str]] = {}
    for page in inventory.pages:
        for one, where in laid_out(page.room, page.drawn).where.items():
            if where != ((0, 1),):
                stands.setdefault(one, []).append(f"{page.place}/{page.topic}/{where}")
    for work in inventory.works:
        if work.shown or work.passages or work.figures:
            rests_on = digest_of(shared, work.digest, *stands.get(work.id, ()))
            yield Unit(key=f"work {work.id}", rests_on=rests_on, work=work, place=next(iter(work.places), ""))


def _jobs_of_work(work: HeldWork) -> tuple[Job, ...]:
    known: dict[str, tuple[str, ...]] = {"passage_id": work.passages, "figure_id": work.figures}
    if work.shown:
        known |= {"work_id": (work.id,), "file": tuple(f"{CITATION_FILE}.{end}" for end in _extensions())}
    return tuple(job for job in _jobs(known) if job.parts)


def _page_files() -> tuple[str, ...]:
    return tuple(f"{name}.{end}" for name in (PAGE_FILE, LIST_FILE) for end in _extensions())


def _extensions() -> tuple[str, ...]:
    return tuple(form.extension for form in page_formats())


@cache
def _routes() -> dict[str, tuple[str, ...]]:
    """Return the parts of the address that each route of the site names."""
    return {route: tuple(name for _, name in _steps(route) if name) for route in (*PAGES, *OFFERED_FILES)}


def _jobs(known: Mapping[str, tuple[str, ...]], needs: str = "") -> Iterator[Job]:
    """Yield a job for each route whose parts are all known, and for each value of them; no parts, no `file`."""
    for route, names in _routes().items():
        if (not names if not known else names and set(names) <= set(known)) and (not needs or needs in names):
            for parts in _combined(names, known):
                yield Job(route=route, parts=parts, is_file=route in OFFERED_FILES)


def _combined(names: tuple[str, ...], known: Mapping[str, tuple[str, ...]]) -> Iterator[tuple[tuple[str, str], ...]]:
    if not names:
        yield ()
        return
    for rest in _combined(names[:-1], known):
        for value in known[names[-1]]:
            yield (*rest, (names[-1], value))


@cache
def _steps(route: str) -> tuple[tuple[str, str], ...]:
    """Return the steps of a route, each with the name of the part that fills it, empty for one that stands as it is."""
    steps = route.strip("/").split("/")
    return tuple((step, step[1:-1].split(":")[0] if step.startswith("{") else "") for step in steps)
