"""How an entry stands, field by field, so that what a corrected return did to it can be undone exactly."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from candour.stages.chronology.models import Entry
from candour.stages.chronology.returns.naming import Place

ENTRY_FIELDS = (
    *("in_return_id", "part", "row", "body", "earliest", "latest"),
    *("placed_at", "placed_by", "withdrawn_at", "withdrawn_by", "withdrawn_why"),
)
_TIMES = {"earliest", "latest", "placed_at", "withdrawn_at"}


@dataclass(slots=True)
class TakenOver:
    """The ids that rows bring from the return which another corrects, and how the entries stood before."""

    ids: Mapping[Place, str]
    stood: dict[str, dict[str, Any]] = field(default_factory=dict)


def as_it_stands(entry: Entry) -> dict[str, Any]:
    """Every field that a reading may write."""
    return {name: getattr(entry, name) for name in ENTRY_FIELDS}


def what_was_other(before: Mapping[str, Any], now: Mapping[str, Any]) -> dict[str, Any]:
    """Of the fields that were changed, what they were; of the body only the parts that were."""
    other = {name: was for name, was in before.items() if was != now[name]}
    if "body" in other:
        other["body"] = {part: was for part, was in other["body"].items() if was != now["body"].get(part)}
    return {name: was.isoformat() if isinstance(was, datetime) else was for name, was in other.items()}


def save_again(entries: Iterable[Entry]) -> None:
    """Write these fields of entries that are there, many in a statement: bulk_update is ten times slower."""
    Entry.objects.bulk_create(
        entries, batch_size=500, update_conflicts=True, unique_fields=["id"], update_fields=[*ENTRY_FIELDS]
    )


def stand_as_before(entry: Entry, was: Mapping[str, Any]) -> None:
    """Put the fields back. To be saved by the caller."""
    for name, value in was.items():
        if name == "body":
            entry.body = {**entry.body, **value}
        else:
            setattr(entry, name, datetime.fromisoformat(value) if name in _TIMES and value else value)
