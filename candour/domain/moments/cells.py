"""Cells of a return: true dates, spreadsheet numbers and words; a time column; a start and an end column."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from functools import lru_cache
from typing import NamedTuple

from candour.domain.cells import Cell, cell_words
from candour.domain.moments.context import ALONE, Context
from candour.domain.moments.days import FILLER, fixed_day
from candour.domain.moments.edtf import SEASON_MONTHS, is_edtf
from candour.domain.moments.fair_copy import fair_copy
from candour.domain.moments.found import Code, Found, Problem, Stretch
from candour.domain.moments.moment import LAST_MINUTE, Doubt, Fate, Moment, Precision
from candour.domain.moments.openings import first_part, last_part
from candour.domain.moments.plain import quick_moment
from candour.domain.moments.plain_clock import plain_clock
from candour.domain.moments.reading import moment_of, read
from candour.domain.moments.serials import day_of_serial, time_of_fraction
from candour.domain.moments.times import (
    MIDNIGHT,
    MIDNIGHT_FILLER,
    NOON,
    NOON_FILLER,
    UNCLEAR,
    Clock,
    at_clock,
    clock_of,
)

SERIAL, UNREAD = "excel_serial", "time_unread"

_SEASON = re.compile(r"(?P<year>[0-9]{4})-(?P<code>2[1-3])(?P<mark>[?~%]?)")
_PLAIN_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_MARKS = {Doubt.UNCERTAIN: "?", Doubt.APPROXIMATE: "~", Doubt.BOTH: "%"}


_UNREAD_CLOCK = Clock(flags=frozenset({UNREAD}))
_NO_DAY = Problem(
    Code.UNREADABLE_DATE, "The number is none that a spreadsheet gives a day.", "true_number", refused=True
)


def read_cell(cell: Cell, context: Context = ALONE) -> Moment:
    """What a date cell says, whether it holds words, a true date or a spreadsheet's number for a day."""
    if isinstance(cell, str):
        return read(cell.strip(), context)
    if isinstance(cell, date | int | float) and not isinstance(cell, bool):
        # A moment with a zone equals another of another zone, so only those without may share an answer.
        zoned = isinstance(cell, datetime) and cell.tzinfo is not None
        typed = _typed_cell.__wrapped__(cell) if zoned else _typed_cell(cell)
        if typed is not None:
            return typed
    return read(cell_words(cell), context)


@lru_cache(maxsize=8192, typed=True)
def _typed_cell(cell: date | float) -> Moment | None:
    """A true date, or a number that is one or can be none; None for a number to be read as words are."""
    if isinstance(cell, datetime):
        return _true_date(cell, cell.date(), cell.time())
    if isinstance(cell, date):
        return _true_date(cell, cell, MIDNIGHT)
    day = day_of_serial(cell)
    if day is not None:
        moment = _true_date(cell, day, time_of_fraction(cell) or MIDNIGHT)
        return replace(moment, flags=tuple(sorted({*moment.flags, SERIAL})))
    if cell >= 0 and (isinstance(cell, int) or cell.is_integer()):
        return None
    return moment_of(cell_words(cell), [_NO_DAY])  # 7.1 may have been 7.1 or 7.10 when it was typed


def _true_date(cell: Cell, day: date, at: time) -> Moment:
    found: Found = fixed_day("true_date", day.year, day.month, day.day, None)
    if day.day == 1:
        found = found.flagged({FILLER})
    if at.replace(second=0, microsecond=0) != MIDNIGHT:
        found = at_clock(found, _true_time(at))
    return moment_of(cell_words(cell), [found])


def _true_time(at: time) -> Clock:
    minute = at.replace(second=0, microsecond=0, tzinfo=None)
    if minute == MIDNIGHT:
        return Clock(flags=frozenset({MIDNIGHT_FILLER}))
    flags = frozenset({NOON_FILLER}) if minute == NOON else frozenset()
    return Clock(minute, precision=Precision.MINUTE, flags=flags)


def at_time(moment: Moment, cell: Cell) -> Moment:
    """The moment narrowed by the cell of a time column; only a placed day can be narrowed.

    A time that cannot be read leaves the day as it is, flagged; so does a filled-in 00:00.
    """
    if not moment.placed or moment.precision is not Precision.DAY or moment.edtf is None or cell is None:
        return moment
    if (hand := _hand_in(cell)) is None:
        return moment
    return _on_a_plain_day(moment, hand) or _at_any_clock(moment, hand.clock)


class _Hand(NamedTuple):
    """A clock with what it makes of any plain day: its first and last minute, and what EDTF then ends in."""

    clock: Clock
    first: time
    last: time
    ending: str
    flags: frozenset[str]


def _hand_in(cell: Cell) -> _Hand | None:
    """None for a cell that says nothing of a time."""
    return _hand_in_words(cell) if isinstance(cell, str) else _hand_of(_clock_in(cell) or _UNREAD_CLOCK)


def _hand_of(clock: Clock) -> _Hand:
    first, last = clock.window or ((clock.at, clock.at) if clock.at else (MIDNIGHT, LAST_MINUTE))
    ending = f"T{clock.at.isoformat('minutes')}:00" if clock.at else ""
    return _Hand(clock, first, last, ending, clock.flags)


