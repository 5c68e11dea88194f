"""The national body is told; it asks, agrees, disagrees, advises, or holds a review of its own."""

from __future__ import annotations

from datetime import date

from django.utils import timezone

from candour.domain.access import Can
from candour.domain.trouble import Trouble
from candour.kernel.audit.acting import act
from candour.kernel.people.models import Person
from candour.stages.decide.actions._saying import in_words, not_a_review, still_stands, take_back
from candour.stages.decide.days import happened
from candour.stages.decide.models import Challenge, ChallengeKind, Decision, RemedyStep
from candour.stages.decide.national_law import allowed_on

OWN_REVIEW_INSTEAD = "It may question the decision, disagree or advise."


def tell_national_body(*, by: Person, decision: Decision, told_on: date) -> Decision:
    """Write down the day on which the board put its decision before the national body."""
    with act("told_national_body", by=by, on=decision, needs=Can.DECIDE):
        still_stands(decision)
        if decision.told_national_on is not None:
            raise Trouble("The national body was told of this decision.", do="Nothing is left to send.")
        happened(told_on, after=decision.decided_on, which="it was decided")
        decision.told_national_on = told_on
        decision.save(update_fields=["told_national_on"])
    return decision


def challenge(
    *,
    by: Person,
    decision: Decision,
    kind: str,
    words: str,
    made_on: date,
    remedy: str = "",
    remedy_step: str = "",
) -> Challenge:
    """The national body asks about a decision, agrees, disagrees or advises. It orders nothing.

    Advice may name what the law allows, in the pack's own words: `remedy`, and whether the body asks for
    it or takes it. Raises Trouble for any other, and for what the law gives no power to say on that day.
    """
    with act("challenged", by=by, on=decision, needs=Can.CHALLENGE, why=kind) as doing:
        still_stands(decision)
        in_words(words)
        happened(made_on, after=decision.decided_on, which="it was decided")
        if ChallengeKind(kind) is ChallengeKind.OWN_REVIEW:
            raise Trouble("A review of its own is recorded on its own page.", do=OWN_REVIEW_INSTEAD)
        _remedy_of_the_law(decision, kind, remedy, made_on)
        _under_a_power(decision, kind, remedy, made_on)
        said = _said(by, decision, kind, words, made_on)
        said.remedy, said.remedy_step = remedy, RemedyStep(remedy_step) if remedy else ""
        said.save()
        doing.made(said)
    return said


def take_back_challenge(*, by: Person, said: Challenge) -> Challenge:
    """Undo what was said, until the board has replied to it. It stays readable, marked."""
    with act("took_back_challenge", by=by, on=said, needs=Can.CHALLENGE):
        if said.kind == ChallengeKind.OWN_REVIEW:
            raise Trouble(
                "A review of its own is taken back by who may hold one.", do="Ask the head of the body."
            )
        take_back(said, by)
    return said


def hold_own_review(*, by: Person, decision: Decision, words: str, made_on: date) -> Challenge:
    """The national body records, with its reason, that it holds a review of its own of this incident.

    No review is opened here. Raises Trouble where the law gives no such power.
    """
    with act("held_own_review", by=by, on=decision, needs=Can.DIRECT, why=words) as doing:
        still_stands(decision)
        not_a_review(decision)
        in_words(words)
        happened(made_on, after=decision.decided_on, which="it was decided")
        if allowed_on(decision, made_on).own is None:
            raise Trouble(
                "The law of this notification lets the national body hold no review of its own.",
                do=OWN_REVIEW_INSTEAD,
            )
        if decision.challenges.filter(kind=ChallengeKind.OWN_REVIEW, taken_back_at=None).exists():
            raise Trouble("The national body has said that it holds its own review.", do="Read it below.")
        said = _said(by, decision, ChallengeKind.OWN_REVIEW, words, made_on)
        said.save()
        doing.made(said)
    return said


def take_back_own_review(*, by: Person, said: Challenge) -> Challenge:
    """Undo the record that the national body holds a review of its own. It stays readable, marked."""
    with act("took_back_own_review", by=by, on=said, needs=Can.DIRECT):
        if said.kind != ChallengeKind.OWN_REVIEW:
            raise Trouble("This says nothing of a review of its own.", do="Take back what was said there.")
        take_back(said, by)
    return said


def _said(by: Person, decision: Decision, kind: str, words: str, made_on: date) -> Challenge:
    return Challenge(
        decision=decision,
        kind=ChallengeKind(kind),
        words=words,
        made_on=made_on,
        made_at=timezone.now(),
        made_by=by.username,
    )


def _under_a_power(decision: Decision, kind: str, remedy: str, made_on: date) -> None:
    """Advice that names a remedy rests on that; the rest on a power, where the law lists any."""
    if not remedy and not allowed_on(decision, made_on).lets_say(kind):
        raise Trouble(
            f"The law of this notification gives the national body no power to {kind} on that day.",
            do="Ask a question, or agree: neither needs a power.",
        )


def _remedy_of_the_law(decision: Decision, kind: str, remedy: str, made_on: date) -> None:
    if not remedy:
        return
    if ChallengeKind(kind) is not ChallengeKind.ADVISE:
        raise Trouble("What the law allows is asked for in advice.", do="Choose advise, or name nothing.")
    if remedy not in {one.sentence for one in allowed_on(decision, made_on).remedies}:
        raise Trouble("The law of this notification names no such thing.", do="Choose one that it names.")
