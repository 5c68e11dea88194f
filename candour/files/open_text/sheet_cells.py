"""The cells of one sheet of a workbook as words, and all else that the sheet says."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from decimal import Decimal, InvalidOperation

from lxml import etree

from candour.files.open_text.sheet_words import shows_days
from candour.files.open_text.word_xml import parsed

_REFERENCE = re.compile(r"([A-Z]{1,3})([0-9]{1,7})")
_PLAIN = {
    "r": re.compile(r"[A-Z]{0,3}[0-9]{1,7}"),
    "s": re.compile(r"[0-9]{1,5}"),
    "t": re.compile(r"b|d|e|inlineStr|n|s|str|shared|array|dataTable"),
    "spans": re.compile(r"[0-9]{1,5}:[0-9]{1,5}"),
}
_LONG = 32


@dataclass(frozen=True, slots=True)
class Cell:
    """What one cell shows or keeps. `number` as it is written in the file, for a day kept as one.

    `style`: which of the workbook's styles shows it. `beside`: the words left of it and above it.
    """

    name: str
    row: int
    column: int
    text: str
    number: str = ""
    style: int = 0
    beside: str = ""


@dataclass(slots=True)
class Sheet:
    """Cells in the order of the file, and formulas with the name and the style of their cell."""

    cells: list[Cell] = field(default_factory=list)
    formulas: list[tuple[str, str, int]] = field(default_factory=list)
    _words: dict[str, str] = field(default_factory=dict)

    def add(self, cell: Cell) -> None:
        """With the words that stand left of a number and those above it."""
        row, column = f"row {cell.row}", f"column {cell.column}"
        if cell.number:
            beside = f"{self._words.get(row, '')} {self._words.get(column, '')}"
            self.cells.append(replace(cell, beside=beside))
        else:
            self._words[row] = self._words[column] = cell.text
            self.cells.append(cell)


def shared_strings(part: bytes) -> list[str]:
    """The texts that cells refer to by number; phonetic signs are left out, as they show above the text."""
    root = parsed(part) if part else None
    if root is None:
        return []
    return [_text_of(item) for item in root.iterchildren("{*}si")]


@dataclass(frozen=True, slots=True)
class Styles:
    """Of the styles of a workbook, those whose cells show a day, and those with a format of its own."""

    of_days: frozenset[int]
    codes: dict[int, str]


def styles_of(part: bytes) -> Styles:
    """The styles by the numbers under which cells know them."""
    root = parsed(part) if part else None
    if root is None:
        return Styles(frozenset(), {})
    own = {
        str(one.get("numFmtId")): str(one.get("formatCode", ""))
        for one in root.iterfind(".//{*}numFmts/{*}numFmt")
    }
    days, codes = set[int](), dict[int, str]()
    for at, style in enumerate(root.iterfind(".//{*}cellXfs/{*}xf")):
        number = str(style.get("numFmtId", "0"))
        if shows_days(int(number) if number.isdecimal() and len(number) < _LONG else 0, own.get(number, "")):
            days.add(at)
        if number in own:
            codes[at] = own[number]
    return Styles(frozenset(days), codes)


def read_cells(root: etree._Element | None, strings: list[str]) -> Sheet:
    """The cells are taken out as they are read; what is left of the sheet is read as any part is."""
    sheet = Sheet()
    if root is None:
        return sheet
    for row_number, row in enumerate(root.iterfind(".//{*}sheetData/{*}row"), 1):
        for number, element in enumerate(row.findall("{*}c"), 1):
            _read_cell(element, row_number, number, strings, sheet)
        _strip(row)
    return sheet


def _read_cell(element: etree._Element, row: int, column: int, strings: list[str], sheet: Sheet) -> None:
    name = str(element.get("r", ""))
    if place := _REFERENCE.fullmatch(name):
        column, row = _column(place[1]), int(place[2])
    value = element.findtext("{*}v") or ""
    formula = element.find("{*}f")
    text, number = _shown(element, value, strings)
    said = str(element.get("s", "0"))
    style = int(said) if _PLAIN["s"].fullmatch(said) else 0
    if formula is not None and formula.text:
        sheet.formulas.append((name, formula.text, style))
    if text:
        sheet.add(Cell(name, row, column, text, number, style))
    _strip(element)


def _shown(element: etree._Element, value: str, strings: list[str]) -> tuple[str, str]:
    match element.get("t", "n"):
        case "s":
            number = int(value) if value.strip().isdecimal() and len(value) < _LONG else len(strings)
            return (strings[number] if number < len(strings) else value), ""
        case "inlineStr":
            inner = element.find("{*}is")
            return (_text_of(inner) if inner is not None else value), ""
        case "n" | "d":
            return _in_full(value), _in_full(value)
    return value, ""


def _in_full(value: str) -> str:
    """9.434765919E9 is a number of ten digits."""
    try:
        number = Decimal(value) if "e" in value.lower() and len(value) < _LONG else None
    except InvalidOperation:
        return value
    return value if number is None or abs(number.adjusted()) > _LONG else f"{number:f}"


def _text_of(item: etree._Element) -> str:
    return "".join(
        str(one.text or "")
        for one in item.iter("{*}t")
        if not any(str(up.tag).endswith("}rPh") for up in one.iterancestors())
    )


def _strip(element: etree._Element) -> None:
    """What has been read as a cell, and the marks by which a cell is found, are not read again."""
    for key, pattern in _PLAIN.items():
        if pattern.fullmatch(str(element.get(key, ""))):
            del element.attrib[key]
    for child in element.iterchildren("{*}v", "{*}f"):
        child.text = None


def _column(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number
