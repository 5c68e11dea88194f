"""Words -> what they say, by every rule; and where rules do not reach, the dates that stand among the words.

Several different readings are never settled here: they are all handed on, and held.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from candour.domain.moments.asides import beside
from candour.domain.moments.context import Context
from candour.domain.moments.counting import without_anchor
from candour.domain.moments.found import Code, Found, Problem, Stretch
from candour.domain.moments.month_names import MONTHS, WEEKDAYS, perhaps_months
from candour.domain.moments.pieces import pieces, without_doubt
from candour.domain.moments.relative import leans_on_another, relative
from candour.domain.moments.spans import spans
from candour.domain.moments.times import clock_of
from candour.domain.moments.units import Unit, settle

_NO_DATE = re.compile(r"(?:undated|nothing|\?+|[~? ]+|onward|several|repeating|dayblank|monthblank)")
_TIMES = r"(?:x ?[0-9]{1,2}|[0-9]{1,2} ?x|(?:on )?[0-9]{1,2} times|several(?: times)?|times)"
_SEVERAL = re.compile(rf"{_TIMES}[ ,-]*(?:in |on )?(?P<rest>.+)")
_SEVERAL_AFTER = re.compile(rf"(?P<rest>.+?)[ ,-]+{_TIMES}")
_REPEATING = re.compile(r"repeating[ ,-]*(?:in |on )?(?P<rest>.+)")
_REPEATING_AFTER = re.compile(r"(?P<rest>.+?)[ ,-]+repeating")
_UNDATED = re.compile(r"undated[ ,-]*(?P<rest>.+)")
_YEAR_BEFORE = re.compile(r"(?P<year>[0-9]{4})[ ,-]+(?P<rest>.+)")
_STRANGE = re.compile(r"[^a-z0-9/.,:'?~()\[\]{} -]")
_DASH_BEFORE_WORDS = re.compile(r"(?<=[0-9])-(?=[a-z])|(?<=[a-z])-(?=[0-9])")
_FEW_DIGITS = re.compile(r"[0-9]{1,2}")
_SHORT = 24
_MOST_WORDS = 40
_WIDEST = 10
_DATISH = {
    *MONTHS,
    *WEEKDAYS,
    *("spring", "summer", "autumn", "winter", "easter", "christmas", "early", "mid", "late", "between"),
    *("before", "after", "from", "until", "by", "halfterm", "weekfrom", "weekto", "quarter", "finyear"),
}


def found_in(words: str, context: Context) -> list[Found]:
    """What all of the words say; nothing where any of them is left over."""
    if not words or _NO_DATE.fullmatch(words):
        return [_no_date(words)]
    if clock_of(words) is not None and re.search(r"[a-z:]", words):
        return list(_only_a_time(words, context))
    for level in LEVELS:
        found = list(level(words, context))
        if found:
            return found
    return []


def _whole(words: str, context: Context) -> Iterator[Found]:
    """One unit; or, where it leaves something to a heading or there is none, a stretch."""
    found = _unless_year_is_known(pieces(words), context)
    for unit in found:
        yield from settle(unit, context)
    if not found or (context.month and not any(unit.dated for unit in found)):
        yield from spans(words, context)


def _unless_year_is_known(found: tuple[Unit, ...], context: Context) -> list[Unit]:
    """Under a heading 1999, "7/12" is no month of 2012; under a heading 2012 it may be, and is held."""
    numbers = any(unit.rule == "day_and_month_numbers" for unit in found)
    elsewhere = context.year is not None and numbers
    return [
        unit
        for unit in found
        if not (elsewhere and unit.rule == "month_number_year" and context.year not in unit.years)
    ]


def beside_words(words: str, context: Context) -> list[Found]:
    return beside(words, context, found_in)


def _no_date(words: str) -> Problem:
    readings = ("XXXX",) if words else ()
    return Problem(Code.NO_DATE, "No date is written.", "no_date", readings)


def _undated(words: str, context: Context) -> Iterator[Found]:
    """ "Undated, spring 99", "no date on file, prior to closure 25/2/00"."""
    match = _UNDATED.fullmatch(words)
    if match is None:
        return
    found = found_in(match["rest"].strip("() "), context)
    yield from (one.flagged({"undated"}) for one in found)
    if not found:
        yield from _dates_among(match["rest"], context)
        if not any(letter.isdigit() for letter in match["rest"]):
            yield _no_date(words)


def _counted_events(words: str, context: Context) -> Iterator[Found]:
    """ "x3 in July 1999", "weekly, June - July 99": one date for several things."""
    for pattern, flag in (
        (_SEVERAL, "several"),
        (_SEVERAL_AFTER, "several"),
        (_REPEATING, "repeating"),
        (_REPEATING_AFTER, "repeating"),
    ):
        match = pattern.fullmatch(words)
        if match is not None and not _FEW_DIGITS.fullmatch(match["rest"]):
            yield from (one.flagged({flag}) for one in found_in(match["rest"], context))


def _doubted(words: str, context: Context) -> list[Found]:
    rest, mark = without_doubt(words)
    return [one.doubted(mark) for one in found_in(rest, context)] if mark and rest else []


def _year_before(words: str, context: Context) -> list[Found]:
    """ "1999, between Apr and June": a year that goes with what follows, which has none of its own."""
    match = _YEAR_BEFORE.fullmatch(words)
    if match is None:
        return []
    alone = found_in(match["rest"], Context())
    if not alone or not all(isinstance(one, Problem) and one.code is Code.NO_YEAR for one in alone):
        return []
    found = found_in(match["rest"], Context(year=int(match["year"])))
    return [replace(one, flags=one.flags - {"year_from_context"}) for one in found]


def _only_a_time(words: str, context: Context) -> Iterator[Found]:
    if clock_of(words) is not None:
        yield Problem(Code.NO_DATE, "A time of day is written, and no date.", "only_a_time")


def among(words: str, context: Context) -> list[Found]:
    """Where words are left over: the dates that stand among them, every one held, or a refusal."""
    dates: list[Found] = list(_dates_among(words, context))
    dates = dates or list(_dates_among(_DASH_BEFORE_WORDS.sub(" - ", words), context))
    if dates:
        return dates
    if leans_on_another(words):
        return [without_anchor("leaning")]
    return [Problem(Code.UNREADABLE_DATE, "No date can be read in these words.", "none", refused=True)]


def _dates_among(words: str, context: Context) -> Iterator[Problem]:
    why = "Other words stand beside the date, and they may change it."
    ways = (_with_digits_joined, _longest_dates, _with_month_mended)
    for found in (one for way in ways for one in way(words, context)):
        offered = (found.edtf,) if isinstance(found, Stretch) else found.readings
        readings = tuple(one for one in offered if one != "XXXX")
        yield Problem(Code.AMBIGUOUS_DATE, why, "among_words", readings, found.flags)


def _with_digits_joined(words: str, context: Context) -> Iterator[Found]:
    """ "1 4/07/1999", "14 Jul 19 99": a space has come into a number on its way out of a PDF."""
    whole = re.sub(r"(?<=[0-9]) (?=[0-9])", "", words)
    if whole != words and len(whole) <= _SHORT:
        yield from (
            one for unit in pieces(whole) for one in settle(unit, context) if isinstance(one, Stretch)
        )


def _with_month_mended(words: str, context: Context) -> Iterator[Found]:
    """Where a month is misspelt in a way that may be two: the day in each of them, to choose from."""
    for match in re.finditer(r"(?<=[0-9h] )([a-z]{3,})(?= '?[0-9])", words):
        for month in () if match[1] in MONTHS else perhaps_months(match[1]):
            turned = words[: match.start()] + MONTHS[month - 1] + words[match.end() :]
            yield from (one for one in _longest_dates(turned, context) if isinstance(one, Stretch))


def _longest_dates(words: str, context: Context) -> Iterator[Found]:
    """The longest runs of words that are dates, from the left, none overlapping another."""
    chunks = _STRANGE.sub(" ", words.replace(",", ", ")).split()[:_MOST_WORDS]
    edges = [_may_begin_or_end(chunk.strip("(),-")) for chunk in chunks]
    at = 0
    while at < len(chunks):
        ends = range(min(at + _WIDEST, len(chunks)), at, -1) if edges[at] else ()
        for end in ends:
            found = _date_in(chunks[at:end], context) if edges[end - 1] else []
            if found:
                yield from found
                at = end - 1
                break
        at += 1


def _date_in(chunks: list[str], context: Context) -> list[Found]:
    words = " ".join(chunks).replace(", ", ",").strip(" (),-")
    units = [unit for unit in pieces(words) if not unit.wants_month and unit.rule not in _TOO_LITTLE]
    if units:
        return [one for unit in units for one in settle(unit, context) if _says_something(one)]
    if len(chunks) == 1 and words.isdigit():
        return []
    return [one for one in spans(words, context) if _says_something(one)]


LEVELS: tuple[Callable[[str, Context], Iterable[Found]], ...] = (
    _whole,
    beside_words,
    _undated,
    relative,
    _counted_events,
    _doubted,
    _year_before,
    _only_a_time,
)
"""Tried in this order; the first that finds anything answers."""

_TOO_LITTLE = {"separator_missing", "two_digits_alone", "month_alone", "serial_as_text", "six_digits"}


def _may_begin_or_end(chunk: str) -> bool:
    return (
        chunk[:1].isdigit()
        or chunk[-1:].isdigit()
        or chunk[:1] in "?~'"
        or bool(_DATISH & set(re.split(r"[^a-z]+", chunk)))
    )


def _says_something(found: Found) -> bool:
    return isinstance(found, Stretch) or (bool(set(found.readings) - {"XXXX"}) and not found.refused)
