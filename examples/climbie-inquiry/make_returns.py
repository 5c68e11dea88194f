"""Makes returns/ from source/: the thirteen agencies' accounts as each agency would have sent them.

Run it as `python examples/climbie-inquiry/make_returns.py [--out DIR]`. The same source rows give the
same bytes. It also writes source/key.csv: where each source row stands in which return.
"""

from __future__ import annotations

import argparse
import csv
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from grids import Cell, Line, Part, docx_bytes, separated_bytes, xlsx_bytes
from layouts import LAYOUTS, Layout
from spellings import curled, day_in_words, month_in_words, true_date

HERE = Path(__file__).parent
KEY_COLUMNS = ("entry_id", "file", "part", "row", "agency")

SourceRow = dict[str, str]


@dataclass(frozen=True, slots=True)
class Place:
    """Where a source row stands, as a person sees it."""

    entry_id: str
    file: str
    part: str
    row: int
    agency: str


def source_rows() -> list[SourceRow]:
    with (HERE / "source" / "master.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def cell(layout: Layout, field: str, row: SourceRow, number: int) -> Cell:
    if field == "number":
        return number
    words = day_in_words(row["told_date_edtf"], layout.days) if field == "told_on" else row[field]
    if layout.true_dates and field in ("date_text", "told_on"):
        return true_date(words) or words
    return curled(words) if layout.saved.curly_quotes else words


def table_lines(layout: Layout, rows: list[SourceRow]) -> Iterator[Line]:
    """The headings, then a line for each row, with what this agency puts between them."""
    headings = Line("heading", tuple(heading for heading, _ in layout.columns))
    date_column = [field for _, field in layout.columns].index("date_text")
    yield headings
    month = above = ""
    for number, row in enumerate(rows, start=1):
        if layout.month_headings and month != (month := month_in_words(row["date_edtf"])):
            yield Line("month", (month,))
            above = ""
        cells = [cell(layout, field, row, number) for _, field in layout.columns]
        if layout.merged_dates and row["date_text"] == above:
            cells[date_column] = ""
            yield Line("row", tuple(cells), row["entry_id"], merged_with_above=date_column)
        else:
            yield Line("row", tuple(cells), row["entry_id"])
        above = row["date_text"]
        if number == layout.headings_again_after:
            yield headings
            above = ""
        if number == layout.blank_row_after:
            yield Line("blank")
            above = ""


def other_lines(kind: str, rows: Iterable[tuple[str, ...]]) -> list[Line]:
    return [Line(kind if row else "blank", row) for row in rows]


def parts_of(layout: Layout, rows: list[SourceRow]) -> list[Part]:
    """Each sheet or Word table of a return. A workbook repeats its title block on every sheet."""
    parts = []
    for index, name in enumerate(layout.parts):
        own = [row for row in rows if (row["entry_id"] in layout.in_second_part) == (index == 1)]
        parts.append(
            Part(
                name,
                title=other_lines("title", layout.title),
                table=list(table_lines(layout, own)),
                foot=other_lines("foot", layout.foot),
            )
        )
    return parts


def bytes_of(layout: Layout, parts: list[Part]) -> bytes:
    if layout.file.endswith(".xlsx"):
        return xlsx_bytes(parts)
    if layout.file.endswith(".docx"):
        return docx_bytes(parts)
    return separated_bytes(parts[0], layout.saved)


def places_of(layout: Layout, parts: list[Part], agency: str) -> Iterator[Place]:
    """The sheet's own row number; the record's in a csv; the row within its own table in a Word file."""
    word = layout.file.endswith(".docx")
    for number, part in enumerate(parts, start=1):
        lines = part.table if word else part.lines()
        for row, line in enumerate(lines, start=1):
            if line.entry_id:
                name = f"table {number}" if word else part.name
                yield Place(line.entry_id, layout.file, name, row, agency)


def write_key(places: Iterable[Place], path: Path) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        key = csv.writer(file)
        key.writerow(KEY_COLUMNS)
        for place in sorted(places, key=lambda one: one.entry_id):
            key.writerow((place.entry_id, place.file, place.part, place.row, place.agency))


def make_returns(out: Path) -> None:
    """Write `out`/returns and `out`/source/key.csv, over what is there."""
    (out / "returns").mkdir(parents=True, exist_ok=True)
    (out / "source").mkdir(exist_ok=True)
    source = source_rows()
    places: list[Place] = []
    for layout in LAYOUTS:
        own = [row for row in source if row["agency_code"] == layout.agency_code]
        parts = parts_of(layout, own)
        (out / "returns" / layout.file).write_bytes(bytes_of(layout, parts))
        places.extend(places_of(layout, parts, own[0]["agency"]))
    write_key(places, out / "source" / "key.csv")


if __name__ == "__main__":
    options = argparse.ArgumentParser(description="Make the returns of the Climbié example again.")
    options.add_argument("--out", type=Path, default=HERE, help="where returns/ and source/key.csv go")
    make_returns(options.parse_args().out)
