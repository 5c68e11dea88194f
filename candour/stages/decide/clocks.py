"""The clocks that run from a notification and its decision: when each is due, in words, and what is done."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from candour.domain.deadlines import Calendar, Event, State, in_words, load_calendar, state
from candour.domain.moments.spoken import spoken_day
from candour.domain.rules import Clock, Deadline, EndedBy, MoreTime, timetable
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
    given: str = ""
    """The day the law gave, where there is more time now, and why."""
    latest: date | None = None
    """The last day to which it may be given more time, where the law says one."""

    @property
    def runs(self) -> bool:
        """Whether it may be given more time: it has not ended, and is the notification's and no review's."""
        return self.done is None and self.tag in TAGS.values() and self.clock.ends not in OF_THE_REVIEW

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
    if decision is not None and decision.words_then:  # taken before this record was kept: nothing runs
        return ()
    review = None if decision is None else decision.outcome == "review"
    try:
        calendar = load_calendar(regime.nation)
        more = more_time_of(notification)
        found = timetable(regime, _events(notification), calendar, review=review, more_time=more).deadlines
        shown = [one for one in found if one.clock.ends not in OF_THE_REVIEW]
        if begun := _directed(decision):
            shown += timetable(regime, {str(Event.INITIATED): begun}, calendar, review=True).deadlines
        ends = days_of_ends(notification)
        decided = decision is not None
        return tuple(_running(one, ends.get(one.clock.ends), today, calendar, decided) for one in shown)
    except Trouble:
        return ()


NO_SIGN_OFF = "No sign-off recorded"
"""Of a rapid review, once it is decided: another installation keeps its own, so nobody is called late."""
OF_THE_REVIEW = {EndedBy.REPORT, EndedBy.PUBLICATION}


def more_time_of(notification: Notification) -> list[MoreTime]:
    """What was given to its clocks and not taken back, in order."""
    standing = notification.more_time.filter(withdrawn_at=None)
    return [MoreTime(one.clock, one.now_due, one.why) for one in standing]


def running_clock(notification: Notification, name: str, today: date) -> Running | None:
    """The clock of this name, where it runs and may be given more time."""
    return next((one for one in clocks_of(notification, today) if one.clock.name == name and one.runs), None)


def clock_to_decide(notification: Notification, today: date) -> Running | None:
    """The clock that the decision ends; where the law has none, that of the rapid review before it."""
    return _clock_to(EndedBy.DECISION, notification, today) or clock_of_rapid_review(notification, today)


def clock_of_rapid_review(notification: Notification, today: date) -> Running | None:
    """The clock that the sign-off of the rapid review ends."""
    return _clock_to(EndedBy.RAPID_REVIEW, notification, today)


def clock_to_tell(notification: Notification, today: date) -> Running | None:
    """The clock by which the national body is told of the decision."""
    return _clock_to(EndedBy.TELLING, notification, today)


def _clock_to(end: EndedBy, notification: Notification, today: date) -> Running | None:
    return next((one for one in clocks_of(notification, today) if one.clock.ends is end), None)


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


def _running(
    deadline: Deadline, done: date | None, today: date, calendar: Calendar, decided: bool
) -> Running:
    day = deadline.day
    if done is not None:
        tag, words = "done", f"Done {spoken_day(done)}"
    elif decided and deadline.clock.ends is EndedBy.RAPID_REVIEW:
        tag, words = "unknown", NO_SIGN_OFF
    else:
        tag, words = TAGS[state(day, today, calendar)], in_words(day, today, calendar)
    given = ""
    if deadline.extended:
        law, why = spoken_day(deadline.due.day), deadline.extended[-1].why
        given = f"The law's day is {law}. More time was given: {why}"
    return Running(deadline.clock, deadline.start, day, done, tag, words, given, deadline.latest)


def days_of_ends(notification: Notification) -> dict[EndedBy, date | None]:
    """The day of each thing that ends a clock before there is a review; None where it has not happened."""
    decision: Decision | None = getattr(notification, "decision", None)
    signed_off = notification.rapid_reviews.filter(withdrawn_at=None, signed_off_at__isnull=False).first()
    return {
        EndedBy.NOTIFICATION: notification.notified_on,
        EndedBy.RAPID_REVIEW: signed_off.signed_off_on if signed_off else None,
        EndedBy.DECISION: decision.decided_on if decision else None,
        EndedBy.TELLING: decision.told_national_on if decision else None,
    }
