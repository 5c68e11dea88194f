"""Where does a text name one of the register's days, however it is spelt?

Recall comes first: 03/04/1999 is read as the 3rd of April and as the 4th of March. Only a whole date
counts, with its year: "14 July" alone is not the day.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from candour.domain.leaks.coded_days import (
    ISO_ORDINAL,
    ISO_WEEK,
    SCRIPTED,
    SECONDS,
    iso_ordinal,
    iso_week,
    scripted,
    seconds,
)
from candour.domain.leaks.counted import (
    counts_lines,
    counts_something,
    heads_counts,
    is_among_counts,
    is_in_margin,
)
from candour.domain.leaks.counted_days import (
    DAY_OF_YEAR,
    LABELLED,
    NTH_WEEKDAY,
    NUMBERED_MONTH,
    WEEK_AND_DAY,
    counted_days,
    day_of_year,
    labelled,
    nth_weekday,
    numbered_month,
    week_and_day,
)
from candour.domain.leaks.date_words import (
    DAY_IN_WORDS,
    MONTHS,
    ROMAN_MONTHS,
    YEAR_IN_WORDS,
    day_in_words,
    year_in_words,
)
from candour.domain.leaks.foreign_months import IN_OTHER_LETTERS

_SEP = r"[\s\-–—‐‑−./\\|,:;_·•∕⁄'’()年月日،년월ᅵ]"
"""The last are the Korean for year, month and day, taken apart as folding does."""
_NAMES = "|".join(sorted(MONTHS, key=len, reverse=True))
_DAY = r"(?<![\d.])(?P<d>\d{1,2})(?:\s?(?:st|nd|rd|th|er|[o°]|ydd|fed|eg|ain))?"
_DAY_ANY = rf"(?:{_DAY}(?![\d])|(?P<dw>{DAY_IN_WORDS}))"
_YEAR = rf"(?:(?P<y>(?:19|20)\d\d|['’]?\d\d)(?!\d)|(?P<yw>{YEAR_IN_WORDS}))"
_GLUE = rf"(?:{_SEP}|\bof\b|\bthe\b|\bin\b|\byear\b|\bde\b|\bdel\b){{0,12}}"
"""Between a month with its day, and the year."""
_NEAR = rf"{_SEP}{{0,12}}(?:\b(?:(?:day{_SEP}{{1,3}})?of|de|del|day)\b{_SEP}{{0,6}})?"
"""Between a day and its month. Nobody writes "12 in February 2014": there the figure counts something."""
_YEARLY = rf"{_SEP}{{0,12}}(?:\b(?:of|de|del|(?:(?:in|of)\s)?the\syear|year|m)\b{_SEP}{{0,6}})?"
_COUNTED = (
    r"(?:visit|occasion|review|meeting|child|report|time|referral|conference|attempt|floor|birthday|year|week"
    r"|month|grade|stage|session|call|placement|worker|pregnancy|draft|edition|assessment|plan)s?\b"
)
_MONTH = rf"(?<![a-z])(?P<m>{_NAMES})(?![a-z])"
_MONTH_RUN_ON = rf"(?P<m>{_NAMES})"

_NUMERIC = re.compile(rf"(?<!\d)(\d{{1,4}})({_SEP}{{1,4}})(\d{{1,2}})({_SEP}{{1,4}})(\d{{1,4}})(?!\d)")
_COMPACT = re.compile(r"(?<!\d)(?P<eight>\d{8})(?:\d{4}|\d{6})?(?!\d)|(?<!\d)(?P<six>\d{6})(?!\d)")
_ROMAN_NAMES = "|".join(sorted(ROMAN_MONTHS, key=len, reverse=True))
_ROMAN = re.compile(rf"(?<!\d)(\d{{1,2}}){_SEP}{{1,3}}({_ROMAN_NAMES}){_SEP}{{1,3}}(\d{{4}}|\d\d)(?!\d)")
_DAY_MONTH_YEAR = re.compile(rf"{_DAY_ANY}{_NEAR}{_MONTH_RUN_ON}{_GLUE}{_YEAR}")
_MONTH_DAY_YEAR = re.compile(
    rf"{_MONTH}{_NEAR}(?:the\s)?(?:(?P<d>\d{{1,2}})(?:\s?(?:st|nd|rd|th))?(?!\d)|(?P<dw>{DAY_IN_WORDS})){_YEARLY}{_YEAR}"
)
_YEAR_FIRST = re.compile(
    rf"(?<!\d)(?P<y>(?:19|20)\d\d){_YEARLY}(?:the\s)?(?:{_MONTH_RUN_ON}{_NEAR}(?:the\s)?(?P<d>\d{{1,2}})(?!\d)|(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?{_NEAR}(?P<m2>{_NAMES})(?![a-z])(?!{_GLUE}(?:19|20)\d\d))"
)
_MONTH_YEAR_DAY = re.compile(
    rf"{_MONTH}{_GLUE}(?P<y>(?:19|20)\d\d){_GLUE}(?:(?P<on>on\s)|the\s)*(?P<d>\d{{1,2}})(?:st|nd|rd|th)(?!\d)(?!\s{_COUNTED})"
    rf"(?(on)|(?!\s(?!(?:of|he|she|they|it|we|i|and|at|in|to|when|that|was)\b)[a-z]))"
)
""""July 1999, on the 14th", but neither "in May 2012 the 2nd review" nor ".. on the 2nd visit"."""
_DAYS_BEFORE = re.compile(
    r"(?:(?<!\d)\d{1,2}(?:st|nd|rd|th)?\s*(?:,|&|\band\b|\bto\b|\bor\b|\buntil\b|[-–—/])\s*)+$"
)
_YEAR_LATER = re.compile(rf"{_DAY}{_NEAR}{_MONTH}(?=[^.\n]{{1,40}}?\b(?P<y>(?:19|20)\d\d)\b)")
_LETTERSPACED = re.compile(r"[ \n\t](?<=\S[ \n\t])\S(?:[ \n\t]\S){4,}(?![^\W_])")
"""Also one figure to a cell, as in the boxes of a form."""
_LETTERS = re.compile(r"[a-z]{3,12}")
_LINE_ENDS = re.compile(r" *(?:[\n\t]|\Z)")
_YEAR_WORDS = ("nineteen", "twenty", "thousand")
_AROUND = 110


@dataclass(frozen=True, slots=True)
class DayHit:
    """A day of the register, named at start to end of the text."""

    day: date
    start: int
    end: int


def days_in(text: str, wanted: frozenset[date]) -> Iterator[DayHit]:
    """The wanted days that folded text names. US order, two-digit years and ranges are all tried."""
    if not wanted:
        return
    low = text.lower()
    for day, start, end in (*_told(text, wanted), *counted_days(low, wanted, _told)):
        yield DayHit(day, start, end)
    for match in _LETTERSPACED.finditer(low):
        start, end = match.start() - 1, match.end()
        closed = "".join(low[start:end].split())
        if sum(letter.isdigit() for letter in closed) >= 3:
            yield from (DayHit(hit.day, start, end) for hit in days_in(closed, wanted))


def _told(text: str, wanted: frozenset[date]) -> Iterator[tuple[date, int, int]]:
    """The days that stand there with their year, and where."""
    low = text.lower()
    cased = text if len(text) == len(low) else low
    for begin, end in _windows(low, wanted):
        for match, day, at in _spelt(low[begin:end], wanted):
            if not _is_counted(cased, match, at + begin):
                yield day, match.start() + at + begin, match.end() + at + begin


def _windows(low: str, wanted: frozenset[date]) -> Iterator[tuple[int, int]]:
    """The stretches around anything that may be one of the wanted years: all other text holds no such day."""
    years = _years(frozenset(f"{day.year % 100:02}" for day in wanted))
    spans = [match.span() for match in years.finditer(low)]
    return _around(spans + [span for word in _YEAR_WORDS for span in _places(word, low)])


@cache
def _years(endings: frozenset[str]) -> re.Pattern[str]:
    """The last figure of what may be one of the years, and six figures on end, which may hold one."""
    return re.compile(rf"[0-9](?:(?<=[0-9]{{6}})|(?<=[0-9]{{2}})(?!\d)(?<={'|'.join(sorted(endings))}))")


def _places(word: str, low: str) -> Iterator[tuple[int, int]]:
    place = low.find(word)
    while place >= 0:
        yield place, place + len(word)
        place = low.find(word, place + 1)


def _around(spans: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    begin, end = 0, -1
    for first, last in sorted(spans):
        if first - _AROUND > end:
            if end >= 0:
                yield begin, end
            begin = max(first - _AROUND, 0)
        end = last + _AROUND
    if end >= 0:
        yield begin, end


def _spelt(low: str, wanted: frozenset[date]) -> Iterator[tuple[re.Match[str], date, int]]:
    """What was matched, the day it means, and where the stretch that it was matched in begins."""
    spans = [match.span() for match in _LETTERS.finditer(low) if match.group() in MONTHS]
    if not low.isascii():
        spans += [match.span() for match in IN_OTHER_LETTERS.finditer(low)]
    months = [*_around(spans)]
    for pattern, read in _READERS:
        for begin, end in months if read is _by_month_name else [(0, len(low))]:
            stretch = low[begin:end]
            for match in _overlapping(stretch) if pattern is _NUMERIC else pattern.finditer(stretch):
                for day in read(match):
                    if day in wanted:
                        yield match, day, begin


def _is_counted(text: str, match: re.Match[str], at: int) -> bool:
    """The figure before the month is no day, but numbers something; or it is a paragraph's in the margin."""
    if match.re is _NUMERIC:
        alone = _LINE_ENDS.match(text, match.end() + at)  # day, month and year, a cell each
        return (
            len(match[5]) == 4 and not alone and is_in_margin(text, (match.start(3) + at, match.end(3) + at))
        )
    found = match.groupdict()
    day = next((name for name in ("d", "dw", "d2") if found.get(name)), "")
    month = next((name for name in ("m", "m2") if found.get(name)), "")
    if not day or not month or match.start(day) > match.start(month):
        begin = match.start() + at
        return match.re is _YEAR_FIRST and heads_counts(
            text, (begin, begin + 4), match.start(month or "y") + at, match.end() + at
        )
    year = next(name for name in ("y", "yw") if found.get(name))
    figure = match.start(day) + at, match.end(day) + at
    return counts_something(
        text,
        figure,
        (match.start(month) + at, match.end(month) + at),
        max(match.start(year), match.end(month)) + at,
    )


