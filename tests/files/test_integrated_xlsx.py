"""integrated.xlsx: the rows poured into it are those that xlsxwriter itself would write, blanks left out."""

from __future__ import annotations

import io
import zipfile
from datetime import date
from pathlib import Path

import openpyxl
import pytest
import xlsxwriter
from hypothesis import given
from hypothesis import strategies as st

from candour.files.results import integrated_xlsx, spreadsheet_words
from candour.files.results.integrated_xlsx import NOT_HERE, write_integrated_xlsx
from candour.files.results.left_out import NAMED
from candour.files.results.poured_rows import SHEET, words_in_xml
from candour.files.results.spreadsheet_words import LONGEST_CELL

COLUMNS = ("id", "earliest", "event", "row")
LINES = [
    ("e1", "1999-07-14", "=HYPERLINK(1)\nand “more” & <less>", 3),
    ("e2", "1899-12-31", "", 4),
    ("e3", "", " spaced ", 5.5),
]


def sheet_of(path: Path | io.BytesIO) -> str:
    with zipfile.ZipFile(path) as book:
        return book.read(SHEET).decode()


@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=30))
def test_words_are_escaped_as_xlsxwriter_escapes_them(words: str) -> None:
    kept = io.BytesIO()
    with xlsxwriter.Workbook(kept, {"constant_memory": True, "strings_to_formulas": False}) as book:
        book.add_worksheet().write_string(0, 0, words)

    by_xlsxwriter = sheet_of(kept).partition("<is>")[2].partition("</is>")[0]
    assert words_in_xml(words) == by_xlsxwriter or words.startswith("<r>")


def test_a_half_of_a_character_is_written_and_not_refused() -> None:
    assert words_in_xml("\ud800") == "<t>_xD800_</t>"


def test_the_sheet_holds_every_line_in_its_own_type(tmp_path: Path) -> None:
    write_integrated_xlsx(tmp_path / "a.xlsx", iter(LINES), columns=COLUMNS)
    sheet = openpyxl.load_workbook(tmp_path / "a.xlsx").active
    rows = [[cell.value for cell in row] for row in sheet.iter_rows()]

    assert rows[0] == list(COLUMNS)
    assert rows[1] == ["e1", sheet["B2"].value, "'=HYPERLINK(1)\nand “more” & <less>", 3]
    assert sheet["B2"].value.date() == date(1999, 7, 14)
    assert rows[2] == ["e2", "1899-12-31", None, 4]
    assert rows[3] == ["e3", None, " spaced ", 5.5]
    assert (sheet.dimensions, sheet.auto_filter.ref, sheet.freeze_panes) == ("A1:D4", "A1:D4", "A2")
    assert sheet["B2"].number_format == "d mmm yyyy"
    assert sheet["C2"].alignment.wrap_text


def test_xlsxwriter_still_lays_out_a_sheet_as_the_pouring_of_rows_needs_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Rows go in after the first one, in the styles of the blanks below it. Where a new version of xlsxwriter
    writes a sheet in another order, names it otherwise, or leaves blanks out, poured_rows has to follow.
    """
    frame = integrated_xlsx._frame(COLUMNS, 3, integrated_xlsx.CHRONOLOGY, ["a note beside"])
    sheet = sheet_of(io.BytesIO(frame))
    _, styles, below = sheet.partition("<sheetData>")[2].partition("</sheetData>")[0].split("</row>")

    assert (sheet.count("<sheetData>"), sheet.count("</sheetData>"), below) == (1, 1, "")
    words, day = integrated_xlsx._styles(frame)
    blanks = [f'<c r="{column}4" s="{day if column == "B" else words}"/>' for column in "ABCD"]
    assert styles.endswith(">" + "".join(blanks))
    assert words != day
    assert '<dimension ref="A1:D4"/>' in sheet


@pytest.mark.parametrize("lines", [[], LINES[:1]])
def test_few_lines_or_none_make_a_sound_workbook(tmp_path: Path, lines: list) -> None:
    write_integrated_xlsx(tmp_path / "a.xlsx", lines, columns=COLUMNS)

    rows = [
        [cell.value for cell in row] for row in openpyxl.load_workbook(tmp_path / "a.xlsx").active.iter_rows()
    ]
    assert [row[0] for row in rows if any(row)] == ["id", *(line[0] for line in lines)]


def test_a_cell_too_long_for_a_spreadsheet_is_cut_between_characters(tmp_path: Path) -> None:
    write_integrated_xlsx(tmp_path / "a.xlsx", [("e1", "", "😀" * LONGEST_CELL, 1)], columns=COLUMNS)

    assert openpyxl.load_workbook(tmp_path / "a.xlsx").active["C2"].value == "😀" * (LONGEST_CELL // 2)


def notes_in(path: Path) -> list[str]:
    book = openpyxl.load_workbook(path)
    assert book.sheetnames == ["Chronology", NOT_HERE]
    return [row[0].value for row in book[NOT_HERE].iter_rows()]


def test_rows_a_sheet_cannot_hold_are_said_in_the_workbook_and_to_whoever_wrote_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(integrated_xlsx, "MOST_ROWS", 2)
    left_out = write_integrated_xlsx(tmp_path / "a.xlsx", LINES, columns=COLUMNS, whole="integrated.csv")

    [said] = notes_in(tmp_path / "a.xlsx")
    assert said.startswith("Not in this workbook, as a sheet holds no more: the last 1 of 3 rows.")
    assert left_out.sentences("integrated.csv") == [said]
    assert openpyxl.load_workbook(tmp_path / "a.xlsx").active.dimensions == "A1:D3"


def test_cells_that_were_cut_are_named_in_the_workbook(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(spreadsheet_words, "LONGEST_CELL", 10)
    lines = [("e1", "", "As long as", 1), ("e2", "", "One letter more", 2)]
    left_out = write_integrated_xlsx(tmp_path / "a.xlsx", lines, columns=COLUMNS)

    assert list(left_out.cells) == ["C3"]
    assert notes_in(tmp_path / "a.xlsx") == [
        "Cut, as a cell holds no more: C3. All of their words stand in the csv of the same table."
    ]
    many = write_integrated_xlsx(tmp_path / "b.xlsx", [lines[1]] * (NAMED + 3), columns=COLUMNS)
    assert "C21 and 3 more. All" in many.sentences("a.csv")[0]


def test_a_workbook_that_holds_everything_has_one_sheet_and_nothing_to_say(tmp_path: Path) -> None:
    left_out = write_integrated_xlsx(tmp_path / "a.xlsx", LINES, columns=COLUMNS)

    assert openpyxl.load_workbook(tmp_path / "a.xlsx").sheetnames == ["Chronology"]
    assert left_out.sentences("integrated.csv") == []


def test_the_same_lines_make_the_same_bytes(tmp_path: Path) -> None:
    for name in ("a.xlsx", "b.xlsx"):
        write_integrated_xlsx(tmp_path / name, LINES, columns=COLUMNS)

    assert (tmp_path / "a.xlsx").read_bytes() == (tmp_path / "b.xlsx").read_bytes()
