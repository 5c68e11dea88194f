"""What rests on a decision, or on its being reopened, so that it can no longer be taken back."""

from __future__ import annotations

from candour.stages.decide.law import regime_of
from candour.stages.decide.models import Challenge, Decision, Direction
from candour.stages.decide.tree_picture import lowered

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


def changed_since_reopened(decision: Decision) -> str:
    """In words, or nothing. A decision that stood again beside it would claim to rest on it."""
    notification, at = decision.notification, decision.reopened_at
    if at is None:
        return ""
    answered = notification.test_answers.filter(answered_at__gt=at).values_list("fact", flat=True)
    if answered:
        regime = regime_of(notification)
        short = {fact.name: lowered(fact.short) for fact in regime.facts} if regime else {}
        named = ", ".join(short.get(one, one) for one in answered)
        return f"a test was answered anew since ({named})"
    if notification.recommendations.filter(recorded_at__gt=at, withdrawn_at=None).exists():
        return "a recommendation was recorded since"
    return ""


def said_since_reply(said: Challenge | Direction) -> bool:
    """Whether the national body said more after the board's reply, and so may have rested it on that."""
    if said.replied_at is None:
        return False
    later = {"decision": said.decision_id, "made_at__gt": said.replied_at, "taken_back_at": None}
    return any(table.objects.filter(**later).exists() for table in (Challenge, Direction))
