"""Rules for stretches from one unit to another, each lending the other the month and year that it lacks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from itertools import product

from candour.domain.moments.almanac import SATURDAY, days_after, months_after
from candour.domain.moments.context import Context
from candour.domain.moments.edtf import bounds_of, edges_of, is_edtf, is_season
from candour.domain.moments.found import Code, Found, Problem, Stretch, Window, ambiguous, no_year
from candour.domain.moments.moment import FIRST_MINUTE, LAST_MINUTE, Precision
from candour.domain.moments.openings import first_of, first_part, last_of, last_part
from candour.domain.moments.pieces import pieces
from candour.domain.moments.times import OVERNIGHT
from candour.domain.moments.units import MONTH, Unit, in_year, without_year

_JOIN = re.compile(r" (?:to|until|by) | ?- ?(?:to )?|/|(?P<and> and )")
_OPENING = re.compile(
    r"(?P<between>between )?(?P<night>(?:over)?night )?(?P<weekend>weekendof )?"
    r"(?:in |on )?(?:from )?"
)
_NAMED = re.compile(rf"[0-9][a-z]* (?:{MONTH})\b")
_MONTH_RULES = {"month_year", "month_alone", "month_number_year"}
_BARE_YEAR, _DASHED_NUMBERS = re.compile(r"[0-9]{4}"), re.compile(r"[0-9]+-[0-9-]+")
_FEASTS = {"time_of_feast", "named_feast"}
_WHOLE_DAY = re.compile(r"[0-9]{1,2}[/.-][0-9]{1,2}[/.-](?:[0-9]{4}|[0-9]{2})")


def ranges(words: str, context: Context) -> Iterator[Found]:
    opening = _OPENING.match(words)
    between, night, weekend = opening.group("between", "night", "weekend") if opening else ("", "", "")
    rest = words[opening.end() :] if opening else words
    for join in _JOIN.finditer(rest):
        left, right = rest[: join.start()], rest[join.end() :]
        if (join["and"] and not between) or not left or not right:
            continue
        if join.group() == "-" and _inside_numbers(left, right):
            continue
        if (join.group() == "/" and not _slash_joins(left, right)) or dash_in_a_day(left, right):
            continue
        for first, last in _pairs(pieces(left), pieces(right), right.endswith("th")):
            for found in range_of(first, last, context):
                if night:
                    found = _through_the_night(found)
                if weekend:
                    found = _only_a_weekend(found)
                yield _unless_apart(found, first, last) if join.group() == "/" else found


def _unless_apart(found: Found, first: Unit, last: Unit) -> Found:
    """ "14/15 July" is one stretch; "14/16 July" and "June/August" may be that or their two ends."""
    days, months = bool(first.day and last.day), {first.rule, last.rule} <= _MONTH_RULES
    if isinstance(found, Problem) or not (days or months):
        return found
    starts, _, ends = found.edtf.partition("/")
    if "T" in ends and "T" not in starts:
        return ambiguous("range", "Which day the time belongs to is not plain.", found.edtf, ends)
    if "T" in found.edtf:
        return found
    (_, end_of_first), (start_of_last, _) = bounds_of(starts), bounds_of(ends or starts)
    if end_of_first and start_of_last and days_after(end_of_first, 1) < start_of_last:
        members = f"{{{starts},{ends}}}"
        return ambiguous("range", "It may be a stretch or only its two ends.", found.edtf, members)
    return found


def _inside_numbers(year: str, rest: str) -> bool:
    """ "1999-07-14-15" and "1999-2000-2001": the first of several dashes after a bare year joins nothing."""
    return _BARE_YEAR.fullmatch(year) is not None and _DASHED_NUMBERS.fullmatch(rest) is not None


def dash_in_a_day(one: str, other: str) -> bool:
    """ "1-3 and 5 May": beside a named month "1-3" is no 1 March."""
    return any(
        re.fullmatch(r"[0-9]{1,2}-[0-9]{1,2}", day) is not None and _NAMED.search(beside) is not None
        for day, beside in ((one, other), (other, one))
    )


def _pairs(left: Sequence[Unit], right: Sequence[Unit], ordinal: bool) -> Iterator[tuple[Unit, Unit]]:
    """Where both ends may be read in several ways, they are read in the same one: "05/09 - 10/09"."""
    alike = {one.rule for one in left} & {one.rule for one in right}
    choosy = len(left) > 1 and len(right) > 1 and alike
    bare = any(one.rule == "day_alone" and not ordinal for one in right)
    left = [one for one in left if not (bare and one.dated)]
    return ((a, b) for a, b in product(left, right) if not choosy or a.rule == b.rule)


def _slash_joins(left: str, right: str) -> bool:
    """A slash joins units only where it can stand inside no date: beside a month's name, between days."""
    named = _NAMED.search(left) and _NAMED.search(right)
    beside_words = left[-1].isalpha() or right[0].isalpha() or bool(named)
    two_days = left.removesuffix("th").isdigit() and not re.match(r"[0-9]+[/.]", right)
    two_days = two_days and not (right.isdigit() and int(right) <= 12)
    whole = _WHOLE_DAY.fullmatch(left) is not None and _WHOLE_DAY.match(right) is not None
    first_of_two = left.isdigit() and _WHOLE_DAY.match(right) is not None
    return beside_words or left.endswith("th") or two_days or whole or first_of_two


