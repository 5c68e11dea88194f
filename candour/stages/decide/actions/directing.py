"""The national body directs that a review be held, where the law gives it that power; and takes it back."""

from __future__ import annotations

from datetime import date

from django.utils import timezone

from candour.domain.access import Can
from candour.domain.trouble import Trouble
from candour.kernel.audit.acting import act
from candour.kernel.people.models import Person
from candour.stages.decide.actions._saying import in_words, not_a_review, still_stands, take_back
from candour.stages.decide.days import happened
from candour.stages.decide.models import Decision, Direction
from candour.stages.decide.national_law import allowed_on


def direct_review(*, by: Person, decision: Decision, words: str, made_on: date, due_on: date) -> Direction:
    """Direct that a review be commissioned by a day. The board's own decision stays on the record.

    The clocks of a review start on `made_on`. Raises Trouble where the law gives no such power on that
    day, where there is a review or a direction already, and without a reason.
    """
    with act("directed_review", by=by, on=decision, needs=Can.DIRECT, why=words) as doing:
        still_stands(decision)
        not_a_review(decision)
        in_words(words)
        if (power := allowed_on(decision, made_on).direct) is None:
            raise Trouble(
                "The law of this notification gives no power to direct.",
                do="Disagree or advise. What else the law allows stands under the decision.",
            )
        if decision.direction is not None:
            raise Trouble("A review was directed.", do="Read the direction under the decision.")
        happened(made_on, after=decision.decided_on, which="it was decided")
        if due_on < made_on:
            raise Trouble(
                "A direction gives the board time.", do="Give a day that is not before the direction itself."
            )
        direction = Direction.objects.create(
            decision=decision,
            words=words,
            made_on=made_on,
            made_at=timezone.now(),
            made_by=by.username,
            due_on=due_on,
            law=power.sentence,
            citation=power.citation,
        )
        doing.made(direction)
    return direction


def take_back_direction(*, by: Person, direction: Direction) -> Direction:
    """Undo a direction, until the board has replied or commissioned the review. It stays readable, marked."""
    with act("took_back_direction", by=by, on=direction, needs=Can.DIRECT, why=direction.words):
        decision = Decision.objects.select_for_update().get(pk=direction.decision_id)
        if getattr(decision, "commission", None) is not None:
            raise Trouble("The board has commissioned the review.", do="The direction stands with it.")
        take_back(direction, by)
    return direction
