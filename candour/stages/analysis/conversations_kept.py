"""The conversations of a review for whoever may read them, and what holds them back."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from django.urls import reverse

from candour.kernel.people.models import Person
from candour.kernel.reviews.models import Review
from candour.stages.analysis.models import Conversation, Episode, Finding
from candour.stages.chronology.returns.place import Place, place_in
from candour.stages.commission.held_back import Waiting, waiting_in
from candour.stages.commission.models import HeldBack


@dataclass(frozen=True, slots=True)
class Earlier:
    """A wording that was corrected: who corrected it, when and why."""

    notes: str
    by: str
    at: datetime
    why: str


def conversations_of(review: Review, viewer: Person) -> Any:
    return Conversation.objects.visible_to(viewer).filter(review=review)


def conversation_at(request: HttpRequest, review: Review, nth: int) -> Conversation:
    viewer: Any = request.user
    found: Conversation = get_object_or_404(
        conversations_of(review, viewer).select_related("review"), number=nth
    )
    return found


def earlier_of(conversation: Conversation) -> list[Earlier]:
    """Its wordings before each correction, the latest first."""
    return [
        Earlier(one["notes"], one["by"], datetime.fromisoformat(one["at"]), one["why"])
        for one in reversed(conversation.earlier)
    ]


def drawn_on_by(conversation: Conversation) -> tuple[list[Episode], list[Finding]]:
    """The episodes and findings that stand and say that they draw on it."""
    review, number = conversation.review, conversation.number
    episodes = Episode.objects.filter(review=review, withdrawn_at=None)
    findings = Finding.objects.filter(review=review, withdrawn_at=None)
    return (
        [one for one in episodes if number in one.conversations],
        [one for one in findings if number in one.conversations],
    )


def held_back(review: Review, viewer: Person, day: date) -> list[Waiting]:
    return [one for one in waiting_in(review, viewer, day) if one.what is HeldBack.CONVERSATIONS]


def place_of_conversations(review: Review, viewer: Person, *steps: tuple[str, str]) -> Place:
    address = reverse("analysis:conversations", args=[review.in_address])
    return place_in(review, viewer, ("Conversations", address if steps else ""), *steps)


def place_of_conversation(one: Conversation, viewer: Person, *steps: tuple[str, str]) -> Place:
    own = (str(one), address_of_conversation(one) if steps else "")
    return place_of_conversations(one.review, viewer, own, *steps)


def address_of_conversation(one: Conversation) -> str:
    return reverse("analysis:conversation", args=[one.review.in_address, one.number])
