"""The clocks of a review, as its regime's pack sets them: what has run, what is done, what is late."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from candour.domain.deadlines import Calendar, State, in_words, load_calendar, state
from candour.domain.moments.spoken import spoken_day
from candour.domain.rules import load_regime, timetable
from candour.domain.rules.timetable import Deadline
from candour.kernel.reviews.models import Review
from candour.stages.report.way_to_release import release_of


@dataclass(frozen=True, slots=True)
class ClockShown:
    """One clock in words first, then its day, then its bar. `tag` is a state word of the components."""

    title: str
    tag: str
    words: str
    due_words: str
    citation: str
    verified: bool
    start: date
    due: date
    done: date | None


def clocks_of(review: Review, today: date) -> list[ClockShown]:
    regime = load_regime(review.regime)
    calendar = load_calendar(regime.nation)
    done = _done(review)
    deadlines = timetable(regime, _events(review), calendar, review=True).deadlines
    return [_shown(one, done.get(one.clock.name), today, calendar) for one in deadlines]


def _events(review: Review) -> dict[str, date]:
    decision = review.commission.decision
    notification = decision.notification
    return {
        "aware": notification.aware_on,
        "notified": notification.notified_on,
        "decision": decision.decided_on,
        "initiated": decision.decided_on,
    }


def _done(review: Review) -> dict[str, date]:
    done = {"decide": review.commission.decision.decided_on}
    if release := release_of(review):
        done["finish"] = release.released_on
    return done


def _shown(one: Deadline, done: date | None, today: date, calendar: Calendar) -> ClockShown:
    due = one.due.day
    if done:
        tag, words = "done", f"Done {spoken_day(done)}"
    else:
        tag = {State.LATE: "late", State.AT_RISK: "soon", State.DUE: "due"}[state(due, today, calendar)]
        words = in_words(due, today, calendar)
    return ClockShown(
        one.clock.title,
        tag,
        words,
        f"{'Was due' if done or due < today else 'Due'} {spoken_day(due)}",
        one.clock.citation,
        one.clock.verified,
        one.start,
        due,
        done,
    )
