"""Dates that lie beside an anchor: the same day, the next morning, that week, the following Monday."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from candour.domain.moments.almanac import (
    SUNDAY,
    days_after,
    monday_of,
    months_after,
    next_weekday,
    weekday_before,
)
from candour.domain.moments.context import Context
from candour.domain.moments.counting import Shift, from_anchor, shifted, written_days
from candour.domain.moments.edtf import bounds_of
from candour.domain.moments.found import Found, Stretch, a_day, a_month, ambiguous, week_from, weekday_of
from candour.domain.moments.moment import Precision
from candour.domain.moments.times import at_clock, clock_of
from candour.domain.moments.units import WEEKDAY

_NEXT_DAY = re.compile(r"(?:in |on )?(?P<way>next|previous|last) (?P<unit>day|week|month|year|fortnight)")
_PART_OF = re.compile(r"(?P<which>later|ago|early|late)? ?(?:in )?that (?P<unit>week|month|year)")
_WEEKDAY_NEAR = re.compile(
    rf"(?:on )?(?P<way>next|previous|last) (?P<weekday>{WEEKDAY})"
    rf"|(?:on )?(?P<day>{WEEKDAY}) (?P<side>after|before)(?: (?P<what>.+))?"
)
_SAME_DAY = re.compile(r"(?:ditto|that)(?:[ ,-]+(?:at )?(?P<time>.+))?")
_NEXT_PART = re.compile(r"(?:on )?(?:next|previous) (?:day,? ?-?(?:at |in )?)?(?P<time>.+)")


def next_or_previous(words: str, context: Context) -> Iterator[Found]:
    match = _NEXT_DAY.fullmatch(words)
    if match is None:
        return
    way = 1 if match["way"] == "next" else -1

    def count(start: Stretch) -> Found:
        if match["unit"] == "fortnight":
            return ambiguous("next_or_previous", "Where a fortnight begins cannot be told.")
        found = shifted(start, Shift(way, match["unit"]))
        day, _ = bounds_of(start.edtf)
        if match["unit"] == "week" and isinstance(found, Stretch) and day:
            return week_from(days_after(monday_of(day), 7 * way), "next_or_previous")
        return replace(found, edtf=found.edtf.rstrip("~")) if isinstance(found, Stretch) else found

    yield from from_anchor(context.anchor, "next_or_previous", count)


def part_of_anchor(words: str, context: Context) -> Iterator[Found]:
    """ "That week" is Monday to Sunday; "later that week" from the anchor to its Sunday."""
    match = _PART_OF.fullmatch(words)
    if match is None:
        return

    def count(start: Stretch) -> Found:
        day, last = bounds_of(start.edtf)
        if day is None or day != last:
            return ambiguous("part_of_anchor", "It leans on more than a day.", start.edtf)
        return _within(day, match["unit"], match["which"] or "")

    yield from from_anchor(context.anchor, "part_of_anchor", count)


def _within(day: date, unit: str, which: str) -> Found:
    if unit == "week":
        first, last = monday_of(day), days_after(monday_of(day), SUNDAY)
    elif unit == "month":
        first, last = day.replace(day=1), days_after(months_after(day.replace(day=1), 1), -1)
    else:
        first, last = date(day.year, 1, 1), date(day.year, 12, 31)
    if not which and unit == "week":
        return week_from(first, "part_of_anchor")
    if not which:
        return (
            a_month(day.year, day.month, "")
            if unit == "month"
            else Stretch(str(day.year), Precision.YEAR, "")
        )
    first, last = (day, last) if which in {"later", "late"} else (first, day)
    edtf = f"{first.isoformat()}/{last.isoformat()}" if first != last else first.isoformat()
    if which in {"early", "late"} and unit != "week":
        return ambiguous(
            "part_of_anchor", f"Where the {which} part of it begins or ends is not written.", edtf
        )
    return Stretch(edtf, Precision.INTERVAL if first != last else Precision.DAY, "part_of_anchor")


def weekday_near(words: str, context: Context) -> Iterator[Found]:
    match = _WEEKDAY_NEAR.fullmatch(words)
    weekday = weekday_of((match["weekday"] or match["day"]) if match else None)
    if match is None or weekday is None:
        return
    forward = match["way"] == "next" or match["side"] == "after"

    def count(start: Stretch) -> Found:
        day, last = bounds_of(start.edtf)
        if day is None or day != last:
            return ambiguous("weekday_near", "It leans on more than a day.", start.edtf)
        found = a_day((next_weekday if forward else weekday_before)(day, weekday), "weekday_near")
        return found.flagged(start.flags)

    if match["what"]:
        for start in written_days(match["what"], context):
            yield count(start) if isinstance(start, Stretch) else start
        return
    yield from from_anchor(context.anchor, "weekday_near", count)


def same_day(words: str, context: Context) -> Iterator[Found]:
    match = _SAME_DAY.fullmatch(words)
    clock = clock_of(match["time"]) if match and match["time"] else None
    if match is None or (match["time"] and clock is None) or (words == "that"):
        return
    yield from from_anchor(
        context.anchor, "same_day", lambda start: at_clock(start, clock) if clock else start
    )


def next_part(words: str, context: Context) -> Iterator[Found]:
    """ "The next morning", "the previous evening", "the next day at 3 pm"."""
    match = _NEXT_PART.fullmatch(words)
    clock = clock_of(match["time"]) if match else None
    if match is None or clock is None:
        return
    way = 1 if "next" in words.split()[:2] else -1
    yield from from_anchor(
        context.anchor, "next_part", lambda start: at_clock(shifted(start, Shift(way, "day")), clock)
    )
