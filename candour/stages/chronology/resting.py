"""Does anything rest on an entry? Asked of whatever points at it, so that later stages need not be known."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from django.db.models import QuerySet

from candour.stages.chronology.models import Entry, UnplacedRow

NO_LONGER = {"withdrawn_at", "parted_at"}


def what_rests_on(entry: Entry) -> list[str]:
    """Words for each row of another table that points at the entry and is neither withdrawn nor parted."""
    found = []
    for name, rows in _pointing():
        found += [_said(row) for row in rows.filter(**{name: entry})[:5]]
    return found


def what_rests_on_each(entries: QuerySet[Entry]) -> dict[int, dict[str, str]]:
    """The same for many entries, by their keys in the table; in a few questions, however many they are.

    Each is words by the row that rests there, called so that it can be known again: "analysis.episode 3".
    """
    found: dict[int, dict[str, str]] = defaultdict(dict)
    for name, rows in _pointing():
        pairs = list(rows.filter(**{f"{name}__in": entries.order_by().values("pk")}).values_list("pk", name))
        there = rows.in_bulk({pk for pk, _ in pairs})
        for pk, entry in pairs:
            found[entry][f"{rows.model._meta.label_lower} {pk}"] = _said(there[pk])
    return dict(found)


def _pointing() -> Iterator[tuple[str, Any]]:
    """The rows that stand of each table that points at entries, and by which field."""
    for relation in Entry._meta.related_objects:
        model = relation.related_model
        if model is not UnplacedRow:
            no_longer = {field.name: None for field in model._meta.fields if field.name in NO_LONGER}
            yield relation.field.name, model._default_manager.filter(**no_longer)


def _said(row: Any) -> str:
    """By the name of its table, unless it begins with that itself: "Episode 3: The visit"."""
    name, said = str(row._meta.verbose_name), str(row)
    return said if said.casefold().startswith(name) else f"{name} {said}"
