"""Makes the odd files that no program writes at our bidding: workbooks and old files, part by part."""

from __future__ import annotations

import struct
from pathlib import Path

from tests.writing_returns import write_zip

SHEET = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
LINKS = "http://schemas.openxmlformats.org/package/2006/relationships"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

Parts = dict[str, str | bytes]


def xlsx_parts(rows: str, *, styles: str = "", strings: str = "", book: str = "", after: str = "") -> Parts:
    """The parts of a workbook with one sheet, "S"; `rows` is the XML inside its sheetData."""
    targets = {"rId1": "worksheet", "rId2": "styles", "rId3": "sharedStrings"}
    paths = {
        "worksheet": "worksheets/sheet1.xml",
        "styles": "styles.xml",
        "sharedStrings": "sharedStrings.xml",
    }
    links = "".join(
        f'<Relationship Id="{one}" Type="{OFFICE}/{kind}" Target="{paths[kind]}"/>'
        for one, kind in targets.items()
    )
    return {
        "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
        "_rels/.rels": f'<Relationships xmlns="{LINKS}"><Relationship Id="rId1" '
        f'Type="{OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{SHEET}" xmlns:r="{OFFICE}">{book}<sheets><sheet name="S" '
        'sheetId="1" r:id="rId1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{LINKS}">{links}</Relationships>',
        "xl/styles.xml": f'<styleSheet xmlns="{SHEET}">{styles}</styleSheet>',
        "xl/sharedStrings.xml": f'<sst xmlns="{SHEET}">{strings}</sst>',
        "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{SHEET}"><sheetData>{rows}</sheetData>{after}'
        "</worksheet>",
    }


def write_raw_xlsx(path: Path, rows: str, **more: str) -> Path:
    return write_zip(path, xlsx_parts(rows, **more))


def text_cell(at: str, words: str) -> str:
    return f'<c r="{at}" t="inlineStr"><is><t xml:space="preserve">{words}</t></is></c>'


def write_ods(path: Path, *sheets: str, manifest: str = "") -> Path:
    return write_zip(path, ods_parts(*sheets, manifest=manifest))


def ods_parts(*sheets: str, manifest: str = "") -> Parts:
    """Each sheet is the XML inside its table; they are named T1, T2 and so on."""
    oasis = "urn:oasis:names:tc:opendocument:xmlns"
    spaces = " ".join(
        f'xmlns:{one}="{oasis}:{one}:1.0"' for one in ("office", "table", "text", "style", "manifest")
    )
    tables = "".join(
        f'<table:table table:name="T{number}">{sheet}</table:table>'
        for number, sheet in enumerate(sheets, start=1)
    )
    return {
        "mimetype": "application/vnd.oasis.opendocument.spreadsheet",
        "META-INF/manifest.xml": f"<manifest:manifest {spaces}>{manifest}</manifest:manifest>",
        "content.xml": f"<office:document-content {spaces}><office:body><office:spreadsheet>{tables}"
        "</office:spreadsheet></office:body></office:document-content>",
    }


def ods_row(*cells: str, times: int = 1) -> str:
    repeated = f' table:number-rows-repeated="{times}"' if times > 1 else ""
    return f"<table:table-row{repeated}>{''.join(cells)}</table:table-row>"


def ods_text(words: str, more: str = "") -> str:
    return f'<table:table-cell office:value-type="string" {more}><text:p>{words}</text:p></table:table-cell>'


# An old workbook is a stream of records (kind, size, body) inside an OLE file.


def record(kind: int, body: bytes = b"") -> bytes:
    return struct.pack("<HH", kind, len(body)) + body


def label(row: int, column: int, words: str) -> bytes:
    letters = words.encode("utf-16-le")
    return record(0x0204, struct.pack("<HHHHB", row, column, 0, len(words), 1) + letters)


def number(row: int, column: int, value: float, style: int = 0) -> bytes:
    return record(0x0203, struct.pack("<HHHd", row, column, style, value))


def error(row: int, column: int, code: int) -> bytes:
    return record(0x0205, struct.pack("<HHHBB", row, column, 0, code, 1))


def merged(first: int, last: int, column: int) -> bytes:
    return record(0x00E5, struct.pack("<HHHHH", 1, first, last, column, column))


def write_xls(path: Path, cells: bytes, *, formats: tuple[str, ...] = (), locked: bool = False) -> Path:
    path.write_bytes(xls(cells, formats, locked))
    return path


def xls(cells: bytes, formats: tuple[str, ...] = (), locked: bool = False) -> bytes:
    """One sheet, "S". Style 0 is plain; style n shows a number by the n-th of the formats."""
    begin = struct.pack("<HHHHII", 0x0600, 0x0005, 0x0DBB, 0x07CC, 0, 6)
    codes = b"".join(
        record(0x041E, struct.pack("<HHB", 164 + place, len(code), 0) + code.encode("latin-1"))
        for place, code in enumerate(formats)
    )
    styles = b"".join(
        record(0x00E0, struct.pack("<HH", 0, code) + b"\0" * 16)
        for code in [0, *range(164, 164 + len(formats))]
    )
    head = record(0x0809, begin) + (record(0x002F, b"\0" * 6) if locked else b"") + codes + styles
    ending = record(0x000A)
    name = struct.pack("<BBBB", 0, 0, 1, 0) + b"S"
    sheet_at = len(head) + 4 + 4 + len(name) + len(ending)
    head += record(0x0085, struct.pack("<I", sheet_at) + name) + ending
    sheet = record(0x0809, struct.pack("<HHHHII", 0x0600, 0x0010, 0x0DBB, 0x07CC, 0, 6)) + cells + ending
    return ole({"Workbook": head + sheet})


def ole(streams: dict[str, bytes]) -> bytes:
    """The smallest OLE file: one sector of addresses, one directory, then the streams."""
    size = 512
    free, last, addresses = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD
    table, directory, bodies = [addresses, last], _entry("Root Entry", 5, last, 0, child=1), b""
    for place, (name, content) in enumerate(streams.items(), start=1):
        padded = content.ljust(4096, b"\0")
        padded += b"\0" * (-len(padded) % size)
        start = len(table)
        table += [*range(start + 1, start + len(padded) // size), last]
        right = place + 1 if place < len(streams) else free
        directory += _entry(name, 2, start, len(padded), right=right)
        bodies += padded
    if len(table) > size // 4 or len(directory) > size:
        raise ValueError("too much for one sector of addresses or of names")
    table += [free] * (size // 4 - len(table))
    header = (
        START
        + b"\0" * 16
        + struct.pack("<HHHHH6xIIIIIIIII", 0x3E, 3, 0xFFFE, 9, 6, 0, 1, 1, 0, 4096, last, 0, last, 0)
    )
    header += struct.pack("<I", 0) + struct.pack("<I", free) * 108
    return header + struct.pack("<128I", *table) + directory.ljust(size, b"\0") + bodies


START = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def _entry(
    name: str, kind: int, start: int, size: int, *, right: int = 0xFFFFFFFF, child: int = 0xFFFFFFFF
) -> bytes:
    letters = (name + "\0").encode("utf-16-le")
    head = letters.ljust(64, b"\0") + struct.pack("<HBBIII", len(letters), kind, 1, 0xFFFFFFFF, right, child)
    return head + b"\0" * 36 + struct.pack("<IQ", start, size)
