"""Does anything rest on an entry? Asked of whatever points at it, so that later stages need not be known."""

from __future__ import annotations

from candour.stages.chronology.models import Entry, UnplacedRow

NO_LONGER = {"withdrawn_at", "parted_at"}


def what_rests_on(entry: Entry) -> list[str]:
    """Words for each row of another table that points at the entry and is neither withdrawn nor parted."""
    found = []
    for relation in Entry._meta.related_objects:
        model = relation.related_model
        if model is UnplacedRow:
            continue
        rows = model._default_manager.filter(**{relation.field.name: entry})
        for field in model._meta.fields:
            if field.name in NO_LONGER:
                rows = rows.filter(**{field.name: None})
        found += [f"{model._meta.verbose_name} {row}" for row in rows[:5]]
    return found
