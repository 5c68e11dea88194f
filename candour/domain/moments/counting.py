"""So many days, weeks, months or years from a date: three weeks later, 2/52 ago, a few days after 18/6/99."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from candour.domain.moments.almanac import days_after, months_after, plausible
from candour.domain.moments.context import Context
from candour.domain.moments.edtf import bounds_of
from candour.domain.moments.found import Code, Found, Problem, Stretch, a_day, a_month, ambiguous
from candour.domain.moments.moment import Moment, Precision
from candour.domain.moments.pieces import pieces
from candour.domain.moments.units import settle

ANCHOR_ASSUMED = "anchor_assumed"

_AMOUNT = r"(?:(?P<n>[0-9]{1,3})|(?P<vague>few|couple|several)|(?P<one>an?))"
_SHIFT = (
    rf"(?:{_AMOUNT} )?(?P<unit>day|week|fortnight|month|year|hrs)"
    r"|(?P<medical>[0-9]{1,2})/(?P<of>7|52|12)"
)
_COUNTED = re.compile(
    rf"(?:in |on )?(?:{_SHIFT}) (?P<way>later|after|ago|before|next|from)(?: (?P<what>.+))?"
)
_EVENT = re.compile(
    r"(?:his |her |their |its |this |that |mothers? |fathers? |childs? |babys? )*(?:previous |last |first )?"
    r"(?:death|arrival|admission|discharge|referral|visit|move|moving in|contact|incident|meeting|conference"
    r"|assessment|event|entry|above|this|that|injury|call|appointment|release|times|ditto)"
)


@dataclass(frozen=True, slots=True)
class Shift:
    """So many of a unit, forward or (negative) back; `vague` where the count is a word like "few"."""

    count: int
    unit: str
    vague: str = ""


def counted(words: str, context: Context) -> Iterator[Found]:
    match = _COUNTED.fullmatch(words)
    if match is None or (match["way"] == "from" and not match["what"]):
        return
    shift = _shift(match)
    if match["what"] is None:
        yield from from_anchor(
            context.anchor, "counted", lambda start: _unless_a_stretch(start, shift, match)
        )
        return
    written = list(written_days(match["what"], context))
    if match["way"] == "from":
        yield from (_from_a_day(start, shift) for start in written)
        return
    for start in written:
        found = shifted(start, shift) if isinstance(start, Stretch) else _shifted_problem(start, shift)
        yield _unless_loose(found, start, match, shift)
    if written or any(letter.isdigit() for letter in match["what"]):
        return
    assumed = _EVENT.fullmatch(match["what"]) is not None
    for found in from_anchor(context.anchor, "counted", lambda start: shifted(start, shift)):
        if isinstance(found, Problem) or assumed:
            yield found.flagged({ANCHOR_ASSUMED} if context.anchor else ())
        else:
            yield ambiguous("counted", "It counts from something that no date is given for.", found.edtf)


def _unless_loose(found: Found, start: Found, match: re.Match[str], shift: Shift) -> Found:
    """ "The week before Christmas 1999" is no single day; "2 days ago 14/7/99" may count from today."""
    if isinstance(found, Problem):
        return found
    if match["way"] in {"ago", "later"}:
        why = "The date may be what is counted from, or what was counted to."
        return ambiguous("counted", why, found.edtf, start.edtf if isinstance(start, Stretch) else found.edtf)
    return _unless_a_stretch(start, shift, match) if isinstance(start, Stretch) else found


def _unless_a_stretch(start: Stretch, shift: Shift, match: re.Match[str]) -> Found:
    """ "The week before" is no single day; "over a week before" no certain one."""
    found = shifted(start, shift)
    if isinstance(found, Problem):
        return found
    if match[0].startswith("in "):
        return ambiguous("counted", "How long it was cannot be told.", found.edtf)
    counted = match["n"] or match["vague"] or match["one"] or match["medical"]
    there, here = bounds_of(found.edtf)[0], bounds_of(start.edtf)[0]
    if counted or shift.unit != "week" or match["way"] == "later" or there is None or here is None:
        return found
    first, last = (there, days_after(here, -1)) if there < here else (days_after(here, 1), there)
    why = "It may be the day a week away, or the week between."
    return ambiguous("counted", why, found.edtf, f"{first}/{last}")


def _from_a_day(start: Found, shift: Shift) -> Found:
    """ "3 days from 14 July" may end on the third day after it, or be the three days that begin with it."""
    if isinstance(start, Problem):
        return start
    found = shifted(start, shift)
    if isinstance(found, Problem):
        return found
    why = "It may be the time that begins with the date, or what comes after it."
    return ambiguous("counted", why, found.edtf, f"{start.edtf.rstrip('?~%')}/{found.edtf}")


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


def written_days(words: str, context: Context) -> Iterator[Found]:
    for unit in pieces(words):
        if not unit.wants_month:
            yield from settle(unit, context)


def from_anchor(anchor: Moment | None, rule: str, count: Callable[[Stretch], Found]) -> Iterator[Found]:
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
        shifted(Stretch(one, Precision.DAY, "counted"), shift)
        for one in (reading.replace("XXXX", "2001") for reading in found.readings)
        if len(one.rstrip("?~%")) == 10 and plausible(int(one[:4]))
    )
    yearless = any(one.startswith("XXXX") for one in found.readings)
    counted = (
        one.edtf.replace("2001", "XXXX") if yearless else one.edtf
        for one in readings
        if isinstance(one, Stretch)
    )
    return replace(found, rule="counted", readings=tuple(counted))


def shifted(start: Stretch, shift: Shift) -> Found:
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


def without_anchor(rule: str) -> Problem:
    why = "It counts from another date, and none is given."
    return Problem(Code.RELATIVE_WITHOUT_ANCHOR, why, rule)
