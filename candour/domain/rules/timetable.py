"""When each clock of a regime runs out, from the events that have happened; which stand still or wait."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from candour.domain.deadlines import Calendar, Due, Pause, Stopped, due_before, due_or_stopped, heeded
from candour.domain.rules.clocks import Clock, ClockException
from candour.domain.rules.papers import Notice
from candour.domain.rules.regime import Regime
from candour.domain.trouble import Trouble


@dataclass(frozen=True, slots=True)
class MoreTime:
    """More time given to one clock by somebody, with the reason."""

    clock: str
    now_due: date
    why: str


@dataclass(frozen=True, slots=True)
class Deadline:
    """A clock that has started, the day of its event, and when it runs out.

    `due` is the law's own reckoning, and stays beside what was `extended`. `exception` is the one of
    the clock's exceptions that this reckoning follows. To `latest` it may be given more time, where the law
    says so far.
    """

    clock: Clock
    start: date
    due: Due
    extended: tuple[MoreTime, ...] = ()
    exception: ClockException | None = None
    latest: date | None = None

    @property
    def day(self) -> date:
        """The day that counts: the law's, or the last one given."""
        return self.extended[-1].now_due if self.extended else self.due.day

    @property
    def relaxed(self) -> bool:
        """Whether an exception says that the day is no more than an aim."""
        return self.exception is not None and self.exception.relaxed


@dataclass(frozen=True, slots=True)
class StoppedClock:
    """A clock that has started and stands still: no day is due while its pause lasts."""

    clock: Clock
    start: date
    stopped: Stopped


@dataclass(frozen=True, slots=True)
class Timetable:
    """`waiting` are the clocks whose event has not happened."""

    deadlines: tuple[Deadline, ...]
    waiting: tuple[Clock, ...]
    stopped: tuple[StoppedClock, ...] = ()


def timetable(
    regime: Regime,
    events: Mapping[str, date],
    calendar: Calendar,
    *,
    review: bool | None = None,
    pauses: Sequence[Pause] = (),
    more_time: Iterable[MoreTime] = (),
) -> Timetable:
    """The deadlines of a regime, by day due. `events` are days by the names of Event.

    `review` says what was decided, so that clocks of the other decision are left out; None keeps all.
    Of `pauses`, each clock heeds those its law names. `more_time` is in the order in which it was given.
    Raises Trouble for a year the calendar does not hold.
    """
    clocks = [one for one in regime.clocks if review is None or one.runs_after(review=review)]
    given = tuple(more_time)
    started = [one for one in clocks if one.starts in events]
    found = [_reckoned(one, events[one.starts], calendar, pauses, given) for one in started]
    deadlines = (one for one in found if isinstance(one, Deadline))
    return Timetable(
        deadlines=tuple(sorted(deadlines, key=lambda one: one.day)),
        waiting=tuple(one for one in clocks if one.starts not in events),
        stopped=tuple(one for one in found if isinstance(one, StoppedClock)),
    )


def notice_due(notice: Notice, publish_on: date, calendar: Calendar) -> Due:
    """The last day to send what must be sent before publication.

    Raises Trouble for a year the calendar does not hold.
    """
    return due_before(publish_on, notice.length, notice.unit, calendar)


def _reckoned(
    clock: Clock, start: date, calendar: Calendar, pauses: Sequence[Pause], given: Sequence[MoreTime]
) -> Deadline | StoppedClock:
    """The clock under the exception of its days, if there is one, with the pauses it heeds."""
    heeds = heeded(pauses, clock.pauses)
    due = _counted(clock, start, clock.length, clock.unit, calendar, heeds)
    exception = _exception(clock, start, due)
    if exception is not None and exception.length is not None:
        due = _counted(clock, start, exception.length, exception.unit or clock.unit, calendar, heeds)
    if isinstance(due, Stopped):
        return StoppedClock(clock, start, due)
    extended = tuple(one for one in given if one.clock == clock.name)
    return Deadline(clock, start, due, extended, exception, _latest(clock, start, calendar, heeds))


def _latest(clock: Clock, start: date, calendar: Calendar, heeds: Sequence[Pause]) -> date | None:
    if clock.latest is None:
        return None
    due = _counted(clock, start, clock.latest.length, clock.latest.unit, calendar, heeds)
    return None if isinstance(due, Stopped) else due.day


def _counted(
    clock: Clock, start: date, length: int, unit: str, calendar: Calendar, pauses: Sequence[Pause]
) -> Due | Stopped:
    try:
        return due_or_stopped(
            start,
            length,
            unit,
            calendar,
            to_working_day=clock.to_working_day,
            first_day=clock.first_day,
            pauses=pauses,
        )
    except (OverflowError, ValueError):  # past the last day that a date can hold
        raise Trouble(f"{start} is too far away to count from.", do="Check the day.") from None


def _exception(clock: Clock, start: date, due: Due | Stopped) -> ClockException | None:
    """The exception in force on some day from the event to the day due by the ordinary reckoning."""
    last = due.since if isinstance(due, Stopped) else due.day
    return next((one for one in clock.exceptions if one.holds(start, last)), None)
