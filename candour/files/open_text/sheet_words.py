"""The shorthand of workbooks in plain words: formulas, codes of headers, formats, days as numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

_SAID = re.compile(r'"((?:[^"]|"")*)"|\b(?:UNI)?CHAR\(\s*(\d{1,7})\s*\)', re.I)
_HEADER_CODE = re.compile(r'&(?:"[^"]*"|K[0-9A-Fa-f]{6}|K\d\d[+-]\d{3}|\d{1,3}|[A-Za-z&])')
_FORMAT_CODE = re.compile(r"\[[^\]]*\]|_.|\*.|[\"\\]")
_BRACKETED = re.compile(r"\[[^\]]*\]")
_SECTION = re.compile(r'(?:"[^"]*"|\\.|[^;"\\])+')
_PART = re.compile(r'"([^"]*)"|\\(.)|[_*].|,|([0#?@])|(.)')
_DAYS = re.compile(r"\d{4,5}(?:\.\d+)?(?:E\+?\d+)?")
_NOT_SHOWN = re.compile(r'\[[^\]]*\]|"[^"]*"|\\.|_.|\*.')
_SHOWS_DAYS, _SHOWS_MONTHS, _SHOWS_FIGURES = (
    re.compile(r"[dy]", re.I),
    re.compile("m", re.I),
    re.compile("[0#?]"),
)
_BUILT_IN = frozenset([*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59), *range(71, 82)])
_OF_DAYS = re.compile(
    r"\b(?:born|birth\w*|d\.?o\.?b|dates?|days?|died|death|since|from|until|when|seen|on|geboren|geburt\w*)\b",
    re.I,
)
_FIRST, _FIRST_1904 = date(1899, 12, 30), date(1904, 1, 1)
_LAST = 73_050
"""The last day of 2099, from 1900 on."""


def joined_formula(formula: str) -> Iterator[str]:
    """All that the formula says in letters, put together: ="Kow"&"alski", CHAR(75)&CHAR(111)."""
    parts = [
        chr(int(match[2])) if match[2] and 0 < int(match[2]) < 0xD800 else (match[1] or "").replace('""', '"')
        for match in _SAID.finditer(formula)
    ]
    if len(parts) > 1:
        yield "".join(parts)


def header_words(text: str) -> str:
    """A header without the codes that say left, bold, page number."""
    return _HEADER_CODE.sub("", text)


def plain_format(code: str) -> str:
    """A format of numbers without the signs before each letter that it shows as it stands."""
    return _FORMAT_CODE.sub("", code)


def in_format(text: str, code: str) -> Iterator[str]:
    """What a cell shows whose format puts words around it: 873 as "CR/2014/"00000, "field" as "Wren"@."""
    for section in _SECTION.findall(_BRACKETED.sub("", code)):
        parts = [(match[1] or match[2] or match[4] or "", match[3]) for match in _PART.finditer(section)]
        places = [place for _, place in parts if place]
        whole = text.partition(".")[0]
        if not any(letter.isalnum() for said, _ in parts for letter in said):
            continue
        if "@" in places:
            yield "".join(text if place else said for said, place in parts)
        elif places and whole.isdecimal():
            yield "".join(_filled(parts, whole, len(places)))


def _filled(parts: list[tuple[str, str | None]], figures: str, places: int) -> Iterator[str]:
    """The first place takes all figures that find none of their own; a nought fills an empty one."""
    figures = figures.rjust(places)
    left = [figures[: len(figures) - places + 1], *figures[len(figures) - places + 1 :]]
    for said, place in parts:
        yield said if not place else (left.pop(0).strip() or ("0" if place == "0" else ""))


def days_of(number: str, since_1904: bool) -> Iterator[str]:
    """The day that a number would be, if it were one: 37933 is the 8th of November 2003."""
    if _DAYS.fullmatch(number) and 0 < (days := int(float(number))) <= _LAST:
        first = _FIRST_1904 if since_1904 else _FIRST
        yield (first + timedelta(days=days)).isoformat()


def shows_days(number: int, code: str) -> bool:
    """Does a format of numbers show a day? By its number among those that every program has, or its code."""
    bare = _NOT_SHOWN.sub("", code)
    months = _SHOWS_MONTHS.search(bare) and not _SHOWS_FIGURES.search(bare)
    return number in _BUILT_IN or bool(code != "General" and (_SHOWS_DAYS.search(bare) or months))


def tells_of_days(words: str) -> bool:
    """ "Date of birth", "born": the figure beside or below such words is a day, whatever its format."""
    return bool(_OF_DAYS.search(words))
