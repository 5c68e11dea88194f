"""People say how independent they are; where they work is kept; the conflict check closes what it must."""

from __future__ import annotations

from datetime import date

from django.utils import timezone

from candour.domain.access import Can
from candour.domain.trouble import Trouble
from candour.kernel.audit.acting import act
from candour.kernel.people.models import Organisation, OrganisationKind, Person
from candour.kernel.reviews.models import Review, Seat
from candour.stages.commission.actions._closing import close_where_near
from candour.stages.commission.models import Declaration, WorkingLine


def declare_independence(
    *, by: Person, seat: Seat, no_line: bool, no_part: bool, not_employed: bool, words: str = ""
) -> Declaration:
    """Say of one's own seat how independent one is. A "no" that counts for the role closes the review."""
    with act("declared_independence", by=by, on=seat, needs=Can.SEE_PROGRESS) as doing:
        if by != seat.person:
            raise Trouble(f"This is the seat of {seat.person}.", do="They declare for themselves.")
        if seat.ended_at is not None:
            raise Trouble("This seat has ended.", do="Nothing is left to declare.")
        now = timezone.now()
        standing = Declaration.objects.filter(seat=seat, withdrawn_at=None)
        standing.update(withdrawn_at=now, withdrawn_by=by.username)
        declaration = Declaration.objects.create(
            seat=seat,
            no_line=no_line,
            no_part=no_part,
            not_employed=not_employed,
            words=words,
            declared_at=now,
            declared_by=by.username,
        )
        close_where_near(by=by, reviews=[seat.review])
        doing.made(declaration)
    return declaration


def weigh_earlier_review(*, by: Person, declaration: Declaration, why: str) -> Declaration:
    """Say why work on an earlier review of the same agencies does not stand in the way."""
    with act("weighed_earlier_review", by=by, on=declaration, needs=Can.MANAGE_SEATS, why=why):
        if by == declaration.seat.person:
            raise Trouble("This is about your own seat.", do="Somebody else who gives seats weighs it.")
        declaration.weighed_at, declaration.weighed_by = timezone.now(), by.username
        declaration.weighed_why = why
        declaration.save(update_fields=["weighed_at", "weighed_by", "weighed_why"])
    return declaration


def record_working_line(
    *,
    by: Person,
    board: Organisation,
    person: Person,
    agency: Organisation,
    post: str = "",
    answers_to: Person | None = None,
    from_on: date | None = None,
    to_on: date | None = None,
) -> WorkingLine:
    """Keep where somebody works and to whom they answer. Seats in which that is a conflict close."""
    with act("recorded_working_line", by=by, on=board, needs=Can.COMMISSION, why=person.username) as doing:
        if agency.kind != OrganisationKind.AGENCY:
            raise Trouble(f"{agency} is not an agency.", do="Choose an agency.")
        if answers_to == person:
            raise Trouble("Nobody answers to themselves.", do="Choose the person above, or leave it out.")
        if from_on and to_on and to_on < from_on:
            raise Trouble("It would end before it begins.", do="Give a later last day.")
        line = WorkingLine.objects.create(
            board=board,
            person=person,
            agency=agency,
            post=post,
            answers_to=answers_to,
            from_on=from_on,
            to_on=to_on,
            recorded_at=timezone.now(),
            recorded_by=by.username,
        )
        _close_all(by)
        doing.made(line)
    return line


def withdraw_working_line(*, by: Person, line: WorkingLine, why: str) -> WorkingLine:
    """It was not so. A conflict that it caused is lifted apart, seat by seat, by a person."""
    with act("withdrew_working_line", by=by, on=line, needs=Can.COMMISSION, why=why):
        line.withdrawn_at, line.withdrawn_by, line.withdrawn_why = timezone.now(), by.username, why
        line.save(update_fields=["withdrawn_at", "withdrawn_by", "withdrawn_why"])
    return line


def put_working_line_back(*, by: Person, line: WorkingLine) -> WorkingLine:
    """It was so after all. Seats that this makes a conflict of close at once."""
    with act("put_working_line_back", by=by, on=line, needs=Can.COMMISSION):
        line.withdrawn_at, line.withdrawn_by, line.withdrawn_why = None, "", ""
        line.save(update_fields=["withdrawn_at", "withdrawn_by", "withdrawn_why"])
        _close_all(by)
    return line


def _close_all(by: Person) -> None:
    """A line may lead from anybody to anybody, so every review with a seat that is open is asked."""
    close_where_near(by=by, reviews=Review.objects.filter(seats__ended_at=None).distinct())
