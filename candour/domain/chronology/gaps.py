"""Silences: times without an entry, without contact, with the child not seen; handovers not taken up."""

from __future__ import annotations

import re
from bisect import insort
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum

from candour.domain.chronology.entry import Chronology, Entry, Kind, Status
from candour.domain.chronology.spans import BY_END, BY_START, Span, Spans, in_order, quick_span, span_of

LIMIT_DAYS = 60
A_DAY = timedelta(days=1)
NONE = Spans(())
TOLD = (Status.TOLD, Status.JOINT)
ACROSS_ALL = "*"

SEEN = frozenset({"child_seen", "child_alone"})
NOT_SEEN = "child_not_seen"
ASKED = SEEN | {NOT_SEEN}

HANDOVER = re.compile(
    r"\b(transfer\w*|(re-?)?referr\w+|refers|hand(ed|s|ing)?[ -]?over\w*|clos(ed|es|ure|ing)|discharg\w+)\b",
    re.IGNORECASE,
)
"""Words with which one agency passes a child's case on, or ends its own part."""
_IN_A_HANDOVER = ("transfer", "refer", "hand", "clos", "scharg")
"""One of these, letters without a second form, is in all such words; to look for them first is quicker."""


class GapKind(StrEnum):
    NO_ENTRY = "no_entry"
    """We have no entry. Never mixed with "no contact", which the agency itself says."""
    NO_CONTACT = "no_contact"
    CHILD_NOT_SEEN = "child_not_seen"
    HANDOVER = "handover"
    CHILD_NOT_SEEN_ALONE = "child_not_seen_alone"
    CHILD_NOT_HEARD = "child_not_heard"
    BEFORE_FIRST = "before_first"
    """From the start of a review's period to an agency's first entry: it may not have been involved yet."""
    AFTER_LAST = "after_last"


@dataclass(frozen=True, slots=True)
class Gap:
    """One line of gaps.csv. `agency` is "*" for a silence across all returns.

    `from_` and `to` are the last day before the silence and the first after it; for `no_contact` the
    first and last day that the agency names. `days` is always the days from one to the other: from
    6 August to 1 November are 87. None is an end that the returns do not give.
    """

    agency: str
    from_: date | None
    to: date | None
    days: int | None
    kind: GapKind
    why: str


def find_gaps(chronology: Chronology, limit_days: int = LIMIT_DAYS) -> list[Gap]:
    """Every silence of more than `limit_days` days, for each agency and across all.

    Only what lies between two entries is a silence: before its first and after its last an agency may
    simply not be involved. An entry that covers more days than the limit does not fill one; one with an
    open end ("after 25 February") stands at the end it gives.
    """
    by_agency = {agency: _Days() for agency in dict.fromkeys(one.agency for one in chronology.entries)}
    across_all = _Days()
    for span in _dated(chronology.entries):
        for days in (by_agency[span.entry.agency], across_all):
            (days.narrow if (span.end - span.start).days < limit_days else days.wide).append(span)
    for entry in chronology.entries:
        if entry.kind is Kind.GAP_STATEMENT:
            by_agency[entry.agency].said.append(entry)
    gaps = list(_handovers(chronology.entries, by_agency, limit_days))
    for agency, days in (*by_agency.items(), (ACROSS_ALL, across_all)):
        gaps += (_no_contact(one) for one in days.said)
        gaps += _no_entry(agency, days, limit_days)
        gaps += _child_not_seen(agency, days, limit_days)
    return sorted(
        gaps, key=lambda one: (one.agency, one.from_ or date.min, one.kind, one.to or date.max, one.why)
    )


@dataclass(frozen=True, slots=True)
class _Days:
    """The entries of an agency in order of time, those apart that cover more days than the limit.

    `said` are its statements that it had no contact.
    """

    narrow: list[Span] = field(default_factory=list)
    wide: list[Span] = field(default_factory=list)
    said: list[Entry] = field(default_factory=list)


def _no_contact(entry: Entry) -> Gap:
    first = entry.when.earliest.date() if entry.when.earliest else None
    last = entry.when.latest.date() if entry.when.latest else None
    days = (last - first).days if first and last else None
    why = f"The agency says so: “{' '.join(entry.event.split())}” ({entry.place})."
    return Gap(entry.agency, first, last, days, GapKind.NO_CONTACT, why)


def _no_entry(agency: str, days: _Days, limit: int) -> Iterator[Gap]:
    """Silences between entries, less the times for which the agency says that it had no contact."""
    wide = Spans(days.wide, sorted_already=True)
    for before, after in _silences(_with_what_is_said(days), limit):
        why = f"No entry between {_named(before)} and {_named(after)}."
        if count := wide.count_within(before.end + A_DAY, after.start - A_DAY):
            why += f" Entries dated too widely to fill it, which may belong here: {count}."
        yield _between(agency, before, after, GapKind.NO_ENTRY, why)


