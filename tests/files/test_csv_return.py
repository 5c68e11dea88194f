"""A csv is read record by record, whatever its delimiter, its quotes or its line ends."""

from __future__ import annotations

import csv

import pytest

from candour.domain.trouble import Trouble
from candour.files.returns.reading import read_return
from tests.writing_returns import write_csv

ROWS = [["Date", "Event", "Told"], ["3 May 1999", "Seen, well; at home", "GP"], ["4/5/99", "Call", ""]]


def rows_of(tmp_path, content, name="a.csv"):
    path = tmp_path / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    [table] = read_return(path).tables
    return {row.number: row.cells for row in table.rows}


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("quoting", [csv.QUOTE_MINIMAL, csv.QUOTE_ALL])
def test_the_delimiter_is_found(tmp_path, delimiter, quoting):
    path = write_csv(tmp_path / "a.csv", ROWS, delimiter=delimiter, quoting=quoting)
    [table] = read_return(path).tables

    assert [list(row.cells) for row in table.rows] == ROWS


def test_lists_of_names_with_semicolons_do_not_win_over_the_commas(tmp_path):
    lines = ["Agency: Invented Trust", "Date,Event,Told", *["1/5/99,Seen,Health; Police; School"] * 5]

    assert rows_of(tmp_path, "\n".join(lines))[3] == ("1/5/99", "Seen", "Health; Police; School")


def test_a_column_without_any_delimiter_is_one_column(tmp_path):
    assert rows_of(tmp_path, "Event\nSeen\n") == {1: ("Event",), 2: ("Seen",)}


def test_a_cell_with_line_breaks_is_one_record(tmp_path):
    read = rows_of(tmp_path, 'Date,Event\r\n1/5/99,"Seen.\r\nWell."\r\n2/5/99,Call\r\n')

    assert read == {1: ("Date", "Event"), 2: ("1/5/99", "Seen.\r\nWell."), 3: ("2/5/99", "Call")}


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_blank_records_count_and_are_left_out(tmp_path, end):
    read = rows_of(tmp_path, end.join(["Date,Event", "", ",", " ,\u200b\xa0", "1/5/99,Seen"]))

    assert read == {1: ("Date", "Event"), 5: ("1/5/99", "Seen")}


def test_marks_that_only_look_like_line_ends_stay_in_their_cell(tmp_path):
    read = rows_of(tmp_path, "Date,Event\n1/5/99,one\x0btwo\u2028three\x85four\n")

    assert read[2] == ("1/5/99", "one\x0btwo\u2028three\x85four")


def test_rows_longer_or_shorter_than_the_heading_are_kept(tmp_path):
    assert rows_of(tmp_path, "a,b,c\n1\n1,2,3,4\n") == {
        1: ("a", "b", "c"),
        2: ("1",),
        3: ("1", "2", "3", "4"),
    }


def test_a_line_that_says_the_delimiter_is_followed_and_is_no_row(tmp_path):
    assert rows_of(tmp_path, "sep=|\r\nDate|Event\r\n1/5/99|a,b\r\n") == {
        1: ("Date", "Event"),
        2: ("1/5/99", "a,b"),
    }


def test_quotes_in_the_middle_of_words_are_words(tmp_path):
    assert rows_of(tmp_path, 'Date,Event\n1/5/99,She said "no" twice\n')[2] == (
        "1/5/99",
        'She said "no" twice',
    )


def test_spaces_round_words_stay_in_the_cell_and_not_in_the_words(tmp_path):
    path = tmp_path / "a.csv"
    path.write_text("Date,Event\n 1/5/99 ,  Seen\n")
    [_, row] = read_return(path).tables[0].rows

    assert row.cells == (" 1/5/99 ", "  Seen")
    assert (row.words(0), row.words(1), row.words(2)) == ("1/5/99", "Seen", "")


@pytest.mark.parametrize("encoding", ["cp1252", "utf-16", "utf-16-le", "utf-16-be"])
def test_quotes_and_pounds_are_right_in_what_excel_saves(tmp_path, encoding):
    content = "Date,Event\r\n1/5/99,“Mother’s” £20\r\n".encode(encoding)

    assert rows_of(tmp_path, content)[2] == ("1/5/99", "“Mother’s” £20")


def test_a_quotation_mark_never_closed_is_refused_where_it_opens(tmp_path):
    with pytest.raises(Trouble, match="never closed") as refused:
        rows_of(tmp_path, 'Date,Event\n1/5/99,Seen\n2/5/99,"Call\n3/5/99,Seen\n')

    assert refused.value.where == "a.csv, row 3"


def test_a_cell_too_large_to_be_true_is_refused_with_its_row(tmp_path):
    with pytest.raises(Trouble, match="more than a million characters") as refused:
        rows_of(tmp_path, "Date,Event\n1/5/99," + "x" * 1_000_001 + "\n")

    assert refused.value.where == "a.csv, row 2"


def test_a_long_honest_cell_is_read_whole(tmp_path):
    assert len(rows_of(tmp_path, "Date,Event\n1/5/99," + "word " * 40_000 + "\n")[2][1]) == 200_000


def test_a_tsv_is_read_like_a_csv(tmp_path):
    assert rows_of(tmp_path, "Date\tEvent\n1/5/99\tSeen\n", "a.TSV")[2] == ("1/5/99", "Seen")
