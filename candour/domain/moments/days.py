"""Rules for one day: 14/07/1999, 14 July 1999, July 14 1999, 1999-07-14, 14/7, the 14th, --/07/1999."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date

from candour.domain.moments.almanac import exists
from candour.domain.moments.fair_copy import MENDED
from candour.domain.moments.found import (
    Code,
    Found,
    Problem,
    Stretch,
    a_day,
    ambiguous,
    no_such_day,
    weekday_disagrees,
    weekday_of,
)
from candour.domain.moments.units import GAP, MONTH, WEEKDAY, YEAR, Unit, month_of, unit_rule, years_of

DAY_FIRST, US_ORDER = "day_first_assumed", "us_order_forced"
FILLER = "first_of_month_filler"
SYSTEM_DEFAULT = date(1900, 1, 1)

_SEPARATOR = r" ?[/.,:-] ?| "
_BEFORE = rf"(?:on )?(?:(?P<weekday>{WEEKDAY})[ ,./-]*)?(?:on )?"
_AFTER = rf"(?:[ ,]*\(? ?(?P<weekday_after>{WEEKDAY}) ?\)?)?"
_DAY = r"(?P<day>[0-9]{1,2})(?:(?P<ordinal>th)(?: day)?)?"
_YEAR = rf"(?P<year>{YEAR})"
_NO_YEAR = r"(?:x{2,4}|y{2,4}|\?{1,4}|-{2,4}|_{1,4}|\*{2,4}|0000|(?:19|20) ?(?:\?\?|xx|__|--))"
"""Blanks where a year should be; a century alone ("19??") gives none either."""


def day_unit(
    rule: str,
    match: re.Match[str],
    day: int,
    month: int,
    *,
    year: str | None = None,
    flags: Iterable[str] = (),
    swappable: bool = False,
) -> Unit:
    """A day of a month; `swappable` when month and day might stand the other way round."""
    years, two_digits = years_of(year)
    parts = match.groupdict()
    named = [parts[side] for side in ("weekday", "weekday_after") if parts.get(side)]
    weekday = weekday_of(named[0]) if named else None
    filler = {FILLER} if day == 1 and weekday is None and not parts.get("ordinal") and years else set()
    swapped = (day, month) if swappable and day <= 12 else None

    def fix(year: int, month: int) -> list[Found]:
        return [fixed_day(rule, year, month, day, weekday, swapped)]

    yearless = f"XXXX-{month:02}-{day:02}" if month else f"XXXX-XX-{day:02}"
    known = two_digits | frozenset(flags) | filler
    unit = Unit(rule, fix, yearless, years, month, day, wants_month=not month, flags=known)
    return unit if len(set(named)) < 2 else questioned(unit, "Two weekdays stand beside one day.")


def fixed_day(
    rule: str, year: int, month: int, day: int, weekday: int | None, swapped: tuple[int, int] | None = None
) -> Found:
    if not exists(year, month, day):
        return no_such_day(rule, str(year), month, day)
    on = date(year, month, day)
    if on == SYSTEM_DEFAULT:
        why = "1 January 1900 is what systems fill in when no date is known."
        return Problem(Code.NO_DATE, why, rule, ("XXXX", "1900-01-01"))
    if weekday is not None and on.weekday() != weekday:
        other = date(year, *swapped) if swapped and exists(year, *swapped) else None
        return weekday_disagrees(rule, on, weekday, other)
    return a_day(on, rule)


@unit_rule(
    rf"{_BEFORE}(?P<a>[0-9]{{1,2}})(?:th(?=[/.-]))?(?P<one>{_SEPARATOR})(?P<b>[0-9]{{1,2}})(?P<two>{_SEPARATOR})"
    rf"{_YEAR}{_AFTER}",
    rf"(?P<a>[0-9]{{1,2}})th(?P<one> )(?P<b>[0-9]{{1,2}})th(?P<two> ){_YEAR}",
)
def numeric_day(match: re.Match[str]) -> Iterator[Unit]:
    first, second, year = int(match["a"]), int(match["b"]), match["year"]
    if first > 31 and len(year) == 2 and 1 <= second <= 12 and 1 <= int(year) <= 31:
        yield from _year_first_of_two_digits(match)
        return
    clock = ":" in (match["one"] + match["two"]) and len(year) != 4
    if not first or not second or clock:
        return
    one, two = match["one"].strip(), match["two"].strip()
    if two and not one:
        return
    if one and not two and len(year) != 4:
        why = "A separator is missing before what may be the year."
        yield from (questioned(unit, why) for unit in _numbers(match, first, second, {MENDED}))
        return
    if one == "-" != two:
        yield _perhaps_months(match)
        return
    flags = {MENDED} if one != two or one in {",", ":"} else set()
    yield from _numbers(match, first, second, flags)


def _numbers(match: re.Match[str], first: int, second: int, flags: set[str]) -> Iterator[Unit]:
    year = match["year"]
    if second > 12 >= first:
        yield day_unit("numeric_day", match, second, first, year=year, flags=flags | {US_ORDER})
    elif second <= 12:
        flags |= {DAY_FIRST} if first <= 12 else set()
        yield day_unit("numeric_day", match, first, second, year=year, flags=flags, swappable=True)
    else:
        yield _no_such_month("numeric_day", match, first, year)


def questioned(unit: Unit, why: str) -> Unit:
    return unit.then(lambda one: ambiguous(one.rule, why, one.edtf) if isinstance(one, Stretch) else one)


def _perhaps_months(match: re.Match[str]) -> Unit:
    """ "3-5/99" and "10-12 1999" may be a day with mixed separators or two months: held."""
    first, second = int(match["a"]), int(match["b"])
    years, two_digits = years_of(match["year"])

    def fix(year: int, _: int) -> list[Found]:
        readings = [f"{year}-{second:02}-{first:02}"] if exists(year, second, first) else []
        if first < second <= 12:
            readings.append(f"{year}-{first:02}/{year}-{second:02}")
        return [ambiguous("numeric_day", "It may be a day or a stretch of months.", *readings)]

    return Unit("numeric_day", fix, "XXXX", years, flags=two_digits)


def _year_first_of_two_digits(match: re.Match[str]) -> Iterator[Unit]:
    years, _ = years_of(match["a"])
    month, day = int(match["b"]), int(match["year"])

    def fix(year: int, _: int) -> list[Found]:
        why = "It can only be read as year, month, day, which is rare with two digits."
        fixed = fixed_day("numeric_day", year, month, day, None)
        return [ambiguous("numeric_day", why, fixed.edtf) if isinstance(fixed, Stretch) else fixed]

    yield Unit("numeric_day", fix, f"XXXX-{month:02}-{day:02}", years, month, day)


def _no_such_month(rule: str, match: re.Match[str], day: int, year: str | None) -> Unit:
    years, two_digits = years_of(year)

    def fix(year: int, _: int) -> list[Found]:
        if day > 31:
            why = f"{match['a']}/{match['b']}/{match['year']} has neither a day nor a month that exists."
            return [Problem(Code.IMPOSSIBLE_DATE, why, rule, refused=True)]
        why = f"There is no month {match['b']}."
        return [Problem(Code.IMPOSSIBLE_DATE, why, rule, (str(year),))]

    return Unit(rule, fix, "XXXX", years, flags=two_digits)


@unit_rule(
    rf"{_BEFORE}(?P<year>[0-9]{{4}})(?:{_SEPARATOR})(?P<b>[0-9]{{1,2}})(?:{_SEPARATOR})(?P<a>[0-9]{{1,2}}){_AFTER}"
)
def year_month_day(match: re.Match[str]) -> Iterator[Unit]:
    month, day = int(match["b"]), int(match["a"])
    if month <= 12 and month and day:
        yield day_unit("year_month_day", match, day, month, year=match["year"])
    elif day <= 12 and 12 < month <= 31 and day:
        why = "It can only be read as year, day, month, which is rare."
        yield questioned(day_unit("year_month_day", match, month, day, year=match["year"]), why)


@unit_rule(rf"{_BEFORE}{_DAY}{GAP}(?P<month>{MONTH}){GAP}{_YEAR}{_AFTER}")
def named_day(match: re.Match[str]) -> Iterator[Unit]:
    day, month, year = int(match["day"]), month_of(match["month"]), match["year"]
    if day > 31 and len(year) == 2 and int(year) <= 31:
        why = "It can only be read as year, month, day."
        yield questioned(day_unit("named_day", match, int(year), month, year=match["day"]), why)
    else:
        yield day_unit("named_day", match, day, month, year=year)


@unit_rule(
    rf"{_BEFORE}(?P<month>{MONTH}){GAP}{_DAY}(?:[ .,/-]+{_YEAR}|(?P<apart>) ?'(?P<short>[0-9]{{2}})){_AFTER}"
)
def month_first(match: re.Match[str]) -> Iterator[Unit]:
    year = match["year"] or match["short"]
    yield day_unit("month_first", match, int(match["day"]), month_of(match["month"]), year=year)


@unit_rule(
    rf"(?P<year>[0-9]{{4}}){GAP}(?P<month>{MONTH}){GAP}{_DAY}",
    rf"(?P<year>[0-9]{{4}})[ ,-]+{_BEFORE}{_DAY}{GAP}(?P<month>{MONTH})",
)
def year_first(match: re.Match[str]) -> Iterator[Unit]:
    yield day_unit("year_first", match, int(match["day"]), month_of(match["month"]), year=match["year"])


@unit_rule(rf"{_BEFORE}{_DAY}{GAP}(?P<month>{MONTH})(?:{GAP}{_NO_YEAR})?{_AFTER}")
def day_of_month(match: re.Match[str]) -> Iterator[Unit]:
    yield day_unit("day_of_month", match, int(match["day"]), month_of(match["month"]))


@unit_rule(rf"{_BEFORE}(?P<month>{MONTH}){GAP}{_DAY}{_AFTER}")
def month_then_number(match: re.Match[str]) -> Iterator[Unit]:
    """ "May 2" is a day; "July 09" may be a year too (month_year reads it so), and is then held."""
    if 1 <= int(match["day"]) <= 31:
        yield day_unit("month_then_number", match, int(match["day"]), month_of(match["month"]))


@unit_rule(rf"{_BEFORE}(?P<a>[0-9]{{1,2}})(?P<one> ?[/.-] ?)(?P<b>[0-9]{{1,2}})(?:[/.-]{_NO_YEAR})?{_AFTER}")
def day_and_month_numbers(match: re.Match[str]) -> Iterator[Unit]:
    first, second = int(match["a"]), int(match["b"])
    if not first or not second:
        return
    if second <= 12:
        flags = {DAY_FIRST} if first <= 12 else set()
        yield day_unit("day_and_month_numbers", match, first, second, flags=flags, swappable=True)
    elif first <= 12 and second <= 31:
        yield day_unit("day_and_month_numbers", match, second, first, flags={US_ORDER})


@unit_rule(rf"{_BEFORE}{_DAY}{_AFTER}")
def day_alone(match: re.Match[str]) -> Iterator[Unit]:
    if 1 <= int(match["day"]) <= 31:
        yield day_unit("day_alone", match, int(match["day"]), 0)
