"""How a day, a time or a moment is said to people: 14 July 1999; about 21 June 1999; before April 1999."""

from __future__ import annotations

import calendar
import re
from datetime import date, datetime, time, timedelta

from candour.domain.moments.edtf import bounds_of
from candour.domain.moments.moment import FIRST_MINUTE, LAST_MINUTE, Doubt, Moment, Precision
from candour.domain.moments.times import PARTS_OF_DAY

_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS = """January February March April May June July August September October November December""".split()
_SEASONS = {21: "spring", 22: "summer", 23: "autumn", 24: "winter"}
_PART_SAID = {window: re.sub("^(early|mid|late)(?=.)", r"\1 ", name) for name, window in PARTS_OF_DAY.items()}
_DOUBTS = {Doubt.APPROXIMATE: "about {}", Doubt.UNCERTAIN: "possibly {}", Doubt.BOTH: "possibly about {}"}


def spoken_day(day: date, *, weekday: bool = False) -> str:
    """14 July 1999, or with its weekday, as when a person must act on it: Wednesday 14 July 1999."""
    words = f"{day.day} {_MONTHS[day.month - 1]} {day.year}"
    return f"{_WEEKDAYS[day.weekday()]} {words}" if weekday else words


def spoken_time(at: time) -> str:
    return f"{at:%H:%M}"


def spoken_instant(at: datetime) -> str:
    """3 June 2014, 10:12. The time is said as it stands in `at`: convert it to UK civil time first."""
    return f"{spoken_day(at.date())}, {spoken_time(at.time())}"


def spoken_days(first: date, last: date) -> str:
    """A stretch of whole days, nothing said twice: 3 to 5 May 2009; May to June 2009; 2009 to 2011."""
    if first == last:
        return spoken_day(first)
    if first.day == 1 and last.day == _days_in(last):
        return _spoken_months(first, last)
    if first.year != last.year:
        return f"{spoken_day(first)} to {spoken_day(last)}"
    if first.month != last.month:
        return f"{first.day} {_MONTHS[first.month - 1]} to {spoken_day(last)}"
    return f"{first.day} to {spoken_day(last)}"


def spoken(moment: Moment) -> str:
    """The moment in words that claim no more than it does; a moment not placed is quoted as written."""
    if not moment.placed:
        return f"“{moment.text}”" if moment.text else "no date"
    return _DOUBTS[moment.doubt].format(_said(moment)) if moment.doubt else _said(moment)


def _said(moment: Moment) -> str:
    earliest, latest = moment.earliest, moment.latest
    if earliest is None and latest is None:
        return "no date"
    if earliest is None:
        assert latest is not None
        return f"before {_open_edge(latest.date() + timedelta(days=1))}"
    if latest is None:
        return f"{_open_edge(earliest.date())} or later"
    if moment.timed:
        return _timed(earliest, latest)
    if moment.precision is Precision.SEASON and (season := _season(moment)):
        return season
    if moment.precision is Precision.WEEK:
        return f"week of {spoken_day(earliest.date())}"
    if moment.precision is Precision.SET and (choices := _choices(moment.edtf or "")):
        return choices
    return spoken_days(earliest.date(), latest.date())


def _spoken_months(first: date, last: date) -> str:
    whole_years = first.month == 1 and last.month == 12
    if whole_years:
        return str(first.year) if first.year == last.year else f"{first.year} to {last.year}"
    end = f"{_MONTHS[last.month - 1]} {last.year}"
    if (first.year, first.month) == (last.year, last.month):
        return end
    start = (
        _MONTHS[first.month - 1] if first.year == last.year else f"{_MONTHS[first.month - 1]} {first.year}"
    )
    return f"{start} to {end}"


def _open_edge(day: date) -> str:
    """The month alone when the edge is the first of it: the words "before April" named no day."""
    return f"{_MONTHS[day.month - 1]} {day.year}" if day.day == 1 else spoken_day(day)


def _timed(earliest: datetime, latest: datetime) -> str:
    if earliest == latest:
        return spoken_instant(earliest)
    if earliest.date() != latest.date():
        return f"{spoken_instant(earliest)} to {spoken_instant(latest)}"
    part = _PART_SAID.get((earliest.time(), latest.time()))
    if part is None and earliest.time() == FIRST_MINUTE:
        part = f"by {spoken_time(latest.time())}"
    if part is None and latest.time() == LAST_MINUTE:
        part = f"from {spoken_time(earliest.time())}"
    hours = part or f"{spoken_time(earliest.time())} to {spoken_time(latest.time())}"
    return f"{spoken_day(earliest.date())}, {hours}"


def _season(moment: Moment) -> str | None:
    match = re.match(r"(\d{4})-(2[1-4])", moment.edtf or "")
    return f"{_SEASONS[int(match[2])]} {match[1]}" if match else None


def _choices(edtf: str) -> str | None:
    """[1999-08-04,1999-08-05] -> 4 or 5 August 1999; None where it is no list of whole spans."""
    members = edtf.strip("[]{}").split(",")
    if len(members) < 2 or any(".." in member or "T" in member for member in members):
        return None
    said = [spoken_days(first, last) for first, last in map(bounds_of, members) if first and last]
    last_words = said[-1].split()
    # What all of them end with is said once: the year, or the month and the year.
    for spare in (2, 1):
        tail = " ".join(last_words[-spare:])
        if len(last_words) > spare and all(one.endswith(f" {tail}") for one in said):
            said = [*(one.removesuffix(f" {tail}") for one in said[:-1]), said[-1]]
            break
    return " or ".join([", ".join(said[:-1]), said[-1]])


def _days_in(day: date) -> int:
    return calendar.monthrange(day.year, day.month)[1]
