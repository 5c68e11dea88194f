"""Parts of acts: what a proceeding holds back pauses the review's clocks, and lifting it lets them go on."""

from __future__ import annotations

from datetime import date, timedelta

from django.utils import timezone

from candour.domain.access import Can
from candour.domain.deadlines import Stops
from candour.kernel.access import may
from candour.kernel.people.models import Person
from candour.kernel.reviews.models import Pause, Review
from candour.stages.commission.models import Hold

STOPS = {"publication": Stops.PUBLICATION, "learning": Stops.LEARNING}
"""What is held back, and the pause that follows. Conversations wait without any clock standing still."""


def pause_for(hold: Hold, by: Person) -> None:
    """Declare the pause, where the person may and nothing of its kind is paused on these days already."""
    stops = STOPS.get(hold.what)
    review = Review.objects.select_for_update().get(pk=hold.proceeding.review_id)
    if stops is None or not may(by, Can.KEEP_CLOCKS, review):
        return
    standing = review.pauses.standing().filter(stops=stops)
    if any(one.last_day is None or one.last_day >= hold.from_on for one in standing):
        return
    paused = {"paused_at": timezone.now(), "paused_by": by.username}
    why = (hold.why or str(hold.proceeding))[:400]
    hold.pause = Pause.objects.create(review=review, stops=stops, first_day=hold.from_on, why=why, **paused)
    hold.save(update_fields=["pause"])


def pause_again(hold: Hold, by: Person) -> None:
    """The lifting is undone: the pause that it ended lasts as before, or another is declared."""
    pause = hold.pause
    if pause is None or pause.withdrawn_at is not None:
        hold.pause = None
        pause_for(hold, by)
        return
    later = pause.review.pauses.standing().filter(stops=pause.stops, first_day__gte=pause.first_day)
    if not later.exclude(pk=pause.pk).exists():
        pause.last_day, pause.ended_at, pause.ended_by = None, None, ""
        pause.save(update_fields=["last_day", "ended_at", "ended_by"])


def go_on_after(hold: Hold, by: Person, lifted_on: date | None) -> None:
    """End the pause that the hold opened; without a day it is as if it had never been.

    Where another proceeding still holds the same thing back, the pause passes on to that one.
    """
    pause = hold.pause
    if pause is None or pause.ended_at is not None or pause.withdrawn_at is not None:
        return
    if heir := _another_that_holds(hold):
        heir.pause, hold.pause = pause, None
        for one in (hold, heir):  # one pause is never of two
            one.save(update_fields=["pause"])
        return
    last_day = lifted_on - timedelta(days=1) if lifted_on else None
    if last_day is None or last_day < pause.first_day:
        pause.withdrawn_at, pause.withdrawn_by = timezone.now(), by.username
    else:
        pause.last_day, pause.ended_at, pause.ended_by = last_day, timezone.now(), by.username
    pause.save()


def _another_that_holds(hold: Hold) -> Hold | None:
    others = Hold.objects.filter(
        proceeding__review=hold.proceeding.review,
        proceeding__withdrawn_at=None,
        what=hold.what,
        lifted_at=None,
        withdrawn_at=None,
    )
    return others.exclude(pk=hold.pk).order_by("from_on").first()
