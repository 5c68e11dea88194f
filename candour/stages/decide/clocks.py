"""The clocks that run from a notification and its decision: when each is due, in words, and what is done."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from candour.domain.deadlines import Event, State, in_words, load_calendar, state
from candour.domain.moments.spoken import spoken_day
from candour.domain.rules import After, Clock, Deadline, timetable
from candour.domain.trouble import Trouble
from candour.stages.decide.law import regime_of
from candour.stages.decide.models import Decision
from candour.stages.notify.models import Notification

TAGS = {State.DUE: "due", State.AT_RISK: "soon", State.LATE: "late"}
FROM = {
    Event.INCIDENT: "the incident",
    Event.AWARE: "the day somebody became aware",
    Event.REFERRED: "referral",
    Event.NOTIFIED: "notification",
    Event.DECISION: "the decision",
    Event.INITIATED: "the start of the review",
}


@dataclass(frozen=True, slots=True)
class Running:
    """A clock as a page shows it: `tag` is its state, `words` say it, `counted` says from what."""

    clock: Clock
    start: date
    due: date
    done: date | None
    tag: str
    words: str

    @property
    def counted(self) -> str:
        return f"{self.clock.length_in_words} from {FROM[self.clock.starts]} on {spoken_day(self.start)}"


def clocks_of(notification: Notification, today: date) -> tuple[Running, ...]:
    """Those that have started, by day due; none for years whose bank holidays no calendar holds."""
    regime = regime_of(notification)
    if regime is None or notification.withdrawn_at is not None:
        return ()
    decision: Decision | None = getattr(notification, "decision", None)
    review = None if decision is None else decision.outcome == "review"
    try:
        found = timetable(regime, _events(notification), load_calendar(regime.nation), review=review)
        return tuple(_running(one, decision, today, regime.nation) for one in found.deadlines)
    except Trouble:
        return ()


def clock_to_decide(notification: Notification, today: date) -> Running | None:
    return next((one for one in clocks_of(notification, today) if ends_with_decision(one.clock)), None)


def clock_to_tell(notification: Notification, today: date) -> Running | None:
    """The clock by which the national body is told of a decision not to review."""
    found = (one for one in clocks_of(notification, today) if one.clock.starts is Event.DECISION)
    return next((one for one in found if one.clock.after is After.NO_REVIEW), None)


def ends_with_decision(clock: Clock) -> bool:
    """Whether it is the decision that is due."""
    return clock.starts in {Event.INCIDENT, Event.AWARE, Event.REFERRED, Event.NOTIFIED}


def _events(notification: Notification) -> dict[str, date]:
    events = {str(Event.NOTIFIED): notification.notified_on}
    if notification.aware_on:
        events[str(Event.AWARE)] = notification.aware_on
    decision: Decision | None = getattr(notification, "decision", None)
    if decision is not None:
        events[str(Event.DECISION)] = decision.decided_on
    return events


def _running(deadline: Deadline, decision: Decision | None, today: date, nation: str) -> Running:
    done = _done(deadline.clock, decision)
    day = deadline.day
    if done is not None:
        return Running(deadline.clock, deadline.start, day, done, "done", f"Done {spoken_day(done)}")
    calendar = load_calendar(nation)
    tag = TAGS[state(day, today, calendar)]
    return Running(deadline.clock, deadline.start, day, None, tag, in_words(day, today, calendar))


def _done(clock: Clock, decision: Decision | None) -> date | None:
    if decision is None:
        return None
    return decision.decided_on if ends_with_decision(clock) else decision.told_national_on
