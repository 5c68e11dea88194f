"""A list of dates as people wrote them: one column of a csv, or the lines of a text file."""

from __future__ import annotations

import csv
import io
import re
from pathlib import Path

from candour.files.encodings import NotText, decode
from candour.files.returns.delimiters import DELIMITERS
from candour.files.unreadable import Unreadable

LARGEST = 100 * 2**20


def read_spellings(path: Path, column: str) -> list[str]:
    """Every spelling, in order; lines and records with nothing in them are left out.

    Raises Trouble, in one sentence, where the file or its column cannot be read.
    """
    try:
        text = _text(path)
        spelt = _lines(text) if path.suffix.lower() == ".txt" else _column(text, column)
        if not spelt:
            raise Unreadable("has no dates in it", do="Write one date on each line or in each row.")
    except Unreadable as why:
        raise why.trouble(path) from why
    return spelt


def _text(path: Path) -> str:
    if path.is_dir():
        raise Unreadable("is a folder, not a file", do="Name the file with the dates.")
    if not path.is_file():
        raise Unreadable("is not there", do="Check the name and the folder.")
    if path.suffix.lower() not in {".csv", ".tsv", ".txt"}:
        raise Unreadable(
            "is neither csv nor txt", do="Save the dates as csv, or as txt with one on each line."
        )
    if path.stat().st_size > LARGEST:
        raise Unreadable(f"is larger than {LARGEST // 2**20} MB", do="Split it into several files.")
    try:
        return decode(path.read_bytes())
    except OSError:
        raise Unreadable("could not be opened", do="Check that you may read it.") from None
    except NotText as refused:
        raise Unreadable(f"cannot be read as text: {refused}", do="Save it again as UTF-8.") from None


def _lines(text: str) -> list[str]:
    return [line for line in re.split(r"\r\n|\r|\n", text) if line.strip()]


def _column(text: str, column: str) -> list[str]:
    """A comma is tried first: a semicolon or bar inside the words must not cut them."""
    headings: list[str] = []
    for delimiter in DELIMITERS:
        records = _records(text, delimiter)
        found = [heading.strip() for heading in records[0]] if records else []
        if column in found:
            at = found.index(column)
            return [record[at] if at < len(record) else "" for record in records[1:]]
        headings = headings or found
    if not headings:
        raise Unreadable("is empty", do="Write the dates under a heading.")
    named = ", ".join(f"{one!r}" for one in headings[:10])
    raise Unreadable(f"has no column {column!r}", do=f"Name one of its columns with --column: {named}.")


def _records(text: str, delimiter: str) -> list[list[str]]:
    try:
        reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
        return [record for record in reader if record]
    except csv.Error as refused:
        raise Unreadable(f"is not a csv: {refused}", do="Save it again as csv (UTF-8).") from None
