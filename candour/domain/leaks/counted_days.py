"""A day that is told by counting: the 312th of a year, a serial number, a week, so long after another.

Only days of the register are asked for, so what is read here may be read generously.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date, timedelta

from candour.domain.leaks.coded_days import day_at
from candour.domain.leaks.date_words import (
    DAY_IN_WORDS,
    MONTHS,
    ROMAN_YEAR,
    YEAR_IN_WORDS,
    day_in_words,
    roman_number,
    year_in_words,
)

Found = tuple[date, int, int]
"""The day, and where it is told: start and end."""
DaysIn = Callable[[str, frozenset[date]], Iterator[Found]]

_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_WEEKDAY = r"(?P<w>mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\b"
_YEAR = r"(?P<y>(?:19|20)\d\d)(?!\d)"
_OF = r"[\s,:/()\-–]{0,4}(?:\b(?:of|in|the|year|yr)\b\s*){0,3}"
_NTH = {one: n % 5 + 1 for n, one in enumerate("first second third fourth fifth 1st 2nd 3rd 4th 5th".split())}
_MONTH = "|".join(sorted(MONTHS, key=len, reverse=True))

DAY_OF_YEAR = re.compile(
    rf"\b(?:day|doy)[\s:#=.]*(?:(?:no|number)\b[\s.:]*)?(?P<n>\d{{1,3}})(?!\d)(?P<of>{_OF}){_YEAR}"
    rf"|(?<!\d)(?P<n2>\d{{1,3}})(?:st|nd|rd|th)\s+day\s+(?:of|in)\s+(?:the\s+year\s+)?(?P<y2>(?:19|20)\d\d)(?!\d)"
    rf"|(?<!\d)(?P<y3>(?:19|20)\d\d)[\s,:/()\-–]{{0,4}}(?:day|doy)\s*(?:(?:no|number)\b[\s.:]*)?(?P<n3>\d{{1,3}})(?!\d)"
)
WEEK_AND_DAY = re.compile(
    rf"\b{_WEEKDAY}[^.\n]{{0,12}}?\b(?:week|wk)\s*(?P<n>\d{{1,2}})(?!\d){_OF}{_YEAR}"
    rf"|\b(?:week|wk)\s*(?P<n2>\d{{1,2}})(?!\d){_OF}{_YEAR.replace('<y>', '<y2>')}"
    rf"[\s,:)\-–]{{1,3}}(?:on\s+)?(?:the\s+)?{_WEEKDAY.replace('<w>', '<w2>')}"
)
NTH_WEEKDAY = re.compile(
    rf"\b(?P<nth>{'|'.join(_NTH)}|last)\s+{_WEEKDAY}\s+(?:(?:of|in)\s+)?(?P<m>{_MONTH})\b{_OF}{_YEAR}"
)
_LABEL = r"\b(?P<l{0}>d|m|y|dd|mm|yy|yyyy|day|mon|month|year)\W{{1,4}}(?P<v{0}>\d{{1,4}})(?!\d)"
LABELLED = re.compile(r"\W{1,6}".join(_LABEL.format(n) for n in (1, 2, 3)))
_NUMBERED = rf"(?:\d{{1,2}}(?:\s?(?:st|nd|rd|th))?(?!\d)|{DAY_IN_WORDS})"
NUMBERED_MONTH = re.compile(
    rf"(?<![\d.])(?P<nd>{_NUMBERED})(?:\s+(?:day\s+)?of\s+the\s+|\s*[/.\-–]\s*)(?P<nm>{_NUMBERED})(?:\s+month)?"
    rf"[\s,./()\-–]{{0,4}}(?:\b(?:of|in)\b\s*(?:the\s+year\s+)?)?(?:(?P<y>(?:19|20)\d\d)(?!\d)|(?P<yw>{YEAR_IN_WORDS}))"
)
_SERIAL = re.compile(r"(?<![\d£$€#&/])(?<!\d[.,])\d{5}(?![\d,/])(?:\.0+(?!\d))?")
_SEVEN = re.compile(r"(?<![\d£$€#&/])(?<!\d[.,])\d{7}(?![\d,/])")
_DAY_WORDS = re.compile(
    r"\b(?:born|birth\w*|d\.?o\.?b|dates?|day|died|death|since|from|until|when|seen|on|serial|excel|mjd|julian)\b"
)
_ROMAN_WORD = re.compile(r"\b[ivx]{1,6}\b")
_ROMAN_YEAR = re.compile(rf"\b{ROMAN_YEAR}\b")
_APART = re.compile(
    r"(?:\b(?P<n>a|an|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\d{1,3})\s+"
    r"(?P<unit>day|night|week|fortnight)s?|\bthe\s+(?:very\s+)?(?:next\s+|previous\s+)?(?:day|morning|night|eve))"
    r"\s+(?P<way>after|following|from|later\s+than|before|preceding|prior\s+to|earlier\s+than|of)\s+"
)
_OF_THAT_MONTH = re.compile(
    r"(?<!\d)(?P<d>\d{1,2})(?:st|nd|rd|th)?\s+(?:day\s+)?of\s+(?:that|the\s+same|this|the\s+said)\s+month\b"
)
_MONTH_AND_YEAR = re.compile(rf"(?<![a-z])(?P<m>{_MONTH})[\s,]{{1,3}}(?:of\s+)?{_YEAR}")
_NUMBERS = dict(
    zip(
        "a an one two three four five six seven eight nine ten eleven twelve".split(),
        (1, 1, *range(1, 13)),
        strict=True,
    )
)
_UNITS = {"day": 1, "night": 1, "week": 7, "fortnight": 14}
_FIRSTS = (date(1899, 12, 30), date(1904, 1, 1), date(1858, 11, 17))
"""From which workbooks count, and those who count Julian days without their first figures."""
_JULIAN = range(2_400_001, 2_500_000)
_NEAR, _AFTER, _SAME, _HEADS, _LONGEST = 60, 20, 400, 4_000, 10_000


def day_of_year(match: re.Match[str]) -> Iterator[date]:
    """ "Day 312 of 2003", "2003, day 312"; "day 12, 2014" without of may be a count of days."""
    number, year = match["n"] or match["n2"] or match["n3"], match["y"] or match["y2"] or match["y3"]
    if match["n2"] is None and int(number) < 32 and "of" not in (match["of"] or ""):
        return
    if 1 <= int(number) <= 366:
        yield date(int(year), 1, 1) + timedelta(days=int(number) - 1)


def week_and_day(match: re.Match[str]) -> Iterator[date]:
    """ "Saturday of week 45, 2003", weeks as ISO 8601 counts them."""
    week, year = int(match["n"] or match["n2"]), int(match["y"] or match["y2"])
    weekday = _WEEKDAYS.index((match["w"] or match["w2"])[:3])
    if 1 <= week <= 53:
        yield date.fromisocalendar(year, 1, 1) + timedelta(weeks=week - 1, days=weekday)


def nth_weekday(match: re.Match[str]) -> Iterator[date]:
    """ "The second Saturday of November 2003"; the last one may be the fourth or the fifth."""
    first = date(int(match["y"]), MONTHS[match["m"]], 1)
    first += timedelta(days=(_WEEKDAYS.index(match["w"][:3]) - first.weekday()) % 7)
    if match["nth"] in _NTH:
        yield first + timedelta(weeks=_NTH[match["nth"]] - 1)
    else:
        later = (first + timedelta(weeks=5), first + timedelta(weeks=4), first + timedelta(weeks=3))
        yield next(day for day in later if day.month == first.month)


def labelled(match: re.Match[str]) -> Iterator[date]:
    """ "Day: 7 Month: 3 Year: 2019", as forms on the web print their answers, in any order."""
    said = {match[f"l{n}"][0]: match[f"v{n}"] for n in (1, 2, 3)}
    if {*said} == {*"dmy"} and len(said["y"]) in (2, 4):
        for century in ("19", "20") if len(said["y"]) == 2 else ("",):
            yield from day_at(int(century + said["y"]), int(said["m"]), int(said["d"]))


def numbered_month(match: re.Match[str]) -> Iterator[date]:
    """ "The eighth of the eleventh, 2003", "8/11 in 2003"."""
    day, month = _number(match["nd"]), _number(match["nm"])
    year = int(match["y"] or year_in_words(match["yw"]) or 0)
    yield from day_at(year, month, day)
    yield from day_at(year, day, month)


def counted_days(low: str, wanted: frozenset[date], days_in: DaysIn) -> Iterator[Found]:
    """Those with no year in figures to be known by: serials, Roman years, days told from other days."""
    for place, end, days in _serials(low, wanted):
        yield from ((day, place, end) for day in days if day in wanted)
    yield from _by_roman_year(low, wanted, days_in)
    for match in _OF_THAT_MONTH.finditer(low):
        for month in _MONTH_AND_YEAR.finditer(low, max(match.start() - _SAME, 0), match.start()):
            told = day_at(int(month["y"]), MONTHS[month["m"]], int(match["d"]))
            yield from ((day, *match.span()) for day in told if day in wanted)
    yield from _so_long_apart(low, wanted, days_in)


def _by_roman_year(low: str, wanted: frozenset[date], days_in: DaysIn) -> Iterator[Found]:
    for match in _ROMAN_YEAR.finditer(low):
        year = roman_number(match.group())
        if 1900 <= year <= 2100:
            before = _in_figures(low[max(match.start() - _NEAR, 0) : match.start()])
            meant = f"{before}{year}{_in_figures(low[match.end() : match.end() + _AFTER])}"
            yield from ((day, *match.span()) for day, _, _ in days_in(meant, wanted))


def _in_figures(text: str) -> str:
    return _ROMAN_WORD.sub(lambda one: str(roman_number(one.group())), text)


def _so_long_apart(low: str, wanted: frozenset[date], days_in: DaysIn) -> Iterator[Found]:
    """ "The day after 7 November 2003", "two weeks before 1 May 2011"."""
    known = [day for day in wanted if 100 < day.year < 9900]
    for match in _APART.finditer(low):
        shift = _NUMBERS.get(match["n"] or "a") or int(match["n"])
        shift *= _UNITS[match["unit"] or "day"]
        if match["way"].split()[0] in ("before", "preceding", "prior", "earlier", "of"):
            shift = -shift
        shifted = frozenset(day - timedelta(days=shift) for day in known)
        for day, start, end in days_in(low[match.end() : match.end() + _NEAR], shifted):
            if start < len("wednesday, the "):
                yield day + timedelta(days=shift), match.start(), match.end() + end


def _serials(low: str, wanted: frozenset[date]) -> Iterator[tuple[int, int, list[date]]]:
    """By number since 1900 or 1904 where words speak of days; Julian days, and 2003312, alone."""
    for match in _SERIAL.finditer(low):
        number = int(match.group()[:5])
        since = [first + timedelta(days=number) for first in _FIRSTS]
        days = [*since, *_in_year(1900, number), *_in_year(2000, number)]
        if not wanted.isdisjoint(days) and _speaks_of_days(low, match.start()):
            yield *match.span(), days
    for match in _SEVEN.finditer(low):
        number = int(match.group())
        if number in _JULIAN:
            last = _FIRSTS[-1] + timedelta(days=number - _JULIAN.start)
            yield *match.span(), [last, last + timedelta(days=1)]
        elif 1900_000 < number < 2100_000:
            yield *match.span(), [*_in_year(0, number)]


def _in_year(century: int, number: int) -> Iterator[date]:
    """The year, and three figures for the day in it: 03312."""
    if 1 <= number % 1000 <= 366 and century + number // 1000 <= 2100:
        yield date(century + number // 1000, 1, 1) + timedelta(days=number % 1000 - 1)


def _speaks_of_days(low: str, place: int) -> bool:
    """In the same line, or at the head of the same column of words parted by commas, tabs or bars."""
    begin = low.rfind("\n", 0, place) + 1
    end = low.find("\n", place)
    line = low[max(begin, place - _NEAR) : min(end if end >= 0 else len(low), place + _NEAR)]
    if _DAY_WORDS.search(line):
        return True
    if place - begin > _LONGEST:
        return False
    for mark in "\t|;,":
        column = low.count(mark, begin, place)
        if column or mark in line:
            above = low[max(begin - _HEADS, 0) : begin].splitlines()
            cells = (one.split(mark) for one in above)
            return any(len(one) > max(column, 1) and _DAY_WORDS.search(one[column]) for one in cells)
    return False


def _number(said: str) -> int:
    figures = re.match(r"\d+", said)
    return int(figures.group()) if figures else day_in_words(said) or 0
