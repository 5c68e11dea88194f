"""Does anything rest on an entry? Asked of whatever points at it, so that later stages need not be known."""

from __future__ import annotations

from candour.stages.chronology.models import Entry, UnplacedRow


def what_rests_on(entry: Entry) -> list[str]:
    """Words for each row of another table that points at the entry and is not withdrawn."""
    found = []
    for relation in Entry._meta.related_objects:
        model = relation.related_model
        if model is UnplacedRow:
            continue
        rows = model._default_manager.filter(**{relation.field.name: entry})
        if any(field.name == "withdrawn_at" for field in model._meta.fields):
            rows = rows.filter(withdrawn_at=None)
        found += [f"{model._meta.verbose_name} {row}" for row in rows[:5]]
    return found
