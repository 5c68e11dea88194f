"""Rows copied from Excel or Word and pasted into a box: cells by tab, headings recognised as in files."""

from __future__ import annotations

import re
from collections.abc import Iterator

from candour.domain.returns.mapping import Heading, find_heading, is_single
from candour.domain.returns.tables import ReturnFile, Row, Table
from candour.domain.returns.unheaded import guess_heading, with_event_guessed
from candour.domain.trouble import Trouble
from candour.files.returns.reading import read_content

_QUOTED = re.compile(r'"((?:[^"\t]|"")*)"(?=[\t\n]|$)')
"""How Excel copies a cell with a line break. Other quotation marks are the cell's own words."""
_BARE = re.compile(r"[^\t\n]*")


def rows_pasted(words: str) -> tuple[list[dict[str, str]], int]:
    """Each row by field, or by heading where that is none of our fields; and how many lines stood above.

    Raises Trouble where no column could be the dates: nothing is guessed from one column of words.
    """
    table = _table(words)
    heading = find_heading(table)
    heading = with_event_guessed(table, heading) if heading else guess_heading(table)
    if heading is None:
        raise Trouble(
            "No column of these rows could be the dates.",
            do="Copy the line of headings too, with Date and Event in it, and all the columns.",
        )
    below = [row for row in table.rows if row.number > heading.row]
    above = len(table.rows) - len(below) - (1 if heading.row else 0)
    rows = [_by_field(row, heading) for row in below if not heading.repeated_by(row)]
    if not rows:
        raise Trouble(
            "There are headings here, but no rows under them.", do="Copy the rows with their headings."
        )
    return rows, above


def _table(words: str) -> Table:
    text = words.replace("\r\n", "\n").replace("\r", "\n").strip("\n")
    if "\t" in text:
        lines = enumerate(_cells(text), start=1)
        return Table("", tuple(Row(n, tuple(line)) for n, line in lines if any(one.strip() for one in line)))
    file: ReturnFile = read_content("pasted.csv", text.encode())
    return file.tables[0]


def _cells(text: str) -> Iterator[list[str]]:
    line: list[str] = []
    at = 0
    while at <= len(text):
        cell, at = _cell(text, at)
        line.append(cell)
        if at >= len(text) or text[at] == "\n":
            yield line
            line = []
        at += 1


def _cell(text: str, at: int) -> tuple[str, int]:
    quoted = _QUOTED.match(text, at)
    if quoted is not None and "\n" in quoted[1]:
        return quoted[1].replace('""', '"'), quoted.end()
    bare = _BARE.match(text, at)
    return (bare[0], bare.end()) if bare is not None else ("", at)


def _by_field(row: Row, heading: Heading) -> dict[str, str]:
    """A line with one cell only, such as a month over its rows, goes under the dates: it is read there."""
    fields = {column: str(one) for one, column in heading.columns.items()}
    said = {column: row.words(column) for column in range(len(row.cells)) if row.words(column)}
    if is_single(row) and 0 in said:
        return {"date": said[0]}
    names = {n: fields.get(n) or (heading.words[n] if n < len(heading.words) else "") for n in said}
    return {names[n] or f"Column {n + 1}": words for n, words in said.items()}
