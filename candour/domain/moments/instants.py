"""Times as machines write them, with Z or an offset from Greenwich: turned into UK civil time."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta, timezone

from candour.domain.moments.almanac import SUNDAY, days_after, last_weekday, plausible
from candour.domain.moments.found import Stretch
from candour.domain.moments.moment import Precision
from candour.domain.moments.times import MIDNIGHT_FILLER

_INSTANT = re.compile(
    r"(?P<at>[0-9]{4}-[0-9]{2}-[0-9]{2}[Tt ][0-9]{2}:[0-9]{2})(?::[0-9]{2}(?:[.,][0-9]+)?)?"
    r" ?(?:[Zz]|UTC|(?P<sign>[+-])(?P<hours>0[0-9]|1[0-4]):?(?P<minutes>[0-5][0-9]))",
    re.ASCII,
)
_FIRST_YEAR = 1981
"""Before it summer time changed at another hour, and for some years not at all: nothing is turned."""


def instant(text: str) -> Stretch | None:
    """The UK minute of a time with an offset; its day alone where the time was filled in. Else None."""
    match = _INSTANT.fullmatch(text.strip().strip("\ufeff\u200b"))
    if match is None:
        return None
    try:
        written = datetime.fromisoformat(match["at"])
        civil = uk_civil(written.replace(tzinfo=_offset(match)))
    except (ValueError, OverflowError):
        return None
    if not (plausible(written.year) and written.year >= _FIRST_YEAR):
        return None
    midnights = [one for one in (civil, written) if (one.hour, one.minute) == (0, 0)]
    if midnights:
        day = midnights[0].date().isoformat()
        return Stretch(day, Precision.DAY, "instant", flags=frozenset({MIDNIGHT_FILLER}))
    return Stretch(f"{civil:%Y-%m-%dT%H:%M}:00", Precision.MINUTE, "instant")


def _offset(match: re.Match[str]) -> timezone:
    if match["sign"] is None:
        return UTC
    ahead = timedelta(hours=int(match["hours"]), minutes=int(match["minutes"]))
    return timezone(ahead if match["sign"] == "+" else -ahead)


def uk_civil(moment: datetime) -> datetime:
    """What clocks in the UK showed, without an offset; right from 1981 on."""
    utc = moment.astimezone(UTC).replace(tzinfo=None)
    begins, ends = (datetime(day.year, day.month, day.day, 1) for day in summer_time(utc.year))
    return utc + timedelta(hours=1) if begins <= utc < ends else utc


def summer_time(year: int) -> tuple[date, date]:
    """The Sundays on which clocks go forward and back, at one in the morning, Greenwich time.

    Since 1996 both are the last of their month; before, October's came no later than the 29th, then the 28th.
    """
    back = last_weekday(year, 10, SUNDAY)
    if year < 1996 and back.day > (29 if year < 1990 else 28):
        back = days_after(back, -7)
    return last_weekday(year, 3, SUNDAY), back
