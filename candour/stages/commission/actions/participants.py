"""Who of family and practitioners takes part, what they answered, and what they were told, is kept."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.utils import timezone

from candour.domain.access import Can
from candour.domain.trouble import Trouble
from candour.kernel.audit.acting import act
from candour.kernel.people.models import Person
from candour.kernel.reviews.models import Review
from candour.stages.commission.actions._closing import close_where_near
from candour.stages.commission.actions._waiting import no_letter_waits
from candour.stages.commission.models import How, Participant, Reply, Side, ToldParticipant

SAID = ("called", "name", "agency", "person", "takes_part", "wishes", "contact")


def add_participant(*, by: Person, review: Review, side: str, called: str, **said: Any) -> Participant:
    """Add one of the family by relation, or a practitioner by role. `said`: the fields in SAID."""
    with act("added_participant", by=by, on=review, needs=Can.KEEP_PARTICIPANTS) as doing:
        kept = _said(side, {"called": called, **said})
        participant = Participant.objects.create(
            review=review, side=Side(side), added_at=timezone.now(), added_by=by.username, **kept
        )
        close_where_near(by=by, reviews=[review])
        doing.made(participant)
    return participant


def change_participant(*, by: Person, participant: Participant, version: int, **said: Any) -> Participant:
    """Keep what is known now of how somebody takes part. Raises Changed where somebody saved first."""
    with act("changed_participant", by=by, on=participant, needs=Can.KEEP_PARTICIPANTS, version=version):
        kept = _said(participant.side, said)
        for name, value in kept.items():
            setattr(participant, name, value)
        participant.save(update_fields=[*kept])
        close_where_near(by=by, reviews=[participant.review])
    return participant


def note_reply(
    *,
    by: Person,
    participant: Participant,
    reply: str,
    asked_on: date | None = None,
    replied_on: date | None = None,
) -> Participant:
    """Note when somebody was asked to take part, and what they answered."""
    with act("noted_reply", by=by, on=participant, needs=Can.KEEP_PARTICIPANTS, why=reply):
        answered = reply not in {Reply.NOT_ASKED, Reply.WAITING}
        if reply != Reply.NOT_ASKED and asked_on is None:
            raise Trouble("It is not said when they were asked.", do="Give the day.")
        if answered and replied_on is None:
            raise Trouble("It is not said when they answered.", do="Give the day.")
        if asked_on and replied_on and replied_on < asked_on:
            raise Trouble("They would answer before they were asked.", do="Correct one of the days.")
        participant.reply = Reply(reply)
        participant.asked_on = asked_on
        participant.replied_on = replied_on if answered else None
        participant.save(update_fields=["reply", "asked_on", "replied_on"])
    return participant


def withdraw_participant(*, by: Person, participant: Participant, why: str) -> Participant:
    """They are not among those who take part after all. What was kept of them stays."""
    with act("withdrew_participant", by=by, on=participant, needs=Can.KEEP_PARTICIPANTS, why=why):
        participant.withdrawn_at, participant.withdrawn_by = timezone.now(), by.username
        participant.withdrawn_why = why
        participant.save(update_fields=["withdrawn_at", "withdrawn_by", "withdrawn_why"])
        no_letter_waits(participant, by)
    return participant


def put_participant_back(*, by: Person, participant: Participant) -> Participant:
    """They are among those who take part again."""
    with act("put_participant_back", by=by, on=participant, needs=Can.KEEP_PARTICIPANTS):
        participant.withdrawn_at, participant.withdrawn_by, participant.withdrawn_why = None, "", ""
        participant.save(update_fields=["withdrawn_at", "withdrawn_by", "withdrawn_why"])
        close_where_near(by=by, reviews=[participant.review])
    return participant


def note_telling(
    *,
    by: Person,
    participant: Participant,
    told_on: date,
    words: str,
    how: str = How.OTHER,
    told_who: str = "",
) -> ToldParticipant:
    """Keep what a participant was told, or said: on which day, how, and by whom."""
    with act("noted_telling", by=by, on=participant, needs=Can.KEEP_PARTICIPANTS) as doing:
        noted = {"noted_at": timezone.now(), "noted_by": by.username}
        told = ToldParticipant.objects.create(
            participant=participant, told_on=told_on, words=words, how=how, told_who=told_who, **noted
        )
        doing.made(told)
    return told


def withdraw_telling(*, by: Person, told: ToldParticipant) -> ToldParticipant:
    """It was not so. The line stays, struck through."""
    with act("withdrew_telling", by=by, on=told, needs=Can.KEEP_PARTICIPANTS):
        told.withdrawn_at, told.withdrawn_by = timezone.now(), by.username
        told.save(update_fields=["withdrawn_at", "withdrawn_by"])
    return told


def put_telling_back(*, by: Person, told: ToldParticipant) -> ToldParticipant:
    """It was so after all."""
    with act("put_telling_back", by=by, on=told, needs=Can.KEEP_PARTICIPANTS):
        if told.withdrawn_at is None:
            raise Trouble("This was not withdrawn: it stands.", do="Read it.")
        told.withdrawn_at, told.withdrawn_by = None, ""
        told.save(update_fields=["withdrawn_at", "withdrawn_by"])
    return told


def _said(side: str, said: dict[str, Any]) -> dict[str, Any]:
    kept = {name: value for name, value in said.items() if name in SAID}
    if len(kept) != len(said):
        raise TypeError(f"a participant has no {sorted(set(said) - set(SAID))}")
    if side == Side.FAMILY and kept.get("agency"):
        raise Trouble("Family sit for no agency.", do="Leave the agency out.")
    return kept
