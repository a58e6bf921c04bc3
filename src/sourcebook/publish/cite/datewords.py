"""Dates in words, in the order and with the marks that a style wants."""

from __future__ import annotations

from sourcebook.model import Value
from sourcebook.vocabulary.cited_dates import MONTHS, SEASONS, Parts, When

MLA_MONTHS = ("Jan.", "Feb.", "Mar.", "Apr.", "May", "June", "July", "Aug.", "Sept.", "Oct.", "Nov.", "Dec.")
IEEE_MONTHS = ("Jan.", "Feb.", "Mar.", "Apr.", "May", "Jun.", "Jul.", "Aug.", "Sep.", "Oct.", "Nov.", "Dec.")
YEAR, MONTH, DAY = 0, 1, 2


class Pattern(Value, frozen=True):
    """How a style writes a date: its units in order, each with what follows it, and its months."""

    units: tuple[tuple[int, str], ...]
    months: tuple[str, ...] = MONTHS
    two_digits: bool = False

    def only(self, *units: int) -> Pattern:
        """Return the same pattern with fewer units."""
        kept = tuple(unit for unit in self.units if unit[0] in units)
        return Pattern(units=kept, months=self.months, two_digits=self.two_digits)


AMERICAN_ORDER = Pattern(units=((MONTH, " "), (DAY, ", "), (YEAR, "")))
YEAR_ALONE = AMERICAN_ORDER.only(YEAR)
BRITISH_ORDER = Pattern(units=((DAY, " "), (MONTH, " "), (YEAR, "")))
MLA_ORDER = Pattern(units=BRITISH_ORDER.units, months=MLA_MONTHS)
IEEE_ORDER = Pattern(units=AMERICAN_ORDER.units, months=IEEE_MONTHS, two_digits=True)


def _unit(parts: Parts, unit: int, pattern: Pattern) -> str:
    if unit == MONTH:
        return pattern.months[parts[MONTH] - 1]
    if unit == DAY and pattern.two_digits:
        return f"{parts[DAY]:02d}"
    return str(parts[unit])


def _write(parts: Parts, units: tuple[tuple[int, str], ...], pattern: Pattern) -> str:
    return "".join(_unit(parts, unit, pattern) + after for unit, after in units if unit < len(parts))


def _span(dates: tuple[Parts, ...], pattern: Pattern, link: str) -> str:
    """Write several dates as one, saying what they share once: `10–12 Feb. 2003`."""
    shown = [unit for unit, _ in pattern.units]
    differing = [unit for unit in (YEAR, MONTH, DAY) if len({parts[: unit + 1] for parts in dates}) > 1]
    differing = [unit for unit in differing if unit in shown]
    if not differing:
        return _strip(_write(dates[0], pattern.units, pattern))
    places = [place for place, unit in enumerate(shown) if unit in differing]
    first, last = min(places), max(places) + 1
    units = pattern.units
    each = [_write(parts, units[first:last], pattern) for parts in dates]
    middle = link.join([_strip(text) for text in each[:-1]] + each[-1:])
    return _strip(_write(dates[0], units[:first], pattern) + middle + _write(dates[-1], units[last:], pattern))


def _strip(text: str) -> str:
    return text.rstrip(", ")


def spell(when: When | None, pattern: Pattern) -> str:
    """Write a date by a pattern: a range with a dash, a set with `or`, a season in place of its month."""
    if when is None:
        return ""
    if when.literal is not None:
        return when.literal if any(unit == YEAR for unit, _ in pattern.units) else ""
    if when.choices:
        return _span(when.choices, pattern, " or ")
    if when.season:
        words = [SEASONS[when.season - 1]] if any(unit == MONTH for unit, _ in pattern.units) else []
        words += [str(when.start[0])] if any(unit == YEAR for unit, _ in pattern.units) else []
        return " ".join(words)
    return _span((when.start, when.end) if when.end else (when.start,), pattern, "–")


def years(when: When | None) -> str:
    """Write the year of a date, of a range both years, of a set the years that are possible."""
    return spell(when, YEAR_ALONE)
