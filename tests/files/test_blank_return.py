"""A blank return: read back it has no rows; filled in with other people's tools, every column is known."""

from __future__ import annotations

import io

import docx
import openpyxl
import pytest

from candour.domain.chronology.entry import Kind
from candour.domain.chronology.returned import Returned, interpret
from candour.domain.moments import ALONE, Fate, read
from candour.domain.returns.fields import CERTAIN
from candour.domain.trouble import Trouble
from candour.files.results.blank_return import COLUMNS, DATES_HELD, DATES_READ, NOTHING, Asked
from candour.files.results.blank_return_docx import blank_return_docx
from candour.files.results.blank_return_xlsx import ROWS, WORDS, blank_return_xlsx
from candour.files.returns.reading import read_content

ASKED = Asked(
    "2014/003",
    "Child Wren",
    "Fenshire Police",
    "1 May 2012 to 4 March 2014",
    "6 June 2014",
    ("What did each agency know of the father?", "=How were injuries understood on 3 May 2012?"),
    ("Fenshire Police", "Millbrook Hospital"),
)
TYPED = (
    *("3 March 2014", "14:30", "Call to the flat", "Told health", "PC 1", "Millbrook Hospital"),
    *("4 March 2014", "5 March 2014", "yes", "no", "Said nothing", "Log 12", "Odd", "1"),
)
GAP = (*NOTHING[:1], "", NOTHING[1])
BLANK = {"xlsx": blank_return_xlsx(ASKED), "docx": blank_return_docx(ASKED)}


def filled(kind: str) -> bytes:
    kept = io.BytesIO()
    if kind == "xlsx":
        book = openpyxl.load_workbook(io.BytesIO(BLANK[kind]))
        for row in (TYPED, GAP):
            book[ROWS].append(row)
        book.save(kept)
    else:
        document = docx.Document(io.BytesIO(BLANK[kind]))
        for cells, row in zip(document.tables[0].rows[1:], (TYPED, GAP), strict=False):
            for cell, words in zip(cells.cells, row, strict=False):
                cell.text = words
        document.save(kept)
    return kept.getvalue()


def returned(kind: str) -> Returned:
    return interpret(read_content(f"from-them.{kind}", filled(kind)))


@pytest.mark.parametrize("kind", BLANK)
def test_a_blank_return_has_no_rows_yet(kind: str) -> None:
    with pytest.raises(Trouble, match="has headings but no rows under them"):
        interpret(read_content(f"blank.{kind}", BLANK[kind]))


@pytest.mark.parametrize("kind", BLANK)
def test_filled_in_it_says_whose_it_is_and_every_column_is_known(kind: str) -> None:
    back = returned(kind)

    assert back.agency == "Fenshire Police"
    [heading] = [one for one in back.headings if one is not None]
    assert dict(heading.confidence) == {one.field: CERTAIN for one in COLUMNS}
    assert back.columns == {one.field: one.heading for one in COLUMNS}


@pytest.mark.parametrize("kind", BLANK)
def test_only_what_the_agency_wrote_becomes_rows(kind: str) -> None:
    back = returned(kind)
    visit, gap = back.entries()

    assert [*back.unplaced(Fate.HELD), *back.unplaced(Fate.REFUSED)] == []
    assert (visit.event, visit.action, visit.role, visit.source) == (TYPED[2], TYPED[3], "PC 1", "Log 12")
    assert visit.when.edtf == "2014-03-03T14:30:00"
    assert [(one.name, one.on.edtf) for one in visit.told if one.on] == [("Millbrook Hospital", "2014-03-04")]
    assert (gap.kind, gap.when.edtf) == (Kind.GAP_STATEMENT, "2012-05-03/2013-06-01")


def test_a_workbook_offers_lists_freezes_its_heading_and_holds_no_formula_or_macro() -> None:
    book = openpyxl.load_workbook(io.BytesIO(BLANK["xlsx"]))
    sheet = book[ROWS]

    assert sheet.freeze_panes == "B7"
    lists = {one.formula1 for one in sheet.data_validations.dataValidation}
    assert {'"yes,no"', '"1,2"'} < lists
    [names] = [one for one in lists if WORDS in one]
    first, last = names.split("!")[1].replace("$", "").split(":")
    assert [cell.value for (cell,) in book[WORDS][first:last]] == list(ASKED.agencies)
    every = [cell for one in book for line in one.iter_rows() for cell in line if cell.value is not None]
    assert {cell.data_type for cell in every} == {"s"}
    assert book.vba_archive is None


def test_a_date_typed_into_the_workbook_stays_the_words_that_were_typed() -> None:
    book = openpyxl.load_workbook(io.BytesIO(BLANK["xlsx"]))

    assert book[ROWS].column_dimensions["A"].number_format == "@"


@pytest.mark.parametrize("kind", BLANK)
def test_the_same_asking_gives_the_same_bytes(kind: str) -> None:
    again = blank_return_xlsx(ASKED) if kind == "xlsx" else blank_return_docx(ASKED)
    assert again == BLANK[kind]


def test_a_word_return_asks_its_questions_and_repeats_its_heading_on_each_page() -> None:
    document = docx.Document(io.BytesIO(BLANK["docx"]))
    said = [one.text for one in document.paragraphs]

    assert "Agency: Fenshire Police" in said
    assert any(ASKED.lines_of_enquiry[0] in one for one in said)
    assert document.tables[0].rows[0]._tr.trPr.find(".//{*}tblHeader") is not None


def test_the_dates_it_shows_are_read_or_held_as_it_says() -> None:
    assert [one for one in DATES_READ if not read(one.split(" (")[0], ALONE).placed] == []
    assert {read(one, ALONE).fate for one, _ in DATES_HELD} == {Fate.HELD}


def test_a_review_without_a_commission_has_a_blank_return_all_the_same() -> None:
    bare = Asked("2014/003", "Child Wren", "Fenshire Police")

    for kind, content in (("xlsx", blank_return_xlsx(bare)), ("docx", blank_return_docx(bare))):
        assert read_content(f"blank.{kind}", content).tables
