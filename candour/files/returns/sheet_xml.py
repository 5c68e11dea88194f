"""What does a sheet's XML say that the fast reader of workbooks does not tell?

How far its cells reach (two cells in far corners would take all memory); which cells show an error or a
formula never worked out (the fast reader gives them as blank); and which dates are shown without their day.
Nearly every sheet needs only a quick look; one that is written in an unusual way is walked through.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum
from functools import lru_cache
from xml.parsers import expat

from candour.files.returns.coarse_dates import Coarse
from candour.files.unreadable import Unreadable
from candour.files.xml_parts import guarded, too_many_cells, with_dtd

CELLS = 3_000_000
"""The most cells a sheet may span, blank ones among them: 100,000 rows of thirty columns."""

_WALKED = 1_000_000
"""The most cells of a sheet that must be walked through, which takes a second for each 250,000."""
_MANY_STYLES = 1000

_NEAR = 9999
"""A row that is taken for the last where none is found that lies further down."""
_COLUMN = re.compile(rb'<c r="([A-Z]+)')
_FAR_ROW = re.compile(rb'<c r="[A-Z]+(\d{5,15})')
_ODD_CELL = re.compile(rb"<c[\t\r\n/>]|:c[\s/>]")
_MARKS = (b' t="e"', b"<f>", b"<f ")
_WIDE_SHEET = b"s\0h\0e\0e\0t\0D\0a\0t\0a"
_REFERENCE = re.compile(r"([A-Za-z]{1,7})(\d{1,10})")

At = tuple[int, int]
"""Row and column of a cell, both counted from 0."""


@dataclass(frozen=True, slots=True)
class Look:
    """`said` are cells that show words of their own; `coarse` are dates shown without their day."""

    said: dict[At, str] = field(default_factory=dict)
    coarse: dict[At, Coarse] = field(default_factory=dict)


class Written(Enum):
    """How a part is written, by a quick look: what must be done to know all that it says."""

    NOTHING_MARKED = "nothing in it needs care"
    MARKED = "written plainly, with cells to be picked out by their marks"
    ODDLY = "to be walked through, cell by cell"


def quick_look(pieces: Iterable[bytes], marks: Sequence[bytes]) -> Written:
    """Any part of a workbook may be looked at: all must be free of a DTD and of bounded size.

    A sheet in UTF-16 is refused, as the fast reader would find nothing in it.
    """
    cells = last_row = 0
    columns: set[bytes] = set()
    odd = marked = False
    is_sheet = b""
    for block in guarded(pieces):
        if not is_sheet:
            _refuse_utf_16(block)
            _, is_sheet, block = block.partition(b"sheetData")
        if not is_sheet:
            continue
        begun = block.count(b"<c"), block.count(b":c")
        usual = begun == (block.count(b'<c r="'), 0)
        if usual and columns and _others(frozenset(columns)).search(block) is None:
            found = begun[0]
            last_row = max(last_row, _NEAR)
        else:
            letters = _COLUMN.findall(block)
            columns.update(letters)
            found = len(letters)
            last_row = max(last_row, max(map(int, _FAR_ROW.findall(block)), default=_NEAR))
        cells += max(found, *begun)
        # Where every cell is found as it is usually written, there is no need to look for other ways.
        odd = odd or (begun != (found, 0) and (found != block.count(b"<c ") or _has_odd_cells(block)))
        marked = marked or any(mark in block for mark in marks)
    width = max((column_number(one.decode()) for one in columns), default=-1) + 1
    odd = odd or width * last_row > CELLS
    if cells > (_WALKED if odd else CELLS):
        raise too_many_cells()
    return Written.ODDLY if odd else Written.MARKED if marked else Written.NOTHING_MARKED


@lru_cache(maxsize=64)
def _others(columns: frozenset[bytes]) -> re.Pattern[bytes]:
    """Finds a cell that is in none of these columns, or further down than row 9999."""
    return re.compile(rb'<c r="(?!(?:' + b"|".join(sorted(columns)) + rb')[0-9]{1,4}")')


def marks_of(coarse_styles: Mapping[str, Coarse]) -> list[bytes]:
    """What stands in every cell that the fast reader may give otherwise than it is shown."""
    if len(coarse_styles) > _MANY_STYLES:
        return [*_MARKS, b' s="']
    return [*_MARKS, *(f' s="{style}"'.encode() for style in coarse_styles)]


def _refuse_utf_16(block: bytes) -> None:
    if _WIDE_SHEET in block:
        raise Unreadable(
            "has a sheet in UTF-16, which no Office program writes", do="Save it again in Excel."
        )


def _has_odd_cells(block: bytes) -> bool:
    """Cells written so that their reference would escape a quick look. The counts come first, being cheap."""
    if b":c" not in block and block.count(b"<c") == block.count(b"<c "):
        return False
    return _ODD_CELL.search(block) is not None


def column_number(letters: str) -> int:
    """Counted from 0: A is 0, Z is 25, AA is 26."""
    number = 0
    for letter in letters[:8].upper():
        number = number * 26 + ord(letter) - 64
    return number - 1


def at_of(reference: str) -> At:
    """Of "B3", (2, 1). Raises ValueError where it is no reference to a cell."""
    found = _REFERENCE.fullmatch(reference)
    if not found:
        raise ValueError(reference)
    return int(found[2]) - 1, column_number(found[1])


def walk(pieces: Iterable[bytes], coarse_styles: Mapping[str, Coarse]) -> Look:
    """Every cell of a sheet, one by one. Raises Unreadable where they lie too far apart."""
    walker = _Walker(coarse_styles)
    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartElementHandler = walker.start
    parser.EndElementHandler = walker.end
    parser.CharacterDataHandler = walker.text
    parser.StartDoctypeDeclHandler = walker.dtd
    try:
        for piece in pieces:
            parser.Parse(piece, False)
        parser.Parse(b"", True)
    except (expat.ExpatError, ValueError) as broken:
        raise Unreadable("is damaged: one of its sheets is not sound XML") from broken
    return walker.look()


class _Walker:
    def __init__(self, coarse_styles: Mapping[str, Coarse]) -> None:
        self._coarse_styles = coarse_styles
        self._row = self._column = -1
        self._in = ""
        self._cell: dict[str, str] = {}
        self._words: dict[str, list[str]] = {}
        self._filled: tuple[list[int], list[int]] = ([], [])
        self._said: dict[At, str] = {}
        self._coarse: dict[At, Coarse] = {}

    def start(self, name: str, attributes: dict[str, str]) -> None:
        tag = name.rpartition(":")[2]
        if tag == "row":
            self._row = int(attributes["r"]) - 1 if "r" in attributes else self._row + 1
            self._column = -1
        elif tag == "c":
            self._begin_cell(attributes)
        elif tag in ("v", "f", "t"):
            self._in = tag
            self._words.setdefault(tag, [])

    def _begin_cell(self, attributes: dict[str, str]) -> None:
        self._cell, self._words = attributes, {}
        self._column += 1
        if "r" in attributes:
            self._row, self._column = at_of(attributes["r"])

    def text(self, words: str) -> None:
        if self._in:
            self._words[self._in].append(words)

    def end(self, name: str) -> None:
        tag = name.rpartition(":")[2]
        if tag == "c":
            self._end_cell()
        self._in = ""

    def _end_cell(self) -> None:
        at = self._row, self._column
        value = "".join(self._words.get("v", self._words.get("t", [])))
        if self._cell.get("t") == "e":
            self._said[at] = value or "#ERROR"
        elif not value and "f" in self._words:
            self._said[at] = "=" + "".join(self._words["f"])
        elif value and (shown := self._coarse_styles.get(self._cell.get("s", ""))):
            self._coarse[at] = shown
        if value or at in self._said:
            self._reach(at)
        self._words = {}

    def _reach(self, at: At) -> None:
        """The box round all filled cells so far; the fast reader makes room for every cell in it."""
        for span, index in zip(self._filled, at, strict=True):
            span[:] = [min(span[0], index), max(span[1], index)] if span else [index, index]
        if self._height() * self._width() > CELLS:
            raise too_far_apart()

    def _height(self) -> int:
        return self._filled[0][1] - self._filled[0][0] + 1 if self._filled[0] else 0

    def _width(self) -> int:
        return self._filled[1][1] - self._filled[1][0] + 1 if self._filled[1] else 0

    def dtd(self, *_: object) -> None:
        raise with_dtd()

    def look(self) -> Look:
        return Look(self._said, self._coarse)


def too_far_apart() -> Unreadable:
    return Unreadable(
        "has a sheet whose cells lie too far apart to be one table",
        do="Delete the empty rows and columns round the table, save it, and send it again.",
    )
