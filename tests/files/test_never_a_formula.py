"""Whatever an agency typed, no cell of any file made for people acts as a formula; JSON keeps the words."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import docx
import openpyxl
import pytest

import candour
from candour.domain.chronology.conflicts import Conflict, ConflictKind
from candour.domain.chronology.entry import Chronology, Entry, Event, Status, Telling
from candour.domain.chronology.gaps import Gap, GapKind
from candour.domain.chronology.links import Link
from candour.domain.moments import from_edtf
from candour.domain.returns.tables import Place
from candour.files.results.blank_return import Asked
from candour.files.results.blank_return_docx import blank_return_docx
from candour.files.results.blank_return_xlsx import blank_return_xlsx
from candour.files.results.chronology_tables import (
    CONFLICTS,
    GAPS,
    INTEGRATED,
    LINKS,
    conflict_lines,
    gap_lines,
    integrated_lines,
    link_lines,
)
from candour.files.results.csv_out import write_csv
from candour.files.results.held_xlsx import HeldRow, held_xlsx
from candour.files.results.integrated_docx import integrated_docx
from candour.files.results.integrated_xlsx import write_integrated_xlsx
from candour.files.results.json_out import write_integrated_json
from candour.files.results.timesketch import timesketch_csv, timesketch_jsonl

STARTS = "=+-@\t\r"
"""As docs/reference/interfaces.md has them."""
Cells = Iterator[str]


def typed(start: str) -> str:
    return f"{start}1+cmd|x"


def entries(start: str) -> list[Entry]:
    said = typed(start)
    when = replace(from_edtf("1999-07-14"), text=said)
    told = (Telling(said, None, when, Status.TOLD),)
    place = Place(said, said, 3)
    return [
        Entry(one, said, place, when, said, action=said, role=said, people=(said,), told=told, source=said)
        for one in ("e1", "e2")
    ]


def cells_of_csv(content: bytes) -> Cells:
    for line in csv.reader(io.StringIO(content.decode(), newline="")):
        yield from line


def cells_of_workbook(content: bytes) -> Cells:
    for sheet in openpyxl.load_workbook(io.BytesIO(content)):
        for row in sheet.iter_rows():
            for cell in row:
                assert cell.data_type != "f"
                if isinstance(cell.value, str):
                    yield cell.value


def cells_of_document(content: bytes) -> Cells:
    """Each paragraph is a cell of its own where a table is pasted into a spreadsheet."""
    document = docx.Document(io.BytesIO(content))
    yield from (paragraph.text for paragraph in document.paragraphs)
    for table in document.tables:
        for row in table.rows:
            yield from (paragraph.text for cell in row.cells for paragraph in cell.paragraphs)


def csv_of(columns, lines, folder: Path) -> Cells:
    write_csv(folder / "a.csv", columns, lines)
    return cells_of_csv((folder / "a.csv").read_bytes())


def integrated_csv(start: str, folder: Path) -> Cells:
    return csv_of(INTEGRATED, integrated_lines(entries(start)), folder)


def links_csv(start: str, folder: Path) -> Cells:
    by_id = {one.id: one for one in entries(start)}
    events = [Event(typed(start), ("e1", "e2"))]
    return csv_of(LINKS, link_lines([Link("e1", "e2", 0.5, typed(start))], by_id, events), folder)


def conflicts_csv(start: str, folder: Path) -> Cells:
    a, b = entries(start)
    one = Conflict(ConflictKind.DATE, a, b, typed(start), typed(start), typed(start))
    return csv_of(CONFLICTS, conflict_lines([one]), folder)


def gaps_csv(start: str, folder: Path) -> Cells:
    one = Gap(typed(start), date(1999, 1, 1), None, None, GapKind.NO_ENTRY, typed(start))
    return csv_of(GAPS, gap_lines([one]), folder)


def integrated_workbook(start: str, folder: Path) -> Cells:
    write_integrated_xlsx(folder / "a.xlsx", integrated_lines(entries(start)))
    return cells_of_workbook((folder / "a.xlsx").read_bytes())


def held_workbook(start: str, folder: Path) -> Cells:
    said = typed(start)
    return cells_of_workbook(held_xlsx(said, [HeldRow(said, said, 3, said, said, {said: said})]))


def asked(start: str) -> Asked:
    said = typed(start)
    return Asked(said, said, said, said, said, (said,), (said,))


def blank_workbook(start: str, folder: Path) -> Cells:
    return cells_of_workbook(blank_return_xlsx(asked(start)))


def blank_document(start: str, folder: Path) -> Cells:
    return cells_of_document(blank_return_docx(asked(start)))


def timesketch(start: str, folder: Path) -> Cells:
    return cells_of_csv(timesketch_csv(entries(start)))


def integrated_document(start: str, folder: Path) -> Cells:
    said = typed(start)
    return cells_of_document(integrated_docx(entries(start), title=f"A {said}", subtitle=f"A {said}"))


WRITERS: list[Callable[[str, Path], Cells]] = [
    *(integrated_csv, links_csv, conflicts_csv, gaps_csv, timesketch),
    *(integrated_workbook, held_workbook, blank_workbook, integrated_document, blank_document),
]


@pytest.mark.parametrize("start", STARTS)
@pytest.mark.parametrize("writer", WRITERS)
def test_no_cell_that_a_person_opens_can_act_as_a_formula(writer, start, tmp_path):
    cells = list(writer(start, tmp_path))

    assert [cell for cell in cells if cell.startswith(tuple(STARTS))] == []
    assert any("1+cmd|x" in cell for cell in cells)


@pytest.mark.parametrize("start", STARTS)
def test_json_keeps_the_words_as_they_were(start, tmp_path):
    write_integrated_json(tmp_path / "a.json", Chronology((typed(start),), tuple(entries(start))))
    one = json.loads((tmp_path / "a.json").read_bytes())["entries"][0]
    line = json.loads(timesketch_jsonl(entries(start)).splitlines()[0])

    assert {one[name] for name in ("agency", "event", "action", "role", "source")} == {typed(start)}
    assert (line["source"], line["date_as_written"]) == (typed(start), typed(start))


AS_SENT = {"typed_rows.py", "under_form.py"}
"""What somebody typed on screen, kept as it is and read back: a return, the table of a figure in its form."""


def test_no_other_module_writes_a_csv_without_the_rule():
    """A page that wrote one by its own hand would not be in the list above."""
    rooms = Path(candour.__file__).parent
    writers = {one for one in rooms.rglob("*.py") if "csv.writer(" in one.read_text("utf-8")}

    assert {one.name for one in writers if "neutral(" not in one.read_text("utf-8")} == AS_SENT
