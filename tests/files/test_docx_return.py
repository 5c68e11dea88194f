"""Word tables are read as they were sent: every table, every row, merged and split cells in their columns."""

from __future__ import annotations

import docx
import pytest

from candour.domain.returns.tables import Row
from candour.files.returns.reading import read_return
from tests.writing_returns import docx_parts, word_cell, word_paragraph, word_table, write_zip

COMPATIBILITY = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'


def read(tmp_path, body, more=COMPATIBILITY, name="a.docx"):
    return read_return(write_zip(tmp_path / name, docx_parts(body, more)))


def only_cell(tmp_path, inside):
    """The words of the one cell of a document whose cell holds this XML."""
    table = f"<w:tbl><w:tr><w:tc>{inside}</w:tc></w:tr></w:tbl>"
    return read(tmp_path, table).tables[0].rows[0].cells[0]


def run(words, properties=""):
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{words}</w:t></w:r>'


def row(*cells, properties=""):
    return f"<w:tr><w:trPr>{properties}</w:trPr>{''.join(cells)}</w:tr>"


def span(words, columns, merge=""):
    return word_cell(words, f'<w:gridSpan w:val="{columns}"/>{merge}')


def test_a_document_from_word_is_read_with_its_merged_cells(tmp_path):
    document = docx.Document()
    document.add_paragraph("Agency: Invented Trust")
    table = document.add_table(rows=6, cols=3)
    for number, words in enumerate([("Date", "Event", "Told"), ("1/5/99", "Seen", ""), ("", "Called", "GP")]):
        for column, one in enumerate(words):
            table.cell(number, column).text = one
    table.cell(1, 0).merge(table.cell(3, 0))
    wide = table.cell(5, 0).merge(table.cell(5, 1))
    wide.text, table.cell(5, 2).text = "No involvement", "x"
    document.add_paragraph("Signed off")
    document.save(tmp_path / "a.docx")
    made = read_return(tmp_path / "a.docx")

    assert made.preamble == ("Agency: Invented Trust", "Signed off")
    assert made.tables[0].part == "table 1"
    assert [(row.number, [row.words(column) for column in range(3)]) for row in made.tables[0].rows] == [
        (1, ["Date", "Event", "Told"]),
        (2, ["1/5/99", "Seen", ""]),
        (3, ["1/5/99", "Called", "GP"]),
        (6, ["No involvement", "", "x"]),
    ]
    assert [row.carried for row in made.tables[0].rows] == [set(), set(), {0}, set()]


def holding(inner, beside=""):
    return f"<w:tbl><w:tr><w:tc><w:p/>{inner}{word_paragraph(beside)}</w:tc></w:tr></w:tbl>"


def test_every_table_is_numbered_as_it_begins_nested_ones_after_the_one_they_stand_in(tmp_path):
    page = holding(word_table([["in", "side"]]))
    made = read(tmp_path, word_table([["first"]]) + page + word_table([["last"]]))

    assert [(one.part, [row.cells for row in one.rows]) for one in made.tables] == [
        ("table 1", [("first",)]),
        ("table 2", []),
        ("table 3", [("in", "side")]),
        ("table 4", [("last",)]),
    ]


def test_a_table_in_a_cell_that_says_more_is_words_of_that_cell(tmp_path):
    innermost = holding(word_table([["a", "b"], ["", "c"]]), "within")
    made = read(tmp_path, holding(innermost, "outside") + word_table([["last"]]))

    assert [(one.part, one.rows[0].words(0)) for one in made.tables] == [
        ("table 1", "outside\n\nwithin\na\tb\n\tc"),
        ("table 4", "last"),
    ]


def test_a_chronology_in_a_cell_stays_a_table_whatever_stands_beside_it(tmp_path):
    inner = word_table([["Date", "Event"], ["1/5/99", "Seen"]])
    made = read(tmp_path, holding(inner, "Agency: Invented Trust"))

    assert [len(one.rows) for one in made.tables] == [1, 2]


def test_paragraphs_before_between_and_after_tables_are_kept_in_order(tmp_path):
    body = (
        "".join(word_paragraph(w) for w in ("one", " ", "two"))
        + word_table([["x"]])
        + word_paragraph("three")
    )

    assert read(tmp_path, body).preamble == ("one", "two", "three")


