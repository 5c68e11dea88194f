"""Parallel proceedings are entered, kept and ended; what each holds back begins and is lifted on a day."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.utils import timezone

from candour.domain.access import Can
from candour.domain.trouble import Trouble
from candour.kernel.audit.acting import act
from candour.kernel.people.models import Person
from candour.kernel.reviews.models import Review
from candour.stages.commission.actions._pausing import go_on_after, pause_again, pause_for
from candour.stages.commission.models import HeldBack, Hold, Proceeding, ProceedingKind, ProceedingState

SAID = ("body", "about", "state", "began_on", "next_on", "next_what", "contact")


def enter_proceeding(
    *,
    by: Person,
    review: Review,
    kind: str,
    body: str,
    holds: Iterable[str] = (),
    holds_from: date | None = None,
    **said: Any,
) -> Proceeding:
    """Enter another proceeding about the same events, and what it holds back from a day on, if anything."""
    with act("entered_proceeding", by=by, on=review, needs=Can.KEEP_PLAN, why=body) as doing:
        kept = _said({"body": body, **said})
        proceeding = Proceeding.objects.create(
            review=review,
            kind=ProceedingKind(kind),
            recorded_at=timezone.now(),
            recorded_by=by.username,
            **kept,
        )
        for what in holds:
            day = holds_from or proceeding.began_on
            if day is None:
                raise Trouble("It is not said from which day it holds something back.", do="Give the day.")
            _place(proceeding, what, day, "", by)
        doing.made(proceeding)
    return proceeding


def change_proceeding(*, by: Person, proceeding: Proceeding, version: int, **said: Any) -> Proceeding:
    """Keep what is known now of a proceeding. Raises Changed where somebody saved first."""
    with act("changed_proceeding", by=by, on=proceeding, needs=Can.KEEP_PLAN, version=version):
        kept = _said(said)
        for name, value in kept.items():
            setattr(proceeding, name, value)
        proceeding.save(update_fields=[*kept])
    return proceeding


def end_proceeding(*, by: Person, proceeding: Proceeding, ended_on: date, outcome: str) -> Proceeding:
    """The proceeding ended with an outcome. All that it still holds back is lifted on the same day."""
    with act("ended_proceeding", by=by, on=proceeding, needs=Can.KEEP_PLAN, why=outcome[:400]):
        if proceeding.ended_at is not None:
            raise Trouble("This proceeding has ended.", do="Nothing is left to end.")
        if proceeding.began_on and ended_on < proceeding.began_on:
            raise Trouble("It would end before it began.", do="Give a later day.")
        now = timezone.now()
        proceeding.state, proceeding.ended_on, proceeding.outcome = ProceedingState.ENDED, ended_on, outcome
        proceeding.ended_at, proceeding.ended_by = now, by.username
        proceeding.save(update_fields=["state", "ended_on", "outcome", "ended_at", "ended_by"])
        for hold in proceeding.holds.filter(lifted_at=None, withdrawn_at=None):
            _lift(hold, max(ended_on, hold.from_on), "The proceeding ended.", by)
    return proceeding


def take_back_end_of_proceeding(*, by: Person, proceeding: Proceeding) -> Proceeding:
    """The proceeding goes on, and what its end lifted is held back again."""
    with act("took_back_end_of_proceeding", by=by, on=proceeding, needs=Can.KEEP_PLAN):
        if proceeding.ended_at is None:
            raise Trouble("This proceeding has not ended.", do="Nothing is left to take back.")
        lifted = proceeding.holds.filter(lifted_at__gte=proceeding.ended_at, withdrawn_at=None)
        for hold in lifted:
            _hold_again(hold, by)
        proceeding.state, proceeding.ended_on, proceeding.outcome = ProceedingState.UNDER_WAY, None, ""
        proceeding.ended_at, proceeding.ended_by = None, ""
        proceeding.save(update_fields=["state", "ended_on", "outcome", "ended_at", "ended_by"])
    return proceeding


def withdraw_proceeding(*, by: Person, proceeding: Proceeding, why: str) -> Proceeding:
    """There is no such proceeding. It stays in the record, and holds nothing back."""
    with act("withdrew_proceeding", by=by, on=proceeding, needs=Can.KEEP_PLAN, why=why):
        proceeding.withdrawn_at, proceeding.withdrawn_by = timezone.now(), by.username
        proceeding.withdrawn_why = why
        for hold in proceeding.holds.filter(lifted_at=None, withdrawn_at=None):
            go_on_after(hold, by, None)
        proceeding.save(update_fields=["withdrawn_at", "withdrawn_by", "withdrawn_why"])
    return proceeding


def put_proceeding_back(*, by: Person, proceeding: Proceeding) -> Proceeding:
    """There is such a proceeding after all; what it held back, it holds back."""
    with act("put_proceeding_back", by=by, on=proceeding, needs=Can.KEEP_PLAN):
        proceeding.withdrawn_at, proceeding.withdrawn_by, proceeding.withdrawn_why = None, "", ""
        proceeding.save(update_fields=["withdrawn_at", "withdrawn_by", "withdrawn_why"])
        for hold in proceeding.holds.filter(lifted_at=None, withdrawn_at=None):
            pause_for(hold, by)
    return proceeding


def hold_back(*, by: Person, proceeding: Proceeding, what: str, from_on: date, why: str = "") -> Hold:
    """Publication, conversations or learning waits for this proceeding from a day on."""
    with act("held_back", by=by, on=proceeding, needs=Can.KEEP_PLAN, why=why or what) as doing:
        if proceeding.ended_at is not None:
            raise Trouble("This proceeding has ended.", do="It holds nothing back any more.")
        hold = _place(proceeding, what, from_on, why, by)
        doing.made(hold)
    return hold


def lift_hold(*, by: Person, hold: Hold, lifted_on: date, why: str = "") -> Hold:
    """What waited waits no more, from a day on."""
    with act("lifted_hold", by=by, on=hold, needs=Can.KEEP_PLAN, why=why):
        if lifted_on < hold.from_on:
            raise Trouble("It would be lifted before it began.", do="Give a later day.")
        _lift(hold, lifted_on, why, by)
    return hold


def take_back_lifting(*, by: Person, hold: Hold) -> Hold:
    """It waits still, unless it was held back anew since."""
    with act("took_back_lifting", by=by, on=hold, needs=Can.KEEP_PLAN):
        _must_be_free(hold.proceeding, hold.what)
        _hold_again(hold, by)
    return hold


def withdraw_hold(*, by: Person, hold: Hold) -> Hold:
    """It never held this back."""
    with act("withdrew_hold", by=by, on=hold, needs=Can.KEEP_PLAN):
        go_on_after(hold, by, None)
        hold.withdrawn_at, hold.withdrawn_by = timezone.now(), by.username
        hold.save(update_fields=["withdrawn_at", "withdrawn_by"])
    return hold


def _said(said: dict[str, Any]) -> dict[str, Any]:
    kept = {name: value for name, value in said.items() if name in SAID}
    if len(kept) != len(said):
        raise TypeError(f"a proceeding has no {sorted(set(said) - set(SAID))}")
    if kept.get("state") == ProceedingState.ENDED:
        raise Trouble("It is not said how it ended.", do="End it with its day and its outcome.")
    return kept


def _place(proceeding: Proceeding, what: str, from_on: date, why: str, by: Person) -> Hold:
    _must_be_free(proceeding, what)
    placed = {"placed_at": timezone.now(), "placed_by": by.username}
    hold = Hold.objects.create(proceeding=proceeding, what=HeldBack(what), from_on=from_on, why=why, **placed)
    pause_for(hold, by)
    return hold


def _hold_again(hold: Hold, by: Person) -> None:
    hold.lifted_on, hold.lifted_why, hold.lifted_at, hold.lifted_by = None, "", None, ""
    hold.save(update_fields=["lifted_on", "lifted_why", "lifted_at", "lifted_by"])
    pause_again(hold, by)


def _must_be_free(proceeding: Proceeding, what: str) -> None:
    if proceeding.holds.filter(what=what, lifted_at=None, withdrawn_at=None).exists():
        raise Trouble(f"It holds {what} back already.", do="See from which day.")


def _lift(hold: Hold, day: date, why: str, by: Person) -> None:
    hold.lifted_on, hold.lifted_why, hold.lifted_at, hold.lifted_by = day, why, timezone.now(), by.username
    hold.save(update_fields=["lifted_on", "lifted_why", "lifted_at", "lifted_by"])
    go_on_after(hold, by, day)
