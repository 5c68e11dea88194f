"""The tables of pages about knowledge as lines of a file: the same rows, in the same order, all of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from candour.domain.chronology.entry import Entry
from candour.domain.knowledge import Since
from candour.files.results.chronology_tables import Line
from candour.stages.chronology.knowledge.knowing import Knew
from candour.stages.chronology.knowledge.knowing_rows import EventRow, KnownRow, LaterRow
from candour.stages.chronology.knowledge.telling_matrix import Matrix
from candour.stages.chronology.knowledge.times_taken import Times
from candour.stages.chronology.knowledge.tunnel_view import Seen

KNOWN = (
    *("list", "event", "date_as_written", "agency", "since_earliest", "since_latest", "how", "how_sure"),
    *("days_held", "why", "file", "part", "row", "entry"),
)
FLOW = ("from", "to", "told", "not_told", "disputed", "implied", "unclear", "median_days", "max_days")
TIMES = (
    *("event", "date_as_written", "agency", "since_earliest", "since_latest", "to", "days"),
    *("file", "part", "row", "entry"),
)


def known_lines(found: Knew) -> Iterator[Line]:
    """Known, held elsewhere, of events that were known; later ones only where the fence is open."""
    yield from _known("known", found.known)
    for one in found.held:
        middle = (*_bounds(one.bounds), "", "sure", one.days, one.why)
        yield ("held by others", *_said(one.entry), *middle, *_place(one.entry))
    yield from _events(found.of_events)
    yield from _later(found.later)


def tunnel_lines(found: Seen) -> Iterator[Line]:
    yield from _known("seen", found.rows)
    yield from _later(found.later)


def flow_lines(found: Matrix) -> Iterator[Line]:
    for one in found.pairs:
        median, longest = one.cell.median_days, one.cell.max_days
        days = ("" if median is None else median, "" if longest is None else longest)
        yield (one.teller.agency, one.told.agency, one.cell.told, *one.other_counts, *days)


def times_lines(found: Times) -> Iterator[Line]:
    """One line for each thing and each agency that came to hold it."""
    for row in found.facts:
        first = row.fact.holders[0].since
        for holder, lane in row.others:
            days = "" if holder.days is None else holder.days
            said = row.entry.event, row.entry.when.text, row.first.agency
            yield (*said, *_bounds(first), lane.agency, days, *_place(row.entry))


def _known(name: str, rows: Sequence[KnownRow]) -> Iterator[Line]:
    for one in rows:
        middle = (*_bounds(one.bounds), one.how, one.sure.replace("_", " "), "", one.why)
        yield (name, *_said(one.entry), *middle, *_place(one.entry))


def _events(rows: Sequence[EventRow]) -> Iterator[Line]:
    for one in rows:
        middle = (*_bounds(one.known.since), "Confirmed event", str(one.known.certainty), "", one.known.why)
        yield ("of a known event", *_said(one.account), *middle, *_place(one.account))


def _later(rows: Sequence[LaterRow]) -> Iterator[Line]:
    for one in rows:
        yield ("behind the fence", *_said(one.entry), "", "", "", "", "", one.says, *_place(one.entry))


def _said(entry: Entry) -> tuple[str, str, str]:
    return entry.event, entry.when.text, entry.agency


def _bounds(since: Since) -> tuple[str, str]:
    first, last = (at.date().isoformat() if at else "" for at in (since.earliest, since.latest))
    return first, last


def _place(entry: Entry) -> Line:
    return entry.place.file, entry.place.part, entry.place.row, entry.id