def _overlapping(low: str) -> Iterator[re.Match[str]]:
    """In "4, 8 11 2003" the day does not begin with the first figure."""
    match = _NUMERIC.search(low)
    while match is not None:
        yield match
        match = _NUMERIC.search(low, match.end(1))


def _numeric(match: re.Match[str]) -> Iterator[date]:
    """Day first, month first and year first; a two-digit year apart by bare spaces is a row of figures."""
    first, gap, middle, gap_too, last = match.groups()
    figures = len(first) + len(middle) + len(last)
    spaces = sum(1 if "\n" in between else len(between) for between in (gap, gap_too))
    short = max(len(first), len(last)) < 4
    if not (gap + gap_too).strip() and short and figures + spaces < 8:
        return
    if counts_lines(first, gap, middle, gap_too, last) or (short and is_among_counts(match)):
        return
    for year, month, day in (
        (last, middle, first),
        (last, first, middle),
        (first, middle, last),
        (first, last, middle),
    ):
        yield from _days(year, int(month), int(day))


def _compact(match: re.Match[str]) -> Iterator[date]:
    if digits := match["eight"]:
        orders = (
            (digits[:4], digits[4:6], digits[6:]),
            (digits[4:], digits[2:4], digits[:2]),
            (digits[4:], digits[:2], digits[2:4]),
        )
    else:
        digits = match["six"]
        orders = (
            (digits[:2], digits[2:4], digits[4:]),
            (digits[4:], digits[2:4], digits[:2]),
            (digits[4:], digits[:2], digits[2:4]),
        )
    for year, month, day in orders:
        yield from _days(year, int(month), int(day))


