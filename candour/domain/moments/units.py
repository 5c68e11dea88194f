"""A unit: one day, month, season or year as words name it, its year perhaps still to come from around it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace

from candour.domain.moments.almanac import exists, plausible
from candour.domain.moments.context import Context
from candour.domain.moments.found import Code, Found, Problem, no_such_day, no_year
from candour.domain.moments.month_names import MONTHS, WEEKDAYS

MONTH = "|".join(MONTHS)
WEEKDAY = "|".join(WEEKDAYS)
YEAR = r"[0-9]{4}|'?[0-9]{2}"
GAP = r"[ .,/-]*"
"""What may stand between a day, the name of its month, and a year."""

TWO_DIGITS = "two_digit_year"


@dataclass(frozen=True, slots=True)
class Unit:
    """`fix` gives what the unit is in a year (and, where `month` is 0 and wanted, in a month).

    `years` are those the words may mean: none when not written, two when a rule cannot settle the century.
    `yearless` is the EDTF without its year, to offer when no year is known.
    """

    rule: str
    fix: Callable[[int, int], Iterable[Found]]
    yearless: str
    years: tuple[int, ...] = ()
    month: int = 0
    day: int = 0
    wants_month: bool = False
    flags: frozenset[str] = frozenset()

    @property
    def dated(self) -> bool:
        """True when the words give the year themselves."""
        return bool(self.years)

    def then(self, change: Callable[[Found], Found]) -> Unit:
        """The same unit with each thing it finds changed."""
        return replace(self, fix=lambda year, month: [change(one) for one in self.fix(year, month)])

    def flagged(self, *flags: str) -> Unit:
        return replace(self, flags=self.flags | frozenset(flags))


UnitRule = Callable[["re.Match[str]"], Iterable[Unit]]

_RULES: list[tuple[re.Pattern[str], UnitRule]] = []


def unit_rule(*patterns: str) -> Callable[[UnitRule], UnitRule]:
    """Register a rule for words that match one of the patterns whole; the function's name is the rule's."""

    def register(rule: UnitRule) -> UnitRule:
        _RULES.extend((re.compile(pattern, re.ASCII), rule) for pattern in patterns)
        return rule

    return register


def units(words: str) -> list[Unit]:
    """Every way to read all of the words as one unit."""
    found: list[Unit] = []
    for pattern, rule in _RULES:
        match = pattern.fullmatch(words)
        if match is not None:
            found.extend(rule(match))
    return found


def settle(unit: Unit, context: Context) -> Iterator[Found]:
    """What the unit is: in the years it names, else in the year around it, else a question."""
    month = unit.month or (context.month or 0 if unit.wants_month else 0)
    flags = set(unit.flags)
    if unit.wants_month and not unit.month:
        if not month:
            yield no_year(unit.rule, unit.yearless).flagged(flags)
            return
        flags.add("month_from_context")
    years = unit.years or ((context.year,) if context.year is not None else ())
    if not years:
        yield _without_year(unit, month).flagged(flags)
    elif not unit.years:
        flags.add("year_from_context")
    for year in years:
        yield from (one.flagged(flags) for one in in_year(unit, year, month))


def in_year(unit: Unit, year: int, month: int) -> Iterable[Found]:
    if not plausible(year):
        reading = unit.yearless.replace("XXXX", f"{year:04}") + "?"
        why = f"The year {year} cannot be right."
        return [Problem(Code.IMPOSSIBLE_DATE, why, unit.rule, (reading,))]
    return unit.fix(year, month)


def _without_year(unit: Unit, month: int) -> Problem:
    month = unit.month or month
    if unit.day and month and not exists(2000, month, unit.day):
        return no_such_day(unit.rule, "XXXX", month, unit.day)
    return no_year(unit.rule, without_year(unit, month))


def without_year(unit: Unit, month: int) -> str:
    """Its EDTF without a year, with the month that it may have from around it."""
    return unit.yearless if unit.month or not (unit.day and month) else f"XXXX-{month:02}-{unit.day:02}"


def years_of(written: str | None) -> tuple[tuple[int, ...], frozenset[str]]:
    """The years that "1999", "99" or "'99" may mean, and the flag of a two-digit year.

    50 to 99 were in the last century, 00 to 29 are in this one; 30 to 49 may be either.
    """
    if not written:
        return (), frozenset()
    if len(written) == 4 and written.isdigit():
        return (int(written),), frozenset()
    number = int(written.lstrip("'"))
    if number >= 50:
        years: tuple[int, ...] = (1900 + number,)
    elif number < 30:
        years = (2000 + number,)
    else:
        years = (1900 + number, 2000 + number)
    return years, frozenset({TWO_DIGITS})


def month_of(word: str) -> int:
    return MONTHS.index(word) + 1
