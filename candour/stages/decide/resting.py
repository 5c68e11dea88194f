"""What rests on a decision, so that it can no longer be taken back."""

from __future__ import annotations

from candour.stages.decide.models import Decision

SAID = {"challenge": "the national body has answered it", "commission": "a review was commissioned from it"}


def rests_on(decision: Decision) -> str:
    """In words, or nothing. Whatever table points at a decision counts, without being imported here."""
    for relation in decision._meta.related_objects:
        rows = relation.related_model._default_manager.filter(**{relation.field.name: decision})
        if rows.exists():
            word = relation.related_model._meta.model_name
            return SAID.get(str(word), f"a {relation.related_model._meta.verbose_name} rests on it")
    return ""
