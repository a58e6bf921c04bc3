"""What the figures of a passage are worth: whether they may be quoted, and with which words of caution."""

from __future__ import annotations

from collections.abc import Iterable

from sourcebook.model import Value
from sourcebook.model.finding import Mention
from sourcebook.publish.packs.asked import Asked
from sourcebook.publish.packs.waiting import Waiting
from sourcebook.publish.site.parts.figures import described
from sourcebook.publish.site.when import day
from sourcebook.query.families import TracedFamily, family_of, traced
from sourcebook.query.quoting import MayQuote, may_quote


class Worth(Value, frozen=True):
    """A figure in few words, and what was found about quoting it."""

    mention: Mention
    said: str
    quote: MayQuote

    @property
    def told(self) -> str:
        """The figure with its worth in one line."""
        return " ".join((f"{self.said} May I quote it? {self.quote.verdict}", *self.quote.cautions))


def worths(asked: Asked, mentions: Iterable[Mention], waiting: Waiting) -> dict[str, tuple[Worth, ...]]:
    """Return the worth of figures by the passages in which they stand."""
    found: dict[str, dict[str, Worth]] = {}
    today = day(asked.site.as_of)
    families = _Families(asked)
    for mention in mentions:
        family = families.of(mention.id)
        if family is not None:
            waits = waiting.tells(family)
            quote = _UNTOLD if waits else may_quote(family, today, mention.id)
            said = described(mention, asked.site.words, mention.page)
            found.setdefault(mention.passage, {})[mention.id] = Worth(mention=mention, said=said, quote=quote)
    return {passage: tuple(worth.values()) for passage, worth in found.items()}


_UNTOLD = MayQuote(
    verdict="Not from here: a work that tells this number waits for an editor.",
    cautions=(),
    sentence="",
    facts=(("Known by", "not told before an editor has decided"),),
)


class _Families:
    """The families of figures, each traced once for all its members."""

    def __init__(self, asked: Asked) -> None:
        self._evidence = asked.view.evidence
        self._today = day(asked.site.as_of)
        self._held: dict[str, TracedFamily] = {}

    def of(self, figure: str) -> TracedFamily | None:
        """Return the family of a figure; None where the archive does not know it."""
        if figure not in self._held:
            family = family_of(self._evidence, figure, self._today)
            if family is None:
                return None
            one = traced(self._evidence, family, self._today)
            self._held |= {id_: one for member in family.mentions for id_ in (member.mention.id, *member.also)}
            self._held.setdefault(figure, one)
        return self._held[figure]
