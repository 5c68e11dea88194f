"""A workbook whose parts are put in by hand, for what no writer of workbooks would write."""

from __future__ import annotations

import zipfile
from pathlib import Path

import xlsxwriter

SPACE = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
START = "<?xml version='1.0' encoding='UTF-8'?>"
DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main"


def written(path: Path, *rows: tuple[object, ...]) -> Path:
    """A workbook of one sheet by xlsxwriter."""
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet("Figures")
        for n, row in enumerate((("quarter", "reviews"), ("spring", 4), *rows)):
            sheet.write_row(n, 0, row)
    return path


def put_in(path: Path, parts: dict[str, str | bytes], **changes: tuple[str, str]) -> Path:
    """The workbook of one sheet with parts added; a change replaces words in a part of that name."""
    plain = written(path.with_suffix(".plain"))
    with zipfile.ZipFile(plain) as old, zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            content = old.read(name).decode()
            for part, (was, becomes) in changes.items():
                if name.endswith(f"{part}.xml"):
                    assert was in content, (name, content)
                    content = content.replace(was, becomes, 1)
            new.writestr(name, content)
        for name, part in parts.items():
            new.writestr(name, part)
    plain.unlink()
    return path


def in_sheet(path: Path, rows: str, after: str = "") -> Path:
    """The workbook with these rows, and what follows them, in the sheet."""
    return put_in(path, {}, sheet1=("</sheetData>", f"{rows}</sheetData>{after}"))


def row(*texts: str, n: int = 9) -> str:
    """A row of strings that stand in the sheet itself."""
    cells = "".join(
        f"<c r='{chr(65 + k)}{n}' t='inlineStr'><is><t>{text}</t></is></c>" for k, text in enumerate(texts)
    )
    return f"<row r='{n}'>{cells}</row>"
