"""Which words of a PDF make one row: those between drawn lines, else those from one date to the next."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from candour.domain.moments import read_cell
from candour.domain.moments.found import Code
from candour.domain.returns.tables import Row
from candour.files.returns.pdf_columns import Columns, heading_at
from candour.files.returns.pdf_lines import Band, Line, run_on, said
from candour.files.unreadable import ASK_FOR_THE_SOURCE, Unreadable

A_PAGE = 1000
APART = 2.5
"""Of the height of a line: words further below a row than this are none of its own."""
SEVERAL = 3
"""Lines with a date of their own inside one drawn band: what is drawn there parts no rows."""
TOO_OFTEN = 0.3
LINES_OF_A_DATE = 3
"""Further lines over which a date may go on in a narrow column."""


_IN_FIGURES = re.compile(r"\D{0,12}\d{1,2}[./-]\d{1,2}[./-]\d{2,4}")

_YEAR = re.compile(r"\b(19|20)\d\d\b|[./-]\d\d$")
_UNFINISHED = re.compile(
    r"([,&/–-]|\b(to|and|or|of|between|from|until|before|after|on|by|about|approx|c\.?))$", re.I
)


@dataclass(slots=True)
class _Draft:
    number: int
    cells: list[str]

    def take(self, cells: Sequence[str]) -> None:
        self.cells = [run_on(both) for both in zip(self.cells, cells, strict=True)]


class PdfRows:
    """Takes a page at a time. A row that the end of a page breaks is one row: its second part has no date."""

    def __init__(self, drawn: Columns | None = None) -> None:
        """With columns that are `drawn`, and no headings that are known, every drawn row is a row."""
        self._columns, self._drawn = drawn, drawn is not None
        self._rows: list[_Draft] = []
        self._open: _Draft | None = None
        self._broken = self._loose = False
        self._page = self._on_page = self._crossed = 0
        self._last: Line | None = None

    def add_page(self, number: int, bands: Sequence[Band]) -> None:
        self._page, self._on_page, self._last = number, 0, None
        self._broken = self._open is not None and not self._drawn
        at = 0
        while at < len(bands):
            found = None if self._drawn else heading_at(bands, at)
            if found is None:
                self._add(bands[at], bands[at + 1 : at + 1 + LINES_OF_A_DATE])
                at += 1
                continue
            if self._columns is not None and self._columns.names != found[0].names:
                self._open, self._broken = None, False
            self._columns, self._loose = found[0], False
            self._begin(self._columns.names)
            at += found[1]

    @property
    def headed(self) -> bool:
        return self._columns is not None

    def finished(self) -> tuple[Row, ...]:
        """The rows of all pages. Raises Unreadable where no headings were met, or words kept to no column."""
        if self._columns is None:
            raise Unreadable(
                "has no table whose headings can be recognised (Date, and Event or What happened)",
                do=ASK_FOR_THE_SOURCE,
            )
        if self._crossed > max(SEVERAL, TOO_OFTEN * len(self._rows)):
            raise self._unclear()
        return tuple(Row(one.number, tuple(one.cells)) for one in self._rows)

    def _unclear(self) -> Unreadable:
        return Unreadable(
            "has columns that cannot be told apart", part=f"page {self._page}", do=ASK_FOR_THE_SOURCE
        )

    def _add(self, band: Band, coming: Sequence[Band] = ()) -> None:
        if self._columns is None:
            for line in band.lines:
                self._begin([said(piece) for piece in line.pieces])
        elif self._columns.is_crossed(band):
            self._add_merged(band, self._columns)
        elif band.ruled:
            self._add_ruled(band, self._columns)
        else:
            self._add_line(band.lines[0], self._columns, _dates_in(coming, self._columns))

    def _add_merged(self, band: Band, columns: Columns) -> None:
        """One cell over several columns stands in the first of them; words that run together are held."""
        several = any(len(line.pieces) > 1 for line in band.lines)
        cells = [""] * len(columns.names)
        at = columns.event if several else columns.of(band.lines[0].words[0])
        cells[at] = run_on(said(line.words) for line in band.lines)
        self._crossed += several
        first = band.lines[0]
        near = self._open is not None and not self._is_far(first)
        inside = several or columns.of(first.words[0]) not in (0, columns.date)
        if not band.ruled and ((several and columns.has_a_date(first)) or (near and inside)):
            raise self._unclear()  # what the row and its neighbours say would be a guess
        self._open, self._broken = None, False
        self._begin(cells)
        self._last = band.lines[-1]

    def _add_ruled(self, band: Band, columns: Columns) -> None:
        dated = sum(_is_date(columns.cells([line])[columns.date]) for line in band.lines)
        if dated >= SEVERAL:
            for number, line in enumerate(band.lines, start=1):
                self._add(Band((line,)), [Band((one,)) for one in band.lines[number:]])
            return
        cells = columns.cells(band.lines)
        if self._open is not None and self._broken and not cells[columns.date]:
            self._open.take(cells)
        else:
            self._open = self._begin(cells)
        self._broken, self._loose, self._last = False, True, band.lines[-1]

    def _add_line(self, line: Line, columns: Columns, coming: Sequence[str]) -> None:
        """After a drawn table a line without a date is a row of its own: a heading, a note, a signature."""
        cells = columns.cells([line])
        date = cells[columns.date]
        if self._loose and not _is_date(date):
            self._add_merged(Band((line,)), columns)
            return
        if self._open is None or self._is_far(line) or _starts(self._open.cells[columns.date], date, coming):
            self._open = self._begin(cells)
        else:
            self._open.take(cells)
        self._broken, self._loose, self._last = False, False, line

    def _is_far(self, line: Line) -> bool:
        return self._last is not None and line.top - self._last.top > (APART + 1) * line.height

    def _begin(self, cells: Sequence[str]) -> _Draft:
        self._on_page += 1
        if self._on_page >= A_PAGE:
            raise Unreadable("has more rows on a page than a person could read", do=ASK_FOR_THE_SOURCE)
        self._rows.append(_Draft(self._page * A_PAGE + self._on_page, list(cells)))
        return self._rows[-1]


def _dates_in(bands: Sequence[Band], columns: Columns) -> list[str]:
    return [columns.cells(band.lines[:1])[columns.date] for band in bands if not band.ruled]


def _starts(date: str, more: str, coming: Sequence[str]) -> bool:
    """True where these words begin another date, and do not finish the one above them ("14 July", "1999").

    With the words that are `coming` below they may finish it: "Between 5", "and 7 March", "2016".
    """
    if not more or not date:
        return bool(more)
    if _UNFINISHED.search(date) or (_YEAR.fullmatch(more) and not _YEAR.search(date)):
        return False
    if _is_whole(date) and _is_whole(more):
        return True
    joined = f"{date} {more}"
    for words in ("", *coming):
        joined = f"{joined} {words}".strip()
        if _is_date(joined) and read_cell(date).code != Code.NO_DATE:
            return False
    return _is_whole(date) or _is_whole(more)


def _is_whole(words: str) -> bool:
    """A date, words that say that there is none, or figures for a day, month and year that may be wrong."""
    if _is_date(words) or _IN_FIGURES.fullmatch(words):
        return True
    return not re.search(r"\d", words) and read_cell(words).code == Code.NO_DATE


def _is_date(words: str) -> bool:
    return bool(words) and read_cell(words).placed
