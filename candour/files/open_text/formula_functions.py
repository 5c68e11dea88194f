"""The functions of workbooks that put text and days together; any other makes a formula Unknown."""

from __future__ import annotations

import calendar
import math
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

_FIRST = date(1899, 12, 30)
_LONGEST = 4_000
_OF_DAYS = re.compile(r"[dy]|mmm|m.*d|d.*m", re.I)
_QUOTED = re.compile(r'"[^"]*"|\\.')


class Unknown(Exception):
    """What a formula shows cannot be told from the workbook alone."""


@dataclass(frozen=True, slots=True)
class Table:
    """A range or an array, row by row."""

    rows: list[list[Value]]

    @property
    def every(self) -> Iterator[Value]:
        yield from (value for row in self.rows for value in row)


class Serial(float):
    """A number that is a day, by the function that made it."""


Value = str | float | bool | Table


def as_text(value: Value | None) -> str:
    """As a cell shows it with no format; of a range its first cell."""
    if value is None:
        raise Unknown
    if isinstance(value, Table):
        return as_text(value.rows[0][0])
    if isinstance(value, bool):
        return str(value).upper()
    if isinstance(value, float):
        return f"{value:.0f}" if value.is_integer() else f"{value:.10g}"
    return value


def as_number(value: Value | None) -> float:
    if isinstance(value, (float, bool)):
        return value if isinstance(value, float) else float(value)
    said = as_text(value)
    try:
        number = float(said or 0)
    except ValueError:
        raise Unknown from None
    if not math.isfinite(number):
        raise Unknown
    return number


def _whole(value: Value | None) -> int:
    return int(as_number(value))


def _all(given: tuple[Value | None, ...]) -> Iterator[Value]:
    for one in given:
        if isinstance(one, Table):
            yield from one.every
        elif one is None:
            raise Unknown
        else:
            yield one


def _joined(*given: Value | None) -> str:
    return "".join(map(as_text, _all(given)))[:_LONGEST]


def _text_join(between: Value, skip: Value, *given: Value | None) -> str:
    said = [as_text(one) for one in _all(given)]
    return as_text(between).join(one for one in said if one or skip is False)[:_LONGEST]


def _substitute(text: Value, old: Value, new: Value, which: Value | None = None) -> str:
    before, out, into = as_text(text), as_text(old), as_text(new)
    if not out:
        return before
    if which is None:
        return before.replace(out, into)[:_LONGEST]
    parts = before.split(out)
    at = _whole(which)
    return out.join(parts[:at]) + into + out.join(parts[at:]) if 0 < at < len(parts) else before


def _replace(text: Value, begin: Value, length: Value, new: Value) -> str:
    before, at = as_text(text), _whole(begin) - 1
    return before[:at] + as_text(new) + before[at + _whole(length) :]


def _mid(text: Value, begin: Value, length: Value) -> str:
    at = max(_whole(begin) - 1, 0)
    return as_text(text)[at : at + max(_whole(length), 0)]


def _right(text: Value, length: Value = 1.0) -> str:
    many = _whole(length)
    return as_text(text)[-many:] if many > 0 else ""


def _find(what: Value, text: Value, begin: Value = 1.0) -> float:
    return float(as_text(text).lower().index(as_text(what).lower(), _whole(begin) - 1) + 1)


def _text(value: Value, code: Value) -> str:
    """A day in figures, whatever its format; a number with the noughts that the format fills it with."""
    shape = _QUOTED.sub("", as_text(code))
    if _OF_DAYS.search(shape):
        return _day_of(as_number(value)).isoformat()
    if "@" in shape or not (isinstance(value, float) or as_text(value).isdecimal()):
        return as_text(value)
    return as_text(as_number(value)).rjust(shape.count("0"), "0")


def _day_of(number: float) -> date:
    return _FIRST + timedelta(days=int(number))


def _serial(day: date) -> Serial:
    return Serial((day - _FIRST).days)


def _date(year: Value, month: Value, day: Value) -> Serial:
    years, months = divmod(_whole(month) - 1, 12)
    return _serial(date(_whole(year) + years, months + 1, 1) + timedelta(days=_whole(day) - 1))


