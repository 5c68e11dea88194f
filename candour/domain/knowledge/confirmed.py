"""Confirmed events: that one happened is known to whoever holds an account of it, never another's words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from candour.domain.chronology.entry import Entry, Event
from candour.domain.knowledge.since import Since, first_of
from candour.domain.knowledge.standing import Certainty, How, Knowing

CONFIRMED = "confirmed"
"""The state of an event that a person has confirmed. A proposed one gives nothing, whatever its score."""

STRENGTH = (Certainty.SURE, Certainty.POSSIBLE, Certainty.DISPUTED)


@dataclass(frozen=True, slots=True)
class EventKnown:
    """A confirmed event as known to an agency on a day: that it happened, and nothing else.

    `through` are the accounts of it that the agency held or was told of. `others` are accounts that
    their own agency may have held by the day and whose words had in no way reached this one; of those
    in `unclear` the returns do not make plain whether they had.
    """

    agency: str
    event: Event
    certainty: Certainty
    since: Since
    through: tuple[Entry, ...]
    others: tuple[Entry, ...]
    unclear: tuple[Entry, ...] = ()

    @property
    def how(self) -> How:
        return How.CONFIRMED_EVENT

    @property
    def why(self) -> str:
        held = " and ".join(f"{one.place}" for one in self.through)
        said = [f"{self.agency} knew of this event from {_accounts(len(self.through))} of it ({held})."]
        if self.others:
            whose = ", ".join(sorted({one.agency for one in self.others}))
            tell = "tells" if len(self.others) == 1 else "tell"
            said.append(
                f"A person has confirmed that {_accounts(len(self.others), more=True)}, of {whose}, {tell} of"
                f" the same event. No return shows the words of {whose} reaching {self.agency}."
            )
        if self.unclear:
            count = _accounts(len(self.unclear), more=True)
            said.append(
                f"Of {count} of it the returns do not make clear whether the words reached {self.agency}."
            )
        return " ".join(said)

    def as_json(self) -> dict[str, Any]:
        return {
            "id": self.event.id,
            "how": str(self.how),
            "certainty": str(self.certainty),
            **self.since.as_json(),
            "through": [one.id for one in self.through],
            "other_accounts": [one.id for one in self.others],
            "why": self.why,
        }


@dataclass(frozen=True, slots=True)
class Confirmed:
    """A confirmed event with those of its accounts that are in the chronology, in its order."""

    event: Event
    accounts: tuple[Entry, ...]


def confirmed_events(entries: Sequence[Entry], events: Iterable[Event]) -> Iterator[Confirmed]:
    """Every confirmed event of which two accounts or more stand; one that was withdrawn tells nothing."""
    by_id = {entry.id: entry for entry in entries}
    for event in events:
        accounts = tuple(by_id[one] for one in dict.fromkeys(event.entries) if one in by_id)
        if event.state == CONFIRMED and len(accounts) > 1:
            yield Confirmed(event, accounts)


def event_known(
    agency: str,
    event: Event,
    known: Sequence[Knowing],
    others: Sequence[Entry],
    unclear: Sequence[Entry] = (),
) -> EventKnown | None:
    """What of an event an agency knew. `known` are the accounts that had reached it, `others` not.

    None where it knew no account, or where there was no other account yet: then there is no event to know.
    """
    if not known or len(known) + len(others) + len(unclear) < 2:
        return None
    certainty = min((each.certainty for each in known), key=STRENGTH.index)
    strongest = [each for each in known if each.certainty is certainty]
    since = first_of([each.since for each in strongest])
    through = tuple(each.entry for each in strongest)
    return EventKnown(agency, event, certainty, since, through, tuple(others), tuple(unclear))


def _accounts(count: int, *, more: bool = False) -> str:
    said = "one" if count == 1 else str(count)
    return f"{said}{' more' if more else ''} account{'' if count == 1 else 's'}"
