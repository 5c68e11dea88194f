"""The family's own link: whose it is, by the hash of its token, and the little that its page may say."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from datetime import date
from hashlib import sha256

from candour.domain.methods import Stage, load_method
from candour.kernel.people.models import Person
from candour.kernel.reviews.models import Review
from candour.stages.analysis.reads import standing as analysis_standing
from candour.stages.chronology.reads import standing as chronology_standing
from candour.stages.commission.models import How
from candour.stages.commission.reads import standing as commission_standing
from candour.stages.report.models import Answered, FamilyLink, FamilyProposal, Proposes
from candour.stages.report.way_to_release import release_of

TOKEN_BYTES = 32
BEFORE = {
    Stage.COMMISSION: commission_standing,
    Stage.CHRONOLOGY: chronology_standing,
    Stage.ANALYSIS: analysis_standing,
}
HOW = {
    How.EMAIL: "by e-mail",
    How.LETTER: "by letter",
    How.TELEPHONE: "by telephone",
    How.MEETING: "in person",
}


@dataclass(frozen=True, slots=True)
class Step:
    """One step of the method as its pack says it, and where it stands: done, now or later."""

    title: str
    says: str
    state: str


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


def steps_for(review: Review, today: date) -> list[Step]:
    """The steps of the review's method in its order; those of one stage stand where the stage stands."""
    method = load_method(review.method)
    done = _stages_done(review, today)
    found, now = [], None
    for step in method.steps:
        if step.stage in done:
            state = "done"
        else:
            now = now or step.stage
            state = "now" if step.stage is now else "later"
        found.append(Step(step.title, step.says, state))
    return found


def _stages_done(review: Review, today: date) -> set[Stage]:
    """The release ends all before it. What comes after it is told in the reading room, in public."""
    if release_of(review) is not None:
        return {*BEFORE, Stage.REPORT}
    nobody = Person(username="", is_active=False)  # who may see nothing: no page is linked, no row is read
    done: set[Stage] = set()
    for stage, standing in BEFORE.items():
        if standing(review, nobody, today).state != "done":
            break
        done.add(stage)
    return done
