"""Sheets of every kind of workbook are read with their own row numbers, and no cell is lost or made up."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

import openpyxl
import pytest
import xlsxwriter

from candour.domain.returns.tables import Row
from candour.files.returns.coarse_dates import Coarse, coarse_format
from candour.files.returns.reading import read_return
from tests.files import making
from tests.writing_returns import write_xlsx


def rows_of(path):
    [table] = read_return(path).tables
    return {row.number: row.cells for row in table.rows}


def written(path, cells, formats=None):
    """A sheet from cells by address: values, or ("=formula", cached value)."""
    with xlsxwriter.Workbook(path) as book:
        page = book.add_worksheet("S")
        for at, value in cells.items():
            shown = book.add_format({"num_format": (formats or {}).get(at, "General")})
            if isinstance(value, tuple):
                page.write_formula(at, value[0], shown, value[1])
            elif isinstance(value, date | time | timedelta):
                page.write_datetime(at, value, shown)
            else:
                page.write(at, value, shown)
    return path


def test_rows_keep_their_numbers_under_blank_rows_and_columns(tmp_path):
    path = write_xlsx(tmp_path / "a.xlsx", [["Date", "Event"], ["", ""], ["1/5/99", "Seen"]], top=4, left=2)

    assert rows_of(path) == {5: ("", "", "Date", "Event"), 7: ("", "", "1/5/99", "Seen")}


def test_every_sheet_is_read_hidden_ones_too(tmp_path):
    book = openpyxl.Workbook()
    book.active.title = "Chronology"
    book.active["A1"] = "seen"
    for name, state in (("Hidden", "hidden"), ("Very hidden", "veryHidden")):
        sheet = book.create_sheet(name)
        sheet["A2"], sheet.sheet_state = name, state
    book.active.row_dimensions[1].hidden = True
    book.create_sheet("Blank")
    book.save(tmp_path / "a.xlsx")

    read = read_return(tmp_path / "a.xlsx").tables
    assert [(table.part, [row.number for row in table.rows]) for table in read] == [
        ("Chronology", [1]),
        ("Hidden", [2]),
        ("Very hidden", [2]),
        ("Blank", []),
    ]


def test_a_chart_sheet_is_no_trouble(tmp_path):
    with xlsxwriter.Workbook(tmp_path / "a.xlsx") as book:
        book.add_worksheet("S").write(0, 0, 1)
        chart = book.add_chart({"type": "column"})
        chart.add_series({"values": "=S!$A$1:$A$1"})
        book.add_chartsheet("Chart").set_chart(chart)
        book.add_worksheet("T").write(1, 0, "x")

    assert {t.part: [r.number for r in t.rows] for t in read_return(tmp_path / "a.xlsx").tables} == {
        "S": [1],
        "Chart": [],
        "T": [2],
    }


def test_values_keep_their_kinds(tmp_path):
    cells = {"A1": "00123", "B1": 5, "C1": 0.25, "D1": True, "E1": 0, "F1": ("=1+1", 2), "G1": " x "}
    cells |= {"H1": date(1999, 7, 14), "I1": datetime(1999, 7, 14, 14, 30), "J1": time(9, 5)}
    formats = {"C1": "0%", "H1": "dd/mm/yyyy", "I1": "dd/mm/yy hh:mm", "J1": "hh:mm"}

    assert rows_of(written(tmp_path / "a.xlsx", cells, formats))[1] == (
        *("00123", 5.0, 0.25, True, 0.0, 2.0, " x "),
        *(date(1999, 7, 14), datetime(1999, 7, 14, 14, 30), time(9, 5)),
    )


def test_a_row_of_noughts_or_of_a_single_no_is_not_blank(tmp_path):
    assert rows_of(written(tmp_path / "a.xlsx", {"A1": 0, "A3": False, "A5": " "})) == {
        1: (0.0,),
        3: (False,),
    }


def test_every_minute_of_the_day_survives_the_way_excel_counts(tmp_path):
    minutes = [datetime(1999, 7, 14) + timedelta(minutes=one) for one in range(0, 1440, 7)]
    cells = {f"A{row}": minute for row, minute in enumerate(minutes, start=1)}
    read = rows_of(written(tmp_path / "a.xlsx", cells, dict.fromkeys(cells, "dd/mm/yyyy hh:mm")))

    seen = [
        cell if isinstance(cell, datetime) else datetime.combine(cell, time(0)) for (cell,) in read.values()
    ]
    assert seen == minutes


def test_a_cell_that_shows_an_error_is_not_blank(tmp_path):
    cells = {"A1": "Date", "A2": ("=NA()", "#N/A"), "B2": "Seen", "A3": ("=1/0", "#DIV/0!")}

    assert rows_of(written(tmp_path / "a.xlsx", cells)) == {
        1: ("Date", ""),
        2: ("#N/A", "Seen"),
        3: ("#DIV/0!",),
    }


def test_a_sign_that_no_database_keeps_is_shown_as_no_letter(tmp_path):
    """A workbook can write a NUL; PostgreSQL would refuse the whole return for it."""
    row = (
        making.text_cell("A1", "1/5/99")
        + making.text_cell("B1", "Seen_x0000_again")
        + '<c r="C1"><v>2</v></c>'
    )
    path = making.write_raw_xlsx(tmp_path / "a.xlsx", f'<row r="1">{row}</row>')

    assert rows_of(path) == {1: ("1/5/99", "Seen\ufffdagain", 2.0)}


def test_a_formula_that_was_never_worked_out_is_shown_and_not_lost(tmp_path):
    book = openpyxl.Workbook()
    book.active["A1"], book.active["B3"] = "Date", "=A1+1"
    book.save(tmp_path / "a.xlsx")

    assert rows_of(tmp_path / "a.xlsx") == {1: ("Date",), 3: ("", "=A1+1")}


@pytest.mark.parametrize(
    ("code", "day", "words"),
    [
        ("mmm-yy", date(1999, 7, 1), "Jul 1999"),
        ("[$-809]mmmm yyyy;@", date(1999, 7, 1), "Jul 1999"),
        ("yyyy", date(1999, 1, 1), "1999"),
        ("mmm-yy", date(1999, 7, 14), date(1999, 7, 14)),
        ("yyyy", date(1999, 7, 1), date(1999, 7, 1)),
        ("dd/mm/yyyy", date(1999, 7, 1), date(1999, 7, 1)),
        ("dddd", date(1999, 7, 1), date(1999, 7, 1)),
    ],
)
def test_a_month_is_never_given_a_day_that_the_sheet_does_not_show(tmp_path, code, day, words):
    assert rows_of(written(tmp_path / "a.xlsx", {"A1": day, "B1": "x"}, {"A1": code}))[1] == (words, "x")


@pytest.mark.parametrize(
    ("code", "shows"),
    [
        ("mmm-yy", Coarse.MONTH),
        (r"mmmm\ yyyy", Coarse.MONTH),
        ('"Month of" mmm yyyy', Coarse.MONTH),
        ("yyyy", Coarse.YEAR),
        ("dd-mmm-yy", None),
        ("hh:mm", None),
        ("General", None),
        ('0 "my units"', None),
        ("@", None),
    ],
)
def test_number_formats_say_what_they_show(code, shows):
    assert coarse_format(code) is shows


def test_the_1904_calendar_of_old_macs_is_honoured(tmp_path):
    with xlsxwriter.Workbook(tmp_path / "a.xlsx", {"date_1904": True}) as book:
        shown = book.add_format({"num_format": "dd/mm/yyyy"})
        book.add_worksheet().write_datetime(0, 0, date(1999, 7, 14), shown)

    assert rows_of(tmp_path / "a.xlsx") == {1: (date(1999, 7, 14),)}


def test_a_merged_date_is_carried_down_and_said_to_be(tmp_path):
    rows = [["Date", "Event"], ["1/5/99", "Seen"], ["", "Called"], ["", ""], ["", "Left"], ["2/5/99", "End"]]
    [table] = read_return(write_xlsx(tmp_path / "a.xlsx", rows, [(0, 1, 4)])).tables

    assert table.rows == (
        Row(1, ("Date", "Event")),
        Row(2, ("1/5/99", "Seen")),
        Row(3, ("1/5/99", "Called"), frozenset({0})),
        Row(5, ("1/5/99", "Left"), frozenset({0})),
        Row(6, ("2/5/99", "End")),
    )


def test_a_block_merged_both_ways_stays_in_its_first_column(tmp_path):
    rows = making.text_cell("A1", "July") + making.text_cell("D1", "x")
    sheet = f'<row r="1">{rows}</row><row r="2">{making.text_cell("D2", "y")}</row>'
    merges = '<mergeCells count="1"><mergeCell ref="A1:B2"/></mergeCells>'
    [table] = read_return(making.write_raw_xlsx(tmp_path / "a.xlsx", sheet, after=merges)).tables

    assert table.rows == (Row(1, ("July", "", "", "x")), Row(2, ("July", "", "", "y"), frozenset({0})))


def test_words_hidden_under_a_merged_cell_are_kept(tmp_path):
    sheet = "".join(
        f'<row r="{n}">{making.text_cell(f"A{n}", w)}</row>' for n, w in ((1, "top"), (2, "under"))
    )
    merges = '<mergeCells count="1"><mergeCell ref="A1:A2"/></mergeCells>'
    [table] = read_return(making.write_raw_xlsx(tmp_path / "a.xlsx", sheet, after=merges)).tables

    assert table.rows == (Row(1, ("top",)), Row(2, ("under",)))


def test_rich_text_is_its_words_and_readings_of_letters_are_not(tmp_path):
    runs = '<r><t xml:space="preserve">Seen </t></r><r><rPr><b/></rPr><t>well</t></r>'
    strings = f'<si>{runs}<rPh sb="0" eb="1"><t>NO</t></rPh></si>'
    path = making.write_raw_xlsx(
        tmp_path / "a.xlsx", '<row r="1"><c r="A1" t="s"><v>0</v></c></row>', strings=strings
    )

    assert rows_of(path) == {1: ("Seen well",)}


def test_cells_without_addresses_and_rows_out_of_order_are_found(tmp_path):
    sheet = '<row><c><v>1</v></c><c><v>2</v></c></row><row r="5"><c t="e"><v>#REF!</v></c></row>'
    other = "<row r='3'><c r='B3'><v>3</v></c></row><row r='1'><c r='A1' t='e'><v>#N/A</v></c></row>"

    assert rows_of(making.write_raw_xlsx(tmp_path / "a.xlsx", sheet)) == {1: (1.0, 2.0), 5: ("#REF!",)}
    assert rows_of(making.write_raw_xlsx(tmp_path / "b.xlsx", other)) == {1: ("#N/A",), 3: ("", 3.0)}


@pytest.mark.parametrize("way", ["plain", "odd"])
def test_what_the_fast_reader_does_not_tell_is_found_however_the_sheet_is_written(tmp_path, way):
    """A plainly written sheet has its marked cells picked out; an oddly written one is walked through."""
    sheet = (
        '<row r="1"><c r="A1" s="1"><v>36342</v></c><c r="B1" s="1"/>'
        '<c r="C1" t="e"><f>NA()</f><v>#N/A</v></c></row>'
        '<row r="2"><c r="A2" s="1"><v>36343</v></c><c r="B2"><f>A1&amp;&quot;x&quot;</f><v></v></c>'
        '<c r="C2" t="str"><f>1+1</f><v>two</v></c><c r="D2" t="e"><v/></c></row>'
    )
    sheet = sheet if way == "plain" else sheet.replace(' r="', ' r = "')
    styles = '<cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="17"/></cellXfs>'

    assert rows_of(making.write_raw_xlsx(tmp_path / "a.xlsx", sheet, styles=styles)) == {
        1: ("Jul 1999", "", "#N/A"),
        2: (date(1999, 7, 2), '=A1&"x"', "two", "#ERROR"),
    }


def test_a_claim_of_a_huge_sheet_costs_nothing(tmp_path):
    parts = making.xlsx_parts(f'<row r="1">{making.text_cell("A1", "x")}</row>')
    sheet = str(parts["xl/worksheets/sheet1.xml"]).replace(
        "<sheetData>", '<dimension ref="A1:XFD1048576"/><sheetData>'
    )

    assert rows_of(making.write_zip(tmp_path / "a.xlsx", parts | {"xl/worksheets/sheet1.xml": sheet})) == {
        1: ("x",)
    }


def test_a_workbook_with_macros_is_read_and_its_macros_are_not(tmp_path):
    parts = making.xlsx_parts(f'<row r="1">{making.text_cell("A1", "x")}</row>')

    assert rows_of(making.write_zip(tmp_path / "a.xlsm", parts | {"xl/vbaProject.bin": b"\xff" * 99})) == {
        1: ("x",)
    }


def test_an_old_workbook_is_read_the_same_way(tmp_path):
    cells = making.label(2, 1, "Date £’") + making.number(3, 1, 36342, 1) + making.number(4, 1, 36342, 2)
    cells += making.error(5, 0, 0x2A) + making.label(6, 0, "x") + making.label(7, 1, "y")
    path = making.write_xls(
        tmp_path / "a.xls", cells + making.merged(6, 7, 0), formats=("dd/mm/yyyy", "mmm-yy")
    )
    [table] = read_return(path).tables

    assert table.part == "S"
    assert table.rows == (
        Row(3, ("", "Date £’")),
        Row(4, ("", date(1999, 7, 1))),
        Row(5, ("", "Jul 1999")),
        Row(6, ("#N/A",)),
        Row(7, ("x", "")),
        Row(8, ("x", "y"), frozenset({0})),
    )


def test_an_opendocument_sheet_is_read_with_its_breaks_merges_and_kinds(tmp_path):
    filler = '<table:table-cell table:number-columns-repeated="16380"/>'
    value = '<table:table-cell office:value-type="{}" {}><text:p>{}</text:p></table:table-cell>'.format
    note = "<office:annotation><text:p>a note</text:p></office:annotation>"
    sheet = (
        making.ods_row(filler, times=2)
        + making.ods_row(
            making.ods_text("one<text:tab/>two<text:line-break/>three<text:s text:c='2'/>x"), filler
        )
        + making.ods_row(
            making.ods_text("merged", 'table:number-rows-spanned="2"'),
            value("date", 'office:date-value="1999-07-14"', "14 Jul 1999"),
            value("date", 'office:date-value="1999-07-01"', "July 1999"),
            value("date", 'office:date-value="1999-07-01"', "01/07/99"),
            value("date", 'office:date-value="1999-07-14T14:30:00"', "14/07/99 14:30"),
            value("time", 'office:time-value="PT14H30M00S"', "14:30"),
            value("float", 'office:value="5"', "5"),
            value("boolean", 'office:boolean-value="true"', "TRUE"),
            value("string", 'calcext:value-type="error" xmlns:calcext="urn:calc"', "#N/A"),
        )
        + making.ods_row("<table:covered-table-cell/>", making.ods_text(f"{note}twice"), times=2)
        + making.ods_row(filler, times=1_000_000)
    )
    [table, other] = read_return(making.write_ods(tmp_path / "a.ods", sheet, "")).tables

    assert (table.part, other.rows) == ("T1", ())
    assert table.rows == (
        Row(3, ("one\ttwo\nthree  x",)),
        Row(
            4,
            (
                *("merged", date(1999, 7, 14), "Jul 1999", date(1999, 7, 1), datetime(1999, 7, 14, 14, 30)),
                *(time(14, 30), 5.0, True, "#N/A"),
            ),
        ),
        Row(5, ("merged", "twice"), frozenset({0})),
        Row(6, ("", "twice")),
    )
