"""The entry that a row makes by its columns and its date; and the rows whose date needs no second look."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from functools import lru_cache

from candour.domain.births import quickly_made
from candour.domain.chronology.entry import Entry, Telling
from candour.domain.chronology.row_words import (
    NOWHERE,
    Columns,
    kind_of,
    leading_number,
    people_in,
    yes_or_no,
)
from candour.domain.chronology.told import read_tellings, unread_days
from candour.domain.moments import ALONE, Context, Moment, at_time, quickly, read_cell
from candour.domain.returns.tables import Cell, Place, Row

quick_entry = quickly_made(Entry)
quick_place = quickly_made(Place)


def plain_when(at: Columns, row: Row, words: Sequence[str]) -> Moment | None:
    """When a row tells of, if it surely is an entry and no question arises; else None. Only for speed.

    It stands under the headings, says an event or action, and its date says all of itself: no end beside.
    """
    said = words[at.date]
    if not said or not (words[at.event] or words[at.action]) or words[at.end_date] or words[at.end_time]:
        return None
    if at.date in (at.event, at.action) or not at.under_headings(row.number, words):
        return None
    cell = row.cells[at.date]
    typed = read_cell(cell) if type(cell) is datetime else None
    when = quickly(said) if type(cell) is str else typed
    if when is None or not when.placed:
        return None
    return at_time(when, row.cells[at.time]) if words[at.time] else when


def entry_of(
    at: Columns,
    row: Row,
    words: Sequence[str],
    context: Context,
    place: Place,
    agency: str,
    when: Moment,
    cells: Mapping[str, str],
) -> Entry:
    """The entry of a row that is placed at `when`; `cells` are its words by heading. It has no id yet."""
    event, people, number = words[at.event], words[at.people], words[at.sequence]
    told: tuple[Telling, ...] = ()
    for column, _ in at.told_in:
        if words[column]:
            told = _told(at, row, words, context, when)
            break
    recorded = _recorded(at, row, words, context, when)
    return quick_entry(
        "",
        agency,
        place,
        when,
        event,
        recorded,
        kind_of(event, when),
        words[at.action],
        words[at.role],
        people_in(people) if people else (),
        told,
        words[at.source],
        cells,
        _flags(words[at.child_seen], words[at.child_alone], when, recorded, told),
        leading_number(number) if number else None,
    )


def _told(at: Columns, row: Row, words: Sequence[str], context: Context, when: Moment) -> tuple[Telling, ...]:
    """Days and statuses stand beside the column that means told; those beside it have none."""
    told: tuple[Telling, ...] = ()
    beside_it = _beside(context, when)
    for column, usual in at.told_in:
        if not words[column]:
            continue
        beside = (at.told_on, at.told_status) if column == at.told else (NOWHERE, NOWHERE)
        on, status = (cell_at(row, one) for one in beside)
        found = read_tellings(cell_at(row, column), on, status, beside_it, usual)
        told += tuple(one for one in found if one.name not in {each.name for each in told})
    return told


def _recorded(at: Columns, row: Row, words: Sequence[str], context: Context, when: Moment) -> Moment | None:
    if said := words[at.recorded_on]:
        cell = row.cells[at.recorded_on]
        plainly = quickly(said) if type(cell) is str else None
        return plainly or read_cell(cell, _beside(context, when))
    written = dict(when.also).get("recorded") if when.also else None
    return read_cell(written, ALONE) if written else None


def _beside(context: Context, when: Moment) -> Context:
    return Context(context.year, context.month, when)


def cell_at(row: Row, column: int) -> Cell:
    return row.cells[column] if 0 <= column < len(row.cells) else None


def _flags(
    seen: str, alone: str, when: Moment, recorded: Moment | None, told: tuple[Telling, ...]
) -> tuple[str, ...]:
    flags = _flags_of_the_child(seen, alone)
    if told and unread_days(told):
        flags = (*flags, "told_date_unread")
    if recorded is None:
        return flags
    if not recorded.placed:
        return (*flags, "recorded_date_unread")
    if recorded.latest and when.earliest and recorded.latest < when.earliest:
        return (*flags, "recorded_before_it_happened")
    return flags


@lru_cache(maxsize=1024)  # columns of these hold a handful of words
def _flags_of_the_child(seen_words: str, alone_words: str) -> tuple[str, ...]:
    seen = yes_or_no(seen_words)
    flags = () if seen is None else ("child_seen",) if seen else ("child_not_seen",)
    return (*flags, "child_alone") if yes_or_no(alone_words) else flags
