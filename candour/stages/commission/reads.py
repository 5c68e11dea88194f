"""How far a review is set up: its clock, who sits on it, who was asked, and what is still to do."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db.models import Q
from django.urls import reverse

from candour.domain.access import Can
from candour.domain.access.conflicts import BARS
from candour.domain.methods import Method, Stage, load_method
from candour.domain.moments.spoken import spoken_day
from candour.kernel.access import may
from candour.kernel.people.models import Person
from candour.kernel.reviews.models import Review, Seat
from candour.kernel.web.tasks import Missing, Standing, Task
from candour.stages.commission.models import AgencyAsked, Commission, Declaration, Letter
from candour.stages.commission.seats_seen import BY_POST, kept_out
from candour.stages.decide.models import Decision, DecisionOutcome, Direction
from candour.stages.decide.reads import boards_where

LEADS = ("lead_reviewer", "judge")


@dataclass(frozen=True, slots=True)
class SetUp:
    """What there is of a review's setting-up."""

    leads: bool
    checkers: int
    terms: bool
    asked: int

    @property
    def done(self) -> bool:
        return self.leads and self.terms and self.asked > 0


def set_up_of(review: Review) -> SetUp:
    seats = list(Seat.objects.current().filter(review=review).values_list("role", flat=True))
    commission = Commission.objects.filter(review=review).first()
    return SetUp(
        leads=any(role in LEADS for role in seats),
        checkers=seats.count("checker"),
        terms=commission is not None and bool(commission.terms),
        asked=AgencyAsked.objects.filter(review=review, withdrawn_at=None).count(),
    )


def method_of(review: Review) -> Method:
    return load_method(review.method)


def decided_on(review: Review) -> date:
    """The day from which the law counts: of the decision or direction; of the opening if begun elsewhere."""
    commission = Commission.objects.filter(review=review).select_related("decision").first()
    return commission.decision.initiated_on if commission else review.opened_on


def to_commission(viewer: Person) -> list[Decision]:
    """Decisions to review, at the viewer's boards, from which no review has been commissioned."""
    boards = boards_where(viewer, Can.COMMISSION)
    directed = Direction.objects.filter(taken_back_at=None).values("decision")
    seen = Decision.objects.visible_to(viewer).filter(Q(outcome=DecisionOutcome.REVIEW) | Q(pk__in=directed))
    seen = seen.filter(commission=None, kept_elsewhere="")
    return list(seen.filter(notification__board__in=boards).select_related("notification"))


def to_declare(person: Person) -> list[Seat]:
    """The person's seats of which a declaration of independence is asked and none stands."""
    said = Declaration.objects.filter(withdrawn_at=None).values("seat")
    asked = Seat.objects.held_by(person).filter(
        role__in=set(BARS) - BY_POST, review__commission__isnull=False
    )
    return list(asked.exclude(pk__in=said).select_related("review"))


def to_send(person: Person) -> list[Letter]:
    """Letters that were written and not sent, to those who take part, at the person's reviews."""
    letters = Letter.objects.visible_to(person).filter(sent_on=None, withdrawn_at=None)
    letters = letters.filter(participant__withdrawn_at=None)
    return list(letters.select_related("participant__review"))


def _letter_task(letter: Letter) -> Task:
    review = letter.participant.review
    return Task(
        f"Send the letter, and say so: {review.title}",
        reverse("commission:participant", args=[review.in_address, letter.participant_id]),
        f"{review.title}, {review.written_number}",
        "A letter to somebody who takes part",
        letter.written_on,
    )


def tasks_for(person: Person, today: date) -> list[Task]:
    tasks = [
        Task(
            f"Commission the review: {one.notification.title}",
            reverse("commission:commission-review", args=[one.notification.in_address]),
            f"{one.notification.title}, {one.notification.written}",
            f"Directed {spoken_day(one.direction.made_on)}"
            if one.direction
            else f"Decided {spoken_day(one.decided_on)}",
            one.initiated_on,
            one.direction.due_on if one.direction else None,
        )
        for one in to_commission(person)
    ]
    tasks += [
        Task(
            f"Say how independent you are: {seat.review.title}",
            reverse("commission:declare-independence", args=[seat.review.in_address, seat.pk]),
            f"{seat.review.title}, {seat.review.written_number}",
            f"Your seat: {seat.role_title}",
        )
        for seat in to_declare(person)
    ]
    tasks += [_letter_task(one) for one in to_send(person)]
    for seat in Seat.objects.held_by(person).filter(role="manager").select_related("review"):
        review = seat.review
        state = set_up_of(review)
        if not state.done:
            href = reverse("commission:setting-up", args=[review.in_address])
            words = "; ".join(one for one in _still(state))
            where = f"{review.title}, {review.written_number}"
            tasks.append(Task(f"Set the review up: {review.title}", href, where, words, review.opened_on))
    return tasks


def standing(review: Review, viewer: Person, today: date) -> Standing:
    state = set_up_of(review)
    href = ""
    if may(viewer, Can.SEE_REVIEW, review):
        href = reverse("commission:setting-up", args=[review.in_address])
    words = "" if state.done else "still to do"
    return Standing("done" if state.done else "present", words or spoken_day(review.opened_on), href)


def missing(review: Review, viewer: Person, today: date) -> list[Missing]:
    """Each links to its page for those who may do it; others read whose move it is."""
    state = set_up_of(review)
    seats = _page_for(viewer, Can.MANAGE_SEATS, "commission:give-seat", review)
    found = [
        Missing(
            f"Somebody else sits as {one.role_title.lower()}",
            seats,
            "held",
            f"{one.person} stands too near",
            "Business manager or chair",
        )
        for one in kept_out(review)
        if not one.filled
    ]
    if not state.leads:
        found.append(
            Missing("Nobody leads the review", seats, "held", "No lead reviewer", "Business manager or chair")
        )
    if not state.asked:
        ask = _page_for(viewer, Can.ASK_AGENCIES, "commission:ask-agency", review)
        found.append(Missing("No agency is asked", ask, "held", "No agency asked", "Business manager"))
    if state.checkers < 2 and Stage.REPORT in method_of(review).stages:
        words = "No checker" if state.checkers == 0 else "One checker"
        found.append(
            Missing("Two people check the report", seats, "waits", words, "Business manager or chair")
        )
    return found


def _page_for(viewer: Person, can: Can, page: str, review: Review) -> str:
    return reverse(page, args=[review.in_address]) if may(viewer, can, review) else ""


def _still(state: SetUp) -> list[str]:
    found = {
        "nobody leads it": not state.leads,
        "no terms of reference": not state.terms,
        "no agency is asked": not state.asked,
    }
    return [words for words, lacking in found.items() if lacking]
