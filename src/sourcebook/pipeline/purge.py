"""Take withdrawn words out of the kept files too, and make the database again without them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from html.entities import html5
from pathlib import Path

import msgspec

from sourcebook.errors import InputRefused
from sourcebook.model import Capture, Document, Page
from sourcebook.model.withdrawal import Withdrawal
from sourcebook.pipeline.catch_up import catch_up
from sourcebook.pipeline.reading import Reading, deposit_of, readings_of
from sourcebook.pipeline.restore import ASIDE, remove, restore
from sourcebook.preserve import Deposit, KeptAnswer, KeptFiles
from sourcebook.preserve.rewrite import replace_records
from sourcebook.settings import CAPTURES_NAME, Settings, load
from sourcebook.store import SqliteStore, View
from sourcebook.store.connection import translated

_GAP = r"(?:\s|<[^<>]*>|&nbsp;|&#160;|&#xa0;)*"
_WORD = re.compile(r"\w+|[^\w\s]")
_LEAST = 24
"""So many characters of withdrawn words, standing anywhere still, are too many."""


def purge(folder: Path, withdrawal: Withdrawal, *, now: str) -> int:
    """Rewrite every capture that holds what was withdrawn, make the database again, and return how many they were.

    A page that holds other things keeps them; a capture of the withdrawn work itself is taken away whole. The chain
    says what was rewritten and why. Raises InputRefused, before anything is changed, where words cannot be cut out of
    a page without its other words.
    """
    settings = load(folder)
    store = SqliteStore(folder)
    with translated(folder), store.writer() as writer:
        catch_up(writer, KeptFiles(folder), settings)
        with store.view() as view:
            chosen = _instead(view, KeptFiles(folder), withdrawal, settings)
        count = 0
        for file, instead in chosen.items():
            path = folder / CAPTURES_NAME / file
            count += replace_records(folder, path, instead, why=withdrawal.why, now=now)
    restore(folder)
    with translated(folder):
        # What was withdrawn stands in the old database too.
        remove(folder, ASIDE)
    return count


def _instead(
    view: View, kept: KeptFiles, withdrawal: Withdrawal, settings: Settings
) -> dict[str, dict[Capture, Deposit | None]]:
    """Return what is to stand in the place of each capture, by file."""
    chosen: dict[str, dict[Capture, Deposit | None]] = defaultdict(dict)
    captures = [one for file in view.capture_files() for one in view.captures_in(file)]
    held = view.withheld(captures)
    addresses = set(view.withheld_addresses())
    for capture in captures:
        if (capture.warc, capture.offset) not in held:
            continue
        if withdrawal.what == "work" and capture.url in addresses:
            chosen[capture.warc][capture] = None
            continue
        deposit = _deposit(kept, capture, settings)
        if deposit is None:
            continue
        cut = _without(deposit, withdrawal, settings)
        if cut is not deposit:
            chosen[capture.warc][capture] = cut
    return chosen


def _deposit(kept: KeptFiles, capture: Capture, settings: Settings) -> Deposit | None:
    record = kept.record(capture, most=settings.limits.max_file_bytes)
    if isinstance(record, KeptAnswer):
        return None if record.repeats else deposit_of(record)
    return record


def _without(deposit: Deposit, withdrawal: Withdrawal, settings: Settings) -> Deposit | None:
    """Return a page without what was withdrawn: itself where that is not in it, None where nothing else is."""
    readings = readings_of(deposit, settings)
    reading, document = readings[0], readings[0].document
    spans = [_widened(span, document.text, one.page) for one in readings for span in _spans(one.page, withdrawal)]
    if not spans:
        return deposit
    if document.media_type == "text/plain":
        data = _cut(document, spans).encode(document.charset, "replace")
    else:
        source = deposit.data.decode(document.charset, "replace")
        for start, end in spans:
            source = _pattern(document.text[start:end]).sub(" ", source)
        data = source.encode(document.charset, "xmlcharrefreplace")
    place = reading.place if len(readings) == 1 else deposit.place
    made = msgspec.structs.replace(deposit, data=data, kept_as=None, place=place)
    try:
        again = readings_of(made, settings)
    except InputRefused:
        return None
    for one in again:
        _check(one, document, spans, withdrawal)
    return made


def _spans(page: Page, withdrawal: Withdrawal) -> Iterator[tuple[int, int]]:
    """Yield where what was withdrawn stands in the document."""
    extracts = [extract for extract in (page.background, page.summary) if extract is not None]
    if withdrawal.what == "passage":
        passages = [one for entry in page.entries for one in entry.passages]
        passages += [one for extract in extracts for one in extract.passages]
        yield from ((one.start, one.end) for one in passages if one.id == withdrawal.target)
        return
    if withdrawal.what == "entry" and (page.place, page.topic) != (withdrawal.place, withdrawal.topic):
        return
    yield from ((entry.start, entry.end) for entry in page.entries if entry.work.id == withdrawal.target)
    for extract in extracts:
        if extract.work.id == withdrawal.target:
            yield from ((passage.start, passage.end) for passage in extract.passages)


def _widened(span: tuple[int, int], text: str, page: Page) -> tuple[int, int]:
    """Return a span with the rest of its lines, such as a mark after a paragraph, where nothing else stands there."""
    start, end = text.rfind("\n", 0, span[0]) + 1, text.find("\n", span[1])
    end = len(text) if end == -1 else end
    others = [
        (one.start, one.end)
        for entry in page.entries
        for one in (*entry.passages, *filter(None, [entry.title_passage]))
        if not (one.start >= span[0] and one.end <= span[1])
    ]
    start = span[0] if any(one[1] > start and one[0] < span[0] for one in others) else start
    end = span[1] if any(one[0] < end and one[1] > span[1] for one in others) else end
    return start, end


def _cut(document: Document, spans: Iterable[tuple[int, int]]) -> str:
    text = document.text
    for start, end in sorted(spans, reverse=True):
        text = text[:start] + text[end:]
    return text


def _pattern(words: str) -> re.Pattern[str]:
    """Return what matches these words in markup, whatever marks and spaces stand between them."""
    parts = [_spelled(word) for word in _WORD.findall(words)]
    return re.compile(_GAP.join(parts), re.IGNORECASE)


def _spelled(word: str) -> str:
    """Return a pattern for a word, each character as it is or as an entity."""
    return "".join(
        re.escape(character)
        if character.isascii() and character.isalnum()
        else f"(?:{'|'.join(re.escape(form) for form in _forms(character))})"
        for character in word
    )


def _forms(character: str) -> list[str]:
    named = [f"&{name}" for name, value in html5.items() if value == character and name.endswith(";")]
    return [character, f"&#{ord(character)};", f"&#x{ord(character):x};", *named]


def _check(reading: Reading, before: Document, spans: Iterable[tuple[int, int]], withdrawal: Withdrawal) -> None:
    """Refuse a page in which any of the withdrawn words still stand."""
    had, left = (" ".join(text.split()) for text in (before.text, reading.document.text))
    for start, end in spans:
        for line in before.text[start:end].splitlines():
            words = " ".join(line.split())
            if len(words) >= _LEAST and left.count(words) >= had.count(words):
                raise InputRefused(
                    "The words cannot be cut out of this page: they stand in it still.",
                    where=reading.deposit.url,
                    next_step="Withdraw the whole work, or take the page's file out of captures/ by hand.",
                )
    if list(_spans(reading.page, withdrawal)):
        raise InputRefused("The words cannot be cut out of this page.", where=reading.deposit.url)
