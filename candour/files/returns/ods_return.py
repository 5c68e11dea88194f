"""An OpenDocument spreadsheet (.ods) as tables.

Read here and not by the fast reader of workbooks, which loses this format's tabs, line breaks and merges.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, datetime, timedelta

from lxml import etree

from candour.domain.cells import Cell
from candour.domain.returns.tables import Table
from candour.files.returns.coarse_dates import Coarse, coarse_words
from candour.files.returns.sheet_rows import Grid, Range, is_blank_row, says_nothing
from candour.files.returns.sheet_xml import CELLS, too_far_apart
from candour.files.unreadable import Unreadable
from candour.files.xml_parts import Walk, local_name, parsed
from candour.files.zips import Archive, locked

_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_MANIFEST = "META-INF/manifest.xml"
_DURATION = re.compile(r"PT(\d{1,6})H(\d{1,6})M(\d{1,6})(?:[.,]\d+)?S")
_DAY = timedelta(days=1)


def read_ods(content: bytes) -> tuple[Table, ...]:
    """Raises Unreadable when the spreadsheet is broken, locked, or larger than it has any reason to be."""
    archive = Archive(content)
    if _MANIFEST in archive and next(parsed(archive, _MANIFEST).iter("{*}encryption-data"), None) is not None:
        raise locked()
    if "content.xml" not in archive:
        raise Unreadable("is damaged: it has no content")
    return tuple(_tables(archive))


def _tables(archive: Archive) -> Iterator[Table]:
    sheet: _Sheet | None = None
    depth = 0
    walk = Walk(archive, "content.xml", (f"{_TABLE}table", f"{_TABLE}table-row"))
    for event, element in walk:
        is_row = local_name(element) == "table-row"
        if not is_row:
            depth += 1 if event == "start" else -1
        if event == "start" and not is_row and depth == 1:
            sheet = _Sheet(element.get(f"{_TABLE}name", ""))
        elif event == "end" and is_row and sheet:
            sheet.add_row(element)
            walk.let_go(element, outermost=True)
        elif event == "end" and depth == 0 and sheet:
            yield sheet.table()
            sheet = None


class _Sheet:
    def __init__(self, name: str) -> None:
        self._name = name
        self._number = 0
        self._cells = 0
        self._rows: dict[int, list[Cell]] = {}
        self._merged: list[Range] = []

    def add_row(self, element: etree._Element) -> None:
        """A row that stands for many: LibreOffice writes a million blank rows as one, repeated."""
        cells = self._row(element)
        times = _count(element, "number-rows-repeated")
        if not is_blank_row(cells):
            self._cells += len(cells) * times
            if self._cells > CELLS:
                raise too_far_apart()
            for number in range(self._number, self._number + times):
                self._rows[number] = list(cells)
        self._number += times

    def _row(self, element: etree._Element) -> list[Cell]:
        """Blank cells that only fill the row to the sheet's last column are left off."""
        cells: list[Cell] = []
        column = 0
        for one in element:
            if local_name(one) not in ("table-cell", "covered-table-cell"):
                continue
            deep, times = _count(one, "number-rows-spanned"), _count(one, "number-columns-repeated")
            if deep > 1:
                self._merged.append(((self._number, column), (self._number + deep - 1, column)))
            value = _value(one)
            if not says_nothing(value):
                if column + times > CELLS:
                    raise too_far_apart()
                cells += [""] * (column - len(cells)) + [value] * times
            column += times
        return cells

    def table(self) -> Table:
        grid = Grid(self._rows)
        grid.carry_down(self._merged)
        return Table(self._name, grid.finished())


def _count(element: etree._Element, attribute: str) -> int:
    digits = element.get(f"{_TABLE}{attribute}", "1")
    if not digits.isascii() or not digits.isdigit() or len(digits) > 9:
        raise Unreadable("is damaged: it says impossible things of its rows and columns")
    return int(digits)


def _value(cell: etree._Element) -> Cell:
    """The typed value where the file holds one that can be read, or else the words that it shows."""
    words = "\n".join("".join(_words(one)) for one in cell if one.tag == f"{_TEXT}p")
    kind = cell.get(f"{_OFFICE}value-type", "")
    try:
        if kind in ("float", "percentage", "currency"):
            return float(cell.get(f"{_OFFICE}value", ""))
        if kind == "date":
            return _date(cell.get(f"{_OFFICE}date-value", ""), words)
        if kind == "time":
            return _time(cell.get(f"{_OFFICE}time-value", ""))
        if kind == "boolean":
            return cell.get(f"{_OFFICE}boolean-value") == "true"
    except ValueError:
        return words
    return words or cell.get(f"{_OFFICE}string-value", "")


def _words(element: etree._Element) -> Iterator[str]:
    yield element.text or ""
    for one in element:
        name = local_name(one)
        if name == "s":
            yield " " * min(_spaces(one), 1000)
        elif name in ("tab", "line-break"):
            yield "\t" if name == "tab" else "\n"
        elif name not in ("annotation", "note", ""):
            yield from _words(one)
        yield one.tail or ""


def _spaces(element: etree._Element) -> int:
    digits = element.get(f"{_TEXT}c", "1")
    return int(digits) if digits.isascii() and digits.isdigit() and len(digits) < 5 else 1


def _date(value: str, words: str) -> Cell:
    """Shown with too few numbers for a day ("Jul 1999", "07/1999"), it is a month, not its first day."""
    moment = datetime.fromisoformat(value)
    day: date = moment.date() if len(value) <= 10 else moment
    numbers = len(re.findall(r"\d+", words))
    named = bool(re.search("[^\\W\\d_]{3}", words))
    if words and numbers < (2 if named else 3):
        return coarse_words(day, Coarse.MONTH if named or numbers == 2 else Coarse.YEAR) or day
    return day


def _time(value: str) -> Cell:
    found = _DURATION.fullmatch(value)
    if not found:
        raise ValueError(value)
    length = timedelta(hours=int(found[1]), minutes=int(found[2]), seconds=int(found[3]))
    return (datetime.min + length).time() if length < _DAY else length
