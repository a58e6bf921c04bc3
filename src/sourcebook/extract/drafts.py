"""A figure while it is being read: what each rule fills in, and the spans that made the rule decide."""

from __future__ import annotations

from sourcebook.extract.sentence import Sentence
from sourcebook.vocabulary.numbers import Number


class Draft:
    """A number that counts, in its sentence.

    `index` is the number's token, `first` the first token of its phrase with qualifier and article, `head` the token of
    the noun it counts (-1 where that is left out) and `stop` the token after its phrase. `series` is the figure that
    an elliptic number is compared with or listed after.
    """

    __slots__ = (
        "action",
        "age",
        "child_work",
        "compared",
        "counts",
        "definite",
        "destination",
        "expl_set",
        "exploitation",
        "first",
        "head",
        "head_in",
        "high",
        "index",
        "low",
        "moved_within",
        "number",
        "ordinal",
        "origin",
        "part_of",
        "partitive",
        "peer",
        "period",
        "period_set",
        "place",
        "place_set",
        "qualifier",
        "said_by",
        "same_as",
        "scope",
        "sentence",
        "series",
        "sex",
        "status",
        "status_near",
        "status_other",
        "stop",
        "why",
    )  # fmt: skip

    def __init__(self, sentence: Sentence, index: int, number: Number) -> None:
        self.sentence, self.index, self.number = sentence, index, number
        self.first, self.head, self.stop = index, -1, index + 1
        self.head_in = sentence
        self.low: float | None = number.low
        self.high: float | None = number.high
        self.qualifier = "exact"
        self.counts = ""
        self.status: str | None = None
        self.exploitation: str | None = None
        self.sex: str | None = None
        self.age: str | None = None
        self.place: str | None = None
        self.origin: tuple[str, ...] = ()
        self.destination: tuple[str, ...] = ()
        self.period: str | None = None
        self.said_by: tuple[int, int] | None = None
        self.action: str | None = None
        self.part_of: Draft | None = None
        self.same_as: Draft | None = None
        self.series: Draft | None = None
        self.partitive = ""
        self.scope = (index, index + 1)
        self.compared = False
        self.child_work = False
        self.ordinal = 0
        self.period_set = self.place_set = self.expl_set = self.definite = self.peer = self.moved_within = (
            self.status_near
        ) = self.status_other = False
        self.why: dict[str, tuple[int, int]] = {}

    def because(self, field: str, first: int, last: int | None = None) -> None:
        """Note the tokens that decide a field, from one to another, both included."""
        sentence = self.sentence
        self.why[field] = (sentence.starts[first], sentence.ends[first if last is None else last])

    @property
    def is_count(self) -> bool:
        """Tell whether this counts things rather than measures a share or money."""
        return self.counts not in ("share", "money")