def _through_the_night(found: Found) -> Found:
    """Only from one day to the next; a longer stretch is several nights."""
    if isinstance(found, Problem):
        return found
    first, last = bounds_of(found.edtf)
    if first and last and days_after(first, 1) == last:
        return replace(found, window=OVERNIGHT, rule="overnight")
    return found


def _only_a_weekend(found: Found) -> Found:
    """ "The weekend of 7/8 August" is that Saturday and Sunday, or a slip."""
    if isinstance(found, Problem):
        return found
    first, last = bounds_of(found.edtf)
    if first and last and first.weekday() == SATURDAY and days_after(first, 1) == last:
        return found
    return ambiguous("range", "These days are no weekend.", found.edtf)


def range_of(first: Unit, last: Unit, context: Context) -> Iterator[Found]:
    """From one unit to another; each lends the other the month and year that it lacks."""
    month_of_first = first.month or (first.wants_month and (last.month or context.month)) or 0
    month_of_last = last.month or (last.wants_month and (first.month or context.month)) or 0
    if (first.wants_month and not last.day) or (first.rule == "week") != (last.rule == "week"):
        return
    if (first.wants_month and not month_of_first) or (last.wants_month and not month_of_last):
        if first.wants_month and last.wants_month:
            yield no_year("range", f"{first.yearless}/{last.yearless}")
        return
    flags = first.flags | last.flags
    years = list(_years(first, last, context, month_of_first, month_of_last))
    if not years:
        starts, ends = without_year(first, month_of_first), without_year(last, month_of_last)
        yield no_year("range", f"{starts}/{ends}").flagged(flags)
    if not first.dated and not last.dated:
        flags |= {"year_from_context"}
    for year_of_first, year_of_last in years:
        each_start = in_year(first, year_of_first, month_of_first)
        each_end = in_year(last, year_of_last, month_of_last)
        for start, end in product(each_start, each_end):
            found = joined(start, end)
            if found.rule == "range" and first.wants_month and not first.month:
                found = _from_month_before(found, first, month_of_first)
            if year_of_first != year_of_last and len({*first.years, *last.years}) < 2:
                found = _unless_nearly_a_year(found, month_of_first == month_of_last)
            yield found.flagged(flags)


