"""Declared pauses: of publication or of learning, each on its own; a clock heeds those its law names."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from candour.domain.moments.spoken import spoken_day


class Stops(StrEnum):
    """What a pause holds up. Publication often waits for a court; learning seldom has to."""

    PUBLICATION = "publication"
    LEARNING = "learning"


@dataclass(frozen=True, slots=True)
class Pause:
    """Days that do not count, both ends among them. Without an `end` it still lasts."""

    stops: Stops
    start: date
    end: date | None
    why: str = ""

    def holds(self, day: date) -> bool:
        """Whether the day is among those paused."""
        return self.start <= day and (self.end is None or day <= self.end)

    @property
    def in_words(self) -> str:
        """ "Paused", with the reason where one was given: why a day was skipped."""
        return f"Paused: {self.why}" if self.why else "Paused"


@dataclass(frozen=True, slots=True)
class Stopped:
    """A clock that stands still since a day; `left` days of the kind it counts were left, that one too."""

    since: date
    why: str
    left: int
    skipped: tuple[tuple[date, str], ...] = ()

    @property
    def in_words(self) -> str:
        return f"Paused since {spoken_day(self.since)}"


def heeded(pauses: Iterable[Pause], stopped_by: Iterable[str]) -> tuple[Pause, ...]:
    """The pauses that stop a clock whose law says that it is `stopped_by` these."""
    named = {Stops(one) for one in stopped_by}
    return tuple(sorted((one for one in pauses if one.stops in named), key=lambda one: one.start))
