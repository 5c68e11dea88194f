"""What the formulas of a workbook show, where its own cells tell: words, numbers and days."""

from __future__ import annotations

from dataclasses import dataclass, field

from candour.domain.leaks import BARRIER, Piece
from candour.files.open_text.formulas import Book
from candour.files.open_text.opened import OpenFile
from candour.files.open_text.sheet_cells import Sheet, Styles
from candour.files.open_text.sheet_words import days_of, in_format


@dataclass(slots=True)
class ShownFormulas:
    """Taken in sheet by sheet, and worked out once all are there: a formula may ask for any cell."""

    book: Book
    styles: Styles
    since_1904: bool
    _asked: list[tuple[str, str, str, int]] = field(default_factory=list)

    def add(self, part: str, where: str, formula: str, style: int = 0) -> None:
        self._asked.append((part, where, formula, style))

    def take(self, part: str, sheet: Sheet) -> None:
        cells = self.book.cells[part]
        for name, formula, style in sheet.formulas:
            cells[name] = f"={formula}"
            self.add(part, f"{part}, what cell {name} shows", formula, style)
        cells |= {one.name: one.text for one in sheet.cells}

    def tell(self, found: OpenFile) -> None:
        joint = None
        for part, where, formula, style in self._asked:
            text, is_day = self.book.words(part, formula)
            said = [text, *in_format(text, self.styles.codes.get(style, ""))]
            for day in days_of(text, self.since_1904):
                if is_day or style in self.styles.of_days:
                    said.append(day)
                else:
                    found.doubt(Piece(where, day))
            for one in filter(None, said):
                found.add(Piece(where, one, joint, net=True))
                joint = BARRIER
        if self.book.is_exhausted:
            found.warn("The formulas are too many to work out what each of them shows.")
