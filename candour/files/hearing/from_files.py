"""A file from the shelf as a paper of a bundle: its pages, its rows and words as read, or why not."""

from __future__ import annotations

from collections.abc import Iterator

from candour.domain.returns.mapping import find_heading
from candour.domain.returns.tables import Table
from candour.domain.trouble import Trouble
from candour.files.hearing.bare_pictures import bare_picture
from candour.files.hearing.contents import Body, Grid, NotTaken, Passage, Written
from candour.files.hearing.flattened import taken_in
from candour.files.kinds import Kind, kind_of
from candour.files.returns.docx_return import read_docx
from candour.files.returns.reading import read_content
from candour.files.unreadable import Unreadable

MOST_ROWS = 20_000
WIDEST = 10
"""Columns that one page can show side by side; wider rows stand cell under cell."""
_PLACE = "Row"

Numbered = list[tuple[int, list[str]]]
"""Rows of cells with the number that each has in its file."""


def body_of_file(name: str, content: bytes) -> Body:
    """What a bundle shows of a file, going by what is in it and not by its name."""
    try:
        kind = kind_of(content)
        if kind is Kind.PDF:
            return taken_in(content)
        if kind is Kind.PICTURE:
            return bare_picture(content)
        if kind is Kind.DOCX:
            tables, words = read_docx(content)
        else:
            read = read_content(name, content)
            tables, words = read.tables, read.preamble
    except Unreadable as why:
        return NotTaken(f"it {why.why}")
    except Trouble as trouble:
        return NotTaken(trouble.what.removeprefix(trouble.where or "").strip().rstrip("."))
    return _written(tables, words)


def _written(tables: tuple[Table, ...], words: tuple[str, ...]) -> Body:
    rows = sum(len(table.rows) for table in tables)
    if rows > MOST_ROWS:
        return NotTaken(f"it has {rows:,} rows, which is more than a bundle can hold")
    blocks: list[Passage | Grid] = [Passage(one) for one in words if one.strip()]
    for table in tables:
        blocks += _blocks(table)
    if not blocks:
        return NotTaken("nothing is written in it")
    return Written(tuple(blocks))


def _blocks(table: Table) -> Iterator[Passage | Grid]:
    """What stands above the heading, then a grid; a wide one as a small grid for each row: no cell is cut."""
    above, heads, rows = _headed(table)
    for number, cells in above:
        yield Passage(" | ".join(cell for cell in cells if cell), str(number))
    wide = max((len(cells) for _, cells in rows), default=0)
    heads = (*heads, *map(_letter, range(len(heads), wide)))
    if len(heads) <= WIDEST:
        filled = (((str(number), *cells, *[""] * (len(heads) - len(cells)))) for number, cells in rows)
        yield Grid((_PLACE, *heads), tuple(filled), table.part)
        return
    for number, cells in rows:
        told = tuple((head, cell) for head, cell in zip(heads, cells, strict=False) if cell)
        called = f"{table.part}, row {number}" if table.part else f"Row {number}"
        yield Grid(("Column", "Words"), told, called)


def _headed(table: Table) -> tuple[Numbered, tuple[str, ...], Numbered]:
    """(rows above the heading, the names of the columns where the table gives them, every other row)."""
    rows = [(row.number, row.in_words()) for row in table.rows]
    if table.headings:
        return [], table.headings, rows
    heading = find_heading(table)
    if heading is None:
        return [], (), rows
    at = next(nth for nth, (number, _) in enumerate(rows) if number == heading.row)
    named = tuple(cell or _letter(nth) for nth, cell in enumerate(rows[at][1]))
    return rows[:at], named, rows[at + 1 :]


def _letter(nth: int) -> str:
    """The column as a sheet names it: A, B, .., AA."""
    return (_letter(nth // 26 - 1) if nth >= 26 else "") + chr(ord("A") + nth % 26)
