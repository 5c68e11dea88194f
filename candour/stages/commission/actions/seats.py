"""Seats are given and ended, and closed by a conflict of interest: declared, or found by the check."""

from __future__ import annotations

from django.utils import timezone

from candour.domain.access import ROLES, Can, Scope, roles_with
from candour.domain.trouble import Trouble
from candour.kernel.audit.acting import act
from candour.kernel.people.models import Organisation, Person
from candour.kernel.reviews.models import Review, Seat
from candour.stages.commission.actions._closing import others_keep_seats
from candour.stages.commission.actions._waiting import account_waits_for
from candour.stages.commission.conflicts_found import objections_to
from candour.stages.commission.models import Declaration

FOR_AN_AGENCY = frozenset({"agency_author", "agency_senior", "practitioner"})


def give_seat(
    *, by: Person, review: Review, person: Person, role: str, agency: Organisation | None = None
) -> Seat:
    """Let a person into the review in a role; an agency's author or practitioner for that agency only."""
    why = f"{person.username}: {role}"
    with act("gave_seat", by=by, on=review, needs=Can.MANAGE_SEATS, why=why) as doing:
        _may_take(review, person, role, agency)
        _nobody_near(review, person, role)
        seat = Seat.objects.create(
            review=review,
            person=person,
            role=role,
            agency=agency if role in FOR_AN_AGENCY else None,
            given_at=timezone.now(),
            given_by=by.username,
        )
        account_waits_for(seat, by)
        doing.made(seat)
    return seat


def end_seat(*, by: Person, seat: Seat) -> Seat:
    """The person no longer sits on the review in this role. The seat stays in the record."""
    with act(
        "ended_seat", by=by, on=seat, needs=Can.MANAGE_SEATS, why=f"{seat.person.username}: {seat.role}"
    ):
        if seat.ended_at is not None:
            raise Trouble("This seat has ended.", do="Nothing is left to end.")
        others_keep_seats(
            Seat.objects.exclude(pk=seat.pk), seat, "Give somebody such a seat first, then end this one."
        )
        seat.ended_at, seat.ended_by = timezone.now(), by.username
        seat.save(update_fields=["ended_at", "ended_by"])
    return seat


def take_back_end_of_seat(*, by: Person, seat: Seat) -> Seat:
    """Undo the end of a seat, unless the person was given the same seat anew."""
    with act("took_back_end_of_seat", by=by, on=seat, needs=Can.MANAGE_SEATS):
        _may_take(seat.review, seat.person, seat.role, seat.agency)
        _nobody_near(seat.review, seat.person, seat.role)
        seat.ended_at, seat.ended_by = None, ""
        seat.save(update_fields=["ended_at", "ended_by"])
    return seat


def declare_conflict(*, by: Person, review: Review, conflict_with: str) -> list[Seat]:
    """A person says that they stand too near to something in the review. It closes to them at once.

    Raises Trouble for the last who can give seats: they first let in somebody else who can.
    """
    with act("declared_conflict", by=by, on=review, needs=Can.SEE_PROGRESS, why=conflict_with):
        seats = list(Seat.objects.current().filter(review=review, person=by))
        for seat in seats:
            others_keep_seats(
                Seat.objects.exclude(person=by),
                seat,
                "Give somebody else the seat of business manager or chair first, then declare your conflict.",
            )
            seat.conflict_declared_at, seat.conflict_declared_by = timezone.now(), by.username
            seat.conflict_with = conflict_with
            seat.save(update_fields=["conflict_declared_at", "conflict_declared_by", "conflict_with"])
    return seats


def lift_conflict(*, by: Person, seat: Seat, why: str) -> list[Seat]:
    """The conflict no longer holds: the review opens again to the person, in every seat they have on it.

    The record keeps what was declared, who lifted it and why. Raises Trouble while the check finds one:
    what it rests on is corrected first. A declaration that said so is withdrawn with it.
    """
    with act("lifted_conflict", by=by, on=seat, needs=Can.MANAGE_SEATS, why=why):
        seats = list(Seat.objects.current().filter(review=seat.review, person=seat.person))
        said = Declaration.objects.filter(seat__in=seats, withdrawn_at=None)
        said.update(withdrawn_at=timezone.now(), withdrawn_by=by.username)
        for one in seats:
            _nobody_near(one.review, one.person, one.role)
            one.conflict_declared_at, one.conflict_declared_by, one.conflict_with = None, "", ""
            one.save(update_fields=["conflict_declared_at", "conflict_declared_by", "conflict_with"])
    return seats


def _nobody_near(review: Review, person: Person, role: str) -> None:
    if found := objections_to(review, person, role):
        raise Trouble(
            f"{person} stands too near: {' '.join(found)}",
            do="A conflict always wins. Choose somebody else, or correct what the check rests on.",
        )


def _may_take(review: Review, person: Person, role: str, agency: Organisation | None) -> None:
    known = ROLES.get(role)
    if known is None or known.scope is not Scope.REVIEW:
        raise Trouble(f"Nobody sits on a review as “{role}”.", do="Choose a role.")
    if person.installation_of_id is not None:
        raise Trouble(f"{person} is no person.", do="Choose somebody who works on the review.")
    if not person.is_active:
        raise Trouble(f"The account of {person} is no longer in use.", do="Choose somebody else.")
    if role in FOR_AN_AGENCY and agency is None:
        raise Trouble(f"{known.title}: of which agency?", do="Choose the agency.")
    held = set(Seat.objects.current().filter(review=review, person=person).values_list("role", flat=True))
    if role in held:
        raise Trouble(f"{person} has this seat already.", do="Choose another person or another role.")
    writers = roles_with(Can.WRITE_REPORT)
    if (role == "checker" and held & writers) or (role in writers and "checker" in held):
        raise Trouble(
            f"{person} would write the report and check it.",
            do="Checkers have no part in writing. Choose somebody else.",
        )
