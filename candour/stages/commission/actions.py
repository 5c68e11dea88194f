"""What sets a review up: it is commissioned, agencies are asked, seats are given and ended."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from django.db.models import Max
from django.utils import timezone

from candour.domain.access import Can
from candour.domain.methods import load_method
from candour.domain.trouble import Trouble
from candour.kernel.audit.acting import act
from candour.kernel.people.models import Organisation, Person, Post
from candour.kernel.reviews.models import Review, Seat
from candour.stages.commission.models import AgencyAsked, Commission
from candour.stages.decide.models import Decision, DecisionOutcome

SEATS_BY_POST = {"board_manager": "manager", "board_chair": "chair"}
"""Who at the board has a seat from the first day, because the review is theirs to keep moving."""


def commission_review(
    *,
    by: Person,
    decision: Decision,
    title: str,
    method: str,
    opened_on: date,
    period_from: date,
    period_to: date,
    period_why: str = "",
    terms: str = "",
    proportionate_why: str = "",
    lines_of_enquiry: Sequence[str] = (),
    number: int | None = None,
) -> Review:
    """Open a review on a decision to hold one. The board's managers and chair get their seats with it.

    Without `number` it takes the next one of its year.
    """
    notification = decision.notification
    with act("commissioned_review", by=by, on=notification, needs=Can.COMMISSION) as doing:
        if decision.outcome != DecisionOutcome.REVIEW:
            raise Trouble("It was decided not to review.", do="Take the decision back first.")
        if Commission.objects.filter(decision=decision).exists():
            raise Trouble("A review was commissioned on this decision already.", do="Go on with that one.")
        load_method(method)  # a name no pack has is refused before anything is made
        board = Organisation.objects.select_for_update().get(pk=notification.board_id)
        review = Review.objects.create(
            year=opened_on.year,
            number=number or _next_number(opened_on.year),
            title=title,
            board=board,
            regime=notification.regime,
            method=method,
            opened_on=opened_on,
            invented=notification.invented,
        )
        Commission.objects.create(
            review=review,
            decision=decision,
            period_from=period_from,
            period_to=period_to,
            period_why=period_why,
            terms=terms,
            proportionate_why=proportionate_why,
            lines_of_enquiry=list(lines_of_enquiry),
            commissioned_at=timezone.now(),
            commissioned_by=by.username,
        )
        for post in Post.objects.current().filter(organisation=board, role__in=SEATS_BY_POST):
            _seat(review, post.person, SEATS_BY_POST[post.role], None, by)
        doing.made(review)
    return review


def change_commission(
    *,
    by: Person,
    commission: Commission,
    version: int,
    period_from: date,
    period_to: date,
    period_why: str = "",
    terms: str = "",
    proportionate_why: str = "",
    lines_of_enquiry: Sequence[str] = (),
) -> Commission:
    """Change period, terms or lines of enquiry. Raises Changed as `act`."""
    with act("changed_commission", by=by, on=commission, needs=Can.MANAGE_SEATS, version=version):
        commission.period_from, commission.period_to = period_from, period_to
        commission.period_why, commission.terms = period_why, terms
        commission.proportionate_why = proportionate_why
        commission.lines_of_enquiry = list(lines_of_enquiry)
        commission.save(
            update_fields=[
                "period_from",
                "period_to",
                "period_why",
                "terms",
                "proportionate_why",
                "lines_of_enquiry",
            ]
        )
    return commission


def ask_agency(
    *, by: Person, review: Review, agency: Organisation, asked_on: date, due_on: date
) -> AgencyAsked:
    """Ask an agency for its account by a day. Asking twice is refused while the first stands."""
    with act("asked_agency", by=by, on=review, needs=Can.ASK_AGENCIES, why=str(agency)) as doing:
        if review.agencies_asked.filter(agency=agency, withdrawn_at=None).exists():
            raise Trouble(f"{agency} was asked already.", do="Remind it, or withdraw the first asking.")
        asked = AgencyAsked.objects.create(
            review=review,
            agency=agency,
            asked_on=asked_on,
            due_on=due_on,
            asked_at=timezone.now(),
            asked_by=by.username,
        )
        doing.made(asked)
    return asked


def withdraw_asking(*, by: Person, asked: AgencyAsked, why: str) -> AgencyAsked:
    """No longer ask an agency. It stays in the list, struck through, with the reason."""
    with act("withdrew_asking", by=by, on=asked, needs=Can.ASK_AGENCIES, why=why):
        asked.withdrawn_at, asked.withdrawn_by, asked.withdrawn_why = timezone.now(), by.username, why
        asked.save(update_fields=["withdrawn_at", "withdrawn_by", "withdrawn_why"])
    return asked


def give_seat(
    *, by: Person, review: Review, person: Person, role: str, agency: Organisation | None = None
) -> Seat:
    """Give somebody a seat. From now on they see of the review what their role shows."""
    with act(
        "gave_seat", by=by, on=review, needs=Can.MANAGE_SEATS, why=f"{person.username}: {role}"
    ) as doing:
        if review.seats.current().filter(person=person, role=role).exists():
            raise Trouble(f"{person} has this seat already.", do="Choose another role or another person.")
        seat: Seat = doing.made(_seat(review, person, role, agency, by))
    return seat


def end_seat(*, by: Person, seat: Seat, why: str) -> Seat:
    """End a seat. What its holder did stays theirs in the record."""
    with act("ended_seat", by=by, on=seat, needs=Can.MANAGE_SEATS, why=why):
        seat.ended_at, seat.ended_by = timezone.now(), by.username
        seat.save(update_fields=["ended_at", "ended_by"])
    return seat


def declare_conflict(*, by: Person, seat: Seat, conflict_with: str) -> Seat:
    """A person declares a conflict of interest on their own seat: from then on the review is closed to them."""
    with act("declared_conflict", by=by, on=seat, needs=Can.SEE_PROGRESS, why=conflict_with):
        if seat.person_id != by.pk:
            raise Trouble("This is somebody else's seat.", do="Only its holder declares a conflict.")
        seat.conflict_declared_at, seat.conflict_declared_by = timezone.now(), by.username
        seat.conflict_with = conflict_with
        seat.save(update_fields=["conflict_declared_at", "conflict_declared_by", "conflict_with"])
    return seat


def _seat(review: Review, person: Person, role: str, agency: Organisation | None, by: Person) -> Seat:
    return Seat.objects.create(
        review=review,
        person=person,
        role=role,
        agency=agency,
        given_at=timezone.now(),
        given_by=by.username,
    )


def _next_number(year: int) -> int:
    last: int | None = Review.objects.filter(year=year).aggregate(last=Max("number"))["last"]
    return (last or 0) + 1
