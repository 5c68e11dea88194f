"""The ways of bringing returns together that benchmarks.merge compares, each run in a process of its own.

`python -m benchmarks.ways WAY FOLDER` prints one line of JSON: seconds, seconds of CPU, peak memory in MB.
"""

from __future__ import annotations

import json
import os
import resource
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

from python_calamine import load_workbook

from candour.cli.long_lived import long_lived_values
from candour.cli.merge import write_results
from candour.cli.reading_returns import read_returns
from candour.cli.side_by_side import as_many_as_fit
from candour.domain.chronology.integrate import Integrated, integrate
from candour.domain.chronology.ledger import ledger_as_json
from candour.files.results.chronology_tables import INTEGRATED, integrated_lines
from candour.files.results.csv_out import write_csv
from candour.files.results.integrated_xlsx import DAYS, write_integrated_xlsx

Done = dict[str, Any]


def workbooks(folder: Path) -> list[Path]:
    return sorted(folder.glob("*.xlsx"))


def calamine(folder: Path) -> None:
    for path in workbooks(folder):
        with load_workbook(path) as book:
            for name in book.sheet_names:
                book.get_sheet_by_name(name).to_python()


def pandas_concat(folder: Path) -> Callable[[], None]:
    """Read, put together and sort by date. What it cannot read of a date is lost, and no row says whence."""
    import pandas

    def work() -> None:
        read = [pandas.read_excel(path, engine="calamine", header=3, dtype=str) for path in workbooks(folder)]
        rows = pandas.concat(read, ignore_index=True)
        rows["on"] = pandas.to_datetime(rows["Date"], dayfirst=True, errors="coerce", format="mixed")
        rows.sort_values("on")

    return work


def _merged(folder: Path) -> Integrated:
    shares = as_many_as_fit()
    merged = integrate(read_returns(workbooks(folder), {}, shares), shares=shares)
    ledger_as_json(merged.returns, merged.chronology.entries, merged.unmatched_names)
    return merged


def candour(folder: Path) -> None:
    """Reading, dates, placing, links, conflicts, gaps and ledger; no workbook is written."""
    with long_lived_values():
        _merged(folder)


def candour_written(folder: Path) -> None:
    """The same, with integrated.xlsx and integrated.csv."""
    with tempfile.TemporaryDirectory() as out, long_lived_values():
        lines = list(integrated_lines(_merged(folder).chronology.entries))
        write_csv(Path(out) / "integrated.csv", INTEGRATED, lines)
        write_integrated_xlsx(Path(out) / "integrated.xlsx", lines)


def candour_merge(folder: Path) -> None:
    """All that the command `candour merge` does and writes."""
    with tempfile.TemporaryDirectory() as out, long_lived_values():
        shares = as_many_as_fit()
        merged = integrate(read_returns(workbooks(folder), {}, shares), shares=shares)
        write_results(merged, Path(out) / "results")


def xlsxwriter_same_cells(folder: Path) -> Callable[[], None]:
    """Calamine reads the same returns and xlsxwriter writes the same cells; what they are is found before."""
    lines = list(integrated_lines(_merged(folder).chronology.entries))

    def work() -> None:
        calamine(folder)
        with tempfile.TemporaryDirectory() as out:
            _write_cell_by_cell(Path(out) / "same.xlsx", lines)

    return work


def _write_cell_by_cell(path: Path, lines: list[tuple[str | int | float, ...]]) -> None:
    import xlsxwriter

    with xlsxwriter.Workbook(str(path), {"constant_memory": True}) as book:
        sheet, day = book.add_worksheet(), book.add_format({"num_format": "d mmm yyyy"})
        for row, line in enumerate([INTEGRATED, *lines]):
            for column, cell in enumerate(line):
                if not isinstance(cell, str):
                    sheet.write_number(row, column, cell)
                elif row and cell and INTEGRATED[column] in DAYS:
                    sheet.write_datetime(row, column, date.fromisoformat(cell), day)
                elif cell:
                    sheet.write_string(row, column, cell)


WAYS: dict[str, Callable[[Path], Callable[[], None]]] = {
    "calamine": lambda folder: partial(calamine, folder),
    "pandas": pandas_concat,
    "candour": lambda folder: partial(candour, folder),
    "candour_written": lambda folder: partial(candour_written, folder),
    "candour_merge": lambda folder: partial(candour_merge, folder),
    "xlsxwriter": xlsxwriter_same_cells,
}
"""Each makes ready what is not to be measured, and gives the work that is."""


def measured(work: Callable[[], object]) -> Done:
    """Its children count too: their CPU, and the memory of the largest, what it shares with this included."""
    wall, cpu = time.perf_counter(), _cpu()
    work()
    both = resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN
    return {
        "seconds": time.perf_counter() - wall,
        "cpu": _cpu() - cpu,
        "megabytes": max(resource.getrusage(one).ru_maxrss for one in both) / 1024,
    }


def _cpu() -> float:
    return sum(os.times()[:4])


if __name__ == "__main__":
    print(json.dumps(measured(WAYS[sys.argv[1]](Path(sys.argv[2])))))
