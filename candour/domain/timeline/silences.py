"""Silences in a lane: times without an entry that we have, and times for which the agency says so itself."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time

from candour.domain.chronology.entry import Chronology, Entry, Kind
from candour.domain.chronology.gaps import Gap, GapKind, find_gaps
from candour.domain.timeline.marks import MARK
from candour.domain.timeline.scale import Scale

WORDS_FROM = 130.0
"""Under this many pixels only the number of days stands in the silence."""
CLEAR_OF_MARK = 4.0
SAID = {
    GapKind.NO_ENTRY: "no entry",
    GapKind.NO_CONTACT: "no contact",
    GapKind.CHILD_NOT_SEEN: "child not seen",
}


@dataclass(frozen=True, slots=True)
class Silence:
    """`entry` is the row in which the agency says that it had no contact; None where we have no entry."""

    x: float
    y: float
    width: float
    kind: GapKind
    days: int
    entry: str | None = None
    goes_on_left: bool = False
    goes_on_right: bool = False

    @property
    def words(self) -> str:
        """ "87 days, no entry", or only the number where there is no room."""
        return self.full_words if self.width >= WORDS_FROM else f"{self.days:,}"

    @property
    def full_words(self) -> str:
        return f"{self.days:,} {'day' if self.days == 1 else 'days'}, {SAID[self.kind]}"


def silences_of(
    entries: Sequence[Entry], scale: Scale, *, limit: int, fence: date | None
) -> dict[str, list[Silence]]:
    """By agency: silences between two of its entries, within the window, still in no row.

    None that ends after the fence: where it ends is later knowledge.
    """
    told = [one for one in entries if fence is None or _starts(one) <= fence]
    agencies = tuple(dict.fromkeys(one.agency for one in told))
    found: dict[str, list[Silence]] = {agency: [] for agency in agencies}
    for gap in find_gaps(Chronology(agencies, tuple(told)), limit):
        if gap.kind is GapKind.NO_ENTRY and gap.agency in found:
            found[gap.agency] += _between(gap, scale, fence)
    return found


def child_not_seen(
    entries: Iterable[Entry], scale: Scale, *, limit: int, fence: date | None
) -> list[Silence]:
    """Times across all returns in which no row says that the child was seen."""
    told = tuple(one for one in entries if fence is None or _starts(one) <= fence)
    gaps = find_gaps(Chronology((), told), limit)
    across = [gap for gap in gaps if gap.kind is GapKind.CHILD_NOT_SEEN and gap.agency == "*"]
    return [one for gap in across for one in _between(gap, scale, fence)]


def no_contact(entry: Entry, scale: Scale, fence: date | None) -> Silence | None:
    """A row in which the agency says that it had no contact, as dashes over the time it names."""
    first, last = entry.when.earliest or entry.when.latest, entry.when.latest or entry.when.earliest
    if first is None or last is None or not scale.shows(first, last):
        return None
    if fence is not None and first.date() > fence:
        return None
    x = scale.inside(scale.x(first))
    end = min(scale.inside(scale.x(last, after=True)), _wall(scale, fence))
    days = (last.date() - first.date()).days + 1
    before, after = first.date() < scale.start, last.date() > scale.end
    return Silence(x, 0.0, max(end - x, MARK), GapKind.NO_CONTACT, days, entry.id, before, after)


def _between(gap: Gap, scale: Scale, fence: date | None) -> Iterator[Silence]:
    if gap.from_ is None or gap.to is None or gap.days is None:
        return
    if gap.to <= scale.start or gap.from_ >= scale.end or (fence is not None and gap.to > fence):
        return
    x = scale.inside(scale.x(datetime.combine(gap.from_, time(0, 0)))) + MARK + CLEAR_OF_MARK
    end = scale.inside(scale.day(gap.to)) - CLEAR_OF_MARK
    if end - x >= MARK:
        before, after = gap.from_ < scale.start, gap.to > scale.end
        yield Silence(x, 0.0, end - x, gap.kind, gap.days, None, before, after)


def _starts(entry: Entry) -> date:
    at = entry.when.earliest or entry.when.latest
    return at.date() if at else date.min


def _wall(scale: Scale, fence: date | None) -> float:
    return scale.day(fence, after=True) if fence else scale.close


def is_statement(entry: Entry) -> bool:
    return entry.kind is Kind.GAP_STATEMENT
