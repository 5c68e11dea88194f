"""Knowledge: every standing of every entry with every agency, worked out once and asked many times."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time

from candour.domain.agencies import Agencies
from candour.domain.chronology.entry import Chronology, Entry, Status
from candour.domain.knowledge.answers import HeldOfEvent, Known, Lacked
from candour.domain.knowledge.confirmed import Confirmed, EventKnown, confirmed_events, event_known
from candour.domain.knowledge.since import since_own, since_told
from candour.domain.knowledge.standing import (
    CannotSay,
    Certainty,
    How,
    Knowing,
    Receipt,
    Standing,
    standing,
    turning_days,
)
from candour.domain.knowledge.told_already import told_by_agency


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
    a further telling or a confirmed event never takes knowledge away; what is known stays known.
    """

    def __init__(self, chronology: Chronology) -> None:
        self.agencies = Agencies(chronology.agencies)
        self.chronology = chronology
        gathered: dict[str, list[_History]] = defaultdict(list)
        for entry in chronology.entries:
            for agency, receipts in _receipts(entry).items():
                if (history := _history(receipts)) is not None:
                    gathered[agency].append(history)
        for histories in gathered.values():
            histories.sort(key=lambda one: one.days[0])
        self._histories = dict(gathered)
        self._first_days = {agency: [one.days[0] for one in several] for agency, several in gathered.items()}
        self._sure = {agency: _by_surely_held(several) for agency, several in gathered.items()}
        self._of_entry = {
            agency: {one.standings[0].entry.id: one for one in several}
            for agency, several in gathered.items()
        }
        self._told = told_by_agency(chronology.entries)
        confirmed = tuple(confirmed_events(chronology.entries, chronology.events))
        self._events_of = {
            agency: _in_reach(confirmed, there, self._told.get(agency, {}))
            for agency, there in self._of_entry.items()
        }
        self._names = sorted(_unmatched(chronology.entries).items(), key=lambda one: one[1])

    def known_to(self, agency: str, on: date) -> Known:
        """What reached an agency by the end of a day: sure, possible or disputed; and what we cannot say.

        Beside it the confirmed events that it knew to have happened, and the names that match no agency.
        """
        standings = self.standings(agency, on)
        return Known(
            agency,
            on,
            tuple([one for one in standings if isinstance(one, Knowing)]),
            tuple([one for one in standings if isinstance(one, CannotSay)]),
            tuple(self.events_known(agency, on)),
            tuple(sorted(name for name, first in self._names if first <= on)),
            tuple(self.told_already(agency, on)),
        )

    def lacked_by(self, holder: str, other: str, on: date) -> Lacked:
        """What `holder` surely held at the end of a day and `other` in no way did.

        An entry of `other`'s own is never lacked, though recorded only after the day: nobody can hold it
        but by `other`'s telling, and who tells of a thing holds it. It stands by itself.
        An account of a confirmed event that `other` knew of is not lacked: it stands by itself.
        """
        event_of = {each.id: event for event in self.events_known(other, on) for each in event.others}
        at_other = self._of_entry.get(other, {})
        lacking: list[Knowing] = []
        of_events: list[HeldOfEvent] = []
        cannot_say: list[CannotSay] = []
        told: list[Knowing] = []
        for one in self._surely_held(holder, on):
            history = at_other.get(one.entry.id)
            if history is not None and history.days[0] <= on:
                if isinstance(there := history.on(on), CannotSay):
                    cannot_say.append(there)
            elif one.entry.agency == other:
                told.append(one)
            elif (event := event_of.get(one.entry.id)) is not None:
                of_events.append(HeldOfEvent(one, event))
            else:
                lacking.append(one)
        return Lacked(holder, on, other, tuple(lacking), tuple(cannot_say), tuple(of_events), tuple(told))

    def told_already(self, agency: str, on: date) -> list[Knowing]:
        """Its own entries that it surely told another of by the end of a day, and are not sure otherwise."""
        several = self._told.get(agency, {}).values()
        return [one for one in several if one.since.sure_by(on) and not since_own(one.entry).sure_by(on)]

    def standing_of(self, entry: str, agency: str, on: date) -> Standing | None:
        """How one entry, by its id, stands with an agency at the end of a day; None where it had not come."""
        history = self._of_entry.get(agency, {}).get(entry)
        return history.on(on) if history is not None and history.days[0] <= on else None

    def _held(self, entry: str, agency: str, on: date) -> Standing | None:
        """The same, by its own telling where that made it surely held."""
        there, told = self.standing_of(entry, agency, on), self._told.get(agency, {}).get(entry)
        if told is None or not told.since.sure_by(on) or since_own(told.entry).sure_by(on):
            return there
        return told

    def standings(self, agency: str, on: date) -> list[Standing]:
        """All that had come by the end of a day, in order of the day from which each may have been known."""
        count = bisect_right(self._first_days.get(agency, []), on)
        several = self._histories.get(agency, [])[:count]
        # Most histories have had their last turn by the day: those need no search of their days.
        return [one.standings[-1] if one.days[-1] <= on else one.on(on) for one in several]

    def _surely_held(self, agency: str, on: date) -> list[Knowing]:
        """What an agency surely knew by the end of a day, the longest held first."""
        end = datetime.combine(on, time.max)
        several = self._sure.get(agency, [])
        held = several[: bisect_right(several, end, key=_surely_from)]
        return [one.standings[-1] if one.days[-1] <= on else one.on(on) for _, one in held]  # type: ignore[misc]

    def events_known(self, agency: str, on: date) -> list[EventKnown]:
        """The confirmed events it knew to have happened, by the end of a day, the first known first."""
        found = [
            event_known(agency, one.event, *self._accounts_of(one, agency, on))
            for first, one in self._events_of.get(agency, ())
            if first <= on
        ]
        known = [one for one in found if one is not None]
        return sorted(known, key=lambda one: one.since.earliest or datetime.min)

    def _accounts_of(
        self, one: Confirmed, agency: str, on: date
    ) -> tuple[list[Knowing], list[Entry], list[Entry]]:
        """The accounts of an event by how they stood with the agency: known, in no way, and not clear.

        The last two are only those that stood with an agency of their own by the day.
        """
        known: list[Knowing] = []
        elsewhere: list[Entry] = []
        unclear: list[Entry] = []
        for each in one.accounts:
            there = self._held(each.id, agency, on)
            if isinstance(there, Knowing):
                known.append(there)
            elif self._held(each.id, each.agency, on) is not None:
                (elsewhere if there is None else unclear).append(each)
        return known, elsewhere, unclear


