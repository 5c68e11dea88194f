"""Writes csv for people: RFC 4180 with `\\n`, UTF-8 without BOM, a heading row, no cell a formula."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Sequence
from pathlib import Path

from candour.files.results.chronology_tables import Line
from candour.files.results.spreadsheet_words import neutral


def write_csv(path: Path, columns: Sequence[str], lines: Iterable[Line]) -> None:
    with path.open("w", encoding="utf-8", errors="replace", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(columns)
        writer.writerows(
            [neutral(cell) if isinstance(cell, str) else cell for cell in line] for line in lines
        )
