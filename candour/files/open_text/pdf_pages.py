"""The text of each page of a PDF, three times: by pypdf, by pdfium, and by where each letter stands.

No reader is held to the page's visible area: what was moved or cropped out of sight is read too.
"""

from __future__ import annotations

import ctypes
import io
import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import pairwise

import pypdf
import pypdfium2
import pypdfium2.raw as pdfium

from candour.domain.leaks import Piece
from candour.files.open_text.opened import OpenFile
from candour.files.open_text.pdf_unseen import tell_unseen

_GAP = 0.22
"""Letters further apart than this part of their size are two words."""
_FIGURE_GAP = 0.4
"""A 1 is so narrow that more stands between it and the next figure: 147 is not 1 and 47."""
_GUTTER = 0.9
"""So far apart, two stretches of a line may belong to two columns."""
_COLUMN = 4
_UNKNOWN_RUN = 3
_MARGIN_LINES = 5
"""A header or a footer, and the notes at the foot of a page, seldom take more."""
_HYPHENS = ("-", "\u2010", "\u00ad", "\u0002", "\ufffe")
"""pdfium gives the hyphen of a broken word as one of the last two."""
_PRIVATE = (0xE000, 0xF8FF)


@dataclass(frozen=True, slots=True)
class Letter:
    """One letter and where it stands, in points from the page's lower left corner."""

    text: str
    left: float
    right: float
    foot: float
    size: float


def page_name(number: int) -> str:
    return f"page {number + 1}"


def read_pages(
    content: bytes, found: OpenFile, named: Callable[[int], str] = page_name, *, whole: bool = False
) -> None:
    """Every page by every reader. A page that a reader fails on is told as unread.

    `whole`: these are the pages that people are shown, so what they hide from the eye is told as well.
    """
    with _quiet():
        _read_with_pypdf(content, found, named)
        _read_with_pdfium(content, found, named, whole=whole)


@contextmanager
def _quiet() -> Iterator[None]:
    """pypdf talks of every oddity of a file; those that matter are told in the answer."""
    logger = logging.getLogger("pypdf")
    level = logger.level
    logger.setLevel(logging.CRITICAL)
    try:
        yield
    finally:
        logger.setLevel(level)


def _read_with_pypdf(content: bytes, found: OpenFile, named: Callable[[int], str]) -> None:
    reader = pypdf.PdfReader(io.BytesIO(content))
    for number in range(len(reader.pages)):
        try:
            text = reader.pages[number].extract_text()
        except Exception as error:
            found.cannot_read(named(number), f"a reader of its text failed ({type(error).__name__})")
            continue
        found.add(Piece(named(number), text, "\n" if number else None))


def _read_with_pdfium(content: bytes, found: OpenFile, named: Callable[[int], str], *, whole: bool) -> None:
    document = pypdfium2.PdfDocument(content)
    in_order, in_place, in_columns = [], [], []
    try:
        for number in range(len(document)):
            page = document[number]
            text_page = page.get_textpage()
            in_order.append(text_page.get_text_range(errors="replace") if text_page.count_chars() else "")
            letters = [*_letters(text_page)]
            lines = _lines(letters)
            in_place.append("\n".join("".join(_spaced(line)) for line in lines))
            in_columns.append(_by_columns(lines))
            _tell_unknown(letters, named(number), found)
            if whole:
                tell_unseen(page, named(number), found)
            text_page.close()
            page.close()
    finally:
        document.close()
    for number, broken in _over_pages(in_place):
        found.add(Piece(named(number), broken, net=True))
    for texts, net in ((in_order, False), (in_place, True), (in_columns, True)):
        for number, text in enumerate(texts):
            found.add(Piece(named(number), text, "\n" if number else None, net=net))


def _over_pages(texts: list[str]) -> Iterator[tuple[int, str]]:
    """A word broken at the foot of a page, whatever stands below it and above its end on the next page."""
    for number, (text, after) in enumerate(pairwise(texts)):
        feet = [line for line in text.splitlines()[-_MARGIN_LINES:] if line.rstrip().endswith(_HYPHENS)]
        for foot in feet:
            for head in after.splitlines()[:_MARGIN_LINES]:
                yield number, f"{foot}\n{head}"


def _letters(text_page: pypdfium2.PdfTextPage) -> Iterator[Letter]:
    left, right, bottom, top = (ctypes.c_double() for _ in range(4))
    x, y = ctypes.c_double(), ctypes.c_double()
    for n in range(text_page.count_chars()):
        if pdfium.FPDFText_IsGenerated(text_page, n) == 1:
            continue
        code = pdfium.FPDFText_GetUnicode(text_page, n)
        if pdfium.FPDFText_HasUnicodeMapError(text_page, n) == 1:
            code = 0xFFFD
        pdfium.FPDFText_GetCharBox(text_page, n, left, right, bottom, top)
        pdfium.FPDFText_GetCharOrigin(text_page, n, x, y)
        size = pdfium.FPDFText_GetFontSize(text_page, n) or 1.0
        height = max(top.value - bottom.value, 0.5)
        letter = chr(code) if 0 < code < 0x110000 and not 0xD800 <= code < 0xE000 else "\ufffd"
        yield Letter(letter, left.value, right.value, y.value, max(abs(size), height))


def _lines(letters: list[Letter]) -> list[list[Letter]]:
    """Lines from top to bottom, letters from left to right, whatever order they were drawn in."""
    lines: list[list[Letter]] = []
    for letter in sorted(letters, key=lambda one: -one.foot):
        if lines and abs(lines[-1][-1].foot - letter.foot) <= 0.3 * min(letter.size, lines[-1][-1].size):
            lines[-1].append(letter)
        else:
            lines.append([letter])
    return [sorted(line, key=lambda one: one.left) for line in lines]


def _by_columns(lines: list[list[Letter]]) -> str:
    """Stretches of lines under one another, however the columns beside them were drawn in between."""
    columns: dict[int, list[str]] = {}
    for line in lines:
        stretches: list[list[Letter]] = []
        for n, letter in enumerate(line):
            if not n or letter.left - line[n - 1].right > _GUTTER * letter.size:
                stretches.append([])
            stretches[-1].append(letter)
        if len(stretches) > 1 or columns:
            for one in stretches:
                columns.setdefault(round(one[0].left / _COLUMN), []).append("".join(_spaced(one)))
    return "\n\n".join("\n".join(column) for column in columns.values())


def _spaced(line: list[Letter]) -> Iterator[str]:
    for n, letter in enumerate(line):
        if n and letter.left - line[n - 1].right > _gap(line[n - 1], letter) * letter.size:
            yield " "
        yield letter.text


def _gap(before: Letter, letter: Letter) -> float:
    return _FIGURE_GAP if before.text.isdigit() and letter.text.isdigit() else _GAP


def _tell_unknown(letters: list[Letter], where: str, found: OpenFile) -> None:
    """A bullet out of a font of signs comes alone; three unknown letters on end are an unread word."""
    run = 0
    for letter in letters:
        unknown = letter.text == "\ufffd" or _PRIVATE[0] <= ord(letter.text) <= _PRIVATE[1]
        run = run + 1 if unknown else 0
        if run == _UNKNOWN_RUN:
            found.cannot_read(where, "it has letters of which the file does not tell what they are")
            return
