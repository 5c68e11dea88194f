"""Notes of conversations: written, corrected with the earlier words kept, withdrawn, put back."""

from __future__ import annotations

from datetime import date

from django.db.models import Max
from django.utils import timezone

from candour.domain.access import Can
from candour.domain.trouble import Trouble
from candour.kernel.audit.acting import act
from candour.kernel.people.models import Person
from candour.kernel.reviews.models import Review
from candour.stages.analysis.models import Conversation


def note_conversation(
    *,
    by: Person,
    review: Review,
    with_whom: str,
    held_on: date,
    held_by_whom: str,
    notes: str,
    checked_back_on: date | None = None,
    number: int | None = None,
) -> Conversation:
    """Keep the notes of a conversation. Without a number it gets the next one of the review."""
    _checked(with_whom, held_by_whom, notes)
    _in_order(held_on, checked_back_on)
    with act("noted_conversation", by=by, on=review, needs=Can.KEEP_CONVERSATIONS) as doing:
        Review.objects.select_for_update().get(pk=review.pk)
        return doing.made(
            Conversation.objects.create(
                review=review,
                number=number or _next(review),
                with_whom=with_whom.strip(),
                held_on=held_on,
                held_by_whom=held_by_whom.strip(),
                notes=notes,
                checked_back_on=checked_back_on,
                noted_at=timezone.now(),
                noted_by=by.username,
            )
        )


def correct_conversation(
    *,
    by: Person,
    conversation: Conversation,
    notes: str,
    checked_back_on: date | None,
    why: str,
    version: int | None = None,
) -> None:
    """Other words from now on, or the day they were agreed. The words before stay beside them."""
    _checked(conversation.with_whom, conversation.held_by_whom, notes)
    _in_order(conversation.held_on, checked_back_on)
    if not why.strip():
        raise Trouble("Notes are corrected with a reason.", do="Say why in a sentence.")
    with act(
        "corrected_conversation",
        by=by,
        on=conversation,
        needs=Can.KEEP_CONVERSATIONS,
        why=why,
        version=version,
    ):
        held = Conversation.objects.select_for_update().get(pk=conversation.pk)
        _stands(held)
        if notes != held.notes:
            was = {"notes": held.notes, "by": by.username, "at": timezone.now().isoformat(), "why": why}
            held.earlier = [*held.earlier, was]
        held.notes, held.checked_back_on = notes, checked_back_on
        held.save(update_fields=("notes", "checked_back_on", "earlier"))


def withdraw_conversation(*, by: Person, conversation: Conversation, why: str) -> None:
    if not why.strip():
        raise Trouble("A conversation is withdrawn with a reason.", do="Say why in a sentence.")
    with act("withdrew_conversation", by=by, on=conversation, needs=Can.KEEP_CONVERSATIONS, why=why):
        held = Conversation.objects.select_for_update().get(pk=conversation.pk)
        _stands(held)
        held.save(update_fields=held.mark_withdrawn(by, why))


def put_conversation_back(*, by: Person, conversation: Conversation) -> None:
    """Undo the withdrawal."""
    with act("put_conversation_back", by=by, on=conversation, needs=Can.KEEP_CONVERSATIONS):
        held = Conversation.objects.select_for_update().get(pk=conversation.pk)
        if held.stands:
            raise Trouble("This conversation is not withdrawn.", do="Look at it again.")
        held.withdrawn_at, held.withdrawn_by, held.withdrawn_why = None, "", ""
        held.save(update_fields=("withdrawn_at", "withdrawn_by", "withdrawn_why"))


def _next(review: Review) -> int:
    last: int = Conversation.objects.filter(review=review).aggregate(Max("number"))["number__max"] or 0
    return last + 1


def _checked(with_whom: str, held_by_whom: str, notes: str) -> None:
    if not (with_whom.strip() and held_by_whom.strip() and notes.strip()):
        raise Trouble(
            "A conversation is with somebody, held by somebody, and has notes.",
            do="Say with whom by role, who held it, and what was said.",
        )


def _in_order(held_on: date, checked_back_on: date | None) -> None:
    if checked_back_on is not None and checked_back_on < held_on:
        raise Trouble(
            "The notes cannot be checked back before the conversation was held.",
            do="Give a day on or after the day of the conversation.",
        )


def _stands(conversation: Conversation) -> None:
    if not conversation.stands:
        raise Trouble("This conversation is withdrawn.", do="Put it back first.")
