"""What the quick look before a decision came to and its sign-off, as a file has them."""

from __future__ import annotations

from candour.domain.trouble import Trouble
from candour.files.handovers import Notified, Rapid
from candour.kernel.people.models import Person
from candour.stages.decide import actions, models
from candour.stages.notify.models import Notification
from candour.stages.oversee.references import References


def take_rapid(hand: Person, row: Notification, of: Notified, known: References) -> list[str]:
    """What was done, in words. One of a case that was decided here before it came stays where it was held."""
    here = models.RapidReview.objects.filter(notification=row, withdrawn_at=None).first()
    there = known.row(of.rapid.number, models.RapidReview) if of.rapid else None
    decided = models.Decision.objects.filter(stands_for=row).exists()
    if here is not None and here != there:
        return [] if decided else _gone(hand, here) + _concluded(hand, row, of.rapid, known)
    if here is None:
        return [] if decided else _concluded(hand, row, of.rapid, known)
    return _signed_off(hand, here, of.rapid)


def _concluded(hand: Person, row: Notification, of: Rapid | None, known: References) -> list[str]:
    if of is None:
        return []
    if of.next_step not in models.DecisionOutcome.values:
        raise Trouble("It holds a next step that is none.", do="Ask who sent the file.")
    concluded = actions.conclude_rapid_review(
        by=hand,
        notification=row,
        next_step=of.next_step,
        reason=of.reason,
        improve=of.improve,
        concluded_on=of.concluded_on,
    )
    known.keep(of.number, concluded)
    return ["conclusion", *_signed_off(hand, concluded, of)]


def _signed_off(hand: Person, here: models.RapidReview, of: Rapid | None) -> list[str]:
    on = of.signed_off_on if of else None
    if here.signed_off_on == on:
        return []
    if here.signed_off_on is not None:
        actions.take_back_sign_off(by=hand, concluded=here)
    if on is not None:
        actions.sign_off_rapid_review(by=hand, concluded=here, signed_off_on=on)
    return ["signed off" if on else "sign-off taken back"]


def _gone(hand: Person, here: models.RapidReview) -> list[str]:
    """The board took it back, or came to another. What somebody wrote here, and no file brought, stays."""
    if here.recorded_by != hand.username:
        raise Trouble(
            "A conclusion was written here too, before the decision.",
            do="Take back the one that is not the board's.",
        )
    if here.signed_off_on is not None:
        actions.take_back_sign_off(by=hand, concluded=here)
    actions.take_back_rapid_review(by=hand, concluded=here)
    return ["conclusion taken back"]
