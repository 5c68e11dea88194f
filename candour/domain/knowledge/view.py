"""The view from the tunnel: what an agency, or one role within it, could have seen at a moment."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from candour.domain.agencies import fold_name
from candour.domain.chronology.entry import Entry
from candour.domain.knowledge.confirmed import EventKnown
from candour.domain.knowledge.index import Knowledge
from candour.domain.knowledge.standing import CannotSay, Knowing, Standing
from candour.domain.knowledge.told_already import held_of

ROLES = re.compile(r"[;\n]")
"""Several roles in one cell stand apart by these."""


@dataclass(frozen=True, slots=True)
class View:
    """The chronology as it could have been seen at the end of a day; nothing of later is in it.

    `role` is empty for the agency as a whole. `other_roles` counts its own entries, seen by the day, that
    stand under other roles or none: whether this role could see them no return says. `fenced` counts the
    entries of the chronology that had not reached the agency by the day. `told_already` are rows of its
    own that it told another of by the day, and that are not surely known by their date or recording.
    """

    agency: str
    role: str
    on: date
    seen: tuple[Standing, ...]
    events: tuple[EventKnown, ...]
    other_roles: int
    fenced: int
    told_already: tuple[Knowing, ...] = ()

    @property
    def held(self) -> tuple[Standing, ...]:
        """Each row once, with what had been told already."""
        return held_of(self.seen, self.told_already)

    @property
    def known(self) -> tuple[Knowing, ...]:
        return tuple(one for one in self.seen if isinstance(one, Knowing))

    @property
    def cannot_say(self) -> tuple[CannotSay, ...]:
        return tuple(one for one in self.seen if isinstance(one, CannotSay))

    def as_json(self) -> dict[str, Any]:
        """The shape of what is known, with the role and two counts beside it."""
        return {
            "agency": self.agency,
            "role": self.role,
            "on": self.on.isoformat(),
            "entries": [one.as_json() for one in self.known],
            "cannot_say": [one.as_json() for one in self.cannot_say],
            "events": [one.as_json() for one in self.events],
            "other_roles": self.other_roles,
            "fenced": self.fenced,
            "told_already": [one.as_json() for one in self.told_already],
        }


def view_of(knowledge: Knowledge, agency: str, on: date, role: str = "") -> View:
    """What had reached an agency by the end of a day, in order of the first day on which it may have.

    With a role: the agency's entries under that role, and all that the agency was told. A return says
    that an agency was told and seldom whom in it, so what was told stands in the view of every role.
    """
    standings, told = knowledge.standings(agency, on), knowledge.told_already(agency, on)
    come = {one.entry.id: one.entry for one in (*standings, *told)}
    there = {id_ for id_, entry in come.items() if _in_view(entry, agency, role)}
    events = knowledge.events_known(agency, on)
    return View(
        agency,
        role,
        on,
        tuple(one for one in standings if one.entry.id in there),
        tuple(one for one in events if any(each.id in there for each in one.through)),
        len(come) - len(there),
        len(knowledge.chronology.entries) - len(come),
        tuple(one for one in told if one.entry.id in there),
    )


def roles_of(entries: Iterable[Entry], agency: str) -> tuple[str, ...]:
    """The roles under which an agency's entries stand, one spelling each, in order of the alphabet."""
    found: dict[str, str] = {}
    for entry in entries:
        if entry.agency == agency:
            for role in _roles(entry):
                found.setdefault(fold_name(role), role)
    return tuple(sorted(found.values(), key=str.casefold))


def _in_view(entry: Entry, agency: str, role: str) -> bool:
    if not role or entry.agency != agency:
        return True
    return fold_name(role) in {fold_name(one) for one in _roles(entry)}


def _roles(entry: Entry) -> list[str]:
    return [words for one in ROLES.split(entry.role) if (words := " ".join(one.split())) and fold_name(words)]
