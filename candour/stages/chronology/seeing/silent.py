"""The silences of a review in words and rows: how many, the longest, and what no return can tell."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from candour.domain.chronology.gaps import ACROSS_ALL, Gap, GapKind
from candour.domain.chronology.period_gaps import gaps_in_period, never_said
from candour.domain.timeline import Lane
from candour.files.pictures.silences import SAID
from candour.kernel.reviews.models import Review
from candour.stages.chronology.accounts.linked import Whole
from candour.stages.chronology.seeing.windows import period_of

CANNOT_SAY = {
    GapKind.CHILD_NOT_SEEN: "No return says in a column of its own whether the child was seen: how long the "
    "child went unseen cannot be said.",
    GapKind.CHILD_NOT_SEEN_ALONE: "No return says in a column of its own whether the child was seen alone.",
    GapKind.CHILD_NOT_HEARD: "No return has a column for the child’s voice: when the child was heard cannot "
    "be said.",
}


@dataclass(frozen=True, slots=True)
class SilentRow:
    gap: Gap
    lane: Lane | None
    anchor: str

    @property
    def kind(self) -> str:
        return SAID[self.gap.kind].capitalize()


@dataclass(frozen=True, slots=True)
class Silent:
    """`cannot_say` are the sentences for what no return has a column for."""

    limit: int
    period: tuple[date, date] | None
    gaps: Sequence[Gap]
    rows: Sequence[SilentRow]
    cannot_say: tuple[str, ...]

    @property
    def across(self) -> tuple[Gap, ...]:
        return self.of(ACROSS_ALL)

    def of(self, agency: str) -> tuple[Gap, ...]:
        return tuple(gap for gap in self.gaps if gap.agency == agency)

    @property
    def says(self) -> str:
        """The longest silence of an agency, of the child, and what was not taken up."""
        return " ".join(self._sentences())

    def _sentences(self) -> Iterator[str]:
        counts = Counter(gap.kind for gap in self.gaps)
        between = [one for one in self.gaps if one.kind is GapKind.NO_ENTRY and one.agency != ACROSS_ALL]
        if between:
            longest = max(between, key=lambda one: one.days or 0)
            several = "one silence" if len(between) == 1 else f"{len(between):,} silences"
            yield (
                f"There {'is' if len(between) == 1 else 'are'} {several} of more than {self.limit:,} days; "
                f"the longest is {longest.days:,} days, {longest.agency}."
            )
        else:
            yield f"No agency is silent for more than {self.limit:,} days between two entries."
        unseen = [one for one in self.across if one.kind is GapKind.CHILD_NOT_SEEN]
        if unseen:
            yield f"The longest time in which no row says that the child was seen is {_most(unseen):,} days."
        if handed := counts[GapKind.HANDOVER]:
            times = "Once a case was" if handed == 1 else f"{handed:,} times a case was"
            yield f"{times} passed on and the next agency’s return has nothing within {self.limit:,} days."


def silent_in(review: Review, whole: Whole, limit: int) -> Silent:
    period = period_of(review, ())
    gaps = gaps_in_period(whole.chronology, limit_days=limit, period=period)
    lanes = {lane.agency: lane for lane in whole.lanes}
    order = {agency: nth for nth, agency in enumerate([ACROSS_ALL, *lanes])}
    gaps.sort(key=lambda one: (order.get(one.agency, len(order)), -(one.days or 0)))
    rows = [SilentRow(gap, lanes.get(gap.agency), f"gap{nth}") for nth, gap in enumerate(gaps, 1)]
    never = never_said(whole.chronology.entries)
    return Silent(limit, period, gaps, rows, tuple(CANNOT_SAY[kind] for kind in never))


def _most(gaps: Sequence[Gap]) -> int:
    return max(gap.days or 0 for gap in gaps)
