"""The age of what is known: for each kind of evidence the years it is from, and how long ago the newest was."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sourcebook.model import Value
from sourcebook.publish.site.pictures.drawing import Cell, Drawing, Path, Picture, Table, line, number
from sourcebook.publish.site.pictures.rows import Rows, listed, square
from sourcebook.publish.site.words import Words, sentence_case


class Known(Value, frozen=True):
    """A kind of evidence, such as "figures of identified victims", and the years that what is held of it is from."""

    kind: str
    years: tuple[int, ...] = ()
    href: str | None = None


def age_of_knowledge(name: str, kinds: Iterable[Known], this_year: int, words: Words) -> Picture | None:
    """Return the picture of how old each kind of evidence is; None where nothing is known of any kind.

    Years after this one are left out: what says it is from the future proves nothing of its age.
    """
    held = tuple(
        Known(kind=one.kind, years=tuple(sorted({year for year in one.years if year <= this_year})), href=one.href)
        for one in kinds
    )
    if not any(one.years for one in held):
        return None
    return Picture(
        name=name,
        title=_title(held, words),
        notes=(
            words.say("A mark is a year from which something is held; the dashed line is the time since the newest."),
        ),
        drawings=(_drawing(held, this_year, words),),
        table=_table(held, this_year, words),
    )


def _age(one: Known, this_year: int, words: Words) -> str:
    """Return how old the newest is, in words."""
    if not one.years:
        return words.say("none held")
    age = this_year - one.years[-1]
    if not age:
        return words.say("from this year")
    return words.plural("%(n)s year old", "%(n)s years old", age)


def _title(kinds: Sequence[Known], words: Words) -> str:
    """Return which kind is oldest, for that is what a reader needs to know before quoting."""
    dated = [one for one in kinds if one.years]
    oldest = min(dated, key=lambda one: one.years[-1])
    newest = max(dated, key=lambda one: one.years[-1])
    if oldest.years[-1] == newest.years[-1]:
        return sentence_case(words.say("Nothing held is newer than %(year)s", year=newest.years[-1]))
    return words.say(
        "Newest of all: %(newest)s, %(new)s; oldest: %(oldest)s, %(old)s",
        newest=newest.kind,
        new=newest.years[-1],
        oldest=oldest.kind,
        old=oldest.years[-1],
    )


def _drawing(kinds: Sequence[Known], this_year: int, words: Words) -> Drawing:
    drawn = Rows([*(year for one in kinds for year in one.years), this_year], len(kinds))
    scale = drawn.years
    for at, one in enumerate(kinds):
        y = drawn.name(at, sentence_case(one.kind), _age(one, this_year, words))
        if scale and one.years:
            newest, now = scale.at(one.years[-1]), scale.at(this_year)
            marks = "".join(square(scale.at(year), y, 7) for year in one.years)
            if now - newest > 6:
                drawn.lines.append(Path(d=line(newest + 5, y, now, y), css="ln dash"))
            drawn.lines.append(Path(d=f"M{number(now)} {number(y - 5)}v10", css="ln"))
            drawn.lines.append(Path(d=marks, css="dot1"))
    return drawn.drawing(_says(kinds, this_year, words))


def _says(kinds: Sequence[Known], this_year: int, words: Words) -> str:
    said = "; ".join(f"{one.kind}: {_age(one, this_year, words)}" for one in kinds)
    return words.say("Age of the newest that is held, by kind. %(kinds)s.", kinds=said)


def _table(kinds: Sequence[Known], this_year: int, words: Words) -> Table:
    names = (words.say("Kind"), words.say("Newest"), words.say("Years held"))
    return Table(
        head=tuple(Cell(text=name) for name in names),
        rows=tuple(
            (
                Cell(text=sentence_case(one.kind), href=one.href),
                Cell(text=_age(one, this_year, words)),
                Cell(text=listed(one.years)),
            )
            for one in kinds
        ),
    )
