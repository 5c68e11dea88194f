"""The integrated chronology and what stands beside it, as rows of plain words for csv and xlsx."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from candour.domain.chronology.conflicts import Conflict
from candour.domain.chronology.entry import Entry, Event, Telling
from candour.domain.chronology.gaps import Gap
from candour.domain.chronology.links import Link
from candour.domain.moments import Moment, Precision

Line = tuple[str | int | float, ...]

INTEGRATED = (
    *("id", "earliest", "latest", "date_as_written", "time", "agency", "event", "action", "told", "source"),
    *("file", "part", "row", "role", "people", "recorded", "precision", "doubt", "edtf", "flags", "kind"),
)
LINKS = (
    "file_a",
    "row_a",
    "file_b",
    "row_b",
    "score",
    "why",
    "part_a",
    "part_b",
    "entry_a",
    "entry_b",
    "event",
)
CONFLICTS = ("kind", "file_a", "row_a", "file_b", "row_b", "says_a", "says_b", "why", "part_a", "part_b")
GAPS = ("agency", "from", "to", "days", "kind", "why")


def integrated_lines(entries: Iterable[Entry]) -> Iterator[Line]:
    """One line an entry, in the order given; columns as INTEGRATED."""
    for entry in entries:
        earliest, latest = (
            at.date().isoformat() if at else "" for at in (entry.when.earliest, entry.when.latest)
        )
        time = _clock(entry.when)
        yield (
            *(entry.id, earliest, latest, entry.when.text, time, entry.agency, entry.event, entry.action),
            *("; ".join(told_words(one) for one in entry.told), entry.source),
            *(entry.place.file, entry.place.part, entry.place.row, entry.role, "; ".join(entry.people)),
            entry.recorded.edtf or entry.recorded.text if entry.recorded else "",
            *(str(entry.when.precision), str(entry.when.doubt or ""), entry.when.edtf or ""),
            *(" ".join((*entry.when.flags, *entry.flags)), str(entry.kind)),
        )


def told_words(telling: Telling) -> str:
    """ "Brent Police CPT (told, 1999-07-14)": the name as written, what is said of it, and the day."""
    day = f", {telling.on.edtf or telling.on.text}" if telling.on else ""
    return f"{telling.name} ({str(telling.status).replace('_', ' ')}{day})"


def link_lines(links: Iterable[Link], by_id: Mapping[str, Entry], events: Iterable[Event]) -> list[Line]:
    """One line a pair, best first, `a` before `b` by place; the event only where both are in it."""
    event_of = {entry: event.id for event in events for entry in event.entries}
    lines: list[Line] = []
    for link in links:
        a, b = sorted((by_id[link.a], by_id[link.b]), key=lambda entry: entry.place)
        event = event_of.get(a.id, "")
        lines.append(
            (
                *(a.place.file, a.place.row, b.place.file, b.place.row, link.score, link.why),
                *(a.place.part, b.place.part, a.id, b.id, event if event == event_of.get(b.id) else ""),
            )
        )
    return sorted(lines, key=lambda line: (-float(line[4]), *map(str, line)))


def conflict_lines(conflicts: Iterable[Conflict]) -> Iterator[Line]:
    for one in conflicts:
        a, b = one.a.place, one.b.place
        yield (str(one.kind), a.file, a.row, b.file, b.row, one.says_a, one.says_b, one.why, a.part, b.part)


def gap_lines(gaps: Iterable[Gap]) -> Iterator[Line]:
    for gap in gaps:
        since, until = (day.isoformat() if day else "" for day in (gap.from_, gap.to))
        days = "" if gap.days is None else gap.days
        yield gap.agency, since, until, days, str(gap.kind), gap.why


def _clock(when: Moment) -> str:
    """The time of day where one is known to the minute or the hour; a part of a day is none."""
    known = when.precision in (Precision.MINUTE, Precision.HOUR) and when.earliest is not None
    return when.earliest.strftime("%H:%M") if known and when.earliest else ""
