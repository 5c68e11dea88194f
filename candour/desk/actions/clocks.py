"""The clocks of a review: publication or learning is paused and goes on, and a clock is given more time."""

from __future__ import annotations

from datetime import date

from django.utils import timezone

from candour.domain.access import Can
from candour.domain.deadlines import Stops
from candour.domain.moments.spoken import spoken_day
from candour.domain.trouble import Trouble
from candour.kernel.audit.acting import act
from candour.kernel.people.models import Person
from candour.kernel.reviews.models import Extension, Pause, Review
from candour.stages.commission.law_clocks import timetable_of
from candour.stages.decide.latest_days import wrong_with


def pause(
    *, by: Person, review: Review, stops: Stops, first_day: date, why: str, last_day: date | None = None
) -> Pause:
    """Let publication, or learning, wait from a day on. Without a last day it waits until it is ended.

    Raises Trouble where it waits already on one of these days.
    """
    with act("paused", by=by, on=review, needs=Can.KEEP_CLOCKS, why=why) as doing:
        _is_free(review, stops, first_day, last_day)
        now = timezone.now()
        ended = {} if last_day is None else {"ended_at": now, "ended_by": by.username}
        made = Pause.objects.create(
            review=review,
            stops=stops,
            first_day=first_day,
            last_day=last_day,
            why=why,
            paused_at=now,
            paused_by=by.username,
            **ended,
        )
        return doing.made(made)


def take_back_pause(*, by: Person, pause: Pause) -> Pause:
    """Undo a pause that was declared by mistake: none of its days counts as paused. It stays on record."""
    with act("took_back_pause", by=by, on=pause, needs=Can.KEEP_CLOCKS):
        _stands(pause)
        pause.withdrawn_at, pause.withdrawn_by = timezone.now(), by.username
        pause.save(update_fields=["withdrawn_at", "withdrawn_by"])
    return pause


def end_pause(*, by: Person, pause: Pause, last_day: date) -> Pause:
    """Say which day of a pause is its last: clocks count again from the day after.

    Raises Trouble for a day before the first, and for a pause that has ended.
    """
    with act("ended_pause", by=by, on=pause, needs=Can.KEEP_CLOCKS):
        _stands(pause)
        if pause.ended_at is not None:
            raise Trouble("This pause has ended.", do="Declare another, if it waits again.")
        if last_day < pause.first_day:
            raise Trouble(
                f"The pause began on {spoken_day(pause.first_day)}.", do="Give that day, or a later one."
            )
        pause.last_day, pause.ended_at, pause.ended_by = last_day, timezone.now(), by.username
        pause.save(update_fields=["last_day", "ended_at", "ended_by"])
    return pause


def go_on_pausing(*, by: Person, pause: Pause) -> Pause:
    """Undo that a pause was ended: it lasts as before.

    Raises Trouble where another of its kind was declared since.
    """
    with act("went_on_pausing", by=by, on=pause, needs=Can.KEEP_CLOCKS):
        _stands(pause)
        _is_free(pause.review, Stops(pause.stops), pause.first_day, None, besides=pause)
        pause.last_day, pause.ended_at, pause.ended_by = None, None, ""
        pause.save(update_fields=["last_day", "ended_at", "ended_by"])
    return pause


def extend_clock(
    *, by: Person, review: Review, clock: str, was_due: date, now_due: date, why: str
) -> Extension:
    """Give a clock more time. The law's own day stays beside the new one, with the reason.

    Raises Trouble for a day that is no later, or past the latest that the law gives.
    """
    with act("extended_clock", by=by, on=review, needs=Can.KEEP_CLOCKS, why=why) as doing:
        if wrong := wrong_with(now_due, due=was_due, latest=_latest(review, clock)):
            raise Trouble(wrong[0], do=wrong[1])
        made = Extension.objects.create(
            review=review,
            clock=clock,
            was_due=was_due,
            now_due=now_due,
            why=why,
            extended_at=timezone.now(),
            extended_by=by.username,
        )
        return doing.made(made)


def take_back_extension(*, by: Person, extension: Extension) -> Extension:
    """Undo more time given: the day before it stands again. Raises Trouble where another rests on it."""
    with act("took_back_extension", by=by, on=extension, needs=Can.KEEP_CLOCKS):
        if extension.withdrawn_at is not None:
            raise Trouble("This was taken back already.", do="Nothing is left to take back.")
        later = extension.review.extensions.standing().filter(clock=extension.clock, pk__gt=extension.pk)
        if later.exists():
            raise Trouble("More time was given after this.", do="Take the later one back first.")
        extension.withdrawn_at, extension.withdrawn_by = timezone.now(), by.username
        extension.save(update_fields=["withdrawn_at", "withdrawn_by"])
    return extension


def _latest(review: Review, clock: str) -> date | None:
    if getattr(review, "commission", None) is None:
        return None
    return next((one.latest for one in timetable_of(review).deadlines if one.clock.name == clock), None)


def _stands(pause: Pause) -> None:
    if pause.withdrawn_at is not None:
        raise Trouble("This pause was taken back.", do="Declare another, if it is to wait.")


def _is_free(
    review: Review, stops: Stops, first_day: date, last_day: date | None, besides: Pause | None = None
) -> None:
    """Two pauses of a kind never hold one day: it would not be clear which reason it waits for."""
    if last_day is not None and last_day < first_day:
        raise Trouble("The last day is before the first.", do="Give a later last day, or none.")
    Review.objects.select_for_update().get(pk=review.pk)
    others = review.pauses.standing().filter(stops=stops).exclude(pk=besides.pk if besides else None)
    for one in others:
        if (last_day is None or one.first_day <= last_day) and (
            one.last_day is None or one.last_day >= first_day
        ):
            until = f" to {spoken_day(one.last_day)}" if one.last_day else ""
            raise Trouble(
                f"{one.get_stops_display()} is paused already from {spoken_day(one.first_day)}{until}.",
                do="Give other days, or end or take back that pause first.",
            )
