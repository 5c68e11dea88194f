"""Who told whom in a review: the matrix and its rows, what is in no record, which names match nobody."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import ceil

from django.utils.safestring import SafeString

from candour.domain.chronology.entry import Entry, Status
from candour.domain.knowledge import NOT_PLAIN, Cell, Flow, Unrecorded, flow
from candour.domain.timeline import Lane
from candour.files.pictures.flow_matrix import Party, Square, flow_svg
from candour.stages.chronology.accounts.linked import Whole
from candour.stages.chronology.seeing.table_rows import breakable

SHORT = {
    Status.NOT_TOLD: "not",
    Status.DISPUTED: "disputed",
    Status.IMPLIED: "implied",
    Status.UNCLEAR: "unclear",
}
SHOWN_PLACES = 3
"""Rows named beside a name that matches no agency; the rest are counted."""


@dataclass(frozen=True, slots=True)
class PairRow:
    """What the returns of one agency say of telling another. `slow` is among the slowest tenth."""

    cell: Cell
    teller: Lane
    told: Lane
    slow: bool
    anchor: str

    @property
    def words(self) -> tuple[str, ...]:
        """ "6 told", "1 not", "1 disputed"."""
        told = (f"{self.cell.told:,} told",) if self.cell.told else ()
        counts = self.cell.counts
        return told + tuple(f"{counts[one]:,} {SHORT[one]}" for one in NOT_PLAIN if counts[one])

    @property
    def otherwise(self) -> str:
        """ "1 not told, 1 disputed": what is said of tellings that are not plainly made."""
        counts = self.cell.counts
        return ", ".join(f"{counts[one]:,} {one.replace('_', ' ')}" for one in NOT_PLAIN if counts[one])

    @property
    def other_counts(self) -> tuple[int, ...]:
        return tuple(self.cell.counts[one] for one in NOT_PLAIN)

    @property
    def median(self) -> str:
        return "" if self.cell.median_days is None else f"{self.cell.median_days:g}"

    @property
    def days(self) -> str:
        """ "median 2 days"; nothing where no telling of the pair has days."""
        return f"median {self.median} day{'' if self.median == '1' else 's'}" if self.median else ""


@dataclass(frozen=True, slots=True)
class UnrecordedRow:
    one: Unrecorded
    teller: Lane
    told: Lane

    @property
    def place(self) -> SafeString:
        return breakable(str(self.one.entry.place))


@dataclass(frozen=True, slots=True)
class NameRow:
    """A name that was told of something and is no agency's here, and where it is said."""

    name: str
    entries: tuple[Entry, ...]

    @property
    def shown(self) -> Sequence[Entry]:
        return self.entries[:SHOWN_PLACES]

    @property
    def more(self) -> int:
        return max(0, len(self.entries) - SHOWN_PLACES)


@dataclass(frozen=True, slots=True)
class Matrix:
    """`pairs` are in lane order, without the diagonal; `inside` counts tellings within one agency."""

    lanes: tuple[Lane, ...]
    pairs: tuple[PairRow, ...]
    inside: int
    unrecorded: tuple[UnrecordedRow, ...]
    names: tuple[NameRow, ...]

    @property
    def told(self) -> int:
        return sum(one.cell.told for one in self.pairs)

    @property
    def slowest(self) -> PairRow | None:
        dated = [one for one in self.pairs if one.cell.max_days]
        return max(dated, key=lambda one: one.cell.max_days or 0, default=None)


def matrix_of(whole: Whole) -> Matrix:
    """The matrix of a review, each agency's lane in the order in which its entries begin."""
    found = flow(whole.chronology)
    nth = {lane.agency: number for number, lane in enumerate(whole.lanes)}
    cells = sorted(found.cells, key=lambda one: (nth[one.teller], nth[one.receiver]))
    across = [one for one in cells if one.teller != one.receiver]
    slow = _slow_from(across)
    pairs = tuple(
        PairRow(
            one,
            whole.lane_of(one.teller),
            whole.lane_of(one.receiver),
            slow=(one.median_days or 0) >= slow > 0,
            anchor=f"pair-{nth[one.teller] + 1}-{nth[one.receiver] + 1}",
        )
        for one in across
    )
    inside = sum(sum(one.counts.values()) for one in cells if one.teller == one.receiver)
    return Matrix(whole.lanes, pairs, inside, _unrecorded(found, whole), _names(whole.chronology.entries))


def _slow_from(cells: Iterable[Cell]) -> float:
    """The median, in days, from which a pair is among the slowest tenth; 0 where none took a day."""
    medians = sorted((one.median_days for one in cells if one.median_days is not None), reverse=True)
    return medians[ceil(len(medians) / 10) - 1] if medians else 0


def _unrecorded(found: Flow, whole: Whole) -> tuple[UnrecordedRow, ...]:
    return tuple(
        UnrecordedRow(one, whole.lane_of(one.entry.agency), whole.lane_of(one.told))
        for one in found.told_not_recorded
    )


def _names(entries: Iterable[Entry]) -> tuple[NameRow, ...]:
    said: dict[str, list[Entry]] = defaultdict(list)
    for entry in entries:
        for name in {one.name for one in entry.told if one.agency is None}:
            said[name].append(entry)
    return tuple(NameRow(name, tuple(said[name])) for name in sorted(said, key=str.casefold))


def matrix_svg(found: Matrix) -> str:
    """The picture: only agencies between which some telling is named; the others are said in words."""
    met = {lane.agency for one in found.pairs for lane in (one.teller, one.told)}
    parties = [Party(one.agency, one.kind, one.nth) for one in found.lanes if one.agency in met]
    squares = [
        Square(one.teller.agency, one.told.agency, one.words, one.days, one.slow, f"#{one.anchor}")
        for one in found.pairs
    ]
    return flow_svg(parties, squares, says=" ".join(says_of(found)))


def apart(found: Matrix) -> list[str]:
    """The agencies of which no return says that they told another, or were told."""
    met = {lane.agency for one in found.pairs for lane in (one.teller, one.told)}
    return [one.agency for one in found.lanes if one.agency not in met]


def says_of(found: Matrix) -> list[str]:
    """What the page says before it shows anything."""
    if not found.pairs:
        return ["By the returns no agency told another of anything."]
    times = "once" if found.told == 1 else "twice" if found.told == 2 else f"{found.told:,} times"
    said = [f"By the returns, agencies told one another {times}."]
    if (one := found.slowest) is not None:
        days = f"{one.cell.max_days:,} day{'' if one.cell.max_days == 1 else 's'}"
        said.append(f"The longest took {days}: {one.teller.agency} to {one.told.agency}.")
    if count := len(found.unrecorded):
        said.append(f"{count:,} {'is' if count == 1 else 'are'} in no record near that day of the one told.")
    return said
