"""What the family proposes is noted and answered with reasons; their link is made and ended."""

from __future__ import annotations

from datetime import date

from django.utils import timezone

from candour.domain.access import Can
from candour.domain.trouble import Trouble
from candour.kernel.audit.acting import act
from candour.kernel.people.models import Person
from candour.stages.commission.models import Participant, Side
from candour.stages.report.hearing.family_links import hash_of, new_token
from candour.stages.report.models import Answered, FamilyLink, FamilyProposal, Proposes


def note_proposal(
    *, by: Person, participant: Participant, kind: str, words: str, said_on: date
) -> FamilyProposal:
    """Note in their words what one of the family proposes. Raises Trouble for a practitioner."""
    with act("noted_family_proposal", by=by, on=participant, needs=Can.KEEP_PARTICIPANTS) as doing:
        _refuse_others(participant)
        proposal = FamilyProposal.objects.create(
            review=participant.review,
            participant=participant,
            kind=Proposes(kind),
            words=words.strip(),
            said_on=said_on,
            noted_at=timezone.now(),
            noted_by=by.username,
        )
        doing.made(proposal)
    return proposal


def answer_proposal(*, by: Person, proposal: FamilyProposal, answer: str, reasons: str) -> FamilyProposal:
    """Say whether it is followed, and why. An earlier answer stays in the record with its reasons."""
    with act("answered_family_proposal", by=by, on=proposal, needs=Can.WRITE_REPORT, why=reasons):
        if proposal.withdrawn_at is not None:
            raise Trouble("They no longer propose this.", do="Nothing more is needed.")
        proposal.answer, proposal.reasons = Answered(answer), reasons.strip()
        proposal.answered_at, proposal.answered_by = timezone.now(), by.username
        proposal.save(update_fields=["answer", "reasons", "answered_at", "answered_by"])
    return proposal


def withdraw_proposal(*, by: Person, proposal: FamilyProposal) -> FamilyProposal:
    """They no longer propose it, or it was noted by mistake. It stays readable."""
    with act("withdrew_family_proposal", by=by, on=proposal, needs=Can.KEEP_PARTICIPANTS):
        proposal.withdrawn_at, proposal.withdrawn_by = timezone.now(), by.username
        proposal.save(update_fields=["withdrawn_at", "withdrawn_by"])
    return proposal


def make_family_link(
    *,
    by: Person,
    participant: Participant,
    made_on: date,
    expires_on: date,
    hears_on: date | None = None,
    hears_how: str = "",
) -> tuple[FamilyLink, str]:
    """A link for one of the family, and its token, which nobody can read here again.

    One that they had is ended. Raises Trouble for a practitioner, and for a day that is over.
    """
    with act("made_family_link", by=by, on=participant, needs=Can.KEEP_PARTICIPANTS) as doing:
        _refuse_others(participant)
        if expires_on <= made_on:
            raise Trouble("The link would have ended already.", do="Give a later day.")
        _end_all(participant, by)
        token = new_token()
        link = FamilyLink.objects.create(
            review=participant.review,
            participant=participant,
            token_sha256=hash_of(token),
            hears_on=hears_on,
            hears_how=hears_how,
            made_on=made_on,
            expires_on=expires_on,
            made_at=timezone.now(),
            made_by=by.username,
        )
        doing.made(link)
    return link, token


def say_when_they_hear(
    *, by: Person, link: FamilyLink, hears_on: date | None, hears_how: str = ""
) -> FamilyLink:
    """Change the day by which they will hear, on the page of their link."""
    with act("said_when_family_hears", by=by, on=link, needs=Can.KEEP_PARTICIPANTS, why=str(hears_on or "")):
        link.hears_on, link.hears_how = hears_on, hears_how
        link.save(update_fields=["hears_on", "hears_how"])
    return link


def end_family_link(*, by: Person, link: FamilyLink) -> FamilyLink:
    """Its page says from now on that the link has ended. It cannot be undone: make another."""
    with act("ended_family_link", by=by, on=link, needs=Can.KEEP_PARTICIPANTS):
        if link.ended_at is not None:
            raise Trouble("This link has ended already.", do="Make another one.")
        link.ended_at, link.ended_by = timezone.now(), by.username
        link.save(update_fields=["ended_at", "ended_by"])
    return link


def _end_all(participant: Participant, by: Person) -> None:
    standing = FamilyLink.objects.filter(participant=participant, ended_at=None)
    standing.update(ended_at=timezone.now(), ended_by=by.username)


def _refuse_others(participant: Participant) -> None:
    if participant.side != Side.FAMILY or participant.withdrawn_at is not None:
        raise Trouble("This is for one of the family who takes part.", do="Choose one of them.")
