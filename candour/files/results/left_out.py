"""What a workbook could not hold, in words for whoever opens it: nothing is cut in silence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

NAMED = 20
"""Cells named one by one; of more, only how many."""


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Rows that have no place on the sheet, and cells (G17) that hold only the beginning of their words."""

    rows: int
    kept: int
    cells: Sequence[str]

    @property
    def any(self) -> bool:
        return bool(self.rows or self.cells)

    def sentences(self, whole: str) -> list[str]:
        """`whole` is where everything stands."""
        said = []
        if self.rows:
            said.append(
                f"Not in this workbook, as a sheet holds no more: the last {self.rows:,} "
                f"of {self.kept + self.rows:,} rows. All of them stand in {whole}."
            )
        if self.cells:
            named = ", ".join(self.cells[:NAMED])
            further = f" and {len(self.cells) - NAMED:,} more" if len(self.cells) > NAMED else ""
            said.append(
                f"Cut, as a cell holds no more: {named}{further}. All of their words stand in {whole}."
            )
        return said
