"""What linking needs of an entry: its days, words and kinds of contact, the agencies it tells or names."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from candour.domain.chronology.account_words import kinds_in, stems
from candour.domain.chronology.entry import Entry, Kind, Status

WIDEST_DAYS = 45
"""An entry that may lie anywhere in a longer time than this is about that time, not about one event."""

TELLS = {Status.TOLD: 1.0, Status.JOINT: 1.0, Status.IMPLIED: 0.6, Status.DISPUTED: 0.7, Status.UNCLEAR: 0.4}
"""How far a telling speaks for the one told having an account of it too; not_told speaks for nothing."""


@dataclass(frozen=True, slots=True)
class Account:
    """An entry as linking sees it. `told` and `mentions` weigh other agencies from 0 to 1.

    `told_on` is the day of a telling, where the return gives one.
    """

    entry: Entry
    first: date
    last: date
    stems: frozenset[str]
    kinds: Mapping[str, float]
    told: Mapping[str, float]
    told_on: Mapping[str, date]
    mentions: Mapping[str, float]

    @property
    def vague_by(self) -> int:
        """Days between the first and the last on which it may have happened."""
        return (self.last - self.first).days

    def days(self, *, margin: int) -> range:
        """The days it may lie in, and so many either side, as ordinals."""
        return range(self.first.toordinal() - margin, self.last.toordinal() + margin + 1)


def read_account(entry: Entry, named: Mapping[str, Mapping[str, float]]) -> Account | None:
    """The account of an entry; None where it can tell of no one event.

    `named` gives the weighed stems of each agency's name.
    """
    earliest, latest = entry.when.earliest, entry.when.latest
    if entry.kind is not Kind.ENTRY or earliest is None or latest is None:
        return None
    if (latest - earliest).days > WIDEST_DAYS:
        return None
    words = stems(f"{entry.event} {entry.action}")
    told: dict[str, float] = {}
    told_on: dict[str, date] = {}
    for one in entry.told:
        if one.agency and one.agency != entry.agency and one.status in TELLS:
            told[one.agency] = max(TELLS[one.status], told.get(one.agency, 0.0))
            if one.on and one.on.earliest:
                told_on[one.agency] = one.on.earliest.date()
    mentions = _mentions(entry.agency, words, named)
    return Account(entry, earliest.date(), latest.date(), words, kinds_in(words), told, told_on, mentions)


def _mentions(own: str, words: frozenset[str], named: Mapping[str, Mapping[str, float]]) -> dict[str, float]:
    """The other agencies that the words name, by the share of the name said that is not also our own."""
    found = {}
    for agency, weights in named.items():
        if agency == own:
            continue
        said = sum(weight for one, weight in weights.items() if one in words and one not in named[own])
        if said:
            found[agency] = said / sum(weights.values())
    return found
