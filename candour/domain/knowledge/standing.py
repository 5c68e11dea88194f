"""How one entry stands with one agency on a day: surely known, possibly, disputed, or we cannot say."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Any

from candour.domain.chronology.entry import Entry, Status, Telling
from candour.domain.knowledge.because import own_entry_because, telling_because
from candour.domain.knowledge.since import Since, first_of, since_own, since_told


class How(StrEnum):
    OWN_ENTRY = "own_entry"
    TOLD = "told"
    TOLD_OTHERS = "told_others"
    """Of an agency's own entry that it told another of before it is surely known otherwise."""
    CONFIRMED_EVENT = "confirmed_event"
    """Of an event, never of an entry: it gives that something happened, and no words."""


class Certainty(StrEnum):
    SURE = "sure"
    POSSIBLE = "possible"
    DISPUTED = "disputed"


PLAIN = (Status.TOLD, Status.JOINT)

LADDER: tuple[tuple[Status, ...], ...] = (PLAIN, (Status.IMPLIED,), (Status.DISPUTED,), (Status.UNCLEAR,))
"""What a return may say of a telling, the strongest first. The strongest heard by a day gives the answer,
so that a further telling never takes knowledge away. "Not told" gives nothing, and so has no rung."""


@dataclass(frozen=True, slots=True)
class Receipt:
    """One way in which an entry may have reached an agency: its own entry (no telling), or a telling."""

    entry: Entry
    telling: Telling | None
    since: Since

    @classmethod
    def own(cls, entry: Entry) -> Receipt:
        return cls(entry, None, since_own(entry))

    @classmethod
    def told(cls, entry: Entry, telling: Telling) -> Receipt:
        return cls(entry, telling, since_told(entry, telling))

    @property
    def how(self) -> How:
        return How.OWN_ENTRY if self.telling is None else How.TOLD

    @property
    def status(self) -> Status:
        return Status.TOLD if self.telling is None else self.telling.status


@dataclass(frozen=True, slots=True)
class Knowing:
    """An entry as known to an agency on a day. `heard` is every way in which it may have come by then."""

    entry: Entry
    how: How
    certainty: Certainty
    since: Since
    heard: tuple[Receipt, ...]

    @property
    def why(self) -> str:
        return _because(self.heard, sure=self.certainty is Certainty.SURE)

    def as_json(self) -> dict[str, Any]:
        return {
            "id": self.entry.id,
            "how": str(self.how),
            "certainty": str(self.certainty),
            **self.since.as_json(),
            "place": self.entry.place.as_json(),
            "why": self.why,
        }


@dataclass(frozen=True, slots=True)
class CannotSay:
    """An entry of which the returns do not make clear whether it had reached an agency."""

    entry: Entry
    heard: tuple[Receipt, ...]

    @property
    def why(self) -> str:
        return _because(self.heard, sure=False)

    def as_json(self) -> dict[str, Any]:
        return {"id": self.entry.id, "place": self.entry.place.as_json(), "why": self.why}


Standing = Knowing | CannotSay


def standing(receipts: Sequence[Receipt], day: date) -> Standing | None:
    """How an entry stands on a day, from what may have arrived by its end and nothing later."""
    heard = tuple([one for one in receipts if one.since.possible_by(day)])
    rung = _strongest(heard)
    if not rung:
        return None
    since = first_of([one.since for one in rung])
    status = rung[0].status
    if status is Status.UNCLEAR:
        return CannotSay(heard[0].entry, heard)
    return Knowing(heard[0].entry, rung[0].how, _certainty(status, since, day), since, heard)


def turning_days(receipts: Iterable[Receipt]) -> Iterator[date]:
    """The days on which a standing can change: when something may arrive, and when it surely has."""
    for one in receipts:
        yield one.since.earliest.date() if one.since.earliest else date.min
        if one.status in PLAIN and one.since.latest is not None:
            yield one.since.latest.date()


def _strongest(heard: Sequence[Receipt]) -> list[Receipt]:
    for statuses in LADDER:
        if rung := [one for one in heard if one.status in statuses]:
            return rung
    return []


def _certainty(status: Status, since: Since, day: date) -> Certainty:
    if status is Status.DISPUTED:
        return Certainty.DISPUTED
    return Certainty.SURE if status in PLAIN and since.sure_by(day) else Certainty.POSSIBLE


def _because(heard: Sequence[Receipt], *, sure: bool) -> str:
    """Why: the first of the strongest ways, and a word on each weaker telling that stands beside it."""
    rung = _strongest(heard)
    first = min(rung, key=lambda one: (one.since.latest or datetime.max, one.since.earliest or datetime.min))
    if first.telling is None:
        return own_entry_because(first.entry, first.since, sure=sure)
    beside = sorted({one.status for one in heard if one.status is not first.status})
    return telling_because(first.entry, first.telling, first.since, beside, sure=sure)
