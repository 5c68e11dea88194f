"""One file an agency sent, read into tables: opened, known by what is in it, held to its name, and read."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import Path

from candour.domain.returns.no_involvement import tells_of_none
from candour.domain.returns.tables import ReturnFile, Table
from candour.files.kinds import Kind, kind_of
from candour.files.returns.csv_return import read_csv
from candour.files.returns.docx_return import read_docx
from candour.files.returns.jsonl_return import read_jsonl
from candour.files.returns.ods_return import read_ods
from candour.files.returns.pdf_return import read_pdf
from candour.files.returns.xls_return import read_xls
from candour.files.returns.xlsx_return import read_workbook
from candour.files.unreadable import SEND_AGAIN, Unreadable
from candour.files.zips import locked

LARGEST = 100 * 2**20
"""Bytes. A chronology of a thousand pages is some five million."""

Read = tuple[tuple[Table, ...], tuple[str, ...]]
"""The tables of a file, and the paragraphs outside them."""

KINDS = {
    ".csv": Kind.TEXT,
    ".tsv": Kind.TEXT,
    ".jsonl": Kind.TEXT,
    ".xlsx": Kind.XLSX,
    ".xlsm": Kind.XLSX,
    ".xls": Kind.XLS,
    ".ods": Kind.ODS,
    ".docx": Kind.DOCX,
    ".docm": Kind.DOCX,
    ".pdf": Kind.PDF,
}
_READERS: dict[Kind, Callable[[bytes], Read]] = {
    Kind.TEXT: lambda content: (read_csv(content), ()),
    Kind.XLSX: lambda content: (read_workbook(content), ()),
    Kind.XLS: lambda content: (read_xls(content), ()),
    Kind.ODS: lambda content: (read_ods(content), ()),
    Kind.DOCX: read_docx,
    Kind.PDF: read_pdf,
}
_SAVE_AS = {
    Kind.TEXT: "Save it as csv (UTF-8) and send it again.",
    Kind.DOCX: "Save it in Word as a Word document (.docx) and send it again.",
}


def read_return(path: Path) -> ReturnFile:
    """Raises Trouble, in one sentence, for whatever cannot be read; no folder is named in any of it."""
    try:
        _there(path)
        _known_suffix(path)
        content = _content(path)
    except Unreadable as why:
        raise why.trouble(path) from why
    return read_content(path.name, content)


def read_content(name: str, content: bytes) -> ReturnFile:
    """The same for a file that is held as bytes and goes by a name."""
    path = Path(name)
    try:
        suffix = _known_suffix(path)
        _refuse_empty_or_large(content)
        tables, preamble = _read(content, suffix)
    except Unreadable as why:
        raise why.trouble(path) from why
    return ReturnFile(
        file=name,
        format=suffix[1:],
        sha256=hashlib.sha256(content).hexdigest(),
        size=len(content),
        tables=tables,
        preamble=preamble,
    )


def _there(path: Path) -> None:
    if not path.exists():
        raise Unreadable("is not there", do="Check the name and the folder.")
    if path.is_dir():
        raise Unreadable("is a folder, not a file", do="Name the files in it one by one.")


def _known_suffix(path: Path) -> str:
    suffix = path.suffix.lower()
    if suffix not in KINDS:
        raise Unreadable(
            f"is of no kind that can be read (its name ends in {suffix})"
            if suffix
            else "has no ending that says what it is",
            do="Send it as csv, tsv, jsonl, xlsx, xlsm, xls, ods, docx, docm or pdf.",
        )
    return suffix


def _content(path: Path) -> bytes:
    """Read once, whole: everything after works on these bytes, so that it cannot change under our hands."""
    if not path.is_file():
        raise Unreadable("is not an ordinary file", do="Copy it to a folder of yours first.")
    try:
        if path.stat().st_size > LARGEST:
            raise _too_large()
        return path.read_bytes()
    except OSError as refused:
        raise Unreadable("could not be opened", do="Check that you may read it.") from refused


def _refuse_empty_or_large(content: bytes) -> None:
    if len(content) > LARGEST:
        raise _too_large()
    if not content.strip(b"\0 \t\r\n\v\f\xef\xbb\xbf\xff\xfe"):
        raise Unreadable("is empty", do=SEND_AGAIN)


def _too_large() -> Unreadable:
    return Unreadable(
        f"is larger than {LARGEST // 2**20} MB", do="Send only the sheet or table with the chronology."
    )


def _read(content: bytes, suffix: str) -> Read:
    kind, named = kind_of(content), KINDS[suffix]
    if kind is Kind.LOCKED:
        raise locked()
    if kind is Kind.BYTES and named is Kind.TEXT:
        kind = Kind.TEXT  # the reader of text says what is wrong with its bytes
    if kind is not named:
        raise Unreadable(
            f"is not what its name says: it is {kind.value}",
            do=_SAVE_AS.get(named, "Save it in Excel as a workbook (.xlsx) and send it again."),
        )
    tables, preamble = _READERS[kind](content) if suffix != ".jsonl" else (read_jsonl(content), ())
    if not any(table.rows for table in tables) and not tells_of_none(preamble):
        raise Unreadable("has no rows: nothing is written in it", do=SEND_AGAIN)
    return tables, preamble
