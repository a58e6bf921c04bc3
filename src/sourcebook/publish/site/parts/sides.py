"""What a browser needs to set any countries side by side by itself: each country's part, and the words that all share.

The script follows `query.compare` and `parts.compared` step by step; a test holds its tables to those of the server.
"""

from __future__ import annotations

from collections.abc import Iterable

from sourcebook.model import Value
from sourcebook.publish.site import addresses
from sourcebook.publish.site.parts.compared import COMPARED_THEMES, MOST_THEMES
from sourcebook.publish.site.parts.figures import KNOWN
from sourcebook.publish.site.parts.kinds import REASONS, kind_words, point_words, question_words, value_words
from sourcebook.publish.site.parts.theme_words import THEMES
from sourcebook.publish.site.pictures.axes import drawable, short_number
from sourcebook.publish.site.pictures.tiers import TIERS
from sourcebook.publish.site.places import place_name
from sourcebook.publish.site.words import SMALL_NUMBERS, Words, translatable
from sourcebook.query.beside import Beside
from sourcebook.query.compare import MOST_TOLD, STATUSES, Point, breadth
from sourcebook.reconcile.alike import DIFFERING, Kind, Question
from sourcebook.vocabulary.countries import countries
from sourcebook.vocabulary.themes import themes


class KindSide(Value, frozen=True):
    """A way of counting: what tells it from others, in order; how it is put in words; and each field in words."""

    order: tuple[int | str, ...]
    known: str
    told: tuple[str, ...]
    values: dict[str, str]
    words: dict[str, str]


class PointSide(Value, frozen=True):
    """A figure: its address and words, its number for a drawing if one can be drawn, its kind, year and works."""

    address: str
    text: str
    short: str
    kind: int
    works: int
    value: float | None = None
    year: int | None = None


class QuestionSide(Value, frozen=True):
    """What is asked, with everything that the country's sources answer, in their order."""

    order: tuple[int | str, ...]
    label: str
    counts: str
    shape: str
    points: tuple[PointSide, ...]


class Side(Value, frozen=True):
    """One country as it is set beside others."""

    place: str
    kinds: tuple[KindSide, ...]
    questions: tuple[QuestionSide, ...]
    routes: dict[str, int]
    themes: dict[str, int]
    tiers: dict[int, tuple[str, str]]
    figured: tuple[int, ...]
    entries: int
    newest: int | None


def side(held: Beside, words: Words) -> Side:
    """Return a country's part of any comparison."""
    kinds = list(dict.fromkeys(point.kind for points in held.points.values() for point in points))
    return Side(
        place=held.place,
        kinds=tuple(_kind(kind, words) for kind in kinds),
        questions=tuple(_question(question, points, kinds, words) for question, points in held.points.items()),
        routes=held.routes,
        themes=held.themes,
        tiers={
            year: (words.say(TIERS[tier]), addresses.passage(passage)) for year, (tier, passage) in held.tiers.items()
        },
        figured=held.figured,
        entries=held.entries,
        newest=held.newest,
    )


def _kind(kind: Kind, words: Words) -> KindSide:
    values = {field: getattr(kind, field) or "" for field in DIFFERING}
    return KindSide(
        order=(STATUSES.index(kind.status), kind.counts, kind.length, kind.counter, kind.period),
        known=words.say(KNOWN[kind.status]) if kind.status else "",
        told=kind_words(kind, words),
        values=values,
        words={field: value_words(field, value, words) for field, value in values.items()},
    )


def _question(question: Question, points: Iterable[Point], kinds: list[Kind], words: Words) -> QuestionSide:
    return QuestionSide(
        order=tuple(part if isinstance(part, int | str) else "" for part in breadth(question)),
        label=question_words(question, words),
        counts=question.counts,
        shape=question.exploitation or "several",
        points=tuple(_point(point, kinds, words) for point in points),
    )


def _point(point: Point, kinds: list[Kind], words: Words) -> PointSide:
    return PointSide(
        address=addresses.figure(point.figure),
        text=point_words(point, words),
        short=short_number(point.value),
        kind=kinds.index(point.kind),
        works=point.works,
        value=point.value if drawable(point.value) else None,
        year=point.year,
    )


FORMS = frozenset({"name", "official", "alias", "former"})
"""The ways of writing a country's name that the script knows; a server knows misspellings and more."""

