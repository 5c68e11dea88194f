"""The clocks that run from a notification and its decision: when each is due, in words, and what is done."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from candour.domain.deadlines import Event, State, in_words, load_calendar, state
from candour.domain.moments.spoken import spoken_day
from candour.domain.rules import After, Clock, Deadline, timetable
from candour.domain.trouble import Trouble
from candour.stages.decide.law import regime_of
from candour.stages.decide.models import Decision
from candour.stages.notify.models import Notification


class EndedBy(StrEnum):
    """What ends a clock: the thing it was for."""

    NOTIFICATION = "notification"
    DECISION = "decision"
    TELLING = "telling"
    REPORT = "report"
    PUBLICATION = "publication"


BY_NAME = {
    "notify": EndedBy.NOTIFICATION,
    "decide": EndedBy.DECISION,
    "rapid_review": EndedBy.DECISION,
    "tell_national_body": EndedBy.TELLING,
    "finish": EndedBy.REPORT,
    "publish": EndedBy.PUBLICATION,
}
"""Names that the packs share; docs/reference/packs.md tells whoever writes one."""

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
    """Those that have started, by day due, without those of the review that may follow until it is directed.

    None for years whose bank holidays no calendar holds.
    """
    regime = regime_of(notification)
    if regime is None or notification.withdrawn_at is not None:
        return ()
    decision: Decision | None = getattr(notification, "decision", None)
    review = None if decision is None else decision.outcome == "review"
    try:
        calendar = load_calendar(regime.nation)
        found = timetable(regime, _events(notification), calendar, review=review).deadlines
        shown = [one for one in found if ended_by(one.clock) not in OF_THE_REVIEW]
        if begun := _directed(decision):
            shown += timetable(regime, {str(Event.INITIATED): begun}, calendar, review=True).deadlines
        return tuple(_running(one, notification, today, regime.nation) for one in shown)
    except Trouble:
        return ()


OF_THE_REVIEW = {EndedBy.REPORT, EndedBy.PUBLICATION}


def clock_to_decide(notification: Notification, today: date) -> Running | None:
    return _clock_to(EndedBy.DECISION, notification, today)


def clock_to_tell(notification: Notification, today: date) -> Running | None:
    """The clock by which the national body is told of the decision."""
    return _clock_to(EndedBy.TELLING, notification, today)


def _clock_to(end: EndedBy, notification: Notification, today: date) -> Running | None:
    return next((one for one in clocks_of(notification, today) if ended_by(one.clock) is end), None)


def ended_by(clock: Clock) -> EndedBy:
    """What ends it: by its name, else by the event it starts with, and whether only a review has it."""
    if clock.name in BY_NAME:
        return BY_NAME[clock.name]
    if clock.starts in {Event.REPORT_FINAL, Event.PUBLISHED}:
        return EndedBy.PUBLICATION
    if clock.starts is Event.INITIATED or clock.after is After.REVIEW:
        return EndedBy.REPORT
    return EndedBy.TELLING if clock.starts is Event.DECISION else EndedBy.DECISION


def _events(notification: Notification) -> dict[str, date]:
    events = {str(Event.NOTIFIED): notification.notified_on}
    if notification.aware_on:
        events[str(Event.AWARE)] = notification.aware_on
    decision: Decision | None = getattr(notification, "decision", None)
    if decision is not None:
        events[str(Event.DECISION)] = decision.decided_on
    return events


def _directed(decision: Decision | None) -> date | None:
    """The day of a direction that is not followed yet: a review's clocks run from it. Then it has its own."""
    if decision is None or decision.direction is None or getattr(decision, "commission", None) is not None:
        return None
    return decision.initiated_on


def _running(deadline: Deadline, notification: Notification, today: date, nation: str) -> Running:
    done = _done(deadline.clock, notification)
    day = deadline.day
    if done is not None:
        return Running(deadline.clock, deadline.start, day, done, "done", f"Done {spoken_day(done)}")
    calendar = load_calendar(nation)
    tag = TAGS[state(day, today, calendar)]
    return Running(deadline.clock, deadline.start, day, None, tag, in_words(day, today, calendar))


def _done(clock: Clock, notification: Notification) -> date | None:
    end = ended_by(clock)
    if end is EndedBy.NOTIFICATION:
        return notification.notified_on
    decision: Decision | None = getattr(notification, "decision", None)
    if decision is None or end in OF_THE_REVIEW:
        return None
    return decision.decided_on if end is EndedBy.DECISION else decision.told_national_on
