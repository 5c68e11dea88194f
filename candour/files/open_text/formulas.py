"""What a formula of a workbook shows: its functions of text and of days, of constants and of other cells.

What it needs and cannot know (an external link, today) makes it Unknown; its strings are read all the same.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass, field

from candour.files.open_text.formula_functions import (
    FUNCTIONS,
    Serial,
    Table,
    Unknown,
    Value,
    as_number,
    as_text,
)

_TOKEN = re.compile(
    r'\s*(?:"(?P<text>(?:[^"]|"")*)"|(?P<number>\d+\.?\d*(?:E[+-]?\d+)?|\.\d+)(?![\w!])'
    r"|(?:(?P<sheet>'(?:[^']|'')+'|[\w.]+)!)?\$?(?P<cell>[A-Z]{1,3}\$?\d{1,7})(?::\$?(?P<last>[A-Z]{1,3}\$?\d{1,7}))?(?![\w(.])"
    r"|(?P<call>[A-Za-z_][\w.]*)\s*\(|(?P<name>[A-Za-z_\\][\w.]*)|(?P<sign><>|<=|>=|[-+*/^&=<>,;(){}%]))\s*"
)
_LONGEST, _DEEPEST, _MOST_STEPS, _MOST_CELLS = 4_000, 40, 200_000, 2_000
_COMPARE: dict[str, Callable[[str, str], bool]] = {
    "=": lambda a, b: a == b,
    "<>": lambda a, b: a != b,
    "<": lambda a, b: a < b,
    ">": lambda a, b: a > b,
    "<=": lambda a, b: a <= b,
    ">=": lambda a, b: a >= b,
}


@dataclass(slots=True)
class Book:
    """The cells of every sheet by part and name: a value, or a formula that begins with "=".

    `sheets`: name -> part. `names`: defined names and their formulas, in small letters both.
    """

    cells: dict[str, dict[str, str]] = field(default_factory=lambda: defaultdict(dict))
    sheets: dict[str, str] = field(default_factory=dict)
    names: dict[str, str] = field(default_factory=dict)
    steps: int = 0
    _known: dict[tuple[str, str], Value | None] = field(default_factory=dict)

    @property
    def is_exhausted(self) -> bool:
        return self.steps > _MOST_STEPS

    def words(self, part: str, formula: str) -> tuple[str, bool]:
        """What the formula shows, "" where nobody can know, and whether it is a day kept as a number."""
        try:
            value = self.shown(part, formula)
            return as_text(value), isinstance(value, Serial)
        except (Unknown, RecursionError):
            return "", False

    def shown(self, part: str, formula: str, depth: int = 0) -> Value:
        """Raises Unknown."""
        if len(formula) > _LONGEST or depth > _DEEPEST:
            raise Unknown
        reading = _Reading(self, part, formula.removeprefix("="), depth)
        value = reading.compared()
        if reading.sign or reading.match:
            raise Unknown
        return value

    def cell(self, part: str, name: str, depth: int) -> Value:
        self.steps += 1
        if self.is_exhausted:
            raise Unknown
        said = self.cells.get(part, {}).get(name, "")
        if not said.startswith("="):
            return said
        if (part, name) not in self._known:
            self._known[part, name] = None  # while it is worked out: a formula may ask for itself
            self._known[part, name] = self.shown(part, said, depth + 1)
        if (value := self._known[part, name]) is None:
            raise Unknown
        return value


class _Reading:
    """One formula, token by token; every function of it that is known is worked out as it is read."""

    def __init__(self, book: Book, part: str, formula: str, depth: int) -> None:
        self._book, self._part, self._formula, self._depth = book, part, formula, depth
        self._at = 0
        self.match: re.Match[str] | None = None
        self._next()

    @property
    def sign(self) -> str:
        return (self.match["sign"] or "") if self.match else ""

    def _next(self) -> None:
        self.match = _TOKEN.match(self._formula, self._at)
        if self.match is None and self._formula[self._at :].strip():
            raise Unknown
        self._at = self.match.end() if self.match else len(self._formula)

    def _taken(self, *signs: str) -> str:
        sign = self.sign
        if sign not in signs:
            return ""
        self._next()
        return sign

    def compared(self) -> Value:
        value = self._joined()
        while sign := self._taken(*_COMPARE):
            other = self._joined()
            value = _COMPARE[sign](as_text(value).lower(), as_text(other).lower())
        return value

    def _joined(self) -> Value:
        value = self._summed()
        while self._taken("&"):
            value = (as_text(value) + as_text(self._summed()))[:_LONGEST]
        return value

    def _summed(self) -> Value:
        value = self._multiplied()
        while sign := self._taken("+", "-"):
            other = as_number(self._multiplied())
            value = as_number(value) + (other if sign == "+" else -other)
        return value

    def _multiplied(self) -> Value:
        value = self._raised()
        while sign := self._taken("*", "/"):
            other = as_number(self._raised())
            if sign == "/" and not other:
                raise Unknown
            value = as_number(value) * other if sign == "*" else as_number(value) / other
        return value

    def _raised(self) -> Value:
        if sign := self._taken("-", "+"):
            number = as_number(self._raised())
            return -number if sign == "-" else number
        value = self._one()
        while self._taken("%"):
            value = as_number(value) / 100
        if self._taken("^"):
            power = as_number(self._raised())
            if abs(power) > 20 or abs(as_number(value)) > 1e6:
                raise Unknown
            value = float(as_number(value) ** power)
        return value

    def _one(self) -> Value:
        match = self.match
        if match is None:
            raise Unknown
        if self._taken("("):
            value = self.compared()
            self._expect(")")
            return value
        if self._taken("{"):
            return self._array()
        self._next()
        if match["text"] is not None:
            return match["text"].replace('""', '"')
        if match["number"]:
            return float(match["number"])
        if match["cell"]:
            return self._reference(match)
        if match["call"]:
            return self._called(match["call"])
        return self._named(match["name"])

    def _expect(self, sign: str) -> None:
        if not self._taken(sign):
            raise Unknown

    def _array(self) -> Table:
        rows: list[list[Value]] = [[]]
        while not self._taken("}"):
            rows[-1].append(self._raised())
            if self._taken(";"):
                rows.append([])
            else:
                self._taken(",")
        return Table(rows)

    def _called(self, name: str) -> Value:
        given: list[Value | None] = []
        while not self._taken(")"):
            if self.match is None:
                raise Unknown
            if self._taken(",", ";"):
                given.append("")
                continue
            try:
                given.append(self.compared())
            except Unknown:
                given.append(None)
                self._skip()
            if not self._taken(",", ";") and self.sign != ")":
                raise Unknown
        function = FUNCTIONS.get(name.upper().removeprefix("_XLFN.").removeprefix("_XLWS."))
        if function is None:
            raise Unknown
        try:
            value: Value = function(*given)
        except (TypeError, ValueError, IndexError, OverflowError):
            raise Unknown from None
        return value

    def _skip(self) -> None:
        """To the end of what one function is given."""
        depth = 0
        while self.match is not None and not (depth == 0 and self.sign in (",", ";", ")")):
            depth += bool(self.match["call"]) + (self.sign == "(") - (self.sign == ")")
            self._next()

    def _named(self, name: str) -> Value:
        if name.upper() in ("TRUE", "FALSE"):
            return name.upper() == "TRUE"
        said = self._book.names.get(name.lower())
        if said is None:
            raise Unknown
        return self._book.shown(self._part, said, self._depth + 1)

    def _reference(self, match: re.Match[str]) -> Value:
        part = self._part
        if match["sheet"]:
            part = self._book.sheets.get(match["sheet"].strip("'").replace("''", "'").lower(), "")
        first = match["cell"].replace("$", "")
        if not match["last"]:
            return self._book.cell(part, first, self._depth)
        (left, top), (right, bottom) = sorted([_place(first), _place(match["last"].replace("$", ""))])
        top, bottom = min(top, bottom), max(top, bottom)
        if (right - left + 1) * (bottom - top + 1) > _MOST_CELLS:
            raise Unknown
        across = range(left, right + 1)
        return Table(
            [
                [self._book.cell(part, f"{_letters(column)}{row}", self._depth) for column in across]
                for row in range(top, bottom + 1)
            ]
        )


def _place(name: str) -> tuple[int, int]:
    letters = name.rstrip("0123456789")
    column = 0
    for letter in letters:
        column = column * 26 + ord(letter) - 64
    return column, int(name[len(letters) :])


def _letters(column: int) -> str:
    said = ""
    while column:
        column, rest = divmod(column - 1, 26)
        said = chr(65 + rest) + said
    return said
