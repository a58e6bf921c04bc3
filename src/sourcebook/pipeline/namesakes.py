"""Reports and articles of one name: a later state of the same is told from another that would take its page."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from itertools import count

import msgspec

from sourcebook.model import Entry, Page, Problem
from sourcebook.model.identity import passage_id
from sourcebook.pipeline.reading import Reading
from sourcebook.segment.article import KEY as ARTICLE
from sourcebook.segment.report.about import KEY as REPORT
from sourcebook.store import SqliteWriter

_WORD = re.compile(r"\w+")
_RUN = 4
_LEAST_RUNS = 20
ALIKE = 0.5
"""From this share of the shorter one's runs of words on, two texts are states of one; two on one form share less."""


def beside_its_namesakes(writer: SqliteWriter, reading: Reading) -> Reading:
    """Return a reading under a page of its own where its page is another report's: with a number behind its name.

    What has few words is taken for a later state. The same readings in the same order come to the same pages.
    """
    topic = reading.page.topic
    if topic is None or topic.partition("-")[0] not in (REPORT, ARTICLE) or len(reading.page.entries) != 1:
        return reading
    if not writer.shows(reading.place, topic):
        return reading
    own = _runs(passage.text for passage in reading.page.entries[0].passages)
    number = next(number for number in count(1) if _is_free(writer, reading.place, _key(topic, number), own))
    return reading if number == 1 else reading._replace(page=_numbered(reading.page, _key(topic, number), number))


def _key(topic: str, number: int) -> str:
    return topic if number == 1 else f"{topic}-{number}"


def _is_free(writer: SqliteWriter, place: str, topic: str, own: set[tuple[str, ...]]) -> bool:
    """Tell whether a report may stand at a page: nothing does, or a state of the same."""
    shown = _runs(writer.texts(place, topic))
    return not shown or _alike(own, shown)


def _runs(texts: Iterable[str]) -> set[tuple[str, ...]]:
    words = [word for text in texts for word in _WORD.findall(text.casefold())]
    return {tuple(words[at : at + _RUN]) for at in range(len(words) - _RUN + 1)}


def _alike(one: set[tuple[str, ...]], other: set[tuple[str, ...]]) -> bool:
    least = min(len(one), len(other))
    return least < _LEAST_RUNS or len(one & other) >= ALIKE * least


def _numbered(page: Page, topic: str, number: int) -> Page:
    """Return a page under another key, its work told from its namesake by a number in its credit."""
    (entry,) = page.entries
    credit = ", ".join(part for part in (entry.work.credit, f"no. {number} of this title") if part)
    work = msgspec.structs.replace(entry.work, credit=credit)
    told = Problem(what=f"Another work of this title and year is held already; this one is kept beside it as {topic}.")
    return msgspec.structs.replace(
        page, topic=topic, entries=(_of_work(entry, work.id, work=work),), problems=(*page.problems, told)
    )


def _of_work(entry: Entry, known_as: str, **changed: object) -> Entry:
    seen: Counter[str] = Counter()
    passages = []
    for passage in entry.passages:
        passages.append(msgspec.structs.replace(passage, id=passage_id(known_as, passage.text, seen[passage.text])))
        seen[passage.text] += 1
    return msgspec.structs.replace(entry, passages=tuple(passages), **changed)
