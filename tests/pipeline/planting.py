"""Faults planted in a sourcebook's kept files, each with the places that it touches, so that reports can be judged."""

from __future__ import annotations

import gzip
import random
import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import msgspec

from sourcebook.pipeline.create import create
from sourcebook.pipeline.verify import Verification
from sourcebook.preserve import Deposit, KeptFiles
from sourcebook.preserve.chain import Link
from sourcebook.store import SqliteStore

WORDS = [
    "the",
    "women",
    "were",
    "promised",
    "work",
    "as",
    "waiters",
    "and",
    "found",
    "their",
    "papers",
    "taken",
    "and",
    "a",
    "debt",
    "to",
    "pay",
]


def make(folder: Path, *, deposits: int = 60, days: int = 6) -> Path:
    """Return a sourcebook with deposits kept on several days, in files of a few records each."""
    create(folder)
    chance = random.Random(1)
    kept = KeptFiles(folder, max_bytes=16_000)
    with SqliteStore(folder) as store:
        for number in range(deposits):
            text = " ".join(chance.choices(WORDS, k=chance.randint(5, 2000))) + chance.randbytes(50).hex()
            time = f"2024-05-{1 + number * days // deposits:02}T07:08:{number % 60:02}Z"
            with store.writer() as writer:
                deposit = Deposit(data=text.encode(), name=f"{number}.txt", time=time, media_type="text/plain")
                writer.put_capture(kept.append(deposit))
    return folder


def judge(planted: Planted, report: Verification) -> tuple[bool, list[str]]:
    """Return whether the fault was found, and every finding that touches nothing of it."""
    found, invented = False, []
    for finding in report.findings:
        if finding.file not in planted.touched:
            invented.append(f"{finding.file}: {finding.what}")
            continue
        span = planted.touched[finding.file]
        offset, length = finding.offset or 0, finding.length or 1 << 40
        if span is None or finding.offset is None or (offset < span[1] and offset + length > span[0]):
            found = found or not finding.harmless
        else:
            invented.append(f"{finding.file} byte {finding.offset}: {finding.what}")
    return found, invented


class Planted(NamedTuple):
    """What was done, and the files it touched with the bytes in them, None for the whole file."""

    what: str
    touched: dict[str, tuple[int, int] | None]


class Archive:
    """A sourcebook's files, as a place to plant faults in."""

    def __init__(self, folder: Path, chance: random.Random) -> None:
        self.folder = folder
        self.chance = chance
        self.files = sorted((folder / "captures").glob("*.warc.gz"))
        self.days = sorted((folder / "chain").glob("*.jsonl"))
        self.links = [
            msgspec.json.decode(line, type=Link) for day in self.days for line in day.read_bytes().splitlines()[1:]
        ]

    def path(self, link: Link) -> Path:
        """Return the file in which a record lies."""
        return self.folder / "captures" / link.file

    def spot(self) -> tuple[Path, int]:
        """Return a byte of the kept files, each as likely as any other."""
        place = self.chance.randrange(sum(path.stat().st_size for path in self.files))
        for path in self.files:
            if place < path.stat().st_size:
                return path, place
            place -= path.stat().st_size
        raise AssertionError


def flip(archive: Archive) -> Planted:
    """Flip one bit anywhere."""
    path, place = archive.spot()
    change(path, place, bytes([path.read_bytes()[place] ^ 1 << archive.chance.randrange(8)]))
    return Planted(f"bit flipped at {place} of {path.name}", {path.name: (place, place + 1)})


def overwrite(archive: Archive) -> Planted:
    """Write over some bytes."""
    path, place = archive.spot()
    size = min(archive.chance.choice([2, 16, 512, 4096]), path.stat().st_size - place)
    change(path, place, archive.chance.randbytes(size) if archive.chance.random() < 0.7 else bytes(size))
    return Planted(f"{size} bytes written over at {place} of {path.name}", {path.name: (place, place + size)})


def truncate(archive: Archive) -> Planted:
    """Cut a file off anywhere."""
    path, place = archive.spot()
    size = path.stat().st_size
    with path.open("r+b") as file:
        file.truncate(place)
    return Planted(f"{path.name} cut off at {place}", {path.name: (place, size)})


def cut_out(archive: Archive) -> Planted:
    """Take some bytes out of the middle, so that all after them move."""
    path, place = archive.spot()
    size = min(archive.chance.choice([1, 7, 300]), path.stat().st_size - place)
    data = path.read_bytes()
    path.write_bytes(data[:place] + data[place + size :])
    return Planted(f"{size} bytes taken out at {place} of {path.name}", {path.name: (place, len(data))})


def delete_file(archive: Archive) -> Planted:
    """Delete a whole file."""
    path = archive.chance.choice(archive.files)
    path.unlink()
    return Planted(f"{path.name} deleted", {path.name: None})


