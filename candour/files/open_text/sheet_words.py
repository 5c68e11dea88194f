"""The shorthand of workbooks in plain words: formulas, codes of headers, formats, days as numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

_SAID = re.compile(r'"((?:[^"]|"")*)"|\b(?:UNI)?CHAR\(\s*(\d{1,7})\s*\)', re.I)
_HEADER_CODE = re.compile(r'&(?:"[^"]*"|K[0-9A-Fa-f]{6}|K\d\d[+-]\d{3}|\d{1,3}|[A-Za-z&])')
_FORMAT_CODE = re.compile(r"\[[^\]]*\]|_.|\*.|[\"\\]")
_DAYS = re.compile(r"\d{4,5}(?:\.\d+)?(?:E\+?\d+)?")
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


def days_of(number: str, since_1904: bool) -> Iterator[str]:
    """The day that a number would be, if it were one: 37933 is the 8th of November 2003."""
    if _DAYS.fullmatch(number) and 0 < (days := int(float(number))) <= _LAST:
        first = _FIRST_1904 if since_1904 else _FIRST
        yield (first + timedelta(days=days)).isoformat()
