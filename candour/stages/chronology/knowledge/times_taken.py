"""How long things took from whoever surely held them first to each other agency, as rows of a page."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.safestring import SafeString

from candour.domain.chronology.entry import Entry
from candour.domain.knowledge import Fact, Holder, Way, reach
from candour.domain.timeline import Lane
from candour.stages.chronology.accounts.linked import Whole
from candour.stages.chronology.seeing.table_rows import breakable


@dataclass(frozen=True, slots=True)
class WayRow:
    way: Way
    first: Lane
    other: Lane

    @property
    def median(self) -> str:
        return "" if self.way.median_days is None else f"{self.way.median_days:g}"

    @property
    def worst(self) -> list[tuple[Entry, int]]:
        """The things that took longest, each with its days to this agency."""
        return [(fact.entries[0], _days(fact, self.other.agency)) for fact in self.way.worst]


@dataclass(frozen=True, slots=True)
class FactRow:
    """One thing, who surely held it first, and how many days it took to each other that came to hold it."""

    fact: Fact
    title: str
    first: Lane
    others: tuple[tuple[Holder, Lane], ...]

    @property
    def entry(self) -> Entry:
        return self.fact.entries[0]

    @property
    def longest(self) -> int:
        return max((one.days for one, _ in self.others if one.days is not None), default=-1)

    @property
    def since(self) -> str:
        return str(self.fact.holders[0].since)

    @property
    def place(self) -> SafeString:
        return breakable(str(self.entry.place))


@dataclass(frozen=True, slots=True)
class Times:
    """`facts` are those that reached another agency, the longest first; the others are counted."""

    ways: tuple[WayRow, ...]
    facts: tuple[FactRow, ...]
    stayed: int
    first_not_known: int

    @property
    def longest(self) -> FactRow | None:
        return self.facts[0] if self.facts and self.facts[0].longest > 0 else None


def times_of(whole: Whole) -> Times:
    """Every pair of agencies between which something got across, and everything that did."""
    found = reach(whole.chronology)
    lanes = {lane.agency: lane for lane in whole.lanes}
    facts = [
        FactRow(
            one,
            whole.titles.get(one.id, ""),
            lanes[one.first.agency],
            tuple((each, lanes[each.agency]) for each in one.others),
        )
        for one in found.facts
        if one.first and one.others
    ]
    nth = {lane.agency: number for number, lane in enumerate(whole.lanes)}
    ways = [
        WayRow(one, lanes[one.first], lanes[one.other])
        for one in sorted(found.ways, key=lambda one: (nth[one.first], nth[one.other]))
        if one.reached or one.unsure
    ]
    not_known = len(found.first_not_known)
    return Times(
        tuple(ways),
        tuple(sorted(facts, key=lambda one: -one.longest)),
        len(found.facts) - len(facts) - not_known,
        not_known,
    )


def says_of(found: Times) -> list[str]:
    """What the page says before it shows anything."""
    if not found.facts:
        return ["By the returns nothing went from one agency to another."]
    count = len(found.facts)
    went = f"{count:,} thing{' is' if count == 1 else 's are'} shown going from one agency to another"
    said = [f"By the returns, {went}; {found.stayed:,} stayed where they were first held."]
    if (one := found.longest) is not None:
        holder = max(one.others, key=lambda each: each[0].days or 0)[0]
        days = f"{one.longest:,} day{'' if one.longest == 1 else 's'}"
        said.append(f"The longest took {days}, from {one.first.agency} to {holder.agency}.")
    return said


def _days(fact: Fact, agency: str) -> int:
    return next(one.days or 0 for one in fact.others if one.agency == agency)