def delete_record(archive: Archive) -> Planted:
    """Take out one whole record."""
    link = archive.chance.choice(archive.links)
    path = archive.path(link)
    data = path.read_bytes()
    path.write_bytes(data[: link.offset] + data[link.offset + link.length :])
    return Planted(f"record at {link.offset} of {path.name} deleted", {path.name: (link.offset, len(data))})


def swap_records(archive: Archive) -> Planted:
    """Let two records of one file change places."""
    first = archive.chance.choice(archive.links)
    others = [link for link in archive.links if link.file == first.file and link.offset != first.offset]
    second = archive.chance.choice(others)
    one, two = sorted((first, second), key=lambda link: link.offset)
    data = archive.path(one).read_bytes()
    middle = data[one.offset + one.length : two.offset]
    end = two.offset + two.length
    swapped = data[two.offset : end] + middle + data[one.offset : one.offset + one.length]
    change(archive.path(one), one.offset, swapped)
    return Planted(f"records at {one.offset} and {two.offset} of {one.file} swapped", {one.file: (one.offset, end)})


def swap_files(archive: Archive) -> Planted:
    """Let two files change names."""
    one, two = archive.chance.sample(archive.files, 2)
    first, second = one.read_bytes(), two.read_bytes()
    one.write_bytes(second)
    two.write_bytes(first)
    return Planted(f"{one.name} and {two.name} swapped", {one.name: None, two.name: None})


def forge(archive: Archive) -> Planted:
    """Put another sound record in a record's place: its text changed, its digests and its length made to fit."""
    link = archive.chance.choice([link for link in archive.links if link.offset > 0])
    path = archive.path(link)
    data = path.read_bytes()
    member = gzip.decompress(data[link.offset : link.offset + link.length])
    head, _, block = member.partition(b"\r\n\r\n")
    block = block[:-4].replace(b"e", b"a", 1)
    head = b"\r\n".join(line for line in head.split(b"\r\n") if b"Digest" not in line)
    forged = gzip.compress(head + b"\r\n\r\n" + block + b"\r\n\r\n")
    path.write_bytes(data[: link.offset] + forged + data[link.offset + link.length :])
    return Planted(f"record at {link.offset} of {path.name} forged", {path.name: (link.offset, 1 << 40)})


def slip_in(archive: Archive) -> Planted:
    """Slip a copy of a record in before another."""
    link, before = archive.chance.choice(archive.links), archive.chance.choice(archive.links)
    copy = archive.path(link).read_bytes()[link.offset : link.offset + link.length]
    path = archive.path(before)
    data = path.read_bytes()
    path.write_bytes(data[: before.offset] + copy + data[before.offset :])
    return Planted(f"record slipped in at {before.offset} of {path.name}", {path.name: (before.offset, 1 << 40)})


def foreign_file(archive: Archive) -> Planted:
    """Leave a file there that is none of the archive's."""
    name = archive.chance.choice(["notes.txt", "sourcebook-90000.warc.gz", "sourcebook-00001.warc.gz.bak"])
    (archive.folder / "captures" / name).write_bytes(archive.files[0].read_bytes())
    return Planted(f"foreign {name}", {name: None})


def alter_chain(archive: Archive) -> Planted:
    """Flip a bit in a manifest that another one follows."""
    day = archive.chance.choice(archive.days[:-1])
    data = day.read_bytes()
    place = archive.chance.randrange(len(data))
    change(day, place, bytes([data[place] ^ 1 << archive.chance.randrange(8)]))
    files = {link.file: None for link in archive.links} | {path.name: None for path in archive.days}
    return Planted(f"bit flipped at {place} of {day.name}", files)


def delete_day(archive: Archive) -> Planted:
    """Delete a manifest."""
    day = archive.chance.choice(archive.days)
    day.unlink()
    return Planted(
        f"{day.name} deleted", {link.file: None for link in archive.links} | {path.name: None for path in archive.days}
    )


def forget_row(archive: Archive) -> Planted:
    """Delete a row of the database's list of captures that is not its last."""
    connection = sqlite3.connect(archive.folder / "sourcebook.db")
    rows = connection.execute('SELECT id, warc, "offset", length FROM captures ORDER BY id').fetchall()
    key, warc, offset, length = archive.chance.choice(rows[:-1])
    connection.execute("DELETE FROM captures WHERE id = ?", (key,))
    connection.commit()
    connection.close()
    return Planted(f"row of {offset} of {warc} deleted", {warc: (offset, offset + length)})


def change(path: Path, place: int, data: bytes) -> None:
    """Write bytes over those at a place."""
    with path.open("r+b") as file:
        file.seek(place)
        file.write(data)


WAYS: tuple[Callable[[Archive], Planted], ...] = (
    flip, flip, flip, overwrite, truncate, truncate, cut_out, delete_file, delete_record, swap_records, swap_files,
    forge, slip_in, foreign_file, alter_chain, delete_day, forget_row,
)  # fmt: skip