def _roman(match: re.Match[str]) -> Iterator[date]:
    yield from _days(match[3], ROMAN_MONTHS[match[2]], int(match[1]))


def _by_month_name(match: re.Match[str]) -> Iterator[date]:
    """One day, and those listed before it: "on 12, 13 and 14 July 1999", "12-14 July 1999"."""
    found = match.groupdict()
    month = MONTHS[found.get("m") or found["m2"]]
    year = found.get("y") or str(year_in_words(found.get("yw") or ""))
    numbered = found.get("d") or found.get("d2")
    days = [int(numbered) if numbered else day_in_words(found["dw"]) or 0]
    if before := _DAYS_BEFORE.search(match.string[max(match.start() - 60, 0) : match.start()]):
        days += [int(one) for one in re.findall(r"\d{1,2}", before.group())]
    for day in days:
        yield from _days(year.lstrip("'’"), month, day)


def _days(year: str, month: int, day: int) -> Iterator[date]:
    """The days that these figures may mean; a year of two figures is in the last century or in this one."""
    if len(year) not in (2, 4):
        return
    for full in (int(year),) if len(year) == 4 else (1900 + int(year), 2000 + int(year)):
        if 1 <= full <= 9999 and 1 <= month <= 12 and 1 <= day <= _last_day(full, month):
            yield date(full, month, day)


def _last_day(year: int, month: int) -> int:
    return (date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)).day if year < 9999 else 28


_READERS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], Iterable[date]]], ...] = (
    (_NUMERIC, _numeric),
    (_COMPACT, _compact),
    (_ROMAN, _roman),
    (LABELLED, labelled),
    (DAY_OF_YEAR, day_of_year),
    (WEEK_AND_DAY, week_and_day),
    (NTH_WEEKDAY, nth_weekday),
    (NUMBERED_MONTH, numbered_month),
    (SCRIPTED, scripted),
    (SECONDS, seconds),
    (ISO_WEEK, iso_week),
    (ISO_ORDINAL, iso_ordinal),
    (_DAY_MONTH_YEAR, _by_month_name),
    (_MONTH_DAY_YEAR, _by_month_name),
    (_YEAR_FIRST, _by_month_name),
    (_MONTH_YEAR_DAY, _by_month_name),
    (_YEAR_LATER, _by_month_name),
)