SENTENCES = {
    "and": translatable("%(first)s and %(last)s"),
    "others": translatable("%(country)s and %(n)s others"),
    "victims": translatable("Victims"),
    "law": translatable("The law"),
    "between": translatable("Between them"),
    "themes": translatable("Themes"),
    "ground": translatable("What this rests on"),
    "no rows": translatable("No two of these countries have a figure that could stand here."),
    "no routes": translatable("No work names a route from one of them to another."),
    "treaties": translatable("Treaties are not compared: the archive keeps no list of who is bound by which."),
    "none of this kind": translatable("[ ] none of this kind"),
    "through the years": translatable("The same through the years"),
    "scale": translatable("Each small line runs from %(first)s to %(last)s and from 0 to %(high)s."),
    "no figure drawn": translatable("No figure"),
    "differ": translatable("works differ"),
    "no figure": translatable("[ ] no figure"),
    "as put": translatable("As each country’s sources put it"),
    "side": translatable("%(countries)s: %(value)s"),
    "nobody": translatable("Nobody says who counted them, so that nothing shows that they count alike."),
    "of one year": translatable("What would compare: figures of one year, %(kind)s."),
    "of these": translatable("What would compare: a figure of %(countries)s, %(kind)s."),
    "no date": translatable("no date"),
    "not said": translatable("[ ] not said"),
    "tier in": translatable("in %(year)s: %(tier)s"),
    "tier": translatable("Tier, %(year)s"),
    "report": translatable("U.S. Trafficking in Persons Report"),
    "itself": translatable("the country itself"),
    "none named": translatable("none named"),
    "routes from": translatable("Routes from %(country)s to"),
    "name the route": translatable("Works that name the route"),
    "speak of": translatable("Works that speak of it: %(kind)s"),
    "none": translatable("none"),
    "span": translatable("Of %(first)s to %(last)s"),
    "none held": translatable("none held"),
    "empty years": translatable("Years without any figure"),
    "entries": translatable("Entries"),
    "newest": translatable("Newest work"),
    "not compared": translatable("Not compared."),
    "unknown": translatable("No country is called “%(name)s”."),
    "too many": translatable("Only the first %(n)s countries are compared."),
    "alone": translatable("One country cannot be compared: name another."),
    "title": translatable("Compare countries"),
}
"""Every sentence of a comparison that has no number in it, by the name under which the script says it."""


def shared_words(held: Iterable[str], words: Words) -> dict[str, object]:
    """Return what the script says: sentences, plurals, reasons, themes in their order, and the names of countries."""
    codes = countries()
    return {
        "language": words.language,
        "say": {name: words.say(sentence) for name, sentence in SENTENCES.items()},
        "plural": {
            "more": _plural("and %(n)s other", "and %(n)s others", words),
            "lone": _plural(
                "One kind of figure is known of one of them alone and is not listed.",
                "%(n)s kinds of figure are known of one of them alone and are not listed.",
                words,
            ),
        },
        "numbers": words.say(SMALL_NUMBERS).split(),
        "reasons": {field: words.say(reason) for field, reason in REASONS.items()},
        "themes": [_ranked(kind, words) for kind in COMPARED_THEMES],
        "most_themes": MOST_THEMES,
        "most_told": MOST_TOLD,
        "held": sorted(set(held)),
        "names": {code: place_name(code, words) for code in sorted({*codes, *held})},
        "forms": {code: [form.text for form in entry.forms if form.kind in FORMS] for code, entry in codes.items()},
    }


def _ranked(kind: str, words: Words) -> dict[str, object]:
    keys = [key for key, theme in themes().items() if theme.kind == kind]
    return {
        "kind": words.say(THEMES[kind]).lower(),
        "keys": keys,
        "labels": [words.say(themes()[key].label) for key in keys],
        "addresses": [addresses.theme(key) for key in keys],
    }


def _plural(one: str, many: str, words: Words) -> dict[str, str]:
    """Return the forms of a sentence by the plural categories of the Unicode CLDR, which browsers know too."""
    from babel import Locale, UnknownLocaleError

    try:
        form_of = Locale.parse(words.language, sep="-").plural_form
    except (UnknownLocaleError, ValueError):
        form_of = Locale("en").plural_form
    forms: dict[str, str] = {}
    for number in range(1, 201):
        forms.setdefault(form_of(number), words.catalog.ngettext(one, many, number))
    return forms
