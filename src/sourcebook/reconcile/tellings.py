"""One telling a work: the mentions of one number about one thing in one work, however often it says it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import date

from msgspec.structs import replace

from sourcebook.model import Value
from sourcebook.model.finding import Mention
from sourcebook.reconcile.speaking import Speaking, speaking
from sourcebook.vocabulary.bodies import body
from sourcebook.vocabulary.dates import edtf_bounds
from sourcebook.vocabulary.speaker_words import plain
from sourcebook.vocabulary.speakers import RANK, Voice


class Telling(Value, frozen=True, kw_only=True):
    """A work's telling of a number: the mention that says most, the others, who speaks, and the days it may be from.

    `earliest` and `latest` are None where nothing bounds them; `latest` of an undated work is the day someone first
    looked at it. `in_future` marks a work dated after the day of reading, whose date proves nothing.
    """

    mention: Mention
    also: tuple[Mention, ...] = ()
    speaking: Speaking
    earliest: date | None = None
    latest: date | None = None
    in_future: bool = False

    @property
    def voice(self) -> Voice:
        """Who speaks."""
        return self.speaking.voice

    @property
    def order(self) -> tuple[date, date, str, str]:
        """The key that sorts tellings by when they can have been written, the unbounded last, ties by content."""
        latest = date.max if self.latest is None or self.in_future else self.latest
        return (latest, self.earliest or latest, self.mention.work, self.mention.id)


def tellings(mentions: Iterable[Mention], as_of: date) -> tuple[Telling, ...]:
    """Collapse mentions to tellings, in order of time.

    Mentions of one work are one telling where they agree in every field that both fill, as a title and the sentence
    below it do.
    """
    by_work: dict[tuple[str, str], list[list[Mention]]] = defaultdict(list)
    for mention in sorted(mentions, key=_fullness):
        for group in by_work[mention.work, mention.counts]:
            if all(_agree(mention, other) for other in group):
                group.append(mention)
                break
        else:
            by_work[mention.work, mention.counts].append([mention])
    found = [_telling(group, as_of) for groups in by_work.values() for group in groups]
    bodies = {plain(one.name) for telling in found for one in telling.voice.bodies}
    bodies |= {plain(telling.mention.publisher or "") for telling in found}
    return tuple(sorted((_as_body(telling, bodies) for telling in found), key=lambda telling: telling.order))


def _as_body(telling: Telling, bodies: set[str]) -> Telling:
    """Return a telling whose bare name in the shape of a person's is that of a body elsewhere, as that body's."""
    person = telling.voice.person
    if not person or telling.voice.bodies or plain(telling.mention.said_by or "") != plain(person):
        return telling
    if plain(person) not in bodies:
        return telling
    voice = Voice(speaker="body", bodies=(body(person),))
    return replace(telling, speaking=Speaking(voice=voice))


def _fullness(mention: Mention) -> tuple[int, int, int, str]:
    """Return a key that puts first the mention that says most: who speaks, then how many fields, then the excerpt."""
    said = RANK[speaking(mention).voice.speaker]
    filled = sum(getattr(mention, field) is not None for field in ("status", "exploitation", "sex", "age", "period"))
    return (-said, -filled, mention.role == "title", mention.id)


def _agree(one: Mention, other: Mention) -> bool:
    fields = ("status", "exploitation", "sex", "age", "period", "low", "high")
    values = ((getattr(one, field), getattr(other, field)) for field in fields)
    return all(a == b or a is None or b is None for a, b in values)


def _telling(group: list[Mention], as_of: date) -> Telling:
    mention, *others = group
    earliest, latest = edtf_bounds(mention.issued) if mention.issued else (None, None)
    if latest is None and mention.known_by:
        latest = edtf_bounds(mention.known_by)[1]
    return Telling(
        mention=mention,
        also=tuple(others),
        speaking=speaking(mention),
        earliest=earliest,
        latest=latest,
        in_future=earliest is not None and earliest > as_of,
    )
