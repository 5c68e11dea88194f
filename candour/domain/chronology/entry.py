"""Entry: one agency's account. Event: what entries are about. Telling: one agency telling another."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from candour.domain.moments import Moment
from candour.domain.returns.tables import Place


class Status(StrEnum):
    """What the return says about a telling."""

    TOLD = "told"
    JOINT = "joint"
    IMPLIED = "implied"
    UNCLEAR = "unclear"
    DISPUTED = "disputed"
    NOT_TOLD = "not_told"


class Kind(StrEnum):
    ENTRY = "entry"
    GAP_STATEMENT = "gap_statement"
    """A row in which the agency says that it had no contact over a time."""


@dataclass(frozen=True, slots=True)
class Telling:
    """Somebody named in a "told" column. `agency` is None where the name matches none: never guessed."""

    name: str
    agency: str | None
    on: Moment | None
    status: Status

    def as_json(self) -> dict[str, Any]:
        on = self.on.as_json() if self.on else None
        return {"name": self.name, "agency": self.agency, "on": on, "status": str(self.status)}

    @classmethod
    def from_json(cls, shape: Mapping[str, Any]) -> Telling:
        on = Moment.from_json(shape["on"]) if shape["on"] else None
        return cls(shape["name"], shape["agency"], on, Status(shape["status"]))


@dataclass(frozen=True, slots=True)
class Entry:
    """One agency's account of something, as its return gives it, with the place it came from.

    `when` is always placed. `cells` holds every cell of the row as written, by its heading.
    `flags` are short words about the row (the moment's own flags are on `when`); `sequence` is the
    agency's own number for the row, where it gives one.
    """

    id: str
    agency: str
    place: Place
    when: Moment
    event: str
    recorded: Moment | None = None
    kind: Kind = Kind.ENTRY
    action: str = ""
    role: str = ""
    people: tuple[str, ...] = ()
    told: tuple[Telling, ...] = ()
    source: str = ""
    cells: Mapping[str, str] = field(default_factory=dict)
    flags: tuple[str, ...] = ()
    sequence: float | None = None

    def as_json(self) -> dict[str, Any]:
        return {
            "id": self.id,
            "agency": self.agency,
            "place": self.place.as_json(),
            "when": self.when.as_json(),
            "recorded": self.recorded.as_json() if self.recorded else None,
            "kind": str(self.kind),
            "event": self.event,
            "action": self.action,
            "role": self.role,
            "people": list(self.people),
            "told": [one.as_json() for one in self.told],
            "source": self.source,
            "cells": dict(self.cells),
            "flags": list(self.flags),
            "sequence": self.sequence,
        }

    @classmethod
    def from_json(cls, shape: Mapping[str, Any]) -> Entry:
        return cls(
            id=shape["id"],
            agency=shape["agency"],
            place=Place(**shape["place"]),
            when=Moment.from_json(shape["when"]),
            recorded=Moment.from_json(shape["recorded"]) if shape["recorded"] else None,
            kind=Kind(shape["kind"]),
            event=shape["event"],
            action=shape["action"],
            role=shape["role"],
            people=tuple(shape["people"]),
            told=tuple(Telling.from_json(one) for one in shape["told"]),
            source=shape["source"],
            cells=shape["cells"],
            flags=tuple(shape["flags"]),
            sequence=shape.get("sequence"),
        )


@dataclass(frozen=True, slots=True)
class Event:
    """What several entries seem to tell of. Proposed by us, never merged: each account stays as it is."""

    id: str
    entries: tuple[str, ...]
    state: str = "proposed"

    def as_json(self) -> dict[str, Any]:
        return {"id": self.id, "entries": list(self.entries), "state": self.state}


@dataclass(frozen=True, slots=True)
class Chronology:
    """Every agency's entries in order of time, and the events proposed between them."""

    agencies: tuple[str, ...]
    entries: tuple[Entry, ...]
    events: tuple[Event, ...] = ()

    def as_json(self) -> dict[str, Any]:
        """The shape of integrated.json in docs/reference/interfaces.md."""
        return {
            "version": 1,
            "agencies": list(self.agencies),
            "entries": [entry.as_json() for entry in self.entries],
            "events": [event.as_json() for event in self.events],
        }

    @classmethod
    def from_json(cls, shape: Mapping[str, Any]) -> Chronology:
        """Read integrated.json back. Raises KeyError or ValueError where the shape is another."""
        events = tuple(Event(e["id"], tuple(e["entries"]), e["state"]) for e in shape["events"])
        return cls(tuple(shape["agencies"]), tuple(Entry.from_json(e) for e in shape["entries"]), events)