def _on_a_plain_day(moment: Moment, hand: _Hand) -> Moment | None:
    """The plainest: an undoubted day and one time of it. Only for speed; None where it is not so plain."""
    if hand.clock.until is not None or moment.doubt is not None or moment.earliest is None:
        return None
    if _PLAIN_DAY.fullmatch(moment.edtf or "") is None:
        return None
    day = moment.earliest.date()
    earliest = datetime.combine(day, hand.first)
    return quick_moment(
        moment.text,
        Fate.PLACED,
        f"{moment.edtf}{hand.ending}",
        earliest,
        earliest if hand.last == hand.first else datetime.combine(day, hand.last),
        hand.clock.precision,
        None,
        moment.rule,
        None,
        None,
        (),
        tuple(sorted({*moment.flags, *hand.flags})) if hand.flags else moment.flags,
        moment.also,
    )


def _at_any_clock(moment: Moment, clock: Clock) -> Moment:
    mark = _MARKS[moment.doubt] if moment.doubt else ""
    flags = frozenset(moment.flags)
    stretch = Stretch(moment.edtf or "", Precision.DAY, moment.rule, flags=flags, mark=mark)
    narrowed = moment_of(moment.text, [at_clock(replace(stretch, also=moment.also), clock)])
    return narrowed if narrowed.placed else moment


@lru_cache(maxsize=8192)  # a day has 1440 minutes, spelt in a few ways: the rows of a return share them
def _hand_in_words(cell: str) -> _Hand | None:
    if (clock := plain_clock(cell)) is not None:
        return _hand_of(clock)
    words = fair_copy(cell).words
    if words in {"nothing", "undated", "?", ""}:
        return None
    return _hand_of(clock_of(words) or _UNREAD_CLOCK)


def _clock_in(cell: Cell) -> Clock | None:
    if isinstance(cell, datetime):
        return _true_time(cell.time())
    if isinstance(cell, time):
        return _true_time(cell)
    if isinstance(cell, timedelta):
        cell = cell / timedelta(days=1)
    if isinstance(cell, float) and 0 <= cell < 1:
        return _true_time(time_of_fraction(cell) or MIDNIGHT)
    if isinstance(cell, int | float):
        return _clock_in_number(cell)
    return None


def _clock_in_number(number: float) -> Clock | None:
    """1430 is a time; 930 may have been 0930 or half past nine in the evening."""
    if isinstance(number, bool) or not float(number).is_integer():
        return None
    digits = str(int(number))
    if len(digits) == 4:
        return clock_of(digits)
    known = len(digits) == 3 and clock_of(f"0{digits}") is not None
    return Clock(flags=frozenset({UNCLEAR})) if known else None


def between(start: Moment, end: Moment) -> Moment:
    """From the cell of a date column to that of an end column; an empty end leaves the start alone."""
    text = f"{start.text} - {end.text}"
    if start.placed and fair_copy(end.text).words == "onward":
        end = replace(start, edtf=f"{_starts(start)}/..", latest=None)
    elif end.code == Code.NO_DATE:
        return start
    if start.placed and start.edtf == end.edtf:
        return replace(start, flags=_both_flags(start, end))
    if not start.placed or not end.placed:
        return _held_at_an_end(text, start, end)
    edtf = f"{_starts(start)}/{_ends(end)}"
    ends_first = start.earliest and end.latest and end.latest < start.earliest
    if ends_first or not is_edtf(edtf):
        return _ends_first(text, start, end)
    moment = moment_of(text, [Stretch(edtf, Precision.INTERVAL, "date_and_end_date")])
    also = dict(start.also) | dict(end.also)
    return replace(
        moment,
        earliest=start.earliest if start.timed else moment.earliest,
        latest=end.latest if end.timed else moment.latest,
        doubt=moment.doubt or start.doubt or end.doubt,
        flags=_both_flags(start, end),
        also=tuple(also.items()),
    )


def _both_flags(start: Moment, end: Moment) -> tuple[str, ...]:
    return tuple(sorted({*start.flags, *end.flags}))


def _starts(moment: Moment) -> str:
    """The first date of a placed moment as an interval may begin with it: a season as its first month."""
    first = first_part(moment.edtf or "").replace("-XX", "")
    season = _SEASON.fullmatch(first)
    if season is not None:
        return f"{season['year']}-{SEASON_MONTHS[int(season['code'])][0]:02}{season['mark']}"
    return first or ".."


def _ends(moment: Moment) -> str:
    last = last_part(moment.edtf or "").replace("-XX", "")
    season = _SEASON.fullmatch(last)
    if season is not None:
        return f"{season['year']}-{SEASON_MONTHS[int(season['code'])][1]:02}{season['mark']}"
    return last or ".."


def _ends_first(text: str, start: Moment, end: Moment) -> Moment:
    return Moment(
        text=text,
        fate=Fate.HELD,
        rule="date_and_end_date",
        code=str(Code.ENDS_BEFORE_IT_STARTS),
        refused="The end date comes before the date.",
        readings=tuple(one for one in (start.edtf, end.edtf) if one),
        flags=_both_flags(start, end),
    )


def _held_at_an_end(text: str, start: Moment, end: Moment) -> Moment:
    """The end that is not placed gives its reason; its readings are offered joined to the other's date.

    Refused only when the first date is: a date with an end that cannot be read is still a date.
    """
    unplaced, which = (start, "date") if not start.placed else (end, "end date")
    starts = [_starts(start)] if start.placed else [first_part(one) for one in start.readings]
    ends = [_ends(end)] if end.placed else [last_part(one) for one in end.readings]
    pairs = (f"{one}/{other}" for one in starts for other in ends)
    readings = [one for one in pairs if is_edtf(one)] or [*filter(None, (start.edtf, end.edtf))]
    return replace(
        unplaced,
        text=text,
        fate=Fate.HELD if start.placed else start.fate,
        rule="date_and_end_date",
        refused=f"The {which}: {unplaced.refused}",
        readings=tuple(readings),
        flags=_both_flags(start, end),
    )
