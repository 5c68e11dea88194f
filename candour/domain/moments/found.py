"""What a rule finds in words: a stretch of the calendar, or the problem that keeps it from being one."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, time
from enum import StrEnum

from candour.domain.moments.almanac import days_after, days_in, nearest_weekday
from candour.domain.moments.edtf import join_marks, with_doubt
from candour.domain.moments.moment import Precision
from candour.domain.moments.month_names import WEEKDAYS

Window = tuple[time, time]
"""First and last minute of a part of a day."""


class Code(StrEnum):
    """Why a date is held or refused; the same words as in the ledger."""

    NO_DATE = "no_date"
    UNREADABLE_DATE = "unreadable_date"
    AMBIGUOUS_DATE = "ambiguous_date"
    WEEKDAY_DISAGREES = "weekday_disagrees"
    IMPOSSIBLE_DATE = "impossible_date"
    NO_YEAR = "no_year"
    RELATIVE_WITHOUT_ANCHOR = "relative_without_anchor"
    ENDS_BEFORE_IT_STARTS = "ends_before_it_starts"


@dataclass(frozen=True, slots=True)
class Stretch:
    """Part of the calendar, in EDTF. `starts` and `ends` are what it is as one end of a range.

    `mark` is doubt that the EDTF cannot carry (it has none for a time of day).
    `window` narrows the first and last day to hours.
    """

    edtf: str
    precision: Precision
    rule: str
    starts: str = ""
    ends: str = ""
    flags: frozenset[str] = frozenset()
    mark: str = ""
    window: Window | None = None
    also: tuple[tuple[str, str], ...] = ()

    def flagged(self, flags: Iterable[str]) -> Stretch:
        return replace(self, flags=self.flags | frozenset(flags))

    def doubted(self, mark: str) -> Stretch:
        return replace(
            self,
            edtf=with_doubt(self.edtf, mark),
            starts=with_doubt(self.starts, mark),
            ends=with_doubt(self.ends, mark),
            mark=join_marks(self.mark, mark),
        )


@dataclass(frozen=True, slots=True)
class Problem:
    """Why the words are no date yet, the EDTF readings a person may choose from; `refused`: none at all."""

    code: Code
    why: str
    rule: str
    readings: tuple[str, ...] = ()
    flags: frozenset[str] = frozenset()
    refused: bool = False

    def flagged(self, flags: Iterable[str]) -> Problem:
        return replace(self, flags=self.flags | frozenset(flags))

    def doubted(self, mark: str) -> Problem:
        return replace(self, readings=tuple(with_doubt(one, mark) for one in self.readings))


Found = Stretch | Problem

_MONTH_WORDS = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)
_WEEKDAY_WORDS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def spoken(day: date) -> str:
    return f"{day.day} {_MONTH_WORDS[day.month - 1]} {day.year}"


def a_day(day: date, rule: str) -> Stretch:
    return Stretch(day.isoformat(), Precision.DAY, rule)


def a_month(year: int, month: int, rule: str) -> Stretch:
    return Stretch(f"{year}-{month:02}", Precision.MONTH, rule)


def ambiguous(rule: str, why: str, *readings: str) -> Problem:
    return Problem(Code.AMBIGUOUS_DATE, why, rule, readings)


def no_year(rule: str, reading: str) -> Problem:
    what = "month and year are" if reading.startswith("XXXX-XX") else "year is"
    return Problem(Code.NO_YEAR, f"The {what} not written, and none was given.", rule, (reading,))


def no_such_day(rule: str, year: str, month: int, day: int) -> Problem:
    """A day past the end of its month may mean its last day or the next month's first; `year` may be XXXX."""
    last = days_in(2000 if year == "XXXX" else int(year), month)
    before = f"{year}-{month:02}-{last}"
    following = year if month < 12 or year == "XXXX" else str(int(year) + 1)
    after = f"{following}-{month % 12 + 1:02}-01"
    why = f"{_MONTH_WORDS[month - 1]} has no day {day}."
    either = () if year == "XXXX" else (f"[{before},{after}]",)
    if day > 31:
        return Problem(Code.IMPOSSIBLE_DATE, why, rule, (f"{year}-{month:02}",))
    return Problem(Code.IMPOSSIBLE_DATE, why, rule, (*either, before, after))


def weekday_disagrees(rule: str, day: date, weekday: int, swapped: date | None = None) -> Problem:
    """Offers the day as written, the nearest with that weekday, and what else would agree.

    What else: the same day a year earlier or later, and, for "5/3/99", month first.
    """
    others = [day, nearest_weekday(day, weekday)]
    years = (day.year - 1, day.year + 1)
    others += [date(y, day.month, day.day) for y in years if day.day <= days_in(y, day.month)]
    others += [swapped] if swapped else []
    agreeing = [day, *(one for one in others if one.weekday() == weekday)]
    why = f"{spoken(day)} was a {_WEEKDAY_WORDS[day.weekday()]}, not a {_WEEKDAY_WORDS[weekday]}."
    readings = tuple(dict.fromkeys(f"{one.isoformat()}?" for one in agreeing))
    return Problem(Code.WEEKDAY_DISAGREES, why, rule, readings)


def week_from(monday: date, rule: str) -> Stretch:
    """Seven days from the day given."""
    edtf = f"{monday.isoformat()}/{days_after(monday, 6).isoformat()}"
    return Stretch(edtf, Precision.WEEK, rule)


def weekday_of(word: str | None) -> int | None:
    return WEEKDAYS.index(word) if word else None
