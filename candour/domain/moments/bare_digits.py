"""Rules for digits that may be a day: without separators, cut short, or a spreadsheet's own number."""

from __future__ import annotations

import re
from collections.abc import Iterator

from candour.domain.moments.almanac import exists
from candour.domain.moments.days import day_unit, questioned
from candour.domain.moments.found import Code, Found, Problem, ambiguous
from candour.domain.moments.serials import day_of_serial
from candour.domain.moments.units import GAP, MONTH, Unit, month_of, unit_rule, years_of


@unit_rule(
    r"(?P<a>[0-9]{1,2})(?P<gap>[/.-])(?P<b>[0-9]{1,2})(?P=gap)(?P<year>[0-9]|[0-9]{3}|[0-9]{5})",
    rf"(?P<a>[0-9]{{1,2}})(?:th)?{GAP}(?P<month>{MONTH}){GAP}(?P<year>[0-9]{{3}}|[0-9]{{5}})",
)
def year_cut_short(match: re.Match[str]) -> Iterator[Unit]:
    """A year of three or five digits is a slip: the day is offered without one."""
    parts = match.groupdict()
    month = int(parts["b"]) if parts.get("b") else month_of(parts["month"])
    day = int(match["a"])
    if exists(2000, month, day):
        why = f"The year {match['year']} is cut short or too long."
        reading = f"XXXX-{month:02}-{day:02}"
        found = Problem(Code.IMPOSSIBLE_DATE, why, "year_cut_short", (reading,))
        yield Unit("year_cut_short", lambda _, __: [found], reading, (2000,), month, day)


@unit_rule(
    r"(?P<day>[0-9]{2})(?P<month>[0-9]{2})(?P<year>[0-9]{4})",
    r"(?P<year>[0-9]{4})(?P<month>[0-9]{2})(?P<day>[0-9]{2})",
)
def eight_digits(match: re.Match[str]) -> Iterator[Unit]:
    """Day, month, year without separators, or the year first: read where only one of the two exists."""
    if (
        exists(int(match["year"]) or 1, int(match["month"]), int(match["day"]))
        and 1900 <= int(match["year"]) < 2100
    ):
        yield day_unit("eight_digits", match, int(match["day"]), int(match["month"]), year=match["year"])


@unit_rule(r"(?P<one>[0-9]{2})(?P<two>[0-9]{2})(?P<three>[0-9]{2})")
def six_digits(match: re.Match[str]) -> Iterator[Unit]:
    """May be a date or any other number: offered, never placed."""
    ways = ((match["one"], match["two"], match["three"]), (match["three"], match["two"], match["one"]))
    readings = [
        f"{year}-{int(month):02}-{int(day):02}"
        for day, month, short in ways
        for year in years_of(short)[0]
        if exists(year, int(month), int(day))
    ]
    if readings:
        why = "Six digits may be a date or some other number."
        yield _offered("six_digits", why, readings)


@unit_rule(
    r"(?P<day>[0-9]{2})(?P<month>[0-9]{2})[/.-](?P<year>[0-9]{4}|[0-9]{2})",
    r"(?P<day>[0-9]{1,2})[/.-](?P<month>[0-9]{2})(?P<year>[0-9]{4}|[0-9]{2})",
    r"(?P<day>[0-9]{1,2}) (?P<month>[0-9]{1,2})",
)
def separator_missing(match: re.Match[str]) -> Iterator[Unit]:
    """ "14/071999", "14 07": offered, never placed."""
    day, month, year = int(match["day"]), int(match["month"]), match.groupdict().get("year")
    year_before = re.match(r"(?:19|20)[0-9]{2}[/.-]", match[0]) is not None
    if exists(2000, month, day) and not year_before:
        why = "A separator or the year is missing; it may be some other number."
        yield questioned(day_unit("separator_missing", match, day, month, year=year), why)


@unit_rule(r"[0-9]{5}(?:\.[0-9]+)?")
def serial_as_text(match: re.Match[str]) -> Iterator[Unit]:
    day = day_of_serial(float(match[0]))
    if day is not None:
        why = "A five-digit number may be a spreadsheet's own number for a day, or something else."
        yield _offered("serial_as_text", why, [day.isoformat()])


def _offered(rule: str, why: str, readings: list[str]) -> Unit:
    def fix(_: int, __: int) -> list[Found]:
        return [ambiguous(rule, why, *dict.fromkeys(readings))]

    return Unit(rule, fix, "XXXX", (2000,))
