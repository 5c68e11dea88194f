"""Rules for days and times known by a name: Christmas Day, Easter, half term, the school holidays."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from candour.domain.moments.almanac import (
    MONDAY,
    NAMED_DAYS,
    NAMED_TIMES,
    days_after,
    half_terms,
    last_weekday,
    nth_weekday,
)
from candour.domain.moments.found import Found, Stretch, a_day, ambiguous
from candour.domain.moments.moment import Precision
from candour.domain.moments.periods import months, period
from candour.domain.moments.units import GAP, MONTH, YEAR, Unit, month_of, unit_rule

_YEAR = rf"(?:[ ,/-]+(?P<year>{YEAR}))?"
_SEASON_OF_HALF_TERM = {"autumn": 10, "spring": 2, "summer": 5}


@unit_rule(rf"(?:on |in )?(?P<name>{'|'.join(NAMED_DAYS)}){_YEAR}")
def named_feast(match: re.Match[str]) -> Iterator[Unit]:
    of_year = NAMED_DAYS[match["name"]]
    yield period("named_feast", match["year"], lambda year: a_day(of_year(year), "named_feast"))


@unit_rule(rf"(?:on |in |at )?(?P<name>{'|'.join(NAMED_TIMES)})(?: period)?{_YEAR}")
def time_of_feast(match: re.Match[str]) -> Iterator[Unit]:
    of_year = NAMED_TIMES[match["name"]]
    yield period(
        "time_of_feast", match["year"], lambda year: a_day(of_year(year), "time_of_feast").doubted("~")
    )


@unit_rule(rf"(?:on |in |at )?easterweekend{_YEAR}")
def easter_weekend(match: re.Match[str]) -> Iterator[Unit]:
    def stretch(year: int) -> Found:
        sunday = NAMED_DAYS["easterday"](year)
        edtf = f"{days_after(sunday, -2).isoformat()}/{days_after(sunday, 1).isoformat()}"
        return Stretch(edtf, Precision.INTERVAL, "easter_weekend")

    yield period("easter_weekend", match["year"], stretch)


@unit_rule(
    rf"(?:in |on )?halfterm[ ,]+(?:in )?(?P<month>{MONTH}){GAP}(?P<year>{YEAR})",
    rf"(?:in |on )?(?P<month>{MONTH}) halfterm{_YEAR}",
    rf"(?:in |on )?(?P<season>autumn|spring|summer)(?: term)? halfterm{_YEAR}",
    rf"(?:in |on )?(?P<month>{MONTH}) (?P<year>{YEAR}) halfterm",
    rf"(?:in |on )?halfterm{_YEAR}",
)
def half_term(match: re.Match[str]) -> Iterator[Unit]:
    parts = match.groupdict()
    season = _SEASON_OF_HALF_TERM.get(parts.get("season") or "", 0)
    month = month_of(parts["month"]) if parts.get("month") else season

    def stretch(year: int) -> Found:
        weeks = [_school_week(year, one, day) for one in ([month] if month else [2, 5, 10]) for day in (0, 1)]
        known = [week for week in weeks if week]
        if len(known) == 1:
            starts, _, ends = known[0].partition("/")
            return Stretch(known[0], Precision.WEEK, "half_term", starts=starts, ends=ends)
        why = "Half terms differ between authorities, and there are three a year."
        return (
            ambiguous("half_term", why, *known)
            if known
            else ambiguous("half_term", why, f"{year}-{month:02}")
        )

    yield period("half_term", match["year"], stretch)


def _school_week(year: int, month: int, which: int) -> str:
    """Monday to Friday, always about: schools choose their own days."""
    mondays = half_terms(year, month)
    if which >= len(mondays):
        return ""
    return f"{mondays[which].isoformat()}~/{days_after(mondays[which], 4).isoformat()}~"


@unit_rule(rf"(?:on |in |over )?(?P<name>august|may|spring)bankholiday{_YEAR}")
def bank_holiday(match: re.Match[str]) -> Iterator[Unit]:
    """They have moved, and differ between the nations: offered, never placed."""

    def stretch(year: int) -> Found:
        days = {
            "august": (last_weekday(year, 8, MONDAY), nth_weekday(year, 8, MONDAY, 1)),
            "may": (nth_weekday(year, 5, MONDAY, 1), date(year, 5, 1)),
            "spring": (last_weekday(year, 5, MONDAY), NAMED_DAYS["whitsunday"](year)),
        }
        why = "Bank holidays have moved, and differ between nations."
        return ambiguous("bank_holiday", why, *(day.isoformat() for day in days[match["name"]] if day))

    yield period("bank_holiday", match["year"], stretch)


@unit_rule(
    rf"(?:in |on )?(?:school )?(?P<season>summer|easter|christmas)(?: school)? "
    rf"(?:holidays?|hols|vacation|break){_YEAR}"
)
def school_holiday(match: re.Match[str]) -> Iterator[Unit]:
    """Its days differ between schools and years: offered, never placed."""

    def stretch(year: int) -> Found:
        around = {
            "summer": months(year, 7, 9, "").edtf.replace("/", "~/") + "~",
            "christmas": months(year, 12, 13, "").edtf.replace("/", "~/") + "~",
            "easter": f"{year}-{NAMED_TIMES['easter'](year).month:02}~",
        }
        return ambiguous("school_holiday", "School holidays differ between schools.", around[match["season"]])

    yield period("school_holiday", match["year"], stretch)
