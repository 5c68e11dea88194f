"""What sets a review up: it is commissioned, seats given and ended, agencies asked, conflicts declared."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from django.db.models import Max
from django.utils import timezone

from candour.domain.access import ROLES, Can, Scope, roles_with
from candour.domain.methods import load_method
from candour.domain.trouble import Trouble
from candour.kernel.audit.acting import act
from candour.kernel.people.models import Organisation, OrganisationKind, Person, Post
from candour.kernel.reviews.models import Review, Seat, SeatRows
from candour.kernel.reviews.numbers import ReviewNumber
from candour.stages.commission.models import AgencyAsked, Commission
from candour.stages.decide.models import Decision, DecisionOutcome

SEATS_OF_POSTS = {"board_manager": "manager", "board_chair": "chair"}
"""The seats that a board's post-holders have on each of its reviews from the start."""
FOR_AN_AGENCY = frozenset({"agency_author", "agency_senior", "practitioner"})


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
    number: str = "",
) -> Review:
    """Open the review that was decided on. Its board's business manager and chair have seats at once.

    `title` is the name the review goes by. Without `number` it takes the next one of its year.
    Raises Trouble where there is to be no review, or it is commissioned already.
    """
    notification = decision.notification
    with act("commissioned_review", by=by, on=decision, needs=Can.COMMISSION) as doing:
        _to_be_commissioned(decision)
        given = ReviewNumber.read(number) if number else _next_number(opened_on.year)
        if Review.objects.filter(year=given.year, number=given.number).exists():
            raise Trouble(f"There is a review {given} already.", do="Leave the number out, or correct it.")
        review = Review.objects.create(
            year=given.year,
            number=given.number,
            title=title,
            board=notification.board,
            regime=notification.regime,
            method=load_method(method).name,
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
        _seat_post_holders(review, by)
        doing.made(review)
    return review


def give_seat(
    *, by: Person, review: Review, person: Person, role: str, agency: Organisation | None = None
) -> Seat:
    """Let a person into the review in a role; an agency's author or practitioner for that agency only."""
    why = f"{person.username}: {role}"
    with act("gave_seat", by=by, on=review, needs=Can.MANAGE_SEATS, why=why) as doing:
        _may_take(review, person, role, agency)
        seat = Seat.objects.create(
            review=review,
            person=person,
            role=role,
            agency=agency if role in FOR_AN_AGENCY else None,
            given_at=timezone.now(),
            given_by=by.username,
        )
        doing.made(seat)
    return seat


def end_seat(*, by: Person, seat: Seat) -> Seat:
    """The person no longer sits on the review in this role. The seat stays in the record."""
    with act(
        "ended_seat", by=by, on=seat, needs=Can.MANAGE_SEATS, why=f"{seat.person.username}: {seat.role}"
    ):
        if seat.ended_at is not None:
            raise Trouble("This seat has ended.", do="Nothing is left to end.")
        _others_keep_seats(
            Seat.objects.exclude(pk=seat.pk), seat, "Give somebody such a seat first, then end this one."
        )
        seat.ended_at, seat.ended_by = timezone.now(), by.username
        seat.save(update_fields=["ended_at", "ended_by"])
    return seat


def take_back_end_of_seat(*, by: Person, seat: Seat) -> Seat:
    """Undo the end of a seat, unless the person was given the same seat anew."""
    with act("took_back_end_of_seat", by=by, on=seat, needs=Can.MANAGE_SEATS):
        _may_take(seat.review, seat.person, seat.role, seat.agency)
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
            _others_keep_seats(
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

    The record keeps what was declared, who lifted it and why.
    """
    with act("lifted_conflict", by=by, on=seat, needs=Can.MANAGE_SEATS, why=why):
        seats = list(Seat.objects.current().filter(review=seat.review, person=seat.person))
        for one in seats:
            one.conflict_declared_at, one.conflict_declared_by, one.conflict_with = None, "", ""
            one.save(update_fields=["conflict_declared_at", "conflict_declared_by", "conflict_with"])
    return seats


def ask_agency(
    *, by: Person, review: Review, agency: Organisation, asked_on: date, due_on: date
) -> AgencyAsked:
    """Ask an agency for its account by a day."""
    with act("asked_agency", by=by, on=review, needs=Can.ASK_AGENCIES, why=agency.name) as doing:
        if agency.kind != OrganisationKind.AGENCY:
            raise Trouble(f"{agency} is not an agency.", do="Choose an agency.")
        if AgencyAsked.objects.filter(review=review, agency=agency, withdrawn_at=None).exists():
            raise Trouble(f"{agency} was asked already.", do="See the day by which it is due.")
        if due_on < asked_on:
            raise Trouble("It would be due before it is asked.", do="Give a later day.")
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


def remind_agency(*, by: Person, asked: AgencyAsked) -> AgencyAsked:
    """Note that the agency was reminded. Candour writes to nobody by itself."""
    with act("reminded_agency", by=by, on=asked, needs=Can.ASK_AGENCIES):
        asked.reminded_at, asked.reminded_by = timezone.now(), by.username
        asked.save(update_fields=["reminded_at", "reminded_by"])
    return asked


def withdraw_asking(*, by: Person, asked: AgencyAsked, why: str) -> AgencyAsked:
    """The agency need not send an account after all. That it was asked stays visible."""
    with act("withdrew_asking", by=by, on=asked, needs=Can.ASK_AGENCIES, why=why):
        asked.withdrawn_at, asked.withdrawn_by, asked.withdrawn_why = timezone.now(), by.username, why
        asked.save(update_fields=["withdrawn_at", "withdrawn_by", "withdrawn_why"])
    return asked


def take_back_withdrawal_of_asking(*, by: Person, asked: AgencyAsked) -> AgencyAsked:
    """The agency's account is waited for again, by the same day, unless it was asked anew."""
    with act("took_back_withdrawal_of_asking", by=by, on=asked, needs=Can.ASK_AGENCIES):
        Review.objects.select_for_update().get(pk=asked.review_id)
        standing = AgencyAsked.objects.filter(review=asked.review, agency=asked.agency, withdrawn_at=None)
        if standing.exists():
            raise Trouble(f"{asked.agency} was asked anew.", do="See the day by which its account is due.")
        asked.withdrawn_at, asked.withdrawn_by, asked.withdrawn_why = None, "", ""
        asked.save(update_fields=["withdrawn_at", "withdrawn_by", "withdrawn_why"])
    return asked


def _to_be_commissioned(decision: Decision) -> None:
    if decision.outcome != DecisionOutcome.REVIEW:
        raise Trouble("It was decided that there is no review.", do="There is nothing to commission.")
    if Commission.objects.filter(decision=decision).exists():
        raise Trouble("This review is commissioned.", do="Find it among the reviews.")


def _next_number(year: int) -> ReviewNumber:
    """Numbers run through all boards, so whoever takes the next one makes the others wait."""
    boards = Organisation.objects.filter(kind=OrganisationKind.BOARD).order_by("pk")
    list(boards.select_for_update())
    last = Review.objects.filter(year=year).aggregate(last=Max("number"))["last"]
    return ReviewNumber(year, (last or 0) + 1)


def _seat_post_holders(review: Review, by: Person) -> None:
    posts = Post.objects.current().filter(organisation=review.board, role__in=SEATS_OF_POSTS)
    for post in posts.select_related("person"):
        Seat.objects.create(
            review=review,
            person=post.person,
            role=SEATS_OF_POSTS[post.role],
            given_at=timezone.now(),
            given_by=by.username,
        )


def _may_take(review: Review, person: Person, role: str, agency: Organisation | None) -> None:
    known = ROLES.get(role)
    if known is None or known.scope is not Scope.REVIEW:
        raise Trouble(f"Nobody sits on a review as “{role}”.", do="Choose a role.")
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


def _others_keep_seats(others: SeatRows, seat: Seat, do: str) -> None:
    """Somebody must remain who can give seats, or nobody could be let in any more.

    The review's row is locked, so that two who go at the same moment do not each count the other.
    """
    keep = roles_with(Can.MANAGE_SEATS)
    if seat.role not in keep:
        return
    review = Review.objects.select_for_update().get(pk=seat.review_id)
    conflicted = Seat.objects.current().filter(review=review, conflict_declared_at__isnull=False)
    able = (
        others.current().filter(review=review, role__in=keep).exclude(person__in=conflicted.values("person"))
    )
    if not able.exists():
        raise Trouble("This is the last seat that can give seats.", do=do)
