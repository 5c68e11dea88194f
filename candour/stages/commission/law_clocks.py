"""The clocks the law sets a review, counted once for every page, with pauses and more time."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from candour.domain.deadlines import Event, load_calendar
from candour.domain.rules import (
    Deadline,
    EndedBy,
    MoreTime,
    StoppedClock,
    Timetable,
    load_regime,
    regime_names,
    timetable,
)
from candour.domain.trouble import Trouble
from candour.kernel.reviews.models import Review
from candour.stages.commission.models import Commission
from candour.stages.decide.clocks import more_time_of


def timetable_of(review: Review, later: Mapping[str, date | None] | None = None) -> Timetable:
    """The clocks of a review that is commissioned. `later` are days of events that later stages know.

    Raises Trouble for a law that no pack holds, and for a year the calendar does not hold.
    """
    regime = load_regime(review.regime)
    days = {**_events(review), **(later or {})}
    return timetable(
        regime,
        {event: day for event, day in days.items() if day},
        load_calendar(regime.nation),
        review=True,
        pauses=[one.told for one in review.pauses.standing()],
        more_time=[
            *more_time_of(review.commission.decision.notification),
            *(MoreTime(one.clock, one.now_due, one.why) for one in review.extensions.standing()),
        ],
    )


def clock_to_finish(review: Review) -> Deadline | StoppedClock | None:
    """The clock that the report ends, from whichever event its law starts it; None where no law has one."""
    if review.regime not in regime_names() or not Commission.objects.filter(review=review).exists():
        return None
    try:
        found = timetable_of(review)
    except Trouble:
        return None
    clocks: tuple[Deadline | StoppedClock, ...] = (*found.deadlines, *found.stopped)
    return next((one for one in clocks if one.clock.ends is EndedBy.REPORT), None)


def _events(review: Review) -> dict[str, date | None]:
    decision = review.commission.decision
    notification = decision.notification
    return {
        str(Event.AWARE): notification.aware_on,
        str(Event.REFERRED): notification.notified_on,  # to a board, a referral is what it is told
        str(Event.NOTIFIED): notification.notified_on,
        str(Event.DECISION): decision.decided_on,
        str(Event.INITIATED): decision.initiated_on,
    }
