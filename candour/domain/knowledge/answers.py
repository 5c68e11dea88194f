"""What is answered of a day: what an agency knew, what another lacked, and of which events it knew."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from candour.domain.chronology.entry import Status
from candour.domain.knowledge.because import lacking_because
from candour.domain.knowledge.confirmed import EventKnown
from candour.domain.knowledge.since import since_told, spoken_day
from candour.domain.knowledge.standing import CannotSay, Certainty, Knowing, Standing
from candour.domain.knowledge.told_already import held_of


@dataclass(frozen=True, slots=True)
class Known:
    """What reached an agency by the end of a day, in the order in which it may first have done so.

    `events` are confirmed events of which it knew that they happened. `unmatched_names` were told of
    something by the day and match no agency: any of them may be this one, and none is guessed to be.
    `told_already` are entries of its own that it surely told another of by the day, though by their own
    date or recording they are not surely known yet: who tells of a thing holds it by then.
    """

    agency: str
    on: date
    entries: tuple[Knowing, ...]
    cannot_say: tuple[CannotSay, ...]
    events: tuple[EventKnown, ...] = ()
    unmatched_names: tuple[str, ...] = ()
    told_already: tuple[Knowing, ...] = ()

    @property
    def held(self) -> tuple[Standing, ...]:
        """Each entry once, with what it had told already, and what we cannot say."""
        return held_of((*self.entries, *self.cannot_say), self.told_already)

    def of(self, certainty: Certainty) -> tuple[Knowing, ...]:
        return tuple(one for one in self.entries if one.certainty is certainty)

    def as_json(self) -> dict[str, Any]:
        return {
            "agency": self.agency,
            "on": self.on.isoformat(),
            "entries": [one.as_json() for one in self.entries],
            "cannot_say": [one.as_json() for one in self.cannot_say],
            "events": [one.as_json() for one in self.events],
            "unmatched_names": list(self.unmatched_names),
            "told_already": [one.as_json() for one in self.told_already],
        }


@dataclass(frozen=True, slots=True)
class HeldOfEvent:
    """An entry surely held, whose words had not reached the other, while the other knew of its event."""

    held: Knowing
    event: EventKnown

    @property
    def why(self) -> str:
        return f"{self.event.why} This account was surely held {_since_when(self.held)}."

    def as_json(self) -> dict[str, Any]:
        return _with_held_since(self.held) | {
            "event": self.event.event.id,
            "event_certainty": str(self.event.certainty),
            "event_through": [one.id for one in self.event.through],
            "lacked_why": self.why,
        }


@dataclass(frozen=True, slots=True)
class Lacked:
    """What one agency surely held on a day and another in no way did; the longest held first.

    `cannot_say` are entries surely held of which the returns do not make clear whether they got across.
    `of_known_events` are accounts of a confirmed event that the other knew of: their words had not
    reached it, and still it is not said to have lacked them.
    `told_already` are entries of the other's own that it told the agency of, and recorded after the day.
    """

    agency: str
    on: date
    lacked_by: str
    entries: tuple[Knowing, ...]
    cannot_say: tuple[CannotSay, ...]
    of_known_events: tuple[HeldOfEvent, ...] = ()
    told_already: tuple[Knowing, ...] = ()

    def why_lacked(self, one: Knowing) -> str:
        """The silence of the returns, or the word of the one that says it did not tell."""
        not_told = any(
            telling.agency == self.lacked_by
            and telling.status is Status.NOT_TOLD
            and since_told(one.entry, telling).possible_by(self.on)
            for telling in one.entry.told
        )
        return lacking_because(one.entry, self.lacked_by, said_not_told=not_told)

    def as_json(self) -> dict[str, Any]:
        return {
            "agency": self.agency,
            "on": self.on.isoformat(),
            "lacked_by": self.lacked_by,
            "entries": [self._entry_as_json(one) for one in self.entries],
            "cannot_say": [one.as_json() for one in self.cannot_say],
            "of_known_events": [one.as_json() for one in self.of_known_events],
            "told_already": [_with_held_since(one) for one in self.told_already],
        }

    def _entry_as_json(self, one: Knowing) -> dict[str, Any]:
        return _with_held_since(one) | {"lacked_why": self.why_lacked(one)}


def _with_held_since(one: Knowing) -> dict[str, Any]:
    """`held_since` is the day from which the entry was surely held."""
    shape = one.as_json()
    return shape | {"held_since": shape["since_latest"]}


def _since_when(one: Knowing) -> str:
    return f"since {spoken_day(one.since.latest)}" if one.since.latest else "at a time not known"
