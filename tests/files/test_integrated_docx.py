"""The chronology as a Word document: every row, as it was said and as it was written, and where it stands."""

from __future__ import annotations

import io
import zipfile

import docx
from docx.enum.section import WD_ORIENT

from candour.domain.chronology.entry import Entry, Kind, Status, Telling
from candour.domain.moments import read
from candour.domain.returns.tables import Place
from candour.files.results.integrated_docx import HEADINGS, integrated_docx

ENTRIES = [
    Entry(
        id="e1",
        agency="Vale Housing",
        place=Place("vale.xlsx", "Sheet1", 7),
        when=read("c. 14/7/99"),
        event="Seen.\nWell\tdressed & <clean>",
        action="Letter",
        role="Officer",
        told=(Telling("Vale Police", None, read("15/7/99"), Status.TOLD),),
        source="File 3",
    ),
    Entry(
        "e2", "Vale Housing", Place("vale.xlsx", "", 8), read("May - June 2001"), "", kind=Kind.GAP_STATEMENT
    ),
    Entry("e3", "=cmd", Place("=x.csv", "", 9), read("1/8/99"), "=1+1", action="@x\x01\ud800", source="-1"),
]


def written():
    return integrated_docx(ENTRIES, title="Chronology & more", subtitle="An invented family")


def table():
    [found] = docx.Document(io.BytesIO(written())).tables
    return found


def test_each_row_says_its_date_in_words_as_written_and_its_place():
    assert [[cell.text for cell in row.cells] for row in table().rows][:3] == [
        list(HEADINGS),
        [
            "about 14 July 1999\nwritten: c. 14/7/99",
            "Vale Housing\nOfficer",
            "Seen.\nWell\tdressed & <clean>",
            "Letter",
            "Vale Police (told, 1999-07-15)",
            "File 3",
            "vale.xlsx, Sheet1, row 7\ne1",
        ],
        [
            "May to June 2001\nwritten: May - June 2001\nThe agency says it had no contact.",
            "Vale Housing",
            *("", "", "", ""),
            "vale.xlsx, row 8\ne2",
        ],
    ]


def test_nothing_in_a_row_becomes_a_formula_where_the_table_is_pasted_into_a_sheet():
    cells = [cell.text for cell in table().rows[3].cells]

    assert [cells[1], cells[2], cells[3], cells[5]] == ["'=cmd", "'=1+1", "'@x\ufffd\ufffd", "'-1"]
    assert cells[6].startswith("'=x.csv, row 9")


def test_the_page_lies_on_its_side_and_its_headings_are_repeated():
    document = docx.Document(io.BytesIO(written()))
    [page] = document.sections

    assert page.orientation == WD_ORIENT.LANDSCAPE
    assert (round(page.page_width.mm), round(page.page_height.mm)) == (297, 210)
    assert [paragraph.text for paragraph in document.paragraphs][:2] == [
        "Chronology & more",
        "An invented family",
    ]
    repeated = [bool(row._tr.xpath("./w:trPr/w:tblHeader")) for row in document.tables[0].rows]
    assert repeated == [True, False, False, False]
    assert "PAGE" in page.footer._element.xml


def test_the_same_chronology_is_the_same_bytes_and_names_no_clock_or_author():
    content = written()

    assert content == written()
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        assert {one.date_time for one in packed.infolist()} == {(2000, 1, 1, 0, 0, 0)}
        assert b"python-docx" not in packed.read("docProps/core.xml")


def test_a_chronology_without_rows_is_a_heading():
    [found] = docx.Document(io.BytesIO(integrated_docx([], title="t", subtitle="s"))).tables

    assert len(found.rows) == 1
