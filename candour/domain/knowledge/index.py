"""Knowledge: every standing of every entry with every agency, worked out once and asked many times."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from candour.domain.agencies import Agencies
from candour.domain.chronology.entry import Chronology, Entry, Status
from candour.domain.knowledge.because import lacking_because
from candour.domain.knowledge.since import since_told
from candour.domain.knowledge.standing import (
    CannotSay,
    Certainty,
    Knowing,
    Receipt,
    Standing,
    standing,
    turning_days,
)


@dataclass(frozen=True, slots=True)
class Known:
    """What reached an agency by the end of a day, in the order in which it may first have done so."""

    agency: str
    on: date
    entries: tuple[Knowing, ...]
    cannot_say: tuple[CannotSay, ...]

    def of(self, certainty: Certainty) -> tuple[Knowing, ...]:
        return tuple(one for one in self.entries if one.certainty is certainty)

    def as_json(self) -> dict[str, Any]:
        return {
            "agency": self.agency,
            "on": self.on.isoformat(),
            "entries": [one.as_json() for one in self.entries],
            "cannot_say": [one.as_json() for one in self.cannot_say],
        }


@dataclass(frozen=True, slots=True)
class Lacked:
    """What one agency surely held on a day and another in no way did; the longest held first.

    `cannot_say` are entries surely held of which the returns do not make clear whether they got across.
    """

    agency: str
    on: date
    lacked_by: str
    entries: tuple[Knowing, ...]
    cannot_say: tuple[CannotSay, ...]

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
        }

    def _entry_as_json(self, one: Knowing) -> dict[str, Any]:
        """`held_since` is the day from which the entry was surely held."""
        shape = one.as_json()
        return shape | {"held_since": shape["since_latest"], "lacked_why": self.why_lacked(one)}


@dataclass(frozen=True, slots=True)
class _History:
    """One entry's standings with one agency, each with the day from which it holds."""

    days: tuple[date, ...]
    standings: tuple[Standing, ...]

    def on(self, day: date) -> Standing:
        """The standing on a day not before the first."""
        return self.standings[bisect_right(self.days, day) - 1]


class Knowledge:
    """Who knew what, when, in one chronology. Proposed events give no knowledge and are not looked at.

    Laws: what is known on a day depends on nothing that happened, was told or was recorded after it;
    a further telling never takes knowledge away; what is known stays known.
    """

    def __init__(self, chronology: Chronology) -> None:
        self.agencies = Agencies(chronology.agencies)
        gathered: dict[str, list[_History]] = defaultdict(list)
        for entry in chronology.entries:
            for agency, receipts in _receipts(entry).items():
                if (history := _history(receipts)) is not None:
                    gathered[agency].append(history)
        for histories in gathered.values():
            histories.sort(key=lambda one: one.days[0])
        self._histories = dict(gathered)
        self._first_days = {agency: [one.days[0] for one in several] for agency, several in gathered.items()}

    def known_to(self, agency: str, on: date) -> Known:
        """What reached an agency by the end of a day: sure, possible or disputed; and what we cannot say."""
        standings = list(self._standings(agency, on))
        return Known(
            agency,
            on,
            tuple(one for one in standings if isinstance(one, Knowing)),
            tuple(one for one in standings if isinstance(one, CannotSay)),
        )

    def lacked_by(self, holder: str, other: str, on: date) -> Lacked:
        """What `holder` surely held at the end of a day and `other` in no way did.

        An entry of `other`'s own that it recorded only after the day counts as lacked, since an agency
        knows its own entry from its recording (docs/reference/interfaces.md); the reason says so.
        """
        reached = {one.entry.id: one for one in self._standings(other, on)}
        lacking: list[Knowing] = []
        cannot_say: list[CannotSay] = []
        for one in self._standings(holder, on):
            if isinstance(one, CannotSay) or one.certainty is not Certainty.SURE:
                continue
            at_other = reached.get(one.entry.id)
            if isinstance(at_other, CannotSay):
                cannot_say.append(at_other)
            elif at_other is None:
                lacking.append(one)
        lacking.sort(key=lambda one: one.since.latest or datetime.max)
        return Lacked(holder, on, other, tuple(lacking), tuple(cannot_say))

    def _standings(self, agency: str, on: date) -> Iterator[Standing]:
        count = bisect_right(self._first_days.get(agency, []), on)
        return (one.on(on) for one in self._histories.get(agency, [])[:count])


def _receipts(entry: Entry) -> dict[str, list[Receipt]]:
    """Every way in which an entry may have reached each agency. Its own agency cannot tell itself."""
    receipts = {entry.agency: [Receipt.own(entry)]}
    for telling in entry.told:
        if telling.agency is not None and telling.agency != entry.agency:
            receipts.setdefault(telling.agency, []).append(Receipt.told(entry, telling))
    return receipts


def _history(receipts: Sequence[Receipt]) -> _History | None:
    """None where nothing in the receipts is more than "not told"."""
    days = sorted(set(turning_days(receipts)))
    turns = [(day, found) for day in days if (found := standing(receipts, day)) is not None]
    if not turns:
        return None
    return _History(tuple(day for day, _ in turns), tuple(found for _, found in turns))
