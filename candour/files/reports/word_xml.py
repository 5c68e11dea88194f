"""The few elements of a Word document that a report is made of, as escaped XML."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from xml.sax.saxutils import escape, quoteattr

_UNFIT = re.compile(r"[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def words(text: str) -> str:
    """Escaped, without the letters that XML cannot hold."""
    return escape(_UNFIT.sub("", text))


def run(text: str, *, bold: bool = False) -> str:
    style = "<w:rPr><w:b/></w:rPr>" if bold else ""
    return f'<w:r>{style}<w:t xml:space="preserve">{words(text)}</w:t></w:r>' if text else ""


def paragraph(style: str, *runs: str) -> str:
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{"".join(runs)}</w:p>'


def numbered(style: str, number: str, text: str) -> str:
    """The number stands in the margin, and is read before its paragraph."""
    if number:
        return paragraph(style, run(number, bold=True), "<w:r><w:tab/></w:r>", run(text))
    flat = '<w:ind w:firstLine="0" w:hanging="0"/>'
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{flat}</w:pPr>{run(text)}</w:p>'


def table(title: str, alt: str, columns: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """With its header row marked as one, and a sentence on what it shows for those who hear it."""
    width = 8200 // len(columns)
    grid = f'<w:gridCol w:w="{width}"/>' * len(columns)
    about = (
        f"<w:tblCaption w:val={quoteattr(_UNFIT.sub('', title))}/>"
        f"<w:tblDescription w:val={quoteattr(_UNFIT.sub('', alt))}/>"
    )
    head = _row(columns, width, head=True)
    body = "".join(_row(row, width, head=False) for row in rows)
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="Counts"/><w:tblW w:w="{width * len(columns)}" w:type="dxa"/>'
        f'<w:tblLook w:val="0020" w:firstRow="1"/>{about}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>'
        f"{head}{body}</w:tbl>"
    )


def _row(cells: Sequence[str], width: int, *, head: bool) -> str:
    told = "<w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>" if head else "<w:trPr><w:cantSplit/></w:trPr>"
    size = f'<w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>'
    return f"<w:tr>{told}{''.join(f'<w:tc>{size}{_cell(cell, head)}</w:tc>' for cell in cells)}</w:tr>"


def _cell(text: str, head: bool) -> str:
    return paragraph("Cell", run(text, bold=head))
