"""A cell as a file holds it, and its words as a person sees them."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

Cell = str | int | float | bool | date | datetime | time | timedelta | None
"""One cell: its text, or the typed value where the file itself holds one (true dates, numbers)."""


def cell_words(cell: Cell) -> str:
    """A cell's words: text as written, true dates in ISO form, whole numbers without a decimal point."""
    if isinstance(cell, str):
        return cell.strip()
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "TRUE" if cell else "FALSE"
    if isinstance(cell, float):
        return str(int(cell)) if cell.is_integer() else repr(cell)
    if isinstance(cell, datetime):
        whole_day = cell.time() == time(0, 0)
        return cell.date().isoformat() if whole_day else cell.isoformat(timespec="minutes")
    if isinstance(cell, time):
        return cell.isoformat(timespec="minutes")
    return str(cell)


def is_blank(cell: Cell) -> bool:
    return cell is None or (isinstance(cell, str) and not cell.strip())
