"""The national body is told and answers; the board replies."""

from __future__ import annotations

from datetime import date

from django.utils import timezone

from candour.domain.access import Can
from candour.domain.trouble import Trouble
from candour.kernel.audit.acting import act
from candour.kernel.people.models import Person
from candour.stages.decide.models import Challenge, ChallengeKind, Decision


def tell_national_body(*, by: Person, decision: Decision, told_on: date) -> Decision:
    """Put a decision, with its notification, before the national body, which may read it from now on."""
    with act("told_national_body", by=by, on=decision, needs=Can.DECIDE):
        if decision.told_national_on is not None:
            raise Trouble("The national body was told of this decision.", do="Nothing is left to send.")
        decision.told_national_on = told_on
        decision.save(update_fields=["told_national_on"])
    return decision


def challenge(*, by: Person, decision: Decision, kind: str, words: str, made_on: date) -> Challenge:
    """The national body questions a decision, disagrees or agrees with it. It orders nothing."""
    with act("challenged", by=by, on=decision, needs=Can.CHALLENGE, why=kind) as doing:
        said = Challenge.objects.create(
            decision=decision,
            kind=ChallengeKind(kind),
            words=words,
            made_on=made_on,
            made_at=timezone.now(),
            made_by=by.username,
        )
        doing.made(said)
    return said


def reply_to_challenge(*, by: Person, said: Challenge, words: str, replied_on: date) -> Challenge:
    """The board answers the national body, once to each thing it said."""
    with act("replied_to_challenge", by=by, on=said, needs=Can.REPLY_TO_CHALLENGE):
        if said.replied_at is not None:
            raise Trouble("The board has replied to this.", do="Read the reply under the decision.")
        said.reply, said.replied_on = words, replied_on
        said.replied_at, said.replied_by = timezone.now(), by.username
        said.save(update_fields=["reply", "replied_on", "replied_at", "replied_by"])
    return said