def _edate(day: Value, months: Value) -> Serial:
    before = _day_of(as_number(day))
    year, month = divmod(before.year * 12 + before.month - 1 + _whole(months), 12)
    last = calendar.monthrange(year, month + 1)[1]
    return _serial(date(year, month + 1, min(before.day, last)))


def _if(condition: Value | None, then: Value | None = True, other: Value | None = False) -> Value:
    """Where nobody knows the condition, what is shown if it holds."""
    if condition is not None and not (condition if isinstance(condition, bool) else as_number(condition)):
        then, other = other, then
    if then is None:
        raise Unknown
    return then


def _if_error(value: Value | None, other: Value | None) -> Value:
    said = other if value is None else value
    if said is None:
        raise Unknown
    return said


def _choose(which: Value, *given: Value | None) -> Value:
    chosen = given[_whole(which) - 1]
    if chosen is None:
        raise Unknown
    return chosen


def _index(table: Value, row: Value = 1.0, column: Value | None = None) -> Value:
    if not isinstance(table, Table):
        return table
    rows = table.rows
    if column is None and len(rows) == 1:
        return rows[0][_whole(row) - 1]
    return rows[max(_whole(row), 1) - 1][max(_whole(column or 1.0), 1) - 1]


def _lookup_down(what: Value, table: Value, column: Value, _near: Value | None = None) -> Value:
    if isinstance(table, Table):
        for row in table.rows:
            if as_text(row[0]).lower() == as_text(what).lower():
                return row[_whole(column) - 1]
    raise Unknown


def _match(what: Value, table: Value, _way: Value | None = None) -> float:
    if isinstance(table, Table):
        for n, one in enumerate(table.every, 1):
            if as_text(one).lower() == as_text(what).lower():
                return float(n)
    raise Unknown


def _character(code: Value) -> str:
    return chr(_whole(code))


def _sum(*given: Value | None) -> float:
    return sum(as_number(one) for one in _all(given) if as_text(one) != "")


FUNCTIONS: dict[str, Callable[..., Any]] = {
    "CONCATENATE": _joined,
    "CONCAT": _joined,
    "TEXTJOIN": _text_join,
    "LEFT": lambda text, length=1.0: as_text(text)[: max(_whole(length), 0)],
    "RIGHT": _right,
    "MID": _mid,
    "SUBSTITUTE": _substitute,
    "REPLACE": _replace,
    "UPPER": lambda text: as_text(text).upper(),
    "LOWER": lambda text: as_text(text).lower(),
    "PROPER": lambda text: as_text(text).title(),
    "TRIM": lambda text: " ".join(as_text(text).split()),
    "CLEAN": lambda text: "".join(filter(str.isprintable, as_text(text))),
    "CHAR": _character,
    "UNICHAR": _character,
    "CODE": lambda text: float(ord(as_text(text)[0])),
    "UNICODE": lambda text: float(ord(as_text(text)[0])),
    "LEN": lambda text: float(len(as_text(text))),
    "FIND": _find,
    "SEARCH": _find,
    "TEXT": _text,
    "VALUE": as_number,
    "FIXED": lambda number, *_: as_text(float(round(as_number(number)))),
    "DATE": _date,
    "EDATE": _edate,
    "DATEVALUE": as_text,
    "YEAR": lambda day: float(_day_of(as_number(day)).year),
    "MONTH": lambda day: float(_day_of(as_number(day)).month),
    "DAY": lambda day: float(_day_of(as_number(day)).day),
    "REPT": lambda text, times: (as_text(text) * min(_whole(times), _LONGEST))[:_LONGEST],
    "T": as_text,
    "N": as_number,
    "INT": lambda number: float(math.floor(as_number(number))),
    "ROUND": lambda number, places=0.0: round(as_number(number), _whole(places)),
    "ABS": lambda number: abs(as_number(number)),
    "MOD": lambda number, by: as_number(number) % as_number(by),
    "SUM": _sum,
    "IF": _if,
    "IFERROR": _if_error,
    "IFNA": _if_error,
    "CHOOSE": _choose,
    "INDEX": _index,
    "VLOOKUP": _lookup_down,
    "MATCH": _match,
    "HYPERLINK": lambda address, shown=None: as_text(shown if shown is not None else address),
}