def test_blank_rows_count_and_are_left_out_even_under_a_merged_cell(tmp_path):
    rows = [["1/5/99", "Seen"], ["", "\xa0"], ["", "Left"]]
    [table] = read(tmp_path, word_table(rows, [(0, 0, 2)])).tables

    assert table.rows == (Row(1, ("1/5/99", "Seen")), Row(3, ("1/5/99", "Left"), frozenset({0})))


def test_two_merged_cells_one_above_the_other_do_not_run_together(tmp_path):
    rows = [["May", "a"], ["", "b"], ["June", "c"], ["", "d"]]
    [table] = read(tmp_path, word_table(rows, [(0, 0, 1), (0, 2, 3)])).tables

    assert [one.cells for one in table.rows] == [("May", "a"), ("May", "b"), ("June", "c"), ("June", "d")]


def test_split_cells_and_rows_that_begin_later_stand_in_their_columns(tmp_path):
    table = (
        row(word_cell("Date"), span("Event", 2), word_cell("Told"))
        + row(word_cell("1/5/99"), word_cell("left half"), word_cell("right half"), word_cell("GP"))
        + row(span("Called", 2), word_cell("Police"), properties='<w:gridBefore w:val="1"/>')
    )
    [read_table] = read(tmp_path, f"<w:tbl>{table}</w:tbl>").tables

    assert [one.cells for one in read_table.rows] == [
        ("Date", "Event", "", "Told"),
        ("1/5/99", "left half", "right half", "GP"),
        ("", "Called", "", "Police"),
    ]


def test_a_cell_border_dragged_aside_in_one_row_moves_no_words(tmp_path):
    usual = row(span("1/5/99", 2), word_cell("Seen"), span("GP", 2))
    dragged = row(word_cell("2/5/99"), span("Called", 3), word_cell("Police"))
    [table] = read(tmp_path, f"<w:tbl>{usual}{usual}{dragged}</w:tbl>").tables

    assert [one.cells[:4] for one in table.rows][1:] == [
        ("1/5/99", "", "Seen", "GP"),
        ("2/5/99", "", "Called", "Police"),
    ]


def paragraph(*runs):
    return f"<w:p>{''.join(runs)}</w:p>"


def field(inside):
    return paragraph(f"<w:r><w:fldChar w:fldCharType='begin'><w:ffData>{inside}</w:ffData></w:fldChar></w:r>")


RAISED = "<w:vertAlign w:val='superscript'/>"
DELETED = "<w:del><w:r><w:delText>seen</w:delText></w:r></w:del>"
CODE = "<w:r><w:instrText>DATE</w:instrText></w:r>"
TAB_STOP = "<w:pPr><w:tabs><w:tab w:val='left'/></w:tabs></w:pPr>"
CHOICES = "<w:listEntry w:val='No'/><w:listEntry w:val='Yes'/>"

SENT = {
    "paragraphs": (word_paragraph("one") + word_paragraph("two"), "one\ntwo"),
    "tabs": (paragraph("<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t></w:r>"), "a\tb\nc"),
    "insertions": (paragraph(run("was "), f"<w:ins>{run('not ')}</w:ins>", DELETED), "was not "),
    "moves": (
        paragraph(f"<w:moveFrom>{run('from')}</w:moveFrom>", f"<w:moveTo>{run('to')}</w:moveTo>"),
        "to",
    ),
    "hidden": (paragraph(run("hidden", "<w:vanish/>")), "hidden"),
    "ordinals": (paragraph(run("14"), run("th", RAISED), run(" May")), "14th May"),
    "fields": (paragraph(CODE, run("1/5/99")), "1/5/99"),
    "simple fields": (paragraph(f"<w:fldSimple w:instr='X'>{run('shown')}</w:fldSimple>"), "shown"),
    "footnotes": (paragraph(run("a"), "<w:r><w:footnoteReference w:id='2'/></w:r>", run("b")), "ab"),
    "links": (paragraph(f"<w:hyperlink>{run('a')}</w:hyperlink><w:smartTag>{run('b')}</w:smartTag>"), "ab"),
    "controls": (f"<w:sdt><w:sdtPr/><w:sdtContent>{word_paragraph('x')}</w:sdtContent></w:sdt>", "x"),
    "controls in a line": (paragraph(f"<w:sdt><w:sdtContent>{run('x')}</w:sdtContent></w:sdt>"), "x"),
    "tab stops": (paragraph(TAB_STOP, run("x")), "x"),
    "ticks": (paragraph("<w:r><w:sym w:font='Wingdings' w:char='F0FC'/></w:r>"), "✓"),
    "boxes": (field("<w:checkBox><w:default w:val='0'/><w:checked/></w:checkBox>"), "☒"),
    "empty boxes": (field("<w:checkBox><w:default w:val='0'/></w:checkBox>"), "☐"),
    "lists to choose from": (field(f"<w:ddList><w:result w:val='1'/>{CHOICES}</w:ddList>"), "Yes"),
    "hyphens": (paragraph("<w:r><w:t>co</w:t><w:noBreakHyphen/><w:t>op</w:t></w:r>"), "co-op"),
}


