"""An Excel workbook: every part of its package, and its sheets as rows and as columns of cells."""

from __future__ import annotations

import re
from collections.abc import Mapping

from lxml import etree

from candour.domain.leaks import BARRIER, Piece
from candour.files.open_text.docx import read_part
from candour.files.open_text.formula_words import ShownFormulas
from candour.files.open_text.formulas import Book
from candour.files.open_text.office_shape import tell_part
from candour.files.open_text.opened import OpenFile
from candour.files.open_text.package_zip import parts, read_around
from candour.files.open_text.sheet_cells import Sheet, Styles, read_cells, shared_strings, styles_of
from candour.files.open_text.sheet_words import (
    days_of,
    header_words,
    in_format,
    joined_formula,
    plain_format,
    shows_days,
    tells_of_days,
)
from candour.files.open_text.word_xml import parsed, read_tree

_SHEET = re.compile(r"xl/worksheets/[^/]+\.xml", re.I)
_KEPT = re.compile(r"xl/(?:externalLinks|pivotCache|charts)/[^/]+\.xml|ppt/|word/charts/", re.I)
_FORMULAS = re.compile(r"f|formula\d?|definedName|calculatedColumnFormula|totalsRowFormula")
Said = tuple[str, str]
"""A place, and what it says."""
_HEADERS = re.compile(r"(?:odd|even|first)(?:Header|Footer)")


def read(content: bytes, found: OpenFile) -> None:
    """Hidden rows, columns and sheets are cells like all others; what no cell uses is read as well."""
    members = {name: part for name, part in parts(content) if part}
    read_around(content, found)
    strings = shared_strings(members.get("xl/sharedStrings.xml", b""))
    styles = styles_of(members.get("xl/styles.xml", b""))
    since_1904 = b"date1904" in members.get("xl/workbook.xml", b"")
    shown = ShownFormulas(_book(members), styles, since_1904)
    for name, part in members.items():
        if _SHEET.fullmatch(name):
            root = parsed(part)
            tell_part(name, root, found)
            sheet = read_cells(root, strings)
            read_tree(name, part, root, found)
            _tell_cells(name, sheet, found)
            _tell_shown(name, sheet, styles, found)
            _tell_days(name, sheet, styles.of_days, found, since_1904=since_1904)
            shown.take(name, sheet)
        else:
            root = parsed(part) if name.startswith("xl/") and name.endswith(".xml") else None
            read_part(name, part, found)
        if root is not None:
            _read_besides(name, root, found, shown, since_1904=since_1904)
    shown.tell(found)


def _tell_cells(where: str, sheet: Sheet, found: OpenFile) -> None:
    """Across, as a table is read, and down, as a list in one column is."""
    last = None
    for cell in sheet.cells:
        joint = None if last is None else "\t" if last == cell.row else "\n"
        found.add(Piece(f"{where}, cell {cell.name}", cell.text, joint))
        last = cell.row
    columns = sorted(sheet.cells, key=lambda one: (one.column, one.row))
    for n, cell in enumerate(columns):
        found.add(Piece(f"{where}, cell {cell.name}", cell.text, "\n" if n else None, net=True))
    _tell_formulas(
        [(f"{where}, a formula of cell {name}", formula) for name, formula, _ in sheet.formulas], found
    )


def _tell_shown(where: str, sheet: Sheet, styles: Styles, found: OpenFile) -> None:
    """What a cell keeps, with the words that its format puts around it."""
    formats = ((one, styles.codes.get(one.style, "")) for one in sheet.cells)
    _tell_apart(
        [(f"{where}, cell {one.name}", said) for one, code in formats for said in in_format(one.text, code)],
        found,
    )


def _tell_days(
    where: str, sheet: Sheet, of_days: frozenset[int], found: OpenFile, *, since_1904: bool
) -> None:
    """Each number as the day it would be: a day where its format or the words beside say so, or in doubt."""
    told = list[Said]()
    for one in sheet.cells:
        for day in days_of(one.number, since_1904):
            if one.style in of_days or tells_of_days(one.beside):
                told.append((f"{where}, cell {one.name}", day))
            else:
                found.doubt(Piece(f"{where}, cell {one.name}", day))
    _tell_apart(told, found)


def _read_besides(
    where: str, root: etree._Element, found: OpenFile, shown: ShownFormulas, *, since_1904: bool
) -> None:
    """What workbooks write in their own shorthand: formulas, headers, formats, days kept as numbers."""
    formulas, words, kept = list[Said](), list[Said](), list[str]()
    days = list[tuple[bool, str, str]]()
    for element in root.iter("{*}*"):
        name, text = str(element.tag).rpartition("}")[2], element.text or ""
        if _FORMULAS.fullmatch(name) and text:
            formulas.append((f"{where}, <{name}>", text))
            shown.add(where, f"{where}, what <{name}> shows", text)
        elif _HEADERS.fullmatch(name):
            words.append((f"{where}, <{name}>", header_words(text)))
        if name == "dateGroupItem" and element.get("day"):
            day = "-".join(f"{element.get(part, ''):0>2}" for part in ("year", "month", "day"))
            words.append((f"{where}, a day of a filter", day))
        if code := element.get("formatCode"):
            words.append((f"{where}, a format of numbers", plain_format(str(code))))
        if _KEPT.match(where) and name in ("v", "n", "s", "d", "x"):
            said = str(element.get("v", text))
            kept.append(said)
            days += [
                (_shows_days(element), f"{where}, a value kept", day) for day in days_of(said, since_1904)
            ]
    _tell_formulas(formulas, found)
    _tell_apart([*words, *((place, day) for told, place, day in days if told)], found)
    for told, place, day in days:
        if not told:
            found.doubt(Piece(place, day))
    for n, said in enumerate(kept):
        found.add(Piece(f"{where}, a value kept", said, "\t" if n else None, net=True))


def _book(members: Mapping[str, bytes]) -> Book:
    """Which part each sheet is, and the names that formulas may use."""
    root, links = (
        parsed(members.get(name, b"")) for name in ("xl/workbook.xml", "xl/_rels/workbook.xml.rels")
    )
    book = Book()
    if root is None or links is None:
        return book
    targets = {one.get("Id"): str(one.get("Target", "")).removeprefix("/") for one in links.iterfind("{*}*")}
    for sheet in root.iterfind(".//{*}sheets/{*}sheet"):
        target = next((targets[value] for value in sheet.attrib.values() if value in targets), "")
        book.sheets[str(sheet.get("name", "")).lower()] = f"xl/{target.removeprefix('xl/')}"
    for one in root.iterfind(".//{*}definedName"):
        book.names[str(one.get("name", "")).lower()] = one.text or ""
    return book


def _shows_days(element: etree._Element) -> bool:
    """Of a chart: the format that its figures have there."""
    for up in element.iterancestors():
        if code := up.findtext("{*}formatCode"):
            return shows_days(0, str(code))
    return False


def _tell_formulas(several: list[Said], found: OpenFile) -> None:
    _tell_apart(several, found)
    _tell_apart([(where, said) for where, formula in several for said in joined_formula(formula)], found)


def _tell_apart(several: list[Said], found: OpenFile) -> None:
    for n, (where, text) in enumerate(several):
        found.add(Piece(where, text, BARRIER if n else None, net=True))