def _with_what_is_said(days: _Days) -> list[Span]:
    """The narrow entries, and every statement of no contact that lies among them."""
    if not days.narrow or not days.said:
        return days.narrow
    first, last = days.narrow[0].start, max(one.end for one in days.narrow)
    stated = (span for one in days.said if (span := span_of(one, one.when)) is not None)
    return in_order([*days.narrow, *(one for one in stated if one.end > first and one.start < last)])


def _child_not_seen(agency: str, days: _Days, limit: int) -> Iterator[Gap]:
    """Times between rows that say the child was seen, or from and to a row that says it was not.

    Silent where no row says either: a return without the column tells nothing about seeing.
    """
    asked = [one for one in days.narrow if one.entry.flags and not ASKED.isdisjoint(one.entry.flags)]
    if not asked:
        return
    seen = [asked[0], *(one for one in asked if not SEEN.isdisjoint(one.entry.flags))]
    last = max([one.end for one in asked])
    insort(seen, max([one for one in asked if one.end == last], key=BY_END), key=BY_START)
    not_seen = Spans((one for one in asked if SEEN.isdisjoint(one.entry.flags)), sorted_already=True)
    for before, after in _silences(seen, limit):
        why = f"No row says that the child was seen between {_named(before)} and {_named(after)}."
        if count := not_seen.count_within(before.end, after.start):
            why += f" Rows of that time which say the child was not seen: {count}."
        yield _between(agency, before, after, GapKind.CHILD_NOT_SEEN, why)


def _handovers(entries: Iterable[Entry], by_agency: Mapping[str, _Days], limit: int) -> Iterator[Gap]:
    """Transfers, closures and referrals told to an agency whose return then has nothing within the limit."""
    spans = {agency: Spans(days.narrow, sorted_already=True) for agency, days in by_agency.items()}
    end = max((one.end for several in spans.values() for one in several.in_order), default=date.min)
    for entry in entries:
        if entry.told and _hands_over(f"{entry.event} {entry.action}"):
            for agency, day in sorted(_handed_to(entry).items()):
                yield from _not_taken_up(entry, agency, day, spans.get(agency, NONE), end, limit)


def _hands_over(words: str) -> bool:
    small = words.casefold()
    for one in _IN_A_HANDOVER:  # of every entry, so in the quickest way
        if one in small:
            return HANDOVER.search(words) is not None
    return False


def _handed_to(entry: Entry) -> dict[str, Span]:
    """Each other agency told, with the day: of the telling where it has one, else of the entry."""
    handed: dict[str, Span] = {}
    for telling in entry.told:
        dated = telling.on is not None and telling.on.placed
        span = span_of(entry, telling.on if dated else entry.when)
        if telling.status in TOLD and telling.agency and telling.agency != entry.agency and span:
            handed.setdefault(telling.agency, span)
    return handed


def _not_taken_up(
    entry: Entry, agency: str, told: Span, of_agency: Spans, end: date, limit: int
) -> Iterator[Gap]:
    """`end` is the last day of the whole chronology: a silence to its end counts only past the limit."""
    if of_agency.count_within(told.start, told.end):
        return
    following = of_agency.next_from(told.end)
    days = ((following.start if following else end) - told.end).days
    if days <= limit:
        return
    why = f"{entry.agency} passed this on, {_named(told)}; "
    if following is None:
        why += f"no later entry of {agency}."
        yield Gap(agency, told.end, None, None, GapKind.HANDOVER, why)
        return
    why += f"the next entry of {agency} is {_named(following)}."
    yield Gap(agency, told.end, following.start, days, GapKind.HANDOVER, why)


def _silences(spans: Iterable[Span], limit: int) -> Iterator[tuple[Span, Span]]:
    """Each span after which more than `limit` days pass, with the span that ends the silence."""
    furthest: Span | None = None
    for span in spans:
        if furthest is None:
            furthest = span
            continue
        if span.start > furthest.end and (span.start - furthest.end).days > limit:
            yield furthest, span
        if span.end > furthest.end:
            furthest = span


def _between(agency: str, before: Span, after: Span, kind: GapKind, why: str) -> Gap:
    return Gap(agency, before.end, after.start, (after.start - before.end).days, kind, why)


def _dated(entries: Iterable[Entry]) -> list[Span]:
    """The days of each entry that is no statement of silence, where it gives any, in order of time."""
    spans = []
    for entry in entries:
        when = entry.when
        first, last = when.earliest or when.latest, when.latest or when.earliest
        if entry.kind is Kind.ENTRY and first and last:
            spans.append(quick_span(first.date(), last.date(), entry))
    return in_order(spans)


def _named(span: Span) -> str:
    return f"“{' '.join(span.entry.when.text.split())}” ({span.entry.place})"
