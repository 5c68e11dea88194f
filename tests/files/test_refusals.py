"""What cannot be read is refused in one sentence that names the file and no folder, and says what to do."""

from __future__ import annotations

import hashlib
import io
import os

import msoffcrypto
import pytest
from msoffcrypto.format.ooxml import OOXMLFile

from candour.domain.trouble import Trouble
from candour.files.returns.reading import LARGEST, read_return
from tests.files import making
from tests.writing_returns import docx_parts, word_paragraph, write_csv, write_docx, write_xlsx, write_zip

ROWS = [["Date", "Event"], ["1/5/99", "Seen"]]
PDF = b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n1 0 obj\n"
WEB_PAGE = b"<html><body><table><tr><td>Date</td></tr></table></body></html>"
SPREADSHEET_XML = b'<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>'


def refusal(path):
    with pytest.raises(Trouble) as refused:
        read_return(path)
    return refused.value


def saved(tmp_path, name, content):
    (tmp_path / name).write_bytes(content)
    return tmp_path / name


def content_of(tmp_path, write, *arguments):
    return write(tmp_path / "made", *arguments).read_bytes()


def locked(content):
    """The same Office file under a password."""
    shut = io.BytesIO()
    OOXMLFile(io.BytesIO(content)).encrypt("an invented password", shut)
    return shut.getvalue()


def test_a_file_is_named_sized_and_hashed_as_it_came(tmp_path):
    path = write_csv(tmp_path / "brent.CSV", ROWS)
    read = read_return(path)

    assert (read.file, read.format, read.size) == ("brent.CSV", "csv", path.stat().st_size)
    assert read.sha256 == hashlib.sha256(path.read_bytes()).hexdigest()


def test_no_folder_is_ever_named(tmp_path):
    said = str(refusal(saved(tmp_path, "a.csv", b"")))

    assert str(tmp_path) not in said
    assert said == "a.csv is empty. Ask the agency to send it again."


def test_what_is_not_there_or_is_no_file_is_said(tmp_path):
    (tmp_path / "folder.csv").mkdir()
    os.mkfifo(tmp_path / "pipe.csv")

    assert refusal(tmp_path / "gone.csv").what == "gone.csv is not there."
    assert refusal(tmp_path / "folder.csv").what == "folder.csv is a folder, not a file."
    assert refusal(tmp_path / "pipe.csv").what == "pipe.csv is not an ordinary file."


@pytest.mark.parametrize("content", [b"", b"\xef\xbb\xbf", b" \r\n\t\n", b"\xff\xfe\r\0\n\0"])
@pytest.mark.parametrize("name", ["a.csv", "a.xlsx", "a.docx"])
def test_an_empty_file_is_refused(tmp_path, name, content):
    assert refusal(saved(tmp_path, name, content)).what == f"{name} is empty."


@pytest.mark.parametrize(
    ("name", "content", "really"),
    [
        ("a.csv", PDF, "a PDF"),
        ("a.docx", PDF, "a PDF"),
        ("a.csv", b"\xef\xbb\xbf" + WEB_PAGE, "a web page (HTML)"),
        ("a.csv", WEB_PAGE.decode().encode("utf-16"), "a web page (HTML)"),
        ("a.xls", WEB_PAGE, "a web page (HTML)"),
        ("a.xls", b"MIME-Version: 1.0\r\nX-Document-Type: Workbook\r\n", "a web page (HTML)"),
        ("a.xls", SPREADSHEET_XML, "an XML file"),
        ("a.xlsx", b"Date,Event\n1/5/99,Seen\n", "plain text"),
        ("a.docx", b"Dear colleague", "plain text"),
        ("a.docx", b"{\\rtf1 Dear colleague}", "a rich text document (.rtf)"),
        ("a.xlsx", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "a picture"),
        ("a.csv", b"\xff\xd8\xff\xe0\0\x10JFIF", "a picture"),
        ("a.xlsx", b"\x1f\x8b\x08\0", "a packed archive"),
        ("a.xlsx", bytes(range(256)), "a file of no kind that can be read here"),
        ("a.docx", making.ole({"WordDocument": b"x"}), "an old Word document (.doc)"),
        ("a.xls", making.ole({"__properties_version1.0": b"x"}), "an old Office file or an e-mail"),
    ],
)
def test_a_file_that_is_not_what_its_name_says_is_refused(tmp_path, name, content, really):
    assert (
        refusal(saved(tmp_path, name, content)).what == f"{name} is not what its name says: it is {really}."
    )


