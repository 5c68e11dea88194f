"""JSON lines, as timeline tools write them: an object a line is a row, its keys are the headings."""

from __future__ import annotations

import json
import math
from collections.abc import Iterable
from typing import Any

from candour.domain.cells import Cell
from candour.domain.returns.tables import Row, Table
from candour.files.encodings import NotText, decode
from candour.files.returns.sheet_rows import is_blank_row
from candour.files.returns.sheet_xml import CELLS
from candour.files.unreadable import SEND_AGAIN, Unreadable
from candour.files.xml_parts import huge_cell, too_many_cells

_LONGEST_LINE = 1_000_000
_KEYS = 1000


def read_jsonl(content: bytes) -> tuple[Table, ...]:
    """A row's number is that of its line. Keys stand in the order in which they are first met."""
    try:
        text = decode(content)
    except NotText as refused:
        raise Unreadable(f"cannot be read as text: {refused}", do=SEND_AGAIN) from None
    places: dict[str, int] = {}
    rows, cells = [], 0
    for number, line in enumerate(text.split("\n"), start=1):
        if not line.strip():
            continue
        row = _cells(_object(line, number), places)
        cells += len(row)
        if cells > CELLS or len(places) > _KEYS:
            raise too_many_cells()
        if not is_blank_row(row):
            rows.append(Row(number, tuple(row)))
    return (Table("", tuple(rows), headings=tuple(places)),)


def _object(line: str, number: int) -> dict[str, Any]:
    if len(line) > _LONGEST_LINE:
        raise huge_cell(number)
    try:
        shape = json.loads(line, object_pairs_hook=_every_key, parse_constant=str)
    except (ValueError, RecursionError):
        shape = None
    if not isinstance(shape, dict):
        raise Unreadable("is not JSON lines: this line is no JSON object", row=number)
    return shape


def _every_key(pairs: Iterable[tuple[str, Any]]) -> dict[str, Any]:
    """A key written twice keeps both of its values, the second as "key (2)"."""
    kept: dict[str, Any] = {}
    times: dict[str, int] = {}
    for key, value in pairs:
        times[key] = times.get(key, 0) + 1
        kept[key if times[key] == 1 else f"{key} ({times[key]})"] = value
    return kept


def _cells(shape: dict[str, Any], places: dict[str, int]) -> list[Cell]:
    row: list[Cell] = []
    for key, value in shape.items():
        at = places.setdefault(_in_letters(key), len(places))
        row.extend([""] * (at + 1 - len(row)))
        row[at] = _cell(value)
    return row


def _cell(value: Any) -> Cell:
    """Lists and objects are kept as they were written; a number too large for one is words."""
    if isinstance(value, str):
        return _in_letters(value)
    if value is None or isinstance(value, bool):
        return value
    if isinstance(value, float) and math.isinf(value):
        return str(value)
    if isinstance(value, int | float):
        return value
    return _in_letters(json.dumps(value, ensure_ascii=False))


def _in_letters(words: str) -> str:
    """What is no letter, a NUL or half of one, as it was written: no table can keep it otherwise."""
    return words.replace("\0", "\\u0000").encode("utf-8", "backslashreplace").decode()
