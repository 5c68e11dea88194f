"""A PDF whose table is made of words: columns from its heading, rows from drawn lines or from their dates.

A row's number is that of its page and its place on it: 3004 is the fourth row of page 3. What stands in no
column is a row of one cell, which the reading holds for a person; nothing on a page is passed over but what
runs at the head or foot of several.
"""

from __future__ import annotations

import json
import signal
import subprocess
import sys
from collections.abc import Sequence
from itertools import chain
from pathlib import Path
from typing import Any

from candour.domain.returns.no_involvement import tells_of_none
from candour.domain.returns.tables import Table
from candour.files.returns import pdf_words
from candour.files.returns.pdf_columns import drawn_columns
from candour.files.returns.pdf_hyphens import settled
from candour.files.returns.pdf_lines import Band, Page, bands_of, running_lines, said
from candour.files.returns.pdf_rows import PdfRows
from candour.files.unreadable import ASK_FOR_THE_SOURCE, Unreadable
from candour.files.zips import locked

PATIENCE = 60 if pdf_words.CEILINGS else 15
"""Seconds of waiting, kept on every system. Where it has ceilings, the program that reads the words stops
itself after a few seconds of its own work, which take longer on a busy machine."""
STOPPED = frozenset(
    -getattr(signal, name) for name in ("SIGXCPU", "SIGKILL", "SIGABRT") if hasattr(signal, name)
)
"""How it ends at a ceiling: of work, or of memory, where PDFium gives up."""
ASK_WHO_RUNS_IT = (
    f"{ASK_FOR_THE_SOURCE} Where no PDF can be read, tell whoever looks after this installation."
)


def read_pdf(content: bytes) -> tuple[tuple[Table, ...], tuple[str, ...]]:
    """Raises Unreadable for a scan, a form, a PDF that is locked, damaged, or whose columns are not clear."""
    shapes = _pages(content)
    for number, shape in enumerate(shapes, start=1):
        if not shape["words"] and shape["pictures"]:
            raise Unreadable(
                "has a page without words that can be read: it may be a scan",
                part=f"page {number}",
                do=ASK_FOR_THE_SOURCE,
            )
    pages = [Page.of(shape) for shape in shapes]
    if not any(page.lines for page in pages):
        raise Unreadable("has no words that can be read", do=ASK_FOR_THE_SOURCE)
    running = running_lines(pages)
    bands = [bands_of(page, frozenset(running)) for page in pages]
    rows = _rows(bands, PdfRows())
    if not rows.headed and (drawn := drawn_columns(chain.from_iterable(bands))):
        rows = _rows(bands, PdfRows(drawn))
    if not rows.headed and tells_of_none(letter := _as_letter(pages)):
        return (), letter
    preamble = tuple(dict.fromkeys(said(line.words) for line in running))
    words = (word.text for page in pages for line in page.lines for word in line.words)
    return (Table("", settled(rows.finished(), words)),), preamble


def _rows(pages: Sequence[Sequence[Band]], rows: PdfRows) -> PdfRows:
    for number, bands in enumerate(pages, start=1):
        rows.add_page(number, bands)
    return rows


def _as_letter(pages: Sequence[Page]) -> tuple[str, ...]:
    """All words as one paragraph, as sentences run over lines; then each line, which may name the agency."""
    lines = [said(line.words) for page in pages for line in page.lines]
    return (" ".join(lines), *lines)


def _pages(content: bytes) -> list[dict[str, Any]]:
    lines, code = _words_of(content)
    ending = lines[-1] if lines else ""
    if ending == '"done"':
        return [json.loads(line) for line in lines[:-1]]
    refusals = {
        '"locked"': locked(),
        '"damaged"': Unreadable("is damaged: it cannot be opened as a PDF"),
        '"form"': Unreadable("is a form, whose filled-in words cannot be read here", do=ASK_FOR_THE_SOURCE),
        '"too much"': _too_much(),
    }
    raise refusals.get(ending) or (_too_much() if code in STOPPED else _broke_off(code))


def _words_of(content: bytes) -> tuple[list[str], int]:
    """What the other program says and how it ended; where it was stopped, its last word may be cut short."""
    command = [sys.executable, "-I", str(Path(pdf_words.__file__))]
    try:
        done = subprocess.run(command, input=content, capture_output=True, timeout=PATIENCE, check=False)
    except subprocess.TimeoutExpired:
        raise _too_much() from None
    except OSError as refused:
        raise Unreadable(
            f"could not be read, as the program that reads PDFs did not start ({refused.strerror})",
            do=ASK_WHO_RUNS_IT,
        ) from refused
    return done.stdout.decode("ascii", errors="replace").splitlines(), done.returncode


def _too_much() -> Unreadable:
    return Unreadable(
        "asks for far more work than a chronology does, so it was not read", do=ASK_FOR_THE_SOURCE
    )


def _broke_off(code: int) -> Unreadable:
    return Unreadable(
        f"could not be read, as the program that reads PDFs broke off (with code {code})", do=ASK_WHO_RUNS_IT
    )
