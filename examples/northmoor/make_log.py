"""Makes the workbooks in log/: a board's log of referrals as boards keep them, and a file that is no log.

All of it is invented. The rows stand in log/rows.txt, headings first. Run it as
`python examples/northmoor/make_log.py [--out DIR]`. It asks no clock and throws no dice: the same rows give
the same bytes.
"""

from __future__ import annotations

import argparse
import io
from datetime import datetime
from pathlib import Path

import xlsxwriter

HERE = Path(__file__).parent
MADE = datetime(2013, 4, 2)
NAME = "northmoor-referrals-log.xlsx"
NOT_A_LOG = "contact-list.xlsx"
TITLES = (
    "NORTHMOOR SAFEGUARDING CHILDREN BOARD - Serious cases: referrals and decisions log",
    "INVENTED: no such board, child or case exists. Last updated 02/04/2013. Restricted",
)
TRUE_DATE = "="
"""Before a cell that a board typed as a date, and not as words."""


def log_bytes() -> bytes:
    rows = [line.split("|") for line in (HERE / "log" / "rows.txt").read_text("utf-8").splitlines()]
    width = len(rows[0])
    out, book = _book()
    sheet, plain = book.add_worksheet("Log"), book.add_format({"text_wrap": True})
    bold, day = book.add_format({"bold": True}), book.add_format({"num_format": "dd/mm/yyyy"})
    for at, title in enumerate(TITLES):
        sheet.merge_range(at, 0, at, width - 1, title, bold)
    for at, row in enumerate(rows, start=3):
        for column, cell in enumerate(row):
            if cell.startswith(TRUE_DATE):
                sheet.write_datetime(at, column, datetime.fromisoformat(cell.removeprefix(TRUE_DATE)), day)
            elif cell:
                sheet.write_string(at, column, cell, bold if row == rows[0] or len(row) == 1 else plain)
    sheet.set_column(0, width - 1, 16)
    book.close()
    return out.getvalue()


def contacts_bytes() -> bytes:
    """A workbook that is no log of anything."""
    out, book = _book()
    sheet = book.add_worksheet("Contacts")
    for at, row in enumerate((("Post", "Telephone"), ("Business manager", "01632 960001"))):
        sheet.write_row(at, 0, row)
    book.close()
    return out.getvalue()


def _book() -> tuple[io.BytesIO, xlsxwriter.Workbook]:
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True})
    book.set_properties({"created": MADE, "comments": TITLES[1]})
    return out, book


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--out", type=Path, default=HERE / "log")
    out = asked.parse_args().out
    out.mkdir(parents=True, exist_ok=True)
    (out / NAME).write_bytes(log_bytes())
    (out / NOT_A_LOG).write_bytes(contacts_bytes())


if __name__ == "__main__":
    main()
