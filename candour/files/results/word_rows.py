"""A table of words as the XML of a Word document: its heading repeated on every page, its rows kept whole."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from xml.sax.saxutils import escape

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_MARGINS = '<w:tblCellMar><w:left w:w="80" w:type="dxa"/><w:right w:w="80" w:type="dxa"/></w:tblCellMar>'
_EDGES = "".join(
    f'<w:{edge} w:val="single" w:sz="4" w:space="0" w:color="B8C4CA"/>'
    for edge in ("top", "left", "bottom", "right", "insideH", "insideV")
)

Cell = Sequence[tuple[str, str]]
"""Paragraphs of a cell: the name of each one's style and its words."""


def fit_for_word(words: str) -> str:
    """The words, with a mark in place of each character that no XML may hold."""
    return _NOT_XML.sub("\ufffd", words)


def word_table_xml(headings: Sequence[str], widths: Sequence[int], rows: Iterable[Sequence[Cell]]) -> str:
    """`widths` are of the columns, in twentieths of a point."""
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    table = (
        f'<w:tblPr><w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:tblBorders>{_EDGES}</w:tblBorders>'
        f'<w:tblLayout w:type="fixed"/>{_MARGINS}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>'
    )
    heading = _row([[("ChronologyHeading", one)] for one in headings], widths, heading=True)
    body = "".join(_row(cells, widths) for cells in rows)
    return f'<w:tbl xmlns:w="{WORD}">{table}{heading}{body}</w:tbl>'


def _row(cells: Sequence[Cell], widths: Sequence[int], *, heading: bool = False) -> str:
    """A row may break over pages only where it is too long for one."""
    repeated = "<w:tblHeader/>" if heading else ""
    fill = '<w:shd w:val="clear" w:color="auto" w:fill="17323F"/>' if heading else ""
    said = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{fill}</w:tcPr>{_paragraphs(cell)}</w:tc>'
        for cell, width in zip(cells, widths, strict=True)
    )
    return f"<w:tr><w:trPr><w:cantSplit/>{repeated}</w:trPr>{said}</w:tr>"


def _paragraphs(cell: Cell) -> str:
    """Word wants a paragraph in every cell, an empty one too."""
    return "".join(_paragraph(style, words) for style, words in cell or [("ChronologyCell", "")])


def _paragraph(style: str, words: str) -> str:
    lines = escape(fit_for_word(words)).replace("\r\n", "\n").replace("\r", "\n")
    runs = "<w:br/>".join(_with_tabs(line) for line in lines.split("\n"))
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr><w:r>{runs}</w:r></w:p>'


def _with_tabs(line: str) -> str:
    return "<w:tab/>".join(f'<w:t xml:space="preserve">{part}</w:t>' for part in line.split("\t"))
