"""Leak channels of a Word document."""

from __future__ import annotations

import base64
import io
import zipfile
from pathlib import Path

import docx
from docx.oxml import parse_xml

from tests.canaries.made_first import workbooks

W = "xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'"
W14 = "xmlns:w14='http://schemas.microsoft.com/office/word/2010/wordml'"
CHART = "http://schemas.openxmlformats.org/drawingml/2006/chart"


def surname(secret: str) -> str:
    return secret.split()[-1]


def with_body(folder: Path, *blocks: str) -> Path:
    document = docx.Document()
    document.add_paragraph("The review was held in the spring.")
    for block in blocks:
        document.element.body.insert(1, parse_xml(block))
    document.save(path := folder / "a.docx")
    return path


def with_parts(folder: Path, parts: dict[str, bytes | str]) -> Path:
    path = with_body(folder)
    with zipfile.ZipFile(path, "a") as package:
        for name, content in parts.items():
            package.writestr(name, content)
    return path


def paragraph(inner: str, attributes: str = "") -> str:
    return f"<w:p {W} {W14} {attributes}>{inner}</w:p>"


def chunk_in_another_format(secret: str, folder: Path) -> Path:
    halves = f"<html><body>{surname(secret)[:5]}<i>{surname(secret)[5:]}</i></body></html>"
    return with_parts(folder, {"word/afchunk1.html": halves})


def chart_that_remembers(secret: str, folder: Path) -> Path:
    cache = f"<c:strCache xmlns:c='{CHART}'><c:pt idx='0'><c:v>{secret}</c:v></c:pt></c:strCache>"
    return with_parts(folder, {"word/charts/chart1.xml": cache})


def workbook_of_a_chart(secret: str, folder: Path) -> Path:
    inner = workbooks.cell(secret, folder).read_bytes()
    return with_parts(folder, {"word/embeddings/Microsoft_Excel_Worksheet.xlsx": inner})


def document_in_a_document(secret: str, folder: Path) -> Path:
    inner = docx.Document()
    inner.add_paragraph(secret)
    inner.save(packed := io.BytesIO())
    return with_parts(folder, {"word/embeddings/x.docx": packed.getvalue()})


def picture_made_of_words(secret: str, folder: Path) -> Path:
    data = "<dgm:dataModel xmlns:dgm='urn:x' xmlns:a='http://schemas.openxmlformats.org/drawingml/2006/main'>"
    return with_parts(folder, {"word/diagrams/data1.xml": f"{data}<a:t>{secret}</a:t></dgm:dataModel>"})


def merge_of_letters(secret: str, folder: Path) -> Path:
    query = (
        f"<w:settings {W}><w:mailMerge><w:query w:val=\"where name='{secret}'\"/></w:mailMerge></w:settings>"
    )
    return with_parts(folder, {"word/settings2.xml": query})


def field_held_in_base64(secret: str, folder: Path) -> Path:
    coded = base64.b64encode(b"\x08\xd0\xc9\xea" + bytes(12) + secret.encode("utf-16-le")).decode()
    return with_body(
        folder,
        paragraph(f"<w:r><w:fldChar w:fldCharType='begin'><w:fldData>{coded}</w:fldData></w:fldChar></w:r>"),
    )


def choices_of_a_list(secret: str, folder: Path) -> Path:
    entries = f"<w:ddList><w:listEntry w:val='x'/><w:listEntry w:val='{secret}'/></w:ddList>"
    return with_body(
        folder,
        paragraph(f"<w:r><w:fldChar w:fldCharType='begin'><w:ffData>{entries}</w:ffData></w:fldChar></w:r>"),
    )


def caption_of_a_table(secret: str, folder: Path) -> Path:
    return with_body(folder, f"<w:tbl {W}><w:tblPr><w:tblDescription w:val='{secret}'/></w:tblPr></w:tbl>")


def other_name_of_a_font(secret: str, folder: Path) -> Path:
    font = f"<w:fonts {W}><w:font w:name='x'><w:altName w:val='{surname(secret)}'/></w:font></w:fonts>"
    return with_parts(folder, {"word/fontTable2.xml": font})


def hyphens_that_do_not_break(secret: str, folder: Path) -> Path:
    runs = "<w:noBreakHyphen/>".join(f"<w:t>{one}</w:t>" for one in surname(secret))
    return with_body(folder, paragraph(f"<w:r>{runs}</w:r>"))


def tabs_between_letters(secret: str, folder: Path) -> Path:
    runs = "<w:tab/>".join(f"<w:t>{one}</w:t>" for one in surname(secret))
    return with_body(folder, paragraph(f"<w:r>{runs}</w:r>"))


def moved_away(secret: str, folder: Path) -> Path:
    return with_body(folder, paragraph(f"<w:moveFrom w:id='1'><w:r><w:t>{secret}</w:t></w:r></w:moveFrom>"))


def cells_read_downwards(secret: str, folder: Path) -> Path:
    document = docx.Document()
    table = document.add_table(rows=0, cols=2)
    for letter in surname(secret):
        row = table.add_row()
        row.cells[0].text, row.cells[1].text = letter, "a visit was made"
    document.save(path := folder / "a.docx")
    return path


def serial_numbers_of_paragraphs(secret: str, folder: Path) -> Path:
    """Four letters at a time, as the number by which Word knows a paragraph."""
    coded = secret.encode().hex().upper()
    blocks = [coded[n : n + 8].ljust(8, "0") for n in range(0, len(coded), 8)]
    return with_body(folder, *(paragraph("", f"w14:paraId='{one}'") for one in reversed(blocks)))


def numbers_of_edits(secret: str, folder: Path) -> Path:
    coded = secret.encode().hex().upper()
    marks = "".join(f"<w:rsid w:val='{coded[n : n + 8].ljust(8, '0')}'/>" for n in range(0, len(coded), 8))
    return with_parts(
        folder, {"word/settings2.xml": f"<w:settings {W}><w:rsids>{marks}</w:rsids></w:settings>"}
    )


def day_of_an_edit(secret: str, folder: Path) -> Path:
    return with_body(
        folder, paragraph(f"<w:ins w:id='1' w:date='{secret}T00:00:00Z'><w:r><w:t>x</w:t></w:r></w:ins>")
    )


def smart_tag(secret: str, folder: Path) -> Path:
    first, last = secret.split()
    attribute = f"<w:smartTagPr><w:attr w:name='{first}' w:val='{last}'/></w:smartTagPr>"
    return with_body(folder, paragraph(f"<w:smartTag w:element='PersonName'>{attribute}</w:smartTag>"))


def extra_field_of_the_package(secret: str, folder: Path) -> Path:
    """Behind the name of a part in the list of the zip, where no program looks."""
    path = with_body(folder)
    note = zipfile.ZipInfo("word/extra.xml")
    name = secret.encode()
    note.extra = b"\xfe\xca" + len(name).to_bytes(2, "little") + name
    with zipfile.ZipFile(path, "a") as package:
        package.writestr(note, f"<w:x {W}/>")
    return path
