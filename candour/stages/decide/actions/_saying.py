"""Parts of acts between the national body and a board: what may still be said, and what is taken back."""

from __future__ import annotations

from django.utils import timezone

from candour.domain.moments.spoken import spoken_day
from candour.domain.trouble import Trouble
from candour.kernel.people.models import Person
from candour.stages.decide.models import Challenge, Decision, DecisionOutcome, Direction


def still_stands(decision: Decision) -> None:
    """Raises Trouble where the decision was reopened. Whoever says something next waits for this one."""
    now = Decision.objects.select_for_update().get(pk=decision.pk)
    if now.stands_for_id is None:
        raise Trouble("This decision was reopened and no longer stands.", do="Find the one that stands.")


def not_a_review(decision: Decision) -> None:
    """Raises Trouble where the board decided to review itself."""
    if decision.outcome == DecisionOutcome.REVIEW:
        raise Trouble("The board decided to hold a review.", do="Nothing is left to direct.")


def in_words(words: str) -> None:
    """Raises Trouble where no reason is given."""
    if not words.strip():
        raise Trouble("No words are given.", do="Say it in words: the board reads them as they stand.")


def take_back(said: Challenge | Direction, by: Person) -> None:
    """Mark it as taken back. Raises Trouble where it was before, or the board has replied."""
    if said.taken_back_at is not None:
        raise Trouble("This was taken back.", do="Nothing is left to undo.")
    if said.replied_on is not None:
        raise Trouble(
            f"The board replied to this on {spoken_day(said.replied_on)}, so it stands.",
            do="Say something more under the decision.",
        )
    said.taken_back_at, said.taken_back_by = timezone.now(), by.username
    said.save(update_fields=["taken_back_at", "taken_back_by"])
