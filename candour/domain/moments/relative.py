"""Dates that count from another: the next day, three weeks later, 2/52 ago, a few days after 18/6/99.

Without a date written beside them or an anchor given they are held: nothing is counted from the row above.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
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
from candour.domain.moments.edtf import bounds_of
from candour.domain.moments.found import (
    Code,
    Found,
    Problem,
    Stretch,
    a_day,
    a_month,
    ambiguous,
    week_from,
    weekday_of,
)
from candour.domain.moments.moment import Moment, Precision
from candour.domain.moments.pieces import pieces
from candour.domain.moments.times import at_clock, clock_of
from candour.domain.moments.units import MONTH, WEEKDAY, settle

ANCHOR_ASSUMED = "anchor_assumed"

_AMOUNT = r"(?:(?P<n>[0-9]{1,3})|(?P<vague>few|couple|several)|an?)"
_SHIFT = (
    rf"(?:{_AMOUNT} )?(?P<unit>day|week|fortnight|month|year|hrs)"
    r"|(?P<medical>[0-9]{1,2})/(?P<of>7|52|12)"
)
_COUNTED = re.compile(
    rf"(?:in |on )?(?:{_SHIFT}) (?P<way>later|after|ago|before|next|from)(?: (?P<what>.+))?"
)
_NEXT_DAY = re.compile(r"(?:in |on )?(?P<way>next|previous|last) (?P<unit>day|week|month|year|fortnight)")
_PART_OF = re.compile(r"(?P<which>later|ago|early|late)? ?(?:in )?that (?P<unit>week|month|year)")
_WEEKDAY_NEAR = re.compile(
    rf"(?:on )?(?P<way>next|previous|last) (?P<weekday>{WEEKDAY})"
    rf"|(?:on )?(?P<day>{WEEKDAY}) (?P<side>after|before)"
)
_SAME_DAY = re.compile(r"(?:ditto|that)(?:[ ,-]+(?:at )?(?P<time>.+))?")
_NEXT_PART = re.compile(r"(?:on )?(?:next|previous) (?:day,? ?-?(?:at |in )?)?(?P<time>.+)")
_EVENT = re.compile(
    r"(?:his |her |their |its |this |that |mothers? |fathers? |childs? |babys? )*(?:previous |last |first )?"
    r"(?:death|arrival|admission|discharge|referral|visit|move|moving in|contact|incident|meeting|conference"
    r"|assessment|event|entry|above|this|that|injury|call|appointment|release|times|ditto)"
)
_AGE = re.compile(
    r"(?:in |on |when |at |~ ?)*(?:age|aged)\b.*"
    r"|.*\b(?:old|age|gestation|gestational|pregnant|pregnancy|gest|birthday|antenatal)"
    r"|[0-9]{1,2} ?\+ ?[0-9](?:/7)?(?: ?/?40)?|[0-9]{1,2}/40|term ?[+-] ?[0-9]{1,2}"
    r"|.*\b(?:after|since|from|before|at) (?:his |her |their )?birth"
)
_DATED = re.compile(rf"[0-9]{{4}}|[0-9][/.-][0-9]{{1,2}}[/.-][0-9]|\b(?:{MONTH})\b")
_LEAN = re.compile(
    rf"(?:in |on )?(?:later|ago|next|previous|last|that|ditto|tonight|{WEEKDAY}|day after|day before)\b.*"
    r"|.* (?:later|ago)|.*\b(?:later that|that week|next day|day after|day before|previous day)\b.*"
)
"""Words that lean on another date in a way no rule here can count."""


@dataclass(frozen=True, slots=True)
class Shift:
    """So many of a unit, forward or (negative) back; `vague` where the count is a word like "few"."""

    count: int
    unit: str
    vague: str = ""


def relative(words: str, context: Context) -> list[Found]:
    if _AGE.fullmatch(words) and not _DATED.search(words):
        why = "An age or a week of pregnancy gives no date without the birth or the due date."
        return [Problem(Code.RELATIVE_WITHOUT_ANCHOR, why, "age")]
    for rule in (_counted, _next_or_previous, _part_of_anchor, _weekday_near, _same_day, _next_part):
        found = list(rule(words, context))
        if found:
            return found
    return []


def leans_on_another(words: str) -> bool:
    return _LEAN.fullmatch(words) is not None


def without_anchor(rule: str) -> Problem:
    why = "It counts from another date, and none is given."
    return Problem(Code.RELATIVE_WITHOUT_ANCHOR, why, rule)


def _counted(words: str, context: Context) -> Iterator[Found]:
    match = _COUNTED.fullmatch(words)
    if match is None or (match["way"] == "from" and not match["what"]):
        return
    shift = _shift(match)
    if match["what"] is None:
        yield from _from_anchor(context.anchor, "counted", lambda start: _shifted(start, shift))
        return
    written = list(_written(match["what"], context))
    for start in written:
        yield _shifted(start, shift) if isinstance(start, Stretch) else _shifted_problem(start, shift)
    if written or any(letter.isdigit() for letter in match["what"]):
        return
    assumed = _EVENT.fullmatch(match["what"]) is not None
    for found in _from_anchor(context.anchor, "counted", lambda start: _shifted(start, shift)):
        if isinstance(found, Problem) or assumed:
            yield found.flagged({ANCHOR_ASSUMED} if context.anchor else ())
        else:
            yield ambiguous("counted", "It counts from something that no date is given for.", found.edtf)


def _shift(match: re.Match[str]) -> Shift:
    sign = -1 if match["way"] in {"ago", "before"} else 1
    if match["medical"]:
        unit = {"7": "day", "52": "week", "12": "month"}[match["of"]]
        return Shift(sign * int(match["medical"]), unit)
    count = (
        int(match["n"]) if match["n"] else {"few": 3, "couple": 2, "several": 0}.get(match["vague"] or "", 1)
    )
    unit = match["unit"]
    if unit == "fortnight":
        count, unit = 2 * count, "week"
    return Shift(sign * count, unit, match["vague"] or "")


def _written(words: str, context: Context) -> Iterator[Found]:
    for unit in pieces(words):
        if not unit.wants_month:
            yield from settle(unit, context)


def _from_anchor(anchor: Moment | None, rule: str, count: Callable[[Stretch], Found]) -> Iterator[Found]:
    if anchor is None or not anchor.placed or anchor.edtf is None:
        yield without_anchor(rule)
    else:
        yield replace(count(_start(anchor)), rule=rule)


def _start(anchor: Moment) -> Stretch:
    """The anchor as a stretch; a time of day in it is let go, as what follows counts days."""
    edtf, precision = anchor.edtf or "", anchor.precision
    if precision in {Precision.MINUTE, Precision.HOUR, Precision.PART_OF_DAY}:
        edtf, precision = edtf.split("T")[0], Precision.DAY
    return Stretch(edtf, precision, "anchor")


def _shifted_problem(found: Problem, shift: Shift) -> Problem:
    """The same question, with each reading that can be counted from counted from."""
    readings = (
        _shifted(Stretch(one, Precision.DAY, "counted"), shift)
        for one in (reading.replace("XXXX", "2001") for reading in found.readings)
        if len(one.rstrip("?~%")) == 10
    )
    yearless = any(one.startswith("XXXX") for one in found.readings)
    counted = (
        one.edtf.replace("2001", "XXXX") if yearless else one.edtf
        for one in readings
        if isinstance(one, Stretch)
    )
    return replace(found, rule="counted", readings=tuple(counted))


def _shifted(start: Stretch, shift: Shift) -> Found:
    """Days from a day give a day; weeks a day or so; months a month or so; years a year or so."""
    first, last = bounds_of(start.edtf)
    if first is None or last is None:
        return ambiguous("counted", "It counts from a date that is open.")
    if shift.vague == "several" or shift.unit == "hrs":
        return ambiguous("counted", "How long it was cannot be told.", start.edtf)
    doubt = "" if shift.unit == "day" and not shift.vague else "~"
    found = _counted_on(start, first, last, shift)
    if isinstance(found, Stretch) and shift.vague == "few" and shift.unit != "day":
        return ambiguous("counted", "How many a few are cannot be told.", found.doubted("~").edtf)
    if isinstance(found, Problem):
        return found
    return found.doubted(doubt).flagged(start.flags) if doubt else found.flagged(start.flags)


def _counted_on(start: Stretch, first: date, last: date, shift: Shift) -> Found:
    if shift.unit in {"day", "week"}:
        if first != last:
            return ambiguous("counted", "It counts days from more than a day.", start.edtf)
        days = shift.count * (7 if shift.unit == "week" else 1)
        return a_day(days_after(first, days), "counted")
    if shift.unit == "month":
        if (first.year, first.month) != (last.year, last.month):
            return ambiguous("counted", "It counts months from more than a month.", start.edtf)
        then = months_after(date(first.year, first.month, 1), shift.count)
        return a_month(then.year, then.month, "counted")
    if first.year != last.year:
        return ambiguous("counted", "It counts years from more than a year.", start.edtf)
    return Stretch(str(first.year + shift.count), Precision.YEAR, "counted")


def _next_or_previous(words: str, context: Context) -> Iterator[Found]:
    match = _NEXT_DAY.fullmatch(words)
    if match is None:
        return
    way = 1 if match["way"] == "next" else -1

    def count(start: Stretch) -> Found:
        if match["unit"] == "fortnight":
            return ambiguous("next_or_previous", "Where a fortnight begins cannot be told.")
        found = _shifted(start, Shift(way, match["unit"]))
        day, _ = bounds_of(start.edtf)
        if match["unit"] == "week" and isinstance(found, Stretch) and day:
            return week_from(days_after(monday_of(day), 7 * way), "next_or_previous")
        return replace(found, edtf=found.edtf.rstrip("~")) if isinstance(found, Stretch) else found

    yield from _from_anchor(context.anchor, "next_or_previous", count)


def _part_of_anchor(words: str, context: Context) -> Iterator[Found]:
    """ "That week" is Monday to Sunday; "later that week" from the anchor to its Sunday."""
    match = _PART_OF.fullmatch(words)
    if match is None:
        return

    def count(start: Stretch) -> Found:
        day, last = bounds_of(start.edtf)
        if day is None or day != last:
            return ambiguous("part_of_anchor", "It leans on more than a day.", start.edtf)
        return _within(day, match["unit"], match["which"] or "")

    yield from _from_anchor(context.anchor, "part_of_anchor", count)


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
    return Stretch(edtf, Precision.INTERVAL if first != last else Precision.DAY, "part_of_anchor")


def _weekday_near(words: str, context: Context) -> Iterator[Found]:
    match = _WEEKDAY_NEAR.fullmatch(words)
    weekday = weekday_of((match["weekday"] or match["day"]) if match else None)
    if match is None or weekday is None:
        return
    forward = match["way"] == "next" or match["side"] == "after"

    def count(start: Stretch) -> Found:
        day, last = bounds_of(start.edtf)
        if day is None or day != last:
            return ambiguous("weekday_near", "It leans on more than a day.", start.edtf)
        return a_day((next_weekday if forward else weekday_before)(day, weekday), "weekday_near")

    yield from _from_anchor(context.anchor, "weekday_near", count)


def _same_day(words: str, context: Context) -> Iterator[Found]:
    match = _SAME_DAY.fullmatch(words)
    clock = clock_of(match["time"]) if match and match["time"] else None
    if match is None or (match["time"] and clock is None) or (words == "that"):
        return
    yield from _from_anchor(
        context.anchor, "same_day", lambda start: at_clock(start, clock) if clock else start
    )


def _next_part(words: str, context: Context) -> Iterator[Found]:
    """ "The next morning", "the previous evening", "the next day at 3 pm"."""
    match = _NEXT_PART.fullmatch(words)
    clock = clock_of(match["time"]) if match else None
    if match is None or clock is None:
        return
    way = 1 if "next" in words.split()[:2] else -1
    yield from _from_anchor(
        context.anchor, "next_part", lambda start: at_clock(_shifted(start, Shift(way, "day")), clock)
    )


def each_doubted(found: Iterable[Found], mark: str) -> list[Found]:
    return [one.doubted(mark) for one in found]