@pytest.mark.parametrize(
    ("parts", "name", "really"),
    [
        (docx_parts(""), "a.xlsx", "a Word document (.docx)"),
        (docx_parts(""), "a.csv", "a Word document (.docx)"),
        (making.xlsx_parts(""), "a.docx", "an Excel workbook (.xlsx)"),
        (making.xlsx_parts(""), "a.xls", "an Excel workbook (.xlsx)"),
        ({"xl/workbook.bin": "x"}, "a.xlsx", "an Excel binary workbook (.xlsb)"),
        ({"ppt/presentation.xml": "x"}, "a.docx", "a PowerPoint presentation (.pptx)"),
        ({"mimetype": "application/vnd.oasis.opendocument.text"}, "a.ods", "an OpenDocument text (.odt)"),
        ({"chronology.csv": "Date,Event"}, "a.xlsx", "a zip file"),
    ],
)
def test_one_kind_of_zip_under_the_name_of_another_is_refused(tmp_path, parts, name, really):
    refused = refusal(write_zip(tmp_path / name, parts))

    assert refused.what == f"{name} is not what its name says: it is {really}."
    assert refused.do.endswith("send it again.")


@pytest.mark.parametrize("name", ["a.txt", "a.doc", "a.xlsb", "a"])
def test_a_kind_of_file_that_is_not_read_is_said_with_those_that_are(tmp_path, name):
    refused = refusal(saved(tmp_path, name, b"Date,Event\n"))

    assert refused.do == "Send it as csv, tsv, jsonl, xlsx, xlsm, xls, ods, docx, docm or pdf."


@pytest.mark.parametrize("name", ["a.xlsx", "a.xlsm", "a.docx"])
def test_an_office_file_under_a_password_is_refused(tmp_path, name):
    write = write_docx if name == "a.docx" else write_xlsx
    path = saved(tmp_path, name, locked(content_of(tmp_path, write, ROWS)))

    assert msoffcrypto.OfficeFile(io.BytesIO(path.read_bytes())).is_encrypted()
    assert refusal(path).what == f"{name} is protected with a password."


def test_an_old_workbook_and_an_opendocument_sheet_under_a_password_are_refused(tmp_path):
    secret = '<manifest:file-entry><manifest:encryption-data manifest:checksum=""/></manifest:file-entry>'

    assert "password" in refusal(making.write_xls(tmp_path / "a.xls", b"", locked=True)).what
    assert "password" in refusal(making.write_ods(tmp_path / "a.ods", manifest=secret)).what


def test_a_document_without_a_table_is_refused(tmp_path):
    path = write_zip(tmp_path / "a.docx", docx_parts(word_paragraph("Dear colleague")))

    assert refusal(path).what == "a.docx has no table."


def test_a_file_in_which_nothing_is_written_is_refused(tmp_path):
    blank = [["", " "], ["", "\xa0"]]
    for path in (
        write_csv(tmp_path / "a.csv", blank),
        write_xlsx(tmp_path / "a.xlsx", blank),
        write_docx(tmp_path / "a.docx", blank),
        making.write_xls(tmp_path / "a.xls", b""),
        making.write_ods(tmp_path / "a.ods", ""),
    ):
        assert refusal(path).what == f"{path.name} has no rows: nothing is written in it."


def test_headings_alone_are_a_table_of_one_row(tmp_path):
    [table] = read_return(write_csv(tmp_path / "a.csv", ROWS[:1])).tables

    assert [row.number for row in table.rows] == [1]


@pytest.mark.parametrize("name", ["a.xlsx", "a.docx", "a.ods"])
def test_a_cut_off_file_is_refused(tmp_path, name):
    write = {"a.xlsx": write_xlsx, "a.docx": write_docx}.get(name, lambda path, _: making.write_ods(path))
    content = content_of(tmp_path, write, ROWS)

    assert refusal(saved(tmp_path, name, content[: len(content) // 2])).what.startswith(f"{name} is damaged")


@pytest.mark.parametrize("content", [b"Date,Event\n1/5/99,Se\0en\n", b"Date,\x81\x8d\x9d\n"])
def test_bytes_that_are_no_text_are_refused_in_a_csv(tmp_path, content):
    refused = refusal(saved(tmp_path, "a.csv", content))

    assert refused.what.startswith("a.csv cannot be read as text: it ")
    assert refused.do == "Save it again as csv (UTF-8)."


def test_a_file_larger_than_any_chronology_is_not_even_opened(tmp_path):
    with (tmp_path / "a.csv").open("wb") as file:
        file.truncate(LARGEST + 1)

    assert refusal(tmp_path / "a.csv").what == "a.csv is larger than 100 MB."
