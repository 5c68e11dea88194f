"""Which entries fall, or may fall, in a period: the way from an episode or an opportunity to its rows."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from candour.domain.chronology.entry import Entry
from candour.domain.moments import Moment


def may_fall_in(when: Moment, period: Moment) -> bool:
    """True where the two have a minute in common. An end that is open or not known excludes nothing."""
    starts_in_time = _not_after(when.earliest, period.latest)
    return starts_in_time and _not_after(period.earliest, when.latest)


def surely_in(when: Moment, period: Moment) -> bool:
    """True where the whole of the entry's time lies in the period."""
    if when.earliest is None or when.latest is None:
        return False
    return _not_after(period.earliest, when.earliest) and _not_after(when.latest, period.latest)


def entries_in(entries: Iterable[Entry], period: Moment) -> list[Entry]:
    """The entries that may fall in the period, in the order given. "Aug 1999" may fall on 5 August."""
    return [entry for entry in entries if may_fall_in(entry.when, period)]


def _not_after(first: datetime | None, second: datetime | None) -> bool:
    return first is None or second is None or first <= second
