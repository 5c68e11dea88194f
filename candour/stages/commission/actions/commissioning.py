"""A review is commissioned: opened from the decision to hold it, with its post-holders on their seats."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from django.utils import timezone

from candour.domain.access import Can
from candour.domain.methods import load_method
from candour.domain.trouble import Trouble
from candour.kernel.audit.acting import act
from candour.kernel.people.models import Person
from candour.kernel.reviews.models import Review, Seat
from candour.kernel.reviews.next_numbers import next_of_year
from candour.kernel.reviews.numbers import ReviewNumber
from candour.stages.commission.actions._readying import open_readiness
from candour.stages.commission.conflicts_found import Comparison
from candour.stages.commission.models import Commission
from candour.stages.commission.seats_seen import SEATS_OF_POSTS, sit_by_post
from candour.stages.decide.days import happened
from candour.stages.decide.models import Decision, Direction


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
    """Open the review that was decided on.

    Its board's business manager and chair have seats at once, unless they stand too near.
    `title` is the name the review goes by. Without `number` it takes the next one of its year.
    Raises Trouble where there is to be no review, it is commissioned already, or the day cannot be.
    """
    notification = decision.notification
    with act("commissioned_review", by=by, on=decision, needs=Can.COMMISSION) as doing:
        decision = _to_be_commissioned(decision, opened_on)
        year = opened_on.year
        next_one = ReviewNumber(year, next_of_year(Review.objects.all(), year))
        given = ReviewNumber.read(number) if number else next_one
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
        doing.why = "; ".join(_seat_post_holders(review, by))
        open_readiness(review, by)
        doing.made(review)
    return review


def _to_be_commissioned(decision: Decision, opened_on: date) -> Decision:
    """The decision as it is now, locked with what was directed: neither is taken back meanwhile."""
    now = Decision.objects.select_for_update().filter(pk=decision.pk).first()
    if now is None or now.stands_for_id is None:
        raise Trouble("This decision no longer stands.", do="Find the one that stands.")
    list(Direction.objects.select_for_update().filter(decision=now))
    if not now.leads_to_review:
        raise Trouble("It was decided that there is no review.", do="There is nothing to commission.")
    if Commission.objects.filter(decision=now).exists():
        raise Trouble("This review is commissioned.", do="Find it among the reviews.")
    happened(opened_on, after=now.initiated_on, which=now.began_when)
    return now


def _seat_post_holders(review: Review, by: Person) -> list[str]:
    """Give the board's managers and chair their seats, but for those who stand too near: why they do not.

    Whoever commissions is one of them and not too near, so somebody is there who can let others in.
    """
    beside, near = Comparison(review), []
    for post in sit_by_post(review):
        role = SEATS_OF_POSTS[post.role]
        if found := beside.objections_to(post.person, role):
            _not_by_themselves(post.person, by, found)
            near.append(f"{post.person.username} has no seat as {role}: {' '.join(found)}")
            continue
        given = {"given_at": timezone.now(), "given_by": by.username}
        Seat.objects.create(review=review, person=post.person, role=role, **given)
    return near


def _not_by_themselves(person: Person, by: Person, found: list[str]) -> None:
    if person == by:
        raise Trouble(
            f"You stand too near to this review: {' '.join(found)}",
            do="A conflict always wins. Somebody else commissions it: the board’s other post-holder, or one "
            "to whom an administrator gives the post.",
        )
