"""What a finding says it rests on: factors, the episodes they were seen in, and the entries that carry it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from candour.domain.thread.words import State


class Outside(StrEnum):
    """Whether something outside the case says that a pattern is underlying."""

    SHOWN = "shown"
    NOT_KNOWN = "not known"
    """It was looked for or thought about, and the finding says that nothing is known."""
    MISSING = "missing"


@dataclass(frozen=True, slots=True)
class Carried:
    """An entry that carries a finding: whose it is, its words in short, and where its row stands."""

    id: str
    agency: str
    title: str
    place: str
    state: State


@dataclass(frozen=True, slots=True)
class EpisodeOf:
    """An episode, and the ids of the entries in it. One that is withdrawn is shown and carries nothing."""

    id: str
    title: str
    entries: frozenset[str]
    stands: bool = True


@dataclass(frozen=True, slots=True)
class FactorOf:
    """Something that contributed, and the ids of the episodes it was seen in."""

    id: str
    title: str
    episodes: frozenset[str]
    stands: bool = True


@dataclass(frozen=True, slots=True)
class EventOf:
    """An event that a person confirmed, and the ids of the entries that are accounts of it."""

    id: str
    title: str
    entries: frozenset[str]


@dataclass(frozen=True, slots=True)
class Claim:
    """A finding with everything it says it rests on. Ids are each other's within a kind."""

    id: str
    headline: str
    factors: tuple[FactorOf, ...] = ()
    episodes: tuple[EpisodeOf, ...] = ()
    carried: tuple[Carried, ...] = ()
    events: tuple[EventOf, ...] = ()
    outside: Outside = Outside.MISSING
    reach_has_source: bool = False
    """Whether how far it reaches is given with its source, or said to be not known."""
    questions: tuple[str, ...] = ()

    @property
    def counted(self) -> tuple[Carried, ...]:
        """The entries that still carry it: those not withdrawn."""
        return tuple(one for one in self.carried if one.state is not State.WITHDRAWN)

    @property
    def agencies(self) -> tuple[str, ...]:
        """Whose entries still carry it, in the alphabet's order."""
        return tuple(sorted({one.agency for one in self.counted}))
