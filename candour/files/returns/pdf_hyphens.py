"""A word that the end of a line broke in two: is its hyphen the word's own ("follow-up"), or the page's?

The file does not say. It goes only where the rest of the document has the word without it and never with it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from candour.domain.returns.tables import Cell, Row

BREAK = "-\0"
"""A hyphen at the end of a line and a small letter next, not settled yet; no word of a PDF has NUL."""
_BEFORE, _AFTER = re.compile(r"[^\W\d_]+$"), re.compile(r"[^\W\d_]+")
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")


def unsettled(text: str, line: str) -> bool:
    return text[-2:-1].isalpha() and line[:1].islower()


def kept(words: str) -> str:
    """With every such hyphen."""
    return words.replace(BREAK, "-")


def settled(rows: Sequence[Row], document: Iterable[str]) -> tuple[Row, ...]:
    """The rows with each hyphen kept or gone; `document` is every word on its pages."""
    if not any(isinstance(cell, str) and BREAK in cell for row in rows for cell in row.cells):
        return tuple(rows)
    known = {found.casefold() for words in document for found in _WORD.findall(words)}
    return tuple(replace(row, cells=tuple(_settled(cell, known) for cell in row.cells)) for row in rows)


def _settled(cell: Cell, known: set[str]) -> Cell:
    while isinstance(cell, str) and BREAK in cell:
        before, _, after = cell.partition(BREAK)
        first, rest = _BEFORE.search(before), _AFTER.match(after)
        halves = (first[0].casefold(), rest[0].casefold()) if first and rest else ("", "")
        whole = "".join(halves) in known and "-".join(halves) not in known
        cell = before + ("" if whole else "-") + after
    return cell
