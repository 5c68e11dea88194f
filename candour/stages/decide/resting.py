"""What rests on a decision, so that it can no longer be taken back."""

from __future__ import annotations

from candour.stages.decide.models import Challenge, Decision, Direction

SAID = {
    "challenge": "the national body has answered it",
    "direction": "the national body has directed a review",
    "commission": "a review was commissioned from it",
}


def rests_on(decision: Decision) -> str:
    """In words, or nothing. Whatever table points at a decision counts, without being imported here."""
    for relation in decision._meta.related_objects:
        rows = relation.related_model._default_manager.filter(**{relation.field.name: decision})
        if rows.exists():
            word = relation.related_model._meta.model_name
            return SAID.get(str(word), f"a {relation.related_model._meta.verbose_name} rests on it")
    return ""


def said_since_reply(said: Challenge | Direction) -> bool:
    """Whether the national body said more after the board's reply, and so may have rested it on that."""
    if said.replied_at is None:
        return False
    later = {"decision": said.decision_id, "made_at__gt": said.replied_at, "taken_back_at": None}
    return any(table.objects.filter(**later).exists() for table in (Challenge, Direction))
