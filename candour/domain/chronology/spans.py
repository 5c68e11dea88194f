"""The days an agency's entries cover, sorted so that "is there one near?" and "which is next?" are quick."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from operator import attrgetter

from candour.domain.births import quickly_made
from candour.domain.chronology.entry import Entry
from candour.domain.moments import Moment

BY_START = attrgetter("start", "end", "entry.id")
BY_END = attrgetter("end", "start", "entry.id")


@dataclass(frozen=True, slots=True)
class Span:
    """The first and last day of an entry. Entries with an open end have no span."""

    start: date
    end: date
    entry: Entry

    @property
    def nights(self) -> int:
        """How many days lie from start to end: 0 for an entry of one day."""
        return (self.end - self.start).days


quick_span = quickly_made(Span)


def span_of(entry: Entry, moment: Moment | None) -> Span | None:
    """The days that a moment of an entry covers: its date, or when it was recorded."""
    if moment is None or moment.earliest is None or moment.latest is None:
        return None
    return Span(moment.earliest.date(), moment.latest.date(), entry)


def in_order(spans: Iterable[Span]) -> list[Span]:
    return sorted(spans, key=BY_START)


class Spans:
    """Spans in order of their start."""

    def __init__(self, spans: Iterable[Span], *, sorted_already: bool = False) -> None:
        self.in_order = list(spans) if sorted_already else in_order(spans)
        self._starts = [one.start for one in self.in_order]
        self._ends = sorted([one.end for one in self.in_order])

    def count_within(self, first: date, last: date) -> int:
        """How many spans have a day in common with the days from first to last."""
        return bisect_right(self._starts, last) - bisect_left(self._ends, first)

    def next_from(self, day: date) -> Span | None:
        """The first span that starts on or after a day."""
        at = bisect_left(self._starts, day)
        return self.in_order[at] if at < len(self.in_order) else None
