"""The family's own link: whose it is, by the hash of its token, and the name that its page says."""

from __future__ import annotations

import secrets
from hashlib import sha256

from candour.stages.commission.models import How
from candour.stages.report.models import Answered, FamilyLink, FamilyProposal, Proposes

TOKEN_BYTES = 32
HOW = {
    How.EMAIL: "by e-mail",
    How.LETTER: "by letter",
    How.TELEPHONE: "by telephone",
    How.MEETING: "in person",
}


def new_token() -> str:
    return secrets.token_urlsafe(TOKEN_BYTES)


def hash_of(token: str) -> str:
    """What is kept of a token."""
    return sha256(token.encode()).hexdigest()


def link_of(token: str) -> FamilyLink | None:
    """The link with this token, ended or not; None where there never was one."""
    found = FamilyLink.objects.filter(token_sha256=hash_of(token)).select_related("review", "participant")
    return found.first()


def known_as(link: FamilyLink) -> str:
    """The name that this one of the family proposed, unless it could not be followed; else no name."""
    own = FamilyProposal.objects.filter(participant=link.participant, kind=Proposes.NAME, withdrawn_at=None)
    proposed = own.exclude(answer=Answered.NO).last()
    return proposed.words if proposed else ""


def how_they_hear(link: FamilyLink) -> str:
    return HOW.get(How(link.hears_how), "") if link.hears_how else ""
