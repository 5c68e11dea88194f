"""From when an entry was known: the first and the last minute at which it may have become so."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from candour.domain.chronology.entry import Entry, Telling
from candour.domain.moments import Moment, Precision
from candour.domain.moments.moment import FIRST_MINUTE, LAST_MINUTE

MONTHS = (
    "January February March April May June July August September October November December"
).split()  # fmt: skip

MAY_LAST = frozenset({Precision.INTERVAL, Precision.SET})
"""Precisions of an entry that may tell of something that went on, not of one moment within a time."""

WITHIN = re.compile(r"_of_(month|year)")
"""Rules that read words like "late July": two ends, and still one moment some time within."""


@dataclass(frozen=True, slots=True)
class Since:
    """When something became known: some time from `earliest` to `latest`, both inclusive.

    `earliest` None: from when is not known, so it may be known on any day.
    `latest` None: the returns give no day by which it was surely known.
    """

    earliest: datetime | None
    latest: datetime | None

    def possible_by(self, day: date) -> bool:
        return self.earliest is None or self.earliest.date() <= day

    def sure_by(self, day: date) -> bool:
        """To the end of the day: what became known at 23:00 was known on that day."""
        return self.latest is not None and self.latest.date() <= day

    def as_json(self) -> dict[str, str | None]:
        """Both bounds as days, or both as local times where either falls inside a day."""
        starts_inside = self.earliest is not None and self.earliest.time() != FIRST_MINUTE
        ends_inside = self.latest is not None and self.latest.time() != LAST_MINUTE
        timed = starts_inside or ends_inside
        return {
            "since_earliest": _written(self.earliest, timed),
            "since_latest": _written(self.latest, timed),
        }

    def __str__(self) -> str:
        """In words: "14 July 1999", "1 August 1999 to 31 August 1999", "by 7 July 1999"."""
        if self.earliest is None:
            return f"by {spoken_day(self.latest)}" if self.latest else "at a time not known"
        if self.latest is None:
            return f"{spoken_day(self.earliest)} or later"
        first, last = spoken_day(self.earliest), spoken_day(self.latest)
        if first == last:
            return first
        if self.earliest.date() == self.latest.date():
            return _within_a_day(self.earliest, self.latest)
        return f"{first} to {last}"


def since_own(entry: Entry) -> Since:
    """When its own agency knew an entry: when it happened, or when it was recorded if that is later.

    A date of recording that could not be read has no bounds, so such an entry is never surely known.
    """
    when, recorded = entry.when, entry.recorded
    if recorded is None:
        return Since(when.earliest, when.latest)
    earliest = _later(when.earliest, recorded.earliest)
    if when.latest is None:
        return Since(earliest, None if _ends_before(recorded, when) else recorded.latest)
    return Since(earliest, None if recorded.latest is None else max(when.latest, recorded.latest))


def since_told(entry: Entry, telling: Telling) -> Since:
    """When a telling reached the one told: its own date, or the entry's where it has none.

    A telling cannot come before what it tells of. One dated wholly before is taken at the entry's date;
    one whose date could not be read has no bounds, and so is never sure.
    An entry that may have gone on after the telling is surely known in full only when it has ended.
    """
    when, on = entry.when, telling.on
    if on is None or told_before_it_happened(when, on):
        return Since(when.earliest, when.latest)
    latest = when.latest if runs_past(when, on) else on.latest
    return Since(_later(when.earliest, on.earliest), latest)


def told_before_it_happened(when: Moment, on: Moment) -> bool:
    """True when a telling is dated wholly before what it tells of: one of the two dates is wrong."""
    return _ends_before(on, when)


def runs_past(when: Moment, on: Moment) -> bool:
    """True when an entry over a time ends after it was told."""
    if when.precision not in MAY_LAST or WITHIN.search(when.rule):
        return False
    if when.latest is None or on.latest is None:
        return False
    return when.latest > on.latest


def first_of(several: Sequence[Since]) -> Since:
    """The first of several ways of learning the same thing."""
    if len(several) == 1:
        return several[0]
    earliest = [one.earliest for one in several]
    latest = [one.latest for one in several if one.latest is not None]
    return Since(
        None if None in earliest else min(one for one in earliest if one is not None),
        min(latest, default=None),
    )


def spoken_day(day: date) -> str:
    """A day as it is said, 14 July 1999; with its time where it falls inside the day."""
    said = f"{day.day} {MONTHS[day.month - 1]} {day.year}"
    if isinstance(day, datetime) and day.time() not in (FIRST_MINUTE, LAST_MINUTE):
        return f"{said}, {day:%H:%M}"
    return said


def _within_a_day(first: datetime, last: datetime) -> str:
    """The day once: "25 July 2011, from 09:20", "25 July 2011, by 12:00", "25 July 2011, 09:20 to 12:00"."""
    day = spoken_day(first.date())
    if last.time() == LAST_MINUTE:
        return f"{day}, from {first:%H:%M}"
    return (
        f"{day}, by {last:%H:%M}" if first.time() == FIRST_MINUTE else f"{day}, {first:%H:%M} to {last:%H:%M}"
    )


def _ends_before(one: Moment, other: Moment) -> bool:
    return one.latest is not None and other.earliest is not None and one.latest < other.earliest


def _later(one: datetime | None, other: datetime | None) -> datetime | None:
    if one is None or other is None:
        return one or other
    return max(one, other)


def _written(at: datetime | None, timed: bool) -> str | None:
    if at is None:
        return None
    return at.isoformat(timespec="minutes") if timed else at.date().isoformat()