def _from_month_before(found: Found, first: Unit, month: int) -> Found:
    """ "28 - 3 May 2009" may begin in April: offered."""
    if isinstance(found, Stretch) or found.code is not Code.ENDS_BEFORE_IT_STARTS:
        return found
    end = found.readings[-1]
    before = months_after(date(int(end[:4]), month, 1), -1)
    reading = f"{before.year}-{before.month:02}-{first.day:02}/{end}"
    return replace(found, readings=(reading, *found.readings)) if is_edtf(reading) else found


def _unless_nearly_a_year(found: Found, same_month: bool) -> Found:
    """ "5 May - 3 May 1999" is sooner a slip than a stretch that begins in 1998."""
    if isinstance(found, Problem) or not same_month:
        return found
    return ambiguous("range", "The end comes before the start, unless a year lies between.", found.edtf)


def _years(first: Unit, last: Unit, context: Context, *months: int) -> Iterator[tuple[int, int]]:
    wraps = _wraps(first, last, *months)
    if first.years and last.years:
        yield from product(first.years, last.years)
    elif last.years:
        yield from ((year - wraps, year) for year in last.years)
        if wraps and {first.rule, last.rule} <= _FEASTS:
            # "Between Christmas and New Year 1999" may be the winter that 1999 ended with.
            yield from ((year, year + wraps) for year in last.years)
    elif first.years:
        yield from ((year, year + wraps) for year in first.years)
    elif context.year is not None:
        yield context.year, context.year + wraps
        if wraps:
            yield context.year - 1, context.year


def _wraps(first: Unit, last: Unit, month_of_first: int, month_of_last: int) -> bool:
    """True when in one and the same year the first would come after the last: "Dec - Feb"."""
    edges = [
        bounds_of(one.edtf)
        for unit, month in ((first, month_of_first), (last, month_of_last))
        for one in in_year(unit, 2001, month)
        if isinstance(one, Stretch) and is_edtf(one.edtf)
    ]
    if len(edges) != 2 or (first.wants_month and not first.month):
        return False
    starts, ends = edges[0][0], edges[1][1]
    return starts is not None and ends is not None and ends < starts


def joined(start: Found, end: Found) -> Found:
    if isinstance(start, Problem) or isinstance(end, Problem):
        return _problem_at_an_end(start, end)
    starts, ends = first_of(start), last_of(end)
    edtf = f"{starts}/{ends}" if starts != ends else starts
    window = _window(start, end)
    if not is_edtf(edtf) or _shut(edtf, window):
        why = "The end comes before the start."
        return Problem(Code.ENDS_BEFORE_IT_STARTS, why, "range", (start.edtf, end.edtf))
    precision = Precision.INTERVAL if starts != ends else end.precision
    mark = start.mark or end.mark
    return Stretch(edtf, precision, "range", starts, ends, start.flags | end.flags, mark, window)


def _shut(edtf: str, window: Window | None) -> bool:
    """True when the hours of one and the same day end before they start."""
    first, last = bounds_of(edtf)
    return window is not None and first == last and window[1] < window[0]


def _window(start: Stretch, end: Stretch) -> Window | None:
    if start.window is None and end.window is None:
        return None
    earliest, latest = edges_of(start.edtf)[0], edges_of(end.edtf)[1]
    opens = start.window[0] if start.window else earliest.time() if earliest else FIRST_MINUTE
    closes = end.window[1] if end.window else latest.time() if latest else LAST_MINUTE
    return opens, closes


def _problem_at_an_end(start: Found, end: Found) -> Problem:
    troubles = [one for one in (start, end) if isinstance(one, Problem)]
    starts = start.readings if isinstance(start, Problem) else (first_of(start),)
    ends = end.readings if isinstance(end, Problem) else (last_of(end),)
    pairs = (
        f"{first_part(one)}/{last_part(other)}"
        for one, other in product(starts, ends)
        if not (is_season(first_part(one)) or is_season(last_part(other)))
    )
    readings = tuple(dict.fromkeys(filter(is_edtf, pairs)))
    return replace(troubles[0], rule="range", readings=readings or troubles[0].readings)