@pytest.mark.parametrize(("inside", "words"), SENT.values(), ids=SENT)
def test_the_words_of_a_cell_are_the_words_that_were_sent(tmp_path, inside, words):
    assert only_cell(tmp_path, inside) == words


def twice(inside):
    """A text box as Word writes it: for itself, and once more for older programs."""
    box = f"<w:txbxContent>{inside}</w:txbxContent>"
    alternatives = f"<mc:Choice>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback>"
    return f"<w:r><mc:AlternateContent>{alternatives}</mc:AlternateContent></w:r>"


def test_a_text_box_is_said_once(tmp_path):
    box = paragraph(run("before"), twice(word_paragraph("in a box")))

    assert only_cell(tmp_path, box) == "before\nin a box\n"
    assert read(tmp_path, box + word_table([["x"]])).preamble == ("before\nin a box",)


def test_a_table_in_a_text_box_is_a_table_once(tmp_path):
    box = paragraph(run("before "), twice(word_table([["boxed"]])))
    made = read(tmp_path, box + word_table([["x"]]))

    assert [one.rows[0].cells for one in made.tables] == [("boxed",), ("x",)]


def test_an_old_text_box_without_a_newer_twin_is_read(tmp_path):
    box = f"<mc:AlternateContent><mc:Fallback>{word_table([['old']])}</mc:Fallback></mc:AlternateContent>"

    assert read(tmp_path, f"<w:p><w:r>{box}</w:r></w:p>").tables[0].rows[0].cells == ("old",)


def test_rows_and_cells_inside_content_controls_are_rows_and_cells(tmp_path):
    cell = f"<w:sdt><w:sdtContent>{word_cell('b')}</w:sdtContent></w:sdt>"
    table = row(word_cell("a")) + f"<w:sdt><w:sdtContent>{row(cell, word_cell('c'))}</w:sdtContent></w:sdt>"
    [made] = read(tmp_path, f"<w:tbl>{table}</w:tbl>").tables

    assert [(one.number, one.cells) for one in made.rows] == [(1, ("a",)), (2, ("b", "c"))]


def test_a_row_deleted_under_tracking_is_blank_and_counts(tmp_path):
    table = row(word_cell("a")) + row(word_cell("gone"), properties="<w:del/>") + row(word_cell("c"))
    [made] = read(tmp_path, f"<w:tbl>{table}</w:tbl>").tables

    assert [(one.number, one.cells) for one in made.rows] == [(1, ("a",)), (3, ("c",))]


def test_the_strict_kind_of_document_and_a_numbered_main_part_are_read(tmp_path):
    parts = docx_parts(word_table([["x", "y"], ["", "z"]], [(0, 0, 1)]))
    strict = "http://purl.oclc.org/ooxml/wordprocessingml/main"
    ordinary = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    moved = {
        name.replace("document.xml", "document2.xml"): str(content)
        .replace("word/document.xml", "word/document2.xml")
        .replace(ordinary, strict)
        for name, content in parts.items()
    }
    [table] = read_return(write_zip(tmp_path / "a.docm", moved)).tables

    assert table.rows == (Row(1, ("x", "y")), Row(2, ("x", "z"), frozenset({0})))


def test_the_agency_named_at_the_head_of_each_page_is_found(tmp_path):
    document = docx.Document()
    document.sections[0].header.paragraphs[0].text = "Agency: Invented Trust"
    table = document.add_table(rows=2, cols=2)
    for cell, words in zip(table._cells, ("Date", "Event", "1/5/1999", "Visit"), strict=True):
        cell.text = words
    document.save(tmp_path / "a.docx")

    assert read_return(tmp_path / "a.docx").preamble == ("Agency: Invented Trust",)
