"""Family and practitioners as the pages show them, and letters begun from a template."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet

from candour.domain.letters import Template, filled, load_templates
from candour.domain.methods import load_method
from candour.domain.moments.spoken import spoken_day
from candour.kernel.people.models import Person
from candour.kernel.reviews.models import Review, Seat
from candour.stages.commission.models import Commission, Participant, Reply, Side

LEADS = ("lead_reviewer", "judge")
STATES = {
    Reply.NOT_ASKED: "waits",
    Reply.WAITING: "due",
    Reply.YES: "done",
    Reply.IN_WRITING: "done",
    Reply.NO: "no",
    Reply.NOT_NOW: "paused",
}


@dataclass(frozen=True, slots=True)
class Taking:
    """One participant, with the last thing they were told."""

    row: Participant
    last_told: Any

    @property
    def state(self) -> str:
        return STATES[Reply(self.row.reply)]


def taking_part(review: Review, viewer: Person, side: str) -> list[Taking]:
    """Those who stand; nothing for whoever may not see who takes part."""
    rows = participants_of(review, viewer).filter(side=side, withdrawn_at=None)
    return [
        Taking(one, next((told for told in one.told.all() if told.withdrawn_at is None), None))
        for one in rows
    ]


def participants_of(review: Review, viewer: Person) -> Any:
    seen = Participant.objects.visible_to(viewer).filter(review=review)
    return seen.select_related("agency").prefetch_related("told", "letters")


def templates_for(review: Review, side: str) -> tuple[Template, ...]:
    """The house's own for this side, and those that the review's method brings."""
    own = tuple(one for one in load_templates() if one.side == side)
    return own + _of_method(review, side)


def who_agreed_to_take_part() -> QuerySet[Person]:
    """Those of family and practitioners who have an account and said yes, on whichever review."""
    agreed = Participant.objects.filter(withdrawn_at=None, reply__in=(Reply.YES, Reply.IN_WRITING))
    return Person.objects.filter(is_active=True, pk__in=agreed.values("person")).order_by("pk")


def _of_method(review: Review, side: str) -> tuple[Template, ...]:
    """A method's materials are texts to begin from, where its pack has any."""
    materials = load_method(review.method).materials
    return tuple(
        Template(f"method-{one.name}", side, one.title, one.says) for one in materials if one.side == side
    )


def begun(template: Template, participant: Participant, contact: str) -> str:
    """The letter's words, with what is known filled in. What nobody has said yet is a blank in [[ ]]."""
    review = participant.review
    commission = Commission.objects.filter(review=review).first()
    leads = Seat.objects.current().filter(review=review, role__in=LEADS).select_related("person")
    known = {
        "to": participant.name or participant.called,
        "review": review.title,
        "board": review.board.name,
        "method": load_method(review.method).title,
        "contact": participant.contact or contact,
        "reviewers": " and ".join(one.person.name for one in leads),
        "agency": participant.agency.name if participant.agency else "",
    }
    if commission is not None:
        first, last = spoken_day(commission.period_from), spoken_day(commission.period_to)
        known["period"] = f"{first} to {last}"
    return filled(template, known)


def sides() -> list[tuple[str, str]]:
    return [(side.value, side.label) for side in Side]
