"""In a plainly written sheet, which cells show an error, a formula never worked out, a date without its day?

They are found by their marks, so that a sheet with a few of them need not be walked through cell by cell.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from html import unescape

from candour.files.returns.coarse_dates import Coarse
from candour.files.returns.sheet_xml import At, Look, at_of
from candour.files.xml_parts import guarded

_CELL = re.compile(rb'<c r="([A-Z]+\d+)"([^>]*)(?<!/)>(.*)', re.DOTALL)
_STYLE = re.compile(rb' s="(\d+)"')
_VALUE = re.compile(rb"<(?:v|t)(?: [^>]*)?>([^<]+)</")
_FORMULA = re.compile(rb"<f(?:>| [^>]*(?<!/)>)([^<]*)</f>")


def marked_cells(
    pieces: Iterable[bytes], marks: Iterable[bytes], coarse_styles: Mapping[str, Coarse]
) -> Look:
    """`marks` are bytes that stand in every cell worth looking at, and may stand in others."""
    any_mark = re.compile(b"|".join(re.escape(mark) for mark in marks))
    look = Look()
    for block in _whole_cells(guarded(pieces)):
        last = -1
        for found in any_mark.finditer(block):
            start = block.rfind(b"<c ", 0, found.start() + 1)
            end = block.find(b"</c>", start)
            if start > last and found.start() < end:
                last = start
                _note(look, block[start:end], coarse_styles)
    return look


def _note(look: Look, cell: bytes, coarse_styles: Mapping[str, Coarse]) -> None:
    parts = _CELL.match(cell)
    if not parts:
        return
    at: At = at_of(parts[1].decode())
    value, formula, style = _VALUE.search(parts[3]), _FORMULA.search(parts[3]), _STYLE.search(parts[2])
    if b' t="e"' in parts[2]:
        look.said[at] = _words(value) or "#ERROR"
    elif not value and b"<f" in parts[3]:
        look.said[at] = "=" + _words(formula)
    elif value and style and (shown := coarse_styles.get(style[1].decode())):
        look.coarse[at] = shown


def _words(found: re.Match[bytes] | None) -> str:
    return unescape(found[1].decode("utf-8", errors="replace")) if found else ""


def _whole_cells(blocks: Iterable[bytes]) -> Iterator[bytes]:
    """The same bytes, cut so that no cell is split between two blocks."""
    rest = b""
    for block in blocks:
        block = rest + block
        cut = block.rfind(b"<c ")
        rest = block[cut:] if cut >= 0 else b""
        yield block[:cut] if cut >= 0 else block
    yield rest
