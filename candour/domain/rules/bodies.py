"""Who watches over the decision: national bodies over time, what each may do, and who must be told."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Can(StrEnum):
    """What a national body may do about a decision."""

    ADVISE = "advise"
    DISAGREE = "disagree"
    RUN_ITS_OWN = "run_its_own"
    DIRECT = "direct"


@dataclass(frozen=True, slots=True)
class Power:
    """Something a body may do about a decision, in one sentence.

    Where the section that gives it is not in force, `in_force` is False: it is shown and gives no power.
    """

    name: str
    who: str
    sentence: str
    citation: str
    verified: bool
    in_force: bool = True
    in_force_from: date | None = None
    in_force_to: date | None = None

    def in_force_on(self, day: date) -> bool:
        """Whether it gives power on a day; the last day is among them."""
        return self.in_force and _holds(self.in_force_from, self.in_force_to, day)


@dataclass(frozen=True, slots=True)
class Body:
    """A national body, and its days; the one that follows it is another row."""

    name: str
    title: str
    in_force_from: date | None
    in_force_to: date | None
    says: str
    citation: str
    verified: bool

    def in_being_on(self, day: date) -> bool:
        return _holds(self.in_force_from, self.in_force_to, day)


@dataclass(frozen=True, slots=True)
class Told:
    """Somebody who must be told; `clock` names the clock by which, where the law gives one."""

    to: str
    when: str
    clock: str
    citation: str
    verified: bool


def _holds(first: date | None, last: date | None, day: date) -> bool:
    """Whether a day lies from the first to the last, either of which may be open."""
    return (first is None or first <= day) and (last is None or day <= last)
