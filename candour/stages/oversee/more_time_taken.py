"""More time that a board gave to its clocks, as a file has it: given here by its hand, and taken back."""

from __future__ import annotations

from candour.files.handovers import MoreTime, Notified
from candour.kernel.people.models import Person
from candour.kernel.web.clock import today
from candour.stages.decide import actions, models
from candour.stages.decide.clocks import running_clock
from candour.stages.notify.models import Notification
from candour.stages.oversee.references import References


def take_more_time(hand: Person, row: Notification, of: Notified, known: References) -> list[str]:
    """What was done, in words. A clock that ended here is given none, so this comes before what ends one."""
    done = []
    for one in of.more_time:
        if waits(one, known) and _can_be_given(row, one):
            given = actions.give_more_time(
                by=hand, notification=row, clock=one.clock, now_due=one.now_due, why=one.why
            )
            known.keep(one.number, given)
            done.append("more time")
    for one in reversed(of.more_time):
        given_here = known.row(one.number, models.MoreTimeGiven) if one.taken_back else None
        if given_here is not None and given_here.withdrawn_at is None:
            actions.take_back_more_time(by=hand, given=given_here)
            done.append("more time taken back")
    return done


def waits(one: MoreTime, known: References) -> bool:
    """Whether it stands at the board and did not come here."""
    return not one.taken_back and known.row(one.number, models.MoreTimeGiven) is None


def _can_be_given(row: Notification, one: MoreTime) -> bool:
    if row.withdrawn_at is not None:
        return False
    running = running_clock(row, one.clock, today())
    return running is not None and one.now_due > running.due
