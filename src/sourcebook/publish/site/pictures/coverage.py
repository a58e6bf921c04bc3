"""The map of coverage: four steps of one hue by the age of the newest figure, hatching where there is none."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from sourcebook.model import Value
from sourcebook.publish.site.pictures.drawing import Cell, Drawing, Group, KeyItem, Path, Picture, number
from sourcebook.publish.site.pictures.land import WORLD_TALL, WORLD_WIDE, world
from sourcebook.publish.site.words import Words, sentence_case

# The newest figure is at most so many years old, for each step but the last.
STEPS = (2, 5, 10)
NONE = "hatched"


class Coverage(Value, frozen=True):
    """A country and the year of its newest figure, None where it has none; `region` groups it in the list."""

    code: str
    name: str
    region: str
    newest_year: int | None
    href: str | None = None


def coverage_map(name: str, covered: Iterable[Coverage], this_year: int, words: Words) -> Picture:
    """Return the map of the world as it is covered; a country that no value names is hatched too."""
    held = tuple(sorted(covered, key=lambda one: (one.region, one.name, one.code)))
    steps = {one.code: _step(one.newest_year, this_year) for one in held}
    return Picture(
        name=name,
        title=_title(held, words),
        notes=(
            words.say("The darker a country on white, or the lighter on black, the newer its newest figure."),
            words.say("Hatched: no figure is held. It says nothing of what happens there."),
        ),
        drawings=(_drawing(name, steps, held, words),),
        groups=_groups(held, words),
        key=_key(words),
        spans=True,
    )


def _step(newest: int | None, this_year: int) -> str:
    if newest is None:
        return NONE
    return f"age{1 + sum(this_year - newest > most for most in STEPS)}"


def _drawing(name: str, steps: Mapping[str, str], held: Sequence[Coverage], words: Words) -> Drawing:
    shapes: dict[str, list[str]] = defaultdict(list)
    for code, path in world().items():
        shapes[steps.get(code, NONE)].append(path)
    return Drawing(
        width=number(WORLD_WIDE),
        height=number(WORLD_TALL),
        size="both",
        says=_says(held, steps, words),
        lines=tuple(Path(d="".join(paths), css=step) for step, paths in sorted(shapes.items(), reverse=True)),
        hatch=f"{name}-none",
    )


def _title(held: Sequence[Coverage], words: Words) -> str:
    with_figures = [one for one in held if one.newest_year is not None]
    return sentence_case(
        words.plural("%(n)s country has figures here", "%(n)s countries have figures here", len(with_figures))
    )


def _says(held: Sequence[Coverage], steps: Mapping[str, str], words: Words) -> str:
    """Return what is heard of the map: how many countries each step has; the list below names them."""
    counts = [
        words.say("%(step)s: %(count)s", step=said, count=sum(step == css for step in steps.values()))
        for css, said in _steps_in_words(words)
    ]
    without = sum(one.newest_year is None for one in held)
    counts.append(words.say("no figure: %(count)s", count=without))
    return words.say(
        "Map of the world by the age of the newest figure. Countries by step: %(counts)s.", counts="; ".join(counts)
    )


def _steps_in_words(words: Words) -> tuple[tuple[str, str], ...]:
    return (
        ("age1", words.say("up to 2 years old")),
        ("age2", words.say("3 to 5 years")),
        ("age3", words.say("6 to 10 years")),
        ("age4", words.say("older")),
    )


def _key(words: Words) -> tuple[KeyItem, ...]:
    square = "M1 1h18v12h-18z"
    steps = tuple(
        KeyItem(paths=(Path(d=square, css=css), Path(d=square, css="outline")), text=said)
        for css, said in _steps_in_words(words)
    )
    none = (Path(d=square, css=NONE), Path(d=square, css="outline"))
    return (*steps, KeyItem(paths=none, text=words.say("no figure"), hatch=True))


def _groups(held: Sequence[Coverage], words: Words) -> tuple[Group, ...]:
    by_region: dict[str, list[Cell]] = defaultdict(list)
    for one in held:
        said = (
            words.say("%(country)s, none", country=one.name)
            if one.newest_year is None
            else words.say("%(country)s, %(year)s", country=one.name, year=one.newest_year)
        )
        by_region[one.region].append(Cell(text=said, href=one.href))
    return tuple(Group(title=region, cells=tuple(cells)) for region, cells in by_region.items())
