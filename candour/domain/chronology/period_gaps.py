"""All silences of a review's period: between entries, before the first, after the last, and of the child."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from candour.domain.chronology.child_gaps import SAYINGS, WAS_HEARD, WAS_SEEN_ALONE, named, times_without
from candour.domain.chronology.entry import Chronology, Entry, Kind
from candour.domain.chronology.gaps import ACROSS_ALL, LIMIT_DAYS, Gap, GapKind, find_gaps
from candour.domain.chronology.spans import Span, Spans
from candour.domain.moments.spoken import spoken_day

Period = tuple[date, date]


def gaps_in_period(
    chronology: Chronology, *, limit_days: int = LIMIT_DAYS, period: Period | None = None
) -> list[Gap]:
    """As find_gaps, and times in which the child was not seen alone or heard; with a period, its edges too.

    The edges are measured in days from the start of the period to the first entry, and from the last entry
    to its end. An agency that was asked and has no entry has one silence as long as the period.
    """
    spans = _dated(chronology.entries)
    of_agency: dict[str, list[Span]] = {agency: [] for agency in chronology.agencies}
    for span in spans:
        of_agency.setdefault(span.entry.agency, []).append(span)
    gaps = find_gaps(chronology, limit_days)
    for agency, own in (*of_agency.items(), (ACROSS_ALL, spans)):
        filling = [one for one in own if one.nights < limit_days]
        for saying in (WAS_SEEN_ALONE, WAS_HEARD):
            gaps += times_without(agency, filling, limit_days, saying)
        if period is not None:
            gaps += _edges(agency, own, filling, limit_days, period)
    return sorted(gaps, key=_by_agency)


def never_said(entries: Iterable[Entry]) -> tuple[GapKind, ...]:
    """The silences of the child of which no return tells anything, as no row says either yes or no."""
    entries = tuple(entries)
    return tuple(saying.kind for saying in SAYINGS if all(saying.says(entry) is None for entry in entries))


def _dated(entries: Iterable[Entry]) -> list[Span]:
    """The days of each entry that is no statement of silence, in order of time."""
    spans = []
    for entry in entries:
        first, last = entry.when.earliest or entry.when.latest, entry.when.latest or entry.when.earliest
        if entry.kind is Kind.ENTRY and first and last:
            spans.append(Span(first.date(), last.date(), entry))
    return Spans(spans).in_order


def _by_agency(one: Gap) -> tuple[str, date, str, date, str]:
    return one.agency, one.from_ or date.min, one.kind, one.to or date.max, one.why


def _edges(
    agency: str, spans: Sequence[Span], filling: Sequence[Span], limit: int, period: Period
) -> Iterator[Gap]:
    start, end = period
    if not filling:
        if not spans and (end - start).days > limit:
            why = "No return has an entry of this agency in the period of the review."
            yield Gap(agency, start, end, (end - start).days, GapKind.NO_ENTRY, why)
        return
    first, last = filling[0], max(filling, key=lambda one: (one.end, one.start))
    if (before := (first.start - start).days) > limit:
        why = f"The period begins on {spoken_day(start)}; the first entry is {named(first)}."
        yield Gap(agency, start, first.start, before, GapKind.BEFORE_FIRST, why)
    if (after := (end - last.end).days) > limit:
        why = f"The last entry is {named(last)}; the period ends on {spoken_day(end)}."
        yield Gap(agency, last.end, end, after, GapKind.AFTER_LAST, why)
