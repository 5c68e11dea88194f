"""Words that stand in no line of a page: down a column, letter by letter in attributes, by place or number.

All of it is a second reading of what is read in its order elsewhere.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, field

from candour.domain.leaks import Piece
from candour.files.open_text.opened import OpenFile

_ORDER = re.compile(r"(?<![\w-])(?:order|left)\s*:\s*(-?\d{1,6})")
_MOVED = re.compile(r"\btranslate\(\s*(-?[\d.]{1,9})(?:[\s,]+(-?[\d.]{1,9}))?")
_NUMBER = re.compile(r"-?\d{1,6}(?:\.\d{1,6})?")
_GAP = re.compile(r"[\s,]+")
_STRING = re.compile(r"\"((?:[^\"\\]|\\.)*)\"|'((?:[^'\\]|\\.)*)'")
_FIELDS = ("input", "option", "button", "data", "meter", "param")
_SHORT = 2
_ALPHABET = 26
_TABLES = 200
"""Tables in one another beyond this are no layout."""


@dataclass(slots=True)
class Columns:
    """The cells of tables as they are read, given back column by column."""

    open: list[list[list[str]]] = field(default_factory=list)
    held: list[dict[int, int]] = field(default_factory=list)
    closed: list[list[list[str]]] = field(default_factory=list)

    def begin(self) -> None:
        if len(self.open) < _TABLES:
            self.open.append([])
            self.held.append({})

    def end(self) -> None:
        if self.open:
            self.closed.append(self.open.pop())
            self.held.pop()

    def row(self) -> None:
        if self.open:
            self.open[-1].append([])

    def cell(self, rows: str = "") -> None:
        """`rows`: over how many of them it stands, so that those below it keep to their columns."""
        if self.open:
            if not self.open[-1]:
                self.open[-1].append([])
            row, held, at = self.open[-1][-1], self.held[-1], len(self.open[-1]) - 1
            while held.get(len(row), -1) >= at:
                row.append("")
            if rows.isdecimal() and len(rows) <= _SHORT:
                held[len(row)] = at + int(rows) - 1
            row.append("")

    def say(self, text: str) -> None:
        if self.open and self.open[-1] and self.open[-1][-1]:
            self.open[-1][-1][-1] += text

    def tell(self, where: str, found: OpenFile) -> None:
        """Each column as a text of its own, where a table has more than one row and one column."""
        while self.open:
            self.end()
        for rows in self.closed:
            width = max(map(len, rows), default=0)
            for n in range(width) if width > 1 and len(rows) > 1 else ():
                down = [row[n].strip() for row in rows if n < len(row) and row[n].strip()]
                found.add(Piece(f"{where}, column {n + 1} of a table", "\n".join(down), net=True))


def _figure(said: str | None) -> float:
    return float(said) if said and _NUMBER.fullmatch(said) else 0.0


@dataclass(slots=True)
class LooseLetters:
    """Letters that attributes say one at a time, and words that a style or a place puts in order."""

    by_name: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    placed: list[tuple[float, float, str]] = field(default_factory=list)
    at: tuple[float, float] | None = None
    several: list[float] = field(default_factory=list)
    fields: list[str] = field(default_factory=list)

    def tag(self, tag: str, attributes: dict[str, str]) -> None:
        for name, value in attributes.items():
            if 0 < len(value) <= _SHORT:
                self.by_name[name].append(value)
        if tag in _FIELDS and attributes.get("value"):
            self.fields.append(attributes["value"])
        if tag == "li" and (number := attributes.get("value", "")).isdecimal() and len(number) <= _SHORT:
            letter = chr(64 + int(number)) if 0 < int(number) <= _ALPHABET else " "
            self.by_name["letters of a list"].append(letter)
        across, order = attributes.get("x", ""), _ORDER.search(attributes.get("style", ""))
        if order is not None:
            self.at = (0.0, float(order[1]))
        elif _NUMBER.fullmatch(across):
            up = attributes.get("y", "0")
            self.at = (float(up) if _NUMBER.fullmatch(up) else 0.0, float(across))
        elif moved := _MOVED.search(attributes.get("transform", "")):
            self.at = (_figure(moved[2]), _figure(moved[1]))
        self.several = [_figure(one) for one in _GAP.split(across.strip())] if _GAP.search(across) else []

    def say(self, text: str) -> None:
        if self.several:
            self.placed += [(0.0, place, one) for place, one in zip(self.several, text, strict=False)]
            self.several = []
        elif self.at is not None:
            self.placed.append((*self.at, text))

    def tell(self, found: OpenFile) -> None:
        for name, letters in self.by_name.items():
            if len(letters) > _SHORT:
                found.add(Piece(f"short values of {name}, together", "".join(letters), net=True))
        if len(self.fields) > 1:
            found.add(Piece("the values of fields, in their order", "\t".join(self.fields), net=True))
        if len(self.placed) > 1:
            text = "".join(text for _, _, text in sorted(self.placed, key=lambda one: one[:2]))
            found.add(Piece("words in the order of their places", text, net=True))


def strings_together(code: str) -> str:
    """All strings of a style sheet or a script, put together in their order."""
    strings = [double or single for double, single in _STRING.findall(code)]
    return "".join(strings) if len(strings) > 1 else ""
