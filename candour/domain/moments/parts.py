"""Rules for parts of a month or year and for weeks: early July, mid 1999, first week of, w/c."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date

from candour.domain.moments.almanac import (
    MONDAY,
    SATURDAY,
    SUNDAY,
    days_after,
    days_in,
    last_weekday,
    monday_of,
    nth_weekday,
)
from candour.domain.moments.found import (
    Code,
    Found,
    Problem,
    Stretch,
    a_day,
    ambiguous,
    week_from,
    weekday_of,
)
from candour.domain.moments.moment import Precision
from candour.domain.moments.periods import months, period
from candour.domain.moments.units import GAP, MONTH, WEEKDAY, YEAR, Unit, month_of, unit_rule, units, years_of

_IN = r"(?:in |on |by the )?"
_PART = r"(?P<part>early|mid|late)"
_MONTH_YEAR = rf"(?P<month>{MONTH})(?:{GAP}(?P<year>{YEAR}))?"
NOT_FROM_MONDAY = "week_not_from_monday"

_DAYS_OF_MONTH = {"early": (1, 10), "mid": (10, 20), "late": (20, 0)}
_MONTHS_OF_YEAR = {"early": (1, 4), "mid": (5, 8), "late": (9, 12)}
"""What a part covers; day 0 is the last of the month."""
_AS_START_OF_MONTH = {"early": 1, "mid": 15, "late": 20}
_AS_END_OF_MONTH = {"early": 10, "mid": 15, "late": 0}
_AS_START_OF_YEAR = {"early": 1, "mid": 6, "late": 9}
_AS_END_OF_YEAR = {"early": 4, "mid": 6, "late": 12}


def in_month(
    rule: str, match: re.Match[str], stretch: Callable[[int, int], Found], month: int | None = None
) -> Unit:
    """A unit that lies in the month and year that the match names."""
    month = month or month_of(match["month"])
    years, two_digits = years_of(match.groupdict().get("year"))
    return Unit(rule, lambda y, m: [stretch(y, m)], f"XXXX-{month:02}", years, month, flags=two_digits)


def _days(year: int, month: int, first: int, last: int, rule: str, mark: str = "") -> Stretch:
    starts = f"{year}-{month:02}-{first or days_in(year, month):02}{mark}"
    ends = f"{year}-{month:02}-{last or days_in(year, month):02}{mark}"
    return Stretch(f"{starts}/{ends}", Precision.INTERVAL, rule, starts=starts, ends=ends)


@unit_rule(rf"{_IN}{_PART}[ -](?:in |on |part )?{_MONTH_YEAR}")
def part_of_month(match: re.Match[str]) -> Iterator[Unit]:
    part = match["part"]

    def stretch(year: int, month: int) -> Stretch:
        whole = _days(year, month, *_DAYS_OF_MONTH[part], "part_of_month")
        last = days_in(year, month)
        starts = f"{year}-{month:02}-{_AS_START_OF_MONTH[part]:02}~"
        return replace(whole, starts=starts, ends=f"{year}-{month:02}-{_AS_END_OF_MONTH[part] or last:02}~")

    if not (match["year"] or "").isdigit() or len(match["year"]) == 4 or int(match["year"]) not in {30, 31}:
        yield in_month("part_of_month", match, stretch)


@unit_rule(rf"{_IN}(?P<one>early|mid) ?(?P<join>to|-|/) ?(?P<two>mid|late)[ -]{_MONTH_YEAR}")
def parts_of_month(match: re.Match[str]) -> Iterator[Unit]:
    first, last = _DAYS_OF_MONTH[match["one"]][0], _DAYS_OF_MONTH[match["two"]][1]
    if _side_by_side(match):
        yield in_month("parts_of_month", match, lambda y, m: _days(y, m, first, last, "parts_of_month"))


def _side_by_side(match: re.Match[str]) -> bool:
    """ "Early to late July" is all of it; "start/end of July" may be either end, and is left."""
    touching = (match["one"], match["two"]) in {("early", "mid"), ("mid", "late")}
    return touching or (match["one"] != match["two"] and match["join"] == "to")


@unit_rule(rf"{_IN}{_PART}[ -](?:in |on |part )?(?P<year>[0-9]{{4}}|'[0-9]{{2}}|[5-9][0-9])")
def part_of_year(match: re.Match[str]) -> Iterator[Unit]:
    part = match["part"]

    def stretch(year: int) -> Found:
        whole = months(year, *_MONTHS_OF_YEAR[part], "part_of_year")
        starts, ends = (f"{year}-{one[part]:02}~" for one in (_AS_START_OF_YEAR, _AS_END_OF_YEAR))
        return replace(whole, starts=starts, ends=ends)

    yield period("part_of_year", match["year"], stretch)


@unit_rule(rf"{_IN}(?P<one>early|mid) ?(?P<join>to|-|/) ?(?P<two>mid|late)[ -](?P<year>[0-9]{{4}})")
def parts_of_year(match: re.Match[str]) -> Iterator[Unit]:
    first, last = _MONTHS_OF_YEAR[match["one"]][0], _MONTHS_OF_YEAR[match["two"]][1]
    if _side_by_side(match):
        yield period("parts_of_year", match["year"], lambda year: months(year, first, last, "parts_of_year"))


@unit_rule(rf"{_IN}{_PART}[ -](?:in |on |part )?(?P<whole>(?:spring|summer|autumn|winter|[0-9']).*)")
def part_of_season(match: re.Match[str]) -> Iterator[Unit]:
    """How much of a season, term or decade "early" covers no rule can settle: held with the whole of it."""
    if re.fullmatch(YEAR, match["whole"], re.ASCII):
        return
    why = f"How much of it the word for {match['part']!r} covers cannot be told."
    for unit in units(match["whole"]):
        if unit.rule in {"season", "winter", "term", "term_of_school_year", "quarter"}:
            yield replace(unit.then(lambda one: _offer(one, why)), rule="part_of_season")


def _offer(found: Found, why: str) -> Found:
    if isinstance(found, Problem):
        return found
    ends = (found.starts, found.ends) if len(found.starts) > 4 else ()
    return ambiguous("part_of_season", why, found.edtf, *ends)


_YEARS_OF_DECADE = {"early": (0, 3), "mid": (4, 6), "late": (7, 9)}


@unit_rule(rf"{_IN}{_PART}[ -](?P<tens>(?:19|20)?[0-9])0 s")
def part_of_decade(match: re.Match[str]) -> Iterator[Unit]:
    """Held too: "the late nineties" is no count of years."""
    tens = (
        match["tens"]
        if len(match["tens"]) == 3
        else ("20" if match["tens"] in "012" else "19") + match["tens"]
    )
    first, last = _YEARS_OF_DECADE[match["part"]]
    why = f"How much of it the word for {match['part']!r} covers cannot be told."
    found = ambiguous("part_of_decade", why, f"{tens}{first}/{tens}{last}", f"{tens}X")
    yield Unit("part_of_decade", lambda _, __: [found], "XXXX", (int(tens) * 10,))


@unit_rule(rf"{_IN}(?P<n>[12])th half[ -](?:in )?{_MONTH_YEAR}")
def half_of_month(match: re.Match[str]) -> Iterator[Unit]:
    first, last = (1, 15) if match["n"] == "1" else (16, 0)
    yield in_month("half_of_month", match, lambda y, m: _days(y, m, first, last, "half_of_month"))


@unit_rule(rf"{_IN}(?P<n>[12])th half[ -](?:in )?(?P<year>[0-9]{{4}})")
def half_of_year(match: re.Match[str]) -> Iterator[Unit]:
    first, last = (1, 6) if match["n"] == "1" else (7, 12)
    yield period("half_of_year", match["year"], lambda year: months(year, first, last, "half_of_year"))


@unit_rule(rf"{_IN}(?:(?P<n>[1-5])th|(?P<last>last|final)) (?:weekof|week)(?: in)? {_MONTH_YEAR}")
def week_of_month(match: re.Match[str]) -> Iterator[Unit]:
    """The first week is the 1st to the 7th, the second the 8th to the 14th; the last, the last seven days."""

    def stretch(year: int, month: int) -> Found:
        last = days_in(year, month)
        first = last - 6 if match["last"] else 7 * int(match["n"]) - 6
        if first > last:
            return ambiguous("week_of_month", "The month has no fifth week.", f"{year}-{month:02}")
        return replace(
            _days(year, month, first, min(first + 6, last), "week_of_month"), precision=Precision.WEEK
        )

    yield in_month("week_of_month", match, stretch)


@unit_rule(
    rf"{_IN}(?P<which>1th|last) (?:(?P<few>few|couple|several) |(?P<n>[2-9]) )day(?: in)? {_MONTH_YEAR}"
)
def days_of_month(match: re.Match[str]) -> Iterator[Unit]:
    """A few are five, and only about so; a couple are two."""
    count = int(match["n"]) if match["n"] else 2 if match["few"] == "couple" else 5
    doubt = "" if match["n"] else "~"

    def stretch(year: int, month: int) -> Stretch:
        last = days_in(year, month)
        first, final = (1, count) if match["which"] == "1th" else (last - count + 1, last)
        whole = _days(year, month, first, final, "days_of_month")
        firm, vague = ("starts", "ends") if first == 1 else ("ends", "starts")
        ends = {firm: getattr(whole, firm), vague: getattr(whole, vague) + doubt}
        return replace(whole, edtf=f"{ends['starts']}/{ends['ends']}", **ends)

    yield in_month("days_of_month", match, stretch)


@unit_rule(rf"{_IN}(?:(?P<n>[1-5])th|(?P<last>last)) (?P<weekday>{WEEKDAY})(?: in)? {_MONTH_YEAR}")
def nth_weekday_of_month(match: re.Match[str]) -> Iterator[Unit]:
    weekday = weekday_of(match["weekday"])
    if weekday is None:
        return

    def stretch(year: int, month: int) -> Found:
        last = last_weekday(year, month, weekday)
        day = last if match["last"] else nth_weekday(year, month, weekday, int(match["n"]))
        if day is None:
            return ambiguous("nth_weekday_of_month", "The month has no fifth one.", f"{year}-{month:02}")
        return a_day(day, "nth_weekday_of_month")

    yield in_month("nth_weekday_of_month", match, stretch)


@unit_rule(r"(?:in |on |during )?(?P<kind>weekfrom|weekto|weekof|weekendof)[ ,-]*(?P<day>.+)")
def week(match: re.Match[str]) -> Iterator[Unit]:
    """Seven days from the day after "w/c", to the day after "w/e", around a Monday after "week of"."""
    for unit in units(match["day"]):
        if unit.day and unit.rule not in {"serial_as_text", "six_digits"}:
            yield replace(unit.then(lambda one: _week_at(one, match["kind"])), rule="week", day=0)


def _week_at(found: Found, kind: str) -> Found:
    if isinstance(found, Problem):
        return found
    day = date.fromisoformat(found.edtf)
    if kind == "weekfrom":
        stretch = week_from(day, "week")
        return stretch.flagged(found.flags if day.weekday() == MONDAY else {*found.flags, NOT_FROM_MONDAY})
    if kind == "weekto":
        return week_from(days_after(day, -6), "week").flagged(found.flags)
    if kind == "weekendof":
        return _weekend(day)
    if day.weekday() == MONDAY:
        return week_from(day, "week").flagged(found.flags)
    why = "It may be the seven days from that day or the Monday to Sunday around it."
    return ambiguous("week", why, week_from(monday_of(day), "week").edtf, week_from(day, "week").edtf)


def _weekend(day: date) -> Found:
    if day.weekday() not in (SATURDAY, SUNDAY):
        return ambiguous("week", "That day is no Saturday or Sunday.", day.isoformat())
    saturday = day if day.weekday() == SATURDAY else days_after(day, -1)
    edtf = f"{saturday.isoformat()}/{days_after(saturday, 1).isoformat()}"
    return Stretch(edtf, Precision.INTERVAL, "week")


@unit_rule(
    r"(?P<year>[0-9]{4})[ -]*w(?:eek|k)? ?(?P<n>[0-9]{1,2})",
    r"week (?P<n>[0-9]{1,2})[ ,/-]+(?P<year>[0-9]{4})",
)
def iso_week(match: re.Match[str]) -> Iterator[Unit]:
    """ "1999-W28" is a week of ISO 8601; "week 28 1999" may be counted otherwise, and is held."""
    by_the_letter = "w" in match[0] and "week" not in match[0]

    def stretch(year: int) -> Found:
        try:
            monday = date.fromisocalendar(year, int(match["n"]), 1)
        except ValueError:
            return Problem(Code.IMPOSSIBLE_DATE, "The year has no such week.", "iso_week", (str(year),))
        if not by_the_letter:
            return ambiguous("iso_week", "Weeks are counted in several ways.", week_from(monday, "").edtf)
        return week_from(monday, "iso_week")

    yield period("iso_week", match["year"], stretch)
