"""What a picture shows, in one or two plain sentences: read aloud, and standing above it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from candour.domain.chronology.entry import Entry
from candour.domain.chronology.gaps import GapKind
from candour.domain.moments.spoken import spoken_day
from candour.domain.timeline.arrows import Arrow
from candour.domain.timeline.lane_rows import LaneRow
from candour.domain.timeline.picture import Counts

MONTHS = ("January February March April May June July August September October November December").split()


def sentence_of(
    entries: Sequence[Entry],
    lanes: Sequence[LaneRow],
    arrows: Sequence[Arrow],
    left_out: int,
    counts: Counts,
    window: tuple[date, date],
    fence: date | None,
) -> str:
    """Entries and agencies shown, where it is dense, where it is silent, who told; then what is not shown."""
    start, end = window
    agencies = len({one.agency for one in entries})
    parts = [
        f"{_counted(counts.shown, 'entry', 'entries')} of {_counted(agencies, 'agency', 'agencies')} "
        f"from {spoken_day(start)} to {spoken_day(end)}{_busiest(entries)}.",
        *_silence(lanes),
        *_told(arrows, left_out),
        *_not_shown(counts, fence),
    ]
    return " ".join(parts)


def _busiest(entries: Iterable[Entry]) -> str:
    """The month with the most entries that surely fall in it, where one stands out."""
    months: Counter[tuple[int, int]] = Counter()
    for entry in entries:
        first, last = entry.when.earliest, entry.when.latest
        if first and last and (first.year, first.month) == (last.year, last.month):
            months[(first.year, first.month)] += 1
    two = months.most_common(2)
    if not two or two[0][1] < 3 or (len(two) > 1 and two[1][1] == two[0][1]):
        return ""
    (year, month), count = two[0]
    return f", the most in {MONTHS[month - 1]} {year} ({count:,})" if len(two) > 1 else ""


def _silence(lanes: Iterable[LaneRow]) -> Iterator[str]:
    found = [
        (one.days, lane.lane.agency)
        for lane in lanes
        for one in lane.silences
        if lane.lane is not None and one.kind is GapKind.NO_ENTRY
    ]
    if found:
        days, agency = max(found, key=lambda one: one[0])
        yield f"The longest silence between two entries is {days:,} days, {agency}."


def _told(arrows: Sequence[Arrow], left_out: int) -> Iterator[str]:
    told = sum(arrow.count for arrow in arrows if not arrow.stub)
    not_told = sum(1 for arrow in arrows if arrow.stub)
    said = [f"{_counted(told, 'arrow shows', 'arrows show')} who told whom"] if told else []
    said += [f"{_counted(not_told, 'entry says', 'entries say')} that another agency was not told"] * bool(
        not_told
    )
    if said:
        yield f"{'; '.join(said)}."
    if left_out:
        hidden = _counted(left_out, "telling is", "tellings are")
        yield f"{hidden} not drawn: choose an entry, a lane or an episode."


def _not_shown(counts: Counts, fence: date | None) -> Iterator[str]:
    if counts.dimmed:
        dimmed = _counted(counts.dimmed, "entry is", "entries are")
        yield f"{dimmed} dimmed: no return shows them reaching this agency by then."
    if fence is not None:
        yield f"What is known only after {spoken_day(fence)} is fenced."
    if counts.not_matching:
        yield f"{_counted(counts.not_matching, 'entry does', 'entries do')} not match and are not drawn."


def _counted(number: int, one: str, several: str) -> str:
    return f"{number:,} {one if number == 1 else several}"