def _in_reach(
    confirmed: Iterable[Confirmed], there: Mapping[str, _History], told: Mapping[str, Knowing]
) -> list[tuple[date, Confirmed]]:
    """The confirmed events of which some account may reach an agency, with the first day it may."""
    found = []
    for one in confirmed:
        days = [there[each.id].days[0] for each in one.accounts if each.id in there]
        sinces = [told[each.id].since for each in one.accounts if each.id in told]
        days += [since.latest.date() for since in sinces if since.latest is not None]
        if days:
            found.append((min(days), one))
    return found


def _by_surely_held(several: Iterable[_History]) -> list[tuple[datetime, _History]]:
    """Those that came to be surely known, in order of the minute by which they were."""
    found = []
    for one in several:
        for each in one.standings:
            if isinstance(each, Knowing) and each.certainty is Certainty.SURE and each.since.latest:
                found.append((each.since.latest, one))
                break
    return sorted(found, key=_surely_from)


def _surely_from(one: tuple[datetime, _History]) -> datetime:
    return one[0]


def _receipts(entry: Entry) -> dict[str, list[Receipt]]:
    """Every way in which an entry may have reached each agency. Its own agency cannot tell itself."""
    receipts = {entry.agency: [Receipt.own(entry)]}
    for telling in entry.told:
        if telling.agency is not None and telling.agency != entry.agency:
            receipts.setdefault(telling.agency, []).append(Receipt.told(entry, telling))
    return receipts


def _history(receipts: Sequence[Receipt]) -> _History | None:
    """None where nothing in the receipts is more than "not told"."""
    if len(receipts) == 1 and receipts[0].telling is None:
        return _history_of_own(receipts[0])
    days = sorted(set(turning_days(receipts)))
    turns = [(day, found) for day in days if (found := standing(receipts, day)) is not None]
    if not turns:
        return None
    return _History(tuple(day for day, _ in turns), tuple(found for _, found in turns))


def _history_of_own(own: Receipt) -> _History:
    """The same, shorter for an entry that was told to nobody: most are, of many thousands."""
    since, heard = own.since, (own,)
    first = since.earliest.date() if since.earliest else date.min
    last = since.latest.date() if since.latest else None
    sure = () if last is None else (Knowing(own.entry, How.OWN_ENTRY, Certainty.SURE, since, heard),)
    if last is not None and last <= first:
        return _History((first,), sure)
    possible = Knowing(own.entry, How.OWN_ENTRY, Certainty.POSSIBLE, since, heard)
    return _History((first,) if last is None else (first, last), (possible, *sure))


def _unmatched(entries: Iterable[Entry]) -> dict[str, date]:
    """Each name told of something that matches no agency, with the first day on which it may have been."""
    first: dict[str, date] = {}
    for entry in entries:
        for telling in entry.told:
            if telling.agency is None and telling.status is not Status.NOT_TOLD:
                earliest = since_told(entry, telling).earliest
                day = earliest.date() if earliest else date.min
                first[telling.name] = min(day, first.get(telling.name, day))
    return first
